//! The kinds of outcomes that a type declares: what they are called, by which words and classes notes name them, and
//! what can be said of them. Knows nothing of notes.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};

use super::{Kind, Type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{self, Lang};
use crate::message;
use crate::settings::{self, LocalizedText, Located, Settings};
use crate::source::{Digest, Digestible};
use crate::yaml::{self, Node, Value, YamlKey};

/// The kinds of a type that declares none.
const USUAL: &str = include_str!("outcome_kinds.yaml");

/// Kinds of one type. Every page of a meeting asks all of them for each heading and line.
const MOST_KINDS: usize = 40;

/// Characters of an outcome that registers show where the type does not say.
const USUAL_TEXT: usize = 280;

/// What a type may say instead: registers show the texts of thousands of outcomes, and a few letters say nothing.
const TEXT_LENGTHS: RangeInclusive<usize> = 40..=2_000;

/// Words of a kind in one language, and class names of a kind.
const MOST_WORDS: usize = 100;

/// A kind of outcomes, such as decisions. Two kinds are the same where their names are: a type has one of each name.
#[derive(Clone, Debug)]
pub struct OutcomeKind {
    /// Its key in the declaration, such as `decision`.
    pub name: Arc<str>,
    /// The class of a heading, which names registers and their files too, such as `decisions`.
    pub class: Arc<str>,
    /// Further class names, of all languages: a translation may keep those of its source.
    pub classes: Vec<Arc<str>>,
    /// What one is called. Empty for the usual kinds, which the theme has words for.
    pub label: LocalizedText,
    /// What many are called.
    pub plural: LocalizedText,
    /// Words that open one, per language, as declared.
    pub words: BTreeMap<Lang, Vec<Arc<str>>>,
    /// Words by which the only item of a list says that there is none, per language.
    pub none: BTreeMap<Lang, Vec<Arc<str>>>,
    /// Words above the columns of a table, per language.
    pub columns: BTreeMap<OutcomeColumn, BTreeMap<Lang, Vec<Arc<str>>>>,
    /// Whether a task box belongs to it.
    pub has_box: bool,
    /// The choices of the state field that it may have; empty for all.
    pub states: Vec<Arc<str>>,
    /// Whether it can be late.
    pub can_be_overdue: bool,
    /// Whether a vote may be noted on it.
    pub vote: bool,
    /// The field of an entry that says how many were there, against which votes are checked.
    pub present: Option<Arc<str>>,
    /// Whether it may have a number of its own, beside its id.
    pub number: bool,
    /// The declaration.
    pub span: Span,
}

impl PartialEq for OutcomeKind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for OutcomeKind {}

impl Digestible for OutcomeKind {
    /// The name alone: what is declared of it is part of the types, which count whole.
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.name);
    }
}

impl OutcomeKind {
    /// Whether a class names it: its own, its name, or one of a language.
    #[must_use]
    pub fn has_class(&self, class: &str) -> bool {
        *self.class == *class || *self.name == *class || self.classes.iter().any(|known| **known == *class)
    }

    /// The letter that proposed ids start with.
    #[must_use]
    pub fn initial(&self) -> char {
        self.name.chars().next().unwrap_or('o')
    }

    /// All class names, its own first.
    pub fn class_names(&self) -> impl Iterator<Item = &Arc<str>> {
        [&self.class, &self.name].into_iter().chain(&self.classes)
    }

    /// Whether it may be as far as that choice of the state field says.
    #[must_use]
    pub fn may_be(&self, choice: &str) -> bool {
        self.states.is_empty() || self.states.iter().any(|state| **state == *choice)
    }

    /// The kind that one of some classes names.
    pub fn of_classes<'k, 'c>(kinds: &'k [Arc<Self>], classes: impl Iterator<Item = &'c str>) -> Option<&'k Arc<Self>> {
        let mut classes = classes;
        classes.find_map(|class| kinds.iter().find(|kind| kind.has_class(class)))
    }
}

/// A column of a table of outcomes that holds the value of no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutcomeColumn {
    /// What the outcome says.
    Text,
    /// Its id.
    Id,
    /// The number that it has elsewhere.
    Number,
}

impl OutcomeColumn {
    const ALL: &'static [(&'static str, Self)] = &[("text", Self::Text), ("id", Self::Id), ("number", Self::Number)];
}

/// What words that open an outcome do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeWords {
    /// The line is an outcome.
    Mark,
    /// The check tells that it looks like one.
    #[default]
    Suggest,
    /// Nothing.
    Off,
}

impl OutcomeWords {
    const ALL: &'static [(&'static str, Self)] =
        &[("mark", Self::Mark), ("suggest", Self::Suggest), ("off", Self::Off)];
}

impl Type {
    /// Its kind of outcomes of that name.
    #[must_use]
    pub fn outcome_kind(&self, name: &str) -> Option<&Arc<OutcomeKind>> {
        self.outcome_kinds.iter().find(|kind| *kind.name == *name)
    }
}

static USUAL_KINDS: LazyLock<Vec<Arc<OutcomeKind>>> = LazyLock::new(|| {
    let file: Arc<str> = Arc::from("outcome_kinds.yaml");
    // The file is part of the program and a test reads it: there is nothing to tell of it.
    let mut unheard = Diagnostics::default();
    let node = yaml::parse_map(USUAL, &file, &mut unheard);
    let entries = node.as_ref().and_then(Node::map).unwrap_or_default();
    let kinds =
        entries.iter().map(|(key, node)| Arc::new(KindReader { languages: &[], told: &mut unheard }.read(key, node)));
    kinds.collect()
});

/// The kinds of a type that declares none.
#[must_use]
pub fn usual_outcome_kinds() -> &'static [Arc<OutcomeKind>] {
    &USUAL_KINDS
}

/// Reads `outcome_text:`, the characters of an outcome that registers show of it.
pub(super) fn text_length(settings: &mut Settings<'_>) -> usize {
    let length = settings.count("outcome_text").unwrap_or(USUAL_TEXT);
    if TEXT_LENGTHS.contains(&length) {
        return length;
    }
    let at = settings.node("outcome_text").map_or_else(|| settings.span(), |node| node.span.clone());
    let (least, most) = (TEXT_LENGTHS.start(), TEXT_LENGTHS.end());
    settings.wrong(&at, message!("outcome-text-range", least = *least, most = *most));
    USUAL_TEXT
}

/// Reads `outcome_kinds:` and `outcome_words:`.
pub(super) fn read(settings: &mut Settings<'_>, languages: &[Lang]) -> (Vec<Arc<OutcomeKind>>, OutcomeWords) {
    let words = match settings.string("outcome_words") {
        None => OutcomeWords::default(),
        Some(word) => {
            let found = OutcomeWords::ALL.iter().find(|(known, _)| **known == *word.value);
            if found.is_none() {
                settings.wrong(&word.span, message!("outcome-words-form"));
            }
            found.map_or_else(OutcomeWords::default, |(_, words)| *words)
        }
    };
    let has_outcomes = settings.node("outcomes").is_some();
    let Some(node) = settings.node("outcome_kinds") else {
        return (if has_outcomes { usual_outcome_kinds().to_vec() } else { Vec::new() }, words);
    };
    if !has_outcomes {
        let help = message!("kinds-without-outcomes-help");
        let diagnostic = Diagnostic::error(Code::SchemaInvalid, message!("kinds-without-outcomes"));
        let at = node.span.clone();
        settings.diagnostics().push(diagnostic.at(at).help(help));
    }
    let entries = settings.entries("outcome_kinds");
    if entries.len() > MOST_KINDS {
        settings.wrong(&node.span, message!("too-many-outcome-kinds", most = MOST_KINDS));
    }
    let mut kinds = Vec::new();
    for (key, node) in entries.iter().take(MOST_KINDS) {
        let kind = KindReader { languages, told: settings.diagnostics() }.read(key, node);
        if kind.label.is_empty() {
            settings.wrong(&kind.span, message!("outcome-kind-without-label", kind = &*kind.name));
        }
        kinds.push(Arc::new(kind));
    }
    taken_twice(&kinds, settings.diagnostics());
    (kinds, words)
}

struct KindReader<'a> {
    languages: &'a [Lang],
    told: &'a mut Diagnostics,
}

impl KindReader<'_> {
    fn read(self, key: &YamlKey, node: &Node) -> OutcomeKind {
        let span = key.span.clone();
        let mut one = Settings::new(node, Code::SchemaInvalid, self.told);
        if !is_class(&key.name) {
            one.wrong(&key.span, message!("outcome-kind-name-form"));
        }
        let class = one.string("class");
        let has_box = one.bool("box", false);
        let (vote, present) = vote(&mut one);
        let kind = OutcomeKind {
            name: Arc::from(key.name.as_str()),
            classes: classes(&mut one, self.languages),
            label: one.texts("label", self.languages),
            plural: one.texts("plural", self.languages),
            words: words_by_language(&mut one, "words", self.languages),
            none: words_by_language(&mut one, "none", self.languages),
            columns: columns(&mut one, self.languages),
            has_box,
            states: one.strings("states").into_iter().map(|state| state.value).collect(),
            can_be_overdue: one.bool("overdue", has_box),
            vote,
            present,
            number: one.bool("number", false),
            class: class.as_ref().map_or_else(|| Arc::from(key.name.as_str()), |class| Arc::clone(&class.value)),
            span,
        };
        if let Some(class) = class.filter(|class| !is_class(&class.value)) {
            one.wrong(&class.span, message!("class-form-lower-case", name = &*class.value));
        }
        one.finish();
        kind
    }
}

/// A class that names files and addresses too.
fn is_class(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

/// What can stand behind the dot of `{.class}`, in any script.
fn is_class_name(name: &str) -> bool {
    let may_stand =
        |c: char| if c.is_ascii() { c.is_ascii_alphanumeric() || c == '-' || c == '_' } else { !c.is_whitespace() };
    name.starts_with(char::is_alphabetic) && name.chars().all(may_stand)
}

fn classes(one: &mut Settings<'_>, languages: &[Lang]) -> Vec<Arc<str>> {
    let mut names = Vec::new();
    for name in by_language(one, "classes", languages).into_iter().flat_map(|(_, names)| names) {
        if is_class_name(&name.value) {
            names.push(name.value);
        } else {
            one.wrong(&name.span, message!("class-form", name = &*name.value));
        }
    }
    names.dedup();
    names
}

/// Words above columns: `columns: {text: {nl: [Wat]}, id: {nl: [Nr]}}`.
fn columns(one: &mut Settings<'_>, languages: &[Lang]) -> BTreeMap<OutcomeColumn, BTreeMap<Lang, Vec<Arc<str>>>> {
    let Some(node) = one.node("columns") else { return BTreeMap::new() };
    let mut part = Settings::new(node, Code::SchemaInvalid, one.diagnostics());
    let known = OutcomeColumn::ALL.iter().filter(|(name, _)| node.get(name).is_some());
    let columns = known.map(|(name, column)| (*column, words_by_language(&mut part, name, languages))).collect();
    part.finish();
    columns
}

/// Words per language, as declared: `{nl: [allen], en: [all]}`. What is no word is told at its place.
pub fn words_by_language(
    one: &mut Settings<'_>,
    key: &'static str,
    languages: &[Lang],
) -> BTreeMap<Lang, Vec<Arc<str>>> {
    let mut words: BTreeMap<Lang, Vec<Arc<str>>> = BTreeMap::new();
    for (lang, list) in by_language(one, key, languages) {
        for word in list {
            // Signs such as `№` are searched as the letters that they stand for.
            if lang::fold(&word.value).chars().any(char::is_alphabetic) {
                words.entry(lang.clone()).or_default().push(word.value);
            } else {
                one.wrong(&word.span, message!("no-word", word = &*word.value));
            }
        }
    }
    words
}

/// Reads `vote: true` or `vote: {present: attendance}`.
fn vote(one: &mut Settings<'_>) -> (bool, Option<Arc<str>>) {
    let Some(node) = one.node("vote") else { return (false, None) };
    if node.map().is_none() {
        return (one.bool("vote", false), None);
    }
    let mut part = Settings::new(node, Code::SchemaInvalid, one.diagnostics());
    let present = part.string("present").map(|field| field.value);
    part.finish();
    (true, present)
}

/// Lists of texts per language: `{nl: [besluit, besluiten]}`.
fn by_language(one: &mut Settings<'_>, key: &'static str, languages: &[Lang]) -> Vec<(Lang, Vec<Located<Arc<str>>>)> {
    let mut found = Vec::new();
    for (tag, node) in one.entries(key) {
        let Some(lang) = settings::word_language(tag, languages, one.diagnostics()) else { continue };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        if items.len() > MOST_WORDS {
            one.wrong(&node.span, message!("too-many-words", most = MOST_WORDS));
        }
        let mut texts = Vec::new();
        for item in items.iter().take(MOST_WORDS) {
            match item.text() {
                Some(text) => {
                    texts.push(Located { value: Arc::from(text.trim()), span: item.span.clone() });
                }
                None => one.wrong(&item.span, message!("texts-expected", key = key, found = super::found_kind(item))),
            }
        }
        found.push((lang, texts));
    }
    found
}

/// Reports classes and words that two kinds have: nothing would say which of them is meant.
fn taken_twice(kinds: &[Arc<OutcomeKind>], diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<(Option<&Lang>, String), &OutcomeKind> = BTreeMap::new();
    for kind in kinds {
        let classes = kind.class_names().map(|class| (None, class));
        let words = kind.words.iter().flat_map(|(lang, words)| words.iter().map(move |word| (Some(lang), word)));
        for (lang, name) in classes.chain(words) {
            let other = *taken.entry((lang, name.to_lowercase())).or_insert(kind);
            if other != &**kind {
                let what = if lang.is_some() { message!("a-word-of-kind") } else { message!("a-class") };
                let message = message!(
                    "kinds-share-a-word",
                    one = &*other.name,
                    other = &*kind.name,
                    what = what,
                    name = &**name
                );
                let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(kind.span.clone());
                diagnostics.push(diagnostic.also(other.span.clone(), message!("also-here")));
            }
        }
    }
}

/// Reports states that no choice of the state field is, and what is said to be late where nothing says by when.
pub(super) fn check(type_: &Type, settings: &mut Settings<'_>) {
    for (key, node) in settings.entries("outcome_kinds") {
        let late = node.get("overdue").filter(|late| late.value == Value::Bool(true));
        if let Some(late) = late.filter(|_| type_.due_field().is_none()) {
            settings.wrong(&late.span, message!("kind-never-overdue", kind = &*key.name));
        }
        let present = node.get("vote").and_then(|vote| vote.get("present"));
        if let Some((present, name)) = present.and_then(|present| Some((present, present.text()?)))
            && !type_.field(name).is_some_and(|field| matches!(field.kind, Kind::Integer))
        {
            settings.wrong(&present.span, message!("no-integer-field", name = name));
        }
        let Some(states) = node.get("states") else { continue };
        let known = type_.state_field().map(super::Field::states).unwrap_or_default();
        if known.is_empty() {
            settings.wrong(&states.span, message!("states-without-role"));
            continue;
        }
        let items =
            if let Value::List(items) = &states.value { items.as_slice() } else { std::slice::from_ref(states) };
        let named = items.iter().filter_map(|item| Some((item, item.text()?)));
        for (item, state) in named.filter(|(_, state)| !known.iter().any(|(choice, _)| **choice == **state)) {
            let message = message!("state-no-choice", state = state);
            let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(item.span.clone());
            settings.diagnostics().push(diagnostic.suggest(state, known.iter().map(|(choice, _)| &**choice)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::usual_outcome_kinds;

    #[test]
    fn a_type_that_declares_no_kinds_has_the_usual_four() {
        let kinds = usual_outcome_kinds();
        let shown: Vec<_> = kinds.iter().map(|kind| (&*kind.name, &*kind.class, kind.has_box)).collect();
        assert_eq!(
            shown,
            [
                ("decision", "decisions", false),
                ("action", "actions", true),
                ("recommendation", "recommendations", false),
                ("question", "questions", false),
            ],
        );
    }
}
