//! `samen new <type> <name>`: a first text of an entry, empty or made of a document of a word processor.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::civil::Date;

use super::super::edits::{self, refused};
use super::super::mark;
use super::super::report::Reporter;
use super::super::status::language;
use super::super::{EXIT_OK, EXIT_USAGE, Project};
use super::form::EntryForm;
use super::language::title;
use crate::config::Config;
use crate::convert::{self, ConvertRules, Converted};
use crate::data::Data;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::place;
use crate::document::stub::held_back;
use crate::edits::{EditedSite, RawTexts};
use crate::lang::{self, Lang};
use crate::message;
use crate::schema::{Kind, Type};
use crate::source::{self, FreshFile};

/// Bytes of the largest picture beside a web page.
const LARGEST_PICTURE: u64 = 48 << 20;

#[derive(Debug, Args)]
pub(super) struct NewEntryFlags {
    /// The type, as `samen schema` lists them
    #[arg(value_name = "TYPE")]
    type_: String,
    /// The name of its file, without language and ending, such as `2027-01-10-intake`
    #[arg(value_name = "NAME")]
    name: String,
    /// A document to make it of: .docx, .odt, .html, .md or .txt
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    from: Option<PathBuf>,
    /// The language of its text [default: the default language of the site]
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// Start drafts in these languages too, as `samen translate` does; separated by commas
    #[arg(long, value_name = "LANGS", value_delimiter = ',')]
    translate: Vec<String>,
    /// The language of the comments in it for the editor [default: the default language of the site]
    #[arg(long, value_name = "LANG")]
    comments: Option<String>,
    /// With `--from`, take the text with all tracked changes accepted
    #[arg(long, requires = "from")]
    accept_changes: bool,
    /// With `--from`, leave out all comments
    #[arg(long, requires = "from")]
    drop_comments: bool,
    /// With `--from`, write the marks of what looks like decisions and actions
    #[arg(long, requires = "from")]
    mark: bool,
}

pub(super) fn run(flags: &NewEntryFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let page = match FreshPage::named(flags, &site, project.clock) {
        Ok(page) => page,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let converted = match flags.from.as_deref().map(|file| page.converted(flags, file)).transpose() {
        Ok(converted) => converted,
        Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
    };
    let mut files = page.files(converted.as_ref());
    if flags.mark {
        match mark::marked(&site, bytes(&files)) {
            Ok(texts) => put_in(&mut files, texts),
            Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
        }
    }
    match page.translations(flags, &files, &site) {
        Ok(drafts) => files.extend(drafts),
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    }
    let open = site.what_is_new(bytes(&files));
    if let Err(diagnostic) = source::write_fresh(&project.root, &files) {
        return refused(*diagnostic, &site.sources, reporter);
    }
    let mut left = Diagnostics::default();
    left.extend(converted.iter().flat_map(Converted::messages));
    reporter.diagnostics_aside(&left, None);
    let (looks, needed): (Vec<_>, Vec<_>) =
        open.errors.into_vec().into_iter().partition(|item| item.code == Code::OutcomeSuggestion);
    if !needed.is_empty() {
        let mut todo = Diagnostics::default();
        todo.extend(needed);
        reporter.tell(&message!("new-todo"));
        reporter.diagnostics_aside(&todo, Some(&open.sources));
    }
    if !looks.is_empty() {
        let command = format!("samen mark {}/{} --dry-run", page.type_.folder, page.name);
        reporter.tell(&message!("new-looks", command = command));
    }
    if converted.is_some() {
        reporter.tell(&message!("new-read-once"));
    }
    reporter.tell(&message!("new-is-draft"));
    files.iter().for_each(|file| reporter.data(&format!("{}\n", file.path)));
    EXIT_OK
}

/// The day that a name starts with.
fn day_of(name: &str) -> Option<Date> {
    name.get(..10).and_then(|day| day.parse().ok()).filter(|_| name.len() == 10 || name[10..].starts_with('-'))
}

/// Whether entries of a type are called by their day: they must have one, or stand in a calendar.
fn is_dated(type_: &Type) -> bool {
    let field = type_.date_field.as_ref().and_then(|name| type_.field(name));
    field.is_some_and(|field| matches!(field.kind, Kind::Date) && (field.required || type_.calendar.is_some()))
}

/// Files as a site reads them.
fn bytes(files: &[FreshFile]) -> BTreeMap<Arc<str>, Arc<[u8]>> {
    files.iter().map(|file| (Arc::clone(&file.path), Arc::from(file.bytes.as_slice()))).collect()
}

/// Puts changed texts in the place of those that files had.
fn put_in(files: &mut [FreshFile], mut texts: RawTexts) {
    for file in files {
        if let Some(text) = texts.remove(&file.path) {
            file.bytes = text.into_bytes();
        }
    }
}

/// A page that is to be made.
struct FreshPage<'s> {
    type_: &'s Type,
    data: &'s Data,
    config: &'s Config,
    name: String,
    lang: Lang,
    /// The language of comments for its editor.
    comments: Lang,
    line_breaks: bool,
}

impl<'s> FreshPage<'s> {
    /// What the flags name; nothing of that name is there.
    fn named(flags: &NewEntryFlags, site: &'s EditedSite<'_>, today: Date) -> Result<Self, Box<Diagnostic>> {
        let (config, known) = (&site.loaded.rendering.site.config, &site.loaded.rendering.site.types);
        let found = known.get(&flags.type_).or_else(|| known.iter().find(|one| *one.folder == *flags.type_));
        let Some(type_) = found else {
            let base = format!("themes/{}/types/{}.yaml", config.theme.value, flags.type_);
            if site.sources.get(&base).is_some() {
                let message = message!("base-type-unused", name = &flags.type_);
                let help = message!("base-type-unused-help", name = &flags.type_);
                return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(help)));
            }
            let message = message!("type-unknown", name = &flags.type_);
            let all = known.iter().map(|one| &*one.name).chain(["outcome"]);
            return Err(Box::new(Diagnostic::error(Code::ConfigInvalid, message).suggest(&flags.type_, all)));
        };
        let name = flags.name.strip_prefix(&format!("{}/", type_.folder)).unwrap_or(&flags.name);
        let slug = lang::slug(name);
        if slug != name || matches!(name, "" | "index") {
            let proposal = if matches!(&*slug, "" | "index") { "2027-01-10-subject".to_owned() } else { slug };
            let message = message!("page-name-invalid", name = name);
            let help = message!("entry-name-such-as", proposal = proposal);
            return Err(Box::new(Diagnostic::error(Code::TextMisnamed, message).help(help)));
        }
        let lang = match &flags.language {
            Some(tag) => language(tag, &config.tags())?,
            None => config.default_language.clone(),
        };
        let comments = match &flags.comments {
            Some(tag) => Lang::parse(tag).ok_or_else(|| {
                let diagnostic = Diagnostic::error(Code::UnknownLanguage, message!("tag-not-bcp", tag = tag));
                Box::new(diagnostic.help(message!("tag-such-as-help")))
            })?,
            None => config.default_language.clone(),
        };
        // What is called by its day in the folder of a type sorts by it.
        let name = if is_dated(type_) && day_of(name).is_none() { format!("{today}-{name}") } else { name.to_owned() };
        let start = lang::fold(&format!("content/{}/{name}", type_.folder));
        let taken = |path: &str| lang::fold(path).strip_prefix(&start).is_some_and(|rest| rest.starts_with(['.', '/']));
        if let Some(file) = site.sources.files().find(|file| taken(&file.path)) {
            let message = message!("there-already-unwritten", file = &*file.path);
            let help = message!("new-another-name-help");
            return Err(Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(help)));
        }
        let line_breaks = config.html_allow.iter().any(|tag| tag == "br");
        let data = &site.loaded.rendering.site.data;
        Ok(Self { type_, data, config, name, lang, comments, line_breaks })
    }

    fn converted(&self, flags: &NewEntryFlags, file: &Path) -> Result<Converted, Box<Diagnostic>> {
        let bytes = source::read_bytes_named(file, convert::LARGEST)?;
        let beside = |path: &str| source::read_beside(file, path, LARGEST_PICTURE);
        let rules = ConvertRules {
            accept_changes: flags.accept_changes,
            drop_comments: flags.drop_comments,
            line_breaks: self.line_breaks,
            pictures: &self.name,
            beside: &beside,
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        convert::read(&name, &bytes, &rules).map_err(|mut refused| {
            refused.message = message!("about", name = &*name, said = refused.message);
            refused
        })
    }

    /// The text and the pictures, with their places: a folder of its own where there are pictures.
    fn files(&self, converted: Option<&Converted>) -> Vec<FreshFile> {
        let (folder, name, lang) = (&self.type_.folder, &self.name, &self.lang);
        let pictures = converted.map_or(&[][..], |converted| &converted.pictures);
        let path = match pictures {
            [] => format!("content/{folder}/{name}.{lang}.md"),
            _ => format!("content/{folder}/{name}/index.{lang}.md"),
        };
        let body = converted.map_or_else(|| self.skeleton(), |converted| converted.markdown.clone());
        let title = converted.and_then(|converted| converted.title.clone()).unwrap_or_else(|| self.title());
        let form = EntryForm { type_: self.type_, data: self.data, config: self.config, comments: &self.comments };
        let text = format!("{}{body}", form.text(&title, self.day().0));
        let mut files = vec![FreshFile { path: Arc::from(path), bytes: text.into_bytes() }];
        files.extend(pictures.iter().map(|picture| {
            let path = format!("content/{folder}/{name}/{}", picture.name);
            FreshFile { path: Arc::from(path), bytes: picture.bytes.clone() }
        }));
        files
    }

    /// Drafts of the text in other languages.
    fn translations(
        &self,
        flags: &NewEntryFlags,
        files: &[FreshFile],
        site: &EditedSite<'_>,
    ) -> Result<Vec<FreshFile>, Box<Diagnostic>> {
        let (tags, rules) = (self.config.tags(), site.loaded.rules());
        let Some(source) = files.first() else { return Ok(Vec::new()) };
        let text = String::from_utf8_lossy(&source.bytes);
        let mut drafts = Vec::new();
        for tag in &flags.translate {
            let lang = language(tag.trim(), &tags)?;
            let path = place::translated(&source.path, &lang);
            if lang == self.lang || drafts.iter().any(|draft: &FreshFile| draft.path == path) {
                let message = message!("named-twice", name = lang.as_str());
                let diagnostic = Diagnostic::error(Code::UnknownLanguage, message);
                return Err(Box::new(diagnostic.help(message!("language-twice-help"))));
            }
            let stub = rules.stub(&source.path, &text, &held_back(&lang)).ok_or_else(|| {
                let entry = format!("{}/{}", self.type_.folder, self.name);
                let help = message!("stub-incomplete-help", entry = entry, lang = lang.as_str());
                Box::new(Diagnostic::error(Code::FrontMatter, message!("stub-incomplete")).help(help))
            })?;
            drafts.push(FreshFile { path, bytes: stub.into_bytes() });
        }
        Ok(drafts)
    }

    /// The day that the name starts with, and the rest of it.
    fn day(&self) -> (Option<Date>, &str) {
        let day = day_of(&self.name);
        let rest = if day.is_some() { self.name[10..].trim_start_matches('-') } else { &self.name };
        (day, rest)
    }

    /// A title made of the name.
    fn title(&self) -> String {
        let (_, rest) = self.day();
        title(if rest.is_empty() { &self.name } else { rest })
    }

    /// Headings for the outcomes that the type has, each with a first point to write over.
    fn skeleton(&self) -> String {
        if self.type_.outcomes.is_none() {
            return String::new();
        }
        let mut out = String::new();
        // Two kinds may start with the same letter, and ids of a page differ.
        let mut ids: BTreeMap<char, usize> = BTreeMap::new();
        for kind in &self.type_.outcome_kinds {
            let register = self.type_.registers.iter().find(|register| register.kind == *kind);
            let labels = register.map(|register| &register.label).into_iter().chain([&kind.plural, &kind.label]);
            let label = labels.into_iter().find_map(|label| label.exact(&self.lang)).unwrap_or(&kind.class);
            let task = if kind.has_box { "[ ] " } else { "" };
            let count = ids.entry(kind.initial()).and_modify(|count| *count += 1).or_insert(1);
            let _ = writeln!(out, "\n## {label} {{.{}}}\n\n- {task}… {{#{}{count}}}", kind.class, kind.initial());
        }
        out.trim_start_matches('\n').to_owned()
    }
}
