//! Text as XML, and the bounds on XML of others. Knows nothing of which documents are written with it.

use crate::diagnostic::Message;
use crate::message;

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

/// Prefixes that the parser copies: for every element that declares one, it goes through all that hold there.
const MOST_PREFIXES: usize = 1_000_000;

/// What is too much in a document, and the byte at which it becomes so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlExcess {
    /// In words: "elements stand more than 64 deep in each other".
    pub message: Message,
    /// Where the element starts.
    pub at: usize,
}

/// Reads a document once, from start to end, before a parser does whose cost grows faster than the file. It takes for
/// granted what the parser refuses: up to the first fault both see the same elements.
///
/// # Errors
/// The first element that is too deep, has too many attributes, or is one more than `elements`.
pub fn bounds(text: &str, elements: usize) -> Result<(), XmlExcess> {
    let (mut at, mut count, mut copied) = (0, 0_usize, 0_usize);
    // Of every open element, how many prefixes hold in it.
    let mut open: Vec<usize> = Vec::new();
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
            open.pop();
            at = after(">");
        } else {
            let tag = tag(rest);
            let prefixes = open.last().copied().unwrap_or(0) + tag.prefixes;
            open.push(prefixes);
            (count, copied) = (count + 1, copied.saturating_add(prefixes * tag.prefixes));
            let excess = |message| Err(XmlExcess { message, at: start });
            if open.len() > DEEPEST {
                return excess(message!("xml-too-deep"));
            }
            if tag.attributes > MOST_ATTRIBUTES {
                return excess(message!("xml-attributes"));
            }
            if count > elements {
                return excess(message!("xml-elements"));
            }
            if copied > MOST_PREFIXES {
                return excess(message!("xml-namespaces"));
            }
            if tag.empty {
                open.pop();
            }
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
    /// Prefixes of namespaces that it declares.
    prefixes: usize,
    /// Whether it ends at once.
    empty: bool,
}

fn tag(text: &str) -> StartOfElement {
    let (mut quote, mut attributes, mut prefixes, mut last) = (None, 0, 0, 0);
    // Where the name of the next attribute starts.
    let mut name = 0;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'=') => {
                attributes += 1;
                prefixes += usize::from(text[name..at].starts_with("xmlns"));
            }
            (None, b'>') => return StartOfElement { length: at + 1, attributes, prefixes, empty: last == b'/' },
            (None, byte)
                if !byte.is_ascii_whitespace() && (last.is_ascii_whitespace() || matches!(last, b'"' | b'\'')) =>
            {
                name = at;
            }
            _ => {}
        }
        last = byte;
    }
    StartOfElement { length: text.len(), attributes, prefixes, empty: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        bounds(text, 1000).err().map(|excess| excess.message.to_string())
    }

    #[test]
    fn depth_attributes_and_elements_are_counted() {
        let nested = |depth: usize| format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth));
        assert_eq!(said(&nested(64)), None);
        assert_eq!(said(&nested(65)).as_deref(), Some("elements stand more than 64 deep in each other"));
        assert_eq!(said(&"<g><b x='>'/></g>".repeat(400)), None);
        assert_eq!(said(&"<g/>".repeat(1001)).as_deref(), Some("there are too many elements"));
        let attributes = |count| format!("<g {}/>", (0..count).map(|n| format!("a{n}='='")).collect::<String>());
        assert_eq!(said(&attributes(256)), None);
        assert_eq!(said(&attributes(257)).as_deref(), Some("an element has more than 256 attributes"));
    }

    #[test]
    fn prefixes_that_the_parser_would_copy_are_counted() {
        let declared = |count: usize| (0..count).map(|n| format!(" xmlns:n{n} = 'u'")).collect::<String>();
        let file =
            |prefixes, elements| format!("<g{}>{}</g>", declared(prefixes), "<g xmlns:z=\"u\"/>".repeat(elements));
        assert_eq!(said(&file(12, 900)), None);
        assert_eq!(bounds(&file(250, 3_600), 100_000), Ok(()));
        let excess = bounds(&file(250, 4_000), 100_000).expect_err("a million prefixes");
        assert_eq!(excess.message.to_string(), "namespaces are declared too often");
        // Those of one element do not hold in the next.
        assert_eq!(said(&format!("<g>{}</g>", format!("<g{}/>", declared(50)).repeat(300))), None);
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
