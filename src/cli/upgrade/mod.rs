//! `samen upgrade`: what newer versions want written in another way, shown as a diff and then rewritten in place, all of it
//! or nothing. Each step takes the files as the step before left them. Knows nothing of what a site says.

mod copies;
mod words;

use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use clap::Args;
use similar::TextDiff;

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, EXIT_USAGE, Project};
use crate::config::format;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::message;
use crate::source::{FileChange, Known, Sources, change_files};
use crate::yaml::Node;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};

#[derive(Debug, Args)]
pub(super) struct UpgradeFlags {
    /// Show what would change, and write nothing
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Write without asking
    #[arg(short, long)]
    yes: bool,
}

pub(super) fn run(flags: &UpgradeFlags, project: &Project, reporter: &Reporter) -> u8 {
    let sources = Sources::disk(&project.root, &project.config, &Known::new(), &mut Diagnostics::default());
    let upgrade = match Upgrade::of(&sources, &project.config) {
        Ok(upgrade) => upgrade,
        Err(diagnostic) => return super::edits::refused(*diagnostic, &sources, reporter),
    };
    for note in &upgrade.notes {
        reporter.tell(&message!("note", said = note.clone()));
    }
    if upgrade.files.is_empty() {
        reporter.tell(&message!("upgrade-nothing", format = format::FORMAT.to_string()));
        return EXIT_OK;
    }
    reporter.data(&upgrade.diff(&sources, reporter));
    if flags.dry_run {
        reporter.tell(&message!("nothing-written"));
        return EXIT_OK;
    }
    if !flags.yes {
        if !io::stdin().is_terminal() {
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message!("nobody-to-ask"));
            reporter.alone(diagnostic.help(message!("upgrade-yes-help")));
            return EXIT_USAGE;
        }
        reporter.tell(&message!("ask-write-changes", yes = message!("yes")));
        if !reporter.hears_yes() {
            reporter.tell(&message!("nothing-written"));
            return EXIT_OK;
        }
    }
    match change_files(&project.root, &upgrade.changes(&sources)) {
        Ok(()) => {
            let files = message!("count-files", count = upgrade.files.len());
            reporter.tell(&message!("files-changed-check", files = files));
            EXIT_OK
        }
        Err(diagnostic) => {
            let code = if diagnostic.code == Code::OutputFailed { EXIT_ENVIRONMENT } else { EXIT_CONTENT };
            reporter.alone(*diagnostic);
            code
        }
    }
}

/// What is to be changed.
struct Upgrade<'a> {
    sources: &'a Sources,
    /// Texts as they are to be; none where a file goes.
    files: BTreeMap<Arc<str>, Option<String>>,
    /// What a person has to do or to know.
    notes: Vec<Message>,
}

impl<'a> Upgrade<'a> {
    /// All that has to change in a site.
    fn of(sources: &'a Sources, config: &str) -> Result<Self, Box<Diagnostic>> {
        let config: Arc<str> = Arc::from(config);
        let mut upgrade = Self { sources, files: BTreeMap::new(), notes: Vec::new() };
        let mut settings = YamlText::read(&raw(sources, &config)?, &config)?;
        format::check(settings.root())?;
        words::move_to_settings(&mut upgrade, &mut settings)?;
        copies::remove_same(&mut upgrade);
        let format = format::FORMAT.to_string();
        if settings.root().get(format::KEY).and_then(Node::text) != Some(format.as_str()) {
            settings.set(&[YamlStep::from(format::KEY)], &YamlValue::Plain(format))?;
        }
        upgrade.put(&config, settings.into_text())?;
        Ok(upgrade)
    }

    /// A text as the steps before left it.
    fn text(&self, path: &Arc<str>) -> Result<String, Box<Diagnostic>> {
        match self.files.get(path) {
            Some(text) => Ok(text.clone().unwrap_or_default()),
            None => raw(self.sources, path),
        }
    }

    /// Takes a changed text; one that is as it was is no change.
    fn put(&mut self, path: &Arc<str>, text: String) -> Result<(), Box<Diagnostic>> {
        if text == raw(self.sources, path)? {
            self.files.remove(path);
        } else {
            self.files.insert(Arc::clone(path), Some(text));
        }
        Ok(())
    }

    fn diff(&self, sources: &Sources, reporter: &Reporter) -> String {
        let mut out = String::new();
        for (path, text) in &self.files {
            // A file that goes may be a picture or a font.
            let Some(text) = text else {
                let why = reporter.text(&message!("file-goes"));
                out.push_str(&format!("--- {path}\n+++ /dev/null\n({why})\n"));
                continue;
            };
            let now = raw(sources, path).unwrap_or_default();
            let diff = TextDiff::from_lines(now.as_str(), text);
            out.push_str(&diff.unified_diff().context_radius(2).header(path, path).to_string());
        }
        out
    }

    fn changes(&self, sources: &Sources) -> Vec<FileChange> {
        let before = |path: &str| sources.get(path).map(|source| source.hash);
        let after = |text: &Option<String>| text.as_ref().map(|text| text.clone().into_bytes());
        let files = self.files.iter();
        files
            .map(|(path, text)| FileChange { path: Arc::clone(path), before: before(path), after: after(text) })
            .collect()
    }
}

/// A text as it is on disk, with its line ends and its byte order mark.
fn raw(sources: &Sources, path: &Arc<str>) -> Result<String, Box<Diagnostic>> {
    // Refuses what is no UTF-8.
    sources.text(path)?;
    Ok(String::from_utf8_lossy(&sources.bytes(path)?).into_owned())
}
