//! `samen theme`: files of the theme that the program carries, taken out to be changed, and compared with it later.
//! Knows nothing of what the files mean.

mod copy;
mod diff;

use std::collections::BTreeSet;
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::edits::refused;
use super::report::{Reporter, aligned};
use super::{EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;
use crate::source::{CARRIED_THEME, FileChange, Known, Sources, carried, change_files};
use crate::theme::copies::{CopyRecord, CopyState, RECORD, ThemeCopy};
use crate::yaml;

#[derive(Debug, Args)]
pub(super) struct ThemeFlags {
    #[command(subcommand)]
    what: ThemeCommand,
}

#[derive(Debug, Subcommand)]
enum ThemeCommand {
    /// List the files of the theme, and which of them this site has
    List,
    /// Copy files of the theme into the site, to change them
    Copy(copy::ThemeCopyFlags),
    /// Show what differs between files of the site and those that the program carries
    Diff(ThemeDiffFlags),
    /// Note that files were compared with those that the program carries now
    Mark(ThemeMarkFlags),
}

#[derive(Debug, Args)]
struct ThemeDiffFlags {
    /// Files of the site, such as `themes/hub/templates/meeting.html` [default: all that the theme has too]
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    files: Vec<String>,
}

#[derive(Debug, Args)]
struct ThemeMarkFlags {
    /// Files of the site, such as `themes/hub/templates/meeting.html`
    #[arg(value_name = "FILE", required = true, value_hint = clap::ValueHint::FilePath)]
    files: Vec<String>,
    /// Say what would be noted, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &ThemeFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match ThemeSite::read(project) {
        Ok(site) => site,
        Err(why) => return refused(why.1, &why.0, reporter),
    };
    let done = match &flags.what {
        ThemeCommand::List => site.own_theme().map(|()| list(&site, reporter)),
        ThemeCommand::Copy(flags) => copy::run(flags, &site, reporter),
        ThemeCommand::Diff(flags) => {
            site.own_theme().and_then(|()| diff::run(&site.chosen(&flags.files)?, &site, reporter))
        }
        ThemeCommand::Mark(flags) => site.own_theme().and_then(|()| mark(flags, &site, reporter)),
    };
    match done {
        Ok(()) => EXIT_OK,
        Err(diagnostic) if diagnostic.code == Code::ConfigInvalid && diagnostic.at.is_none() => {
            reporter.alone(*diagnostic);
            EXIT_USAGE
        }
        Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
    }
}

/// A site as far as its theme goes: a site that has errors can be mended by a file of its theme.
struct ThemeSite<'a> {
    project: &'a Project,
    sources: Sources,
    record: CopyRecord,
    /// The theme that the settings name, where they can be read.
    theme: Option<(String, Span)>,
}

impl<'a> ThemeSite<'a> {
    fn read(project: &'a Project) -> Result<Self, Box<(Sources, Diagnostic)>> {
        let sources = Sources::disk(&project.root, &project.config, &Known::new(), &mut Diagnostics::default());
        let mut found = Diagnostics::default();
        let record = CopyRecord::read(&sources, &mut found);
        if let Some(diagnostic) = found.into_vec().into_iter().next() {
            return Err(Box::new((sources, diagnostic)));
        }
        let file = Arc::from(project.config.as_str());
        let settings = sources.text(&file).ok().and_then(|text| yaml::parse(&text, &file, 0).ok());
        let node = settings.as_ref().and_then(|settings| settings.get("theme"));
        let theme = node.and_then(|node| Some((node.text()?.to_owned(), node.span.clone())));
        Ok(Self { project, sources, record, theme })
    }

    /// Refuses where the site has another theme: nothing would use the files.
    fn own_theme(&self) -> Result<(), Box<Diagnostic>> {
        let Some((theme, span)) = self.theme.as_ref().filter(|(theme, _)| theme != CARRIED_THEME) else {
            return Ok(());
        };
        let message = message!("theme-other", theme = theme, carried = CARRIED_THEME);
        let help = message!("theme-other-help", carried = CARRIED_THEME);
        Err(Box::new(Diagnostic::error(Code::ThemeMissing, message).at(span.clone()).help(help)))
    }

    /// The copies that are named, or all.
    fn chosen(&self, names: &[String]) -> Result<Vec<ThemeCopy>, Box<Diagnostic>> {
        let copies = self.record.copies(&self.sources);
        if names.is_empty() {
            return Ok(copies);
        }
        let mut chosen = BTreeSet::new();
        for name in names {
            let name = name.trim_start_matches("./");
            let in_theme = format!("themes/{CARRIED_THEME}/{name}");
            let fits = |copy: &ThemeCopy| *copy.path == *name || *copy.path == *in_theme;
            let before = chosen.len();
            chosen.extend(copies.iter().enumerate().filter(|(_, copy)| fits(copy)).map(|(at, _)| at));
            if chosen.len() == before && !copies.iter().any(fits) {
                let message = message!("theme-no-copy", name = name);
                let known = copies.iter().map(|copy| &*copy.path);
                let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).suggest(name, known);
                let help = diagnostic.help.clone();
                return Err(Box::new(diagnostic.help(help.unwrap_or_else(|| message!("theme-list-help")))));
            }
        }
        Ok(copies.into_iter().enumerate().filter(|(at, _)| chosen.contains(at)).map(|(_, copy)| copy).collect())
    }

    /// The change of the record of copies.
    fn record_change(&self, record: &CopyRecord) -> FileChange {
        let before = self.sources.get(RECORD).map(|source| source.hash);
        FileChange { path: Arc::from(RECORD), before, after: Some(record.to_text().into_bytes()) }
    }
}

/// Notes that copies are made from the carried files of today.
fn mark(flags: &ThemeMarkFlags, site: &ThemeSite<'_>, reporter: &Reporter) -> Result<(), Box<Diagnostic>> {
    let chosen = site.chosen(&flags.files)?;
    let mut record = site.record.clone();
    for copy in &chosen {
        record.note(&copy.path, &copy.original);
    }
    if flags.dry_run {
        chosen.iter().for_each(|copy| reporter.data(&format!("{}\n", copy.path)));
        reporter.tell(&message!("nothing-written"));
        return Ok(());
    }
    change_files(&site.project.root, &[site.record_change(&record)])?;
    reporter.tell(&message!("theme-noted", files = counted(chosen.len()), record = RECORD));
    Ok(())
}

/// All files of the theme, and those of the site that stand over them.
fn list(site: &ThemeSite<'_>, reporter: &Reporter) {
    let copies = site.record.copies(&site.sources);
    let mut rows = Vec::new();
    for file in carried() {
        let over: Vec<&ThemeCopy> = copies.iter().filter(|copy| copy.original == file.path).collect();
        if over.is_empty() {
            rows.push(vec![file.path.to_string(), String::new()]);
        }
        rows.extend(over.iter().map(|copy| vec![copy.path.to_string(), reporter.text(&state(&copy.state))]));
    }
    reporter.data(&aligned(&rows));
}

/// What is known of a copy, in words.
fn state(state: &CopyState) -> Message {
    match state {
        CopyState::Same => message!("copy-same"),
        CopyState::Changed => message!("copy-changed"),
        CopyState::Outdated(version) => message!("copy-of-version", version = version.to_string()),
        CopyState::Unknown => message!("copy-unknown"),
    }
}

fn counted(count: usize) -> Message {
    message!("count-files", count = count)
}
