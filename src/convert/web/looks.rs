//! How words of a web page look and which points of lists they are, by elements, by styles in them and by the names that
//! word processors give. Knows nothing of paragraphs.

use std::collections::BTreeMap;

use super::WebElement;
use crate::convert::flow::FlowItem;
use crate::convert::model::RunStyle;

/// What an element makes of its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WebLooks {
    pub(super) style: RunStyle,
    pub(super) above: bool,
    pub(super) below: bool,
    pub(super) hidden: bool,
    /// Whether the words are the sign that Word writes before a point.
    pub(super) sign_of_point: bool,
    /// Whether a style says that the words are as strong as others.
    plain: bool,
}

impl WebLooks {
    pub(super) fn of(element: &WebElement, classes: &BTreeMap<String, String>) -> Self {
        let mut looks = Self::default();
        match element.name.as_str() {
            "b" | "strong" | "th" => looks.style.bold = element.name != "th",
            "i" | "em" => looks.style.italic = true,
            "s" | "strike" | "del" => looks.style.strike = true,
            "code" | "kbd" | "samp" | "tt" => looks.style.code = true,
            "sup" => looks.above = true,
            "sub" => looks.below = true,
            _ => {}
        }
        let names = element.attribute("class").unwrap_or_default().split_whitespace();
        names.filter_map(|name| classes.get(name)).for_each(|rule| looks.read(rule));
        let own = element.attribute("style").unwrap_or_default().to_ascii_lowercase();
        looks.read(&own);
        if matches!(element.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            // What a heading looks like is its own affair.
            looks.style = RunStyle::default();
        }
        looks
    }

    /// Reads declarations in small letters.
    fn read(&mut self, declarations: &str) {
        for (name, value) in declarations.split(';').filter_map(|it| it.split_once(':')) {
            let value = value.trim();
            match name.trim() {
                "font-weight" => {
                    self.style.bold = value.starts_with("bold") || value.parse().is_ok_and(|weight: u32| weight >= 600);
                    self.plain = !self.style.bold;
                }
                "font-style" => self.style.italic = matches!(value, "italic" | "oblique"),
                "text-decoration" | "text-decoration-line" => self.style.strike |= value.contains("line-through"),
                "vertical-align" => {
                    self.above |= value == "super";
                    self.below |= value == "sub";
                }
                "display" => self.hidden = value == "none",
                "mso-list" => self.sign_of_point = value == "ignore",
                "mso-hide" => self.hidden = value == "all",
                _ => {}
            }
        }
    }

    /// These looks inside others.
    pub(super) fn with(self, inner: Self) -> Self {
        let (outer, own) = (self.style, inner.style);
        Self {
            style: RunStyle {
                bold: own.bold || (outer.bold && !inner.plain),
                italic: outer.italic || own.italic,
                strike: outer.strike || own.strike,
                code: outer.code || own.code,
            },
            above: self.above || inner.above,
            below: self.below || inner.below,
            ..Self::default()
        }
    }
}

/// The level of a list, where an editor on the web writes all levels side by side and tells them by names (`lst-kix_a-1`).
pub(super) fn level_of(list: &WebElement) -> Option<usize> {
    let names = list.attribute("class")?.split_whitespace();
    let name = names.rev().find(|name| name.starts_with("lst-kix"))?;
    name.rsplit_once('-').and_then(|(_, level)| level.parse().ok()).filter(|level| *level < 9)
}

/// The point that a paragraph of Word is (`mso-list:l0 level2 lfo1`).
pub(super) fn point_of(paragraph: &WebElement) -> Option<FlowItem> {
    let style = paragraph.attribute("style")?;
    let (_, list) = style.split_once("mso-list:")?;
    let level = list.split(';').next()?.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
    let level: usize = level.parse().ok().filter(|level| (1..=9).contains(level))?;
    Some(FlowItem { level: level - 1, ..FlowItem::default() })
}
