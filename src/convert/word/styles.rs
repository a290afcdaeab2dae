//! Styles of a document of Word, with what each takes from those it is based on. Knows nothing of paragraphs.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{is_on, value};
use crate::convert::parts::{attribute, chain, child, elements, number};

/// How words look, as far as it is said.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordLooks {
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) strike: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) raised: Option<Raised>,
}

/// Where words stand beside the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    No,
    Above,
    Below,
}

impl WordLooks {
    /// Reads `w:rPr`.
    pub(super) fn read(properties: Option<Node<'_, '_>>) -> Self {
        let mut looks = Self::default();
        for node in properties.into_iter().flat_map(|it| elements(it).collect::<Vec<_>>()) {
            match node.tag_name().name() {
                "b" => looks.bold = Some(is_on(node)),
                "i" => looks.italic = Some(is_on(node)),
                "strike" | "dstrike" => looks.strike = Some(is_on(node)),
                "vanish" | "specVanish" => looks.hidden = Some(is_on(node)),
                "vertAlign" => {
                    looks.raised = Some(match attribute(node, "val") {
                        Some("superscript") => Raised::Above,
                        Some("subscript") => Raised::Below,
                        _ => Raised::No,
                    });
                }
                _ => {}
            }
        }
        looks
    }

    /// These, and where they say nothing, those.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            bold: self.bold.or(other.bold),
            italic: self.italic.or(other.italic),
            strike: self.strike.or(other.strike),
            hidden: self.hidden.or(other.hidden),
            raised: self.raised.or(other.raised),
        }
    }
}

/// Which list a paragraph is a point of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ListPlace {
    /// `None` where only the level is said.
    pub(super) list: Option<u64>,
    pub(super) level: Option<usize>,
}

impl ListPlace {
    /// Reads `w:numPr` of `w:pPr`.
    pub(super) fn read(properties: Option<Node<'_, '_>>) -> Option<Self> {
        let node = properties.and_then(|properties| child(properties, "numPr"))?;
        let level = number(value(node, "ilvl")).map(|level| usize::try_from(level.min(8)).unwrap_or(8));
        Some(Self { list: number(value(node, "numId")), level })
    }
}

#[derive(Debug, Default)]
struct WordStyle<'a> {
    /// In small letters.
    name: String,
    based_on: Option<&'a str>,
    /// Level of a heading from 0; 9 is a text.
    outline: Option<u64>,
    list: Option<ListPlace>,
    looks: WordLooks,
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ResolvedStyle {
    pub(super) role: StyleRole,
    pub(super) list: Option<ListPlace>,
    pub(super) looks: WordLooks,
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StyleRole {
    #[default]
    Body,
    Title,
    /// Level from 1.
    Heading(u8),
    Quote,
    /// Made for the points of a list, with or without a sign.
    ListText,
    /// A line of a table of contents.
    Contents,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct WordStyles<'a> {
    styles: BTreeMap<&'a str, WordStyle<'a>>,
    /// The style of paragraphs that name none.
    normal: Option<&'a str>,
}

impl<'a> WordStyles<'a> {
    pub(super) fn read(root: Node<'a, '_>) -> Self {
        let mut all = Self::default();
        for node in elements(root).filter(|node| node.tag_name().name() == "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let paragraph = child(node, "pPr");
            let style = WordStyle {
                name: value(node, "name").unwrap_or(id).to_lowercase(),
                based_on: value(node, "basedOn"),
                outline: paragraph.and_then(|paragraph| number(value(paragraph, "outlineLvl"))),
                list: ListPlace::read(paragraph),
                looks: WordLooks::read(child(node, "rPr")),
            };
            let standard = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if standard && attribute(node, "type") == Some("paragraph") {
                all.normal = Some(id);
            }
            all.styles.insert(id, style);
        }
        all
    }

    /// What a style is, with all that it takes from others. `None` is the style of paragraphs that name none.
    pub(super) fn resolve(&self, id: Option<&str>) -> ResolvedStyle {
        let mut resolved = ResolvedStyle::default();
        let mut outline = None;
        for id in chain(id.or(self.normal), |id| self.styles.get(id)?.based_on) {
            let Some(style) = self.styles.get(id) else {
                // A document without this style: the id is made from the name.
                resolved.role = or_role(resolved.role, role(&id.to_lowercase()));
                break;
            };
            resolved.looks = resolved.looks.or(style.looks);
            resolved.list = resolved.list.or(style.list);
            outline = outline.or(style.outline);
            resolved.role = or_role(resolved.role, role(&style.name));
        }
        if let (StyleRole::Body | StyleRole::ListText, Some(level @ 0..9)) = (resolved.role, outline) {
            resolved.role = StyleRole::Heading(u8::try_from(level + 1).unwrap_or(9));
        }
        resolved
    }
}

fn or_role(role: StyleRole, other: StyleRole) -> StyleRole {
    if role == StyleRole::Body { other } else { role }
}

/// What a style is by its name in small letters, or by an id that was made from it.
fn role(name: &str) -> StyleRole {
    if let Some(level) = name.strip_prefix("heading") {
        let level = level.trim().parse().ok().filter(|level| (1..=9).contains(level));
        return level.map_or(StyleRole::Body, StyleRole::Heading);
    }
    match name {
        "title" => StyleRole::Title,
        "quote" | "intense quote" | "intensequote" | "block text" | "quotations" => StyleRole::Quote,
        name if name.starts_with("toc") => StyleRole::Contents,
        name if name.starts_with("list") => StyleRole::ListText,
        _ => StyleRole::Body,
    }
}
