//! Outcomes in notes: which blocks are decisions, actions or others, and their attributes.
//! Knows nothing of other documents; merging translations with their source is the work of `site`.

mod find;
mod leaf;
mod mark;
mod sections;
mod stray;

use std::ops::Range;
use std::sync::Arc;

use super::tree::Tree;
use crate::diagnostic::{self, Code, Diagnostic, Diagnostics, Span};
use crate::schema::{Field, FieldValue, OutcomeKind, Type, Types, ValueContext, read_value, reversed, split_attribute};
use crate::settings::Located;
use crate::source::digestible;

pub(super) use find::{Cut, Found, OutcomeMark, find};
pub(super) use mark::{Attributes, attributes};

/// Things that are told of a text and its marks: more help nobody.
const MOST_TOLD: usize = 500;

/// What the walk over a text needs to know of the outcomes that its type declares.
#[derive(Clone, Debug)]
pub(super) struct OutcomeRules<'a> {
    /// Attributes that outcomes may have, where the type has outcomes.
    pub(super) fields: Option<&'a [Field]>,
    /// The kinds that notes can name: where the type has no outcomes those of all others, which are told of.
    pub(super) kinds: &'a [Arc<OutcomeKind>],
    /// Whether the text is that of a field, where no outcome can stand.
    pub(super) in_field: bool,
}

impl<'a> OutcomeRules<'a> {
    /// Those of a text of a type of the site.
    pub(super) fn new(type_: &'a Type, types: &'a Types) -> Self {
        let kinds = if type_.outcomes.is_some() { &type_.outcome_kinds[..] } else { types.outcome_kinds() };
        Self { fields: type_.outcomes.as_deref(), kinds, in_field: false }
    }

    /// Those of a text in which nothing is told.
    pub(super) fn untold(type_: &'a Type) -> Self {
        Self { fields: type_.outcomes.as_deref(), kinds: &type_.outcome_kinds, in_field: false }
    }

    /// The kind that a class names, in one or in many, in any language.
    fn kind_of(&self, class: &str) -> Option<Arc<OutcomeKind>> {
        OutcomeKind::of_classes(self.kinds, std::iter::once(class)).cloned()
    }

    fn classes(&self) -> Vec<&'a str> {
        self.kinds.iter().flat_map(|kind| kind.class_names()).map(|class| &**class).collect()
    }

    /// A class that is written so, whatever its case.
    fn exact(&self, word: &str) -> Option<&'a str> {
        self.classes().into_iter().find(|class| class.eq_ignore_ascii_case(word))
    }

    /// The class that was meant by a word that is none.
    fn near(&self, word: &str) -> Option<&'a str> {
        let joined: String = word.split_whitespace().collect();
        if self.kind_of(&joined).is_some() && joined == word {
            return None;
        }
        let near = diagnostic::nearest(&joined, &self.classes())?;
        // Authors have classes of their own: only one with a slip of the hand is meant for ours.
        let slips = strsim::damerau_levenshtein(&joined.to_lowercase(), near);
        (slips <= (joined.chars().count() / 4).max(1)).then_some(near)
    }

    /// What to write where the kind is not known.
    fn known(&self) -> String {
        let marks: Vec<String> = self.kinds.iter().map(|kind| format!("`{{.{} …}}`", kind.name)).collect();
        format!("write {}; a brace that readers should see is `\\{{`", marks.join(", "))
    }

    /// Whether the words of the only item of a list say that there is none: signs alone do.
    fn says_none(&self, _: &OutcomeKind, words: &str) -> bool {
        !words.chars().any(char::is_alphanumeric)
    }
}

/// One outcome of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Unique in the document, and its anchor.
    pub id: Arc<str>,
    /// What it is.
    pub kind: Arc<OutcomeKind>,
    /// The task box, if it has one.
    pub done: Option<bool>,
    /// Facts; a translation has none of its own.
    pub(super) attributes: Vec<(Arc<str>, Located<FieldValue>)>,
    /// Its first paragraph, which registers show.
    pub tree: Tree,
    /// The same without markup.
    pub text: Arc<str>,
    /// The first line of the block.
    pub span: Span,
    /// Its mark.
    pub(super) mark: Option<Span>,
}

digestible!(struct Outcome { id, kind, done, attributes, tree, text } without { span, mark });

impl Outcome {
    /// The facts as the file has them, with what is for editors only.
    #[must_use]
    pub fn source_attributes(&self) -> &[(Arc<str>, Located<FieldValue>)] {
        &self.attributes
    }

    /// Its facts alone.
    pub(super) fn without_words(self) -> Self {
        Self { tree: Tree::default(), text: Arc::default(), ..self }
    }

    /// A fact as the file has it, be it for editors only.
    #[must_use]
    pub fn source_attribute(&self, name: &str) -> Option<&FieldValue> {
        self.attributes.iter().find(|(known, _)| **known == *name).map(|(_, value)| &value.value)
    }
}

/// Attributes by the fields that the type declares for outcomes. `span` places a range of the block in the file.
pub(super) fn typed(
    read: &Attributes<'_>,
    fields: &[Field],
    context: &ValueContext<'_>,
    span: &dyn Fn(Range<usize>) -> Span,
    diagnostics: &mut Diagnostics,
) -> Vec<(Arc<str>, Located<FieldValue>)> {
    let mut values: Vec<(Arc<str>, Located<FieldValue>)> = Vec::new();
    let mut found = Diagnostics::default();
    let known = || fields.iter().map(|field| &*field.name);
    for (token, range) in &read.wrong {
        let message = format!("`{token}` is not an attribute");
        let help = "write attributes as `key=value`, with quotes around several words";
        diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(span(range.clone())).help(help));
    }
    for (key, value, range) in &read.pairs {
        let at = span(range.clone());
        let Some(field) = fields.iter().find(|field| *field.name == **key) else {
            let message = format!("an outcome has no attribute `{key}`");
            diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at).suggest(key, known()));
            continue;
        };
        if values.iter().any(|(name, _)| *name == field.name) {
            let message = format!("the attribute `{key}` stands twice");
            diagnostics.push(Diagnostic::error(Code::OutcomeInvalid, message).at(at));
            continue;
        }
        let node = split_attribute(field, value, at.range.range());
        if let Some(read) = read_value(field, &node, context, &mut found) {
            values.push((Arc::clone(&field.name), Located { value: read, span: at }));
        }
    }
    let value = |name: &str| values.iter().find(|(known, _)| **known == *name).map(|(_, value)| value);
    reversed(fields, |name| value(name).map(|value| (&value.value, value.span.clone())), &mut found);
    diagnostics.extend(found.items().iter().cloned().map(|d| Diagnostic { code: Code::OutcomeInvalid, ..d }));
    values
}

/// What is wrong with an id, and what to do.
pub(super) struct WrongId {
    pub(super) message: String,
    pub(super) help: String,
}

/// Ids become addresses: letters of any script, digits, `-`, `.` and `_`.
pub(super) fn wrong_id(id: &str) -> Option<WrongId> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    if id.chars().all(fits) && id.chars().any(char::is_alphanumeric) {
        return None;
    }
    let clean: String = id.chars().map(|c| if fits(c) { c } else { '-' }).collect();
    let proposal = match clean.trim_matches('-') {
        "" => "a1",
        clean => clean,
    };
    let number = if id.contains('/') {
        format!("; a number that it has already is written `number={id}`")
    } else {
        String::new()
    };
    Some(WrongId {
        message: format!("`{id}` is not an id: use letters, digits, `-`, `.` and `_`"),
        help: format!("write `#{proposal}`{number}"),
    })
}
