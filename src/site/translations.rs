//! Which document of an entry is the source, and what a translation may say. Knows nothing of other entries.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Edit, Fix, Span};
use crate::document::Document;
use crate::document::place::DocumentRole;
use crate::message;
use crate::schema::write;

/// The source of an entry: the document that is not a translation. Sections have no shared fields; there the default
/// language, or the first, stands for all.
pub(super) fn source<'d>(
    group: &[&'d Document],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Option<&'d Document> {
    let sources: Vec<&&Document> = group.iter().filter(|document| document.meta.translation.is_none()).collect();
    let first = group.first()?;
    if first.place.role == DocumentRole::Section {
        let default = sources.iter().find(|document| document.place.lang == config.default_language);
        return default.or_else(|| sources.first()).map_or(Some(*first), |document| Some(**document));
    }
    match sources[..] {
        [source] => Some(*source),
        [] => {
            diagnostics.push(
                Diagnostic::error(
                    Code::TranslationWithoutSource,
                    message!("only-translations", entry = first.place.entry.as_str()),
                )
                .at(first
                    .meta
                    .translation
                    .as_ref()
                    .map_or_else(|| Span::start_of(&first.place.file), |t| t.source.span.clone()))
                .help(message!("only-translations-help")),
            );
            None
        }
        _ => {
            let default = sources.iter().find(|document| document.place.lang == config.default_language);
            let source: &Document = default.unwrap_or(&sources[0]);
            for other in sources.iter().filter(|other| other.place.lang != source.place.lang) {
                diagnostics.push(
                    Diagnostic::error(
                        Code::DuplicateEntry,
                        message!("two-sources", entry = source.place.entry.as_str()),
                    )
                    .at(Span::new(&other.place.file, 0..3))
                    .also(Span::new(&source.place.file, 0..3), message!("the-other-source"))
                    .help(message!("two-sources-help", lang = source.place.lang.as_str())),
                );
            }
            group.iter().copied().find(|document| document.place.lang == source.place.lang)
        }
    }
}

/// Checks every translation against its source.
pub(super) fn check(source: &Document, group: &[&Document], diagnostics: &mut Diagnostics) {
    let translations = group.iter().filter(|document| document.place.lang != source.place.lang);
    for document in translations.filter(|document| document.meta.translation.is_some()) {
        check_source(source, document, diagnostics);
        check_shared(source, document, diagnostics);
        check_outcomes(source, document, diagnostics);
    }
}

fn check_source(source: &Document, document: &Document, diagnostics: &mut Diagnostics) {
    let Some(translation) = &document.meta.translation else { return };
    let named = &translation.source;
    if named.value != source.place.lang {
        diagnostics.push(
            Diagnostic::error(
                Code::TranslationInvalid,
                message!("other-source", lang = source.place.lang.as_str(), named = named.value.as_str()),
            )
            .at(named.span.clone())
            .also(Span::new(&source.place.file, 0..3), message!("the-source"))
            .help(message!("write-it", text = format!("source: {}", source.place.lang)))
            .fix(write(&named.span, source.place.lang.as_str())),
        );
    }
}

/// All fields that a translation repeats are one slip: it was copied whole.
fn check_shared(source: &Document, document: &Document, diagnostics: &mut Diagnostics) {
    let is_shared = |name: &str| document.type_.field(name).is_some_and(|field| !field.translated);
    let mut repeated: Vec<(&Arc<str>, &Span)> = Vec::new();
    for (name, value) in document.meta.source_fields().iter().filter(|(name, _)| is_shared(name)) {
        repeated.push((name, &value.span));
    }
    repeated.sort_by_key(|(_, span)| span.range);
    let Some((first, at)) = repeated.first() else { return };
    let names: Vec<String> = repeated.iter().map(|(name, _)| name.to_string()).collect();
    let (message, help) = if names.len() == 1 {
        (message!("field-shared", name = &***first), message!("field-shared-help"))
    } else {
        (message!("fields-shared", names = names.clone()), message!("fields-shared-help"))
    };
    let mut diagnostic = Diagnostic::error(Code::FieldShared, message).at((*at).clone()).help(help);
    if let Some(original) = source.meta.source_fields().get(*first) {
        diagnostic = diagnostic.also(original.span.clone(), message!("the-source-sets-it"));
    }
    let edits: Vec<Edit> = repeated.iter().filter_map(|(name, _)| without_line(document, name)).collect();
    if edits.len() == names.len() {
        diagnostic = diagnostic.fix(Fix { title: message!("take-out-fields", names = names), edits });
    }
    diagnostics.push(diagnostic);
}

/// The change that takes a field out of a document.
fn without_line(document: &Document, name: &str) -> Option<Edit> {
    let span = document.meta.whole_field(name)?;
    Some(Edit { span, text: String::new() })
}

fn check_outcomes(source: &Document, document: &Document, diagnostics: &mut Diagnostics) {
    let originals = source.meta.source_outcomes();
    for outcome in document.meta.source_outcomes() {
        let Some(original) = originals.iter().find(|original| original.id == outcome.id) else {
            diagnostics.push(
                Diagnostic::error(Code::OutcomeWithoutSource, message!("outcome-without-source", id = &*outcome.id))
                    .at(outcome.span.clone())
                    .suggest(&outcome.id, originals.iter().map(|original| &*original.id)),
            );
            continue;
        };
        if original.kind != outcome.kind {
            let message = message!("outcome-of-other-kind", id = &*outcome.id, kind = &*original.kind.name);
            diagnostics.push(
                Diagnostic::error(Code::OutcomeInvalid, message)
                    .at(outcome.span.clone())
                    .also(original.span.clone(), message!("in-the-source")),
            );
        }
        let attributes = outcome.source_attributes().iter().map(|(name, value)| (&**name, &value.span));
        let vote = outcome.source_vote().map(|vote| ("vote", &vote.span));
        let number = outcome.source_number().map(|number| ("number", &number.span));
        let facts: Vec<(&str, &Span)> = attributes.chain(vote).chain(number).collect();
        if let Some((_, at)) = facts.first() {
            let names: Vec<String> = facts.iter().map(|(name, _)| (*name).to_owned()).collect();
            let message = message!("outcome-facts-shared", names = names, count = facts.len());
            diagnostics.push(
                Diagnostic::error(Code::FieldShared, message)
                    .at((*at).clone())
                    .also(original.span.clone(), message!("the-source"))
                    .help(message!("outcome-facts-shared-help", id = &*outcome.id)),
            );
        }
    }
    for original in originals {
        if !document.meta.source_outcomes().iter().any(|outcome| outcome.id == original.id) {
            let message = message!("outcome-untranslated", id = &*original.id);
            let until = if source.meta.flag("draft") {
                message!("outcome-nowhere")
            } else {
                message!("outcome-seen-in", lang = source.place.lang.as_str())
            };
            diagnostics.push(
                Diagnostic::warning(Code::OutcomeUntranslated, message)
                    .at(Span::new(&document.place.file, 0..3))
                    .also(original.span.clone(), message!("in-the-source"))
                    .help(message!("outcome-untranslated-help", id = &*original.id, until = until)),
            );
        }
    }
}
