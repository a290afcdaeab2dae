//! The command line: flags, each defined once, to a run of the pipeline and an exit code.
//! Data goes to standard output, messages to standard error. Knows nothing of how a site is made.

mod build;
mod check;
mod clean;
mod completions;
mod duties;
mod edits;
mod fix;
mod help;
mod import;
mod init;
mod language;
mod list;
mod lsp;
mod mark;
mod new;
mod offline;
mod outcomes;
mod output;
mod process;
mod progress;
mod relocate;
mod remove;
mod report;
mod schema;
mod serve;
mod status;
mod theme;
mod translate;
mod upgrade;
mod usage;

use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::pipeline::{self, Loaded, Request};
use crate::source::{Known, Sources};
use language::LanguageFlags;
use report::Reporter;

/// Fine.
pub const EXIT_OK: u8 = 0;
/// The content, a template or a setting is wrong.
pub const EXIT_CONTENT: u8 = 1;
/// The command is not understood.
pub const EXIT_USAGE: u8 = 2;
/// The environment fails: cannot read, cannot write.
pub const EXIT_ENVIRONMENT: u8 = 3;
/// The program itself is at fault.
pub const EXIT_FAULT: u8 = 4;
/// The site was published, and entries with errors were held back.
pub const EXIT_HELD_BACK: u8 = 5;
/// Somebody stopped it.
pub const EXIT_INTERRUPTED: u8 = 130;

/// The version, the commit and the carried theme, as `build.rs` writes them.
const VERSION: &str = include_str!(concat!(env!("OUT_DIR"), "/version"));

/// Turns a Git folder of Markdown into a multilingual public knowledge hub.
#[derive(Debug, Parser)]
#[command(name = "samen", version = VERSION, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Global {
    /// Folder of the site [default: the nearest folder upwards with a samen.yaml]
    #[arg(short, long, global = true, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    root: Option<PathBuf>,
    /// Settings file, relative to the root
    #[arg(short, long, global = true, value_name = "FILE", default_value = "samen.yaml", value_hint = clap::ValueHint::FilePath)]
    config: String,
    /// Say only what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    verbose: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// How to write messages, and data where a command has some
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    format: FormatFlag,
    /// The day to build for, such as 2026-11-23 [default: today, or `SOURCE_DATE_EPOCH`]
    #[arg(long, global = true, value_name = "DATE")]
    clock: Option<Date>,
    /// The language of messages, such as nl [default: `SAMEN_LANG`, `editors` of the settings, the locale]
    #[arg(long, global = true, value_name = "TAG", value_parser = language::known)]
    language: Option<String>,
}

/// The formats of messages, and those that only the data of a command have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatFlag {
    /// For people, with the line of the source
    Human,
    /// One JSON object
    Json,
    /// Annotations for GitHub workflows
    Github,
    /// A report on code quality for GitLab
    Gitlab,
    /// A SARIF log, for GitHub and other services
    Sarif,
    /// Tables for the summary of a pipeline; `samen outcomes`: a list for notes and messages
    Markdown,
    /// `samen outcomes`: columns
    Table,
    /// `samen outcomes`: a table for spreadsheets
    Csv,
}

impl FormatFlag {
    /// How messages are written then.
    fn messages(self) -> MessageFormat {
        match self {
            Self::Human | Self::Table | Self::Csv => MessageFormat::Human,
            Self::Json => MessageFormat::Json,
            Self::Github => MessageFormat::Github,
            Self::Gitlab => MessageFormat::Gitlab,
            Self::Sarif => MessageFormat::Sarif,
            Self::Markdown => MessageFormat::Markdown,
        }
    }

    /// Whether only a command that lists outcomes knows it.
    fn is_of_outcomes(self) -> bool {
        matches!(self, Self::Table | Self::Csv)
    }
}

/// How messages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageFormat {
    /// For people, with the line of the source
    Human,
    /// One JSON object
    Json,
    /// Annotations for GitHub workflows
    Github,
    /// A report on code quality for GitLab
    Gitlab,
    /// A SARIF log
    Sarif,
    /// Tables for the summary of a pipeline
    Markdown,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a site of your own in a folder
    Init(init::InitFlags),
    /// Make the site
    Build(build::BuildFlags),
    /// Show the site while it is written
    Serve(serve::ServeFlags),
    /// Talk to an editor that somebody writes in, as a language server
    Lsp(lsp::LspFlags),
    /// Check everything and write nothing
    Check(check::CheckFlags),
    /// List entries
    List(list::ListFlags),
    /// Show how far each language is with each entry
    Status(status::StatusFlags),
    /// Write the marks and ids that outcomes lack into notes
    Mark(mark::MarkFlags),
    /// Start an entry, also from a Word document, a type or a language, or add an outcome to notes
    New(new::NewFlags),
    /// Give an entry another id: in all languages, with all that names it, and with redirects from its old addresses
    Move(relocate::MoveFlags),
    /// Take a page off the site, or one language of it, and bring it back
    Offline(offline::OfflineFlags),
    /// Take a language out of the site
    Remove(remove::RemoveFlags),
    /// Take over texts of Hugo, Jekyll, Docusaurus, `MkDocs` or plain folders
    Import(import::ImportFlags),
    /// List decisions, actions and other outcomes, or write those that are open into the notes of an entry
    Outcomes(outcomes::OutcomesFlags),
    /// Start a translation, or mark one as up to date with its source
    Translate(translate::TranslateFlags),
    /// Print the JSON Schema of a type's front matter, for editors
    Schema(schema::SchemaFlags),
    /// Take files of the theme that the program carries out to change them, and compare them with it later
    Theme(theme::ThemeFlags),
    /// Rewrite what newer versions of samen want written in another way
    Upgrade(upgrade::UpgradeFlags),
    /// Remove what builds made
    Clean(clean::CleanFlags),
    /// Print completions for a shell
    Completions(completions::CompletionsFlags),
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    ExitCode::from(process::guarded(|| run(std::env::args_os().collect())))
}

/// Runs a command line and gives the exit code.
#[must_use]
pub fn run(args: Vec<OsString>) -> u8 {
    let early = LanguageFlags::scan(&args);
    let early = early.choose(&|name| std::env::var(name).ok());
    let command = help::in_language(Cli::command(), &early.catalog);
    let parsed = command.try_get_matches_from(args).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            if let Some(told) = usage::told(&error, &early.catalog) {
                // Nobody is told of it when this fails too; the exit code says it.
                let _ = std::io::stderr().write_all(told.as_bytes());
                return EXIT_USAGE;
            }
            // Help and version are data and end well; clap sends them to the right stream.
            let lost = error.print().is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
            return match (error.use_stderr(), lost) {
                (true, _) => EXIT_USAGE,
                (false, true) => EXIT_ENVIRONMENT,
                (false, false) => EXIT_OK,
            };
        }
    };
    let flags = LanguageFlags::of(&cli.global);
    let of_texts = matches!(cli.command, Command::New(_) | Command::Outcomes(_));
    let flags = if of_texts { flags.without_language() } else { flags };
    let chosen = flags.choose(&|name| std::env::var(name).ok());
    let reporter = Reporter::new(&cli.global, chosen.catalog);
    if let Some(unknown) = &chosen.unknown {
        reporter.tell(unknown);
    }
    let code = run_command(&cli, &reporter);
    // Whoever asked has only a part of the answer; a list that is cut off must not look whole.
    if code != EXIT_INTERRUPTED && (reporter.tells_of_loss() || reporter.told_of_limit()) {
        EXIT_ENVIRONMENT
    } else {
        code
    }
}

fn run_command(cli: &Cli, reporter: &Reporter) -> u8 {
    if let Command::Completions(flags) = &cli.command {
        return completions::run(flags, reporter);
    }
    if cli.global.format.is_of_outcomes() && !matches!(cli.command, Command::Outcomes(_)) {
        let diagnostic = Diagnostic::error(Code::ConfigInvalid, message!("outcomes-format"));
        reporter.alone(diagnostic.help(message!("outcomes-format-help")));
        return EXIT_USAGE;
    }
    if let Command::Init(flags) = &cli.command {
        return init::run(flags, &cli.global, reporter);
    }
    if let Command::Lsp(flags) = &cli.command {
        return lsp::run(flags, &cli.global, reporter);
    }
    let project = match Project::find(&cli.global) {
        Ok(project) => project,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_ENVIRONMENT;
        }
    };
    match &cli.command {
        Command::Build(flags) => build::run(flags, &project, reporter),
        Command::Serve(flags) => serve::run(flags, &project, reporter),
        Command::Check(flags) => check::run(flags, &project, reporter),
        Command::List(flags) => list::run(flags, &project, reporter),
        Command::Status(flags) => status::run(flags, &project, reporter),
        Command::Mark(flags) => mark::run(flags, &project, reporter),
        Command::New(flags) => new::run(flags, &project, reporter),
        Command::Move(flags) => relocate::run(flags, &project, reporter),
        Command::Offline(flags) => offline::run(flags, &project, reporter),
        Command::Remove(flags) => remove::run(flags, &project, reporter),
        Command::Import(flags) => import::run(flags, &project, reporter),
        Command::Outcomes(flags) => outcomes::run(flags, cli.global.format, &project, reporter),
        Command::Translate(flags) => translate::run(flags, &project, reporter),
        Command::Schema(flags) => schema::run(flags, &project, reporter),
        Command::Theme(flags) => theme::run(flags, &project, reporter),
        Command::Upgrade(flags) => upgrade::run(flags, &project, reporter),
        Command::Clean(flags) => clean::run(flags, &project, reporter),
        Command::Init(flags) => init::run(flags, &cli.global, reporter),
        Command::Lsp(flags) => lsp::run(flags, &cli.global, reporter),
        Command::Completions(flags) => completions::run(flags, reporter),
    }
}

/// Where the site is and what every command knows of it.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    config: String,
    pub(crate) clock: Date,
    /// The day of the flag, if there is one.
    pub(crate) clock_flag: Option<Date>,
    overrides: Vec<(String, String)>,
}

impl Project {
    fn find(global: &Global) -> Result<Self, Box<Diagnostic>> {
        Self::find_at(global, None)
    }

    /// The site in a folder that a command names, or else as the flags say.
    fn find_at(global: &Global, folder: Option<&PathBuf>) -> Result<Self, Box<Diagnostic>> {
        let root = match folder.or(global.root.as_ref()) {
            Some(root) => root.clone(),
            None => upwards(&global.config).ok_or_else(|| no_site(&global.config))?,
        };
        if !root.is_dir() {
            let message = message!("root-no-folder", folder = root.display().to_string());
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message);
            return Err(Box::new(diagnostic.help(message!("root-no-folder-help"))));
        }
        Ok(Self {
            root,
            config: global.config.clone(),
            clock: today(global.clock)?,
            clock_flag: global.clock,
            overrides: environment(std::env::vars_os()),
        })
    }

    /// The request of a command.
    pub(crate) fn request(&self, drafts: bool, strict: bool, base_url: Option<&String>) -> Request {
        let mut overrides = self.overrides.clone();
        overrides.extend(base_url.map(|url| ("base_url".to_owned(), format!("{url:?}"))));
        Request { config: self.config.clone(), overrides, clock: self.clock, drafts, strict, pseudo: false }
    }

    /// Reads the site. What is wrong with it is told where nothing can be done with it.
    fn read(&self, drafts: bool, reporter: &Reporter) -> Result<ReadSite, u8> {
        let request = self.request(drafts, false, None);
        let mut found = Diagnostics::default();
        let sources = Sources::disk(&self.root, &request.config, &Known::new(), &mut found);
        let (loaded, found) = pipeline::load(&sources, &request).finish(found);
        match loaded {
            Some(loaded) => Ok(ReadSite { request, sources, loaded, found }),
            None => {
                reporter.diagnostics_aside(&found, Some(&sources));
                Err(EXIT_CONTENT)
            }
        }
    }
}

/// A site as a command reads it from the disk.
struct ReadSite {
    request: Request,
    sources: Sources,
    loaded: Loaded,
    /// What is wrong with it.
    found: Diagnostics,
}

impl ReadSite {
    /// Tells what is wrong with it, and gives the exit code that follows.
    fn tell(&self, reporter: &Reporter) -> u8 {
        reporter.diagnostics_aside(&self.found, Some(&self.sources));
        if self.found.has_errors() { EXIT_CONTENT } else { EXIT_OK }
    }
}

/// The nearest folder upwards that holds the settings file.
fn upwards(config: &str) -> Option<PathBuf> {
    here().ancestors().find(|folder| folder.join(config).is_file()).map(Path::to_path_buf)
}

fn here() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

fn no_site(config: &str) -> Box<Diagnostic> {
    let message = message!("no-site-here", config = config, folder = here().display().to_string());
    Box::new(Diagnostic::error(Code::ConfigInvalid, message).help(message!("no-site-here-help")))
}

/// The clock: the flag, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today in UTC.
fn today(flag: Option<Date>) -> Result<Date, Box<Diagnostic>> {
    if let Some(date) = flag {
        return Ok(date);
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            text.trim().parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).ok_or_else(|| {
                Box::new(Diagnostic::error(Code::ConfigInvalid, message!("epoch-invalid", value = &*text)))
            })?
        }
        Err(_) => Timestamp::now(),
    };
    Ok(now.to_zoned(TimeZone::UTC).date())
}

/// Settings from the environment: `SAMEN_BASE_URL` is `base_url`, `SAMEN_HTML__ALLOW` is `html.allow`.
fn environment(vars: impl Iterator<Item = (OsString, OsString)>) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = vars
        // What is not UTF-8 is for other programs.
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name != language::VARIABLE)
        .filter_map(|(name, value)| {
            let key = name.strip_prefix("SAMEN_")?.to_lowercase().replace("__", ".");
            (!key.is_empty()).then_some((key, value))
        })
        .collect();
    found.sort();
    found
}

/// Whether colours are wanted on a stream (<https://no-color.org>).
fn colored(choice: ColorChoice, stream: &impl IsTerminal) -> bool {
    let off = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => stream.is_terminal() && !off,
    }
}

/// The exit code that follows from what was found.
fn exit_code(diagnostics: &Diagnostics, strict: bool) -> u8 {
    if diagnostics.stop(strict) { EXIT_CONTENT } else { EXIT_OK }
}
