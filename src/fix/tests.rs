//! Which changes are made together, and that nothing else of a text changes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{FixCandidate, LeftReason, plan};
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Span};
use crate::document::notes::replaced;
use crate::message;
use crate::source::normal;

/// A diagnostic with one fix that makes these changes: start, end, text.
fn wrong(file: &str, edits: &[(usize, usize, &str)]) -> Diagnostic {
    let file: Arc<str> = Arc::from(file);
    let edit = |(start, end, text): &(usize, usize, &str)| Edit {
        span: Span::new(&file, *start..*end),
        text: (*text).to_owned(),
    };
    let fix = Fix { title: message!("fix-write", text = "x"), edits: edits.iter().map(edit).collect() };
    Diagnostic::warning(Code::NameHidden, message!("fix-left-useless")).at(Span::start_of(&file)).fix(fix)
}

/// The text after all fixes that can be made together, and why the others are left.
fn mended(raw: &str, wrongs: &[Diagnostic]) -> (String, Vec<(usize, LeftReason)>) {
    let text = normal(raw);
    let candidates: Vec<FixCandidate<'_>> =
        wrongs.iter().map(|diagnostic| FixCandidate { diagnostic, fix: &diagnostic.fixes[0] }).collect();
    let planned = plan(&candidates, &|file| (file == "a.md").then(|| Arc::clone(&text)));
    let changes = planned.changes.into_values().next().unwrap_or_default();
    (replaced(raw, changes), planned.left)
}

#[track_caller]
fn check(raw: &str, wrongs: &[&[(usize, usize, &str)]], after: &str, left: &[usize]) {
    let wrongs: Vec<Diagnostic> = wrongs.iter().map(|edits| wrong("a.md", edits)).collect();
    let (text, reasons) = mended(raw, &wrongs);
    let numbers: Vec<usize> = reasons.iter().map(|(number, _)| *number).collect();
    assert_eq!((text.as_str(), numbers.as_slice()), (after, left), "{raw:?}");
}

#[test]
fn only_the_ranges_change() {
    check("abcd", &[&[(1, 2, "X")]], "aXcd", &[]);
    check("abcd", &[&[(1, 2, "")], &[(3, 4, "YY")]], "acYY", &[]);
    check("\u{feff}a\r\nb\r\n", &[&[(2, 3, "x\ny")]], "\u{feff}a\r\nx\r\ny\r\n", &[]);
    check("a\r\nb", &[&[(1, 2, "")]], "ab", &[]);
    check("a\rb\r", &[&[(2, 3, "c\n")]], "a\rc\r\r", &[]);
    check("no end", &[&[(6, 6, "!")]], "no end!", &[]);
    check("", &[&[(0, 0, "x")]], "x", &[]);
}

#[test]
fn of_two_that_overlap_neither_is_made() {
    check("abcdef", &[&[(0, 3, "x")], &[(2, 4, "y")], &[(5, 6, "z")]], "abcdez", &[0, 1]);
    // One within another, and a third in it too.
    check("abcdef", &[&[(0, 6, "x")], &[(1, 2, "y")], &[(4, 5, "z")]], "abcdef", &[0, 1, 2]);
    // Side by side is apart, and so is what is put in between.
    check("abcd", &[&[(0, 2, "x")], &[(2, 4, "y")]], "xy", &[]);
    check("abcd", &[&[(0, 2, "x")], &[(2, 2, "-")], &[(2, 4, "y")]], "x-y", &[]);
    // Two texts at one place have no order, and one within what goes has no place.
    check("abcd", &[&[(2, 2, "x")], &[(2, 2, "y")]], "abcd", &[0, 1]);
    check("abcd", &[&[(1, 3, "x")], &[(2, 2, "y")]], "abcd", &[0, 1]);
    // One that overlaps itself.
    check("abcd", &[&[(0, 2, "x"), (1, 3, "y")]], "abcd", &[0]);
}

#[test]
fn the_same_fix_twice_is_made_once() {
    check("abcd", &[&[(1, 2, "x")], &[(1, 2, "x")]], "axcd", &[]);
    check("abcd", &[&[(1, 1, "x")], &[(1, 1, "x")]], "axbcd", &[]);
    check("abcd", &[&[(1, 2, "x"), (3, 4, "y")], &[(1, 2, "x")]], "axcy", &[]);
}

#[test]
fn all_changes_of_a_fix_are_made_or_none() {
    check("abcdef", &[&[(0, 1, "x"), (4, 6, "y")], &[(5, 6, "z")]], "abcdef", &[0, 1]);
    check("abcdef", &[&[(0, 1, "x"), (6, 7, "y")]], "abcdef", &[0]);
}

#[test]
fn what_is_not_in_the_text_is_refused() {
    for (start, end) in [(4, 5), (9, 9), (1, 2), (2, 1000), (usize::MAX, usize::MAX)] {
        let (text, left) = mended("aé!", &[wrong("a.md", &[(start, end, "x")])]);
        assert_eq!((text.as_str(), left.as_slice()), ("aé!", [(0, LeftReason::Outside)].as_slice()), "{start}..{end}");
    }
    for file in ["b.md", "../a.md", "/etc/hosts", ""] {
        assert_eq!(mended("a", &[wrong(file, &[(0, 1, "x")])]).1, [(0, LeftReason::Outside)], "{file}");
    }
}

#[test]
fn ten_thousand_fixes_take_no_time() {
    let raw = "ab\r\n".repeat(10_000);
    let wrongs: Vec<Diagnostic> = (0..10_000).map(|line| wrong("a.md", &[(line * 3, line * 3 + 1, "xyz")])).collect();
    let began = Instant::now();
    let (text, left) = mended(&raw, &wrongs);
    assert_eq!((text, left), ("xyzb\r\n".repeat(10_000), Vec::new()));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

/// The byte on disk of each byte of a text as it is read, and of its end.
fn on_disk(raw: &str) -> Vec<usize> {
    let bom = if raw.starts_with('\u{feff}') { 3 } else { 0 };
    let mut places = Vec::new();
    let mut before = 0;
    for (at, byte) in raw.bytes().enumerate().skip(bom) {
        if !(byte == b'\n' && before == b'\r') {
            places.push(at);
        }
        before = byte;
    }
    places.push(raw.len());
    places
}

proptest! {
    #[test]
    fn bytes_outside_the_ranges_are_those_of_the_file(
        raw in "\u{feff}?([a-cé🙂 ]|\r\n|\n|\r){0,40}",
        cuts in prop::collection::vec((0_usize..60, "[xé]{0,3}"), 0..12),
    ) {
        let text = normal(&raw);
        let mut places: Vec<usize> = cuts.iter().map(|(at, _)| *at).filter(|at| text.is_char_boundary(*at)).collect();
        places.sort_unstable();
        places.dedup();
        let ranges: Vec<(usize, usize, &str)> =
            places.chunks_exact(2).zip(&cuts).map(|(range, (_, new))| (range[0], range[1], new.as_str())).collect();
        let wrongs: Vec<Diagnostic> = ranges.iter().map(|range| wrong("a.md", &[*range])).collect();
        let disk = on_disk(&raw);
        let (mut wanted, mut from) = (String::new(), 0);
        for (start, end, new) in &ranges {
            wanted += &raw[from..disk[*start]];
            wanted += new;
            from = disk[*end];
        }
        wanted += &raw[from..];
        // The byte order mark stands before the first byte of the text.
        prop_assert_eq!(mended(&raw, &wrongs), (wanted, Vec::new()));
    }

    #[test]
    fn what_is_left_for_overlapping_is_what_overlaps(edits in prop::collection::vec((0_usize..20, 0_usize..6), 0..12)) {
        let text = "0123456789abcdefghijklmnopqrst";
        // Each writes something else: none is the same as another.
        let names: Vec<String> = (0..edits.len()).map(|number| format!("<{number}>")).collect();
        let wrongs: Vec<Diagnostic> = edits
            .iter()
            .zip(&names)
            .map(|((start, length), name)| wrong("a.md", &[(*start, start + length, name)]))
            .collect();
        let meets = |(a, b): ((usize, usize), (usize, usize))| {
            let (a, b) = ((a.0, a.0 + a.1), (b.0, b.0 + b.1));
            a == b || (a.0 < b.1 && b.0 < a.1 && !(a.0 == a.1 && a.0 == b.0) && !(b.0 == b.1 && b.0 == a.0))
        };
        let left: Vec<usize> = (0..edits.len())
            .filter(|one| (0..edits.len()).any(|other| *one != other && meets((edits[*one], edits[other]))))
            .collect();
        let found: Vec<usize> = mended(text, &wrongs).1.into_iter().map(|(number, _)| number).collect();
        prop_assert_eq!(found, left);
    }
}
