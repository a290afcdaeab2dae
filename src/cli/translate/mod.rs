//! `samen translate`

mod packet;

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::edits::{self, refused};
use super::report::Reporter;
use super::status::{entry, language};
use super::{EXIT_OK, EXIT_USAGE, Project, ReadSite};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::edit;
use crate::document::front_matter::State;
use crate::document::stub::held_back;
use crate::lang::Lang;
use crate::message;
use crate::pipeline::Loaded;
use crate::site::{Entry, Site as SiteValue};
use crate::source::{self, Sources};
use crate::yaml::edit::YamlValue;

#[derive(Debug, Args)]
#[command(
    override_usage = "samen translate <ENTRY> <LANG> [--mark-current [--state <STATE>] [--reviewer <ROLE>]]\n       \
                            samen translate [ENTRY]... <LANG> --export <FILE> [--interface]\n       \
                            samen translate --import <FILE> [--replace]"
)]
pub(super) struct TranslateFlags {
    /// The entry, by its path below `content/` without language and ending or by one of its files, and the language to
    /// translate into; with `--export` several entries, or none for all that nobody has reviewed
    #[arg(value_names = ["ENTRY", "LANG"], required_unless_present = "import", conflicts_with = "import")]
    names: Vec<String>,
    /// Record that the translation says what its source says now
    #[arg(long)]
    mark_current: bool,
    /// The state to record with `--mark-current`
    #[arg(long, value_name = "STATE", default_value = "reviewed", requires = "mark_current")]
    state: Mark,
    /// The role of who reviewed it, never a name
    #[arg(long, value_name = "ROLE", requires = "mark_current")]
    reviewer: Option<String>,
    /// Write the texts to a file for a program for translators (XLIFF 2.1); `-` is standard output
    #[arg(long, value_name = "FILE", conflicts_with = "mark_current", value_hint = clap::ValueHint::FilePath)]
    export: Option<PathBuf>,
    /// With `--export`, take the words of the interface and the labels that the language lacks; without an entry, these
    /// alone
    #[arg(long, requires = "export")]
    interface: bool,
    /// With `--interface`, take words too that the language has
    #[arg(long, requires = "interface")]
    all: bool,
    /// With `--export`, take texts too that are not public: drafts, what is to come, texts that stay inside
    #[arg(long, requires = "export")]
    unpublished: bool,
    /// Take translations from such a file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["mark_current", "export"], value_hint = clap::ValueHint::FilePath)]
    import: Option<PathBuf>,
    /// With `--import`, take translations that were changed here since the texts went out
    #[arg(long, requires = "import")]
    replace: bool,
}

/// How far a translation is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Mark {
    /// Made by a machine
    Machine,
    /// Made by a person and not reviewed
    Draft,
    /// Reviewed by a person
    Reviewed,
}

impl From<Mark> for State {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Machine => Self::Machine,
            Mark::Draft => Self::Draft,
            Mark::Reviewed => Self::Reviewed,
        }
    }
}

pub(super) fn run(flags: &TranslateFlags, project: &Project, reporter: &Reporter) -> u8 {
    if let Some(file) = &flags.import {
        return match edits::open(project, reporter) {
            Ok(site) => packet::PacketImport { site, project, replace: flags.replace }.run(file, reporter),
            Err(code) => code,
        };
    }
    let ReadSite { sources, loaded, .. } = match project.read(true, reporter) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let site = &*loaded.rendering.site;
    let (entries, lang) = match named(site, flags) {
        Ok(named) => named,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let files = SiteFiles { sources: &sources, project };
    let done = match (&flags.export, entries.as_slice()) {
        (Some(file), entries) => {
            let unpublished = flags.unpublished;
            let words = flags.interface.then_some(packet::ExportedWords { settings: &project.config, all: flags.all });
            let export = packet::PacketExport { loaded: &loaded, sources: &sources, lang: &lang, unpublished, words };
            export.run(file, entries, reporter)
        }
        (None, [entry]) if flags.mark_current => mark(flags, entry, &lang, &files),
        (None, [entry]) => start(&loaded, entry, &lang, &files),
        (None, _) => {
            let diagnostic = Diagnostic::error(Code::ReferenceUnknown, message!("translate-usage"));
            reporter.alone(diagnostic.help(message!("translate-usage-help")));
            return EXIT_USAGE;
        }
    };
    match done {
        Ok(file) => {
            reporter.data(&format!("{file}\n"));
            EXIT_OK
        }
        Err(diagnostic) => refused(*diagnostic, &sources, reporter),
    }
}

/// The entries that are named before the language, and the language.
fn named<'s>(site: &'s SiteValue, flags: &TranslateFlags) -> Result<(Vec<&'s Entry>, Lang), Box<Diagnostic>> {
    let (lang, names) = flags.names.split_last().map_or(("", &[][..]), |(lang, names)| (lang.as_str(), names));
    let lang = language(lang, &site.config.tags())?;
    let entries: Result<Vec<&Entry>, _> = names.iter().map(|name| entry(site, name)).collect();
    Ok((entries?, lang))
}

/// The site that a command reads from and writes to.
struct SiteFiles<'a> {
    sources: &'a Sources,
    project: &'a Project,
}

/// Writes the first draft of a translation beside its source.
fn start(loaded: &Loaded, entry: &Entry, lang: &Lang, files: &SiteFiles<'_>) -> Result<Arc<str>, Box<Diagnostic>> {
    if let Some(doc) = entry.docs.get(lang) {
        let message = message!("there-already", file = &*doc.file);
        let help = message!("translated-already-help", entry = entry.path.as_str(), lang = lang.as_str());
        return Err(Box::new(Diagnostic::error(Code::DuplicateEntry, message).help(help)));
    }
    let file = &entry.source.file;
    let text = files.sources.text(file)?;
    let to = crate::document::place::translated(file, lang);
    let stub = loaded.rules().stub(file, &text, &held_back(lang)).ok_or_else(|| {
        let message = message!("source-unread");
        Box::new(Diagnostic::error(Code::FrontMatter, message).at(Span::start_of(file)))
    })?;
    source::write(&files.project.root, &to, &stub)?;
    Ok(to)
}

/// Records the hash of the source, the state and the day in a translation, and changes nothing else of its file.
fn mark(
    flags: &TranslateFlags,
    entry: &Entry,
    lang: &Lang,
    files: &SiteFiles<'_>,
) -> Result<Arc<str>, Box<Diagnostic>> {
    let Some(doc) = entry.docs.get(lang) else {
        let message = message!("not-translated", entry = entry.path.as_str(), lang = lang.as_str());
        let help = message!("not-translated-help", entry = entry.path.as_str(), lang = lang.as_str());
        return Err(Box::new(Diagnostic::error(Code::ReferenceUnknown, message).help(help)));
    };
    let mut values = vec![
        // In quotes, since it may consist of digits.
        ("hash", YamlValue::Quoted(entry.source.meta.source_hash.to_string())),
        ("state", YamlValue::Text(State::from(flags.state).word().to_owned())),
    ];
    if flags.state == Mark::Reviewed {
        values.extend(flags.reviewer.as_ref().map(|reviewer| ("reviewer", YamlValue::Quoted(reviewer.clone()))));
        values.push(("on", YamlValue::Plain(files.project.clock.to_string())));
    }
    let bytes = files.sources.bytes(&doc.file)?;
    // The text as it is on disk, with its line ends; only a byte order mark is set aside.
    let raw = String::from_utf8_lossy(&bytes);
    let (mark, text) = raw.strip_prefix('\u{feff}').map_or(("", &*raw), |text| ("\u{feff}", text));
    let changed = edit::set_translation(text, &doc.file, &values)?;
    source::write(&files.project.root, &doc.file, &format!("{mark}{changed}"))?;
    Ok(Arc::clone(&doc.file))
}
