//! Styles of a document in `OpenDocument`, with what each takes from its parents. Knows nothing of paragraphs.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::name;
use crate::convert::parts::{attribute, chain, child, elements, number};

/// How words look, as far as it is said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SpanLooks {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) hidden: Option<bool>,
    /// Above the line, or below it.
    pub(super) above: Option<bool>,
    pub(super) below: Option<bool>,
}

impl SpanLooks {
    fn read(node: Option<Node<'_, '_>>) -> Self {
        let value = |key| node.and_then(|node| attribute(node, key));
        let position = value("text-position").map(|it| it.split_whitespace().next().unwrap_or_default());
        let raised = position.and_then(|it| it.trim_end_matches('%').parse::<i32>().ok()).unwrap_or(0);
        Self {
            bold: value("font-weight").map(|it| it == "bold" || it.parse().is_ok_and(|weight: u32| weight >= 600)),
            italic: value("font-style").map(|it| matches!(it, "italic" | "oblique")),
            strike: value("text-line-through-style").map(|it| it != "none"),
            hidden: value("display").map(|it| it == "none"),
            above: position.map(|it| it == "super" || raised > 0),
            below: position.map(|it| it == "sub" || raised < 0),
        }
    }

    /// These, and where they say nothing, those.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            strike: self.strike.or(other.strike),
            hidden: self.hidden.or(other.hidden),
            above: self.above.or(other.above),
            below: self.below.or(other.below),
        }
    }
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ParagraphRole {
    #[default]
    Body,
    Title,
    /// Level from 1.
    Heading(u8),
    Quote,
}

#[derive(Debug, Default)]
struct OpenStyle<'a> {
    parent: Option<&'a str>,
    outline: Option<u64>,
    looks: SpanLooks,
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ParagraphStyle {
    pub(super) role: ParagraphRole,
    pub(super) looks: SpanLooks,
}

/// How one level of a list is numbered.
#[derive(Clone, Debug, Default)]
pub(super) struct ListLevel {
    /// Whether its points have numbers.
    pub(super) numbered: bool,
    pub(super) start: u64,
    /// The sign of its points, where they have no number.
    pub(super) sign: String,
    /// Whether numbers are written with other signs than digits.
    pub(super) other_form: bool,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct OpenStyles<'a> {
    paragraphs: BTreeMap<&'a str, OpenStyle<'a>>,
    spans: BTreeMap<&'a str, OpenStyle<'a>>,
    /// By name, levels from 0.
    lists: BTreeMap<&'a str, BTreeMap<u64, ListLevel>>,
}

impl<'a> OpenStyles<'a> {
    /// Takes all styles of a part.
    pub(super) fn read(&mut self, root: Node<'a, '_>) {
        let groups = elements(root).filter(|node| matches!(name(*node), "styles" | "automatic-styles"));
        for node in groups.flat_map(|group| elements(group)) {
            let Some(own) = attribute(node, "name") else { continue };
            match (name(node), attribute(node, "family")) {
                ("style", Some(family @ ("paragraph" | "text"))) => {
                    let style = OpenStyle {
                        parent: attribute(node, "parent-style-name"),
                        outline: number(attribute(node, "default-outline-level")).filter(|level| *level > 0),
                        looks: SpanLooks::read(child(node, "text-properties")),
                    };
                    if family == "paragraph" { &mut self.paragraphs } else { &mut self.spans }.insert(own, style);
                }
                ("list-style", _) => {
                    self.lists.insert(own, elements(node).filter_map(level).collect());
                }
                _ => {}
            }
        }
    }

    pub(super) fn paragraph(&self, style: Option<&str>) -> ParagraphStyle {
        let mut found = ParagraphStyle::default();
        for own in chain(style, |own| self.paragraphs.get(own)?.parent) {
            if found.role == ParagraphRole::Body {
                found.role = role(own);
            }
            let Some(style) = self.paragraphs.get(own) else { break };
            if let (ParagraphRole::Body, Some(level)) = (found.role, style.outline) {
                found.role = ParagraphRole::Heading(u8::try_from(level.min(9)).unwrap_or(9));
            }
            found.looks = found.looks.or(style.looks);
        }
        found
    }

    pub(super) fn span(&self, style: Option<&str>) -> SpanLooks {
        let styles = chain(style, |own| self.spans.get(own)?.parent).filter_map(|own| self.spans.get(own));
        styles.fold(SpanLooks::default(), |looks, style| looks.or(style.looks))
    }

    pub(super) fn list_level(&self, style: Option<&str>, level: usize) -> ListLevel {
        let levels = style.and_then(|own| self.lists.get(own));
        levels.and_then(|levels| levels.get(&(level as u64))).cloned().unwrap_or_default()
    }
}

fn level(node: Node<'_, '_>) -> Option<(u64, ListLevel)> {
    let at = number(attribute(node, "level"))?.checked_sub(1)?;
    let form = attribute(node, "num-format").unwrap_or_default();
    let numbered = name(node) == "list-level-style-number" && !form.is_empty();
    let level = ListLevel {
        numbered,
        start: number(attribute(node, "start-value")).unwrap_or(1),
        sign: attribute(node, "bullet-char").unwrap_or_default().chars().take(4).collect(),
        other_form: numbered && form != "1",
    };
    Some((at, level))
}

/// What a style is by its name, which is the English one whatever language the program speaks.
fn role(name: &str) -> ParagraphRole {
    if let Some(level) = name.strip_prefix("Heading_20_") {
        let level = level.parse().ok().filter(|level| (1..=9).contains(level));
        return level.map_or(ParagraphRole::Body, ParagraphRole::Heading);
    }
    match name {
        "Title" => ParagraphRole::Title,
        "Quotations" => ParagraphRole::Quote,
        _ => ParagraphRole::Body,
    }
}
