//! A new site: what somebody answers about it, to all its files, made of the texts that the theme has for each language.
//! Knows nothing of flags, questions and disks.

mod around;
mod kinds;
mod pack;
mod pages;
mod settings;
mod texts;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::lang::Lang;
use crate::pipeline::{self, Request};
use crate::source::{FreshFile, Sources};
use kinds::Outfit;
use pack::Packs;
use pages::PageMaker;

pub use around::Forge;
pub use pages::{Example, example};

/// The theme of a new site.
pub(crate) const THEME: &str = "hub";

/// The most languages of a new site; more are added one by one, when somebody is there to write them.
pub const MOST_LANGUAGES: usize = 40;

/// What a new site is for: which types it has from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StarterKind {
    /// All base types.
    Hub,
    /// Meetings with decisions and actions, and who takes part.
    Minutes,
    /// Publications and other materials, with a glossary.
    Resources,
    /// Pages only.
    Minimal,
}

impl StarterKind {
    /// Its name in the file of the theme that says what each has.
    fn name(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Minutes => "minutes",
            Self::Resources => "resources",
            Self::Minimal => "minimal",
        }
    }
}

/// What is known of a new site.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Its name.
    pub name: String,
    /// In the order of the switcher, each once; never empty.
    pub languages: Vec<Lang>,
    /// One of them.
    pub default_language: Lang,
    /// What it is for.
    pub kind: StarterKind,
    /// Countries (ISO 3166-1) and regions.
    pub areas: Vec<String>,
    /// Its time zone, where somebody names one.
    pub time_zone: Option<String>,
    /// Where it is kept.
    pub forge: Forge,
    /// Where it will stand.
    pub base_url: Option<String>,
    /// The licence of its texts (SPDX), where somebody chose one.
    pub licence: Option<String>,
    /// What fills the marks of that name, such as `email`.
    pub values: BTreeMap<&'static str, String>,
    /// Today.
    pub today: Date,
}

/// A new site.
#[derive(Debug)]
pub struct NewSite {
    /// All its files, by their paths.
    pub files: Vec<FreshFile>,
    /// Languages of which the theme has no texts yet.
    pub without_texts: Vec<Lang>,
}

/// Makes all files of a new site. `theme` holds the theme.
///
/// # Errors
/// What would be wrong with the site, other than what is still to be filled in; nothing is to be written then.
pub fn new_site(answers: &Answers, theme: &Sources) -> Result<NewSite, Diagnostics> {
    let packs = Packs::read(answers, theme).map_err(|refusal| alone(*refusal))?;
    let outfit = Outfit::read(answers.kind, theme).map_err(|refusal| alone(*refusal))?;
    let maker = PageMaker { answers, packs: &packs, outfit: &outfit };
    let mut files: BTreeMap<Arc<str>, Vec<u8>> = BTreeMap::new();
    let mut put = |path: &str, text: String| drop(files.insert(Arc::from(path), text.into_bytes()));
    put("samen.yaml", settings::samen_yaml(answers, &packs, &outfit));
    for (path, text) in settings::taxonomies(answers, &packs, &outfit) {
        put(&path, text);
    }
    for (path, text) in maker.sections() {
        put(&path, text);
    }
    let sources = maker.sources();
    for page in &sources {
        put(&page.file(&page.lang), page.text.clone());
    }
    let loaded = load(&files, theme, answers)?;
    for (path, text) in maker.translations(&sources, &loaded) {
        files.insert(path, text.into_bytes());
    }
    pages::mark_examples(&mut files, &sources);
    load(&files, theme, answers)?;
    let mut files: Vec<FreshFile> = files.into_iter().map(|(path, bytes)| FreshFile { path, bytes }).collect();
    files.extend(around::files(answers, &packs, &outfit, &loaded));
    Ok(NewSite { files, without_texts: packs.without_texts() })
}

/// The site that files make.
fn load(
    files: &BTreeMap<Arc<str>, Vec<u8>>,
    theme: &Sources,
    answers: &Answers,
) -> Result<pipeline::Loaded, Diagnostics> {
    let bytes = files.iter().map(|(path, bytes)| (Arc::clone(path), Arc::from(bytes.as_slice()))).collect();
    let sources = theme.with_replaced(bytes, |_| true);
    let request = Request {
        config: "samen.yaml".to_owned(),
        overrides: Vec::new(),
        clock: answers.today,
        drafts: false,
        strict: false,
        pseudo: false,
    };
    let (loaded, found) = pipeline::load(&sources, &request).finish(Diagnostics::default());
    let mut wrong = Diagnostics::default();
    let counts = |item: &Diagnostic| item.severity == Severity::Error && item.code != Code::FillIn;
    wrong.extend(found.into_vec().into_iter().filter(counts));
    match loaded {
        Some(loaded) if wrong.items().is_empty() => Ok(loaded),
        _ => Err(wrong),
    }
}

fn alone(diagnostic: Diagnostic) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(diagnostic);
    diagnostics
}
