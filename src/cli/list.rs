//! `samen list`

use clap::Args;
use serde_json::{Value, json};

use super::report::{Reporter, aligned};
use super::{EXIT_USAGE, MessageFormat, Project};
use crate::diagnostic::{Code, Diagnostic, visible_json};
use crate::lang::Lang;
use crate::message;
use crate::site::{Entry, Site};

#[derive(Debug, Args)]
pub(super) struct ListFlags {
    /// Only entries of this type
    #[arg(value_name = "TYPE")]
    type_: Option<String>,
    /// List drafts too, and what is not due yet
    #[arg(long)]
    drafts: bool,
}

pub(super) fn run(flags: &ListFlags, project: &Project, reporter: &Reporter) -> u8 {
    let read = match project.read(flags.drafts, reporter) {
        Ok(read) => read,
        Err(code) => return code,
    };
    let code = read.tell(reporter);
    let site = &*read.loaded.rendering.site;
    if let Some(wanted) = &flags.type_
        && site.types.get(wanted).is_none()
    {
        let known: Vec<&str> = site.types.iter().map(|type_| &*type_.name).collect();
        let message = message!("type-unknown", name = wanted);
        reporter.alone(Diagnostic::error(Code::ConfigInvalid, message).suggest(wanted, known));
        return EXIT_USAGE;
    }
    let wanted = |entry: &&Entry| flags.type_.as_deref().is_none_or(|type_| type_name(entry) == type_);
    let entries: Vec<&Entry> = site.entries.iter().filter(wanted).collect();
    reporter.data(&match reporter.format() {
        MessageFormat::Json => {
            format!("{}\n", visible_json(&entries.iter().map(|entry| object(site, entry)).collect::<Value>()))
        }
        _ => table(site, &entries, reporter),
    });
    code
}

fn object(site: &Site, entry: &Entry) -> Value {
    let documents: serde_json::Map<String, Value> = entry
        .docs
        .iter()
        .map(|(lang, doc)| {
            let state = doc.meta.translation.as_ref().map_or("source", |translation| translation.state.word());
            let url = site.route_in(entry, lang).permalink(&site.config.base_url);
            let value = json!({
                "title": doc.meta.title(), "url": url, "file": &*doc.file, "state": state,
                "draft": doc.draft,
            });
            (lang.to_string(), value)
        })
        .collect();
    json!({
        "id": entry.path.as_str(), "type": type_name(entry), "date": site.date(entry).map(|date| date.to_string()),
        "source": entry.source_lang.as_str(), "languages": documents,
    })
}

fn type_name(entry: &Entry) -> &str {
    if entry.section { "section" } else { &entry.type_.name }
}

fn table(site: &Site, entries: &[&Entry], reporter: &Reporter) -> String {
    let heads = [
        message!("head-type"),
        message!("head-id"),
        message!("head-date"),
        message!("head-languages"),
        message!("head-title"),
    ];
    let mut rows = vec![heads.map(|head| reporter.text(&head)).to_vec()];
    for entry in entries {
        let languages: Vec<&str> = entry.docs.keys().map(Lang::as_str).collect();
        let localized = site.localized_doc(entry, &site.config.default_language);
        rows.push(vec![
            type_name(entry).to_owned(),
            if entry.path.as_str().is_empty() { ".".to_owned() } else { entry.path.to_string() },
            site.date(entry).map(|date| date.to_string()).unwrap_or_default(),
            languages.join(" "),
            localized.doc.meta.title().to_owned(),
        ]);
    }
    aligned(&rows)
}
