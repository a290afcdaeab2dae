//! From text to start tags, end tags and texts, as browsers read it (WHATWG HTML, section 13.2.5), by the
//! HTML library. No tree is built: nothing that is audited needs one, and pages are many.
//! Knows nothing of the rules.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Characters of an attribute that a message shows.
const SHOWN: usize = 80;

/// How texts of some elements are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Scripts, styles and the like hold text that looks like tags.
    Html,
    /// Every `<` starts a tag.
    Xml,
}

/// Who is told what stands in a document.
pub(super) trait HtmlVisitor {
    /// A start tag.
    fn start(&mut self, element: StartTag<'_>);
    /// An end tag.
    fn end(&mut self, name: &str);
    /// A piece of text, decoded; one text may come in several, and a line break always comes alone or at the start.
    fn text(&mut self, text: &str);
}

/// A start tag: names in lower case, values decoded.
#[derive(Clone, Copy, Debug)]
pub(super) struct StartTag<'t> {
    tag: &'t Tag,
    /// Whether it stands in a drawing or a formula.
    pub(super) foreign: bool,
}

impl<'t> StartTag<'t> {
    /// Its name.
    pub(super) fn name(self) -> &'t str {
        &self.tag.name
    }

    /// The value of an attribute.
    pub(super) fn get(self, name: &str) -> Option<&'t str> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Whether a list such as `rel` holds a word.
    pub(super) fn lists(self, attribute: &str, word: &str) -> bool {
        self.get(attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word)))
    }

    /// Every attribute.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'t str, &'t str)> {
        self.tag.attrs.iter().map(|attribute| (&*attribute.name.local, &*attribute.value))
    }

    /// The tag for a message, with one of its attributes.
    pub(super) fn show(self, attribute: &str) -> String {
        match self.get(attribute) {
            Some(value) => format!("`<{} {attribute}=\"{}\">`", self.name(), shorten(value)),
            None => format!("`<{}>`", self.name()),
        }
    }
}

/// The start of a text, on one line and without what would end a name in backticks.
pub(super) fn shorten(text: &str) -> String {
    let clean = |c: char| if c == '`' || c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(SHOWN).map(clean).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Reads a whole document.
pub(super) fn read(text: &str, syntax: Syntax, listener: &mut dyn HtmlVisitor) {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let sink = Sink { listener: RefCell::new(listener), syntax, foreign: Cell::new(0) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // The sink never stops the tokenizer, so that one call reads everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

struct Sink<'a> {
    listener: RefCell<&'a mut dyn HtmlVisitor>,
    syntax: Syntax,
    /// Drawings and formulas that are open.
    foreign: Cell<usize>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut listener = self.listener.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let foreign = matches!(&*tag.name, "svg" | "math");
                if foreign && !tag.self_closing {
                    self.foreign.set(self.foreign.get() + 1);
                }
                let foreign = foreign || self.foreign.get() > 0;
                listener.start(StartTag { tag: &tag, foreign });
                if self.syntax == Syntax::Html && !(foreign && tag.self_closing) {
                    return raw(&tag.name);
                }
            }
            Token::TagToken(tag) => {
                if matches!(&*tag.name, "svg" | "math") {
                    self.foreign.set(self.foreign.get().saturating_sub(1));
                }
                listener.end(&tag.name);
            }
            Token::CharacterTokens(text) => listener.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.syntax == Syntax::Xml || self.foreign.get() > 0
    }
}

/// Elements whose text is not markup (WHATWG HTML, section 13.4).
fn raw(name: &str) -> TokenSinkResult<()> {
    match name {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
