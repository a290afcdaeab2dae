//! `samen outcomes`: what was agreed, for whoever leads the next talk.

mod agenda;
mod select;

use clap::Args;
use jiff::civil::Date;

use super::edits;
use super::report::{Reporter, aligned};
use super::status::language;
use super::{EXIT_USAGE, FormatFlag, Project};
use crate::document::notes;
use crate::feed::outcome_table;
use crate::lang::{self, Lang};
use crate::message;
use crate::pipeline::Loaded;
use crate::plan::DataFormat;
use crate::site::register::RecordId;
use crate::theme::view::{LabelledWords, OutcomeLine};

/// Letters of a text in a table.
const SHOWN: usize = 60;

#[derive(Debug, Args)]
pub(super) struct OutcomesFlags {
    /// Only what is not finished
    #[arg(long)]
    open: bool,
    /// Only what should have been done by now
    #[arg(long)]
    overdue: bool,
    /// Only of this kind, such as `action`; may be repeated
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// Only of this owner, by any name that notes may give it; may be repeated
    #[arg(long, value_name = "OWNER")]
    owner: Vec<String>,
    /// Only on this topic, by id or label
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only of this city, by id or label
    #[arg(long, value_name = "CITY")]
    city: Option<String>,
    /// Only with this fact, by id or label; may be repeated
    #[arg(long = "where", value_name = "NAME=VALUE")]
    facts: Vec<String>,
    /// Only what is due before this day
    #[arg(long, value_name = "DATE")]
    due_before: Option<Date>,
    /// Only of entries of this day and later
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// The language of texts and labels [default: that of the site]
    #[arg(long, value_name = "LANG")]
    language: Option<String>,
    /// List those of drafts too, and of what is not due yet
    #[arg(long)]
    drafts: bool,
    /// Write what is open of the entries that this one follows into its notes, or write it anew there
    #[arg(long, value_name = "ENTRY", conflicts_with_all = ["since", "language", "drafts"])]
    agenda: Option<String>,
    /// With `--agenda`, show what would be written, and write nothing
    #[arg(long, requires = "agenda")]
    dry_run: bool,
}

pub(super) fn run(flags: &OutcomesFlags, format: FormatFlag, project: &Project, reporter: &Reporter) -> u8 {
    if let Some(name) = &flags.agenda {
        return match edits::open(project, reporter) {
            Ok(site) => agenda::Agenda { flags, site: &site, reporter }.run(name),
            Err(code) => code,
        };
    }
    let read = match project.read(flags.drafts, reporter) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let code = read.tell(reporter);
    let site = &*read.loaded.rendering.site;
    let default = site.config.default_language.clone();
    let lang = flags.language.as_ref().map_or(Ok(default), |tag| language(tag, &site.config.tags()));
    let selected = lang.and_then(|lang| Ok((select::Selection::new(flags, site)?.records(&lang), lang)));
    let (ids, lang) = match selected {
        Ok(selected) => selected,
        Err(diagnostic) => {
            reporter.alone(*diagnostic);
            return EXIT_USAGE;
        }
    };
    reporter.data(&written(&read.loaded, &ids, &lang, format, reporter));
    if ids.is_empty() {
        reporter.tell(&message!("outcomes-none"));
    }
    code
}

fn written(loaded: &Loaded, ids: &[RecordId], lang: &Lang, format: FormatFlag, reporter: &Reporter) -> String {
    let site = &*loaded.rendering.site;
    let bytes = |format| outcome_table(site, ids, lang).written(lang, format);
    let as_file = |format| String::from_utf8_lossy(&bytes(format)).into_owned();
    match format {
        FormatFlag::Json => as_file(DataFormat::Json),
        FormatFlag::Csv => as_file(DataFormat::Csv),
        FormatFlag::Markdown => lines(loaded, ids, lang).iter().map(markdown).collect(),
        _ => table(loaded, ids, lang, reporter),
    }
}

fn lines(loaded: &Loaded, ids: &[RecordId], lang: &Lang) -> Vec<OutcomeLine> {
    ids.iter().filter_map(|id| loaded.rendering.outcome_line(*id, lang)).collect()
}

fn table(loaded: &Loaded, ids: &[RecordId], lang: &Lang, reporter: &Reporter) -> String {
    let heads = [
        message!("head-due"),
        message!("head-state"),
        message!("head-owner"),
        message!("head-id"),
        message!("head-text"),
    ];
    let mut rows = vec![heads.map(|head| reporter.text(&head)).to_vec()];
    for line in lines(loaded, ids, lang) {
        let text = lang::truncate(&lang::without_isolates(&line.text), SHOWN);
        rows.push(vec![cell(line.due), cell(line.state), cell(line.owner), line.name, text]);
    }
    aligned(&rows)
}

fn cell(value: Option<LabelledWords>) -> String {
    value.map(|value| lang::without_isolates(&value.words)).unwrap_or_default()
}

/// An outcome as an item of a list in notes: a link to it, and who, when and how far.
fn markdown(line: &OutcomeLine) -> String {
    let plain = |text: &str| notes::escaped(&lang::without_isolates(text));
    let facts = [&line.owner, &line.due, &line.state].into_iter().flatten();
    let facts: Vec<String> = facts.map(|fact| format!("{}: {}", plain(&fact.label), plain(&fact.words))).collect();
    let behind = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join("; ")) };
    format!("- [{}](@/{}){behind}\n", plain(&line.text), line.name)
}
