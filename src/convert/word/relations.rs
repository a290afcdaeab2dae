//! What a part of a package leads to (ECMA-376, part 2): other parts, and addresses outside. Knows nothing of texts.

use std::collections::BTreeMap;

use crate::convert::ConvertFault;
use crate::convert::parts::{attribute, elements, parse};

/// Something that a part leads to.
#[derive(Debug)]
pub(super) struct WordRelation {
    /// The last word of its kind: `image`, `hyperlink`.
    kind: String,
    /// A part, by its name from the root; outside, an address as it is written.
    pub(super) target: String,
    /// Whether it lies outside of the document: it is never fetched.
    pub(super) external: bool,
}

/// All that a part leads to, by id.
#[derive(Debug, Default)]
pub(super) struct WordRelations(BTreeMap<String, WordRelation>);

impl WordRelations {
    /// Reads the list of a part that lies in `folder`.
    pub(super) fn read(text: &str, name: &str, folder: &str) -> Result<Self, ConvertFault> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let document = parse(text, name)?;
        let mut found = BTreeMap::new();
        for node in elements(document.root_element()) {
            let (Some(id), Some(target)) = (attribute(node, "Id"), attribute(node, "Target")) else { continue };
            let kind = attribute(node, "Type").and_then(|kind| kind.rsplit('/').next()).unwrap_or_default().to_owned();
            let external = attribute(node, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
            let target = if external { target.to_owned() } else { part_name(folder, target) };
            found.insert(id.to_owned(), WordRelation { kind, target, external });
        }
        Ok(Self(found))
    }

    pub(super) fn get(&self, id: &str) -> Option<&WordRelation> {
        self.0.get(id)
    }

    /// The first part of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        self.all_of_kind(kind).next()
    }

    /// All parts of a kind.
    pub(super) fn all_of_kind(&self, kind: &str) -> impl Iterator<Item = &str> {
        let kind = kind.to_owned();
        let fits = move |relation: &&WordRelation| relation.kind == kind && !relation.external;
        self.0.values().filter(fits).map(|relation| relation.target.as_str())
    }
}

/// The name of a part that is named from a folder; names are looked up in the archive and never on a disk.
fn part_name(folder: &str, target: &str) -> String {
    if let Some(name) = target.strip_prefix('/') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
