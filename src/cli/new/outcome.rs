//! `samen new outcome`: one outcome at the end of the list of its kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use clap::Args;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::status::entry;
use super::super::{EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::document::notes::{self, TextInsertion};
use crate::document::{Document, ids};
use crate::edits::{EditedSite, RawTexts};
use crate::lang::Lang;
use crate::message;
use crate::schema::{Field, OutcomeKind, Type};
use crate::site::Entry;

#[derive(Debug, Args)]
pub(super) struct NewOutcomeFlags {
    /// The entry, by its path below `content/` without language and ending, or by one of its files
    entry: String,
    /// The kind, such as `action` or `decision`
    kind: String,
    /// What was agreed, in the language of the source
    text: String,
    /// Who does it; may be repeated
    #[arg(long, value_name = "OWNER")]
    owner: Vec<String>,
    /// By when
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    /// The topic
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// The city
    #[arg(long, value_name = "CITY")]
    city: Option<String>,
    /// Any other fact that the type declares; may be repeated
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &NewOutcomeFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    let (entry, block) = match read(flags, &site) {
        Ok(read) => read,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    let writing = NewOutcome { site: &site, entry, block: &block };
    let (texts, id) = match writing.texts(&flags.text) {
        Ok(texts) => texts,
        Err(diagnostic) => return refused(*diagnostic, &site.sources, reporter),
    };
    let after = match site.tried(&texts) {
        Ok(after) => after,
        Err(refusal) => return edits::unwritten(&refusal, reporter),
    };
    if let Err(diagnostic) = writing.came(after.document(&entry.source.file), &id) {
        return refused(*diagnostic, &site.sources, reporter);
    }
    if flags.dry_run {
        return match site.diff(&texts) {
            Ok(diff) => {
                reporter.data(&diff);
                EXIT_OK
            }
            Err(diagnostic) => refused(*diagnostic, &site.sources, reporter),
        };
    }
    if let Err(diagnostic) = site.write(&texts) {
        return refused(*diagnostic, &site.sources, reporter);
    }
    reporter.data(&format!("{}#{id}\n", entry.path));
    let others: Vec<&str> = entry.docs.keys().filter(|lang| **lang != entry.source_lang).map(Lang::as_str).collect();
    if !others.is_empty() {
        reporter.tell(&message!("new-outcome-translate", languages = others.as_slice()));
    }
    EXIT_OK
}

/// The facts of a new outcome.
struct OutcomeBlock<'a> {
    type_: &'a Type,
    kind: Arc<OutcomeKind>,
    facts: Vec<(Arc<str>, String)>,
}

fn read<'s>(
    flags: &NewOutcomeFlags,
    site: &'s EditedSite<'_>,
) -> Result<(&'s Entry, OutcomeBlock<'s>), Box<Diagnostic>> {
    let entry = entry(&site.loaded.rendering.site, &flags.entry)?;
    let type_: &Type = &entry.type_;
    let wrong = |message: Message| Diagnostic::error(Code::OutcomeInvalid, message);
    let Some(fields) = type_.outcomes.as_deref() else {
        let message = message!("type-without-outcomes", entry = entry.path.as_str(), kind = &*type_.name);
        return Err(Box::new(wrong(message).help(message!("type-without-outcomes-help"))));
    };
    let names = || type_.outcome_kinds.iter().map(|kind| &*kind.name);
    let kind = type_.outcome_kinds.iter().find(|kind| kind.has_class(&flags.kind));
    let Some(kind) = kind else {
        let message = message!("kind-unknown", name = &flags.kind);
        return Err(Box::new(wrong(message).suggest(&flags.kind, names())));
    };
    if flags.text.trim().is_empty() {
        let diagnostic = wrong(message!("outcome-without-text"));
        return Err(Box::new(diagnostic.help(message!("outcome-without-text-help"))));
    }
    let facts = facts(flags, type_, fields)?;
    Ok((entry, OutcomeBlock { type_, kind: Arc::clone(kind), facts }))
}

fn facts(flags: &NewOutcomeFlags, type_: &Type, fields: &[Field]) -> Result<Vec<(Arc<str>, String)>, Box<Diagnostic>> {
    let wrong = |message: Message| Diagnostic::error(Code::OutcomeInvalid, message);
    let mut given: BTreeMap<String, String> = BTreeMap::new();
    let role =
        |field: Option<&Field>, name: &str| field.map_or_else(|| name.to_owned(), |field| field.name.to_string());
    if !flags.owner.is_empty() {
        given.insert(role(type_.owner_field(), "owner"), flags.owner.join(","));
    }
    let due = flags.due.iter().map(|due| (role(type_.due_field(), "due"), due.clone()));
    let named = [("topic", &flags.topic), ("city", &flags.city)];
    let named = named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value.clone()?)));
    given.extend(due.chain(named));
    for pair in &flags.set {
        let Some((name, value)) = pair.split_once('=') else {
            return Err(Box::new(wrong(message!("fact-invalid", pair = pair)).help(message!("fact-invalid-help"))));
        };
        given.insert(name.to_owned(), value.to_owned());
    }
    let known = || fields.iter().map(|field| &*field.name);
    for (name, value) in &given {
        if !known().any(|known| known == name) {
            let message = message!("attribute-unknown", name = name);
            return Err(Box::new(wrong(message).suggest(name, known())));
        }
        if value.contains(['"', '{', '}', '\n', '\r']) {
            return Err(Box::new(wrong(message!("fact-with-quote", name = name)).help(message!("leave-it-out"))));
        }
    }
    let in_order = fields.iter().filter_map(|field| Some((Arc::clone(&field.name), given.remove(&*field.name)?)));
    Ok(in_order.collect())
}

impl OutcomeBlock<'_> {
    /// `{#a1 owner=x}`
    fn written(&self, id: &str) -> String {
        let facts = self.facts.iter().map(|(name, value)| {
            let quote = if value.is_empty() || value.contains(char::is_whitespace) { "\"" } else { "" };
            format!(" {name}={quote}{value}{quote}")
        });
        format!("{{#{id}{}}}", facts.collect::<String>())
    }
}

struct NewOutcome<'a> {
    site: &'a EditedSite<'a>,
    entry: &'a Entry,
    block: &'a OutcomeBlock<'a>,
}

impl NewOutcome<'_> {
    /// The text of the source with the outcome, and its id.
    fn texts(&self, words: &str) -> Result<(RawTexts, String), Box<Diagnostic>> {
        let (file, kind) = (&self.entry.source.file, &self.block.kind);
        let text = self.site.sources.text(file)?;
        let place = notes::new_item(&text, file, &|class| kind.has_class(class))?;
        let names = self.block.type_.outcome_kinds.iter().map(|kind| &*kind.name);
        let id = self.site.used_ids(&self.entry.path).next(&ids::prefix(&kind.name, names));
        let heading = if place.lacks_heading { self.heading() } else { String::new() };
        let box_ = if kind.has_box { "[ ] " } else { "" };
        let item = format!("{heading}{}{box_}{} {}", place.before, notes::escaped(words), self.block.written(&id));
        let insertion = TextInsertion { at: place.at, text: item };
        let raw = notes::inserted(&self.site.raw(file)?, &[insertion]);
        Ok((RawTexts::from([(Arc::clone(file), raw)]), id))
    }

    /// The heading of a list that is not there yet, in the language of the text.
    fn heading(&self) -> String {
        let (site, kind) = (&self.site.loaded.rendering.site, &self.block.kind);
        let register = self.block.type_.registers.iter().find(|register| register.kind == *kind);
        // What the register is called, else what many of the kind are called.
        let texts = register.map(|register| &register.label).into_iter().chain([&kind.plural, &kind.label]);
        let label = texts.into_iter().find_map(|texts| site.label(texts, &self.entry.source_lang));
        format!("\n\n## {} {{.{}}}", notes::escaped(label.map_or(&*kind.name, |label| label.text)), kind.class)
    }

    /// Whether the text has exactly one outcome more, which is the one that was meant.
    fn came(&self, after: Option<&Document>, id: &str) -> Result<(), Box<Diagnostic>> {
        let before = self.entry.source.meta.source_outcomes();
        let after = after.map(|document| document.meta.source_outcomes()).unwrap_or_default();
        let new: Vec<_> = after.iter().filter(|one| !before.iter().any(|old| old.id == one.id)).collect();
        let is_meant = matches!(new[..], [one] if *one.id == *id && one.kind == self.block.kind);
        if is_meant && after.len() == before.len() + 1 {
            return Ok(());
        }
        let file = &self.entry.source.file;
        let message = message!("no-place-for-list", file = &**file);
        let help = message!("no-place-for-list-help", mark = format!("{{.{}}}", self.block.kind.class));
        Err(Box::new(Diagnostic::error(Code::OutcomeInvalid, message).help(help)))
    }
}
