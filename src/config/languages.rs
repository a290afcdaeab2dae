//! The languages of a site: their order, names, fallbacks and formats. Knows nothing of what is written in them.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::lang::{self, DateForm, Digits, Direction, Formats, Lang, Pseudo, SecondCalendar};
use crate::message;
use crate::settings::{Located, Settings, unknown_language};
use crate::source::digestible;
use crate::yaml::Value;

/// One language of the site.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its tag.
    pub lang: Lang,
    /// Where it is listed.
    pub span: Span,
    /// Its name in itself.
    pub name: Arc<str>,
    /// Direction of its script.
    pub direction: Direction,
    /// Languages of the site to show when an entry has no document in this one.
    pub chain: Vec<Lang>,
    /// Languages to ask when a label or a text of the theme has no words in this one. The site need not have them.
    pub words: Vec<Lang>,
    /// How its dates and numbers are written.
    pub formats: Formats,
}

digestible!(struct Language { lang, name, direction, chain, words, formats } without { span });

impl Language {
    /// Makes the chains whole: with the languages that tags are cut down to, and those that are asked at last. A document in
    /// the language of the theme's words is like one in any other: who wrote the source chose the language.
    pub(super) fn end_chains(&mut self, default: &Lang, site: &[Lang]) {
        let declared: Vec<&Lang> = std::iter::once(&self.lang).chain(&self.chain).chain([default]).collect();
        let others = |chain: Vec<Lang>| chain.into_iter().filter(|other| *other != self.lang);
        let documents = others(lang::with_parents(declared.iter().copied())).filter(|lang| site.contains(lang));
        let words = others(lang::chain_of(declared.iter().copied())).collect();
        self.chain = documents.collect();
        self.words = words;
    }
}

/// A language as it was written, its fallbacks not yet looked up.
struct DeclaredLanguage {
    language: Language,
    fallback: Vec<Located<Arc<str>>>,
}

/// Where each language falls back to, by the index of the languages, with the place that says so.
type Direct = [Vec<(usize, Span)>];

/// Reads `languages`; empty when there are none. With `pseudo`, the pseudo-languages follow.
pub(super) fn read(settings: &mut Settings<'_>, pseudo: bool) -> Vec<Language> {
    let mut languages = listed(settings);
    let tags: Vec<Lang> = languages.iter().map(|language| language.lang.clone()).collect();
    let base = Pseudo::base(&tags).and_then(|base| languages.iter().find(|language| language.lang == *base));
    if let Some(base) = base.filter(|_| pseudo) {
        let (span, chain) = (base.span.clone(), vec![base.lang.clone()]);
        languages.extend(Pseudo::ALL.iter().filter_map(|(_, tag, name)| {
            let lang = Lang::parse(tag)?;
            let (name, direction) = (Arc::from(*name), lang.direction());
            Some(Language {
                lang,
                span: span.clone(),
                name,
                direction,
                chain: chain.clone(),
                words: Vec::new(),
                formats: Formats::default(),
            })
        }));
    }
    languages
}

fn listed(settings: &mut Settings<'_>) -> Vec<Language> {
    let Some(node) = settings.node("languages") else { return Vec::new() };
    let Value::List(items) = &node.value else {
        settings.wrong(&node.span, message!("languages-no-list", example = "- {tag: pt, name: Português}"));
        return Vec::new();
    };
    let mut written: Vec<DeclaredLanguage> = Vec::new();
    for item in items {
        let one = if let Some(tag) = item.text() {
            let tag = Located { value: Arc::from(tag), span: item.span.clone() };
            language(&tag, settings).map(|language| DeclaredLanguage { language, fallback: Vec::new() })
        } else {
            let mut one = Settings::new(item, Code::ConfigInvalid, settings.diagnostics());
            let read = detailed(&mut one);
            one.finish();
            read
        };
        let Some(one) = one else { continue };
        let lang = &one.language.lang;
        if written.iter().any(|other| other.language.lang == *lang) {
            settings.wrong(&one.language.span, message!("language-listed-twice", tag = lang.as_str()));
            continue;
        }
        written.push(one);
    }
    tell_apart(&mut written);
    with_chains(written, settings)
}

/// Adds to names that several languages have what their tags say more: `Nederlands (easy)` beside `Nederlands`.
fn tell_apart(written: &mut [DeclaredLanguage]) {
    let names: Vec<Arc<str>> = written.iter().map(|one| Arc::clone(&one.language.name)).collect();
    for DeclaredLanguage { language, .. } in written {
        let more = language.lang.beyond_language();
        if !more.is_empty() && names.iter().filter(|name| **name == language.name).count() > 1 {
            language.name = Arc::from(format!("{} ({more})", language.name));
        }
    }
}

/// A language written as keys and values.
fn detailed(one: &mut Settings<'_>) -> Option<DeclaredLanguage> {
    let tag = one.required("tag");
    let name = one.string("name");
    let fallback = one.strings("fallback");
    let forms = [("names", DateForm::Names), ("numeric", DateForm::Numeric), ("iso", DateForm::Iso)];
    let formats = Formats {
        digits: choice(one, "digits", &Digits::ALL).unwrap_or_default(),
        dates: choice(one, "dates", &forms),
        second_calendar: choice(one, "second_calendar", &[("persian", SecondCalendar::Persian)]),
    };
    let mut language = language(&tag?, one)?;
    language.formats = formats;
    if let Some(name) = name {
        language.name = name.value;
    }
    Some(DeclaredLanguage { language, fallback })
}

fn language(tag: &Located<Arc<str>>, settings: &mut Settings<'_>) -> Option<Language> {
    let Some(lang) = Lang::parse(&tag.value) else {
        settings.wrong(&tag.span, message!("not-language-tag", tag = &*tag.value));
        return None;
    };
    if Pseudo::for_lang(&lang).is_some() {
        let message = message!("language-pseudo", tag = lang.as_str());
        settings.wrong(&tag.span, message);
        return None;
    }
    Some(Language {
        name: Arc::from(lang.autonym().unwrap_or(lang.as_str())),
        direction: lang.direction(),
        lang,
        span: tag.span.clone(),
        chain: Vec::new(),
        words: Vec::new(),
        formats: Formats::default(),
    })
}

/// One of a few words.
fn choice<T: Copy>(settings: &mut Settings<'_>, key: &'static str, known: &[(&str, T)]) -> Option<T> {
    let word = settings.string(key)?;
    let found = known.iter().find(|(name, _)| **name == *word.value);
    if found.is_none() {
        let names: Vec<String> = known.iter().map(|(name, _)| (*name).to_owned()).collect();
        let message = message!("setting-choice", key = key, value = &*word.value, names = names);
        settings.wrong(&word.span, message);
    }
    found.map(|(_, value)| *value)
}

/// Follows the fallbacks of every language, nearest first, each language once.
fn with_chains(written: Vec<DeclaredLanguage>, settings: &mut Settings<'_>) -> Vec<Language> {
    let tags: Vec<Lang> = written.iter().map(|one| one.language.lang.clone()).collect();
    let mut direct: Vec<Vec<(usize, Span)>> = Vec::new();
    for one in &written {
        let mut found = Vec::new();
        for tag in &one.fallback {
            match Lang::parse(&tag.value).and_then(|lang| tags.iter().position(|known| *known == lang)) {
                Some(index) => found.push((index, tag.span.clone())),
                None => settings.diagnostics().push(unknown_language(&tag.value, tag.span.clone(), &tags)),
            }
        }
        direct.push(found);
    }
    report_circles(&tags, &direct, settings);
    let mut languages: Vec<Language> = written.into_iter().map(|one| one.language).collect();
    for (index, language) in languages.iter_mut().enumerate() {
        let mut seen = vec![index];
        follow(index, &direct, &mut seen);
        language.chain = seen[1..].iter().map(|index| tags[*index].clone()).collect();
    }
    languages
}

/// Adds the fallbacks of a language, then those of each of them.
fn follow(index: usize, direct: &Direct, seen: &mut Vec<usize>) {
    let mut fresh = Vec::new();
    for (next, _) in &direct[index] {
        if !seen.contains(next) {
            seen.push(*next);
            fresh.push(*next);
        }
    }
    for next in fresh {
        follow(next, direct, seen);
    }
}

/// A language that falls back to itself, over others or not: each circle is told once, at its first language.
fn report_circles(tags: &[Lang], direct: &Direct, settings: &mut Settings<'_>) {
    let mut told: Vec<usize> = Vec::new();
    for start in 0..tags.len() {
        let Some(circle) = circle(start, direct).filter(|_| !told.contains(&start)) else { continue };
        let names: Vec<&str> = circle.iter().chain([&start]).map(|index| tags[*index].as_str()).collect();
        let message = message!("fallback-circle", tag = tags[start].as_str(), circle = names.join(" → "));
        let next = circle.get(1).copied().unwrap_or(start);
        let span = direct[start].iter().find(|(index, _)| *index == next).map(|(_, span)| span.clone());
        let help = message!("fallback-circle-help");
        let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).help(help);
        settings.diagnostics().push(match span {
            Some(span) => diagnostic.at(span),
            None => diagnostic,
        });
        told.extend(circle);
    }
}

/// The shortest way from a language back to itself, itself first.
fn circle(start: usize, direct: &Direct) -> Option<Vec<usize>> {
    let mut ways = vec![vec![start]];
    let mut seen = Vec::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for (next, _) in &direct[*way.last()?] {
                if *next == start {
                    return Some(way);
                }
                if !seen.contains(next) {
                    seen.push(*next);
                    longer.push(way.iter().copied().chain([*next]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}
