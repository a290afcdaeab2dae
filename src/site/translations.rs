//! Which document of an entry is the source, and what a translation may say. Knows nothing of other entries.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::Document;
use crate::document::place::DocumentRole;

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
                    format!("`{}` has only translations", first.place.entry),
                )
                .at(first
                    .meta
                    .translation
                    .as_ref()
                    .map_or_else(|| Span::start_of(&first.place.file), |t| t.source.span.clone()))
                .help("write the source document, or remove `translation` from the one that is the source"),
            );
            None
        }
        _ => {
            let default = sources.iter().find(|document| document.place.lang == config.default_language);
            let source: &Document = default.unwrap_or(&sources[0]);
            for other in sources.iter().filter(|other| other.place.lang != source.place.lang) {
                diagnostics.push(
                    Diagnostic::error(Code::DuplicateEntry, format!("`{}` has two sources", source.place.entry))
                        .at(Span::new(&other.place.file, 0..3))
                        .also(Span::new(&source.place.file, 0..3), "the other source")
                        .help(format!(
                            "if this is a translation, add `translation: {{source: {}, state: draft}}` and remove its shared fields",
                            source.place.lang
                        )),
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
                format!("the source of this entry is in `{}`, not in `{}`", source.place.lang, named.value),
            )
            .at(named.span.clone())
            .also(Span::new(&source.place.file, 0..3), "the source")
            .help(format!("write `source: {}`", source.place.lang)),
        );
    }
}

fn check_shared(source: &Document, document: &Document, diagnostics: &mut Diagnostics) {
    for (name, value) in document.meta.source_fields() {
        let shared = document.type_.field(name).is_some_and(|field| !field.translated);
        if !shared {
            continue;
        }
        let mut diagnostic = Diagnostic::error(Code::FieldShared, format!("`{name}` is shared by all languages"))
            .at(value.span.clone())
            .help("remove it here and set it in the source only");
        if let Some(original) = source.meta.source_fields().get(name) {
            diagnostic = diagnostic.also(original.span.clone(), "the source sets it");
        }
        diagnostics.push(diagnostic);
    }
}

fn check_outcomes(source: &Document, document: &Document, diagnostics: &mut Diagnostics) {
    let originals = source.meta.source_outcomes();
    for outcome in document.meta.source_outcomes() {
        let Some(original) = originals.iter().find(|original| original.id == outcome.id) else {
            diagnostics.push(
                Diagnostic::error(Code::OutcomeWithoutSource, format!("the source has no outcome `{}`", outcome.id))
                    .at(outcome.span.clone())
                    .suggest(&outcome.id, originals.iter().map(|original| &*original.id)),
            );
            continue;
        };
        if original.kind != outcome.kind {
            let message = format!("`{}` is a {} in the source", outcome.id, original.kind.name);
            diagnostics.push(
                Diagnostic::error(Code::OutcomeInvalid, message)
                    .at(outcome.span.clone())
                    .also(original.span.clone(), "in the source"),
            );
        }
        let attributes = outcome.source_attributes().iter().map(|(name, value)| (&**name, &value.span));
        let vote = outcome.source_vote().map(|vote| ("vote", &vote.span));
        let number = outcome.source_number().map(|number| ("number", &number.span));
        for (name, span) in attributes.chain(vote).chain(number) {
            diagnostics.push(
                Diagnostic::error(Code::FieldShared, format!("`{name}` of an outcome is set in the source only"))
                    .at(span.clone())
                    .also(original.span.clone(), "the source")
                    .help(format!("write only `{{#{}}}` here", outcome.id)),
            );
        }
    }
    for original in originals {
        if !document.meta.source_outcomes().iter().any(|outcome| outcome.id == original.id) {
            let message = format!("the translation lacks the outcome `{}`", original.id);
            let until = if source.meta.flag("draft") {
                "it stands nowhere, because the source is a draft".to_owned()
            } else {
                format!("readers see it in `{}`", source.place.lang)
            };
            diagnostics.push(
                Diagnostic::warning(Code::OutcomeUntranslated, message)
                    .at(Span::new(&document.place.file, 0..3))
                    .also(original.span.clone(), "in the source")
                    .help(format!("add it with `{{#{}}}`; until then {until}", original.id)),
            );
        }
    }
}
