//! `samen theme copy`: files that the program carries, written into the site. Never over what is there.

use std::sync::Arc;

use clap::Args;

use super::{Reporter, ThemeSite, counted};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::document::place;
use crate::message;
use crate::source::{CARRIED_THEME, FileChange, Source, carried, carried_bytes, change_files};
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};

#[derive(Debug, Args)]
pub(super) struct ThemeCopyFlags {
    /// A file or folder of the theme, such as `templates/meeting.html` [default: all]
    #[arg(long, value_name = "PATH", conflicts_with = "name")]
    only: Vec<String>,
    /// Make a theme of your own of all files, in `themes/NAME/`
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// Name the files, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &ThemeCopyFlags, site: &ThemeSite<'_>, reporter: &Reporter) -> Result<(), Box<Diagnostic>> {
    let changes = match &flags.name {
        Some(name) => own_theme(name, site)?,
        None => copies(&flags.only, site)?,
    };
    if flags.dry_run {
        changes.iter().for_each(|change| reporter.data(&format!("{}\n", change.path)));
        reporter.tell(&message!("nothing-written"));
        return Ok(());
    }
    change_files(&site.project.root, &changes)?;
    match &flags.name {
        Some(name) => {
            let (files, settings) = (counted(changes.len()), &site.project.config);
            reporter.tell(&message!("theme-copied-own", files = files, name = name, settings = settings));
        }
        None => {
            reporter.tell(&message!("theme-copied", files = counted(changes.len() - 1), name = CARRIED_THEME));
        }
    }
    Ok(())
}

/// The files that are chosen, and the record of where they come from.
fn copies(only: &[String], site: &ThemeSite<'_>) -> Result<Vec<FileChange>, Box<Diagnostic>> {
    site.own_theme()?;
    let chosen = chosen(only)?;
    if let Some(there) = chosen.iter().find(|file| site.sources.get(&file.path).is_none_or(|own| !own.is_carried())) {
        let path = &there.path;
        let message = message!("there-already-unwritten", file = &**path);
        let help = if only.is_empty() {
            message!("theme-name-files-help")
        } else {
            message!("theme-anew-help", path = &**path)
        };
        let diagnostic = Diagnostic::error(Code::OutputRefused, message).at(Span::start_of(path));
        return Err(Box::new(diagnostic.help(help)));
    }
    let mut record = site.record.clone();
    for file in &chosen {
        record.note(&file.path, &file.path);
    }
    let mut changes: Vec<FileChange> = chosen.iter().map(|file| new_file(&file.path, bytes(file).to_vec())).collect();
    changes.push(site.record_change(&record));
    Ok(changes)
}

/// The carried files of some names, or all.
fn chosen(only: &[String]) -> Result<Vec<&'static Source>, Box<Diagnostic>> {
    let folder = format!("themes/{CARRIED_THEME}/");
    let inside = |file: &'static Source| file.path.strip_prefix(&*folder).unwrap_or_default();
    let mut names = Vec::new();
    for name in only {
        let name = name.trim_start_matches("./").trim_end_matches('/');
        let name = name.strip_prefix(&*folder).unwrap_or(name);
        if !carried().any(|file| is_at(inside(file), name)) {
            let message = message!("theme-has-no", theme = CARRIED_THEME, name = name);
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).suggest(name, carried().map(inside));
            let help = diagnostic.help.clone().unwrap_or_else(|| message!("theme-list-files-help"));
            return Err(Box::new(diagnostic.help(help)));
        }
        names.push(name);
    }
    Ok(carried().filter(|file| names.is_empty() || names.iter().any(|name| is_at(inside(file), name))).collect())
}

/// Whether a path is that of a name, or below it.
fn is_at(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// All files, as a theme of another name.
fn own_theme(name: &str, site: &ThemeSite<'_>) -> Result<Vec<FileChange>, Box<Diagnostic>> {
    let refused =
        |message: Message, help: Message| Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
    let folder = format!("themes/{name}");
    if name == CARRIED_THEME {
        return refused(message!("theme-name-carried", name = name), message!("theme-name-carried-help"));
    }
    if name.is_empty()
        || name.contains(['/', '\\'])
        || name.starts_with('.')
        || place::check_name(&Arc::from(&*folder)).is_err()
    {
        return refused(message!("folder-name-invalid", name = name), message!("theme-name-help"));
    }
    if site.sources.under(&folder).next().is_some() {
        let diagnostic = Diagnostic::error(Code::OutputRefused, message!("theme-there-already", name = name));
        return Err(Box::new(diagnostic.help(message!("choose-another-name"))));
    }
    let from = format!("themes/{CARRIED_THEME}");
    let renamed = |path: &str| format!("{folder}{}", path.strip_prefix(&*from).unwrap_or_default());
    carried()
        .map(|file| match &*file.path {
            path if path.ends_with("/theme.yaml") => Ok(new_file(&renamed(path), named(path, name)?)),
            path => Ok(new_file(&renamed(path), bytes(file).to_vec())),
        })
        .collect()
}

/// The settings of the theme with another name in them.
fn named(path: &str, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let text = String::from_utf8_lossy(carried_bytes(path).unwrap_or_default()).into_owned();
    let mut settings = YamlText::read(&text, &Arc::from(path))?;
    settings.set(&[YamlStep::from("name")], &YamlValue::Text(name.to_owned()))?;
    Ok(settings.into_text().into_bytes())
}

fn bytes(file: &Source) -> &'static [u8] {
    carried_bytes(&file.path).unwrap_or_default()
}

fn new_file(path: &str, bytes: Vec<u8>) -> FileChange {
    FileChange { path: Arc::from(path), before: None, after: Some(bytes) }
}
