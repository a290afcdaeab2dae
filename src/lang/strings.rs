//! The strings of the interface: Fluent messages per language, theme first and site over it, with fallback languages.
//! Knows not which strings a theme needs nor where a message is asked for; both are said by who calls.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use icu::plurals::{PluralCategory, PluralRules};

use super::locale::{Digits, Numbers};
use super::{Direction, Lang};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// One file of messages in Fluent's syntax.
#[derive(Clone, Debug)]
pub struct StringFile {
    /// The language of its messages.
    pub lang: Lang,
    /// Path from the root of the site.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

/// A value for a placeholder.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A count: chooses the plural and is written as the language writes numbers. A year or a number that names
    /// something is a text.
    Number(i64),
    /// Anything else.
    Text(String),
}

/// The answer to a request for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text; the key itself when there is none; with `{$name}` in place of what failed.
    pub value: String,
    /// The language that answered.
    pub lang: Lang,
    /// What went wrong, if anything.
    pub failure: Option<StringFailure>,
}

/// Why a text is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StringFailure {
    /// No language of the chain has the message.
    Missing,
    /// The message has parts that cannot be filled in: one sentence for each.
    Broken(Vec<String>),
}

/// All messages of all languages; shared by all threads.
pub struct Strings {
    bundles: BTreeMap<Lang, Bundle>,
    chains: BTreeMap<Lang, Vec<Lang>>,
}

struct Bundle {
    messages: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    numbers: Numbers,
    plurals: Option<Plurals>,
}

/// The digits that a language is written with.
pub(super) type DigitsOf<'a> = dyn Fn(&Lang) -> Digits + 'a;

impl Strings {
    /// Reads the files. A message of a later file takes the place of an earlier one; a message that cannot be read is
    /// reported and left out, the others stay. `chains` names the languages to ask when one has no message.
    #[must_use]
    pub fn new(
        files: &[StringFile],
        chains: &BTreeMap<Lang, Vec<Lang>>,
        digits: &DigitsOf<'_>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut bundles = BTreeMap::new();
        let mut problems = Vec::new();
        for file in files {
            let bundle =
                bundles.entry(file.lang.clone()).or_insert_with(|| Bundle::new(&file.lang, digits(&file.lang)));
            bundle.add(file, &mut problems);
        }
        (Self { bundles, chains: chains.clone() }, problems)
    }

    /// The text of a message, or of an attribute of one (`message.attribute`), in the language or the first of its
    /// chain that has it.
    #[must_use]
    pub fn text(&self, lang: &Lang, key: &str, args: &[(&str, Arg)]) -> Text {
        let fallbacks = self.chains.get(lang).map_or(&[][..], Vec::as_slice);
        for lang in std::iter::once(lang).chain(fallbacks) {
            if let Some((value, failure)) = self.bundles.get(lang).and_then(|bundle| bundle.text(key, args)) {
                return Text { value, lang: lang.clone(), failure };
            }
        }
        Text { value: key.to_owned(), lang: lang.clone(), failure: Some(StringFailure::Missing) }
    }

    /// Whether a language itself has a message.
    #[must_use]
    pub fn has(&self, lang: &Lang, key: &str) -> bool {
        self.bundles.get(lang).is_some_and(|bundle| bundle.keys.contains(key))
    }

    /// The keys of the messages of all languages, in order.
    #[must_use]
    pub fn all_keys(&self) -> Vec<&str> {
        let keys: BTreeSet<&str> =
            self.bundles.values().flat_map(|bundle| bundle.keys.iter().map(String::as_str)).collect();
        keys.into_iter().collect()
    }

    /// The keys of the messages that the language itself has, in order.
    pub fn keys(&self, lang: &Lang) -> impl Iterator<Item = &str> {
        self.bundles.get(lang).into_iter().flat_map(|bundle| bundle.keys.iter().map(String::as_str))
    }
}

/// Fluent's bundles have no form for debugging; the languages must do.
impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Strings").field("languages", &self.bundles.keys()).finish_non_exhaustive()
    }
}

impl Bundle {
    fn new(lang: &Lang, digits: Digits) -> Self {
        let mut messages = FluentBundle::new_concurrent(vec![lang.plain().parse().unwrap_or_default()]);
        // Names in Latin script stand in nearly every text; only among letters that run the other way do they need
        // marks around them.
        messages.set_use_isolating(lang.direction() == Direction::Rtl);
        messages.set_formatter(Some(mark_number));
        messages.add_function("NUMBER", number).expect("a new bundle has no function of that name");
        Self { messages, keys: BTreeSet::new(), numbers: Numbers::new(lang, digits), plurals: Plurals::new(lang) }
    }

    fn add(&mut self, file: &StringFile, problems: &mut Vec<Diagnostic>) {
        if let Some((place, reason)) = refuse(&file.text) {
            let problem = Diagnostic::error(Code::StringInvalid, message!("strings-unreadable"));
            problems.push(problem.at(Span::new(&file.path, place)).label(reason));
            return;
        }
        // Fluent takes a byte order mark for a part of the first key; as many spaces would indent it, as many line
        // breaks keep every place where it was.
        let text = file.text.replacen('\u{feff}', "\n\n\n", usize::from(file.text.starts_with('\u{feff}')));
        let declared = declared(&text);
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let entry = error.slice.unwrap_or(error.pos.clone());
                problems.push(unreadable(file, &declared, entry, error.pos, &error.kind.to_string()));
            }
            resource
        });
        self.messages.add_resource_overriding(resource);
        report_doubles(file, &declared, problems);
        let present = declared.into_iter().map(|(key, _)| key).filter(|key| self.messages.has_message(key));
        self.keys.extend(present);
    }

    fn text(&self, key: &str, args: &[(&str, Arg)]) -> Option<(String, Option<StringFailure>)> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.messages.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => values.set(*name, self.count(*number)),
                Arg::Text(text) => values.set(*name, text.as_str()),
            }
        }
        let mut errors = Vec::new();
        let text = self.messages.format_pattern(pattern, Some(&values), &mut errors);
        let failure = (!errors.is_empty()).then(|| StringFailure::Broken(errors.iter().map(sentence).collect()));
        Some((write_numbers(text, &self.numbers), failure))
    }

    fn count(&self, number: i64) -> FluentNumber {
        match self.plurals.as_ref().and_then(|plurals| plurals.stand_in(number)) {
            Some(stand_in) => {
                // The number that is shown travels in an option that nothing here reads.
                let options = FluentNumberOptions { currency: Some(number.to_string()), ..Default::default() };
                FluentNumber { options, ..stand_in.into() }
            }
            None => number.into(),
        }
    }
}

/// Mends the plural rules of Fluent, which rest on an old CLDR and lose the remainder in `n % 100`: 103 would not be
/// `few` in Arabic, nor 101 in Romanian. ICU has the right rules but cannot be put in their place; so a number that
/// Fluent would place wrongly is chosen by another one, for which Fluent finds the right form.
struct Plurals {
    rules: PluralRules,
    /// For each category, a number that Fluent puts in it.
    stand_ins: Vec<(PluralCategory, i64)>,
    /// Whether Fluent is right about the number at this index.
    right: Vec<bool>,
}

impl Plurals {
    /// Rules on remainders of ten and of a hundred have shown all they do before this number.
    const PROBED: i64 = 200;

    /// Compares the two sets of rules; `None` when they agree, as they do for most languages.
    fn new(lang: &Lang) -> Option<Self> {
        let rules = PluralRules::try_new_cardinal((&lang.icu()?).into()).ok()?;
        // Only `other`: ICU does not know the language, and Fluent's guess (as in English) is better.
        if rules.categories().count() < 2 {
            return None;
        }
        let fluent = fluent_categories(lang, 0..Self::PROBED)?;
        let right: Vec<bool> = (0_u64..).zip(&fluent).map(|(n, category)| rules.category_for(n) == *category).collect();
        let mut stand_ins: Vec<(PluralCategory, i64)> = Vec::new();
        for (number, category) in (0..).zip(fluent) {
            if stand_ins.iter().all(|(known, _)| *known != category) {
                stand_ins.push((category, number));
            }
        }
        (!right.iter().all(|right| *right)).then_some(Self { rules, stand_ins, right })
    }

    /// The number that chooses the form instead; `None` when the number does so itself.
    fn stand_in(&self, number: i64) -> Option<i64> {
        let size = number.unsigned_abs();
        if usize::try_from(size).ok().and_then(|size| self.right.get(size)) == Some(&true) {
            return None;
        }
        let category = self.rules.category_for(size);
        self.stand_ins.iter().find(|(known, _)| *known == category).map(|(_, number)| *number)
    }
}

/// The categories that Fluent gives to numbers, got from it by asking: its rules are not public.
fn fluent_categories(lang: &Lang, numbers: Range<i64>) -> Option<Vec<PluralCategory>> {
    const PROBE: &str = "n = { $n ->\n [zero] 0\n [one] 1\n [two] 2\n [few] 3\n [many] 4\n *[x] 5\n }\n";
    let mut bundle = FluentBundle::new_concurrent(vec![lang.plain().parse().unwrap_or_default()]);
    bundle.add_resource_overriding(FluentResource::try_new(PROBE.to_owned()).ok()?);
    let pattern = bundle.get_message("n")?.value()?;
    let formatted = numbers.map(|number| {
        let mut args = FluentArgs::with_capacity(1);
        args.set("n", number);
        probed_category(&bundle.format_pattern(pattern, Some(&args), &mut Vec::new()))
    });
    Some(formatted.collect())
}

/// The category that the probe was formatted with.
fn probed_category(digit: &str) -> PluralCategory {
    match digit {
        "0" => PluralCategory::Zero,
        "1" => PluralCategory::One,
        "2" => PluralCategory::Two,
        "3" => PluralCategory::Few,
        "4" => PluralCategory::Many,
        _ => PluralCategory::Other,
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Around a number that is still to be written: two of Unicode's code points for internal use.
const NUMBER_START: char = '\u{fdd0}';
const NUMBER_END: char = '\u{fdd1}';

/// More decimals than any number of a site has, and few enough for Fluent, which multiplies them out for the plural.
const MAX_DIGITS: usize = 18;

/// Fluent's formatter cannot hold a formatter of ICU (it is a bare function), so that it marks the numbers, and
/// [`write_numbers`] writes them. Generic, because the memoizer has a type that this crate has no name for.
fn mark_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let options = &number.options;
    let least = options.minimum_fraction_digits.unwrap_or(0).min(MAX_DIGITS);
    let most = options.maximum_fraction_digits.map_or(MAX_DIGITS, |most| most.max(least).min(MAX_DIGITS));
    let mut plain = options.currency.clone().unwrap_or_else(|| number.value.to_string());
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals > most {
        plain = format!("{:.most$}", number.value);
    } else if decimals < least {
        plain.push_str(if decimals == 0 { "." } else { "" });
        plain.extend(std::iter::repeat_n('0', least - decimals));
    }
    // Without grouping it is a year or a number that names something: as it is.
    let bare = !options.use_grouping && !plain.contains('.');
    Some(if bare { plain } else { format!("{NUMBER_START}{plain}{NUMBER_END}") })
}

fn write_numbers(text: Cow<'_, str>, numbers: &Numbers) -> String {
    if !text.contains(NUMBER_START) {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split(NUMBER_START).enumerate() {
        match part.split_once(NUMBER_END) {
            Some((plain, rest)) if index > 0 => {
                out.push_str(numbers.format(plain).as_deref().unwrap_or(plain));
                out.push_str(rest);
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// `NUMBER($count, minimumFractionDigits: 1)`: Fluent's own, within bounds and without an error for what is no number.
fn number<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(number)) => {
            let mut number = number.clone();
            let shown = number.options.currency.take();
            number.options.merge(named);
            number.options.currency = shown;
            let digits = &mut number.options.minimum_fraction_digits;
            *digits = digits.map(|digits| digits.min(MAX_DIGITS));
            FluentValue::Number(number)
        }
        Some(other) => other.clone(),
        None => FluentValue::Error,
    }
}

/// What Fluent says when a part cannot be filled in, in the style of diagnostics.
fn sentence(error: &FluentError) -> String {
    let error = error.to_string();
    in_style(error.strip_prefix("Resolver error: ").unwrap_or(&error))
}

fn in_style(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).map(|c| if c == '"' { '`' } else { c }).collect()
}

/// The keys that a file declares (a term with its `-`), each with its place. Fluent's own list of entries cannot be
/// used: its types belong to a crate that is none of ours.
fn declared(text: &str) -> Vec<(String, Range<usize>)> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let body = line.strip_prefix('-').unwrap_or(line);
        let is_part = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let name = body.bytes().take_while(|b| is_part(*b)).count();
        let begins = body.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins && body[name..].trim_start_matches(' ').starts_with('=') {
            let end = line.len() - body.len() + name;
            found.push((line[..end].to_owned(), start..start + end));
        }
        start += line.len();
    }
    found
}

fn report_doubles(file: &StringFile, declared: &[(String, Range<usize>)], problems: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (key, place) in declared {
        if let Some(before) = first.insert(key, place) {
            let span = |place: &Range<usize>| Span::new(&file.path, place.clone());
            problems.push(
                Diagnostic::warning(Code::StringInvalid, message!("string-twice", key = key))
                    .at(span(place))
                    .label(message!("string-used-label"))
                    .also(span(before), message!("string-unused-label"))
                    .help(message!("string-twice-help")),
            );
        }
    }
}

fn unreadable(
    file: &StringFile,
    declared: &[(String, Range<usize>)],
    entry: Range<usize>,
    at: Range<usize>,
    reason: &str,
) -> Diagnostic {
    let key = declared.iter().find(|(_, place)| entry.contains(&place.start));
    let message = match key {
        Some((key, _)) => message!("string-unreadable", key = key),
        None => message!("no-string"),
    };
    let problem = Diagnostic::error(Code::StringInvalid, message)
        .at(Span::new(&file.path, whole_characters(&file.text, at)))
        .label(Message::verbatim(in_style(reason)));
    match advice(reason) {
        Some(advice) => problem.help(advice),
        None => problem,
    }
}

/// Fluent counts single bytes, and one past the end for what is missing there.
fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start.min(text.len());
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

fn advice(reason: &str) -> Option<Message> {
    if reason.contains("default variant") {
        return Some(message!("string-star-help"));
    }
    if reason.contains("message field") {
        return Some(message!("string-text-help"));
    }
    if reason.contains("starting with \"=\"") {
        return Some(message!("string-form-help"));
    }
    if reason.contains("starting with \"}\"") || reason.contains("inline expression") {
        return Some(message!("string-brace-help", name = "{ $name }", brace = "{\"{\"}"));
    }
    None
}

/// Finds what Fluent would fall over instead of reporting: it recurses without limit, and panics when it gives up on
/// a text whose placeholder holds a bare placeholder or chooses by a constant, or on a number with endless decimals.
pub(super) fn refuse(text: &str) -> Option<(Range<usize>, Message)> {
    /// Braces in braces: more than any text has, and few enough for the stack of Fluent.
    const DEEPEST: usize = 40;
    let bytes = text.as_bytes();
    let (mut braces, mut brackets, mut at) = (0_usize, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let mut next = at + 1;
        match byte {
            b'#' if at == 0 || bytes[at - 1] == b'\n' => next = line_end(bytes, at),
            b'{' => {
                braces += 1;
                let inner = skip(bytes, next, is_blank);
                if bytes.get(inner) == Some(&b'{') {
                    return Some((at..inner + 1, message!("string-one-brace", example = "{ $name }")));
                }
                let after = skip_literal(bytes, inner);
                if after > inner && bytes[skip(bytes, after, is_blank)..].starts_with(b"->") {
                    return Some((at..after, message!("string-choice", example = "{ $count -> …")));
                }
                next = after;
            }
            b'}' => {
                braces = braces.saturating_sub(1);
                brackets = if braces == 0 { 0 } else { brackets };
            }
            b'(' if braces > 0 => brackets += usize::from(bytes[at - 1].is_ascii_alphanumeric()),
            b')' => brackets = brackets.saturating_sub(1),
            b'.' if braces > 0 => {
                next = skip(bytes, next, |b| b.is_ascii_digit());
                if next - at > MAX_DIGITS + 1 {
                    return Some((at..next, message!("string-decimals")));
                }
            }
            _ => {}
        }
        if braces.max(brackets) > DEEPEST {
            return Some((at..at + 1, message!("string-depth")));
        }
        at = next;
    }
    None
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r')
}

fn skip(bytes: &[u8], from: usize, accept: impl Fn(u8) -> bool) -> usize {
    from + bytes[from.min(bytes.len())..].iter().take_while(|b| accept(**b)).count()
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    skip(bytes, from, |b| b != b'\n')
}

/// The end of the text in quotes or the number that starts here, or here.
fn skip_literal(bytes: &[u8], from: usize) -> usize {
    match bytes.get(from) {
        Some(b'"') => {
            let mut at = from + 1;
            while let Some(&byte) = bytes.get(at)
                && byte != b'\n'
            {
                match byte {
                    b'"' => return at + 1,
                    b'\\' => at += 2,
                    _ => at += 1,
                }
            }
            from
        }
        Some(b'-' | b'0'..=b'9') => {
            let end = skip(bytes, from + 1, |b| b.is_ascii_digit() || b == b'.');
            if bytes[from..end].iter().any(u8::is_ascii_digit) { end } else { from }
        }
        _ => from,
    }
}
