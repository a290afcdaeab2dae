//! Declarations of types and taxonomies, put together from those of the theme, the words of its languages, and what a site
//! says in `types:` and `data/`. Each comes out as one tree in which every node knows its file. Knows nothing of what a
//! type or a taxonomy is.

mod absent;
mod dangling;
mod drop;
mod labels;
mod overlay;
mod reader;
mod theme;
mod values;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{self, Code, Diagnostic, Diagnostics, Span};
use crate::lang::Lang;
use crate::message;
use crate::settings::Located;
use crate::source::Sources;
use crate::yaml::{self, Node, Value};

use absent::Available;
use reader::Reader;
use theme::DeclaredTheme;

pub use absent::{AbsentField, WhyAbsent};
pub use labels::LabelLanguages;
pub use values::WordsForValues;

/// A type or taxonomy as declared.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Its name.
    pub name: Arc<str>,
    /// All that is said of it.
    pub node: Node,
    /// Where the site takes it over from the theme; `None` where it stands alone.
    pub extends: Option<Span>,
    /// Fields of the base that it does not have.
    pub absent: Vec<AbsentField>,
}

/// All that a site declares.
#[derive(Debug)]
pub struct Declarations {
    /// Its types: those of `types:` in that order, then the others by name.
    pub types: Vec<Declaration>,
    /// Its taxonomies, places among them, and those of the theme that one of its types uses.
    pub taxonomies: Vec<Declaration>,
    /// Files of taxonomies that cannot be read.
    pub unread_taxonomies: Vec<Arc<str>>,
    /// Base types of the theme that the site does not use.
    pub unused: Vec<BaseType>,
    /// The addresses of the pages that the program makes by itself, per page and language.
    pub pages: Node,
    /// How far the words of languages are, as the theme says.
    pub states: BTreeMap<Lang, Arc<str>>,
    /// What editors may write in fields, in each language.
    pub values: Vec<WordsForValues>,
}

/// A base type of a theme.
#[derive(Clone, Debug)]
pub struct BaseType {
    /// Its name.
    pub name: Arc<str>,
    /// Its folder below `content/`.
    pub folder: Arc<str>,
}

/// The name of a declaration, by its file.
#[must_use]
pub fn name_of(file: &str) -> Arc<str> {
    Arc::from(file.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default())
}

/// Whether a place lies in a file of a theme.
#[must_use]
pub fn is_of_theme(span: &Span) -> bool {
    span.file.starts_with("themes/")
}

/// Whether a file of a theme declares something.
#[must_use]
pub fn is_declaration_of_theme(path: &str) -> bool {
    let mut parts = path.split('/').skip(2);
    path.starts_with("themes/") && matches!(parts.next(), Some("types" | "terms" | "languages"))
}

impl Declaration {
    /// Reads one that stands alone. `None`, and a diagnostic, when the text is no map.
    pub fn read(file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        let node = yaml::parse_map(text, file, diagnostics)?;
        Some(Self { name: name_of(file), node, extends: None, absent: Vec::new() })
    }

    /// What was found in it, each where the site can mend it: what is wrong in a part of the theme is so by what the site
    /// says beside it.
    #[must_use]
    pub fn relocate(&self, found: Diagnostics) -> Diagnostics {
        let mut relocated = Diagnostics::default();
        for diagnostic in found.into_vec() {
            let wrong = diagnostic.at.clone().filter(|at| is_of_theme(at) && !at.file.contains("/languages/"));
            relocated.push(match (wrong, &self.extends) {
                (Some(wrong), Some(extends)) => {
                    let own = nearest(&self.node, &wrong, extends).unwrap_or(extends);
                    diagnostic.at(own.clone()).also(wrong, message!("theme-says-label"))
                }
                _ => diagnostic,
            });
        }
        relocated
    }
}

/// The place of the innermost key around `wanted` that the site wrote.
fn nearest<'n>(node: &'n Node, wanted: &Span, around: &'n Span) -> Option<&'n Span> {
    if node.span == *wanted {
        return Some(around);
    }
    match &node.value {
        Value::List(items) => items.iter().find_map(|item| nearest(item, wanted, around)),
        Value::Map(entries) => entries.iter().find_map(|(key, value)| {
            let around = if is_of_theme(&key.span) { around } else { &key.span };
            if key.span == *wanted { Some(around) } else { nearest(value, wanted, around) }
        }),
        _ => None,
    }
}

/// Reads all that a site declares.
pub fn read(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Declarations {
    let theme = DeclaredTheme::read(sources, &config.theme.value, &config.tags(), diagnostics);
    let mut own_types: BTreeMap<Arc<str>, Option<Node>> = BTreeMap::new();
    for source in theme::yaml_files(sources, "data/types") {
        own_types.insert(name_of(&source.path), theme::read_file(sources, source, diagnostics));
    }
    let mut own_terms: BTreeMap<Arc<str>, Node> = BTreeMap::new();
    let mut unread_taxonomies = Vec::new();
    for source in theme::yaml_files(sources, "data/terms").chain(sources.get("data/places.yaml")) {
        match theme::read_file(sources, source, diagnostics) {
            Some(node) => drop(own_terms.insert(name_of(&source.path), node)),
            None => unread_taxonomies.push(Arc::clone(&source.path)),
        }
    }
    let bases = theme.type_names();
    let order = type_order(config, &own_types, &bases, diagnostics);
    let taxonomies = own_terms.keys().chain(theme.term_names()).cloned();
    let available = Available {
        types: order.iter().cloned().collect(),
        taxonomies: taxonomies.chain(unread_taxonomies.iter().map(|file| name_of(file))).collect(),
        bases,
    };
    let reader = Reader { theme: &theme, config, available: &available };
    let mut types = Vec::new();
    for name in &order {
        types.extend(match own_types.remove(name) {
            None => reader.listed(name, diagnostics),
            // A file that cannot be read was told.
            Some(own) => own.and_then(|own| reader.declared(name, own, diagnostics)),
        });
    }
    let taxonomies = reader.taxonomies(own_terms, &types, diagnostics);
    let unused = available.bases.difference(&available.types);
    let base = |name: &Arc<str>| Some(BaseType { name: Arc::clone(name), folder: Arc::from(theme.folder_of(name)?) });
    Declarations {
        types,
        taxonomies,
        unread_taxonomies,
        unused: unused.filter_map(base).collect(),
        pages: theme.pages(),
        states: theme.states(),
        values: theme.values(),
    }
}

/// The names of all types of a site: those that `types:` lists, then those that only have a file. What is listed and
/// cannot be is told.
fn type_order(
    config: &Config,
    own: &BTreeMap<Arc<str>, Option<Node>>,
    bases: &BTreeSet<Arc<str>>,
    diagnostics: &mut Diagnostics,
) -> Vec<Arc<str>> {
    let mut order: Vec<Arc<str>> = Vec::new();
    for listed in &config.types {
        let name = &listed.value;
        if order.contains(name) {
            let message = message!("type-twice", name = &**name);
            diagnostics.push(Diagnostic::error(Code::ConfigInvalid, message).at(listed.span.clone()));
            continue;
        }
        match own.get(name) {
            None if !bases.contains(name) => {
                let known: Vec<&str> = bases.iter().chain(own.keys()).map(|name| &**name).collect();
                diagnostics.push(unknown_base(listed, &config.theme.value, &known));
                continue;
            }
            Some(Some(node)) if bases.contains(name) && node.get("extends").is_none() => {
                let message = message!("type-alone", name = &**name);
                let help = message!("type-alone-help", name = &**name);
                let wrong = Diagnostic::error(Code::ConfigInvalid, message).at(listed.span.clone()).help(help);
                diagnostics.push(wrong.also(node.span.clone(), message!("declared-here-label")));
            }
            _ => {}
        }
        order.push(Arc::clone(name));
    }
    let others: Vec<_> = own.keys().filter(|name| !order.contains(name)).cloned().collect();
    order.extend(others);
    order
}

/// The message on a name that is none of a base type.
fn unknown_base(name: &Located<Arc<str>>, theme: &str, known: &[&str]) -> Diagnostic {
    let message = message!("base-type-unknown", theme = theme, name = &*name.value);
    let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(name.span.clone());
    if known.is_empty() {
        return wrong.help(message!("base-type-none-help"));
    }
    let known_list = message!("there-are", names = known);
    match diagnostic::nearest(&name.value, known) {
        Some(near) => wrong.help(message!("did-you-mean-of", name = near, all = known_list)),
        None => wrong.help(known_list),
    }
}
