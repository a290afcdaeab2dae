//! Style sheets that name a side of the screen: in a language from right to left that is the wrong side. Reads CSS as
//! far as that needs (CSS Syntax, section 4). Knows nothing of how style sheets are made into one.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::message;

/// Shorthands whose second and fourth value are the right and the left side.
const FOUR_SIDES: &[&str] =
    &["margin", "padding", "inset", "border-width", "border-style", "border-color", "scroll-margin", "scroll-padding"];

/// Every declaration with a side in it.
pub(super) fn find(file: &Arc<str>, css: &str) -> Vec<Diagnostic> {
    declarations(css).into_iter().filter_map(|at| judge(file, css, at)).collect()
}

fn judge(file: &Arc<str>, css: &str, at: Range<usize>) -> Option<Diagnostic> {
    let (name, value) = css[at.clone()].split_once(':')?;
    let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
    let value = value.trim_end_matches("!important").trim();
    let instead = instead(&name, value)?;
    let message = message!("css-side", name = name);
    let declaration = css[at.clone()].trim();
    let start = at.end - css[at.clone()].trim_start().len();
    let span = Span::new(file, start..start + declaration.len());
    Some(Diagnostic::warning(Code::CssPhysical, message).at(span).help(message!("css-write-help", instead = instead)))
}

/// What to write instead (CSS Logical Properties, level 1); `None` where no side is named.
fn instead(name: &str, value: &str) -> Option<Message> {
    if name.starts_with("--") {
        return None;
    }
    if matches!(name, "text-align" | "float" | "clear") {
        return match (name, value) {
            ("text-align", "left") => Some(Message::verbatim("`text-align: start`")),
            ("text-align", "right") => Some(Message::verbatim("`text-align: end`")),
            (_, "left") => Some(Message::verbatim(format!("`{name}: inline-start`"))),
            (_, "right") => Some(Message::verbatim(format!("`{name}: inline-end`"))),
            _ => None,
        };
    }
    if FOUR_SIDES.contains(&name) {
        let values: Vec<&str> = value.split_whitespace().collect();
        let differ = matches!(values[..], [_, right, _, left] if right != left) && !value.contains('(');
        return differ.then(|| message!("css-block-and-inline", name = name));
    }
    let parts: Vec<&str> = name.split('-').collect();
    let side = parts.iter().position(|part| matches!(*part, "left" | "right"))?;
    let end = if parts[side] == "left" { "start" } else { "end" };
    if parts.len() == 1 {
        return Some(Message::verbatim(format!("`inset-inline-{end}`")));
    }
    if let ["border", edge @ ("top" | "bottom"), _, "radius"] = parts[..] {
        let block = if edge == "top" { "start" } else { "end" };
        return Some(Message::verbatim(format!("`border-{block}-{end}-radius`")));
    }
    let known = matches!(parts[0], "margin" | "padding" | "border" | "scroll" | "overscroll");
    known.then(|| {
        let inline = format!("inline-{end}");
        let logical: Vec<&str> =
            parts.iter().enumerate().map(|(at, part)| if at == side { &*inline } else { *part }).collect();
        Message::verbatim(format!("`{}`", logical.join("-")))
    })
}

/// The declarations of a style sheet: what stands between `{`, `;` and `}` and is no selector. Those of `@page` are left
/// out, since paper has sides.
fn declarations(css: &str) -> Vec<Range<usize>> {
    let bytes = css.as_bytes();
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    let mut pages = 0_usize;
    let mut brackets = 0_usize;
    while at < bytes.len() {
        match bytes[at] {
            b'/' if css[at..].starts_with("/*") => {
                let end = css[at + 2..].find("*/").map_or(bytes.len(), |end| at + end + 4);
                if css[start..at].trim().is_empty() {
                    start = end;
                }
                at = end;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            b'\\' => at += 1,
            b'(' => brackets += 1,
            b')' => brackets = brackets.saturating_sub(1),
            b'{' => {
                let opens_page = css[start..at].trim_start().starts_with("@page");
                pages += usize::from(pages > 0 || opens_page);
                start = at + 1;
            }
            byte @ (b';' | b'}') if brackets == 0 => {
                if pages == 0 && css[start..at].contains(':') && !css[start..at].trim_start().starts_with('@') {
                    found.push(start..at);
                }
                pages = pages.saturating_sub(usize::from(byte == b'}'));
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    found
}
