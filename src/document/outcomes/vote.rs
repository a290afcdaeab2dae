//! Votes on outcomes and numbers of their own, as their marks have them. Knows nothing of kinds and of what is shown.

use std::ops::Range;
use std::sync::Arc;

use super::Attributes;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;
use crate::schema::OutcomeKind;
use crate::settings::Located;
use crate::source::digestible;

/// How those present decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// Nobody was against it.
    Consensus,
    /// Votes were counted.
    Counted(VoteCounts),
}

/// Numbers of votes; what the notes do not say is not known, and not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VoteCounts {
    /// For it.
    pub in_favour: Option<u32>,
    /// Against it.
    pub against: Option<u32>,
    /// Neither.
    pub abstained: Option<u32>,
    /// Who could have voted.
    pub present: Option<u32>,
}

digestible!(
    enum Vote {
        Consensus,
        Counted(counts),
    }
);
digestible!(struct VoteCounts { in_favour, against, abstained, present });

impl VoteCounts {
    /// The parts with their keys in marks and data, in their order.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, Option<u32>); 4] {
        let Self { in_favour, against, abstained, present } = *self;
        [("for", in_favour), ("against", against), ("abstain", abstained), ("present", present)]
    }

    /// Votes of all sorts.
    fn cast(&self) -> u64 {
        [self.in_favour, self.against, self.abstained].into_iter().flatten().map(u64::from).sum()
    }

    fn part(&mut self, key: &str) -> Option<&mut Option<u32>> {
        match key {
            "for" => Some(&mut self.in_favour),
            "against" => Some(&mut self.against),
            "abstain" => Some(&mut self.abstained),
            "present" => Some(&mut self.present),
            _ => None,
        }
    }
}

/// The keys of a vote in a mark.
pub(in crate::document) const VOTE_KEYS: [&str; 5] = ["for", "against", "abstain", "present", "vote"];

/// The key of a number in a mark, and its name among what a table shows.
pub const NUMBER_KEY: &str = "number";

/// Most people that can vote: more is a slip of the hand.
const MOST: u32 = 100_000_000;

/// Characters of the longest number.
const LONGEST: usize = 60;

/// A vote and a number, and what is wrong with them.
pub(super) struct BallotReader<'a> {
    pub(super) kind: &'a OutcomeKind,
    pub(super) span: &'a dyn Fn(Range<usize>) -> Span,
    pub(super) told: &'a mut Diagnostics,
}

impl BallotReader<'_> {
    fn wrong(&mut self, range: &Range<usize>, message: Message, help: Message) {
        let at = (self.span)(range.clone());
        self.told.push(Diagnostic::error(Code::OutcomeVote, message).at(at).help(help));
    }

    /// The vote, where the kind may have one.
    pub(super) fn vote(&mut self, read: &Attributes<'_>) -> Option<Located<Vote>> {
        let mut counts = VoteCounts::default();
        let mut consensus = None;
        let mut last: Option<Range<usize>> = None;
        let pairs = read.pairs.iter().filter(|(key, ..)| VOTE_KEYS.contains(key));
        for (key, value, range) in pairs {
            if !self.kind.vote {
                let message = message!("vote-not-here", key = *key, kind = &*self.kind.name);
                self.wrong(range, message, message!("vote-not-here-help"));
                continue;
            }
            let Some(part) = counts.part(key) else {
                if value.trim() == "consensus" {
                    consensus = Some(range.clone());
                } else {
                    self.wrong(range, message!("vote-unknown", value = value), message!("vote-unknown-help"));
                }
                continue;
            };
            match (part.is_some(), value.trim().parse::<u32>().ok().filter(|number| *number <= MOST)) {
                (true, _) => self.wrong(range, message!("attribute-twice", key = *key), message!("keep-one")),
                (false, None) => {
                    self.wrong(range, message!("vote-no-number", value = value), message!("vote-no-number-help"));
                }
                (false, number) => *part = number,
            }
            last = Some(range.clone());
        }
        let counted = counts != VoteCounts::default();
        match (consensus, last.filter(|_| counted)) {
            (Some(range), Some(_)) => {
                self.wrong(&range, message!("consensus-counts"), message!("consensus-counts-help"));
                None
            }
            (Some(range), None) => Some(Located { value: Vote::Consensus, span: (self.span)(range) }),
            (None, Some(range)) => {
                self.adds_up(&counts, &range);
                Some(Located { value: Vote::Counted(counts), span: (self.span)(range) })
            }
            (None, None) => None,
        }
    }

    fn adds_up(&mut self, counts: &VoteCounts, range: &Range<usize>) {
        let cast = counts.cast();
        if let Some(present) = counts.present.filter(|present| cast > u64::from(*present)) {
            let message = message!("votes-too-many", cast = cast, present = present);
            self.wrong(range, message, message!("votes-too-many-help"));
        }
    }

    /// The number, where the kind may have one.
    pub(super) fn number(&mut self, read: &Attributes<'_>) -> Option<Located<Arc<str>>> {
        let mut found: Option<Located<Arc<str>>> = None;
        for (_, value, range) in read.pairs.iter().filter(|(key, ..)| *key == NUMBER_KEY) {
            let value = value.trim();
            if !self.kind.number {
                let message = message!("number-not-here", kind = &*self.kind.name);
                self.wrong(range, message, message!("number-not-here-help"));
            } else if !is_number(value) {
                let shown = value.chars().take(LONGEST).collect::<String>();
                let message = message!("number-unknown", value = shown, kind = &*self.kind.name);
                self.wrong(range, message, message!("number-unknown-help"));
            } else if found.is_some() {
                self.wrong(range, message!("attribute-twice", key = NUMBER_KEY), message!("keep-one"));
            } else {
                found = Some(Located { value: Arc::from(value), span: (self.span)(range.clone()) });
            }
        }
        found
    }
}

/// Whether a text can be the number of an outcome.
pub(in crate::document) fn is_number(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | ':' | ' ' | '(' | ')');
    text.chars().any(char::is_alphanumeric) && text.chars().all(fits) && text.chars().count() <= LONGEST
}

/// Tells votes of more people than the entry says were there.
pub(in crate::document) fn check_attendance(vote: &Located<Vote>, attendance: i64, diagnostics: &mut Diagnostics) {
    let Vote::Counted(counts) = vote.value else { return };
    let most = counts.cast().max(u64::from(counts.present.unwrap_or_default()));
    if u64::try_from(attendance).is_ok_and(|attendance| most > attendance) {
        let there = u64::try_from(attendance).unwrap_or_default();
        let message = message!("votes-above-attendance", most = most, attendance = there);
        let diagnostic = Diagnostic::error(Code::OutcomeVote, message).at(vote.span.clone());
        diagnostics.push(diagnostic.help(message!("votes-above-attendance-help")));
    }
}
