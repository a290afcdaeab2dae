//! Dates as people write them in one language. Pure functions from a text to a deadline; knows nothing of fields and files.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;

use super::{Certainty, Deadline, DeadlineFault, Period, PeriodUnit, UnrealDay};
use crate::lang::{DateWords, NumberOrder, digit_value, fold, is_word};

/// Bytes of a text in which a deadline is looked for. Cells and sentences are shorter.
const LONGEST: usize = 4000;

/// Bytes of a text that is one day.
const LONGEST_DAY: usize = 200;

/// Years that a deadline may have. What lies outside is a slip, or a year of another calendar.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// What a word means in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateMeaning {
    /// A month.
    Month(i8),
    /// A quarter of a year.
    Quarter(i8),
    /// Before or at the end of what it stands beside.
    By,
    /// Nothing: `de` in `1 de mayo`.
    Idle,
    /// A deadline that is no date.
    Deadline(Deadline),
}

/// A deadline in a longer text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDeadline {
    /// The deadline.
    pub deadline: Deadline,
    /// The bytes that say it.
    pub range: Range<usize>,
}

/// The words of one language for dates. Without any it reads numbers only.
#[derive(Clone, Debug, Default)]
pub struct DeadlineReader {
    month_first: bool,
    day_first: bool,
    idle: BTreeSet<String>,
    /// By their first word; longer ones first.
    phrases: BTreeMap<String, Vec<DatePhrase>>,
    /// Whole texts, folded.
    whole: BTreeMap<String, Deadline>,
}

#[derive(Clone, Debug)]
struct DatePhrase {
    words: Vec<String>,
    meaning: DateMeaning,
}

/// A word, number or sign of a text.
#[derive(Clone, Debug)]
pub(in crate::schema) struct DateToken {
    /// In digits of ASCII, folded.
    pub(in crate::schema) text: String,
    pub(in crate::schema) kind: TokenKind,
    pub(in crate::schema) range: Range<usize>,
    /// Nothing stands between it and the token before.
    pub(in crate::schema) glued: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::schema) enum TokenKind {
    Number,
    Word,
    Sign(char),
}

/// A part of a date with its place.
#[derive(Clone, Debug)]
struct DateItem {
    what: DatePart,
    range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum DatePart {
    /// A number of at most four digits, with how many.
    Number(i16, usize),
    Meaning(DateMeaning),
    /// A date in numbers.
    Unit(Result<PeriodUnit, DeadlineFault>),
    /// What belongs to no date.
    Other,
}

impl DeadlineReader {
    /// A reader for a language, with phrases and what they mean.
    pub(super) fn new(names: &DateWords, phrases: Vec<(String, DateMeaning)>) -> Self {
        let mut reader = Self {
            month_first: names.order == NumberOrder::MonthFirst,
            day_first: names.order == NumberOrder::DayFirst,
            idle: names.idle.clone(),
            ..Self::default()
        };
        let months = names.months.iter().map(|(name, month)| (name.clone(), DateMeaning::Month(*month)));
        for (phrase, meaning) in months.chain(phrases) {
            if let DateMeaning::Deadline(deadline) = meaning {
                reader.whole.insert(whole(&phrase), deadline);
            }
            let words: Vec<String> = tokens(&phrase).into_iter().filter(DateToken::counts).map(|t| t.text).collect();
            if let Some(first) = words.first().cloned() {
                reader.phrases.entry(first).or_default().push(DatePhrase { words, meaning });
            }
        }
        for known in reader.phrases.values_mut() {
            known.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        reader
    }

    /// Reads a whole text as a deadline.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn read(&self, text: &str, meeting: Option<Date>) -> Result<Deadline, DeadlineFault> {
        if text.len() > LONGEST {
            return Err(DeadlineFault::Unreadable);
        }
        let folded = whole(text);
        let plain = folded.replace("-q", "-Q");
        if let Some(known) = Deadline::parse(&plain) {
            return known.first_year().map_or(Ok(known), |year| in_range(i64::from(year)).map(|_| known));
        }
        if let Some(known) = self.whole.get(&folded) {
            return Ok(*known);
        }
        let sure = plain.trim_end_matches(['?', '؟', '~', '%']);
        let certainty = match &plain[sure.len()..] {
            "" => Certainty::Sure,
            "?" | "؟" => Certainty::Uncertain,
            "~" => Certainty::Approximate,
            _ => Certainty::Both,
        };
        let cut = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '?' | '؟' | '~' | '%'));
        let items = self.items(cut);
        let is_by = |item: &DateItem| item.what == DatePart::Meaning(DateMeaning::By);
        let start = items.iter().take_while(|item| is_by(item)).count();
        let end = items.len() - items[start..].iter().rev().take_while(|item| is_by(item)).count();
        let parts: Vec<&DatePart> = items[start..end].iter().map(|item| &item.what).collect();
        match date(&parts, meeting).ok_or(DeadlineFault::Unreadable)?? {
            Deadline::Period(period) => Ok(Deadline::Period(Period { certainty, ..period })),
            other => Ok(other),
        }
    }

    /// Reads a whole text as one day, with its year in four digits.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn day(&self, text: &str) -> Result<Date, DeadlineFault> {
        if text.len() > LONGEST_DAY {
            return Err(DeadlineFault::Unreadable);
        }
        let items = self.items(text);
        let parts: Vec<&DatePart> = items.iter().map(|item| &item.what).collect();
        match date(&parts, None).ok_or(DeadlineFault::Unreadable)?? {
            Deadline::Period(Period { unit: PeriodUnit::Day(day), .. }) => {
                let has_year = tokens(text).iter().any(|token| token.value() == Some(i64::from(day.year())));
                if has_year { Ok(day) } else { Err(DeadlineFault::ShortYear(day)) }
            }
            Deadline::Period(_) => Err(DeadlineFault::Longer),
            _ => Err(DeadlineFault::Unreadable),
        }
    }

    /// The one deadline in a sentence; none where there is none or more than one. A year alone and a month alone count only
    /// behind a word such as `by`.
    #[must_use]
    pub fn find(&self, sentence: &str, meeting: Option<Date>) -> Option<FoundDeadline> {
        if sentence.len() > LONGEST {
            return None;
        }
        let items = self.items(sentence);
        let mut found: Option<FoundDeadline> = None;
        let mut at = 0;
        while at < items.len() {
            let by = at > 0 && items[at - 1].what == DatePart::Meaning(DateMeaning::By);
            let hit = (1..=3.min(items.len() - at)).rev().find_map(|many| {
                let parts: Vec<&DatePart> = items[at..at + many].iter().map(|item| &item.what).collect();
                Some((many, date(&parts, meeting).filter(|_| by || is_clear(&parts))?))
            });
            let Some((many, read)) = hit else {
                at += 1;
                continue;
            };
            if found.is_some() {
                return None;
            }
            let range = items[at].range.start..items[at + many - 1].range.end;
            found = Some(FoundDeadline { deadline: read.ok()?, range });
            at += many;
        }
        found
    }

    /// The parts of a text that may make a date. Signs between them and idle words are left out.
    fn items(&self, text: &str) -> Vec<DateItem> {
        let tokens = tokens(text);
        let mut items = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let (what, many) = self.item(&tokens[at..]);
            let range = tokens[at].range.start..tokens[at + many - 1].range.end;
            if let Some(what) = what {
                items.push(DateItem { what, range });
            }
            at += many;
        }
        items
    }

    /// The first part of some tokens, and how many of them it takes.
    fn item(&self, tokens: &[DateToken]) -> (Option<DatePart>, usize) {
        let first = &tokens[0];
        match first.kind {
            TokenKind::Sign('.' | ',' | '،' | '፣' | '’' | '-' | '‑' | '–' | '/' | '(' | ')') => (None, 1),
            TokenKind::Sign(_) => (Some(DatePart::Other), 1),
            TokenKind::Number | TokenKind::Word => {
                if let Some((unit, many)) = self.numeric(tokens) {
                    return (Some(DatePart::Unit(unit)), many);
                }
                if let Some((meaning, many)) = self.phrase(tokens) {
                    return (Some(DatePart::Meaning(meaning)).filter(|_| meaning != DateMeaning::Idle), many);
                }
                if let Some(number) = quarter_sign(tokens) {
                    return (Some(DatePart::Meaning(DateMeaning::Quarter(number))), 2);
                }
                match first.kind {
                    TokenKind::Number => (Some(first.number()), 1 + self.ending(&tokens[1..])),
                    _ if self.idle.contains(&first.text) => (None, 1),
                    _ => (Some(DatePart::Other), 1),
                }
            }
        }
    }

    /// The longest phrase at the start of some tokens. Points and lines between its words make no difference.
    fn phrase(&self, tokens: &[DateToken]) -> Option<(DateMeaning, usize)> {
        let known = self.phrases.get(&tokens[0].text)?;
        known.iter().find_map(|phrase| {
            let mut words = phrase.words.iter();
            let mut next = words.next();
            for (index, token) in tokens.iter().enumerate() {
                match next {
                    Some(word) if *word == token.text => next = words.next(),
                    Some(_) if !token.counts() => {}
                    _ => return None,
                }
                if next.is_none() {
                    return Some((phrase.meaning, index + 1 + self.ending(&tokens[index + 1..])));
                }
            }
            None
        })
    }

    /// The ending of a number or name: `1e`, `1-го`, `2027'ye`. Some tokens, or none.
    fn ending(&self, tokens: &[DateToken]) -> usize {
        match tokens {
            [word, ..] if self.is_ending(word, 3) => 1,
            [sign, word, ..] if sign.is_joint() && self.is_ending(word, 4) => 2,
            _ => 0,
        }
    }

    fn is_ending(&self, token: &DateToken, most: usize) -> bool {
        let short = token.kind == TokenKind::Word && token.glued && token.text.chars().count() <= most;
        short && !self.phrases.contains_key(&token.text)
    }

    /// A date in numbers at the start of some tokens: three numbers with the same sign between them, or a month and a year.
    fn numeric(&self, tokens: &[DateToken]) -> Option<(Result<PeriodUnit, DeadlineFault>, usize)> {
        let number = |at: usize| tokens.get(at).filter(|token| token.kind == TokenKind::Number);
        let sign = |at: usize| tokens.get(at).and_then(DateToken::joint);
        // In German a space may follow the point.
        let joined = |at: usize| number(at).filter(|token| token.glued || sign(at - 1) == Some('.'));
        let (first, sign_one, second) = (number(0)?, sign(1)?, joined(2)?);
        let (one, two) = (first.value()?, second.value()?);
        let third = sign(3).filter(|other| *other == sign_one).and_then(|_| joined(4));
        let Some(third) = third else {
            let more = tokens.get(3).is_some_and(|token| token.glued && token.kind == TokenKind::Number);
            let pair = match (first.text.len(), second.text.len()) {
                (4, 2) => Some((one, two)),
                (1 | 2, 4) => Some((two, one)),
                _ => None,
            };
            let (year, month) = pair.filter(|_| !more && sign_one != '.')?;
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            return Some((in_range(year).map(|year| month_of(year, month)), 3));
        };
        // A number with more parts is a version, or an address of a computer.
        let longer = sign(5) == Some(sign_one) && joined(6).is_some_and(|token| token.glued);
        let three = third.value()?;
        let unit = match (first.text.len(), second.text.len(), third.text.len()) {
            _ if longer => return None,
            (4, 1 | 2, 1 | 2) => day(one, two, three),
            (1 | 2, 1 | 2, 4) => self.day_of(three, one, two),
            (1 | 2, 1 | 2, 2) if self.day_first || self.month_first => self.day_of(2000 + three, one, two),
            _ => return None,
        };
        Some((unit, 5))
    }

    /// A day of which the order of its first two numbers is that of the language.
    fn day_of(&self, year: i64, one: i64, two: i64) -> Result<PeriodUnit, DeadlineFault> {
        if self.day_first {
            return day(year, two, one);
        }
        if self.month_first {
            return day(year, one, two);
        }
        match (day(year, two, one), day(year, one, two)) {
            (Ok(PeriodUnit::Day(one)), Ok(PeriodUnit::Day(other))) if one != other => {
                Err(DeadlineFault::Ambiguous(one, other))
            }
            (Ok(unit), _) | (_, Ok(unit)) => Ok(unit),
            (Err(fault), _) => Err(fault),
        }
    }
}

impl DateToken {
    /// Whether it joins an ending to the number or name before it.
    fn is_joint(&self) -> bool {
        self.glued && matches!(self.kind, TokenKind::Sign('-' | '\'' | '’'))
    }

    /// Whether it is a word or a number.
    fn counts(&self) -> bool {
        !matches!(self.kind, TokenKind::Sign(_))
    }

    /// The sign, where it may stand between two numbers of a date.
    fn joint(&self) -> Option<char> {
        match self.kind {
            TokenKind::Sign(sign @ ('.' | '-' | '‑' | '–' | '/')) if self.glued => Some(sign),
            _ => None,
        }
    }

    fn value(&self) -> Option<i64> {
        self.text.parse().ok().filter(|_| self.text.len() <= 4)
    }

    fn number(&self) -> DatePart {
        let small = self.value().and_then(|number| i16::try_from(number).ok());
        small.map_or(DatePart::Other, |number| DatePart::Number(number, self.text.len()))
    }
}

/// `Q1` is written so in many languages.
fn quarter_sign(tokens: &[DateToken]) -> Option<i8> {
    let [sign, number, ..] = tokens else { return None };
    let number = number.text.parse().ok().filter(|found| number.glued && (1..=4).contains(found))?;
    (sign.text == "q").then_some(number)
}

/// A text as whole phrases are compared: folded, digits of ASCII, single spaces, no marks of direction.
fn whole(text: &str) -> String {
    let digits: String = text.chars().map(|c| digit_value(c).map_or(c, |digit| char::from(b'0' + digit))).collect();
    fold(&digits).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words, numbers and signs of a text.
pub(in crate::schema) fn tokens(text: &str) -> Vec<DateToken> {
    let mut tokens: Vec<DateToken> = Vec::new();
    let mut after_space = true;
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let digit = digit_value(c);
        let kind = match c {
            _ if digit.is_some() => TokenKind::Number,
            // Joiners stand inside words of Persian.
            _ if is_word(c) || matches!(c, '\u{200C}' | '\u{200D}' | '\u{AD}') => TokenKind::Word,
            _ if c.is_whitespace() || fold(c.encode_utf8(&mut [0; 4])).trim().is_empty() => {
                after_space |= c.is_whitespace();
                continue;
            }
            _ => TokenKind::Sign(c),
        };
        let piece = digit.map_or(c, |digit| char::from(b'0' + digit));
        match tokens.last_mut().filter(|last| !after_space && last.kind == kind && last.counts()) {
            Some(last) => {
                last.text.push(piece);
                last.range.end = range.end;
            }
            None => tokens.push(DateToken { text: piece.to_string(), kind, range, glued: !after_space }),
        }
        after_space = false;
    }
    for token in tokens.iter_mut().filter(|token| token.kind == TokenKind::Word) {
        token.text = fold(&token.text);
    }
    tokens
}

/// The deadline that some parts make together; none where they make none.
fn date(parts: &[&DatePart], meeting: Option<Date>) -> Option<Result<Deadline, DeadlineFault>> {
    use DatePart::{Meaning, Number, Unit};
    let found = match parts {
        [Unit(unit)] => unit.clone(),
        [Meaning(DateMeaning::Deadline(deadline))] => return Some(Ok(*deadline)),
        [Number(one, 1 | 2), Meaning(DateMeaning::Month(month)), Number(year, digits @ (2 | 4))]
        | [Meaning(DateMeaning::Month(month)), Number(one, 1 | 2), Number(year, digits @ 4)] => {
            let year = i64::from(*year) + if *digits == 2 { 2000 } else { 0 };
            day(year, i64::from(*month), i64::from(*one))
        }
        [Number(year, 4), Meaning(DateMeaning::Month(month)), Number(one, 1 | 2)]
        | [Number(year, 4), Number(one, 1 | 2), Meaning(DateMeaning::Month(month))] => {
            day(i64::from(*year), i64::from(*month), i64::from(*one))
        }
        // Characters for year, month and day are idle words of their languages.
        [Number(year, 4), Number(month, 1 | 2), Number(one, 1 | 2)] => {
            day(i64::from(*year), i64::from(*month), i64::from(*one))
        }
        [Meaning(part), Number(year, 4)] | [Number(year, 4), Meaning(part)] => {
            let known = part.in_year(*year)?;
            in_range(i64::from(*year)).map(|_| known)
        }
        [Number(one, 1 | 2), Meaning(DateMeaning::Month(month))]
        | [Meaning(DateMeaning::Month(month)), Number(one, 1 | 2)] => {
            next_day(*month, i8::try_from(*one).ok()?, meeting)
        }
        [Meaning(part)] => next_part(*part, meeting)?,
        [Number(year, 4)] => in_range(i64::from(*year)).map(PeriodUnit::Year),
        _ => return None,
    };
    Some(found.map(Deadline::from))
}

/// Whether parts are a date wherever they stand: a year may count anything, and a name of a month may be another word.
fn is_clear(parts: &[&DatePart]) -> bool {
    use DatePart::{Meaning, Number};
    match parts {
        [Meaning(meaning)] => {
            matches!(meaning, DateMeaning::Deadline(Deadline::NextMeeting) | DateMeaning::Quarter(_))
        }
        [Number(..)] | [Meaning(_), Number(_, 1 | 2)] | [_, _, Number(_, 2)] | [Number(..), Number(..), ..] => false,
        _ => true,
    }
}

/// A year in which people plan.
fn in_range(year: i64) -> Result<i16, DeadlineFault> {
    let small = i16::try_from(year).ok().filter(|year| YEARS.contains(year));
    small.ok_or(DeadlineFault::OtherYear(year))
}

fn month_of(year: i16, number: i8) -> PeriodUnit {
    PeriodUnit::Month(super::YearPart { year, number })
}

fn day(year: i64, month: i64, day: i64) -> Result<PeriodUnit, DeadlineFault> {
    let year = in_range(year)?;
    let parts = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    let date = parts.and_then(|(month, day)| Date::new(year, month, day).ok());
    date.map(PeriodUnit::Day).ok_or(DeadlineFault::NoSuchDay(UnrealDay { year: Some(year), month, day }))
}

/// The first such day after a meeting. Leap days come within eight years.
fn next_day(month: i8, day: i8, meeting: Option<Date>) -> Result<PeriodUnit, DeadlineFault> {
    let meeting = meeting.ok_or(DeadlineFault::NoYear)?;
    let days = (meeting.year()..=meeting.year().saturating_add(8)).filter_map(|year| Date::new(year, month, day).ok());
    let unreal = UnrealDay { year: None, month: month.into(), day: day.into() };
    days.into_iter().find(|day| *day > meeting).map(PeriodUnit::Day).ok_or(DeadlineFault::NoSuchDay(unreal))
}

/// The first such month or quarter that ends after a meeting.
fn next_part(part: DateMeaning, meeting: Option<Date>) -> Option<Result<PeriodUnit, DeadlineFault>> {
    part.in_year(*YEARS.start())?;
    let Some(meeting) = meeting else { return Some(Err(DeadlineFault::NoYear)) };
    let years = [meeting.year(), meeting.year().saturating_add(1)];
    let unit = years.into_iter().filter_map(|year| part.in_year(year)).find(|unit| unit.last() > meeting);
    Some(unit.ok_or(DeadlineFault::NoYear))
}
