//! What the theme brings for prints: layouts in `flyers/`, each of which a site may replace by a file of the same name
//! in `templates/flyers/`, and fonts in `fonts/`. Knows nothing of what is printed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files_of;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::print::PrintAssets;
use crate::schema::{Field, Kind, Type};
use crate::settings::Located;
use crate::source::{Digest, Hash, Sources};

/// Endings of fonts that can be printed with.
const FONTS: &[&str] = &[".ttf", ".otf", ".ttc"];

/// The files for prints.
#[derive(Debug, Default)]
pub struct PrintFiles {
    /// Layouts by name.
    pub templates: BTreeMap<String, Arc<str>>,
    fonts: Vec<Arc<str>>,
    /// The folder that they lie in.
    fonts_folder: Arc<str>,
    /// Changes when any of them changes.
    pub digest: Hash,
}

impl PrintFiles {
    pub(super) fn find(sources: &Sources, root: &str) -> Self {
        let templates: BTreeMap<String, Arc<str>> = files_of(sources, &[&format!("{root}/flyers"), "templates/flyers"])
            .into_iter()
            .filter(|(name, _)| name.ends_with(".typ"))
            .collect();
        let is_font = |file: &&Arc<str>| FONTS.iter().any(|ending| file.ends_with(ending));
        let fonts_folder = format!("{root}/fonts");
        let in_folder = files_of(sources, &[&fonts_folder]);
        let fonts: Vec<Arc<str>> = in_folder.values().filter(is_font).cloned().collect();
        let files = templates.values().chain(&fonts).map(|file| (file, sources.get(file).map(|source| source.hash)));
        let digest = Digest::new("layouts and fonts").list(files).finish();
        Self { templates, fonts, fonts_folder: Arc::from(fonts_folder), digest }
    }

    /// Whether there is a layout of this name.
    #[must_use]
    pub fn has(&self, layout: &str) -> bool {
        self.templates.contains_key(&format!("{layout}.typ"))
    }

    /// Reads the files.
    pub fn assets(&self, sources: &Sources, diagnostics: &mut Diagnostics) -> PrintAssets {
        let mut assets = PrintAssets { fonts_folder: Arc::clone(&self.fonts_folder), ..PrintAssets::default() };
        for (name, file) in &self.templates {
            match sources.text(file) {
                Ok(text) => {
                    assets.templates.insert(name.clone(), (Arc::clone(file), text));
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        for file in &self.fonts {
            match sources.bytes(file) {
                Ok(bytes) => assets.fonts.push(bytes),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        assets
    }

    /// Reports layouts that a type names and the theme lacks.
    pub(super) fn check(&self, type_: &Type, diagnostics: &mut Diagnostics) {
        for layout in type_.registers.iter().filter_map(|register| register.layout.as_ref()) {
            self.check_layout(layout, diagnostics);
        }
        let Some(printed) = &type_.printed else { return };
        let chosen = printed.field.as_ref().and_then(|field| type_.field(field)).map(choices_of);
        for layout in chosen.unwrap_or_else(|| vec![Arc::clone(&printed.layout.value)]) {
            self.check_layout(&Located { value: layout, span: printed.layout.span.clone() }, diagnostics);
        }
    }

    /// Reports a layout that the theme lacks.
    pub(super) fn check_layout(&self, layout: &Located<Arc<str>>, diagnostics: &mut Diagnostics) {
        let known: Vec<&str> = self.templates.keys().filter_map(|name| name.strip_suffix(".typ")).collect();
        if cfg!(feature = "pdf") && !self.has(&layout.value) {
            diagnostics.push(
                Diagnostic::error(Code::FlyerLayout, message!("print-without-layout", layout = &layout.value))
                    .at(layout.span.clone())
                    .suggest(&layout.value, known.iter().copied()),
            );
        }
    }
}

/// The layouts that a field lets an entry choose from.
fn choices_of(field: &Field) -> Vec<Arc<str>> {
    match &field.kind {
        Kind::Choice(choices) => choices.iter().map(|(id, _)| Arc::clone(id)).collect(),
        _ => Vec::new(),
    }
}
