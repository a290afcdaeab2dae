//! Pseudo-languages, for designers: the words of the site, made longer and strange, or turned round, so that text which
//! is cut off, written into a template or laid out for one direction is seen before a translator meets it. The tags are
//! those of CLDR. Knows nothing of documents.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};

use super::Lang;
use super::strings::refuse;

/// What is done with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `en-XA`: letters with accents, two for every vowel, brackets around each text.
    Accented,
    /// `ar-XB`: from right to left, each word turned round.
    Mirrored,
}

impl Pseudo {
    /// All of them, with their tags and names.
    pub const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Accented, "en-XA", "[Áççéñţš]"), (Self::Mirrored, "ar-XB", "mirrored")];

    /// The pseudo-language of that tag.
    #[must_use]
    pub fn for_lang(lang: &Lang) -> Option<Self> {
        Self::ALL.iter().find(|(_, tag, _)| lang.as_str() == *tag).map(|(pseudo, ..)| *pseudo)
    }

    /// The language whose words are changed: the one that designers are most likely to read, else the first.
    #[must_use]
    pub fn base(languages: &[Lang]) -> Option<&Lang> {
        languages.iter().find(|lang| lang.as_str() == "en").or(languages.first())
    }

    /// The start and end of a whole text: where one is not seen, text is cut off or put together from pieces.
    #[must_use]
    pub const fn ends(self) -> (&'static str, &'static str) {
        match self {
            Self::Accented => ("[", "]"),
            Self::Mirrored => ("", ""),
        }
    }

    /// Words of a text. Numbers, addresses and what looks like code stay.
    #[must_use]
    pub fn words(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        for part in text.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            if word.contains(['@', '/', '{', '\u{1}']) || !word.chars().any(char::is_alphabetic) {
                out.push_str(word);
            } else {
                match self {
                    Self::Accented => word.chars().for_each(|c| accented(c, &mut out)),
                    // A right-to-left override to the end of the word (UAX 9, section 2.2).
                    Self::Mirrored => out.extend(["\u{202e}", word, "\u{202c}"]),
                }
            }
            out.push_str(&part[word.len()..]);
        }
        out
    }

    /// A whole text.
    #[must_use]
    pub fn text(self, text: &str) -> String {
        let (start, end) = self.ends();
        format!("{start}{}{end}", self.words(text))
    }

    /// A file of strings; its placeholders and choices stay.
    #[must_use]
    pub fn strings(self, text: &str) -> String {
        if refuse(text).is_some() {
            return text.to_owned();
        }
        let (Ok(mut resource) | Err((mut resource, _))) = parser::parse(text.to_owned());
        self.resource(&mut resource);
        serializer::serialize(&resource)
    }

    fn resource(self, resource: &mut Resource<String>) {
        for entry in &mut resource.body {
            let (value, attributes) = match entry {
                Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
                Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
                _ => continue,
            };
            let patterns = value.into_iter().chain(attributes.iter_mut().map(|attribute| &mut attribute.value));
            patterns.for_each(|pattern| self.pattern(pattern));
        }
    }

    fn pattern(self, pattern: &mut Pattern<String>) {
        let mut chosen = false;
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => *value = self.words(value),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    chosen = true;
                    variants.iter_mut().for_each(|variant| self.pattern(&mut variant.value));
                }
                PatternElement::Placeable { .. } => {}
            }
        }
        let (start, end) = self.ends();
        if !chosen && !start.is_empty() && !pattern.elements.iter().all(is_literal) {
            // A line that starts with a bracket would be the name of a form: as a literal it is text.
            pattern.elements.insert(0, literal(start));
            pattern.elements.push(literal(end));
        }
    }
}

fn is_literal(element: &PatternElement<String>) -> bool {
    matches!(
        element,
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { .. }) }
    )
}

fn literal(text: &str) -> PatternElement<String> {
    let value = text.to_owned();
    PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) }
}

fn accented(c: char, out: &mut String) {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀçðéƒğĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁƁÇÐÉƑĞĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ";
    let marked = PLAIN.find(c).and_then(|at| MARKED.chars().nth(at)).unwrap_or(c);
    out.push(marked);
    if matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'E' | 'I' | 'O' | 'U') {
        out.extend(marked.to_lowercase());
    }
}
