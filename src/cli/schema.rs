//! `samen schema`

use clap::Args;

use super::report::Reporter;
use super::{EXIT_CONTENT, EXIT_OK, EXIT_USAGE, Project};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::pipeline;
use crate::schema::{SchemaContext, json_schema};
use crate::source::{Known, Sources};

#[derive(Debug, Args)]
pub(super) struct SchemaFlags {
    /// A content type; without one, the types are listed
    #[arg(value_name = "TYPE")]
    type_: Option<String>,
}

pub(super) fn run(flags: &SchemaFlags, project: &Project, reporter: &Reporter) -> u8 {
    let request = project.request(true, false, None);
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::disk(&project.root, &request.config, &Known::new(), &mut diagnostics);
    let Some((config, known)) = pipeline::load_types(&sources, &request, &mut diagnostics) else {
        reporter.diagnostics_aside(&diagnostics, Some(&sources));
        return EXIT_CONTENT;
    };
    if diagnostics.has_errors() {
        diagnostics.finish(&config.levels);
        reporter.diagnostics_aside(&diagnostics, Some(&sources));
        return EXIT_CONTENT;
    }
    let names: Vec<&str> = known.iter().map(|type_| &*type_.name).chain([crate::schema::SECTION]).collect();
    let Some(wanted) = &flags.type_ else {
        reporter.data(&format!("{}\n", names.join("\n")));
        return EXIT_OK;
    };
    let Some(type_) = known.get(wanted) else {
        let message = message!("type-unknown", name = wanted);
        reporter.alone(Diagnostic::error(Code::ConfigInvalid, message).suggest(wanted, names));
        return EXIT_USAGE;
    };
    let (lang, languages) = (&config.default_language, config.tags());
    // Without a site, as where it has no theme yet, the schema says everything but which ids there are.
    let loaded = pipeline::load(&sources, &request).loaded;
    let ids = loaded.map(|loaded| loaded.rendering.site.schema_ids(lang)).unwrap_or_default();
    let context = SchemaContext { types: &known, lang, languages: &languages, ids: &ids };
    reporter.data(&format!("{:#}\n", json_schema(type_, &context)));
    EXIT_OK
}
