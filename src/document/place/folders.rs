//! Folders of texts that have another name than the one that is meant. Knows nothing of files on a disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::CONTENT;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::lang::fold;
use crate::message;
use crate::schema::{Type, Types};

/// The type whose texts somebody keeps in a folder of that name: by what it and its folder are called in every language.
#[must_use]
pub fn called<'t>(name: &str, types: &'t Types) -> Option<&'t Arc<Type>> {
    let name = plain(name);
    types.iter().find(|type_| words(type_).contains(&name))
}

/// Does what [`called`] does, for a name that may be misspelt.
pub(crate) fn meant<'t>(name: &str, types: &'t Types) -> Option<&'t Arc<Type>> {
    called(name, types).or_else(|| {
        let known: Vec<(String, &Arc<Type>)> =
            types.iter().flat_map(|type_| words(type_).into_iter().map(move |word| (word, type_))).collect();
        let words: Vec<&str> = known.iter().map(|(word, _)| word.as_str()).collect();
        let near = nearest(&plain(name), &words)?;
        known.iter().find(|(word, _)| word == near).map(|(_, type_)| *type_)
    })
}

fn words(type_: &Type) -> Vec<String> {
    let labels = type_.label.iter().chain(type_.plural.iter()).chain(type_.path.iter());
    let names = [&type_.folder, &type_.name].into_iter().chain(labels.map(|(_, label)| label));
    names.map(|name| plain(name)).filter(|name| !name.is_empty()).collect()
}

fn plain(name: &str) -> String {
    fold(name.trim()).replace([' ', '_'], "-")
}

/// Keeps one of the messages on texts that lie in the same folder, which no type covers: the folder is one mistake. For
/// whoever shows them; what is decided for a file needs its own.
#[must_use]
pub fn one_for_each_folder(found: Diagnostics) -> Diagnostics {
    let found = found.into_vec();
    let mut counts: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    found.iter().filter_map(folder_without_type).for_each(|folder| *counts.entry(folder).or_default() += 1);
    let mut kept = Diagnostics::default();
    for mut diagnostic in found {
        if let Some(folder) = folder_without_type(&diagnostic) {
            let Some(count) = counts.remove(&folder) else { continue };
            if count > 1 {
                diagnostic.message =
                    message!("type-unknown-folder", folder = format!("{CONTENT}{folder}/"), count = count);
            }
        }
        kept.push(diagnostic);
    }
    kept
}

fn folder_without_type(diagnostic: &Diagnostic) -> Option<Arc<str>> {
    let file = &diagnostic.at.as_ref()?.file;
    let (folder, _) = file.strip_prefix(CONTENT)?.split_once('/')?;
    (diagnostic.code == Code::TypeUnknown).then(|| Arc::from(folder))
}
