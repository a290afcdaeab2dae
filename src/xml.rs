//! Text as XML, and the bounds on XML of others. Knows nothing of which documents are written with it.

/// Text with what XML reserves escaped, and without characters that XML 1.0 does not allow (section 2.2).
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if allowed(c) => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a character may stand in XML 1.0.
#[must_use]
pub fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

/// How deep elements may stand in each other: the parser calls itself for each level.
const DEEPEST: usize = 64;

/// Attributes that an element may have: the parser compares each with all others.
const MOST_ATTRIBUTES: usize = 256;

/// What is too much in a document, and the byte at which it becomes so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct XmlExcess {
    /// In words: "elements stand more than 64 deep in each other".
    pub message: &'static str,
    /// Where the element starts.
    pub at: usize,
}

/// Reads a document once, from start to end, before a parser does whose cost grows faster than the file. It takes for
/// granted what the parser refuses: up to the first fault both see the same elements.
///
/// # Errors
/// The first element that is too deep, has too many attributes, or is one more than `elements`.
pub fn bounds(text: &str, elements: usize) -> Result<(), XmlExcess> {
    let (mut at, mut depth, mut count) = (0, 0_usize, 0_usize);
    while let Some(start) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[start..];
        let after = |mark: &str| rest.find(mark).map_or(text.len(), |found| start + found + mark.len());
        if rest.starts_with("<!--") {
            at = after("-->");
        } else if rest.starts_with("<![CDATA[") {
            at = after("]]>");
        } else if rest.starts_with("<?") {
            at = after("?>");
        } else if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
            at = after(">");
        } else {
            let tag = tag(rest);
            (depth, count) = (depth + 1, count + 1);
            let excess = |message| Err(XmlExcess { message, at: start });
            if depth > DEEPEST {
                return excess("elements stand more than 64 deep in each other");
            }
            if tag.attributes > MOST_ATTRIBUTES {
                return excess("an element has more than 256 attributes");
            }
            if count > elements {
                return excess("there are too many elements");
            }
            depth -= usize::from(tag.empty);
            at = start + tag.length;
        }
    }
    Ok(())
}

/// The start of an element.
struct StartOfElement {
    /// Bytes up to and with its `>`.
    length: usize,
    attributes: usize,
    /// Whether it ends at once.
    empty: bool,
}

fn tag(text: &str) -> StartOfElement {
    let (mut quote, mut attributes, mut last) = (None, 0, 0);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => attributes += 1,
            (None, b'>') => return StartOfElement { length: at + 1, attributes, empty: last == b'/' },
            _ => {}
        }
        last = byte;
    }
    StartOfElement { length: text.len(), attributes, empty: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<&'static str> {
        bounds(text, 1000).err().map(|excess| excess.message)
    }

    #[test]
    fn depth_attributes_and_elements_are_counted() {
        let nested = |depth: usize| format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth));
        assert_eq!(said(&nested(64)), None);
        assert_eq!(said(&nested(65)), Some("elements stand more than 64 deep in each other"));
        assert_eq!(said(&"<g><b x='>'/></g>".repeat(400)), None);
        assert_eq!(said(&"<g/>".repeat(1001)), Some("there are too many elements"));
        let attributes = |count| format!("<g {}/>", (0..count).map(|n| format!("a{n}='='")).collect::<String>());
        assert_eq!(said(&attributes(256)), None);
        assert_eq!(said(&attributes(257)), Some("an element has more than 256 attributes"));
    }

    #[test]
    fn what_only_looks_like_elements_is_not_counted() {
        let inside = "<g>".repeat(100);
        for text in ["<!--{}-->", "<![CDATA[{}]]>", "<?x {}?>", "<a b=\"{}\"/>"] {
            assert_eq!(said(&text.replace("{}", &inside)), None, "{text}");
        }
    }

    #[test]
    fn characters_that_xml_does_not_know_are_left_out() {
        assert_eq!(escape("O\u{1}u\u{85}d\u{FFFE} <a>"), "Oud &lt;a&gt;");
    }
}
