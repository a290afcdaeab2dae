//! `samen outcomes --agenda`: what is open of earlier entries, as a list in the notes of the next one.

use std::ops::Range;
use std::sync::Arc;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::status::entry;
use super::super::{EXIT_OK, EXIT_USAGE};
use super::select::Selection;
use super::{OutcomesFlags, lines, markdown};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::notes::{self, TextInsertion};
use crate::edits::{EditedSite, RawTexts};
use crate::message;
use crate::site::Entry;

/// Around what the command writes, so that it finds it again. Readers never see them: they are comments of HTML.
const START: &str = "<!-- agenda: made by `samen outcomes --agenda`, and made anew by it -->";
const END: &str = "<!-- end of the agenda -->";

/// The text of the interface that stands above the list.
const HEADING: &str = "outcome-agenda";

pub(super) struct Agenda<'a> {
    pub(super) flags: &'a OutcomesFlags,
    pub(super) site: &'a EditedSite<'a>,
    pub(super) reporter: &'a Reporter,
}

impl Agenda<'_> {
    /// Writes the list into the source of an entry.
    pub(super) fn run(&self, name: &str) -> u8 {
        let site = &*self.site.loaded.rendering.site;
        let selected = entry(site, name).and_then(|entry| {
            let earlier = site.earlier_entries(entry);
            if earlier.is_empty() {
                let message = message!("agenda-first", entry = entry.path.as_str());
                let diagnostic = Diagnostic::error(Code::OutcomeChain, message).at(Span::start_of(&entry.source.file));
                return Err(Box::new(diagnostic.help(message!("agenda-first-help"))));
            }
            Ok((entry, Selection::new(self.flags, site)?.of_entries(earlier)))
        });
        let (entry, selection) = match selected {
            Ok(selected) => selected,
            Err(diagnostic) => {
                self.reporter.alone(*diagnostic);
                return EXIT_USAGE;
            }
        };
        let ids = selection.records(&entry.source_lang);
        let list: String = lines(&self.site.loaded, &ids, &entry.source_lang).iter().map(markdown).collect();
        match self.write(entry, &list) {
            Ok(()) => {
                self.reporter.tell(&message!("agenda-count", count = ids.len()));
                EXIT_OK
            }
            Err(code) => code,
        }
    }

    fn write(&self, entry: &Entry, list: &str) -> Result<(), u8> {
        let (file, sources) = (&entry.source.file, &self.site.sources);
        let fail = |diagnostic: Box<Diagnostic>| refused(*diagnostic, sources, self.reporter);
        let raw = self.site.raw(file).map_err(fail)?;
        let changed = self.changed(entry, &raw, list).map_err(fail)?;
        if changed == raw {
            self.reporter.tell(&message!("list-current"));
            return Ok(());
        }
        let texts = RawTexts::from([(Arc::clone(file), changed)]);
        self.site.tried(&texts).map_err(|refusal| edits::unwritten(&refusal, self.reporter))?;
        if self.flags.dry_run {
            self.reporter.data(&self.site.diff(&texts).map_err(fail)?);
            return Ok(());
        }
        self.site.write(&texts).map_err(fail)?;
        self.reporter.data(&format!("{file}\n"));
        Ok(())
    }

    /// The text with the list between its marks, or at its end.
    fn changed(&self, entry: &Entry, raw: &str, list: &str) -> Result<String, Box<Diagnostic>> {
        let file = &entry.source.file;
        let between = |newline: &str| format!("\n\n{list}\n").replace('\n', newline);
        if let Some(place) = place(raw, file)? {
            let newline = if raw.contains("\r\n") { "\r\n" } else { "\n" };
            return Ok(format!("{}{}{}", &raw[..place.start], between(newline), &raw[place.end..]));
        }
        let Some(heading) = self.site.loaded.rendering.interface_text(HEADING, &entry.source_lang) else {
            let message = message!("agenda-heading-missing", name = HEADING);
            let help = message!("agenda-heading-help", start = START, end = END);
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
        };
        let text = self.site.sources.text(file)?;
        let block = format!("\n\n## {}\n\n{START}{}{END}", notes::escaped(&heading), between("\n"));
        Ok(notes::inserted(raw, &[TextInsertion { at: text.trim_end().len(), text: block }]))
    }
}

/// What stands between the marks.
fn place(raw: &str, file: &Arc<str>) -> Result<Option<Range<usize>>, Box<Diagnostic>> {
    let Some(start) = raw.find(START).map(|at| at + START.len()) else { return Ok(None) };
    let end = raw[start..].find(END).map(|at| start + at);
    let is_one = raw.matches(START).count() == 1 && raw.matches(END).count() == 1;
    match end.filter(|_| is_one) {
        Some(end) => Ok(Some(start..end)),
        None => {
            let message = message!("agenda-marks");
            let help = message!("agenda-marks-help", start = START, end = END);
            let diagnostic = Diagnostic::error(Code::OutcomeInvalid, message).at(Span::start_of(file));
            Err(Box::new(diagnostic.help(help)))
        }
    }
}
