//! What a type says of its entries to machines: types and properties of schema.org, elements of Dublin Core, parts of a
//! citation. Knows no vocabulary: names are checked for their form here, and against schema.org itself in the tests.

use std::sync::Arc;

use super::{Field, Kind, Type, Types};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;
use crate::settings::{Located, Settings};
use crate::yaml::{Node, YamlKey};

/// What a type declares for machines.
#[derive(Clone, Debug, Default)]
pub struct TypeLinked {
    /// What its entries are in schema.org; none where nothing is said of them.
    pub schema_org: Option<SchemaOrg>,
    /// A word of the DCMI Type Vocabulary; none for `Text`.
    pub dublin_core: Option<Arc<str>>,
    /// What its entries are as something to cite, in the words of CSL; none where they are not cited.
    pub cite: Option<ConditionalName>,
}

/// A type in the words of schema.org.
#[derive(Clone, Debug)]
pub struct SchemaOrg {
    /// The type.
    pub type_: ConditionalName,
    /// Whether the page itself is the work, and not a page about something: then it has a language, a day of change and
    /// translations.
    pub work: bool,
    /// Types of the nodes between an entry and properties such as `audience.audienceType`.
    pub parts: Vec<(Arc<str>, Arc<str>)>,
    /// Properties that all entries have, with the member of an enumeration.
    pub always: Vec<(Arc<str>, Arc<str>)>,
    /// The property that names the section of an entry, and the type of a section.
    pub section: Option<(Arc<str>, Arc<str>)>,
}

/// A name that a field may decide.
#[derive(Clone, Debug)]
pub struct ConditionalName {
    /// The name where the field does not decide.
    otherwise: Arc<str>,
    /// The field, a choice or a term.
    by: Option<Located<Arc<str>>>,
    /// Values of the field with their names.
    types: Vec<(Located<Arc<str>>, Arc<str>)>,
}

/// What a field declares for machines.
#[derive(Clone, Debug, Default)]
pub struct FieldLinked {
    /// Properties of schema.org.
    pub properties: Vec<Property>,
    /// One of [`ELEMENTS`].
    pub dublin_core: Option<Located<Arc<str>>>,
    /// One of [`CITE_PARTS`].
    pub cite: Option<Located<Arc<str>>>,
}

/// A property of schema.org.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its name, after those of the parts it lies in.
    pub path: Vec<Arc<str>>,
    /// What its value is.
    pub form: ValueForm,
    span: Span,
}

/// What stands for a value.
#[derive(Clone, Debug)]
pub enum ValueForm {
    /// What its kind says: a thing, a date, an address, a text.
    Natural,
    /// Words only.
    Text,
    /// Members of an enumeration, by the id of a choice or term.
    Members(Vec<(Located<Arc<str>>, Arc<str>)>),
}

/// Elements of Dublin Core that a field may be.
pub const ELEMENTS: &[&str] = &["contributor", "creator", "publisher", "rights", "subject"];

/// Parts of a citation that a field may be.
pub const CITE_PARTS: &[&str] = &["author", "publisher", "url", "year"];

/// Types of things to cite (CSL 1.0.2, appendix III).
pub const CITE_TYPES: &[&str] = &["article", "book", "dataset", "document", "motion_picture", "report", "webpage"];

/// The DCMI Type Vocabulary (DCMI Metadata Terms, section 7).
const DCMI_TYPES: &[&str] = &[
    "Collection",
    "Dataset",
    "Event",
    "Image",
    "InteractiveResource",
    "MovingImage",
    "PhysicalObject",
    "Service",
    "Software",
    "Sound",
    "StillImage",
    "Text",
];

impl ConditionalName {
    /// The field that decides.
    #[must_use]
    pub fn by(&self) -> Option<&str> {
        self.by.as_ref().map(|by| &*by.value)
    }

    /// The name for a value of that field, by its id.
    #[must_use]
    pub fn of(&self, id: Option<&Arc<str>>) -> &Arc<str> {
        let found = id.and_then(|id| self.types.iter().find(|(known, _)| known.value == *id));
        found.map_or(&self.otherwise, |(_, name)| name)
    }
}

impl FieldLinked {
    fn is_empty(&self) -> bool {
        self.properties.is_empty() && self.dublin_core.is_none() && self.cite.is_none()
    }
}

impl Types {
    /// Reports terms that decide a type or a member and do not exist. `terms` are those of a taxonomy.
    pub fn check_linked(&self, terms: &dyn Fn(&str) -> Vec<Arc<str>>, diagnostics: &mut Diagnostics) {
        for type_ in self.iter() {
            let chosen = type_.linked.schema_org.iter().map(|schema| &schema.type_).chain(&type_.linked.cite);
            let by_type = chosen.filter_map(|chosen| Some((type_.field(chosen.by()?)?, &chosen.types)));
            let by_field = type_.fields.iter().flat_map(|field| members(field).map(move |members| (field, members)));
            for (field, ids) in by_type.chain(by_field) {
                let known = field.taxonomy().map(terms).unwrap_or_default();
                let known: Vec<&str> = known.iter().map(|id| &**id).collect();
                if !known.is_empty() {
                    unknown_ids(field, ids, &known, diagnostics);
                }
            }
        }
    }
}

/// The ids that stand for members of enumerations.
fn members(field: &Field) -> impl Iterator<Item = &Vec<(Located<Arc<str>>, Arc<str>)>> {
    field.linked.properties.iter().filter_map(|property| match &property.form {
        ValueForm::Members(members) => Some(members),
        _ => None,
    })
}

fn unknown_ids(field: &Field, ids: &[(Located<Arc<str>>, Arc<str>)], known: &[&str], diagnostics: &mut Diagnostics) {
    for (id, _) in ids.iter().filter(|(id, _)| !known.contains(&&*id.value)) {
        let message = message!("choice-unknown", text = &*id.value, name = &*field.name);
        let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(id.span.clone());
        diagnostics.push(diagnostic.suggest(&id.value, known.iter().copied()));
    }
}

/// Reads what a type declares for machines.
pub(super) fn read_type(settings: &mut Settings<'_>) -> TypeLinked {
    let schema_org = settings.node("schema_org").and_then(|node| {
        let mut settings = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        let read = read_schema_org(&mut settings);
        settings.finish();
        read
    });
    let dublin_core = known_word(settings, "dublin_core", DCMI_TYPES).map(|word| word.value);
    let cite = settings.node("cite").and_then(|node| {
        if let crate::yaml::Value::Bool(wanted) = node.value {
            let otherwise = Arc::from("document");
            return wanted.then_some(ConditionalName { otherwise, by: None, types: Vec::new() });
        }
        let mut settings = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        let read = read_chosen(&mut settings, |name| CITE_TYPES.contains(&name));
        settings.finish();
        read
    });
    TypeLinked { schema_org, dublin_core, cite }
}

fn read_schema_org(settings: &mut Settings<'_>) -> Option<SchemaOrg> {
    let type_ = read_chosen(settings, is_class);
    let work = settings.bool("work", false);
    let parts = pairs("parts", settings);
    let always = pairs("always", settings);
    let section = settings.node("section").and_then(|node| {
        let mut settings = Settings::new(node, Code::SchemaInvalid, settings.diagnostics());
        let (property, type_) = (settings.required("property"), settings.required("type"));
        for (name, fits) in [(&property, is_property as fn(&str) -> bool), (&type_, is_class)] {
            if let Some(name) = name.as_ref().filter(|name| !fits(&name.value)) {
                settings.wrong(&name.span, not_a_name(&name.value));
            }
        }
        settings.finish();
        Some((property?.value, type_?.value))
    });
    Some(SchemaOrg { type_: type_?, work, parts, always, section })
}

/// Names of properties with names of types or members.
fn pairs(key: &'static str, settings: &mut Settings<'_>) -> Vec<(Arc<str>, Arc<str>)> {
    let mut pairs = Vec::new();
    for (name, node) in settings.entries(key) {
        if !is_property(&name.name) {
            settings.wrong(&name.span, not_a_name(&name.name));
        }
        pairs.extend(class(node, is_class, settings).map(|class| (Arc::from(name.name.as_str()), class)));
    }
    pairs
}

fn read_chosen(settings: &mut Settings<'_>, fits: impl Fn(&str) -> bool + Copy) -> Option<ConditionalName> {
    let otherwise = settings.required("type");
    let by = settings.string("by");
    if let Some(name) = otherwise.as_ref().filter(|name| !fits(&name.value)) {
        settings.wrong(&name.span, not_a_name(&name.value));
    }
    let mut types = Vec::new();
    for (key, node) in settings.entries("types") {
        types.extend(class(node, fits, settings).map(|name| (located(key), name)));
    }
    if let (None, Some((id, _))) = (&by, types.first()) {
        settings.wrong(&id.span, message!("linked-types-without-by"));
    }
    Some(ConditionalName { otherwise: otherwise?.value, by, types })
}

fn class(node: &Node, fits: impl Fn(&str) -> bool, settings: &mut Settings<'_>) -> Option<Arc<str>> {
    let name = node.text().filter(|name| fits(name));
    if name.is_none() {
        settings.wrong(&node.span, not_a_name(node.text().unwrap_or_default()));
    }
    name.map(Arc::from)
}

fn located(key: &YamlKey) -> Located<Arc<str>> {
    Located { value: Arc::from(key.name.as_str()), span: key.span.clone() }
}

fn not_a_name(name: &str) -> Message {
    message!("vocabulary-unknown", name = name)
}

/// Types and members of schema.org start with a capital letter or a digit.
fn is_class(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) && is_word(name)
}

/// Properties of schema.org start with a small letter.
fn is_property(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && is_word(name)
}

fn is_word(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Reads what a field declares for machines.
pub(super) fn read_field(settings: &mut Settings<'_>) -> FieldLinked {
    let mut properties = Vec::new();
    let forms = settings.node("property").filter(|node| node.map().is_some());
    if forms.is_some() {
        for (key, node) in settings.entries("property") {
            let form = read_form(node, settings);
            properties.extend(property(&located(key), form, settings));
        }
    } else {
        for name in settings.strings("property") {
            properties.extend(property(&name, ValueForm::Natural, settings));
        }
    }
    FieldLinked {
        properties,
        dublin_core: known_word(settings, "dublin_core", ELEMENTS),
        cite: known_word(settings, "cite", CITE_PARTS),
    }
}

fn read_form(node: &Node, settings: &mut Settings<'_>) -> ValueForm {
    if let Some(entries) = node.map() {
        let read = |(id, node): &(YamlKey, Node)| Some((located(id), class(node, is_class, settings)?));
        return ValueForm::Members(entries.iter().filter_map(read).collect());
    }
    if node.text() != Some("text") {
        settings.wrong(&node.span, message!("linked-property-form"));
    }
    ValueForm::Text
}

fn property(name: &Located<Arc<str>>, form: ValueForm, settings: &mut Settings<'_>) -> Option<Property> {
    let path: Vec<Arc<str>> = name.value.split('.').map(Arc::from).collect();
    if !path.iter().all(|part| is_property(part)) {
        settings.wrong(&name.span, not_a_name(&name.value));
        return None;
    }
    Some(Property { path, form, span: name.span.clone() })
}

fn known_word(settings: &mut Settings<'_>, key: &'static str, known: &[&str]) -> Option<Located<Arc<str>>> {
    let word = settings.string(key)?;
    if known.contains(&&*word.value) {
        return Some(word);
    }
    let message = message!("choice-unknown", text = &*word.value, name = key);
    let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(word.span.clone());
    settings.diagnostics().push(diagnostic.suggest(&word.value, known.iter().copied()));
    None
}

/// Reports what only shows when all fields are known.
pub(super) fn check(type_: &Type, diagnostics: &mut Diagnostics) {
    let schema = type_.linked.schema_org.as_ref();
    for chosen in schema.iter().map(|schema| &schema.type_).chain(&type_.linked.cite) {
        check_chosen(type_, chosen, diagnostics);
    }
    for field in &type_.fields {
        check_inner(field, diagnostics);
        for property in &field.linked.properties {
            check_property(field, property, schema, diagnostics);
        }
        if let Some(part) = &field.linked.cite {
            if type_.linked.cite.is_none() {
                wrong(message!("cite-missing"), &part.span, diagnostics);
            }
            if !fits_part(&part.value, &field.kind) {
                let message = message!("citation-of-other-kind", part = &*part.value);
                wrong(message, &part.span, diagnostics);
            }
        }
    }
}

fn wrong(message: Message, at: &Span, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(at.clone()));
}

fn check_chosen(type_: &Type, chosen: &ConditionalName, diagnostics: &mut Diagnostics) {
    let Some(by) = &chosen.by else { return };
    let Some(field) = type_.field(&by.value) else {
        let known = type_.fields.iter().map(|field| &*field.name);
        let message = message!("field-not-in-type", name = &*by.value);
        let diagnostic = Diagnostic::error(Code::SchemaInvalid, message).at(by.span.clone());
        diagnostics.push(diagnostic.suggest(&by.value, known));
        return;
    };
    match &field.kind {
        Kind::Choice(choices) => unknown_ids(field, &chosen.types, &ids(choices), diagnostics),
        Kind::Term(_) => {}
        _ => wrong(message!("neither-choice-nor-term", name = &*by.value), &by.span, diagnostics),
    }
}

fn ids<T>(choices: &[(Arc<str>, T)]) -> Vec<&str> {
    choices.iter().map(|(id, _)| &**id).collect()
}

fn check_property(field: &Field, property: &Property, schema: Option<&SchemaOrg>, diagnostics: &mut Diagnostics) {
    let Some(schema) = schema else {
        wrong(message!("schema-org-missing"), &property.span, diagnostics);
        return;
    };
    let (_, parts) = property.path.split_last().expect("splitting a text gives at least one part");
    for part in parts.iter().filter(|part| !schema.parts.iter().any(|(known, _)| known == *part)) {
        wrong(message!("linked-parts-silent", part = &**part), &property.span, diagnostics);
    }
    let kind = item_kind(&field.kind);
    if matches!(kind, Kind::Group(_) | Kind::Markdown | Kind::Confidentiality | Kind::Consent) {
        wrong(message!("kind-without-property"), &property.span, diagnostics);
    }
    if let ValueForm::Members(members) = &property.form {
        match kind {
            Kind::Choice(choices) => unknown_ids(field, members, &ids(choices), diagnostics),
            Kind::Term(_) => {}
            _ => wrong(message!("members-of-other-kind"), &property.span, diagnostics),
        }
    }
}

/// What stands in a list or group says nothing by itself.
fn check_inner(field: &Field, diagnostics: &mut Diagnostics) {
    let inner = match &field.kind {
        Kind::List(item) => std::slice::from_ref(&**item),
        Kind::Group(parts) => parts.as_slice(),
        _ => return,
    };
    for part in inner {
        if !part.linked.is_empty() {
            let spans = part.linked.properties.iter().map(|property| &property.span);
            let words = part.linked.dublin_core.iter().chain(&part.linked.cite).map(|word| &word.span);
            for span in spans.chain(words) {
                wrong(message!("linked-of-whole-field", name = &*field.name), span, diagnostics);
            }
        }
        check_inner(part, diagnostics);
    }
}

fn item_kind(kind: &Kind) -> &Kind {
    match kind {
        Kind::List(item) => item_kind(&item.kind),
        kind => kind,
    }
}

fn fits_part(part: &str, kind: &Kind) -> bool {
    match part {
        "year" => matches!(kind, Kind::Date | Kind::DateTime | Kind::Deadline(_) | Kind::Integer),
        "url" => matches!(kind, Kind::Url),
        _ => matches!(item_kind(kind), Kind::Text | Kind::Party(_) | Kind::Ref(_) | Kind::Refs(_)),
    }
}
