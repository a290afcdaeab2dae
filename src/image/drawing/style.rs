//! Styles of drawings: rules and declarations are read, and written anew with the properties that draw. What could be
//! read in two ways (escapes, nested rules) is refused, so that no reader finds more in it than this one.
//! Knows nothing of elements.

use super::allowed;
use crate::diagnostic::Message;
use crate::message;

/// Functions of values. None of them fetches; `url` is looked at apart.
const FUNCTIONS: &str = "\
    blur brightness calc circle clamp color color-mix contrast cubic-bezier drop-shadow ellipse grayscale hsl hsla \
    hue-rotate hwb inset invert lab lch linear matrix matrix3d max min oklab oklch opacity path perspective polygon \
    rect rgb rgba rotate rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx \
    skewy steps translate translate3d translatex translatey translatez url var";

/// Rules that hold other rules, and fetch nothing.
const GROUPS: &[&str] = &["media", "supports", "keyframes", "-webkit-keyframes"];

/// How deep rules may stand in each other: a rule of a group of a group.
const DEEPEST: usize = 3;

/// The text of a `<style>`.
///
/// # Errors
/// What keeps it from being published.
pub(super) fn sheet(text: &str) -> Result<String, Message> {
    let text = plain(text)?;
    let mut rest = text.trim_start();
    let mut out = String::with_capacity(text.len());
    let mut open = 0;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('}') {
            if open == 0 {
                return Err(message!("drawing-style-brace-many"));
            }
            open -= 1;
            out.push('}');
            rest = after.trim_start();
            continue;
        }
        let Some((head, body)) = rest.split_once('{') else {
            return Err(match at_rule(rest) {
                Some(name) => message!("drawing-style-rule", name = name),
                None => message!("drawing-style-no-open"),
            });
        };
        let head = head.trim();
        rest = body;
        match at_rule(head) {
            Some(name) if !GROUPS.contains(&name.to_ascii_lowercase().as_str()) => {
                return Err(message!("drawing-style-rule", name = name));
            }
            Some(_) if open + 1 == DEEPEST => return Err(message!("drawing-style-deep")),
            Some(_) => {
                selector(head)?;
                open += 1;
                out.push_str(head);
                out.push('{');
                rest = rest.trim_start();
            }
            None => {
                selector(head)?;
                let Some((inner, after)) = rest.split_once('}') else {
                    return Err(message!("drawing-style-no-close"));
                };
                let declarations = declarations(inner)?;
                out.push_str(&format!("{head}{{{declarations}}}"));
                rest = after.trim_start();
            }
        }
    }
    if open > 0 {
        return Err(message!("drawing-style-no-close"));
    }
    Ok(out)
}

/// The text of a `style="…"`.
///
/// # Errors
/// What keeps it from being published.
pub(super) fn attribute(text: &str) -> Result<String, Message> {
    declarations(&plain(text)?)
}

/// A value of a property, also as an attribute.
///
/// # Errors
/// What keeps it from being published.
pub(super) fn value(text: &str) -> Result<(), Message> {
    let hides = |c: char| matches!(c, '\\' | '{' | '}' | '@') || (c.is_control() && !c.is_ascii_whitespace());
    if let Some(sign) = text.chars().find(|c| hides(*c)) {
        return Err(message!("drawing-style-sign", sign = sign.escape_default().to_string()));
    }
    if text.contains("/*") || !strings_end(text) {
        return Err(message!("drawing-style-open-text"));
    }
    for (at, name) in functions(text) {
        let name = name.to_ascii_lowercase();
        if !FUNCTIONS.split_ascii_whitespace().any(|known| known == name) {
            return Err(message!("drawing-style-function", name = name));
        }
        let inner = text[at..].trim_start().trim_start_matches(['"', '\'']);
        if name == "url" && !inner.starts_with('#') {
            return Err(message!("drawing-style-outside"));
        }
    }
    Ok(())
}

/// Names in front of brackets, and where what is in the brackets starts. Texts are not passed by: what stands in one for
/// us may stand outside of one for somebody else.
fn functions(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('(').filter_map(|(at, _)| {
        let before = &text[..at];
        let name = &before[before.trim_end_matches(is_name).len()..];
        (!name.is_empty()).then_some((at + 1, name))
    })
}

/// Whether every text in quotes ends, and on its line.
fn strings_end(text: &str) -> bool {
    let mut open = None;
    for c in text.chars() {
        match (open, c) {
            (None, '"' | '\'') => open = Some(c),
            (Some(_), '\n' | '\r' | '\u{c}') => return false,
            (Some(quote), c) if c == quote => open = None,
            _ => {}
        }
    }
    open.is_none()
}

/// The text without comments; escapes are refused, because they hide words.
fn plain(text: &str) -> Result<String, Message> {
    if text.contains('\\') {
        return Err(message!("drawing-style-backslash"));
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        // A comment parts words.
        out.push(' ');
        let Some((_, after)) = comment.split_once("*/") else {
            return Err(message!("drawing-style-open-comment"));
        };
        rest = after;
    }
    out.push_str(rest);
    // Signs of HTML around styles, which old programs wrote.
    Ok(out.replace("<!--", " ").replace("-->", " "))
}

fn at_rule(text: &str) -> Option<&str> {
    let name = text.strip_prefix('@')?;
    Some(&name[..name.find(|c: char| !is_name(c)).unwrap_or(name.len())])
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii()
}

fn selector(text: &str) -> Result<(), Message> {
    const SIGNS: &str = " \t\r\n-_.#,>+~*:()\"'=[]^$|%<@/";
    const FUNCTIONS: &[&str] = &["dir", "has", "is", "lang", "not", "nth-child", "nth-of-type", "root", "where"];
    let known = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || SIGNS.contains(c);
    let sound = !text.is_empty()
        && text.chars().all(known)
        && text.rfind('@').is_none_or(|at| at == 0)
        && strings_end(text)
        && functions(text).all(|(_, name)| FUNCTIONS.contains(&name))
        && text.matches('(').count() <= 8;
    if sound { Ok(()) } else { Err(message!("drawing-style-selector", selector = text)) }
}

/// Declarations that draw; others are left out.
fn declarations(text: &str) -> Result<String, Message> {
    let mut out = String::with_capacity(text.len());
    for declaration in text.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
        let Some((name, given)) = declaration.split_once(':') else { continue };
        let (name, given) = (name.trim().to_ascii_lowercase(), given.trim());
        // Also of one that is left out: a value that fetches is meant to.
        value(given)?;
        let own = name.starts_with("--") && name.chars().all(is_name);
        if own || allowed::is_property(&name) {
            if !out.is_empty() {
                out.push(';');
            }
            out.push_str(&format!("{name}:{given}"));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_written_anew() {
        let text = "/* A */ .a, g > b{ FILL : url( '#x' ) ; -inkscape-x: 1; stroke:#f00 } @media (prefers-color-scheme: dark) { \
                    .a{fill:rgb(0 0 0 / 50%)} }";
        assert_eq!(
            sheet(text).as_deref(),
            Ok(".a, g > b{fill:url( '#x' );stroke:#f00}@media (prefers-color-scheme: dark){.a{fill:rgb(0 0 0 / 50%)}}")
        );
        assert_eq!(attribute("--c: red; fill:var(--c);;x").as_deref(), Ok("--c:red;fill:var(--c)"));
    }

    #[test]
    fn what_fetches_or_could_be_read_in_two_ways_is_refused() {
        for text in [
            "@import 'a'",
            "@import/**/url(a);a{}",
            "@font-face{src:url(#a)}",
            "@namespace a{}",
            "a{fill:url(a)}",
            "a{fill:URL( \"//x\")}",
            "a{x:url(//x)}",
            "a{fill:image-set('a' 1x)}",
            "a{fill:src('a')}",
            "a{fill:u\\72l(a)}",
            "a{b{fill:red}}",
            "a{fill:red",
            "a}",
            "a",
            "a{}/*",
            "a{fill:éurl(a)}",
            "a{fill:\"}b:image-set('//x' 1x){x:y}",
            "b:image-set('//x' 1x){x:y}",
            "a{font-family:'a\nb'}",
        ] {
            assert!(sheet(text).is_err(), "{text}");
        }
    }
}
