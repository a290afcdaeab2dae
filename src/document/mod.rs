//! One source file to one document: what other pages may see of it (`Meta`) and what only its own page shows (`Body`).
//! Knows nothing of other documents.

mod blocks;
mod directives;
pub mod edit;
mod footnotes;
pub mod front_matter;
pub mod html;
pub mod links;
mod markdown;
pub mod outcomes;
pub mod place;
pub mod prose;
mod raw_html;
mod source_hash;
pub mod stub;
pub mod tree;
pub mod units;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::lang::{Direction, isolate_numbers};
use crate::schema::{Field, FieldValue, Kind, Type, Types};
use crate::settings::Located;
use crate::source::{Digest, Hash};

use front_matter::Translation;
use html::Html;
use links::DocumentLink;
use markdown::{MarkdownContext, Origin};
use outcomes::Outcome;
use place::{DocumentPlace, DocumentRole};

pub use markdown::Heading;
pub use raw_html::Sanitizer;

/// Bytes of the largest document: some 500 printed pages.
const LARGEST: usize = 2 << 20;

/// One language of one entry.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it belongs.
    pub place: DocumentPlace,
    /// Its content type.
    pub type_: Arc<Type>,
    /// What other pages may see.
    pub meta: Arc<Meta>,
    /// What only its own page shows.
    pub body: Arc<Body>,
}

/// What other pages may see of a document.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// By field name, the common fields among them.
    pub fields: BTreeMap<Arc<str>, Located<FieldValue>>,
    /// Fields of kind `markdown`, by the start of their place in the file.
    pub rich: BTreeMap<u32, Html>,
    /// Present in translations.
    pub translation: Option<Translation>,
    /// In the order of the text.
    pub headings: Vec<Heading>,
    /// Links to this site, of fields and body; holes name them by index.
    pub links: Vec<DocumentLink>,
    /// In the order of the text.
    pub outcomes: Vec<Outcome>,
    /// Anchors of footnotes.
    pub notes: Vec<Arc<str>>,
    /// The first paragraphs as plain text.
    pub summary: Arc<str>,
    /// Hash of what a translator translates: translated fields and body, white space normalised.
    pub source_hash: Hash,
}

/// What only the page of a document shows.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text.
    pub html: Html,
    /// Words of the text.
    pub words: usize,
    /// Hash of the file.
    pub hash: Hash,
}

/// What parsing needs to know of the site.
#[derive(Debug)]
pub struct Rules<'a> {
    /// The settings.
    pub config: &'a Config,
    /// The content types.
    pub types: &'a Types,
    /// The allow-list of raw HTML.
    pub sanitizer: &'a Sanitizer,
}

/// Reads a document. What is wrong with it is in the second part; a document comes back unless its place or front
/// matter cannot be read at all.
#[must_use]
pub fn parse(file: &Arc<str>, text: &str, rules: &Rules<'_>) -> (Option<Document>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let document = read(file, text, rules, &mut diagnostics);
    (document, diagnostics.items().to_vec())
}

fn read(file: &Arc<str>, text: &str, rules: &Rules<'_>, diagnostics: &mut Diagnostics) -> Option<Document> {
    if text.len() > LARGEST {
        let message = format!("this text has {} MB; {} MB is the most", text.len() >> 20, LARGEST >> 20);
        let help =
            "a page that large cannot be read by anybody; split it, or publish the data as a file beside the page";
        diagnostics.push(Diagnostic::error(Code::TextTooLarge, message).at(Span::start_of(file)).help(help));
        return None;
    }
    let mut keep = |result: Result<DocumentPlace, Box<Diagnostic>>| result.map_err(|d| diagnostics.push(*d)).ok();
    let place = keep(DocumentPlace::parse(file, rules.config))?;
    let (yaml, body) = match front_matter::split(text, file) {
        Ok(parts) => parts,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return None;
        }
    };
    let type_ = type_of(&place, rules.types, diagnostics)?;
    let front = front_matter::parse(&text[yaml.clone()], file, yaml.start, &type_, diagnostics)?;
    let context = MarkdownContext {
        config: rules.config,
        sanitizer: rules.sanitizer,
        folder: place.folder(),
        outcomes: type_.outcomes.as_deref(),
        direction: place.lang.direction(),
    };
    let mut links = Vec::new();
    let mut rich = BTreeMap::new();
    for field in front.fields.values() {
        for value in markdown_values(&field.value) {
            let origin = Origin::Field(value.span.range.range());
            let parsed = markdown::parse(&value.value, file, origin, &context, (&mut links, diagnostics));
            rich.insert(value.span.range.start, parsed.html);
        }
    }
    let start = body.start;
    let parsed = markdown::parse(&text[body.clone()], file, Origin::At(start), &context, (&mut links, diagnostics));
    // Facts of outcomes stand in the source only: a change of them makes no translation outdated.
    let words = stub::without_facts(&text[body], start, &parsed.outcomes);
    let source_hash = source_hash::source_hash(&front.fields, &type_, &words);
    let mut fields = front.fields;
    let (mut headings, mut outcomes) = (parsed.headings, parsed.outcomes);
    let mut summary = parsed.summary;
    if place.lang.direction() == Direction::Rtl {
        isolate_fields(&mut fields, &type_);
        headings.iter_mut().for_each(|heading| heading.title = Arc::from(&*isolate_numbers(&heading.title)));
        summary = isolate_numbers(&summary).into_owned();
        outcomes.iter_mut().for_each(|outcome| outcome.text = Arc::from(&*isolate_numbers(&outcome.text)));
    }
    let meta = Meta {
        fields,
        rich,
        translation: front.translation,
        headings,
        links,
        outcomes,
        notes: parsed.notes,
        summary: Arc::from(summary),
        source_hash,
    };
    let body = Body { html: parsed.html, words: parsed.words, hash: Hash::of(text.as_bytes()) };
    Some(Document { place, type_, meta: Arc::new(meta), body: Arc::new(body) })
}

fn type_of(place: &DocumentPlace, types: &Types, diagnostics: &mut Diagnostics) -> Option<Arc<Type>> {
    if place.role == DocumentRole::Section {
        return Some(types.section());
    }
    let found = types.of_path(place.entry.as_str()).filter(|type_| *type_.folder != *place.entry.0);
    if found.is_none() {
        let folders: Vec<String> = types.iter().map(|type_| format!("content/{}/", type_.folder)).collect();
        let list: Vec<&str> = folders.iter().map(String::as_str).collect();
        diagnostics.push(
            Diagnostic::error(Code::TypeUnknown, "no content type covers this file")
                .at(Span::start_of(&place.file))
                .help(format!("move it to one of {}", crate::diagnostic::quoted_list(&list))),
        );
    }
    found.map(Arc::clone)
}

fn markdown_values(value: &FieldValue) -> Vec<&Located<Arc<str>>> {
    match value {
        FieldValue::Markdown(text) => vec![text],
        FieldValue::List(items) => items.iter().flat_map(markdown_values).collect(),
        FieldValue::Group(parts) => parts.iter().flat_map(|(_, value)| markdown_values(value)).collect(),
        _ => Vec::new(),
    }
}

/// Keeps the numbers in texts that run from right to left whole; what stands in addresses stays as it is.
fn isolate_fields(fields: &mut BTreeMap<Arc<str>, Located<FieldValue>>, type_: &Type) {
    fn isolate(value: &mut FieldValue) {
        match value {
            FieldValue::Text(text) => *text = Arc::from(&*isolate_numbers(text)),
            FieldValue::List(items) => items.iter_mut().for_each(isolate),
            _ => {}
        }
    }
    for (name, field) in fields.iter_mut() {
        let declared =
            type_.field(name).filter(|declared| declared.translated && !matches!(&**name, "slug" | "aliases"));
        let text = |kind: &Kind| matches!(kind, Kind::Text);
        let plain = |declared: &Field| match &declared.kind {
            Kind::List(item) => text(&item.kind),
            kind => text(kind),
        };
        if declared.is_some_and(plain) {
            isolate(&mut field.value);
        }
    }
}

impl Meta {
    /// The value of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FieldValue> {
        self.fields.get(name).map(|field| &field.value)
    }

    /// A text field.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Arc<str>> {
        match self.field(name) {
            Some(FieldValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A yes-or-no field; no where it is not set.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.field(name), Some(FieldValue::Bool(true)))
    }

    /// The title; the front matter was refused without one.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text("title").map_or("", |title| title)
    }

    /// Whether the page has an anchor of that name.
    #[must_use]
    pub fn has_anchor(&self, id: &str) -> bool {
        self.headings.iter().any(|heading| *heading.id == *id)
            || self.outcomes.iter().any(|outcome| *outcome.id == *id)
            || self.notes.iter().any(|note| **note == *id)
    }

    /// The hash of what other pages may see. Places are left out: prose that moves a heading changes its own page only.
    #[must_use]
    pub fn digest(&self) -> Hash {
        Digest::new("meta").add(&self.structure_hash()).add(&self.summary).finish()
    }

    /// The hash of what a site is put together from: all that other pages may see but the summary, which is read when a
    /// page is made and not before.
    #[must_use]
    pub fn structure_hash(&self) -> Hash {
        // Taken apart whole: whoever adds a part says here whether a site is put together from it.
        let Self { fields, rich, translation, headings, links, outcomes, notes, summary: _, source_hash: _ } = self;
        Digest::new("structure")
            .add(fields)
            // Keyed by places, which do not count.
            .list(rich.values())
            .add(translation)
            .add(headings)
            .add(links)
            .add(outcomes)
            .add(notes)
            .finish()
    }

    /// The place of a field, or the start of the file.
    #[must_use]
    pub fn span(&self, field: &str, file: &Arc<str>) -> Span {
        self.fields.get(field).map_or_else(|| Span::start_of(file), |field| field.span.clone())
    }
}
