//! Fixes that the pages of the server offer: how they look, who may ask for one, and what is done then. Only where the
//! server can be reached from this machine alone. Knows nothing of connections.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use super::dev_server::Snapshot;
use super::pages::{escape, page, said};
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::fix::{self, Mender};
use crate::message;
use crate::pipeline::Request;
use crate::source::{FileChange, Hash, change_files};

/// Before the name of a fix: its page, and where it is asked for.
pub(super) const FIX: &str = "/_samen/fix/";

/// Changes of a fix that are shown; nobody reads more.
const SHOWN: usize = 5;

/// Characters of a line that are shown on each side of a change.
const AROUND: usize = 60;

/// What a page of this run knows and no other page: without it nothing is written.
#[derive(Debug)]
pub(super) struct MendToken {
    text: String,
    hash: blake3::Hash,
}

impl MendToken {
    /// A new one; `None` where the system has no random numbers to give, and then nothing is offered.
    pub(super) fn random() -> Option<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).ok()?;
        let text = blake3::Hash::from_bytes(bytes).to_hex().to_string();
        let hash = blake3::hash(text.as_bytes());
        Some(Self { text, hash })
    }

    /// Whether a form brought it. Hashes are compared in constant time, so that it cannot be guessed byte by byte.
    pub(super) fn is_in(&self, body: &[u8]) -> bool {
        body.strip_prefix(b"token=").is_some_and(|given| blake3::hash(given) == self.hash)
    }
}

/// How a fix is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FixOffer {
    /// With a button that makes it: on pages that no other site can show or read.
    Button,
    /// With a link to such a page.
    Link,
}

/// The fixes of a diagnostic, each with its changes; nothing where nothing may be written.
pub(super) fn offers(diagnostic: &Diagnostic, snapshot: &Snapshot, offer: FixOffer) -> String {
    let (Some(token), Some(sources)) = (&snapshot.token, &snapshot.sources) else { return String::new() };
    let mut out = String::new();
    for fix in &diagnostic.fixes {
        let Some(name) = fix::name_of(fix, sources) else { continue };
        let title = said(&message!("fix-button", title = fix.title.clone()), snapshot);
        let _ = writeln!(out, "<pre>{}</pre>", changes(fix, snapshot));
        let _ = match offer {
            FixOffer::Button => writeln!(
                out,
                "<form method=\"post\" action=\"{FIX}{name}\"><input type=\"hidden\" name=\"token\" value=\"{}\">\
                 <button type=\"submit\"><bdi>{title}</bdi></button></form>",
                token.text
            ),
            FixOffer::Link => writeln!(out, "<p><a href=\"{FIX}{name}\"><bdi>{title}</bdi></a></p>"),
        };
    }
    out
}

/// The changes of a fix, as lines before and after.
fn changes(fix: &Fix, snapshot: &Snapshot) -> String {
    let mut out = String::new();
    for edit in fix.edits.iter().take(SHOWN) {
        let text = snapshot.sources.as_ref().and_then(|sources| sources.text(&edit.span.file).ok());
        let shown = text.and_then(|text| changed_lines(&text, edit));
        let (before, after) = shown.unwrap_or_else(|| (String::new(), edit.text.clone()));
        for (sign, element, lines) in [("-", "del", before), ("+", "ins", after)] {
            for line in lines.lines() {
                let _ = writeln!(out, "<{element}>{sign} {}</{element}>", escape(line));
            }
        }
    }
    if fix.edits.len() > SHOWN {
        let _ = writeln!(out, "…");
    }
    out
}

/// The lines of a change before and after it, cut to what is readable.
fn changed_lines(text: &str, edit: &Edit) -> Option<(String, String)> {
    let Range { start, end } = edit.span.range.range();
    let before = text.get(..start)?;
    let (gone, behind) = (text.get(start..end)?, text.get(end..)?);
    let before = before.rsplit('\n').next()?;
    let cut = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let behind = behind.split('\n').next()?;
    let upto = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let (before, behind) = (&before[cut..], &behind[..upto]);
    Some((format!("{before}{gone}{behind}"), format!("{before}{}{behind}", edit.text)))
}

/// The page of one fix.
pub(super) fn fix_page(name: &str, snapshot: &Snapshot) -> (u16, String) {
    match named(name, snapshot) {
        Some((diagnostic, _)) => {
            let item = super::pages::list(std::iter::once(diagnostic), snapshot, FixOffer::Button);
            (200, told(&message!("fix-page"), &item, snapshot))
        }
        None => (404, told(&message!("fix-stale"), "", snapshot)),
    }
}

/// Makes a fix that somebody asks for, where it still is what the page showed, and gives the status and the page that says
/// what was done.
pub(super) fn mend(name: &str, snapshot: &Snapshot, request: &Request) -> (u16, String) {
    let Some(((diagnostic, fix), sources)) = named(name, snapshot).zip(snapshot.sources.as_ref()) else {
        return (409, told(&message!("fix-stale"), "", snapshot));
    };
    let chosen = |_| true;
    let mut mender = Mender::new(sources, request, &chosen);
    if let Err(reason) = mender.mend_chosen(diagnostic, fix) {
        return (409, told(&reason.message(), "", snapshot));
    }
    let written = mender.texts().and_then(|texts| {
        let changes: Vec<FileChange> = texts.iter().map(fix::MendedText::change).collect();
        change_files(&snapshot.root, &changes)
            .map(|()| texts.into_iter().map(|text| text.file).collect::<Vec<Arc<str>>>())
    });
    match written {
        Ok(files) => (200, told(&message!("fix-done", title = fix.title.clone()), &file_list(&files), snapshot)),
        Err(why) => (409, told(&why.message, "", snapshot)),
    }
}

/// The fix of a name in what was found last.
fn named<'a>(name: &str, snapshot: &'a Snapshot) -> Option<(&'a Diagnostic, &'a Fix)> {
    let (name, sources) = (Hash::from_hex(name)?, snapshot.sources.as_ref()?);
    let found = snapshot.diagnostics.items().iter();
    let mut fixes = found.flat_map(|diagnostic| diagnostic.fixes.iter().map(move |fix| (diagnostic, fix)));
    fixes.find(|(_, fix)| fix::name_of(fix, sources) == Some(name))
}

fn file_list(files: &[Arc<str>]) -> String {
    let items: String = files.iter().map(|file| format!("<li><code>{}</code></li>\n", escape(file))).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// A page that says what was done, or why nothing was.
fn told(message: &Message, more: &str, snapshot: &Snapshot) -> String {
    let overview = said(&message!("fix-overview"), snapshot);
    page(message, &format!("{more}<p><a href=\"/_samen/\">{overview}</a></p>\n"), snapshot)
}
