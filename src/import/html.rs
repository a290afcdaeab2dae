//! Tags of HTML in a text: their names and attributes, and what becomes of each. Knows nothing of links.

/// Bytes of the longest tag.
const LONGEST: usize = 2_000;

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HtmlTag<'t> {
    /// All of it.
    pub(super) raw: &'t str,
    /// In small letters.
    pub(super) name: String,
    pub(super) closes: bool,
    /// Whether it is one of a program: `<Tabs>`, `<a.b>`.
    pub(super) is_component: bool,
}

/// Reads a tag that a text starts with (`CommonMark`, section 6.6, and what browsers make of the rest).
pub(super) fn read(text: &str) -> Option<HtmlTag<'_>> {
    let inner = text.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let length =
        inner.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.' | ':' | '_')).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(length);
    // `<https://…>` and `<a@b.example>` are links.
    if name.ends_with(':') || rest.starts_with(['@', '+']) || !rest.starts_with([' ', '\t', '\n', '/', '>']) {
        return None;
    }
    let start = text.len() - rest.len();
    let end = start + end_of_tag(rest)?;
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains(['.', ':']);
    Some(HtmlTag { raw: &text[..end], name: name.to_lowercase(), closes, is_component })
}

/// Where a tag ends: a sign in quotes or in the braces of a program does not end it.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut braces = 0_usize;
    for (at, c) in rest.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => braces += 1,
            (None, '}') => braces = braces.saturating_sub(1),
            (None, '>') if braces == 0 => return Some(at + 1),
            // A blank line ends every tag in a text.
            (None, '\n') if rest[at + 1..].starts_with('\n') => return None,
            _ => {}
        }
    }
    None
}

impl HtmlTag<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.raw.to_ascii_lowercase();
        for (at, found) in lower.match_indices(name) {
            let before = lower[..at].chars().next_back();
            let rest = self.raw[at + found.len()..].trim_start();
            let Some(value) = rest.strip_prefix('=').map(str::trim_start) else { continue };
            if !before.is_some_and(char::is_whitespace) {
                continue;
            }
            let value = value.strip_prefix('{').map_or(value, |value| value.strip_prefix("require(").unwrap_or(value));
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => value[1..].split(quote).next().unwrap_or_default(),
                None => value.split([' ', '>', '\n']).next().unwrap_or_default().trim_end_matches('/'),
            };
            return Some(decoded(value));
        }
        None
    }
}

/// A value without the references that hide signs of HTML.
fn decoded(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// What becomes of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagFate {
    /// These marks take its place.
    Marks(&'static str),
    Break,
    Rule,
    Picture,
    Link,
    /// A heading of that level.
    Heading(usize),
    /// All up to its end is made into Markdown by the reader of web pages.
    Convert,
    /// All up to its end goes, and is told.
    Remove,
    /// It shows something that no text can hold; it stands as code.
    Show,
    /// It goes, and its words stay.
    Drop,
}

/// What becomes of a tag of that name.
pub(super) fn fate(name: &str) -> TagFate {
    match name {
        "b" | "strong" => TagFate::Marks("**"),
        "i" | "em" => TagFate::Marks("*"),
        "del" | "s" | "strike" => TagFate::Marks("~~"),
        "br" => TagFate::Break,
        "hr" => TagFate::Rule,
        "img" => TagFate::Picture,
        "a" => TagFate::Link,
        "h1" => TagFate::Heading(1),
        "h2" => TagFate::Heading(2),
        "h3" => TagFate::Heading(3),
        "h4" => TagFate::Heading(4),
        "h5" => TagFate::Heading(5),
        "h6" => TagFate::Heading(6),
        "table" | "ul" | "ol" | "dl" | "pre" | "blockquote" => TagFate::Convert,
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "form" | "canvas" => TagFate::Remove,
        "iframe" | "object" | "embed" | "video" | "audio" | "source" | "track" | "input" | "button" | "select" => {
            TagFate::Show
        }
        _ => TagFate::Drop,
    }
}

/// Where the element that a text starts with ends, those of its name in it counted.
pub(super) fn element_end(text: &str, name: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(next) = text[at..].find('<') {
        at += next;
        match read(&text[at..]) {
            Some(tag) if tag.name == name => {
                depth =
                    if tag.closes { depth.saturating_sub(1) } else { depth + usize::from(!tag.raw.ends_with("/>")) };
                at += tag.raw.len();
                if depth == 0 {
                    return Some(at);
                }
            }
            Some(tag) => at += tag.raw.len(),
            None => at += 1,
        }
    }
    None
}
