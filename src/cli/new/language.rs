//! `samen new language`: one language more in the settings, and drafts of the pages of folders if they are asked for.

use std::sync::Arc;

use clap::Args;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::{EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::document::place;
use crate::document::stub::held_back;
use crate::edits::{EditedSite, RawTexts};
use crate::lang::{self, Lang};
use crate::message;
use crate::source::{self, FreshFile};
use crate::yaml::Value;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};

#[derive(Debug, Args)]
pub(super) struct NewLanguageFlags {
    /// The tag of the language (BCP 47), such as `de` or `nl-x-easy`
    tag: String,
    /// Its name in itself [default: the one that the program knows]
    #[arg(long)]
    name: Option<String>,
    /// A language whose texts stand in for missing ones; may be repeated, the nearest first
    #[arg(long, value_name = "LANG")]
    fallback: Vec<String>,
    /// Start drafts of the home page and of the pages of folders, as `samen translate` does
    #[arg(long)]
    sections: bool,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &NewLanguageFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let read = fresh(flags, &site).and_then(|lang| Ok((with_language(flags, &lang, &site)?, lang)));
    let (texts, lang) = match read {
        Ok(read) => read,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let after = match site.tried(&texts) {
        Ok(after) => after,
        Err(refusal) => return edits::unwritten(&refusal, reporter),
    };
    let drafts = if flags.sections { drafts(&site, &lang) } else { Ok(Vec::new()) };
    let drafts = match drafts {
        Ok(drafts) => drafts,
        Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
    };
    if flags.dry_run {
        return match site.diff(&texts) {
            Ok(diff) => {
                reporter.data(&diff);
                drafts.iter().for_each(|file| reporter.data(&format!("new file {}\n", file.path)));
                EXIT_OK
            }
            Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
        };
    }
    let written = site.write(&texts).and_then(|()| {
        drafts.iter().try_for_each(|file| source::write_fresh(&project.root, std::slice::from_ref(file)))
    });
    if let Err(diagnostic) = written {
        return refused(*diagnostic, &site.sources, reporter);
    }
    reporter.data(&format!("{lang}\n"));
    drafts.iter().for_each(|file| reporter.data(&format!("{}\n", file.path)));
    let entries = &after.rendering.site.entries;
    let missing = entries.iter().filter(|one| !one.source.file.is_empty() && !one.docs.contains_key(&lang)).count();
    let missing = message!("count-entries", count = missing);
    reporter.tell(&message!("new-language-texts", entries = missing, lang = lang.as_str()));
    reporter.tell(&message!("new-language-words", lang = lang.as_str()));
    EXIT_OK
}

/// The language, which the site does not have yet.
fn fresh(flags: &NewLanguageFlags, site: &EditedSite<'_>) -> Result<Lang, Box<Diagnostic>> {
    let config = &site.loaded.rendering.site.config;
    let wrong = |message: Message| Diagnostic::error(Code::UnknownLanguage, message);
    let Some(lang) = Lang::parse(&flags.tag) else {
        let diagnostic = wrong(message!("tag-not-bcp", tag = &flags.tag));
        return Err(Box::new(diagnostic.help(message!("tag-such-as-three-help"))));
    };
    if let Some(language) = config.language(&lang) {
        let message = message!("language-there-already", tag = lang.as_str(), name = &*language.name);
        return Err(Box::new(wrong(message).at(language.span.clone())));
    }
    if lang.autonym().is_none() && flags.name.is_none() {
        let message = message!("language-not-known", tag = lang.as_str());
        let help = message!("language-not-known-help", tag = lang.as_str());
        return Err(Box::new(wrong(message).help(help)));
    }
    for tag in &flags.fallback {
        super::super::status::language(tag, &config.tags())?;
    }
    Ok(lang)
}

/// The settings with the language behind the others, in the way in which those are written.
fn with_language(flags: &NewLanguageFlags, lang: &Lang, site: &EditedSite<'_>) -> Result<RawTexts, Box<Diagnostic>> {
    let file = site.settings();
    let mut text = YamlText::read(&site.raw(&file)?, &file)?;
    let list = [YamlStep::from("languages")];
    let tag = YamlValue::Text(lang.to_string());
    let items = text.get(&list).map(|node| &node.value);
    let is_plain = matches!(items, Some(Value::List(items)) if items.iter().all(|item| item.text().is_some()));
    let value = if is_plain && flags.name.is_none() && flags.fallback.is_empty() {
        tag
    } else {
        let mut keys = vec![("tag".to_owned(), tag)];
        keys.extend(flags.name.iter().map(|name| ("name".to_owned(), YamlValue::Text(name.clone()))));
        if !flags.fallback.is_empty() {
            let tags = flags.fallback.iter().map(|tag| YamlValue::Text(tag.clone())).collect();
            keys.push(("fallback".to_owned(), YamlValue::List(tags)));
        }
        YamlValue::Map(keys)
    };
    text.insert_item(&list, usize::MAX, &value)?;
    Ok(RawTexts::from([(file, text.into_text())]))
}

/// Drafts of the pages of folders.
fn drafts(site: &EditedSite<'_>, lang: &Lang) -> Result<Vec<FreshFile>, Box<Diagnostic>> {
    let rules = site.loaded.rules();
    let mut drafts = Vec::new();
    for entry in site.loaded.rendering.site.entries.iter().filter(|entry| entry.section) {
        let file = &entry.source.file;
        let to: Arc<str> = place::translated(file, lang);
        if file.is_empty() || site.sources.get(&to).is_some() {
            continue;
        }
        if let Some(stub) = rules.stub(file, &site.sources.text(file)?, &held_back(lang)) {
            drafts.push(FreshFile { path: to, bytes: stub.into_bytes() });
        }
    }
    Ok(drafts)
}

/// A name as a title: `working-group` is `Working group`.
pub(super) fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a name may stand in addresses and file names.
pub(super) fn is_name(name: &str) -> bool {
    lang::slug(name) == name && !matches!(name, "" | "index")
}
