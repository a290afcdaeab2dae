//! `samen new type`: the declaration of a type, made of a base type or from nothing.

use std::fmt::Write as _;
use std::sync::Arc;

use clap::Args;

use super::super::edits::{self, refused};
use super::super::report::Reporter;
use super::super::{EXIT_OK, EXIT_USAGE, Project};
use super::language::{is_name, title};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::edits::EditedSite;
use crate::lang;
use crate::message;
use crate::source::{self, FreshFile};
use crate::yaml::edit;

/// The folder of declarations.
const FOLDER: &str = "data/types";

#[derive(Debug, Args)]
pub(super) struct NewTypeFlags {
    /// The name of the type, such as `workshop`
    name: String,
    /// A base type of the theme that it is made of, with all its fields; under the same name, that type is changed
    #[arg(long, value_name = "TYPE")]
    extends: Option<String>,
    /// The folder of its entries below `content/` [default: the name]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(flags: &NewTypeFlags, project: &Project, reporter: &Reporter) -> u8 {
    let site = match edits::open(project, reporter) {
        Ok(site) => site,
        Err(code) => return code,
    };
    if let Err(diagnostic) = check(flags, &site) {
        reporter.alone(*diagnostic);
        return EXIT_USAGE;
    }
    let path: Arc<str> = Arc::from(format!("{FOLDER}/{}.yaml", flags.name));
    let text = declaration(flags, &site);
    if flags.dry_run {
        reporter.data(&text);
        return EXIT_OK;
    }
    let files = [(Arc::clone(&path), Arc::from(text.as_bytes()))].into();
    let open = site.what_is_new(files);
    if let Err(diagnostic) =
        source::write_fresh(&project.root, &[FreshFile { path: Arc::clone(&path), bytes: text.into_bytes() }])
    {
        return refused(*diagnostic, &site.sources, reporter);
    }
    reporter.data(&format!("{path}\n"));
    if !open.errors.items().is_empty() {
        let mut todo = Diagnostics::default();
        todo.extend(open.errors.into_vec());
        reporter.tell(&message!("new-type-todo"));
        reporter.diagnostics_aside(&todo, Some(&open.sources));
    }
    reporter.tell(&message!("new-type-next"));
    EXIT_OK
}

fn check(flags: &NewTypeFlags, site: &EditedSite<'_>) -> Result<(), Box<Diagnostic>> {
    let wrong = |message: Message, help: Message| Box::new(Diagnostic::error(Code::SchemaInvalid, message).help(help));
    let name = &flags.name;
    let folder = flags.folder.as_deref().unwrap_or(name);
    for (is_type, part) in std::iter::once((true, name.as_str())).chain(folder.split('/').map(|part| (false, part))) {
        if !is_name(part) {
            let proposal = Some(lang::slug(part)).filter(|slug| is_name(slug)).unwrap_or_else(|| "workshop".to_owned());
            let message = if is_type {
                message!("type-name-invalid", name = part)
            } else {
                message!("folder-name-invalid", name = part)
            };
            return Err(wrong(message, message!("small-letters-such-as", proposal = proposal)));
        }
    }
    let file = format!("{FOLDER}/{name}.yaml");
    if site.sources.get(&file).is_some() {
        return Err(wrong(message!("there-already-unwritten", file = &file), message!("change-that-file")));
    }
    let base = |name: &str| format!("themes/{}/types/{name}.yaml", site.loaded.rendering.site.config.theme.value);
    let is_base = |name: &str| site.sources.get(&base(name)).is_some();
    if let Some(extends) = flags.extends.as_deref().filter(|extends| !is_base(extends)) {
        let start = base("");
        let start = start.strip_suffix(".yaml").unwrap_or(&start);
        let known = site.sources.files().filter_map(|file| file.path.strip_prefix(start)?.strip_suffix(".yaml"));
        let message = message!("base-type-missing", name = extends);
        return Err(Box::new(Diagnostic::error(Code::SchemaInvalid, message).suggest(extends, known)));
    }
    if flags.extends.as_ref().is_none_or(|extends| extends != name) && is_base(name) {
        return Err(wrong(message!("base-type-taken", name = name), message!("base-type-taken-help", name = name)));
    }
    let types = &site.loaded.rendering.site.types;
    let is_change = flags.extends.as_ref() == Some(name);
    let taken = types.iter().find(|type_| *type_.folder == *folder || type_.name == Arc::from(name.as_str()));
    match taken.filter(|_| !is_change) {
        Some(other) => Err(wrong(
            message!("type-folder-taken", name = &*other.name, folder = format!("content/{}/", other.folder)),
            message!("type-folder-taken-help"),
        )),
        None => Ok(()),
    }
}

/// The text of the declaration, in the words of the default language.
fn declaration(flags: &NewTypeFlags, site: &EditedSite<'_>) -> String {
    let config = &site.loaded.rendering.site.config;
    let lang = &config.default_language;
    let mut out = String::new();
    let extends = flags.extends.as_deref();
    if let Some(base) = extends {
        let _ = writeln!(out, "extends: {base}");
    }
    if extends == Some(flags.name.as_str()) {
        out.push_str(
            "# Only what differs from the base type stands here: `drop: [start]` takes a field away.\nfields: {}\n",
        );
        return out;
    }
    let folder = flags.folder.as_deref().unwrap_or(&flags.name);
    let label = edit::text(&title(&flags.name));
    let _ = writeln!(out, "folder: {folder}");
    let _ = writeln!(out, "# In addresses, what one is called, and what many are called: in each language.");
    for (key, value) in [("path", flags.name.as_str()), ("label", &label), ("plural", &label)] {
        let _ = writeln!(out, "{key}: {{{lang}: {value}}}");
    }
    if extends.is_none() {
        out.push_str("# date: day # the field that dates an entry\nfields: {}\n");
        let _ = writeln!(out, "#  day: {{kind: date, required: true, label: {{{lang}: …}}, help: {{{lang}: …}}}}");
    }
    out
}
