//! Lists of a document of Word: which signs and numbers their points have. Knows nothing of paragraphs.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::value;
use crate::convert::parts::{attribute, child, elements, number};

/// Levels of a list.
const LEVELS: usize = 9;

/// How one level of a list is numbered.
#[derive(Clone, Debug)]
struct NumberedLevel {
    form: NumberForm,
    start: u64,
    /// `%1.%2`, or the sign of a list without numbers.
    text: String,
}

impl Default for NumberedLevel {
    fn default() -> Self {
        Self { form: NumberForm::Decimal, start: 1, text: String::new() }
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberForm {
    /// No number: a sign.
    Sign,
    /// Neither number nor sign.
    None,
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
}

impl NumberForm {
    fn of(word: &str) -> Self {
        match word {
            "bullet" => Self::Sign,
            "none" => Self::None,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            _ => Self::Decimal,
        }
    }

    fn written(self, number: u64) -> String {
        match self {
            Self::Sign | Self::None => String::new(),
            Self::Decimal => number.to_string(),
            Self::LowerLetter => letters(number).to_lowercase(),
            Self::UpperLetter => letters(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperRoman => roman(number),
        }
    }
}

/// A list as paragraphs name it.
#[derive(Clone, Debug, Default)]
struct NumberedList {
    /// The list whose numbers it goes on with.
    shared: u64,
    levels: Vec<NumberedLevel>,
    /// Levels that start anew with the first point of this list.
    restarts: BTreeMap<usize, u64>,
}

impl NumberedList {
    /// The first number of a level.
    fn start(&self, level: usize) -> u64 {
        let own = self.levels.get(level).map_or(1, |level| level.start);
        self.restarts.get(&level).copied().unwrap_or(own)
    }
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NumberedPoint {
    /// Its number; `None` in a list without numbers.
    pub(super) number: Option<u64>,
    /// Number and signs as Word shows them, or the sign of the point.
    pub(super) label: String,
    /// Whether the number is written with other signs than digits.
    pub(super) other_form: bool,
    /// Whether nothing at all stands before the words.
    pub(super) bare: bool,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<u64, NumberedList>,
    counted: BTreeMap<u64, [Option<u64>; LEVELS]>,
    /// Lists that have started.
    started: BTreeSet<u64>,
}

impl Numbering {
    pub(super) fn read(root: Node<'_, '_>) -> Self {
        let named = |name: &'static str| elements(root).filter(move |node| node.tag_name().name() == name);
        let mut shared: BTreeMap<u64, Vec<NumberedLevel>> = BTreeMap::new();
        // Lists that take their levels from a style are defined where that style is.
        let mut styled: BTreeMap<&str, u64> = BTreeMap::new();
        let mut links: Vec<(u64, &str)> = Vec::new();
        for node in named("abstractNum") {
            let Some(id) = number(attribute(node, "abstractNumId")) else { continue };
            styled.extend(value(node, "styleLink").map(|style| (style, id)));
            links.extend(value(node, "numStyleLink").map(|style| (id, style)));
            shared.insert(id, levels(node));
        }
        for (id, style) in links {
            if let Some(levels) = styled.get(style).and_then(|id| shared.get(id)).cloned() {
                shared.insert(id, levels);
            }
        }
        let mut lists = BTreeMap::new();
        for node in named("num") {
            let Some(id) = number(attribute(node, "numId")) else { continue };
            let Some(of) = number(value(node, "abstractNumId")) else { continue };
            let mut list = NumberedList {
                shared: of,
                levels: shared.get(&of).cloned().unwrap_or_default(),
                ..NumberedList::default()
            };
            for change in elements(node).filter(|node| node.tag_name().name() == "lvlOverride") {
                let Some(level) = level_of(change) else { continue };
                if let Some(own) = child(change, "lvl") {
                    put(&mut list.levels, level, self::level(own));
                }
                if let Some(start) = number(value(change, "startOverride")) {
                    list.restarts.insert(level, start);
                }
            }
            lists.insert(id, list);
        }
        Self { lists, counted: BTreeMap::new(), started: BTreeSet::new() }
    }

    /// Counts the next point of a list.
    pub(super) fn next(&mut self, list: u64, level: usize) -> Option<NumberedPoint> {
        let level = level.min(LEVELS - 1);
        let Some(found) = self.lists.get(&list) else {
            return Some(NumberedPoint { number: None, label: String::new(), other_form: false, bare: false });
        };
        if list == 0 {
            return None;
        }
        let counted = self.counted.entry(found.shared).or_default();
        if self.started.insert(list) {
            found.restarts.keys().for_each(|level| counted[*level] = None);
        }
        let number = counted[level].map_or_else(|| found.start(level), |last| last.saturating_add(1));
        counted[level] = Some(number);
        counted[level + 1..].fill(None);
        let own = found.levels.get(level).cloned().unwrap_or_default();
        let numbered = !matches!(own.form, NumberForm::Sign | NumberForm::None);
        let mut label = own.text.clone();
        for (above, count) in counted.iter().enumerate().take(level + 1) {
            let form = found.levels.get(above).map_or(NumberForm::Decimal, |level| level.form);
            let number = count.unwrap_or_else(|| found.start(above));
            label = label.replace(&format!("%{}", above + 1), &form.written(number));
        }
        let label: String = label.chars().take(40).collect();
        Some(NumberedPoint {
            number: numbered.then_some(number),
            bare: own.form == NumberForm::None && label.trim().is_empty(),
            label,
            other_form: numbered && own.form != NumberForm::Decimal,
        })
    }
}

fn level_of(node: Node<'_, '_>) -> Option<usize> {
    number(attribute(node, "ilvl")).and_then(|level| usize::try_from(level).ok()).filter(|level| *level < LEVELS)
}

fn levels(node: Node<'_, '_>) -> Vec<NumberedLevel> {
    let mut levels = Vec::new();
    for node in elements(node).filter(|node| node.tag_name().name() == "lvl") {
        if let Some(at) = level_of(node) {
            put(&mut levels, at, level(node));
        }
    }
    levels
}

fn put(levels: &mut Vec<NumberedLevel>, at: usize, level: NumberedLevel) {
    if levels.len() <= at {
        levels.resize_with(at + 1, NumberedLevel::default);
    }
    levels[at] = level;
}

fn level(node: Node<'_, '_>) -> NumberedLevel {
    NumberedLevel {
        form: NumberForm::of(value(node, "numFmt").unwrap_or("decimal")),
        start: number(value(node, "start")).unwrap_or(1),
        text: value(node, "lvlText").unwrap_or_default().chars().take(40).collect(),
    }
}

/// `A` to `Z`, then `AA`, `BB`, as Word counts.
fn letters(number: u64) -> String {
    let index = number.max(1) - 1;
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    let times = usize::try_from(index / 26 + 1).unwrap_or(1).min(10);
    letter.to_string().repeat(times)
}

fn roman(number: u64) -> String {
    const SIGNS: &[(u64, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3_999 {
        return number.to_string();
    }
    let (mut rest, mut out) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= *value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}
