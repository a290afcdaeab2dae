//! Names of files below `content/`: which one a text has, which names look like that of a text and are none, and what
//! to call such a file instead. Knows nothing of what is in the files.

use std::sync::Arc;

use super::CONTENT;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::lang::{self, Lang};
use crate::message;
use crate::settings::unknown_language;

/// The ending of a text.
pub(super) const TEXT: &str = ".md";

/// What programs call Markdown; a text of an entry has the first of them, in small letters.
const MARKDOWN: &[&str] =
    &["md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdx", "mdtxt", "mdtext", "rmd", "qmd", "mmd"];

/// Endings of files that hold running text: with a language before it, such a file is a text that was saved wrongly.
/// Films, sounds, tables, PDF files and pictures may have a language in their names: there is one file for each.
const PROSE: &[&str] = &[
    "adoc", "asciidoc", "doc", "docm", "docx", "dot", "dotx", "fodt", "htm", "html", "log", "odt", "org", "ott",
    "pages", "rst", "rtf", "sxw", "tex", "text", "textile", "txt", "wiki", "wpd", "wps", "xhtml", "yaml", "yml",
];

/// What merge tools put behind a name, with a number.
const MERGED: &[&str] = &["_BACKUP_", "_BASE_", "_LOCAL_", "_REMOTE_"];

/// The name of a text, taken apart.
#[derive(Debug)]
struct TextName {
    /// What stands before the first dot, as an address may have it.
    base: String,
    /// Languages of the site that stand behind it.
    languages: Vec<Lang>,
    /// Words behind it that are no language.
    words: Vec<String>,
}

impl TextName {
    fn read(name: &str, config: &Config) -> Self {
        let name = name.trim_start_matches(['.', '~', '$', '#']).trim_end_matches(['~', '#']);
        let (base, rest) = name.split_once('.').unwrap_or((name, ""));
        let merged = MERGED.iter().find_map(|mark| base.find(mark));
        let (base, number) = merged.map_or((base, ""), |at| base.split_at(at));
        let mut parts = Self { base: address(base), languages: Vec::new(), words: Vec::new() };
        parts.words.extend(Some(lang::slug(number)).filter(|word| !word.is_empty()));
        let apart = |c: char| c == '.' || c == '(' || c == ')' || c.is_whitespace();
        for part in rest.split(apart).filter(|part| !part.is_empty()) {
            parts.add(part, config);
        }
        if parts.base.is_empty() {
            "text".clone_into(&mut parts.base);
        }
        parts
    }

    fn add(&mut self, part: &str, config: &Config) {
        if let Some(lang) = language(part, config) {
            self.languages.push(lang);
            return;
        }
        let start = part.find(['_', '-']).unwrap_or(part.len());
        let (before, after) = part.split_at(start);
        if let Some(lang) = language(before, config) {
            self.languages.push(lang);
            self.words.extend(Some(lang::slug(after)).filter(|word| !word.is_empty()));
        } else if !MARKDOWN.contains(&&*part.to_lowercase()) && !PROSE.contains(&&*part.to_lowercase()) {
            self.words.extend(Some(lang::slug(part)).filter(|word| !word.is_empty()));
        }
    }

    /// A name for the text in a language.
    fn named(base: &str, lang: Option<&Lang>) -> String {
        lang.map_or_else(|| format!("{base}{TEXT}"), |lang| format!("{base}.{lang}{TEXT}"))
    }

    /// What to do with a file of that name.
    fn help(&self) -> Message {
        let first = self.languages.first();
        let name = Self::named(&self.base, first);
        if let [_, second, ..] = &*self.languages {
            let other = Self::named(&self.base, Some(second));
            return message!("name-one-language-help", name = name, other = other);
        }
        if self.words.is_empty() {
            return message!("name-or-copy-help", name = name);
        }
        let own = Self::named(&format!("{}-{}", self.base, self.words.join("-")), first);
        message!("name-copy-help", name = name, own = own)
    }
}

/// A part of a name as it may stand in an address; the two names with a meaning of their own keep it.
fn address(base: &str) -> String {
    let lower = base.trim().to_lowercase();
    if is_index(&lower) { lower } else { lang::slug(base) }
}

fn is_index(base: &str) -> bool {
    matches!(base, "_index" | "index")
}

/// The language of the site that is meant: by its tag, or by its name.
fn language(word: &str, config: &Config) -> Option<Lang> {
    tag(word, config).or_else(|| {
        let word = word.to_lowercase();
        let own = |lang: &Lang| lang.autonym().is_some_and(|name| name.to_lowercase() == word);
        let mut languages = config.languages.iter();
        let named = languages.find(|language| language.name.to_lowercase() == word || own(&language.lang));
        named.map(|language| language.lang.clone())
    })
}

/// The language of the site with that tag, in any case and with `_` for `-`.
fn tag(word: &str, config: &Config) -> Option<Lang> {
    let shaped = word.replace('_', "-");
    let lang = Lang::parse(&shaped)?;
    let own = config.language(&lang).map(|language| language.lang.clone());
    // What follows the language may be a word of a program; two letters are a country.
    let has_country = shaped.split_once('-').is_some_and(|(_, rest)| rest.len() == 2);
    own.or_else(|| Lang::meant(&shaped, &config.tags()).filter(|_| has_country).cloned())
}

/// The part before the language and the language; a bare name is in the default language. Whatever else stands between
/// dots was put there by a program, or is meant to be a language: such a file would become a page that nobody wanted.
pub(super) fn split<'a>(name: &'a str, file: &Arc<str>, config: &Config) -> Result<(&'a str, Lang), Box<Diagnostic>> {
    let stem = name.strip_suffix(TEXT).unwrap_or(name);
    let languages = config.tags();
    let (base, lang) = match stem.split_once('.') {
        None => (stem, None),
        Some((base, tag)) => match Lang::parse(tag).filter(|lang| languages.contains(lang)) {
            Some(lang) if !base.is_empty() => (base, Some(lang)),
            _ => return Err(Box::new(no_language(name, tag, file, config))),
        },
    };
    let lower = base.to_lowercase();
    if is_index(&lower) && base != lower {
        let message = message!("name-index-case", name = base);
        return Err(Box::new(misnamed(file, message, TextName::read(name, config).help())));
    }
    if MERGED.iter().any(|mark| base.contains(mark)) {
        let message = message!("name-merged");
        return Err(Box::new(misnamed(file, message, TextName::read(name, config).help())));
    }
    match lang {
        Some(lang) => Ok((base, lang)),
        None => without_language(base, file, config),
    }
}

/// A text without a language in its name, which must not end like one that has it.
fn without_language<'a>(base: &'a str, file: &Arc<str>, config: &Config) -> Result<(&'a str, Lang), Box<Diagnostic>> {
    let tail = base.match_indices(['-', '_']).find_map(|(at, _)| {
        let found = tag(&base[at + 1..], config).filter(|_| at > 0)?;
        Some((&base[..at], found))
    });
    let Some((before, lang)) = tail else { return Ok((base, config.default_language.clone())) };
    let message = message!("name-language-tail", tag = lang.as_str());
    let help = message!(
        "name-language-tail-help",
        name = format!("{before}.{lang}{TEXT}"),
        base = base,
        own = format!("{base}.{}{TEXT}", config.default_language),
    );
    Err(Box::new(misnamed(file, message, help)))
}

fn no_language(name: &str, tag: &str, file: &Arc<str>, config: &Config) -> Diagnostic {
    let parts = TextName::read(name, config);
    let shaped = tag.replace('_', "-");
    if parts.languages.is_empty() && lang::looks_like_tag(&shaped) {
        let languages = config.tags();
        let mut diagnostic = unknown_language(&shaped, Span::start_of(file), &languages);
        if diagnostic.help.is_none() {
            diagnostic = diagnostic.help(message!("language-add-help"));
        }
        return diagnostic;
    }
    let message = message!("name-no-language", word = tag);
    misnamed(file, message, parts.help())
}

fn misnamed(file: &Arc<str>, message: Message, help: Message) -> Diagnostic {
    Diagnostic::error(Code::TextMisnamed, message).at(Span::start_of(file)).help(help)
}

/// Says that a file below `content/` has front matter and is no text.
#[must_use]
pub fn has_front_matter(file: &Arc<str>, config: &Config) -> Diagnostic {
    let message = message!("name-front-matter");
    misnamed(file, message, TextName::read(last(file), config).help())
}

/// What is wrong with the name of a file below `content/` that is no document, but looks as if it should be one.
#[must_use]
pub fn almost_text(file: &Arc<str>, config: &Config) -> Option<Diagnostic> {
    let name = last(file);
    let parts: Vec<String> = name.split('.').skip(1).map(str::to_lowercase).collect();
    let ending = parts.last()?;
    let markdown = parts.iter().any(|part| MARKDOWN.contains(&part.as_str()));
    // Of the names of all files few are read so closely.
    let read = || TextName::read(name, config);
    let spoken = language(ending, config).is_some() && !config.attachments.contains(ending);
    let prose = PROSE.contains(&ending.as_str()) && !read().languages.is_empty();
    let message = if markdown {
        message!("name-almost-text")
    } else if spoken {
        message!("name-lacks-ending")
    } else if prose {
        message!("name-other-form", ending = format!(".{ending}"))
    } else {
        return None;
    };
    let help = read().help();
    let help = if prose { message!("name-other-form-help", help = help) } else { help };
    Some(misnamed(file, message, help))
}

/// What to call a file that holds running text in a form that is not published.
#[must_use]
pub fn as_text(file: &Arc<str>, config: &Config) -> Option<String> {
    let (_, ending) = last(file).rsplit_once('.')?;
    let read = TextName::read(last(file), config);
    PROSE.contains(&&*ending.to_lowercase()).then(|| TextName::named(&read.base, read.languages.first()))
}

/// A proposal for a file whose name breaks links: of a text with its language, of another with its ending. `None` where
/// no letter is left.
pub(super) fn proposal(file: &str, config: Option<&Config>) -> Option<Message> {
    let name = last(file);
    if let Some(config) = config.filter(|_| super::is_document(file)) {
        return Some(TextName::read(name, config).help());
    }
    let parts: Vec<String> = name.split('.').map(lang::slug).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| message!("rename-for-example", name = parts.join(".")))
}

fn last(file: &str) -> &str {
    file.strip_prefix(CONTENT).unwrap_or(file).rsplit('/').next().unwrap_or(file)
}
