//! One declaration of a site out of its parts: the base with the words of its languages, less what was dropped or cannot be
//! had, under what the site says. Knows nothing of files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::absent::{AbsentField, Available, narrow};
use super::theme::DeclaredTheme;
use super::{Declaration, dangling, drop, overlay, unknown_base};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::settings::Located;
use crate::yaml::{Node, Value};

/// What tells a type from its base. A new type has its own.
const OWN: &[&str] = &["folder", "label", "plural", "path"];

/// What a new type cannot do without: its address is else that of its folder.
const NEEDED: &[&str] = &["folder", "label", "plural"];

/// Maps of a type with fields, and whether those are of outcomes.
const FIELDS: &[(&str, bool)] = &[("fields", false), ("outcomes", true)];

/// What a site says of a field where it decides itself what the field may name.
const DECIDING: &[&str] = &["kind", "of", "parties", "roles", "taxonomy", "to"];

pub(super) struct Reader<'a> {
    pub(super) theme: &'a DeclaredTheme,
    pub(super) config: &'a Config,
    pub(super) available: &'a Available,
}

impl Reader<'_> {
    /// A base type that the site lists and uses as it is.
    pub(super) fn listed(&self, name: &Arc<str>, diagnostics: &mut Diagnostics) -> Option<Declaration> {
        let listed = self.config.types.iter().find(|listed| listed.value == *name)?;
        let base = self.theme.base_type(name, diagnostics)?;
        let nothing = Node { value: Value::Map(Vec::new()), span: listed.span.clone() };
        Some(self.on_base(&base, listed.clone(), nothing, diagnostics))
    }

    /// A type of the site, by what its file says.
    pub(super) fn declared(
        &self,
        name: &Arc<str>,
        mut own: Node,
        diagnostics: &mut Diagnostics,
    ) -> Option<Declaration> {
        let extends = match extends(&mut own, diagnostics) {
            ExtendsSetting::Alone => return Some(alone(name, own)),
            ExtendsSetting::Wrong => return None,
            ExtendsSetting::Base(extends) => extends,
        };
        let Some(mut base) = self.theme.base_type(&extends.value, diagnostics) else {
            diagnostics.push(self.no_base(&extends));
            return None;
        };
        if *extends.value != **name {
            for key in OWN {
                base.take(key);
            }
            // Two types cannot have their lists of outcomes at one address.
            base.take("registers");
            let missing: Vec<&str> =
                NEEDED.iter().copied().filter(|key| own.get(key).is_none_or(Node::is_null)).collect();
            if !missing.is_empty() {
                let base = &*extends.value;
                let message = message!("new-type-lacks", base = base, keys = missing.as_slice());
                let file = format!("data/types/{base}.yaml");
                let help = message!("new-type-lacks-help", base = base, file = file);
                diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(extends.span).help(help));
                return None;
            }
        }
        Some(self.on_base(&base, Located { value: Arc::clone(name), span: extends.span }, own, diagnostics))
    }

    /// A base under what a site says; `extends` is the name of the type, and where the site takes the base over.
    fn on_base(
        &self,
        base: &Node,
        extends: Located<Arc<str>>,
        mut own: Node,
        diagnostics: &mut Diagnostics,
    ) -> Declaration {
        let mut node = base.clone();
        let mut absent = own.take("drop").map_or_else(Vec::new, |(_, list)| drop::apply(&mut node, &list, diagnostics));
        for (container, of_outcomes) in FIELDS {
            let unavailable = self.unavailable(&mut node, &own, container, *of_outcomes);
            if let Some(fields) = own.get_mut(container) {
                told_where_changed(fields, &unavailable, diagnostics);
            }
            absent.extend(unavailable);
        }
        overlay::overlay(&mut node, own);
        dangling::take_out(&mut node, base);
        Declaration { name: extends.value, node, extends: Some(extends.span), absent }
    }

    /// Takes those fields out that the site cannot have.
    fn unavailable(&self, node: &mut Node, own: &Node, container: &str, of_outcomes: bool) -> Vec<AbsentField> {
        let mut absent = Vec::new();
        let Some(fields) = node.get_mut(container).and_then(Node::map_mut) else { return absent };
        fields.retain_mut(|(key, field)| {
            let own = own.get(container).and_then(|fields| fields.get(&key.name));
            if own.is_some_and(|own| DECIDING.iter().any(|word| own.get(word).is_some())) {
                return true;
            }
            let why = narrow(field, self.available);
            let name = || Arc::from(key.name.as_str());
            absent.extend(why.map(|why| AbsentField { name: name(), of_outcomes, why }));
            absent.last().is_none_or(|last| *last.name != *key.name)
        });
        absent
    }

    fn no_base(&self, extends: &Located<Arc<str>>) -> Diagnostic {
        let known: Vec<&str> = self.available.bases.iter().map(|name| &**name).collect();
        let wrong = unknown_base(extends, &self.config.theme.value, &known);
        if self.available.types.contains(&extends.value) {
            let of_theme = message!("extends-site-type");
            let help = match wrong.help.clone() {
                Some(help) => message!("both", first = of_theme, second = help),
                None => of_theme,
            };
            return wrong.help(help);
        }
        wrong
    }

    /// The taxonomies of the site, and those of the theme that a type uses and the site does not declare.
    pub(super) fn taxonomies(
        &self,
        own: BTreeMap<Arc<str>, Node>,
        types: &[Declaration],
        diagnostics: &mut Diagnostics,
    ) -> Vec<Declaration> {
        let mut used = BTreeSet::new();
        types.iter().for_each(|one| named_taxonomies(&one.node, &mut used));
        let lent: Vec<Arc<str>> = self
            .theme
            .term_names()
            .filter(|name| used.contains(&***name) && !own.contains_key(*name))
            .cloned()
            .collect();
        let mut found: Vec<Declaration> =
            own.into_iter().filter_map(|(name, own)| self.taxonomy(&name, own, diagnostics)).collect();
        for name in lent {
            let node = self.theme.base_taxonomy(&name, diagnostics);
            found.extend(node.map(|node| Declaration { name, node, extends: None, absent: Vec::new() }));
        }
        found
    }

    fn taxonomy(&self, name: &Arc<str>, mut own: Node, diagnostics: &mut Diagnostics) -> Option<Declaration> {
        let extends = match extends(&mut own, diagnostics) {
            ExtendsSetting::Alone => return Some(alone(name, own)),
            ExtendsSetting::Wrong => return None,
            ExtendsSetting::Base(extends) => extends,
        };
        let Some(mut node) = self.theme.base_taxonomy(&extends.value, diagnostics) else {
            let known = self.theme.taxonomy_names();
            let message = message!("base-terms-unknown", theme = &*self.config.theme.value, name = &*extends.value);
            let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(extends.span);
            diagnostics.push(wrong.suggest(&extends.value, known.iter().map(|name| &**name)));
            return None;
        };
        if let Some((_, list)) = own.take("drop") {
            drop::apply(&mut node, &list, diagnostics);
        }
        overlay::overlay(&mut node, own);
        Some(Declaration { name: Arc::clone(name), node, extends: Some(extends.span), absent: Vec::new() })
    }
}

/// What a declaration says of its base.
enum ExtendsSetting {
    /// It has none.
    Alone,
    /// It names one in a way that was told to be wrong.
    Wrong,
    Base(Located<Arc<str>>),
}

fn alone(name: &Arc<str>, node: Node) -> Declaration {
    Declaration { name: Arc::clone(name), node, extends: None, absent: Vec::new() }
}

/// Takes `extends` out of what a site says.
fn extends(own: &mut Node, diagnostics: &mut Diagnostics) -> ExtendsSetting {
    let Some((key, node)) = own.take("extends") else {
        if let Some((key, _)) = own.map().unwrap_or_default().iter().find(|(key, _)| key.name == "drop") {
            let message = message!("drop-without-base");
            let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(key.span.clone());
            diagnostics.push(wrong.help(message!("drop-without-base-help")));
            own.take("drop");
        }
        return ExtendsSetting::Alone;
    };
    let Some(name) = node.text() else {
        let message = message!("extends-no-name", found = node.kind());
        diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(key.span));
        return ExtendsSetting::Wrong;
    };
    ExtendsSetting::Base(Located { value: Arc::from(name), span: node.span })
}

/// Reports changes of fields that are not there for want of what they name.
fn told_where_changed(fields: &mut Node, absent: &[AbsentField], diagnostics: &mut Diagnostics) {
    for field in absent {
        if let Some((key, _)) = fields.take(&field.name) {
            let message = message!("base-field-absent", name = &*field.name, reason = field.why.reason());
            diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(key.span).help(field.why.remedy()));
        }
    }
}

/// Names under `taxonomy` and `roles`, at any depth.
fn named_taxonomies<'n>(node: &'n Node, names: &mut BTreeSet<&'n str>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| named_taxonomies(item, names)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if matches!(key.name.as_str(), "taxonomy" | "roles") {
                    names.extend(value.text());
                }
                named_taxonomies(value, names);
            }
        }
        _ => {}
    }
}
