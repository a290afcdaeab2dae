//! What a PDF file would cost, found before the library reads it: the library follows brackets and references by calling
//! itself, keeps what it unfolded, and copies the settings of a page for each level above it. Knows nothing of letters.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

use super::objects::{self, ObjectFacts, TooDeep};

/// Bytes that a part of a file may unfold to: a large picture, and more than the text of any book.
const UNFOLDED: usize = 64 << 20;

/// Bytes that all parts that hold objects may unfold to; the library keeps them to its end.
const HELD: usize = 64 << 20;

/// Levels of a tree of pages, of functions and of colour spaces: real ones have five.
const LEVELS: u64 = 50;

/// Steps along a tree, each counted as many times as it is deep: those of a book of ten thousand pages.
const STEPS: u64 = 500_000;

/// Bytes that are searched for brackets from any place that may be the start of an object. Deeper ones are further
/// apart, and then too few to matter.
const WINDOW: usize = 64 << 10;

/// Bytes that all parts of a file may unfold to.
const ALL: usize = 1 << 30;

/// Bytes that the parts called by one stream may unfold to, if all are as large as the largest.
const CALLED: usize = 200 << 20;

/// A file that costs too much.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooCostly;

impl From<TooDeep> for TooCostly {
    fn from(_: TooDeep) -> Self {
        Self
    }
}

/// Whether a file can be read at a bearable cost.
pub(super) fn check(bytes: &[u8]) -> Result<(), TooCostly> {
    let mut survey =
        Survey { bytes, objects: BTreeMap::new(), read: BTreeSet::new(), held: 0, unfolded: 0, calls: 0, largest: 0 };
    survey.objects()?;
    survey.streams()?;
    survey.contents()?;
    survey.calls()?;
    brackets(bytes)?;
    trees(&survey.objects)
}

/// All objects by their number. Where a number stands twice, both count.
type Objects = BTreeMap<u32, Vec<ObjectFacts>>;

struct Survey<'b> {
    bytes: &'b [u8],
    objects: Objects,
    /// Where streams start that were looked at.
    read: BTreeSet<usize>,
    /// Bytes of all streams that hold objects.
    held: usize,
    unfolded: usize,
    /// The most calls of parts in one stream, and the size of the largest part: the library unfolds a part anew for each
    /// call, even for one that is too deep to be drawn.
    calls: usize,
    largest: usize,
}

impl Survey<'_> {
    /// Reads the objects of the file.
    fn objects(&mut self) -> Result<(), TooCostly> {
        let bytes = self.bytes;
        // Each byte may be read again where objects start inside of others, but not for ever.
        let mut budget = bytes.len().saturating_mul(4) + (1 << 20);
        let words = bytes.windows(3).enumerate().filter(|(_, word)| *word == b"obj");
        for (at, _) in words.filter(|(at, _)| !bytes[..*at].ends_with(b"end")) {
            let mut facts = objects::read(bytes, at + 3, usize::MAX)?;
            budget = budget.checked_sub(facts.end - at).ok_or(TooCostly)?;
            facts.size = self.stream(&facts)?;
            match number(&bytes[..at]) {
                Some(number) => self.objects.entry(number).or_default().push(facts),
                // Nobody knows who refers to it.
                None if !facts.leads_to.is_empty() => return Err(TooCostly),
                None => {}
            }
        }
        Ok(())
    }

    /// Looks at the bytes of an object that is a stream, and gives how many they unfold to.
    fn stream(&mut self, facts: &ObjectFacts) -> Result<usize, TooCostly> {
        const WORD: &[u8] = b"stream";
        let start = facts.end + objects::blank(&self.bytes[facts.end..]);
        if !self.bytes[start..].starts_with(WORD) {
            return Ok(0);
        }
        self.read.insert(start);
        let stream = &self.bytes[start + WORD.len()..];
        let filters = facts.filters.as_deref().ok_or(TooCostly)?;
        let inner = unfolded(stream, filters, facts.picture)?;
        self.unfold(inner.len())?;
        if !facts.picture {
            brackets(&inner)?;
            self.calls = self.calls.max(inner.windows(2).filter(|word| *word == b"Do").count());
        }
        if facts.form {
            self.largest = self.largest.max(inner.len());
        }
        let Some((first, count)) = facts.holds else { return Ok(inner.len()) };
        // What it is made of must be in sight: a length in an object that it holds leads round and round.
        if facts.told_apart || facts.settings {
            return Err(TooCostly);
        }
        self.held += inner.len();
        if self.held > HELD {
            return Err(TooCostly);
        }
        inside(&inner, first, count, &mut self.objects)?;
        Ok(inner.len())
    }

    fn unfold(&mut self, bytes: usize) -> Result<(), TooCostly> {
        self.unfolded += bytes;
        if bytes >= UNFOLDED || self.unfolded > ALL { Err(TooCostly) } else { Ok(()) }
    }

    /// What looks like a stream and belongs to no object that was read.
    fn streams(&mut self) -> Result<(), TooCostly> {
        const START: &[u8] = b"stream";
        let bytes = self.bytes;
        for (at, _) in bytes.windows(START.len()).enumerate().filter(|(_, part)| *part == START) {
            if !self.read.contains(&at) && !bytes[..at].ends_with(b"end") {
                self.unfold(inflated(&bytes[at + START.len()..]).len())?;
            }
        }
        Ok(())
    }

    fn calls(&self) -> Result<(), TooCostly> {
        if self.calls.saturating_mul(self.largest) > CALLED { Err(TooCostly) } else { Ok(()) }
    }

    /// What pages are drawn with: the library keeps all of it for each page. A picture draws none, and what is mixed
    /// with a filter of pictures was not seen as it is.
    fn contents(&self) -> Result<(), TooCostly> {
        for page in self.objects.values().flatten() {
            let streams = page.contents.iter().filter_map(|number| self.objects.get(number)).flatten();
            let mut size = 0_usize;
            for stream in streams {
                size = size.saturating_add(stream.size);
                if stream.picture || stream.settings || size >= UNFOLDED {
                    return Err(TooCostly);
                }
            }
        }
        Ok(())
    }
}

/// The number of the object in front of whose word `obj` these bytes stand.
fn number(before: &[u8]) -> Option<u32> {
    let digits = |text: &[u8]| text.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let before = before.trim_ascii_end();
    let generation = digits(before);
    let before = before[..before.len() - generation].trim_ascii_end();
    let number = &before[before.len() - digits(before)..];
    if generation == 0 { None } else { str::from_utf8(number).ok()?.parse().ok() }
}

/// The bytes of a stream without its filters; nothing of a picture in a format of its own, which is never drawn.
fn unfolded(stream: &[u8], filters: &[Vec<u8>], picture: bool) -> Result<Vec<u8>, TooCostly> {
    /// Filters that are followed nowhere here: what they hide could be anything, and they are those of old programs.
    const OTHERS: &[&[u8]] = &[b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL", b"ASCIIHexDecode", b"AHx", b"Crypt"];
    const FLATE: &[&[u8]] = &[b"FlateDecode", b"Fl"];
    const ASCII: &[&[u8]] = &[b"ASCII85Decode", b"A85"];
    let is = |at: usize, names: &[&[u8]]| filters.get(at).is_some_and(|filter| names.contains(&filter.as_slice()));
    let raw = || &stream[..stream.windows(9).position(|word| word == b"endstream").unwrap_or(stream.len())];
    let ascii = is(0, ASCII);
    let followed = usize::from(ascii) + usize::from(is(usize::from(ascii), FLATE));
    let hidden = (followed..filters.len()).any(|at| is(at, OTHERS) || is(at, FLATE) || is(at, ASCII));
    if hidden && !picture {
        return Err(TooCostly);
    }
    Ok(match (ascii, followed) {
        _ if hidden => Vec::new(),
        (false, 0) if filters.is_empty() => raw().to_vec(),
        (false, 1) => inflated(stream),
        (true, 1) => from_ascii(raw()),
        (true, _) => inflated(&from_ascii(raw())),
        _ => Vec::new(),
    })
}

/// The bytes of a text in base 85 (PDF 32000-1, 7.4.3).
fn from_ascii(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 5 * 4);
    let (mut value, mut count) = (0_u32, 0);
    for byte in text {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(&value.to_be_bytes()[..count - 1]);
    }
    out
}

/// The objects that a stream holds: pairs of a number and a place come first.
fn inside(inner: &[u8], first: usize, count: usize, objects: &mut Objects) -> Result<(), TooCostly> {
    let mut budget = inner.len().saturating_mul(4) + (1 << 16);
    let head = inner.get(..first.min(inner.len())).unwrap_or_default();
    let mut numbers = head
        .split(|byte| !byte.is_ascii_digit())
        .filter(|word| !word.is_empty())
        .map(|word| str::from_utf8(word).ok().and_then(|word| word.parse::<usize>().ok()));
    for _ in 0..count {
        let (Some(Some(number)), Some(Some(place))) = (numbers.next(), numbers.next()) else { break };
        let start = first.saturating_add(place).min(inner.len());
        let facts = objects::read(inner, start, usize::MAX)?;
        budget = budget.checked_sub(facts.end - start + 1).ok_or(TooCostly)?;
        objects.entry(u32::try_from(number).map_err(|_| TooCostly)?).or_default().push(facts);
    }
    Ok(())
}

/// What a folded text says, up to a limit.
fn inflated(folded: &[u8]) -> Vec<u8> {
    let folded = folded.trim_ascii_start();
    let mut out = Vec::new();
    // A text that breaks off is what came before.
    let _ = ZlibDecoder::new(folded).take(UNFOLDED as u64).read_to_end(&mut out);
    if out.is_empty() {
        let _ = DeflateDecoder::new(folded).take(UNFOLDED as u64).read_to_end(&mut out);
    }
    out
}

/// Brackets stand nowhere too deep in each other, whatever they are taken for.
fn brackets(bytes: &[u8]) -> Result<(), TooCostly> {
    let mut budget = bytes.len().saturating_mul(8) + (16 << 20);
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| matches!(byte, b'<' | b'['))) {
        let start = at + found;
        let opens = bytes[start] == b'[' || bytes.get(start + 1) == Some(&b'<');
        if !opens {
            at = start + 1;
            continue;
        }
        let facts = objects::read(bytes, start, WINDOW)?;
        budget = budget.checked_sub(facts.end - start).ok_or(TooCostly)?;
        // What was read to its end holds no other start; what was given up may.
        let whole = facts.end > start && matches!(bytes[facts.end - 1], b'>' | b']');
        at = if whole { facts.end } else { start + 1 };
    }
    Ok(())
}

/// Trees end, are not deep, and have no more ways through them than a book has pages.
fn trees(objects: &Objects) -> Result<(), TooCostly> {
    /// What is known of a tree: the ways through it and its levels.
    #[derive(Clone, Copy)]
    struct TreeCost {
        steps: u64,
        levels: u64,
    }
    let mut known: BTreeMap<u32, Option<TreeCost>> = BTreeMap::new();
    for root in objects.keys() {
        let mut path = vec![*root];
        while let Some(number) = path.last().copied() {
            if known.get(&number).is_some_and(Option::is_some) {
                path.pop();
                continue;
            }
            // Seen on the way down, and again when all below it is known.
            known.insert(number, None);
            let all = objects.get(&number).map_or(&[][..], Vec::as_slice);
            let mut cost = TreeCost { steps: 1, levels: 0 };
            for facts in all {
                cost.steps += facts.parts;
                let mut below = 0;
                for child in &facts.leads_to {
                    match known.get(child) {
                        Some(Some(child)) => {
                            cost.steps = cost.steps.saturating_add(child.steps);
                            below = below.max(child.levels);
                        }
                        // It is above: a tree that leads back to itself.
                        Some(None) => return Err(TooCostly),
                        None if objects.contains_key(child) => path.push(*child),
                        None => {}
                    }
                }
                cost.levels = cost.levels.max(below + facts.levels);
            }
            if path.last() != Some(&number) {
                continue;
            }
            if cost.levels > LEVELS || cost.steps.saturating_mul(cost.levels.max(1)) > STEPS {
                return Err(TooCostly);
            }
            known.insert(number, Some(cost));
            path.pop();
        }
    }
    Ok(())
}
