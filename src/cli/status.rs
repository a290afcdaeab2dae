//! `samen status`

use clap::Args;
use serde_json::{Value, json};
use similar::TextDiff;

use super::report::{Reporter, aligned};
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, EXIT_USAGE, MessageFormat, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, visible, visible_json};
use crate::history::{self, Version};
use crate::lang::Lang;
use crate::message;
use crate::pipeline::Loaded;
use crate::settings::unknown_language;
use crate::site::{Entry, Site, TranslationStatus};
use crate::source::Sources;
use crate::theme::{LanguageWords, WordShare, WordsByLanguage};

#[derive(Debug, Args)]
pub(super) struct StatusFlags {
    /// Only this language; may be repeated
    #[arg(short, long = "lang", value_name = "LANG")]
    langs: Vec<String>,
    /// Fail when a language has less than this share of entries up to date
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    min: Option<u8>,
    /// Show what changed in the source of an entry since it was translated
    #[arg(long, num_args = 2, value_names = ["ENTRY", "LANG"], conflicts_with_all = ["langs", "min"])]
    diff: Option<Vec<String>>,
}

pub(super) fn run(flags: &StatusFlags, project: &Project, reporter: &Reporter) -> u8 {
    let read = match project.read(true, reporter) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let code = read.tell(reporter);
    let site = &*read.loaded.rendering.site;
    if let Some([entry, lang]) = flags.diff.as_deref() {
        return match diff(&read.loaded, &read.sources, project, entry, lang) {
            Ok(text) if text.is_empty() => {
                reporter.tell(&message!("translation-current"));
                EXIT_OK
            }
            Ok(text) => {
                reporter.data(&visible(&text));
                EXIT_OK
            }
            Err((code, diagnostic)) => {
                let mut diagnostics = Diagnostics::default();
                diagnostics.push(*diagnostic);
                reporter.diagnostics_aside(&diagnostics, Some(&read.sources));
                code
            }
        };
    }
    let words = &read.loaded.rendering.theme.words;
    let langs = match languages(site, &flags.langs) {
        Ok(langs) => langs,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let entries: Vec<&Entry> = site.entries.iter().filter(|entry| !entry.source.file.is_empty()).collect();
    reporter.data(&match reporter.format() {
        MessageFormat::Json => format!("{}\n", visible_json(&object(site, words, &entries, &langs))),
        _ => matrix(site, words, &entries, &langs, reporter),
    });
    say_unrecorded(&entries, &langs, reporter);
    let below = too_few(site, &langs, flags.min.unwrap_or(0));
    let min = u32::from(flags.min.unwrap_or(0));
    for (lang, percent) in &below {
        reporter.tell(&message!("status-below", lang = lang.as_str(), percent = *percent, min = min));
    }
    if below.is_empty() { code } else { EXIT_CONTENT }
}

/// The languages that are asked for, all where none is.
fn languages(site: &Site, wanted: &[String]) -> Result<Vec<Lang>, Box<Diagnostic>> {
    let all = site.config.tags();
    if wanted.is_empty() {
        return Ok(all);
    }
    wanted.iter().map(|tag| language(tag, &all)).collect()
}

/// A language of the site by its tag.
pub(super) fn language(tag: &str, all: &[Lang]) -> Result<Lang, Box<Diagnostic>> {
    Lang::parse(tag).filter(|lang| all.contains(lang)).ok_or_else(|| {
        let mut diagnostic = unknown_language(tag, crate::diagnostic::Span::start_of(&std::sync::Arc::from("")), all);
        diagnostic.at = None;
        Box::new(diagnostic)
    })
}

/// An entry by its id or by the path of one of its files.
pub(super) fn entry<'s>(site: &'s Site, name: &str) -> Result<&'s Entry, Box<Diagnostic>> {
    let id = if name == "." { "" } else { name.trim_end_matches('/') };
    let found = site.find(id).or_else(|| site.entries.iter().find(|entry| has_file(entry, name)));
    found.filter(|entry| !entry.source.file.is_empty()).ok_or_else(|| {
        let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message!("entry-unknown", name = name));
        Box::new(match site.why_unpublished(id) {
            Some(why) => diagnostic.help(message!("entry-not-public-help", why = why.message())),
            None => diagnostic.suggest(name, site.entries.iter().map(|entry| entry.path.as_str())),
        })
    })
}

/// Whether a file is one of an entry, in whatever language.
fn has_file(entry: &Entry, name: &str) -> bool {
    let mut files = entry.docs.values().map(|doc| &doc.file).chain([&entry.source.file]);
    files.any(|file| **file == *name)
}

/// Languages whose share is below what is demanded.
fn too_few(site: &Site, langs: &[Lang], min: u8) -> Vec<(Lang, usize)> {
    let percent = |lang: &Lang| site.status_counts(lang, |_| true).percent();
    let shares = langs.iter().map(|lang| (lang.clone(), percent(lang)));
    shares.filter(|(_, percent)| *percent < usize::from(min)).collect()
}

/// Entries by languages, and the shares of each language below: of the words of the theme, of labels, and of entries.
fn matrix(site: &Site, words: &WordsByLanguage, entries: &[&Entry], langs: &[Lang], reporter: &Reporter) -> String {
    let head = reporter.text(&message!("status-head-entry"));
    let mut rows = vec![std::iter::once(head).chain(langs.iter().map(Lang::to_string)).collect()];
    for entry in entries {
        let id = if entry.path.as_str().is_empty() { ".".to_owned() } else { entry.path.to_string() };
        rows.push(
            std::iter::once(id).chain(langs.iter().map(|lang| status_cell(site, entry, lang, reporter))).collect(),
        );
    }
    rows.push(words_row(reporter.text(&message!("status-head-interface")), words, langs, &|words| {
        shown(words.interface)
    }));
    rows.push(words_row(reporter.text(&message!("status-head-labels")), words, langs, &|words| shown(words.labels)));
    if words.values().any(|words| words.state.is_some()) {
        let state = |words: &LanguageWords| words.state.as_deref().unwrap_or("-").to_owned();
        rows.push(words_row(reporter.text(&message!("status-head-theme")), words, langs, &state));
    }
    let current = reporter.text(&message!("status-head-current"));
    rows.push(std::iter::once(current).chain(langs.iter().map(|lang| share(site, lang))).collect());
    aligned(&rows)
}

/// The word for how far a language is with an entry.
fn status_cell(site: &Site, entry: &Entry, lang: &Lang, reporter: &Reporter) -> String {
    match site.translation_status(entry, lang) {
        TranslationStatus::Missing => "-".to_owned(),
        status => reporter.text(&status.label()),
    }
}

/// A row on the words of every language.
fn words_row(
    name: String,
    words: &WordsByLanguage,
    langs: &[Lang],
    cell: &dyn Fn(&LanguageWords) -> String,
) -> Vec<String> {
    let cells = langs.iter().map(|lang| words.get(lang).map_or_else(|| "-".to_owned(), cell));
    std::iter::once(name).chain(cells).collect()
}

/// How many of all words a language has itself.
fn shown(share: WordShare) -> String {
    format!("{}/{} {} %", share.own, share.total, share.percent())
}

/// How many of all entries are up to date in a language.
fn share(site: &Site, lang: &Lang) -> String {
    let counts = site.status_counts(lang, |_| true);
    format!("{}/{} {} %", counts.current(), counts.total(), counts.percent())
}

fn object(site: &Site, words: &WordsByLanguage, entries: &[&Entry], langs: &[Lang]) -> Value {
    let languages: serde_json::Map<String, Value> =
        langs.iter().map(|lang| (lang.to_string(), language_object(site, words.get(lang), lang))).collect();
    let entries: Vec<Value> = entries.iter().map(|entry| entry_object(site, entry, langs)).collect();
    json!({ "languages": languages, "entries": entries })
}

/// How many entries are how far in a language, and how many words it has.
fn language_object(site: &Site, words: Option<&LanguageWords>, lang: &Lang) -> Value {
    let counts = site.status_counts(lang, |_| true);
    let by_status = TranslationStatus::ALL.into_iter().map(|status| (status.word(), counts.of(status)));
    let sums = [("total", counts.total()), ("current", counts.current()), ("percent", counts.percent())];
    let mut all: serde_json::Map<String, Value> =
        by_status.chain(sums).map(|(name, count)| (name.to_owned(), json!(count))).collect();
    if let Some(words) = words {
        let share = |share: WordShare| json!({ "total": share.total, "own": share.own, "percent": share.percent() });
        all.insert("interface".to_owned(), share(words.interface));
        all.insert("labels".to_owned(), share(words.labels));
        all.insert("words_of_theme".to_owned(), json!(words.state));
    }
    Value::Object(all)
}

/// An entry, and how far each language is with it.
fn entry_object(site: &Site, entry: &Entry, langs: &[Lang]) -> Value {
    let languages: serde_json::Map<String, Value> =
        langs.iter().map(|lang| (lang.to_string(), document_object(site, entry, lang))).collect();
    json!({
        "id": entry.path.as_str(),
        "type": if entry.section { "section" } else { &entry.type_.name },
        "source": entry.source_lang.as_str(),
        "hash": entry.source.meta.source_hash.to_string(),
        "languages": languages,
    })
}

fn document_object(site: &Site, entry: &Entry, lang: &Lang) -> Value {
    let doc = entry.docs.get(lang);
    let hash = doc.and_then(|doc| doc.meta.translation.as_ref()?.hash.as_ref());
    json!({
        "state": site.translation_status(entry, lang).word(),
        "file": doc.map(|doc| &*doc.file),
        "hash": hash.map(|hash| &*hash.value),
    })
}

/// Translations without a hash can never be told to be outdated.
fn say_unrecorded(entries: &[&Entry], langs: &[Lang], reporter: &Reporter) {
    let mut files = Vec::new();
    for entry in entries {
        for (_, doc) in entry.docs.iter().filter(|(lang, _)| langs.contains(lang)) {
            let unrecorded = doc.meta.translation.as_ref().is_some_and(|translation| translation.hash.is_none());
            files.extend(unrecorded.then_some(&*doc.file));
        }
    }
    if let Some(first) = files.first() {
        reporter.tell(&message!("hashes-missing", count = files.len(), first = *first));
    }
}

type StatusRefusal = (u8, Box<Diagnostic>);

/// What changed in the source since a translation was made: a unified diff, empty when nothing did.
fn diff(loaded: &Loaded, sources: &Sources, project: &Project, name: &str, tag: &str) -> Result<String, StatusRefusal> {
    let site = &*loaded.rendering.site;
    let usage = |diagnostic| (EXIT_USAGE, diagnostic);
    let entry = entry(site, name).map_err(usage)?;
    let lang = language(tag, &site.config.tags()).map_err(usage)?;
    let id = entry.path.as_str();
    let Some(doc) = entry.docs.get(&lang) else {
        let message = message!("not-translated", entry = id, lang = lang.as_str());
        let help = message!("not-translated-help", entry = id, lang = lang.as_str());
        return Err((EXIT_CONTENT, Box::new(Diagnostic::error(Code::ReferenceUnknown, message).help(help))));
    };
    let Some(translation) = &doc.meta.translation else {
        let message = message!("is-source", file = &*doc.file, entry = id);
        return Err((EXIT_USAGE, Box::new(Diagnostic::error(Code::ReferenceUnknown, message))));
    };
    let Some(hash) = &translation.hash else {
        let help = message!("hash-missing-help", entry = id, lang = lang.as_str());
        let message = message!("hash-missing");
        let at = translation.source.span.clone();
        return Err((
            EXIT_CONTENT,
            Box::new(Diagnostic::error(Code::TranslationHashUnknown, message).at(at).help(help)),
        ));
    };
    let file = &entry.source.file;
    let now = sources.text(file).map_err(|diagnostic| (EXIT_ENVIRONMENT, diagnostic))?;
    if entry.source.meta.is_source_hash(&hash.value) {
        return Ok(String::new());
    }
    let history = history::of(&project.root, file).map_err(|diagnostic| (EXIT_ENVIRONMENT, diagnostic))?;
    let rules = loaded.rules();
    for version in &history.versions {
        let Ok(text) = history::text(&project.root, version) else { continue };
        let text = text.replace("\r\n", "\n");
        if rules.is_source_hash(file, &text, &hash.value) {
            return Ok(unified(version, file, &text, &now));
        }
    }
    let help = if history.shallow {
        message!("history-shallow-help")
    } else {
        message!("compare-by-eye-help", entry = id, lang = lang.as_str())
    };
    let message = message!("hash-not-in-history", count = history.versions.len(), file = &**file);
    let diagnostic = Diagnostic::error(Code::TranslationHashUnknown, message).at(hash.span.clone()).help(help);
    Err((EXIT_CONTENT, Box::new(diagnostic)))
}

fn unified(version: &Version, file: &str, then: &str, now: &str) -> String {
    let short = version.commit.get(..9).unwrap_or(&version.commit);
    let before = format!("{} ({}, {short})", version.path, version.day);
    let after = format!("{file} (now)");
    TextDiff::from_lines(then, now).unified_diff().context_radius(3).header(&before, &after).to_string()
}
