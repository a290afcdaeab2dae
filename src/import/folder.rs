//! Markdown in folders that no generator has made: a language behind the last dot of a name, or as the name of a top folder.

use super::foreign::{ForeignSite, TagReader, pass_other, texts_below};
use super::{ImportRules, ImportTree};

/// Names of the page of a folder.
const INDEX: &[&str] = &["_index", "index", "readme"];

pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> ForeignSite {
    let mut site = ForeignSite {
        texts: texts_below(tree, "", &TagReader::new(&[], rules), INDEX),
        static_roots: vec![String::new()],
        roots: vec![String::new()],
        ..ForeignSite::default()
    };
    tree.under("").for_each(|path| pass_other(&mut site, path));
    site
}
