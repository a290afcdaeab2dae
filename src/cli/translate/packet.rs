//! `samen translate --export` and `--import`: packets for translators who do not use Git.

use std::path::Path;
use std::sync::Arc;

use super::super::report::{Reporter, data};
use super::super::{ENVIRONMENT, EXIT_CONTENT, EXIT_OK, Project};
use super::refused;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::pipeline::{Loaded, packet};
use crate::site::{Entry, Site, TranslationStatus};
use crate::source::{self, Sources};
use crate::xliff;

/// Writes the texts of entries to a file.
pub(super) fn export(
    file: &Path,
    entries: &[&Entry],
    lang: &Lang,
    (loaded, sources): (&Loaded, &Sources),
    reporter: &Reporter,
) -> Result<Arc<str>, Box<Diagnostic>> {
    let site = &*loaded.rendering.site;
    let open = if entries.is_empty() { unreviewed(site, lang) } else { entries.to_vec() };
    if open.is_empty() {
        let message = format!("every translation into `{lang}` was reviewed and is up to date");
        return Err(Box::new(Diagnostic::error("exchange-invalid", message).help("name the entries to export them")));
    }
    let packet = packet::export(loaded, sources, &open, lang)?;
    let texts: usize = packet.parts.iter().map(|part| part.units.len()).sum();
    let xliff = xliff::write(&packet);
    reporter.say(&format!("{texts} texts of {} entries, from `{}` to `{lang}`", packet.parts.len(), packet.source));
    if file == Path::new("-") {
        return Ok(Arc::from(xliff.trim_end()));
    }
    source::write_named(file, &xliff)?;
    Ok(Arc::from(file.to_string_lossy().into_owned()))
}

/// Entries of which a language has no reviewed translation that is up to date.
fn unreviewed<'s>(site: &'s Site, lang: &Lang) -> Vec<&'s Entry> {
    let open = |entry: &&Entry| {
        let status = site.translation_status(entry, lang);
        let own_text = entry.section && entry.docs.get(lang).is_some_and(|doc| doc.meta.translation.is_none());
        !entry.source.file.is_empty()
            && !own_text
            && !matches!(status, TranslationStatus::Source | TranslationStatus::Reviewed)
    };
    site.entries.iter().filter(open).collect()
}

/// Takes the translations of a file; writes all of them, or none when something is wrong.
pub(super) fn import(
    file: &Path,
    replace: bool,
    (loaded, sources, place): (&Loaded, &mut Sources, &Project),
    reporter: &Reporter,
) -> u8 {
    let (path, text) = match source::read_named(file) {
        Ok(read) => read,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return ENVIRONMENT;
        }
    };
    sources.show_aside(&path, &text);
    let said = |said: Vec<Diagnostic>| {
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(said);
        diagnostics
    };
    let arrived = xliff::read(&text, &path)
        .map_err(said)
        .and_then(|received| packet::import(loaded, sources, &received, replace));
    let arrived = match arrived {
        Ok(arrived) => arrived,
        Err(mut diagnostics) => {
            diagnostics.finish(&loaded.rendering.site.config.levels);
            reporter.diagnostics_aside(&diagnostics, Some(sources));
            reporter.say("nothing was written");
            return EXIT_CONTENT;
        }
    };
    for one in &arrived {
        if let Err(diagnostic) = source::write(&place.root, &one.file, &one.text) {
            return refused(*diagnostic, sources, reporter);
        }
        data(&format!("{}\n", one.file));
        if one.open > 0 {
            reporter.say(&format!("{}: {} texts are not translated yet; it stays a draft", one.file, one.open));
        }
    }
    EXIT_OK
}
