//! Fields of a base type that a site cannot have: those that name terms or types which it does not have. They are not
//! there, and whoever uses one is told why. Knows nothing of documents.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::is_of_theme;
use crate::diagnostic::{Message, Span};
use crate::message;
use crate::yaml::{Node, Value};

/// The taxonomy behind fields of kind `place`.
const PLACES: &str = "places";

/// What a site has that a field may name.
#[derive(Debug, Default)]
pub(super) struct Available {
    /// Names of types.
    pub(super) types: BTreeSet<Arc<str>>,
    /// Names of taxonomies.
    pub(super) taxonomies: BTreeSet<Arc<str>>,
    /// Names of the base types of the theme.
    pub(super) bases: BTreeSet<Arc<str>>,
}

impl Available {
    fn lacks_taxonomy(&self, name: &str) -> Option<WhyAbsent> {
        let is_known = self.taxonomies.contains(name);
        (!is_known).then(|| WhyAbsent::NoTaxonomy(Arc::from(name)))
    }
}

/// A field of a base type that the type of the site does not have.
#[derive(Clone, Debug)]
pub struct AbsentField {
    /// Its name.
    pub name: Arc<str>,
    /// Whether it is an attribute of outcomes.
    pub of_outcomes: bool,
    /// Why it is not there.
    pub why: WhyAbsent,
}

/// Why a type lacks a field of its base.
#[derive(Clone, Debug)]
pub enum WhyAbsent {
    /// It names entries of a type that the site does not have; whether the theme has a base type of that name.
    NoType(Arc<str>, bool),
    /// It names terms of a taxonomy that the site does not have.
    NoTaxonomy(Arc<str>),
    /// The site took it away, there.
    Dropped(Span),
}

impl WhyAbsent {
    /// What is missing, as the end of a sentence.
    #[must_use]
    pub fn reason(&self) -> Message {
        match self {
            Self::NoType(name, _) => message!("absent-type", name = &**name),
            Self::NoTaxonomy(name) => message!("absent-terms", name = &**name),
            Self::Dropped(_) => message!("absent-dropped"),
        }
    }

    /// What to do to have the field.
    #[must_use]
    pub fn remedy(&self) -> Message {
        match self {
            Self::NoType(name, true) => {
                message!("absent-type-help", name = &**name)
            }
            Self::NoType(name, false) => message!("absent-type-declare", file = format!("data/types/{name}.yaml")),
            Self::NoTaxonomy(name) if **name == *PLACES => {
                message!("absent-places-help", file = "data/places.yaml")
            }
            Self::NoTaxonomy(name) => message!("absent-terms-help", file = format!("data/terms/{name}.yaml")),
            Self::Dropped(_) => message!("absent-dropped-help"),
        }
    }
}

/// Takes what a site does not have out of what a field of a theme may name. When nothing is left that it could hold, says
/// why. What the site itself says of the field stays, and is told where it is wrong.
pub(super) fn narrow(field: &mut Node, available: &Available) -> Option<WhyAbsent> {
    let kind = field.get("kind")?;
    let kind_of_theme = is_of_theme(&kind.span);
    match kind.text()? {
        "list" => narrow(field.get_mut("of")?, available),
        "group" => {
            let fields = field.get_mut("fields")?.map_mut()?;
            fields.retain_mut(|(_, part)| narrow(part, available).is_none());
            None
        }
        "place" if kind_of_theme => available.lacks_taxonomy(PLACES),
        "term" => {
            let taxonomy = field.get("taxonomy").filter(|node| is_of_theme(&node.span))?;
            available.lacks_taxonomy(taxonomy.text()?)
        }
        "ref" | "refs" => narrow_targets(field, available),
        "party" => narrow_parties(field, available),
        _ => None,
    }
}

fn narrow_targets(field: &mut Node, available: &Available) -> Option<WhyAbsent> {
    let to = field.get_mut("to").filter(|node| is_of_theme(&node.span))?;
    let first: Arc<str> = Arc::from(to.items().first()?.text()?);
    let known = |target: &&Node| target.text().is_none_or(|name| available.types.contains(name));
    let left: Vec<Node> = to.items().iter().filter(known).cloned().collect();
    if left.is_empty() {
        let is_base = available.bases.contains(&first);
        return Some(WhyAbsent::NoType(first, is_base));
    }
    to.value = Value::List(left);
    None
}

/// A party is a role or a text where there are no entries that it could name.
fn narrow_parties(field: &mut Node, available: &Available) -> Option<WhyAbsent> {
    let none = narrow_targets(field, available)?;
    let parties = field.get_mut("parties").filter(|node| is_of_theme(&node.span))?;
    let left: Vec<Node> = parties.items().iter().filter(|one| one.text() != Some(ENTRIES)).cloned().collect();
    if left.is_empty() {
        return Some(none);
    }
    parties.value = Value::List(left);
    field.take("to");
    field.take("names");
    None
}

/// The word by which a party may be an entry.
const ENTRIES: &str = "organisation";
