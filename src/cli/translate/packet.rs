//! `samen translate --export` and `--import`: packets for translators who do not use Git.

use std::path::Path;
use std::sync::Arc;

use super::super::edits::refused;
use super::super::report::Reporter;
use super::super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::Lang;
use crate::pipeline::Loaded;
use crate::site::{Entry, Site, TranslationStatus, WhyHidden};
use crate::source::{self, Sources};
use crate::translate::{self, Arrived};
use crate::xliff;

/// What goes out to a translator.
pub(super) struct PacketExport<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) sources: &'a Sources,
    /// The language to translate into.
    pub(super) lang: &'a Lang,
    /// Whether texts go out too that readers do not see.
    pub(super) unpublished: bool,
}

impl PacketExport<'_> {
    /// Writes the texts of entries to a file; of all that nobody has reviewed where none is named.
    pub(super) fn run(
        &self,
        file: &Path,
        entries: &[&Entry],
        reporter: &Reporter,
    ) -> Result<Arc<str>, Box<Diagnostic>> {
        let lang = self.lang;
        let open = if entries.is_empty() { unreviewed(&self.loaded.rendering.site, lang) } else { entries.to_vec() };
        if open.is_empty() {
            let message = format!("every translation into `{lang}` was reviewed and is up to date");
            let diagnostic = Diagnostic::error(Code::ExchangeInvalid, message);
            return Err(Box::new(diagnostic.help("name the entries to export them")));
        }
        if entries.is_empty() {
            let hidden = self.loaded.rendering.site.hidden();
            hidden.for_each(|(path, why)| reporter.say(&format!("`{path}` is left out: it is {why}")));
        }
        let open = self.public(open, reporter);
        if open.is_empty() {
            let diagnostic = Diagnostic::error(Code::ExchangeInvalid, "nothing of this is public, so nothing goes out");
            return Err(Box::new(diagnostic.help("add `--unpublished` if the translator may read it")));
        }
        let packet = translate::export(&self.loaded.rendering.site, self.sources, &open, lang)?;
        let texts: usize = packet.parts.iter().map(|part| part.units.len()).sum();
        let xliff = xliff::write(&packet);
        reporter.say(&format!("{texts} texts of {} entries, from `{}` to `{lang}`", packet.parts.len(), packet.source));
        if file == Path::new("-") {
            return Ok(Arc::from(xliff.trim_end()));
        }
        source::write_named(file, &xliff)?;
        Ok(Arc::from(file.to_string_lossy().into_owned()))
    }

    /// The entries that may leave the house; the others are named.
    fn public<'e>(&self, entries: Vec<&'e Entry>, reporter: &Reporter) -> Vec<&'e Entry> {
        let mut public = Vec::new();
        for entry in entries {
            // Nobody may hand on words for which the consent has ended; a draft may be asked for.
            let stays = |why: &WhyHidden| !self.unpublished || *why == WhyHidden::ConsentEnded;
            match self.loaded.rendering.site.why_inside(entry).filter(stays) {
                Some(why) => reporter.say(&left_out(entry, why)),
                None => public.push(entry),
            }
        }
        public
    }
}

fn left_out(entry: &Entry, why: WhyHidden) -> String {
    if why == WhyHidden::ConsentEnded {
        let path = &entry.path;
        return format!(
            "`{path}` is left out: a part of it is {why}; delete that part from its texts, or renew the consent"
        );
    }
    format!("`{}` is left out: its text is {why}; `--unpublished` takes it", entry.path)
}

/// Entries of which a language has no reviewed translation that is up to date.
fn unreviewed<'s>(site: &'s Site, lang: &Lang) -> Vec<&'s Entry> {
    site.entries.iter().filter(|entry| is_unreviewed(site, entry, lang)).collect()
}

fn is_unreviewed(site: &Site, entry: &Entry, lang: &Lang) -> bool {
    let status = site.translation_status(entry, lang);
    let own_text = entry.section && entry.docs.get(lang).is_some_and(|doc| doc.meta.translation.is_none());
    !entry.source.file.is_empty()
        && !own_text
        && !matches!(status, TranslationStatus::Source | TranslationStatus::Reviewed)
}

/// What comes back from a translator.
pub(super) struct PacketImport<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) sources: &'a mut Sources,
    pub(super) project: &'a Project,
    /// Whether to take translations that were changed here since the texts went out.
    pub(super) replace: bool,
}

impl PacketImport<'_> {
    /// Takes the translations of a file; writes all of them, or none when something is wrong.
    pub(super) fn run(&mut self, file: &Path, reporter: &Reporter) -> u8 {
        let (path, text) = match source::read_named(file) {
            Ok(read) => read,
            Err(diagnostic) => {
                reporter.alone(*diagnostic);
                return EXIT_ENVIRONMENT;
            }
        };
        self.sources.show_aside(&path, &text);
        let arrived = match self.read(&path, &text) {
            Ok(arrived) => arrived,
            Err(mut diagnostics) => {
                diagnostics.finish(&self.loaded.rendering.site.config.levels);
                reporter.diagnostics_aside(&diagnostics, Some(self.sources));
                reporter.say("nothing was written");
                return EXIT_CONTENT;
            }
        };
        for translation in &arrived {
            if let Err(diagnostic) = source::write(&self.project.root, &translation.file, &translation.text) {
                return refused(*diagnostic, self.sources, reporter);
            }
            reporter.data(&format!("{}\n", translation.file));
            if translation.open > 0 {
                let (file, open) = (&translation.file, translation.open);
                reporter.say(&format!("{file}: {open} texts are not translated yet; it stays a draft"));
            }
        }
        EXIT_OK
    }

    fn read(&mut self, path: &Arc<str>, text: &Arc<str>) -> Result<Vec<Arrived>, Diagnostics> {
        let received = xliff::read(text, path).map_err(|found| {
            let mut diagnostics = Diagnostics::default();
            diagnostics.extend(found);
            diagnostics
        })?;
        translate::import(&self.loaded.rendering.site, self.sources, &received, self.replace)
    }
}
