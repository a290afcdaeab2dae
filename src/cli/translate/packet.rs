//! `samen translate --export` and `--import`: packets for translators who do not use Git.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::edits::EditedSite;
use crate::lang::Lang;
use crate::message;
use crate::pipeline::Loaded;
use crate::site::{Entry, Site, TranslationStatus, WhyHidden};
use crate::source::{self, Sources};
use crate::translate::{self, Arrived, SiteWords};
use crate::xliff::{self, Packet};

/// What goes out to a translator.
pub(super) struct PacketExport<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) sources: &'a Sources,
    /// The language to translate into.
    pub(super) lang: &'a Lang,
    /// Whether texts go out too that readers do not see.
    pub(super) unpublished: bool,
    /// Whether words of the interface and labels go out.
    pub(super) words: Option<ExportedWords<'a>>,
}

/// Which words go out.
#[derive(Clone, Copy)]
pub(super) struct ExportedWords<'a> {
    /// The settings file.
    pub(super) settings: &'a str,
    /// Whether words go out too that the language has.
    pub(super) all: bool,
}

impl PacketExport<'_> {
    /// Writes the texts of entries to a file; of all that nobody has reviewed where none is named.
    pub(super) fn run(
        &self,
        file: &Path,
        entries: &[&Entry],
        reporter: &Reporter,
    ) -> Result<Arc<str>, Box<Diagnostic>> {
        let mut packet = if self.words.is_some() && entries.is_empty() {
            Packet { source: Lang::last(), target: self.lang.clone(), parts: Vec::new() }
        } else {
            self.texts(entries, reporter)?
        };
        let entries = packet.parts.len();
        if let Some(words) = self.words {
            let config = &self.loaded.rendering.site.config;
            let found = SiteWords::new(self.sources, config, words.settings, self.lang).from(packet.source.clone());
            packet.parts.extend(found.export(words.all));
        }
        if packet.parts.is_empty() {
            let message = message!("words-complete", lang = self.lang.as_str());
            let diagnostic = Diagnostic::error(Code::ExchangeInvalid, message);
            return Err(Box::new(diagnostic.help(message!("words-complete-help"))));
        }
        let count = |parts: &[xliff::OutgoingDocument]| parts.iter().map(|part| part.units.len()).sum::<usize>();
        let (texts, words) = packet.parts.split_at(entries);
        let (from, to) = (packet.source.as_str(), packet.target.as_str());
        if entries > 0 {
            let texts = message!("count-texts", count = count(texts));
            let entries = message!("count-entries", count = entries);
            reporter.tell(&message!("exported-texts", texts = texts, entries = entries, from = from, to = to));
        }
        if !words.is_empty() {
            reporter.tell(&message!("exported-words", count = count(words), from = from, to = to));
        }
        let xliff = xliff::write(&packet);
        if file == Path::new("-") {
            return Ok(Arc::from(xliff.trim_end()));
        }
        source::write_named(file, &xliff)?;
        Ok(Arc::from(file.to_string_lossy().into_owned()))
    }

    /// The texts of entries.
    fn texts(&self, entries: &[&Entry], reporter: &Reporter) -> Result<Packet, Box<Diagnostic>> {
        let lang = self.lang;
        let open = if entries.is_empty() { unreviewed(&self.loaded.rendering.site, lang) } else { entries.to_vec() };
        if open.is_empty() {
            let message = message!("translations-complete", lang = lang.as_str());
            let diagnostic = Diagnostic::error(Code::ExchangeInvalid, message);
            return Err(Box::new(diagnostic.help(message!("translations-complete-help"))));
        }
        if entries.is_empty() {
            let hidden = self.loaded.rendering.site.hidden();
            hidden.for_each(|(path, why)| {
                reporter.tell(&message!("left-out", path = path.as_str(), why = why.message()));
            });
        }
        let open = self.public(open, reporter);
        if open.is_empty() {
            let diagnostic = Diagnostic::error(Code::ExchangeInvalid, message!("nothing-public"));
            return Err(Box::new(diagnostic.help(message!("nothing-public-help"))));
        }
        translate::export(&self.loaded.rendering.site, self.sources, &open, lang)
    }

    /// The entries that may leave the house; the others are named.
    fn public<'e>(&self, entries: Vec<&'e Entry>, reporter: &Reporter) -> Vec<&'e Entry> {
        let mut public = Vec::new();
        for entry in entries {
            // Nobody may hand on words for which the consent has ended; a draft may be asked for.
            let stays = |why: &WhyHidden| !self.unpublished || *why == WhyHidden::ConsentEnded;
            match self.loaded.rendering.site.why_inside(entry).filter(stays) {
                Some(why) => reporter.tell(&left_out(entry, why)),
                None => public.push(entry),
            }
        }
        public
    }
}

fn left_out(entry: &Entry, why: WhyHidden) -> Message {
    let path = entry.path.as_str();
    if why == WhyHidden::ConsentEnded {
        return message!("left-out-part", path = path, why = why.message());
    }
    message!("left-out-text", path = path, why = why.message())
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
    pub(super) site: EditedSite<'a>,
    pub(super) project: &'a Project,
    /// Whether to take translations that were changed here since the texts went out.
    pub(super) replace: bool,
}

impl PacketImport<'_> {
    /// Takes the translations of a file; writes all of them, or none when something is wrong.
    pub(super) fn run(mut self, file: &Path, reporter: &Reporter) -> u8 {
        let (path, text) = match source::read_named(file) {
            Ok(read) => read,
            Err(diagnostic) => {
                reporter.alone(*diagnostic);
                return EXIT_ENVIRONMENT;
            }
        };
        self.site.sources.show_aside(&path, &text);
        let arrived = match self.read(&path, &text) {
            Ok(arrived) => arrived,
            Err(mut diagnostics) => {
                diagnostics.finish(&self.site.loaded.rendering.site.config.levels);
                reporter.diagnostics_aside(&diagnostics, Some(&self.site.sources));
                reporter.tell(&message!("nothing-written"));
                return EXIT_CONTENT;
            }
        };
        let words = arrived.iter().filter(|one| !one.file.starts_with("content/"));
        let words: BTreeMap<_, _> = words.map(|one| (Arc::clone(&one.file), Arc::from(one.text.as_bytes()))).collect();
        // Words change the whole site: an address may be taken already.
        if !words.is_empty()
            && let Err(mut refusal) = self.site.tried_without(words, &BTreeSet::new())
        {
            arrived.iter().for_each(|one| refusal.sources.show_aside(&one.file, &one.text));
            return edits::unwritten(&refusal, reporter);
        }
        self.write(&arrived, reporter)
    }

    fn write(&self, arrived: &[Arrived], reporter: &Reporter) -> u8 {
        if arrived.is_empty() {
            reporter.tell(&message!("all-there"));
        }
        for translation in arrived {
            if let Err(diagnostic) = source::write(&self.project.root, &translation.file, &translation.text) {
                return refused(*diagnostic, &self.site.sources, reporter);
            }
            reporter.data(&format!("{}\n", translation.file));
            let (file, open) = (&translation.file, translation.open);
            if open > 0 && !file.starts_with("content/") {
                reporter.tell(&message!("words-open", file = &**file, count = open));
            } else if open > 0 {
                reporter.tell(&message!("texts-open", file = &**file, count = open));
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
        let EditedSite { sources, loaded, .. } = &mut self.site;
        translate::import(&loaded.rendering.site, sources, &received, &self.project.config, self.replace)
    }
}
