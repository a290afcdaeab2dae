//! What a new site has, by its starter: types, menu, terms and examples, from a file of the theme.
//! Knows nothing of texts.

use std::sync::Arc;

use super::{StarterKind, THEME};
use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::source::Sources;
use crate::yaml::{self, Node, Value};

/// A taxonomy of the site's own.
pub(super) struct OutfitTaxonomy {
    pub(super) name: String,
    /// Its terms, each with the name of its word in the texts.
    pub(super) terms: Vec<OutfitTerm>,
}

/// An example term.
pub(super) struct OutfitTerm {
    pub(super) name: String,
    pub(super) word: String,
}

/// The example of a type, which names its part of the texts.
pub(super) struct OutfitExample {
    pub(super) type_: String,
    /// Its folder below `content/`.
    pub(super) folder: String,
    /// Its name there, with `{{day…}}` for days.
    pub(super) name: String,
}

/// What a new site has.
pub(super) struct Outfit {
    pub(super) types: Vec<String>,
    pub(super) menu: Vec<String>,
    pub(super) footer: Vec<String>,
    pub(super) taxonomies: Vec<OutfitTaxonomy>,
    /// Those of its types.
    pub(super) examples: Vec<OutfitExample>,
    /// The type that the texts for editors name.
    pub(super) told: String,
}

impl Outfit {
    pub(super) fn read(kind: StarterKind, theme: &Sources) -> Result<Self, Box<Diagnostic>> {
        let file: Arc<str> = Arc::from(format!("themes/{THEME}/starters/kinds.yaml"));
        let node = yaml::parse(&theme.text(&file)?, &file, 0)?;
        let own = node.get("kinds").and_then(|kinds| kinds.get(kind.name())).ok_or_else(|| {
            let message = message!("starter-kind-silent", file = file, kind = kind.name());
            Box::new(Diagnostic::error(Code::ThemeMissing, message))
        })?;
        let types = list(own.get("types"));
        let examples = entries(node.get("examples")).filter_map(|(type_, path)| {
            let (folder, name) = path.text()?.split_once('/')?;
            Some(OutfitExample { type_: type_.to_owned(), folder: folder.to_owned(), name: name.to_owned() })
        });
        let taxonomies = entries(own.get("terms")).map(|(name, terms)| {
            let terms = entries(Some(terms))
                .filter_map(|(name, word)| Some(OutfitTerm { name: name.to_owned(), word: word.text()?.to_owned() }));
            OutfitTaxonomy { name: name.to_owned(), terms: terms.collect() }
        });
        Ok(Self {
            menu: list(own.get("menu")),
            footer: list(own.get("footer")),
            taxonomies: taxonomies.collect(),
            examples: examples.filter(|example| types.contains(&example.type_)).collect(),
            told: node.get("told").and_then(Node::text).unwrap_or_default().to_owned(),
            types,
        })
    }
}

fn list(node: Option<&Node>) -> Vec<String> {
    let Some(Node { value: Value::List(items), .. }) = node else { return Vec::new() };
    items.iter().filter_map(Node::text).map(ToOwned::to_owned).collect()
}

fn entries(node: Option<&Node>) -> impl Iterator<Item = (&str, &Node)> {
    node.and_then(Node::map).unwrap_or_default().iter().map(|(key, value)| (key.name.as_str(), value))
}
