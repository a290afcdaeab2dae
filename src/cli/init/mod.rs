//! `samen init`: a site of one's own in a folder, by flags, and by questions where somebody sits at a terminal.

mod answers;
mod examples;
mod folder;
mod questions;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, EXIT_USAGE, Global, Project, today};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::lang::{Lang, fill_ins};
use crate::message;
use crate::source::{FreshFile, Ground, Sources};
use crate::starter::{self, Answers, Forge, StarterKind};
use answers::GivenAnswers;
use questions::{Questions, WithWords};

#[derive(Debug, Args)]
pub(super) struct InitFlags {
    /// The folder of the site; it may be new [default: this folder]
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    dir: Option<PathBuf>,
    #[command(flatten)]
    given: GivenAnswers,
    /// Ask nothing: what no flag says is left as it is usual
    #[arg(short, long)]
    yes: bool,
    /// Show what would be written or removed, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Remove the examples of a site that `samen init` made
    #[arg(long, conflicts_with_all = ["name", "languages"])]
    clean_examples: bool,
}

/// The starters by the names of the flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StarterFlag {
    /// Meetings, organisations, resources, projects, activities, help, flyers and a glossary
    Hub,
    /// Meetings with decisions and actions, and organisations
    Minutes,
    /// Resources, organisations and a glossary
    Resources,
    /// Pages only
    Minimal,
}

impl WithWords for StarterFlag {
    fn words(&self) -> Message {
        match self {
            Self::Hub => message!("starter-hub"),
            Self::Minutes => message!("starter-minutes"),
            Self::Resources => message!("starter-resources"),
            Self::Minimal => message!("starter-minimal"),
        }
    }
}

impl StarterFlag {
    fn kind(self) -> StarterKind {
        match self {
            Self::Hub => StarterKind::Hub,
            Self::Minutes => StarterKind::Minutes,
            Self::Resources => StarterKind::Resources,
            Self::Minimal => StarterKind::Minimal,
        }
    }
}

/// The forges by the names of the flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ForgeFlag {
    /// GitHub, published with its Pages
    Github,
    /// GitLab, published with its Pages
    Gitlab,
    /// Forgejo or Gitea, such as Codeberg
    Forgejo,
    /// None, or another one
    None,
}

impl WithWords for ForgeFlag {
    fn words(&self) -> Message {
        match self {
            Self::Github => message!("forge-github"),
            Self::Gitlab => message!("forge-gitlab"),
            Self::Forgejo => message!("forge-forgejo"),
            Self::None => message!("forge-none"),
        }
    }
}

impl ForgeFlag {
    fn forge(self) -> Forge {
        match self {
            Self::Github => Forge::Github,
            Self::Gitlab => Forge::Gitlab,
            Self::Forgejo => Forge::Forgejo,
            Self::None => Forge::None,
        }
    }
}

pub(super) fn run(flags: &InitFlags, global: &Global, reporter: &Reporter) -> u8 {
    if flags.clean_examples {
        return clean(flags, global, reporter);
    }
    match make(flags, global, reporter) {
        Ok(()) => EXIT_OK,
        Err(refusal) => {
            let code = match refusal.code {
                Code::OutputFailed => EXIT_ENVIRONMENT,
                _ => EXIT_USAGE,
            };
            reporter.alone(*refusal);
            reporter.tell(&message!("nothing-written"));
            code
        }
    }
}

fn make(flags: &InitFlags, global: &Global, reporter: &Reporter) -> Result<(), Box<Diagnostic>> {
    let dir = flags.dir.as_deref().or(global.root.as_deref()).unwrap_or(Path::new("."));
    let ground = Ground::look(dir)?;
    folder::refuse(&ground)?;
    let theme = Sources::memory([]);
    let asks = !flags.yes && io::stdin().is_terminal() && io::stderr().is_terminal();
    let today = today(global.clock)?;
    let in_the_way = folder::in_the_way(&ground);
    let answers = if asks && in_the_way.is_none() {
        let input = &mut io::stdin().lock();
        Questions { reporter, input, theme: &theme, ground: &ground }.ask(&flags.given, today)?
    } else {
        match (flags.given.answers(&theme, today), in_the_way) {
            (Ok(answers), _) => answers,
            // What is in the way is the greater trouble.
            (Err(_), Some(refusal)) | (Err(refusal), None) => return Err(refusal),
        }
    };
    let site = starter::new_site(&answers, &theme).map_err(|wrong| would_be_wrong(&wrong))?;
    let kept = ground.kept(&site.files);
    if flags.dry_run || folder::in_the_way(&ground).is_some() {
        let new = site.files.iter().filter(|file| !kept.contains(&&file.path));
        new.for_each(|file| reporter.data(&format!("{}\n", file.path)));
    }
    if let Some(refusal) = folder::in_the_way(&ground) {
        return Err(refusal);
    }
    if !flags.dry_run {
        ground.settle(&site.files)?;
    }
    kept.iter().for_each(|path| reporter.tell(&message!("file-stays", file = &***path)));
    if flags.dry_run {
        reporter.tell(&message!("init-would-write", folder = ground.folder().display().to_string()));
    } else {
        tell(&answers, &site.files, &site.without_texts, &ground, reporter);
    }
    Ok(())
}

/// Says what was made and what comes next.
fn tell(answers: &Answers, files: &[FreshFile], without_texts: &[Lang], ground: &Ground, reporter: &Reporter) {
    let folder = ground.folder().display().to_string();
    let count = message!("count-files", count = files.len());
    reporter.tell(&message!("init-done", name = &answers.name, folder = &folder, files = count));
    if !without_texts.is_empty() {
        let tags: Vec<&str> = without_texts.iter().map(Lang::as_str).collect();
        reporter.tell(&message!("init-without-texts", languages = tags.as_slice()));
    }
    let texts = files.iter().filter(|file| file.path.starts_with("content/"));
    let open: usize = texts.map(|file| fill_ins(&String::from_utf8_lossy(&file.bytes)).len()).sum();
    if open > 0 {
        reporter.tell(&message!("init-open-places", count = open));
    }
    let here = std::env::current_dir().ok().and_then(|here| here.canonicalize().ok());
    if here.as_deref() != Some(ground.folder()) {
        reporter.tell(&message!("init-go-there", folder = shell_word(&folder)));
    }
    reporter.tell(&message!("init-see-it"));
}

/// A word as shells read it.
fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

/// Answers that make no sound site: the first thing that is wrong.
fn would_be_wrong(wrong: &crate::diagnostic::Diagnostics) -> Box<Diagnostic> {
    let Some(first) = wrong.items().first() else {
        return Box::new(Diagnostic::error(Code::ConfigInvalid, message!("answers-no-site")));
    };
    let why = first.message.clone();
    let message = match &first.at {
        Some(at) => message!("answers-unsound-in", why = why, file = &*at.file),
        None => message!("answers-unsound", why = why),
    };
    let diagnostic = Diagnostic::error(first.code, message);
    Box::new(match &first.help {
        Some(help) => diagnostic.help(help.clone()),
        None => diagnostic,
    })
}

/// Takes the examples out of a site.
fn clean(flags: &InitFlags, global: &Global, reporter: &Reporter) -> u8 {
    let project = Project::find_at(global, flags.dir.as_ref());
    let project = match project {
        Ok(project) => project,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_ENVIRONMENT;
        }
    };
    examples::run(&project, flags.dry_run, reporter).unwrap_or(EXIT_CONTENT)
}
