//! `samen import`: texts of another generator become texts of this site, all of them or none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::edits::{self, refused};
use super::report::Reporter;
use super::status::language;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, EXIT_USAGE, MessageFormat, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::edits::EditedSite;
use crate::import::{
    self, FindingKind, Generator, ImportFinding, ImportReport, ImportRules, ImportTarget, ImportTree, Imported,
    MOST_FILES, Mapping, PassedFile, TakenAddress,
};
use crate::lang::Lang;
use crate::message;
use crate::site::Route;
use crate::source::{self, FreshFile, OtherFolder, OtherFolderFault};

/// Messages of each kind on a terminal; the file has more.
const SHOWN: usize = 20;

#[derive(Debug, Args)]
pub(super) struct ImportFlags {
    /// What made the texts; `folder` for Markdown of any kind
    #[arg(value_name = "GENERATOR")]
    generator: GeneratorFlag,
    /// The top folder of the other site
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    dir: PathBuf,
    /// Where texts go that the mapping names no place for: a type, or a type and a folder [default: page]
    #[arg(long, value_name = "TYPE/FOLDER")]
    into: Option<String>,
    /// A file that says what becomes of folders, keys and terms
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    map: Option<PathBuf>,
    /// The languages to take [default: all of the site]
    #[arg(long, value_name = "LANGS", value_delimiter = ',')]
    languages: Vec<String>,
    /// Make no drafts of what was public there
    #[arg(long)]
    publish: bool,
    /// Show the report, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// The generators whose texts can be taken.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum GeneratorFlag {
    Hugo,
    Jekyll,
    Docusaurus,
    Mkdocs,
    Folder,
}

impl GeneratorFlag {
    fn generator(self) -> Generator {
        match self {
            Self::Hugo => Generator::Hugo,
            Self::Jekyll => Generator::Jekyll,
            Self::Docusaurus => Generator::Docusaurus,
            Self::Mkdocs => Generator::Mkdocs,
            Self::Folder => Generator::Folder,
        }
    }
}

pub(super) fn run(flags: &ImportFlags, project: &Project, reporter: &Reporter) -> u8 {
    let folder = match listed(flags, project) {
        Ok(folder) => folder,
        Err(diagnostic) => {
            let code = if diagnostic.code == Code::FileUnreadable { EXIT_ENVIRONMENT } else { EXIT_CONTENT };
            reporter.alone(*diagnostic);
            return code;
        }
    };
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let choice = match ImportChoice::read(flags, &site) {
        Ok(choice) => choice,
        Err(found) => {
            reporter.diagnostics_aside(&found, Some(&site.sources));
            return EXIT_USAGE;
        }
    };
    let mut imported = match choice.import(flags, project, &site, &folder) {
        Ok(imported) => imported,
        Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
    };
    finish(&site, &mut imported);
    let from = flags.dir.to_string_lossy().into_owned();
    let report = ImportReport {
        generator: flags.generator.generator(),
        from: &from,
        imported: &imported,
        publish: flags.publish,
    };
    let mut files: Vec<FreshFile> = imported.files.iter().map(fresh).collect();
    let report_file = free_name(&project.root);
    if !flags.dry_run {
        files.push(FreshFile {
            path: Arc::from(report_file.as_str()),
            bytes: report.file(reporter.catalog()).into_bytes(),
        });
        if let Err(diagnostic) = source::write_fresh_tree(&project.root, &files) {
            return refused(*diagnostic, &site.sources, reporter);
        }
    }
    match reporter.format() {
        MessageFormat::Json => reporter.data(&report.json(!flags.dry_run)),
        _ => reporter.data(&report.text(SHOWN, reporter.catalog())),
    }
    if flags.dry_run {
        reporter.tell(&message!("import-dry"));
    } else {
        reporter.tell(&message!("import-done", file = report_file));
        reporter.tell(&message!("import-read"));
    }
    EXIT_OK
}

fn fresh(file: &import::ImportedFile) -> FreshFile {
    FreshFile { path: Arc::from(file.path.as_str()), bytes: file.bytes() }
}

/// A name for the report that no file has.
fn free_name(root: &Path) -> String {
    let named =
        |number: usize| if number == 1 { "import-report.md".to_owned() } else { format!("import-report-{number}.md") };
    // After a thousand imports the last name is taken, which is told when it is written.
    (1..1_000).map(named).find(|name| root.join(name).symlink_metadata().is_err()).unwrap_or_else(|| named(1_000))
}

/// The files of the folder that is named.
fn listed(flags: &ImportFlags, project: &Project) -> Result<OtherFolder, Box<Diagnostic>> {
    let shown = &*flags.dir.display().to_string();
    let wrong = |message: Message, help: Message| Box::new(Diagnostic::error(Code::ImportRefused, message).help(help));
    if let (Ok(dir), Ok(root)) = (flags.dir.canonicalize(), project.root.canonicalize()) {
        let how = match (dir == root, dir.starts_with(&root), root.starts_with(&dir)) {
            (true, ..) => Some(message!("import-is-site", folder = shown)),
            (_, true, _) => Some(message!("import-in-site", folder = shown)),
            (_, _, true) => Some(message!("import-around-site", folder = shown)),
            _ => None,
        };
        if let Some(how) = how {
            return Err(wrong(how, message!("import-beside-help")));
        }
    }
    OtherFolder::list(&flags.dir, MOST_FILES).map_err(|fault| match fault {
        OtherFolderFault::Absent => wrong(message!("import-absent", folder = shown), message!("import-absent-help")),
        OtherFolderFault::TooMany => {
            wrong(message!("import-too-many", folder = shown, most = MOST_FILES), message!("import-too-many-help"))
        }
        OtherFolderFault::System(why) => {
            let message = message!("folder-unreadable", folder = shown, why = why.clone());
            Box::new(Diagnostic::error(Code::FileUnreadable, message))
        }
    })
}

/// What somebody decided.
struct ImportChoice {
    into: ImportTarget,
    mapping: Mapping,
    languages: BTreeSet<Lang>,
}

impl ImportChoice {
    fn read(flags: &ImportFlags, site: &EditedSite<'_>) -> Result<Self, Diagnostics> {
        let loaded = &site.loaded.rendering.site;
        let (config, known) = (&loaded.config, &loaded.types);
        let mut found = Diagnostics::default();
        let mut languages: BTreeSet<Lang> = BTreeSet::new();
        for tag in &flags.languages {
            match language(tag, &config.tags()) {
                Ok(lang) => drop(languages.insert(lang)),
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
        if flags.languages.is_empty() {
            languages.extend(config.tags());
        }
        let named = flags.into.as_deref().unwrap_or("page");
        let into = ImportTarget::parse(named, known).map_err(|diagnostic| {
            found.push(diagnostic.help(message!("import-type-help")));
        });
        let mut mapping = Mapping::default();
        if let Some(file) = &flags.map {
            match source::read_named(file) {
                Ok((path, text)) => mapping = Mapping::parse(&text, &path, known, &mut found),
                Err(diagnostic) => found.push(*diagnostic),
            }
        }
        match into {
            Ok(into) if !found.has_errors() => Ok(Self { into, mapping, languages }),
            _ => Err(found),
        }
    }

    fn import(
        &self,
        flags: &ImportFlags,
        project: &Project,
        site: &EditedSite<'_>,
        folder: &OtherFolder,
    ) -> Result<Imported, Box<Diagnostic>> {
        let loaded = &site.loaded.rendering.site;
        let read = |path: &str, most: u64| folder.read(path, most);
        let passed =
            folder.passed.iter().map(|(path, reason)| PassedFile { path: path.clone(), reason: reason.clone().into() });
        let tree = ImportTree { files: folder.files.clone(), passed: passed.collect(), read: &read };
        let exists = |target: &str| is_there(site, target);
        let component = |name: &str| site.loaded.rendering.theme.has_component(name);
        import::import(
            &tree,
            &ImportRules {
                generator: flags.generator.generator(),
                config: &loaded.config,
                types: &loaded.types,
                data: &loaded.data,
                into: self.into.clone(),
                mapping: &self.mapping,
                languages: &self.languages,
                publish: flags.publish,
                clock: project.clock,
                exists: &exists,
                component: &component,
            },
        )
    }
}

/// Whether the site has a text of that entry.
fn is_there(site: &EditedSite<'_>, target: &str) -> bool {
    let start = format!("content/{target}");
    let ends = |rest: &str| rest.starts_with('.') || rest.starts_with("/index.") || rest.starts_with("/_index.");
    let is_text = |path: &str| path.ends_with(".md") && path.strip_prefix(&start).is_some_and(ends);
    let (folder, _) = start.rsplit_once('/').unwrap_or((&start, ""));
    site.sources.under(folder).any(|file| is_text(&file.path))
}

/// What the site says of the texts: addresses that something has already go, and what a check would tell is told.
fn finish(site: &EditedSite<'_>, imported: &mut Imported) {
    let aliased: BTreeMap<String, Vec<String>> = imported
        .files
        .iter()
        .map(|file| (file.path.clone(), file.aliases.clone()))
        .filter(|(_, aliases)| !aliases.is_empty())
        .collect();
    if !aliased.is_empty() {
        let bare =
            imported.files.iter().map(|file| (Arc::from(file.path.as_str()), Arc::from(file.bytes_without_aliases())));
        if let Some(with) = site.with(bare.collect()) {
            let plan = Arc::clone(&with.loaded.rendering.plan);
            imported.keep_free_aliases(&|file, alias| {
                let route = Route::of_address(alias)?;
                let planned = plan.jobs.get(&route)?;
                let own = planned.from.as_ref().is_some_and(|from| *from.file == *file);
                Some(if own { TakenAddress::Own } else { TakenAddress::Other(message!("address-of-something-else")) })
            });
        }
    }
    let files: BTreeMap<Arc<str>, Arc<[u8]>> =
        imported.files.iter().map(|file| (Arc::from(file.path.as_str()), Arc::from(file.bytes()))).collect();
    let open = site.what_is_new(files);
    for diagnostic in open.errors.into_vec() {
        // Drafts that link to each other are no news.
        if matches!(diagnostic.code, Code::UnpublishedTarget | Code::AlsoHidden) {
            continue;
        }
        let Some(at) = &diagnostic.at else { continue };
        let bytes = open.sources.bytes(&at.file).ok();
        let line = bytes.map_or(1, |bytes| import::line_of(&bytes, at.range.range().start));
        let message = message!("about", name = diagnostic.code.to_string(), said = diagnostic.message);
        let target = Some(at.file.to_string());
        let finding = ImportFinding { kind: FindingKind::Check, message, source: at.file.to_string(), line, target };
        imported.findings.push(finding);
    }
    imported.findings.sort();
    imported.findings.dedup();
}
