//! `samen theme diff`: files of a site against those that the program carries. Knows nothing of what the files mean, but
//! that strings are laid over each other key by key.

use std::collections::BTreeMap;
use std::sync::Arc;

use similar::TextDiff;

use super::{Reporter, ThemeSite, state};
use crate::diagnostic::Diagnostic;
use crate::lang::message_lines;
use crate::message;
use crate::source::{CARRIED_THEME, CARRIED_VERSION, carried_bytes, normal};
use crate::theme::copies::{CopyState, ThemeCopy};

pub(super) fn run(copies: &[ThemeCopy], site: &ThemeSite<'_>, reporter: &Reporter) -> Result<(), Box<Diagnostic>> {
    let differing: Vec<&ThemeCopy> = copies.iter().filter(|copy| copy.state != CopyState::Same).collect();
    for copy in &differing {
        reporter.data(&of_file(copy, site, reporter)?);
    }
    match (copies.len(), differing.len()) {
        (0, _) => reporter.tell(&message!("theme-no-copies")),
        (_, 0) => reporter.tell(&message!("no-difference")),
        _ => {}
    }
    Ok(())
}

/// What differs in one file, below a line on what is known of it.
fn of_file(copy: &ThemeCopy, site: &ThemeSite<'_>, reporter: &Reporter) -> Result<String, Box<Diagnostic>> {
    let path = &copy.path;
    let head = format!("# {path}: {}\n", reporter.text(&state(&copy.state)));
    let carried = carried_bytes(&copy.original).unwrap_or_default();
    let own = site.sources.bytes(path)?;
    let (Ok(carried), Ok(own)) = (std::str::from_utf8(carried), std::str::from_utf8(&own)) else {
        let sizes = message!("theme-no-text", own = own.len(), carried = carried.len());
        return Ok(format!("{head}# {}\n", reporter.text(&sizes)));
    };
    let (carried, own) = (normal(carried), normal(own));
    let carried = if path.starts_with("data/strings/") { messages_of(&carried, &own) } else { carried };
    let names = (format!("{} ({CARRIED_THEME} {CARRIED_VERSION})", copy.original), path.to_string());
    let diff = TextDiff::from_lines(&*carried, &*own);
    Ok(format!("{head}{}", diff.unified_diff().context_radius(3).header(&names.0, &names.1)))
}

/// The carried messages that a file of strings replaces, in its order: the others stay as they are.
fn messages_of(carried: &str, own: &str) -> Arc<str> {
    let known: BTreeMap<&str, &str> =
        message_lines(carried).into_iter().map(|message| (message.key, &carried[message.range])).collect();
    let kept = message_lines(own).into_iter().filter_map(|message| known.get(message.key).copied());
    Arc::from(kept.collect::<String>())
}
