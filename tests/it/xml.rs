//! A reader of XML that is strict about form, and enough of it to look into feeds and sitemaps.

use std::collections::BTreeMap;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub text: String,
    pub children: Vec<Element>,
}

impl Element {
    /// Children of that name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the only child of that name.
    #[track_caller]
    pub fn text_of<'a>(&'a self, name: &'a str) -> &'a str {
        let mut found = self.all(name);
        let one = found.next().unwrap_or_else(|| panic!("`{}` has no `{name}`", self.name));
        assert!(found.next().is_none(), "`{}` has two `{name}`", self.name);
        &one.text
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).unwrap_or_else(|| panic!("`{}` has no `{name}`", self.name))
    }
}

/// Reads a whole document.
#[track_caller]
pub fn parse(text: &str) -> Element {
    let body = text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").expect("a declaration comes first");
    let bad = |c: char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!body.contains(bad), "a character that XML does not allow");
    let mut rest = body.trim_start();
    let root = element(&mut rest);
    assert!(rest.trim().is_empty(), "something follows the root: {rest}");
    root
}

#[track_caller]
fn element(rest: &mut &str) -> Element {
    let (tag, after) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).expect("a start tag");
    *rest = after;
    let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == ':'), "the name `{name}`");
    let mut element = Element { name: name.to_owned(), attributes: read_attributes(attributes), ..Element::default() };
    if !closed {
        content(&mut element, rest);
    }
    element
}

#[track_caller]
fn content(element: &mut Element, rest: &mut &str) {
    loop {
        let (text, _) = rest.split_once('<').unwrap_or_else(|| panic!("`{}` is not closed", element.name));
        element.text.push_str(&decoded(text));
        *rest = &rest[text.len()..];
        if let Some(end) = rest.strip_prefix("</") {
            let (name, after) = end.split_once('>').expect("an end tag ends");
            assert_eq!(name, element.name, "tags are closed in their order");
            *rest = after;
            return;
        }
        let child = self::element(rest);
        element.children.push(child);
    }
}

#[track_caller]
fn read_attributes(text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("an attribute in `{text}`"));
        let (value, after) = after.split_once('"').expect("a value ends");
        assert!(!value.contains('<'), "`<` in an attribute");
        assert!(attributes.insert(name.trim().to_owned(), decoded(value)).is_none(), "`{name}` stands twice");
        rest = after.trim();
    }
    attributes
}

/// Text without entities; a bare `&` or `>` is wrong.
#[track_caller]
fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';').expect("`&` starts an entity");
        out.push_str(before);
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => panic!("the entity `{other}`"),
        });
        rest = after;
    }
    assert!(!rest.contains('>'), "a bare `>` in `{text}`");
    out + rest
}
