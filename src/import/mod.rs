//! Texts of another generator to texts of this site, with what a person has to look at. Pure functions: files in memory
//! in, files and findings out; nothing is fetched and no code of a template runs. What one generator knows of names,
//! settings and addresses stands in the file of its name. Knows nothing of the disk and of the command line.

mod address;
mod blocks;
mod compose;
mod docusaurus;
mod fields;
mod files;
mod finding;
mod folder;
mod foreign;
mod front;
mod headings;
mod html;
mod hugo;
mod inline;
mod jekyll;
mod lines;
mod links;
mod mapping;
mod mkdocs;
mod places;
mod report;
mod shortcode;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use crate::config::Config;
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::lang::Lang;
use crate::message;
use crate::schema::Types;

pub use finding::{FindingKind, ImportFinding};
pub use mapping::{ImportTarget, Mapping};
pub use report::{ImportReport, line_of};

/// Files below the folder that is imported, those among them that are no texts.
pub const MOST_FILES: usize = 50_000;

/// Bytes of the largest text; `document` refuses larger ones too.
const LARGEST_TEXT: u64 = 2 << 20;

/// Bytes of all texts, and of all pictures and files that they name.
const MOST_BYTES: u64 = 1 << 30;

/// Bytes of the largest picture or file that a text names.
pub const LARGEST_FILE: u64 = 48 << 20;

/// What made the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generator {
    /// <https://gohugo.io/>
    Hugo,
    /// <https://jekyllrb.com/>
    Jekyll,
    /// <https://docusaurus.io/>
    Docusaurus,
    /// <https://www.mkdocs.org/>
    Mkdocs,
    /// None: Markdown in folders.
    Folder,
}

impl Generator {
    /// The word for it on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Hugo => "hugo",
            Self::Jekyll => "jekyll",
            Self::Docusaurus => "docusaurus",
            Self::Mkdocs => "mkdocs",
            Self::Folder => "folder",
        }
    }
}

/// The files of a folder that is imported.
pub struct ImportTree<'a> {
    /// Bytes of each, by its path with `/`.
    pub files: BTreeMap<String, u64>,
    /// What was found and is not looked at, with the reason: links, names that are not UTF-8.
    pub passed: Vec<PassedFile>,
    /// The bytes of a file of up to so many bytes.
    pub read: &'a dyn Fn(&str, u64) -> Option<Vec<u8>>,
}

impl fmt::Debug for ImportTree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportTree").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

impl ImportTree<'_> {
    /// A small text such as a settings file; none where it is absent or no text.
    fn text(&self, path: &str) -> Option<String> {
        self.files.get(path)?;
        String::from_utf8((self.read)(path, LARGEST_TEXT)?).ok()
    }

    /// Whether there is a file of that path, or one below a folder of that path.
    fn has(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.under(path).next().is_some()
    }

    /// The files below a folder; all for the empty path.
    fn under<'t>(&'t self, folder: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let start = prefix.clone();
        self.files.range(start..).map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(&prefix))
    }
}

/// A file that is not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedFile {
    /// Its path.
    pub path: String,
    /// Why.
    pub reason: Message,
}

/// The site that texts come to, and what somebody decided.
pub struct ImportRules<'a> {
    /// What made the texts.
    pub generator: Generator,
    /// Settings of the site.
    pub config: &'a Config,
    /// Its types.
    pub types: &'a Types,
    /// Its terms.
    pub data: &'a Data,
    /// Where texts go for which the mapping names no place.
    pub into: ImportTarget,
    /// Folders, fields and terms.
    pub mapping: &'a Mapping,
    /// Languages that are taken; those of the site, or fewer.
    pub languages: &'a BTreeSet<Lang>,
    /// Whether what was public there is no draft here.
    pub publish: bool,
    /// Today: what has a later day was not public.
    pub clock: Date,
    /// Whether the site has files of an entry of that path below `content/`.
    pub exists: &'a dyn Fn(&str) -> bool,
    /// Whether the theme has a component of that name.
    pub component: &'a dyn Fn(&str) -> bool,
}

impl fmt::Debug for ImportRules<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportRules").field("generator", &self.generator).finish_non_exhaustive()
    }
}

/// A file that comes to the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// Its path from the root of the site.
    pub path: String,
    /// The path of the file that it was made of.
    pub source: String,
    /// The front matter of a text up to its aliases; nothing for a file that is no text.
    head: String,
    /// The addresses by which a text was known.
    pub aliases: Vec<String>,
    /// All else.
    rest: Vec<u8>,
}

impl ImportedFile {
    /// What it holds.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let quoted: Vec<String> =
            self.aliases.iter().map(|alias| serde_json::Value::from(alias.as_str()).to_string()).collect();
        let aliases = if quoted.is_empty() { String::new() } else { format!("aliases: [{}]\n", quoted.join(", ")) };
        [self.head.as_bytes(), aliases.as_bytes(), &self.rest].concat()
    }

    /// What it holds, the aliases left out.
    #[must_use]
    pub fn bytes_without_aliases(&self) -> Vec<u8> {
        [self.head.as_bytes(), &self.rest].concat()
    }

    /// Whether it is a text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        !self.head.is_empty()
    }
}

/// What an import makes.
#[derive(Debug, Default)]
pub struct Imported {
    /// Texts, pictures and files, in the order of their paths.
    pub files: Vec<ImportedFile>,
    /// What a person has to look at.
    pub findings: Vec<ImportFinding>,
    /// Texts among the files.
    pub texts: usize,
    /// Those of them that were public where they came from.
    pub public: usize,
}

impl Imported {
    /// Takes away the aliases that something else has: `is_taken` is asked for the path of a file and an address. What it
    /// gives is told, if there is anything to tell.
    pub fn keep_free_aliases(&mut self, is_taken: &dyn Fn(&str, &str) -> Option<TakenAddress>) {
        let mut first: BTreeMap<String, String> = BTreeMap::new();
        for file in self.files.iter_mut().filter(|file| !file.aliases.is_empty()) {
            let mut kept = Vec::new();
            for alias in std::mem::take(&mut file.aliases) {
                let folded = alias.trim_end_matches('/').to_owned();
                let taken = is_taken(&file.path, &alias);
                let other = first.get(&folded).filter(|_| taken.is_none());
                let told = match (&taken, other) {
                    (None, None) => {
                        first.insert(folded, file.path.clone());
                        kept.push(alias);
                        continue;
                    }
                    (Some(TakenAddress::Own), _) => continue,
                    (Some(TakenAddress::Other(what)), _) => message!("import-address-is", address = alias, what = what),
                    (None, Some(other)) => message!("import-address-taken", address = alias, other = other),
                };
                let mut finding = ImportFinding::new(FindingKind::Address, &file.source, 1, told);
                finding.target = Some(file.path.clone());
                self.findings.push(finding);
            }
            file.aliases = kept;
        }
        self.findings.sort();
    }
}

/// Who has an address already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenAddress {
    /// The page itself: it stands where it stood.
    Own,
    /// Something else.
    Other(Message),
}

/// Why nothing is imported.
pub type ImportFault = Box<Diagnostic>;

fn refused(message: Message, help: Message) -> ImportFault {
    Box::new(Diagnostic::error(Code::ImportRefused, message).help(help))
}

/// Makes texts of this site.
///
/// # Errors
/// A diagnostic without a place: the folder is not what it was said to be, or has no text, or is too large; or an entry
/// of the same name is there.
pub fn import(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> Result<Imported, ImportFault> {
    let site = foreign::read(tree, rules)?;
    let mut findings = finding::ImportFindings::default();
    for passed in tree.passed.iter().chain(&site.passed) {
        findings.add(ImportFinding::new(FindingKind::NotTaken, &passed.path, 1, passed.reason.clone()));
    }
    let texts = places::read(tree, &site, rules, &mut findings)?;
    let entries = places::entries(texts, &site, rules, &mut findings)?;
    if entries.iter().all(|entry| entry.texts.is_empty()) {
        let first = findings.first();
        let message = match first {
            Some(one) => message!("import-nothing-first", source = &one.source, why = &one.message),
            None => message!("import-nothing"),
        };
        return Err(refused(message, message!("import-mend-help")));
    }
    Ok(compose::compose(tree, &site, rules, &entries, findings))
}
