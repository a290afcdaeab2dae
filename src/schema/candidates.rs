//! What may be meant by a word that names nothing: the nearest of what is known, by ids and by all other names, with their
//! labels. Knows nothing of where the names come from.

use crate::diagnostic::{Diagnostic, Fix, Message, Span};
use crate::lang::fold;
use crate::message;

/// Candidates that a message names: more help nobody.
pub const MOST_NAMED: usize = 5;

/// Names that are compared with one that is unknown: a site may have a hundred thousand.
const MOST_COMPARED: usize = 20_000;

/// Letters of a word that is compared; what is longer is no name.
const LONGEST: usize = 100;

/// Something that may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// What an editor writes for it.
    pub id: String,
    /// What it is called in the language of the text.
    pub label: Option<String>,
    /// What else it is called, in all languages.
    pub names: Vec<String>,
}

/// How far a name is from what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    /// The same but for capitals and accents, or with that many slips.
    Slips(usize),
    /// A whole word of the one is the other.
    Part,
}

impl KnownName {
    /// As messages name it: its id in backticks, and its label where that says more.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.label {
            Some(label) if fold(label) != fold(&self.id) => format!("`{}` ({label})", self.id),
            _ => format!("`{}`", self.id),
        }
    }

    fn distance(&self, wrong: &str) -> Option<Distance> {
        std::iter::once(&self.id).chain(&self.names).filter_map(|name| distance(wrong, &fold(name))).min()
    }
}

/// The distance of two folded names, where they are near.
fn distance(wrong: &str, name: &str) -> Option<Distance> {
    let length = wrong.chars().count();
    let allowed = (length / 3).clamp(1, 4);
    if name.chars().count().abs_diff(length) <= allowed {
        let slips = strsim::damerau_levenshtein(wrong, name);
        if slips <= allowed && slips < length {
            return Some(Distance::Slips(slips));
        }
    }
    let (short, long) = if name.len() < wrong.len() { (name, wrong) } else { (wrong, name) };
    (short.chars().count() > 1 && is_part(short, long)).then_some(Distance::Part)
}

/// Whether a name stands in another as whole words.
fn is_part(short: &str, long: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut found = long.match_indices(short);
    found.any(|(at, _)| edge(long[..at].chars().next_back()) && edge(long[at + short.len()..].chars().next()))
}

/// The candidates that may be meant by `wrong`, nearest first; at most five.
#[must_use]
pub fn nearest_of(wrong: &str, candidates: Vec<KnownName>) -> Vec<KnownName> {
    let wrong = fold(wrong.trim());
    if wrong.is_empty() || wrong.chars().count() > LONGEST {
        return Vec::new();
    }
    let mut compared = 0;
    let mut near: Vec<(Distance, KnownName)> = Vec::new();
    for candidate in candidates {
        compared += 1 + candidate.names.len();
        if compared > MOST_COMPARED {
            break;
        }
        near.extend(candidate.distance(&wrong).map(|distance| (distance, candidate)));
    }
    near.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.id.cmp(&b.id)));
    // With one that is a slip away, those that only share a word are noise.
    let exact = near.iter().any(|(distance, _)| *distance <= Distance::Slips(1));
    near.retain(|(distance, _)| !exact || *distance <= Distance::Slips(1));
    near.into_iter().map(|(_, candidate)| candidate).take(MOST_NAMED).collect()
}

/// Adds what may be meant to a message on `wrong`, with the change at `span` for each, or what there is at all.
#[must_use]
pub fn propose(diagnostic: Diagnostic, wrong: &str, span: &Span, known: Vec<KnownName>) -> Diagnostic {
    let some = known_names(&known);
    let near = nearest_of(wrong, known);
    if near.is_empty() {
        return match some {
            Some(some) => diagnostic.help(some),
            None => diagnostic,
        };
    }
    let names = shown(&near);
    let fixes = near.into_iter().map(|candidate| write(span, candidate.id));
    fixes.fold(diagnostic.help(message!("did-you-mean-one-of", names = names)), Diagnostic::fix)
}

/// What is known, as help: all of it where that is little, else some.
#[must_use]
pub fn known_names(known: &[KnownName]) -> Option<Message> {
    let first = &known[..known.len().min(MOST_NAMED)];
    match known.len() {
        0 => None,
        count if count <= MOST_NAMED => Some(message!("known-with-labels", names = shown(first))),
        count => Some(message!("known-for-example", names = shown(first), count = count)),
    }
}

/// The change that writes a text in the place of another.
#[must_use]
pub fn write(span: &Span, text: impl Into<String>) -> Fix {
    let text = text.into();
    Fix::new(message!("fix-write", text = &*text), span.clone(), text)
}

fn shown(candidates: &[KnownName]) -> String {
    candidates.iter().map(KnownName::shown).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str, names: &[&str]) -> KnownName {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        KnownName { id: id.to_owned(), label: names.first().cloned(), names }
    }

    fn found(wrong: &str) -> Vec<String> {
        let known = vec![
            named("referral", &["Verwijzen", "Überweisung"]),
            named("training", &["Scholing"]),
            named("a4-sheet", &["Blad"]),
            named("a6-card", &["Kaart"]),
        ];
        nearest_of(wrong, known).iter().map(KnownName::shown).collect()
    }

    #[test]
    fn the_nearest_by_any_name_comes_first() {
        for (wrong, meant) in [
            ("verwijzen", &["`referral` (Verwijzen)"][..]),
            ("uberweisung", &["`referral` (Verwijzen)"]),
            ("Referal", &["`referral` (Verwijzen)"]),
            ("A4", &["`a4-sheet` (Blad)"]),
            ("scholing voor allen", &["`training` (Scholing)"]),
            ("xyz", &[]),
            ("", &[]),
        ] {
            assert_eq!(found(wrong), meant, "{wrong}");
        }
    }
}
