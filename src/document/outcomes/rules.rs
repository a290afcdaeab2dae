//! What a type says of outcomes, as the walk over a text asks for it. Knows nothing of texts.

use std::sync::Arc;

use super::tables::{ColumnRole, Headers, KnownColumn};
use super::words::{self, Openers};
use crate::diagnostic::{self, Message};
use crate::lang::{Lang, chain_of};
use crate::message;
use crate::schema::{Field, OutcomeColumn, OutcomeKind, OutcomeWords, Type, Types};
use crate::settings::LocalizedText;

/// What the walk over a text needs to know of the outcomes that its type declares.
#[derive(Clone, Debug)]
pub(in crate::document) struct OutcomeRules<'a> {
    /// Attributes that outcomes may have, where the type has outcomes.
    pub(in crate::document) fields: Option<&'a [Field]>,
    /// The kinds that notes can name: where the type has no outcomes those of all others, which are told of.
    pub(in crate::document) kinds: &'a [Arc<OutcomeKind>],
    /// What words that open one do.
    pub(in crate::document) words: OutcomeWords,
    /// Characters of an outcome that are kept of its first paragraph.
    pub(in crate::document) longest_text: usize,
    /// Whether the text is that of a field, where no outcome can stand.
    pub(in crate::document) in_field: bool,
    /// Whether the facts stand in another document.
    pub(in crate::document) in_translation: bool,
    pub(super) openers: Openers,
    pub(super) headers: Headers,
}

/// Bytes of the longest word that may be meant for a class.
const LONGEST_CLASS: usize = 60;

/// A kind that was meant, and the class to write for it.
pub(super) struct MeantKind {
    pub(super) kind: Arc<OutcomeKind>,
    pub(super) class: Arc<str>,
}

impl<'a> OutcomeRules<'a> {
    pub(in crate::document) fn new(type_: &'a Type, all: &'a Types, lang: &Lang, in_translation: bool) -> Self {
        let kinds = if type_.outcomes.is_some() { &type_.outcome_kinds[..] } else { all.outcome_kinds() };
        let mut rules = Self {
            fields: type_.outcomes.as_deref(),
            kinds,
            words: type_.outcome_words,
            longest_text: type_.outcome_text,
            in_translation,
            ..Self::none()
        };
        if let Some(fields) = rules.fields {
            rules.openers = openers(kinds, lang);
            rules.headers = headers(kinds, fields, lang, &rules.openers);
        }
        rules
    }

    /// Those of a text whose type is not known: marks are found, and none says what it is.
    pub(in crate::document) fn none() -> Self {
        Self {
            fields: None,
            kinds: &[],
            words: OutcomeWords::Off,
            longest_text: 0,
            in_field: false,
            in_translation: false,
            openers: Openers::default(),
            headers: Headers::default(),
        }
    }

    /// Those of the text of a field.
    pub(in crate::document) fn of_field() -> Self {
        Self { in_field: true, ..Self::none() }
    }

    /// The kind that a class names.
    pub(super) fn kind_of(&self, class: &str) -> Option<Arc<OutcomeKind>> {
        self.kinds.iter().find(|kind| kind.has_class(class)).cloned()
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = &Arc<str>> {
        self.kinds.iter().flat_map(|kind| kind.class_names())
    }

    /// The class that was meant by a word that is none.
    pub(super) fn near(&self, word: &str) -> Option<&str> {
        let joined: String = word.split_whitespace().collect();
        if joined == word && self.kind_of(&joined).is_some() {
            return None;
        }
        let known: Vec<&str> = self.classes().map(|class| &**class).collect();
        let near = diagnostic::nearest(&joined, &known)?;
        // Authors have classes of their own: only one with a slip of the hand is meant for ours.
        let slips = strsim::damerau_levenshtein(&joined.to_lowercase(), &near.to_lowercase());
        (slips <= (joined.chars().count() / 4).max(1)).then_some(near)
    }

    /// What to write where the kind is not known.
    pub(super) fn known(&self) -> Message {
        let marks: Vec<String> = self.kinds.iter().take(6).map(|kind| format!("{{.{} …}}", kind.name)).collect();
        let rest = message!("mark-in-backticks");
        if marks.is_empty() {
            rest
        } else {
            message!("both", first = message!("write-one-of", names = marks), second = rest)
        }
    }

    /// The kind that was meant by words that name none as they are written: a class in other letters, what a kind is
    /// called in any language, or a slip of the hand.
    pub(super) fn meant(&self, said: &str) -> Option<MeantKind> {
        let said = said.trim().strip_prefix("class=").unwrap_or(said);
        let said = words::folded(said);
        if said.is_empty() || said.len() > LONGEST_CLASS {
            return None;
        }
        let found =
            |kind: &Arc<OutcomeKind>, class: &Arc<str>| MeantKind { kind: Arc::clone(kind), class: Arc::clone(class) };
        for kind in self.kinds {
            if let Some(class) = kind.class_names().find(|class| words::folded(class) == said) {
                return Some(found(kind, class));
            }
        }
        if let Some(kind) = self.kinds.iter().find(|kind| is_called(kind, &said)) {
            return Some(found(kind, &kind.class));
        }
        let near = self.near(&said)?;
        let kind = self.kinds.iter().find(|kind| kind.has_class(near))?;
        Some(MeantKind { kind: Arc::clone(kind), class: Arc::from(near) })
    }

    /// Whether the words of the only item of a list say that there is none: signs alone do, and the words that are
    /// declared for it.
    pub(super) fn says_none(kind: &OutcomeKind, words: &str) -> bool {
        let said = words::folded(words);
        said.is_empty() || kind.none.values().flatten().any(|none| words::folded(none) == said)
    }
}

/// Whether a kind is called so in any language.
fn is_called(kind: &OutcomeKind, said: &str) -> bool {
    let labels = kind.label.iter().chain(kind.plural.iter()).map(|(_, label)| label);
    labels.chain(kind.words.values().flatten()).any(|word| words::folded(word) == said)
}

/// The words that open an outcome in a language; where it has none, those of the language that lends them.
fn openers(kinds: &[Arc<OutcomeKind>], lang: &Lang) -> Openers {
    let chain = chain_of([lang]);
    let mut openers = Openers::default();
    for kind in kinds {
        let label = |text: &LocalizedText| chain.iter().find_map(|lang| text.exact(lang).cloned());
        let labels: Vec<Arc<str>> = [&kind.label, &kind.plural].into_iter().filter_map(label).collect();
        let words = chain.iter().find_map(|lang| kind.words.get(lang)).into_iter().flatten();
        words.chain(&labels).chain(kind.class_names()).for_each(|word| openers.add(word, kind));
    }
    openers
}

/// The words above the columns of tables, those of the language of the text first.
fn headers(kinds: &[Arc<OutcomeKind>], fields: &[Field], lang: &Lang, names: &Openers) -> Headers {
    let mut headers = Headers::default();
    for own in [true, false] {
        let is_own = |other: Option<&Lang>| other.is_none_or(|other| (other == lang) == own);
        for field in fields {
            let role = ColumnRole::Field(Arc::clone(&field.name));
            let column = KnownColumn { role, kind: None, is_name: false };
            let labels = field.label.iter().filter(|(lang, _)| is_own(*lang)).map(|(_, label)| label);
            let synonyms = field.synonyms.iter().filter(|(lang, _)| is_own(Some(lang))).flat_map(|(_, words)| words);
            labels.chain(synonyms).for_each(|word| headers.add(word, &column));
        }
        for kind in kinds {
            for (role, words) in &kind.columns {
                let words = words.iter().filter(|(lang, _)| is_own(Some(lang))).flat_map(|(_, words)| words);
                let column = |is_name| KnownColumn { role: column_role(*role), kind: Some(Arc::clone(kind)), is_name };
                words.for_each(|word| headers.add(word, &column(names.named(word).is_some())));
            }
            let texts =
                kind.label.iter().chain(kind.plural.iter()).filter(|(lang, _)| is_own(*lang)).map(|(_, text)| text);
            let words = kind.words.iter().filter(|(lang, _)| is_own(Some(lang))).flat_map(|(_, words)| words);
            let column = KnownColumn { role: ColumnRole::Text, kind: Some(Arc::clone(kind)), is_name: true };
            texts.chain(words).for_each(|word| headers.add(word, &column));
        }
    }
    headers
}

fn column_role(column: OutcomeColumn) -> ColumnRole {
    match column {
        OutcomeColumn::Text => ColumnRole::Text,
        OutcomeColumn::Id => ColumnRole::Id,
        OutcomeColumn::Number => ColumnRole::Number,
    }
}
