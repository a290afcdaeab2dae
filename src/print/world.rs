//! What Typst may see while it makes one print: the templates and fonts of the theme, the data and pictures of the
//! job. No disk, no network, no packages, no clock.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::{PrintAssets, PrintJob};
use crate::lang::{self, has_marks};

/// The name of the data.
const DATA: &str = "data.json";

/// Before a layout whose data have words in other languages, between the marks of `lang::lent`: wherever they come to
/// stand, they are set and told in their language. A layout need not know of it.
const LENT: &str = r#"#show regex("\u{fdd2}[^\u{fdd4}]*\u{fdd4}"): it => {
  let (of, words) = it.text.trim("\u{fdd2}", at: start).trim("\u{fdd4}", at: end).split("\u{fdd3}")
  let (tag, way) = of.split(":")
  text(lang: tag, dir: if way == "rtl" { rtl } else { ltr }, words)
}
"#;

/// The name of that.
const LENT_NAME: &str = "lent-words.typ";

/// What all prints of a theme share.
pub(super) struct TypstEnv {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The files of the templates and their texts.
    templates: BTreeMap<String, (Arc<str>, Source)>,
    /// Where fonts have to lie, for messages.
    pub(super) fonts_folder: Arc<str>,
}

impl TypstEnv {
    pub(super) fn new(assets: &PrintAssets) -> Self {
        let fonts: Vec<Font> = assets.fonts.iter().flat_map(|font| Font::iter(Bytes::new(Arc::clone(font)))).collect();
        let parse = |(name, (file, text)): (&String, &(Arc<str>, Arc<str>))| {
            Some((name.clone(), (Arc::clone(file), Source::new(id(name)?, text.to_string()))))
        };
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: assets.templates.iter().filter_map(parse).collect(),
            fonts_folder: Arc::clone(&assets.fonts_folder),
        }
    }

    /// Whether a font has any character of a script.
    pub(super) fn covers(&self, script: &str) -> bool {
        let is_of_script = |code| char::from_u32(code).is_some_and(|c| lang::script_name(c) == Some(script));
        self.fonts.iter().any(|font| font.info().coverage.iter().any(is_of_script))
    }

    pub(super) fn has_fonts(&self) -> bool {
        !self.fonts.is_empty()
    }
}

/// The name that Typst knows a file by. Each name is kept for ever, so there are few of them.
fn id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// One print.
pub(super) struct TypstWorld<'a> {
    env: &'a TypstEnv,
    job: &'a PrintJob,
    main: FileId,
    /// What stands before the layout, where something does.
    before: Option<Source>,
    data: Bytes,
}

impl<'a> TypstWorld<'a> {
    /// The world of a job; `None` where there is no such layout.
    pub(super) fn new(env: &'a TypstEnv, job: &'a PrintJob) -> Option<Self> {
        let (_, main) = env.templates.get(&format!("{}.typ", job.layout))?;
        let before = if has_marks(&job.data) {
            Some(Source::new(id(LENT_NAME)?, format!("{LENT}#include \"/{}.typ\"\n", job.layout)))
        } else {
            None
        };
        let main = before.as_ref().map_or(main.id(), Source::id);
        Some(Self { env, job, main, before, data: Bytes::from_string(job.data.clone()) })
    }

    /// The file of a template.
    pub(super) fn file_of(&self, id: FileId) -> Option<&Arc<str>> {
        self.env.templates.get(name(id)).map(|(file, _)| file)
    }
}

fn name(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(name(id).into())
}

impl World for TypstWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.env.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.env.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let before = self.before.iter().find(|source| source.id() == id);
        let own = || self.env.templates.get(name(id)).map(|(_, source)| source);
        before.or_else(own).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = name(id);
        if name == DATA {
            return Ok(self.data.clone());
        }
        let picture = self.job.files.get(name).map(|bytes| Bytes::new(Arc::clone(bytes)));
        picture.ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.env.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
