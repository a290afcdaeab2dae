//! `samen lsp`

use std::path::Path;
use std::sync::{Arc, OnceLock};

use clap::Args;

use super::language::{LOCALE, LanguageFlags};
use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_ENVIRONMENT, EXIT_OK, Global, Project, here, today};
use crate::diagnostic::{Catalog, Code, Diagnostic, Message};
use crate::lsp::{self, LspSettings, WireFault};
use crate::message;

#[derive(Debug, Args)]
pub(super) struct LspFlags {
    /// Read drafts too, and what is not due yet, as if they were published
    #[arg(long)]
    drafts: bool,
    /// Talk over standard input and output, which is the only way; for editors that add it
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(flags: &LspFlags, global: &Global, reporter: &Reporter) -> u8 {
    // The editor says where the site is, if no flag does.
    let project = match Project::find_at(global, Some(&here())) {
        Ok(project) => project,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_ENVIRONMENT;
        }
    };
    let (day, flag) = (project.clock, project.clock_flag);
    let language = LanguageFlags::of(global);
    let settings = LspSettings {
        root: global.root.clone(),
        request: project.request(flags.drafts, false, None),
        today: Arc::new(move || today(flag).unwrap_or(day)),
        catalog: Box::new(move |root, locale| catalog(&language, root, locale)),
    };
    let fault = Arc::new(OnceLock::new());
    let noted = Arc::clone(&fault);
    let connected = lsp::connect(std::io::stdin(), std::io::stdout(), move |fault| drop(noted.set(fault)));
    let Ok(pipes) = connected else {
        reporter.alone(Diagnostic::error(Code::SystemLimit, message!("editor-no-thread")));
        return EXIT_ENVIRONMENT;
    };
    let left = lsp::run(&pipes.connection, &settings);
    pipes.finish();
    match fault.get() {
        Some(fault) => reporter.alone(Diagnostic::error(Code::ConfigInvalid, words(fault)).help(message!("wire-help"))),
        None if left => return EXIT_OK,
        None => {}
    }
    EXIT_CONTENT
}

/// Why nothing more could be read.
fn words(fault: &WireFault) -> Message {
    match fault {
        WireFault::Header => message!("wire-header"),
        WireFault::TooLarge => message!("wire-too-large"),
        WireFault::CutOff => message!("wire-cut-off"),
    }
}

/// The language for a site in a folder. What an editor says of its locale takes the place of what the system says.
fn catalog(language: &LanguageFlags, root: &Path, locale: Option<&str>) -> Catalog {
    let said = |name: &str| locale.filter(|_| LOCALE.contains(&name)).map(ToOwned::to_owned);
    let variable = |name: &str| said(name).or_else(|| std::env::var(name).ok());
    language.clone().in_folder(root).choose(&variable).catalog
}
