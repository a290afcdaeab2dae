//! One source file to one document: what other pages may see of it (`Meta`) and what only its own page shows (`Body`).
//! Knows nothing of other documents.

mod blocks;
mod characters;
mod directives;
pub mod edit;
pub mod element;
mod fences;
mod field_names;
mod footnotes;
pub mod front_matter;
pub mod html;
pub mod ids;
pub mod links;
mod markdown;
pub mod named_owner;
pub mod notes;
pub mod outcomes;
pub mod place;
pub mod plain;
pub mod positions;
pub mod pseudo;
mod raw_html;
mod source_hash;
pub mod stub;
pub mod tree;
pub mod units;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::lang::{Direction, isolate_numbers};
use crate::message;
use crate::schema::{Field, FieldValue, Kind, Type, Types, ValueContext, is_system};
use crate::settings::Located;
use crate::source::{Digest, Hash};

use front_matter::Translation;
use links::DocumentLink;
use markdown::{MarkdownContext, MarkdownSource, Origin};
use outcomes::{Outcome, OutcomeRules, OutcomeSuggestion};
use place::{CONTENT, DocumentPlace, DocumentRole};
use tree::Tree;

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
    /// What looks like an outcome and has no mark, or lacks its id. For editors only.
    pub suggestions: Vec<OutcomeSuggestion>,
}

/// What other pages may see of a document. Its fields and outcomes hold what is for editors only, too: outputs reach
/// them through `site/public` alone.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// By field name, those of the system among them.
    fields: BTreeMap<Arc<str>, Located<FieldValue>>,
    /// Fields of kind `markdown`, by the start of their place in the file.
    pub rich: BTreeMap<u32, Tree>,
    /// Present in translations.
    pub translation: Option<Translation>,
    /// In the order of the text.
    pub headings: Vec<Heading>,
    /// Links to this site, of fields and body; trees name them by index.
    pub links: Vec<DocumentLink>,
    /// In the order of the text.
    outcomes: Vec<Outcome>,
    /// Anchors of footnotes.
    pub notes: Vec<Arc<str>>,
    /// The first paragraphs as plain text.
    pub summary: Arc<str>,
    /// Hash of what a translator translates: translated fields and body, white space normalised.
    pub source_hash: Hash,
    /// The same of the text with its boxes as they stand, which translations recorded at first.
    ticked_hash: Hash,
    /// Whether a line that decides what may be published says nothing that can be read. Such a document is not published.
    pub undecided: bool,
    /// The whole lines of the fields of a translation, to take them out.
    lines: BTreeMap<Arc<str>, Span>,
}

/// What only the page of a document shows.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text.
    pub tree: Tree,
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
    (document, diagnostics.into_vec())
}

fn read(file: &Arc<str>, text: &str, rules: &Rules<'_>, diagnostics: &mut Diagnostics) -> Option<Document> {
    if text.len() > LARGEST {
        diagnostics.push(too_large(text, file));
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
    if let Some(entry) = entry_of_section(text, yaml.clone(), &place, rules.types) {
        diagnostics.push(entry);
        return None;
    }
    let words = rules.types.words();
    let values = ValueContext { file, lang: &place.lang, day: None, absent: &type_.absent, words };
    let front = front_matter::parse(text, yaml, &values, &type_, diagnostics)?;
    let context = MarkdownContext {
        config: rules.config,
        sanitizer: rules.sanitizer,
        folder: place.folder(),
        outcomes: OutcomeRules::new(&type_, rules.types, &place.lang, front.translation.is_some()),
        values: ValueContext { day: front.day(&type_), ..values },
        direction: place.lang.direction(),
    };
    let mut links = Vec::new();
    let mut rich = BTreeMap::new();
    for (name, field) in &front.fields {
        let declared = type_.field(name);
        for value in declared.map(|declared| markdown_values(declared, &field.value)).unwrap_or_default() {
            let origin = Origin::Field(value.span.range.range());
            let source = MarkdownSource { text: &value.value, file, origin };
            let parsed = markdown::parse(source, &context, &mut links, diagnostics);
            rich.insert(value.span.range.start, parsed.tree);
        }
    }
    let start = body.start;
    let source = MarkdownSource { text: &text[body.clone()], file, origin: Origin::At(start) };
    let parsed = markdown::parse(source, &context, &mut links, diagnostics);
    diagnostics.extend(parsed.to_fill_in.into_iter().filter(|_| !front.is_draft()));
    // Facts of outcomes stand in the source only: a change of them makes no translation outdated.
    let words = stub::without_facts(&text[body], start, &parsed.outcomes);
    let unticked = source_hash::unticked(&words);
    let hash_of = |words: &str| source_hash::source_hash(&front.fields, &type_, words);
    let source_hash = hash_of(&unticked);
    // Most texts have no box that is ticked, and each hash reads all of them.
    let ticked_hash = if *unticked == *words { source_hash } else { hash_of(&words) };
    let mut fields = front.fields;
    let suggestions = parsed.suggestions;
    check_votes(&parsed.outcomes, &fields, diagnostics);
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
        ticked_hash,
        undecided: front.undecided,
        lines: front.lines,
    };
    if front.partial {
        // What is wrong in its other parts was told, too; what it says of itself nobody knows.
        return None;
    }
    let body = Body { tree: parsed.tree, words: parsed.words, hash: Hash::of(text.as_bytes()) };
    Some(Document { place, type_, meta: Arc::new(meta), body: Arc::new(body), suggestions })
}

/// Tells votes of more people than were there.
fn check_votes(outcomes: &[Outcome], fields: &BTreeMap<Arc<str>, Located<FieldValue>>, diagnostics: &mut Diagnostics) {
    for outcome in outcomes {
        let field = outcome.kind.present.as_ref().and_then(|name| fields.get(name));
        if let (Some(vote), Some(FieldValue::Integer(present))) =
            (outcome.source_vote(), field.map(|field| &field.value))
        {
            outcomes::check_attendance(vote, *present, diagnostics);
        }
    }
}

fn too_large(text: &str, file: &Arc<str>) -> Diagnostic {
    let message = message!("text-too-large", size = text.len() >> 20, most = LARGEST >> 20);
    Diagnostic::error(Code::TextTooLarge, message).at(Span::start_of(file)).help(message!("text-too-large-help"))
}

fn type_of(place: &DocumentPlace, types: &Types, diagnostics: &mut Diagnostics) -> Option<Arc<Type>> {
    if place.role == DocumentRole::Section {
        return Some(types.section());
    }
    let found = types.of_path(place.entry.as_str()).filter(|type_| *type_.folder != *place.entry.0);
    if found.is_none() {
        let diagnostic = Diagnostic::error(Code::TypeUnknown, message!("folder-without-type"));
        diagnostics.push(diagnostic.at(Span::start_of(&place.file)).help(right_folder(place, types)));
    }
    found.map(Arc::clone)
}

/// Tells a page of an entry that is called like the page of a folder: it has fields that only an entry has.
fn entry_of_section(text: &str, yaml: Range<usize>, place: &DocumentPlace, types: &Types) -> Option<Diagnostic> {
    let declared = types.of_path(place.entry.as_str()).filter(|declared| *declared.folder != *place.entry.0)?;
    if place.role != DocumentRole::Section {
        return None;
    }
    let read = front_matter::read(text, yaml, &place.file, declared, &mut Diagnostics::default()).ok()?;
    let section = types.section();
    let is_own = |name: &str| declared.field(name).is_some() && section.field(name).is_none();
    let (key, _) = read.node.map()?.iter().find(|(key, _)| is_own(&key.name))?;
    let name = place.file.rsplit('/').next().unwrap_or_default();
    let message = message!("section-with-fields", file = name, field = &key.name);
    let help = message!("section-with-fields-help", name = name.trim_start_matches('_'));
    Some(Diagnostic::error(Code::TextMisnamed, message).at(key.span.clone()).help(help))
}

/// Where a text belongs that no type covers.
fn right_folder(place: &DocumentPlace, types: &Types) -> Message {
    let folders: Vec<String> = types.iter().map(|type_| format!("{CONTENT}{}/", type_.folder)).collect();
    let name = place.file.rsplit('/').next().unwrap_or_default();
    if place.role == DocumentRole::Folder && types.iter().any(|type_| *type_.folder == *place.entry.0) {
        return message!("type-unknown-index-help", name = format!("_{name}"));
    }
    if let Some(base) = types.unused_of_path(place.entry.as_str()) {
        return message!("type-unused-help", name = &*base.name);
    }
    let inner = place.file.strip_prefix(CONTENT).unwrap_or(&place.file);
    if let Some(type_) = inner.split_once('/').and_then(|(folder, _)| place::meant_type(folder, types)) {
        return message!("did-you-mean", name = format!("{CONTENT}{}/", type_.folder));
    }
    if folders.is_empty() { message!("type-none-help") } else { message!("type-unknown-help", folders = folders) }
}

/// What stays of a value where the words of its document are not published. A consent holds for the translations too that
/// are silent on it.
fn fact(shared: Option<&Field>, value: &FieldValue) -> Option<FieldValue> {
    if shared.is_some() { Some(value.clone()) } else { value.without_all_but_consents() }
}

/// The Markdown in a field. What is for editors only is never rendered: neither its text nor where its links lead may
/// reach an output.
fn markdown_values<'v>(field: &Field, value: &'v FieldValue) -> Vec<&'v Located<Arc<str>>> {
    if !field.is_shown() {
        return Vec::new();
    }
    match (&field.kind, value) {
        (_, FieldValue::Markdown(text)) => vec![text],
        (Kind::List(item), FieldValue::List(items)) => {
            items.iter().flat_map(|value| markdown_values(item, value)).collect()
        }
        (Kind::Group(fields), FieldValue::Group(parts)) => {
            let declared = |name: &Arc<str>| fields.iter().find(|field| field.name == *name);
            let known = parts.iter().filter_map(|(name, value)| Some((declared(name)?, value)));
            known.flat_map(|(field, value)| markdown_values(field, value)).collect()
        }
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
        if declared.is_some_and(is_plain_text) {
            isolate(&mut field.value);
        }
    }
}

/// Whether a field holds a text, or a list of texts.
fn is_plain_text(field: &Field) -> bool {
    match &field.kind {
        Kind::List(item) => matches!(item.kind, Kind::Text),
        kind => matches!(kind, Kind::Text),
    }
}

impl Meta {
    /// What stands in no file: a title and nothing else.
    #[must_use]
    pub fn titled(title: &Arc<str>, span: Span) -> Self {
        let title = Located { value: FieldValue::Text(Arc::clone(title)), span };
        Self { fields: BTreeMap::from([(Arc::from("title"), title)]), ..Self::default() }
    }

    /// What it says for all languages, and none of its words: for a source that is not published itself.
    #[must_use]
    pub fn facts(&self, type_: &Type) -> Self {
        let shared = |name: &str| type_.field(name).filter(|field| !field.translated);
        let fields: BTreeMap<_, _> = self
            .fields
            .iter()
            .filter_map(|(name, field)| {
                let value = fact(shared(name), &field.value)?;
                Some((Arc::clone(name), Located { value, span: field.span.clone() }))
            })
            .collect();
        let texts = fields.iter().filter_map(|(name, value)| Some(markdown_values(shared(name)?, &value.value)));
        let starts: Vec<u32> = texts.flatten().map(|text| text.span.range.start).collect();
        let rich = self.rich.clone().into_iter().filter(|(start, _)| starts.contains(start)).collect();
        let outcomes = self.outcomes.iter().cloned().map(Outcome::without_words).collect();
        // Trees name links by their index, so all of them stay; they hold no words.
        let (links, source_hash, ticked_hash) = (self.links.clone(), self.source_hash, self.ticked_hash);
        Self { fields, rich, links, outcomes, source_hash, ticked_hash, ..Self::default() }
    }

    /// The same with other values of fields and facts, where `change` gives some. It gets the field, its value, and whether
    /// that stands in a cell of a table. `None` where nothing changes.
    #[must_use]
    pub fn with_values(
        &self,
        type_: &Type,
        change: &mut dyn FnMut(&Field, &FieldValue, bool) -> Option<FieldValue>,
    ) -> Option<Self> {
        let mut new: Option<Self> = None;
        for (name, value) in &self.fields {
            let other = type_.field(name).and_then(|field| change(field, &value.value, false));
            let located = other.map(|other| Located { value: other, span: value.span.clone() });
            if let Some(located) = located {
                new.get_or_insert_with(|| self.clone()).fields.insert(Arc::clone(name), located);
            }
        }
        let declared = type_.outcomes.as_deref().unwrap_or_default();
        for (at, outcome) in self.outcomes.iter().enumerate() {
            for (fact, (name, value)) in outcome.attributes.iter().enumerate() {
                let field = declared.iter().find(|field| field.name == *name);
                let other = field.and_then(|field| change(field, &value.value, outcome.shown.contains(name)));
                if let Some(other) = other {
                    let new = new.get_or_insert_with(|| self.clone());
                    new.outcomes[at].attributes[fact].1.value = other;
                }
            }
        }
        new
    }

    /// All fields as the file has them, with what is for editors only: for checks and for putting the site together.
    #[must_use]
    pub fn source_fields(&self) -> &BTreeMap<Arc<str>, Located<FieldValue>> {
        &self.fields
    }

    /// The value of a field as the file has it, be it for editors only.
    #[must_use]
    pub fn source_field(&self, name: &str) -> Option<&FieldValue> {
        self.fields.get(name).map(|field| &field.value)
    }

    /// The outcomes as the file has them, whoever may see them.
    #[must_use]
    pub fn source_outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The value of a field of the system.
    fn system(&self, name: &str) -> Option<&FieldValue> {
        self.source_field(name).filter(|_| is_system(name))
    }

    /// A text of the system, such as `slug`.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&Arc<str>> {
        self.system(name)?.as_text()
    }

    /// A yes-or-no field of the system; no where it is not set.
    #[must_use]
    pub fn flag(&self, name: &str) -> bool {
        self.system(name).and_then(FieldValue::as_bool) == Some(true)
    }

    /// Whether a yes-or-no field of the system says no.
    #[must_use]
    pub fn is_off(&self, name: &str) -> bool {
        self.system(name).and_then(FieldValue::as_bool) == Some(false)
    }

    /// A day of the system, such as `updated`.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Date> {
        self.system(name)?.as_date()
    }

    /// Names of the entries that belong with this one.
    #[must_use]
    pub fn related(&self) -> &[Located<Arc<str>>] {
        if let Some(FieldValue::Refs(names)) = self.system("related") { names } else { &[] }
    }

    /// Old addresses.
    pub fn aliases(&self) -> impl Iterator<Item = &Arc<str>> {
        let list = if let Some(FieldValue::List(items)) = self.system("aliases") { items.as_slice() } else { &[] };
        list.iter().filter_map(FieldValue::as_text)
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

    /// Whether a translation that recorded this hash is one of this text. The state of boxes makes no difference.
    #[must_use]
    pub fn is_source_hash(&self, recorded: &str) -> bool {
        [self.source_hash, self.ticked_hash].iter().any(|hash| *hash.to_string() == *recorded)
    }

    /// The hash of what other pages may see. Places are left out: prose that moves a heading changes its own page only.
    #[must_use]
    pub fn digest(&self) -> Hash {
        Digest::new("meta").add(&self.structure_hash()).add(&self.summary).finish()
    }

    /// The hash of what the site is assembled from. While it is the same, the document can be replaced in the site as it
    /// is. The summary is left out: pages read it when they are made, and nothing is derived from it before.
    #[must_use]
    pub fn structure_hash(&self) -> Hash {
        // Taken apart whole: whoever adds a part says here whether a site is put together from it.
        let Self {
            fields,
            rich,
            translation,
            headings,
            links,
            outcomes,
            notes,
            summary: _,
            source_hash: _,
            ticked_hash: _,
            undecided,
            lines: _,
        } = self;
        Digest::new("structure")
            .add(fields)
            // Keyed by places, which do not count.
            .list(rich.values())
            .add(translation)
            .add(headings)
            .add(links)
            .add(outcomes)
            .add(notes)
            .add(undecided)
            .finish()
    }

    /// The whole lines of a field of a translation; `None` where another one stands on them too.
    #[must_use]
    pub fn whole_field(&self, name: &str) -> Option<Span> {
        self.lines.get(name).cloned()
    }

    /// The place of a field, or the start of the file.
    #[must_use]
    pub fn span(&self, field: &str, file: &Arc<str>) -> Span {
        self.fields.get(field).map_or_else(|| Span::start_of(file), |field| field.span.clone())
    }
}
