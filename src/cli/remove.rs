//! `samen remove language`: a language leaves the settings, the data and, when that is asked for, the texts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::edits::{self, refused};
use super::report::Reporter;
use super::status::language;
use super::{EXIT_CONTENT, EXIT_OK, EXIT_USAGE, Project};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::document::place::{DocumentPlace, is_document};
use crate::edits::{EditedSite, RawTexts};
use crate::lang::Lang;
use crate::message;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};
use crate::yaml::{Node, Value};

/// Maps whose keys are ids, be they called as languages are.
const IDS: &[&str] = &["choices", "fields", "terms", "types", "states", "checks"];

/// Files that are listed one by one.
const MOST: usize = 20;

#[derive(Debug, Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(super) struct RemoveFlags {
    #[command(subcommand)]
    what: RemoveCommand,
}

#[derive(Debug, Subcommand)]
enum RemoveCommand {
    /// Take a language out of the settings and the data, and with `--content` its texts
    Language(RemoveLanguageFlags),
}

#[derive(Debug, Args)]
struct RemoveLanguageFlags {
    /// The tag of the language
    tag: String,
    /// Delete the texts that are in it
    #[arg(long)]
    content: bool,
    /// Show what would be changed and deleted, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &RemoveFlags, project: &Project, reporter: &Reporter) -> u8 {
    let RemoveCommand::Language(flags) = &flags.what;
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let lang = match removable(flags, &site.loaded.rendering.site.config) {
        Ok(lang) => lang,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    match LanguageRemoval::new(&site, &lang) {
        Ok(removal) => removal.run(flags, reporter),
        Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
    }
}

/// The language, if the site can do without it.
fn removable(flags: &RemoveLanguageFlags, config: &Config) -> Result<Lang, Box<Diagnostic>> {
    let tags = config.tags();
    let lang = language(&flags.tag, &tags)?;
    if lang != config.default_language {
        return Ok(lang);
    }
    let message = message!("remove-default-language", tag = lang.as_str());
    let others: Vec<String> = tags.iter().filter(|tag| **tag != lang).map(Lang::to_string).collect();
    let help = match others.first() {
        Some(other) => message!("remove-default-help", other = other),
        None => message!("remove-last-help"),
    };
    Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)))
}

/// Says why a text has to stay.
fn needed(file: &Arc<str>, message: Message, help: Message) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Code::TranslationInvalid, message).at(Span::start_of(file)).help(help))
}

/// The fallbacks of a language in the settings.
fn fallbacks(item: &Node) -> Vec<String> {
    match item.get("fallback").map(|node| &node.value) {
        Some(Value::List(tags)) => tags.iter().filter_map(|tag| tag.text().map(str::to_owned)).collect(),
        Some(Value::Text(tag)) => vec![tag.clone()],
        _ => Vec::new(),
    }
}

/// Whether a value is what a map by language may hold: words, or a list of them.
fn is_words(value: &Node) -> bool {
    match &value.value {
        Value::List(items) => items.iter().all(|item| item.text().is_some()),
        Value::Map(_) => false,
        _ => true,
    }
}

/// What goes with a language.
struct LanguageRemoval<'a> {
    site: &'a EditedSite<'a>,
    lang: &'a Lang,
    texts: RawTexts,
    /// Its texts, and its file of words.
    content: Vec<Arc<str>>,
}

impl<'a> LanguageRemoval<'a> {
    fn new(site: &'a EditedSite<'a>, lang: &'a Lang) -> Result<Self, Box<Diagnostic>> {
        let mut removal = Self { site, lang, texts: RawTexts::new(), content: Vec::new() };
        removal.find_content()?;
        let settings = site.settings();
        let yaml = |path: &str| *path == *settings || (path.starts_with("data/") && path.ends_with(".yaml"));
        for file in site.sources.files().map(|file| &file.path).filter(|path| yaml(path)) {
            let raw = site.raw(file)?;
            // What cannot be read as YAML is told by the check, and was so before.
            let Ok(mut text) = YamlText::read(&raw, file) else { continue };
            if *file == settings {
                removal.mend_settings(&mut text)?;
            }
            removal.take_words(&mut text)?;
            let text = text.into_text();
            if text != raw {
                removal.texts.insert(Arc::clone(file), text);
            }
        }
        Ok(removal)
    }

    /// Finds the texts in the language. None may be the source of others: those would have none.
    fn find_content(&mut self) -> Result<(), Box<Diagnostic>> {
        let config = &self.site.loaded.rendering.site.config;
        let documents = self.site.loaded.documents();
        let files = self.site.sources.files().map(|file| &file.path).filter(|path| is_document(path));
        for file in files {
            let Ok(place) = DocumentPlace::parse(file, config) else { continue };
            if place.lang != *self.lang {
                continue;
            }
            let Some(document) = self.site.loaded.document(file) else {
                return Err(needed(file, message!("remove-unread"), message!("mend-first-help")));
            };
            // Pages of folders may be written in each language, none of them a translation.
            let mut others = documents.iter().filter(|other| other.meta.translation.is_some());
            let is_source = document.meta.translation.is_none();
            if let Some(other) = others.find(|other| is_source && other.place.entry == place.entry) {
                let message = message!("remove-source", file = &*other.place.file);
                let help = message!("remove-source-help", entry = place.entry.as_str());
                return Err(needed(file, message, help));
            }
            self.content.push(Arc::clone(file));
        }
        let words = format!("data/strings/{}.ftl", self.lang);
        self.content.extend(self.site.sources.get(&words).map(|file| Arc::clone(&file.path)));
        Ok(())
    }

    /// Takes the language out of the list, and out of the fallbacks of others, which take over its own.
    fn mend_settings(&self, text: &mut YamlText) -> Result<(), Box<Diagnostic>> {
        let list = YamlStep::from("languages");
        let Some(Value::List(items)) = text.get(std::slice::from_ref(&list)).map(|node| node.value.clone()) else {
            return Ok(());
        };
        let tag_of = |item: &Node| item.text().or_else(|| item.get("tag").and_then(Node::text)).and_then(Lang::parse);
        let own = items.iter().find(|item| tag_of(item).as_ref() == Some(self.lang)).map(fallbacks).unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            let old = fallbacks(item);
            let is_own = |tag: &String| Lang::parse(tag).as_ref() == Some(self.lang);
            if !old.iter().any(is_own) || tag_of(item).as_ref() == Some(self.lang) {
                continue;
            }
            let mut new: Vec<String> = Vec::new();
            for tag in &old {
                let instead = if is_own(tag) { own.clone() } else { vec![tag.clone()] };
                let itself = |tag: &String| Lang::parse(tag) == tag_of(item);
                new.extend(
                    instead.into_iter().filter(|tag| !old.contains(tag) || !is_own(tag)).filter(|tag| !itself(tag)),
                );
            }
            let mut seen = BTreeSet::new();
            new.retain(|tag| !is_own(tag) && seen.insert(tag.clone()));
            let path = [list.clone(), YamlStep::Item(index), YamlStep::from("fallback")];
            if new.is_empty() {
                text.remove(&[path.to_vec()])?;
            } else {
                let tags = new.into_iter().map(YamlValue::Text).collect();
                text.set(&path, &YamlValue::List(tags))?;
            }
        }
        let gone = items.iter().position(|item| tag_of(item).as_ref() == Some(self.lang));
        gone.map_or(Ok(()), |index| text.remove(&[vec![list, YamlStep::Item(index)]]))
    }

    /// Takes the words in the language out of maps by language.
    fn take_words(&self, text: &mut YamlText) -> Result<(), Box<Diagnostic>> {
        let mut gone = Vec::new();
        self.words_in(text.root(), &mut Vec::new(), &mut gone);
        if gone.is_empty() { Ok(()) } else { text.remove(&gone) }
    }

    /// Finds words of the language. A map by language has tags for all its keys and words for its values.
    fn words_in(&self, node: &Node, at: &mut Vec<YamlStep>, gone: &mut Vec<Vec<YamlStep>>) {
        match &node.value {
            Value::Map(entries) => {
                let holds_ids = matches!(at.last(), Some(YamlStep::Key(key)) if IDS.contains(&key.as_str()));
                let by_language = !holds_ids
                    && entries.iter().all(|(key, value)| Lang::parse(&key.name).is_some() && is_words(value));
                for (key, value) in entries {
                    at.push(YamlStep::Key(key.name.clone()));
                    if by_language && Lang::parse(&key.name).as_ref() == Some(self.lang) {
                        // A map of nothing else goes whole.
                        let path = if entries.len() == 1 && at.len() > 1 { &at[..at.len() - 1] } else { &at[..] };
                        gone.push(path.to_vec());
                    } else {
                        self.words_in(value, at, gone);
                    }
                    at.pop();
                }
            }
            Value::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    at.push(YamlStep::Item(index));
                    self.words_in(item, at, gone);
                    at.pop();
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }

    fn run(self, flags: &RemoveLanguageFlags, reporter: &Reporter) -> u8 {
        let (site, lang) = (self.site, self.lang);
        let is_text = |file: &&Arc<str>| is_document(file);
        let texts = self.content.iter().filter(is_text).count();
        if flags.dry_run {
            self.content.iter().for_each(|file| reporter.data(&format!("delete {file}\n")));
            match site.diff(&self.texts) {
                Ok(diff) => reporter.data(&diff),
                Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
            }
        }
        if texts > 0 && !flags.content {
            let count = message!("count-texts", count = texts);
            let message = message!("remove-texts", texts = count, lang = lang.as_str());
            let mut listed: Vec<&str> = self.content.iter().take(MOST).map(|file| &**file).collect();
            if self.content.len() > MOST {
                listed.push("…");
            }
            let help = message!("remove-texts-help", lang = lang.as_str(), files = listed.as_slice());
            let mut told = Diagnostics::default();
            told.push(Diagnostic::error(Code::TranslationInvalid, message).help(help));
            reporter.diagnostics_aside(&told, None);
            return EXIT_CONTENT;
        }
        let removed: Vec<Arc<str>> = if flags.content { self.content.clone() } else { Vec::new() };
        let files: BTreeMap<Arc<str>, Arc<[u8]>> =
            self.texts.iter().map(|(file, text)| (Arc::clone(file), Arc::from(text.as_bytes()))).collect();
        let gone: BTreeSet<Arc<str>> = removed.iter().cloned().collect();
        if let Err(refusal) = site.tried_without(files, &gone) {
            return edits::unwritten(&refusal, reporter);
        }
        if flags.dry_run {
            return EXIT_OK;
        }
        if let Err(diagnostic) = site.sources.rearrange(&self.texts, &removed, &[]) {
            return refused(*diagnostic, &site.sources, reporter);
        }
        self.texts.keys().chain(&removed).for_each(|file| reporter.data(&format!("{file}\n")));
        let (changed, deleted) = (self.texts.len(), removed.len());
        reporter.tell(&message!("language-gone", lang = lang.as_str(), changed = changed, deleted = deleted));
        if !flags.content {
            self.content.iter().for_each(|file| reporter.tell(&message!("not-read-any-more", file = &**file)));
        }
        EXIT_OK
    }
}
