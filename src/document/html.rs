//! HTML with holes: what only the reader's language and the finished site can fill stays open until a page is made.
//! Knows nothing of Markdown.

use std::sync::Arc;

use crate::diagnostic::Span;
use crate::source::digestible;

/// A piece of HTML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Html {
    /// The text around the holes.
    pub text: String,
    /// Byte in `text` and what belongs there, in ascending order.
    pub holes: Vec<(u32, Hole)>,
}

digestible!(struct Html { text, holes });

/// A part of a piece of HTML.
#[derive(Clone, Copy, Debug)]
pub enum HtmlPart<'a> {
    /// HTML as it is.
    Text(&'a str),
    /// What is filled in.
    Hole(&'a Hole),
}

/// What is filled in when a page is made.
#[derive(Clone, Debug, PartialEq)]
pub enum Hole {
    /// Attributes of an `<a>`: the n-th link of the document.
    Link(u32),
    /// A picture.
    Image(Box<Image>),
    /// A text of the theme, by its key.
    Label(&'static str),
    /// A task box: done or not, and the outcome it belongs to; there the source says whether it is done.
    Task(bool, Option<Arc<str>>),
    /// A component of the theme.
    Component(Box<Component>),
    /// What is known of an outcome, behind its words.
    Outcome(Arc<str>),
}

digestible!(
    enum Hole {
        Link(link),
        Image(image),
        Label(key),
        Task(done, outcome),
        Component(component),
        Outcome(id),
    }
);

/// A picture in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The n-th link of the document.
    pub link: u32,
    /// What it shows, for those who do not see it; empty for one that only decorates.
    pub alt: Arc<str>,
    /// More words, which some readers never see.
    pub title: Arc<str>,
}

digestible!(struct Image { link, alt, title });

/// A `:::` block.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Name of the component in the theme.
    pub name: String,
    /// Arguments as written.
    pub arguments: Vec<(String, Argument)>,
    /// What stands in it.
    pub body: Html,
    /// Its first line.
    pub span: Span,
}

digestible!(struct Component { name, arguments, body } without { span });

/// A value in the first line of a `:::` block.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// `key="text"` or `key=text`
    Text(String),
    /// `key=true`
    Bool(bool),
    /// `key=3`
    Integer(i64),
}

digestible!(
    enum Argument {
        Text(text),
        Bool(yes),
        Integer(number),
    }
);

impl Html {
    /// Appends text that is HTML already.
    pub fn push(&mut self, html: &str) {
        self.text.push_str(html);
    }

    /// Appends plain text.
    pub fn push_escaped(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Leaves a hole here.
    pub fn hole(&mut self, hole: Hole) {
        let at = u32::try_from(self.text.len()).expect("a document is smaller than 4 GB: its source is read whole");
        self.holes.push((at, hole));
    }

    /// Appends another piece with its holes.
    pub fn append(&mut self, other: Self) {
        let shift = u32::try_from(self.text.len()).expect("a document is smaller than 4 GB: its source is read whole");
        self.text.push_str(&other.text);
        self.holes.extend(other.holes.into_iter().map(|(at, hole)| (at + shift, hole)));
    }

    /// The text and the holes in it, in their order.
    pub fn parts(&self) -> impl Iterator<Item = HtmlPart<'_>> {
        let ends = self.holes.iter().map(|(at, hole)| (*at as usize, Some(hole)));
        let pieces = ends.chain([(self.text.len(), None)]).scan(0, |from, (end, hole)| {
            let text = &self.text[*from..end];
            *from = end;
            Some((text, hole))
        });
        pieces.flat_map(|(text, hole)| std::iter::once(HtmlPart::Text(text)).chain(hole.map(HtmlPart::Hole)))
    }
}

/// Appends text with `&`, `<`, `>` and `"` escaped, fit for text and quoted attributes.
pub fn escape(text: &str, out: &mut String) {
    // Writing to a String cannot fail; the library is generic over writers.
    let _ = pulldown_cmark_escape::escape_html(out, text);
}

/// Appends an address with what may not stand in a quoted attribute escaped.
pub(crate) fn escape_address(address: &str, out: &mut String) {
    let _ = pulldown_cmark_escape::escape_href(out, address);
}
