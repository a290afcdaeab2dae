//! Whose an outcome is: organisations, roles, or plain text where a type allows that. What a type allows, how a text with
//! several is parted, and which texts look like the name of a person. Knows no organisation and no role.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Message;
use crate::lang::is_word;
use crate::message;
use crate::settings::{Located, Settings};

/// Bytes of a text with parties, and how many it may name: a cell has few.
pub const LONGEST_PARTIES: usize = 1000;

/// Words of a name that are joined over separators: `Anna, Bo & Partners` is one where an organisation is called so.
const JOINED: usize = 8;

/// Letters of a text that is no organisation and no role.
const LONGEST_TEXT: usize = 100;

/// What may stand in a field of kind `party`.
#[derive(Clone, Debug)]
pub struct PartyRules {
    /// Types of the organisations; any type when none is named.
    pub to: Vec<Arc<str>>,
    /// Fields of those types that hold further names, such as a short one.
    pub names: Vec<Arc<str>>,
    /// Whether entries may be named.
    pub organisations: bool,
    /// The taxonomy of roles, where they may be named.
    pub roles: Option<Arc<str>>,
    /// Whether plain text may stand there.
    pub text: bool,
    /// What happens to names of persons.
    pub persons: Persons,
}

/// What happens to names of persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persons {
    /// They are refused: notes stay for years, and a name can put somebody at risk.
    #[default]
    Refuse,
    /// Two to four letters may stand for somebody.
    Initials,
    /// They may stand there.
    Allow,
}

impl Persons {
    const WORDS: [(&'static str, Self); 3] =
        [("refuse", Self::Refuse), ("initials", Self::Initials), ("allow", Self::Allow)];
}

/// Reads the settings of a field of kind `party`.
pub(super) fn parse(settings: &mut Settings<'_>) -> PartyRules {
    let kinds = settings.strings("parties");
    let taxonomy = settings.string("roles");
    let persons = settings.string("persons");
    let to = settings.strings("to").into_iter().map(|to| to.value).collect();
    let names = settings.strings("names").into_iter().map(|name| name.value).collect();
    let mut rules = PartyRules {
        to,
        names,
        organisations: kinds.is_empty(),
        roles: None,
        text: false,
        persons: persons.as_ref().map_or(Persons::Refuse, |word| persons_of(word, settings)),
    };
    for kind in &kinds {
        match &*kind.value {
            "organisation" => rules.organisations = true,
            "role" => match &taxonomy {
                Some(name) => rules.roles = Some(Arc::clone(&name.value)),
                None => settings.wrong(&kind.span, message!("role-without-taxonomy")),
            },
            "text" => rules.text = true,
            other => {
                settings.wrong(&kind.span, message!("party-kind-unknown", word = other));
            }
        }
    }
    if kinds.is_empty() {
        rules.roles = taxonomy.map(|name| name.value);
    }
    rules
}

fn persons_of(word: &Located<Arc<str>>, settings: &mut Settings<'_>) -> Persons {
    let found = Persons::WORDS.iter().find(|(known, _)| *known == &*word.value).map(|(_, persons)| *persons);
    found.unwrap_or_else(|| {
        let known: Vec<&str> = Persons::WORDS.iter().map(|(word, _)| *word).collect();
        settings.wrong(&word.span, message!("persons-unknown", known = known.as_slice()));
        Persons::Refuse
    })
}

impl PartyRules {
    /// Whether a text may stand there that is no organisation and no role.
    ///
    /// # Errors
    /// Says why not.
    pub fn allows(&self, text: &str) -> Result<(), TextFault> {
        if text.chars().count() > LONGEST_TEXT {
            return Err(TextFault::Long);
        }
        match self.persons {
            Persons::Allow => Ok(()),
            Persons::Initials if are_initials(text) => Ok(()),
            _ if !self.text => Err(if looks_like_person(text) { TextFault::Person } else { TextFault::Unknown }),
            // Nobody can tell a name from other words for sure, so what may be one is refused.
            _ if looks_like_person(text) => Err(TextFault::Person),
            _ => Ok(()),
        }
    }

    /// What may be written, in words.
    #[must_use]
    pub fn what(&self) -> Message {
        let entry = match &self.to[..] {
            [one] => message!("entry-of-type", type_name = &**one),
            _ => message!("entry-that-may-own"),
        };
        match (self.organisations, &self.roles) {
            (true, Some(_)) => message!("entry-or-role", entry = entry),
            (false, Some(_)) => message!("a-role"),
            _ => entry,
        }
    }
}

/// Why a text may not stand for a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// It is neither an organisation nor a role.
    Unknown,
    /// It may be the name of a person.
    Person,
    /// It is too long for a name.
    Long,
}

/// The names in a text, each with its bytes. Parts are joined again where `is_known` says that they are one name together,
/// and where neither side of `/`, `&`, `+` or the word for "and" is known. `and` is that word with what stands around it.
#[must_use]
pub fn split_parties(text: &str, and: &str, is_known: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
    let parts = parts(text, and);
    let mut found: Vec<NamedPart> = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let most = JOINED.min(parts.len() - at);
        let joined = |many: &usize| is_known(&text[parts[at].range.start..parts[at + many - 1].range.end]);
        let known = (1..=most).rev().find(joined);
        let many = known.unwrap_or(1);
        let range = parts[at].range.start..parts[at + many - 1].range.end;
        match found.last_mut().filter(|last| known.is_none() && !last.known && parts[at].weak) {
            Some(last) => last.range.end = range.end,
            None => found.push(NamedPart { range, known: known.is_some() }),
        }
        at += many;
    }
    found.into_iter().map(|part| part.range).collect()
}

struct NamedPart {
    range: Range<usize>,
    known: bool,
}

/// A text between two separators.
struct PartyPart {
    range: Range<usize>,
    /// The separator before it may also stand inside a name.
    weak: bool,
}

/// Separators that always part; those of Arabic and Ethiopic among them.
const STRONG: [&str; 10] = [",", ";", "،", "؛", "፣", "፤", "、", "\n", "<br>", "<br/>"];

/// Separators that names have too.
const WEAK: [&str; 3] = ["/", "&", "+"];

fn parts(text: &str, and: &str) -> Vec<PartyPart> {
    let mut parts = Vec::new();
    let (mut start, mut weak, mut at) = (0, false, 0);
    while at < text.len() {
        let rest = &text[at..];
        let strong = STRONG.iter().find(|sign| rest.starts_with(**sign)).map(|sign| (sign.len(), false));
        let other = WEAK.iter().find(|sign| rest.starts_with(**sign)).map(|sign| (sign.len(), true));
        let word = (!and.trim().is_empty() && rest.starts_with(and)).then_some((and.len(), true));
        match strong.or(other).or(word) {
            Some((length, is_weak)) => {
                push(&mut parts, text, start..at, weak);
                at += length;
                (start, weak) = (at, is_weak);
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    push(&mut parts, text, start..text.len(), weak);
    parts
}

fn push(parts: &mut Vec<PartyPart>, text: &str, range: Range<usize>, weak: bool) {
    let part = &text[range.clone()];
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + (part.len() - part.trim_start().len());
        parts.push(PartyPart { range: start..start + trimmed.len(), weak });
    }
}

/// Two to four letters, with or without points: `JdV`, `J. de V.` is more.
fn are_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let plain = text.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ' ' | '-'));
    let short = text.split(['.', ' ', '-']).all(|word| word.chars().count() <= 4);
    plain && short && (1..=4).contains(&letters) && text.chars().any(char::is_uppercase)
}

/// Whether a text may be the name of a person: a handle, initials, one to four words that begin with a capital or have an
/// initial among them, small words such as `de` aside. Scripts without capitals do not tell, so there every short text may
/// be one.
#[must_use]
pub fn looks_like_person(text: &str) -> bool {
    let text = text.trim();
    if text.starts_with('@') || text.contains('@') || are_initials(text) {
        return true;
    }
    if text.chars().any(char::is_numeric) {
        return false;
    }
    let words: Vec<&str> =
        text.split(|c: char| !is_word(c) && !matches!(c, '\'' | '’' | '-')).filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.len() > 5 {
        return false;
    }
    let has_case = |word: &&&str| word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    if words.iter().filter(has_case).count() == 0 {
        return words.len() <= 4;
    }
    let capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let particle = |word: &&str| word.chars().count() <= 3 && word.chars().all(|c| !c.is_uppercase());
    let names = words.iter().filter(capital).count();
    names > 0 && words.iter().all(|word| capital(&word) || particle(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, and: &str, known: &[&str]) -> Vec<String> {
        let is_known = |name: &str| known.contains(&name);
        split_parties(text, and, &is_known).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_text_is_parted_into_names() {
        let known = ["Pharos", "COA", "Anna & Bo", "Zorg, Welzijn", "الشرطة", "وزارة"];
        for (text, and, parts) in [
            ("pharos,coa", " en ", &["pharos", "coa"][..]),
            ("Pharos en COA", " en ", &["Pharos", "COA"]),
            ("Pharos; COA / X", " en ", &["Pharos", "COA", "X"]),
            ("Pharos\nCOA", " en ", &["Pharos", "COA"]),
            ("Pharos<br>COA", " en ", &["Pharos", "COA"]),
            ("Anna & Bo, COA", " en ", &["Anna & Bo", "COA"]),
            ("COA, Zorg, Welzijn", " en ", &["COA", "Zorg, Welzijn"]),
            ("R&D-team", " en ", &["R&D-team"]),
            ("groep een en twee", " en ", &["groep een en twee"]),
            ("الشرطة ووزارة", " و", &["الشرطة", "وزارة"]),
            (" , ,", " en ", &[]),
        ] {
            assert_eq!(split(text, and, &known), parts, "{text}");
        }
    }

    #[test]
    fn a_text_that_may_be_a_name_of_a_person_looks_like_one() {
        for name in [
            "Jan",
            "Jan de Vries",
            "J. de Vries",
            "JdV",
            "J.",
            "XY",
            "@jan",
            "Maria José O’Neill",
            "فاطمة",
            "Іван Франко",
        ] {
            assert!(looks_like_person(name), "{name}");
        }
        for text in ["alle deelnemers", "werkgroep intake", "Werkgroep intake en opvang", "team 3", "all participants"]
        {
            assert!(!looks_like_person(text), "{text}");
        }
    }
}
