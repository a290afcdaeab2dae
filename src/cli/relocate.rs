//! `samen move`: an entry gets another id in all its languages, with all that names it.

use std::collections::BTreeSet;

use clap::Args;

use super::edits::{self, refused};
use super::report::Reporter;
use super::{EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::Diagnostics;
use crate::edits::EditedSite;
use crate::message;
use crate::relocate::{self, MovePlan, NamedMove};

/// Addresses that are named one by one.
const MOST_LOST: usize = 10;

#[derive(Debug, Args)]
pub(super) struct MoveFlags {
    /// The entry, by its path below `content/` without language and ending, or by one of its files
    entry: String,
    /// Its new path, or its new name in the same folder
    #[arg(value_name = "NEW")]
    new: String,
    /// Show what would be changed, and change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &MoveFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let named = relocate::unread(&site).map_or_else(|| NamedMove::read(&flags.entry, &flags.new, &site), Err);
    let named = match named {
        Ok(named) => named,
        Err(diagnostic) => {
            let mut told = Diagnostics::default();
            told.push(*diagnostic);
            reporter.diagnostics_aside(&told, Some(&site.sources));
            return EXIT_USAGE;
        }
    };
    let plan = match MovePlan::new(&site, &named.old, &named.new) {
        Ok(plan) => plan,
        Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
    };
    let plan = match plan.finished(&site) {
        Ok(plan) => plan,
        Err(refusal) => return edits::unwritten(&refusal, reporter),
    };
    if flags.dry_run {
        return show(&plan, &site, reporter);
    }
    if let Err(diagnostic) = site.sources.rearrange(&plan.texts, &[], &plan.moves) {
        return refused(*diagnostic, &site.sources, reporter);
    }
    reporter.data(&format!("{}\n", named.new));
    tell(&plan, &named, reporter);
    EXIT_OK
}

/// Says what has changed, and what a person has to look at.
fn tell(plan: &MovePlan, named: &NamedMove, reporter: &Reporter) {
    let others = plan.texts.keys().filter(|file| !plan.is_moved(file)).count();
    let addresses = plan.aliases.values().map(BTreeSet::len).sum::<usize>();
    let (old, new) = (&named.old, &named.new);
    reporter.tell(&message!("moved", old = old, new = new, others = others, addresses = addresses));
    if plan.attachments > 0 {
        reporter.tell(&message!("moved-attachments", count = plan.attachments));
    }
    for address in plan.lost.iter().take(MOST_LOST) {
        reporter.tell(&message!("moved-lost", address = address));
    }
    for file in &plan.by_hand {
        reporter.tell(&message!("moved-by-hand", file = &**file, old = old));
    }
}

/// What would be changed, as a list of moves and a unified diff.
fn show(plan: &MovePlan, site: &EditedSite<'_>, reporter: &Reporter) -> u8 {
    for step in &plan.moves {
        reporter.data(&format!("rename from {}\nrename to {}\n", step.from, step.to));
    }
    match site.diff(&plan.texts) {
        Ok(diff) => {
            reporter.data(&diff);
            plan.by_hand.iter().for_each(|file| reporter.tell(&message!("move-by-hand", file = &**file)));
            EXIT_OK
        }
        Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
    }
}
