//! A day with a time as people write it: `20 november 2026 om 14.00 uur`, `2026-11-20 2 pm`. Pure functions; knows nothing
//! of fields and files.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};

use super::deadline::{DateToken, DeadlineFault, TokenKind, tokens};
use crate::lang::{DateWords, fold, is_word};

/// Bytes of a text that is one day with a time.
const LONGEST: usize = 200;

/// The words of a language beside a time of day, their letters alone, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct ClockWords {
    /// What may stand before it.
    at: BTreeSet<String>,
    /// What may stand behind its hour.
    hour: BTreeSet<String>,
    before_noon: BTreeSet<String>,
    after_noon: BTreeSet<String>,
}

/// Why a text is no day with a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentFault {
    /// Nothing in it is one.
    Unreadable,
    /// It is a day alone.
    WithoutTime(Date),
    /// No clock shows that time.
    NoSuchTime(String),
    /// What stands before or behind the time is no day.
    Day(DeadlineFault),
}

impl ClockWords {
    pub(super) fn new(words: &DateWords) -> Self {
        let (before_noon, after_noon) = (words.before_noon.clone(), words.after_noon.clone());
        Self { before_noon, after_noon, ..Self::default() }
    }

    pub(super) fn add<'w>(&mut self, at: impl Iterator<Item = &'w str>, hour: impl Iterator<Item = &'w str>) {
        self.at.extend(at.map(letters));
        self.hour.extend(hour.map(letters));
    }

    /// The time that some tokens are, whole; `None` where they are no time, and an error where no clock shows it.
    fn time(&self, tokens: &[DateToken]) -> Option<Result<Time, ()>> {
        let tokens = self.behind_at(tokens);
        let (hour, rest) = tokens.split_first()?;
        let hour = number(hour, 1..=2)?;
        let (minute, rest) = match rest {
            [sign, minutes, rest @ ..] if self.parts(sign) && minutes.glued => match number(minutes, 2..=2) {
                Some(minute) => (Some(minute), rest),
                None => (None, &rest[..0]),
            },
            _ => (None, rest),
        };
        if minute.is_none() && matches!(tokens, [_, sign, minutes, ..] if self.parts(sign) && minutes.glued) {
            return None;
        }
        let rest = if let [sign, seconds, rest @ ..] = rest
            && sign.kind == TokenKind::Sign(':')
            && number(seconds, 2..=2).is_some()
        {
            rest
        } else {
            rest
        };
        let behind: String =
            rest.iter().filter(|token| token.kind == TokenKind::Word).map(|token| letters(&token.text)).collect();
        if rest.iter().any(|token| !matches!(token.kind, TokenKind::Word | TokenKind::Sign('.' | '\'' | '’'))) {
            return None;
        }
        let hour = match behind.as_str() {
            "" if minute.is_some() && rest.is_empty() => Some(hour),
            word if self.hour.contains(word) => Some(hour),
            word if self.before_noon.contains(word) => half(hour, 0),
            word if self.after_noon.contains(word) => half(hour, 12),
            _ => return None,
        };
        let time = hour.and_then(|hour| Time::new(hour, minute.unwrap_or(0), 0, 0).ok());
        Some(time.ok_or(()))
    }

    /// The tokens behind the words before a time.
    fn behind_at<'t>(&self, tokens: &'t [DateToken]) -> &'t [DateToken] {
        let mut rest = tokens;
        while let [first, behind @ ..] = rest {
            let sign = matches!(first.kind, TokenKind::Sign(',' | '،' | '-' | '–' | '.'));
            // `T` stands there in ISO 8601.
            let word = first.kind == TokenKind::Word && (self.at.contains(&first.text) || first.text == "t");
            if !(sign || word || self.is_phrase(tokens, behind)) {
                break;
            }
            rest = behind;
        }
        rest
    }

    /// Whether the tokens before `behind` start or make a phrase that stands before times.
    fn is_phrase(&self, tokens: &[DateToken], behind: &[DateToken]) -> bool {
        let before = &tokens[..tokens.len() - behind.len()];
        let words = before.iter().filter(|token| token.kind == TokenKind::Word);
        let said: String = words.map(|token| letters(&token.text)).collect();
        before.last().is_some_and(|last| last.kind == TokenKind::Word) && self.at.iter().any(|at| at.starts_with(&said))
    }

    /// Whether a sign or word stands between an hour and its minutes.
    fn parts(&self, token: &DateToken) -> bool {
        let between = match token.kind {
            TokenKind::Sign(sign) => matches!(sign, ':' | '.'),
            TokenKind::Word => token.text.chars().count() == 1 || self.hour.contains(&token.text),
            TokenKind::Number => false,
        };
        token.glued && between
    }

    /// Reads a day with a time behind or before it; `day` reads the day.
    pub(super) fn moment(
        &self,
        text: &str,
        day: &dyn Fn(&str) -> Result<Date, DeadlineFault>,
    ) -> Result<DateTime, MomentFault> {
        if text.len() > LONGEST {
            return Err(MomentFault::Unreadable);
        }
        let tokens = tokens(text);
        let mut fault = None;
        for at in 1..tokens.len() {
            let start = tokens[at].range.start;
            for (time, days) in [(&tokens[at..], 0..start), (&tokens[..at], start..text.len())] {
                let Some(time) = self.time(time) else { continue };
                match (day(&text[days.clone()]), time) {
                    (Ok(day), Ok(time)) => return Ok(day.to_datetime(time)),
                    (Ok(_), Err(())) => return Err(MomentFault::NoSuchTime(other_part(text, &days).to_owned())),
                    (Err(DeadlineFault::Unreadable), _) => {}
                    (Err(wrong), _) => fault = fault.or(Some(MomentFault::Day(wrong))),
                }
            }
        }
        match day(text) {
            Ok(day) => Err(MomentFault::WithoutTime(day)),
            Err(DeadlineFault::Unreadable) => Err(fault.unwrap_or(MomentFault::Unreadable)),
            Err(wrong) => Err(fault.unwrap_or(MomentFault::Day(wrong))),
        }
    }
}

/// The part of a text that is not the day.
fn other_part<'t>(text: &'t str, day: &Range<usize>) -> &'t str {
    let other = if day.start == 0 { &text[day.end..] } else { &text[..day.start] };
    other.trim_start_matches(|c: char| !c.is_numeric()).trim()
}

/// The hour of 24 of an hour of twelve.
fn half(hour: i8, noon: i8) -> Option<i8> {
    (1..=12).contains(&hour).then_some(hour % 12 + noon)
}

fn number(token: &DateToken, digits: std::ops::RangeInclusive<usize>) -> Option<i8> {
    let fits = token.kind == TokenKind::Number && digits.contains(&token.text.len());
    token.text.parse().ok().filter(|_| fits)
}

/// The letters of a text, folded.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| is_word(*c) && !c.is_numeric()).collect()
}
