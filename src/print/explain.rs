//! What went wrong while something was printed, as diagnostics with their place. Knows nothing of how printing goes.

use std::collections::BTreeMap;

use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Content, Label, Selector};
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::PrintJob;
use super::world::{TypstEnv, TypstWorld};
use crate::diagnostic::{Code, Diagnostic, Message, Span};
use crate::lang;
use crate::message;

/// The label by which layouts tell that a panel is too full.
const OVERFLOW: &str = "overflow";

/// What Typst says, at the place in the template.
pub(super) fn template(world: &TypstWorld<'_>, job: &PrintJob, errors: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    errors.iter().map(|error| template_error(world, job, error)).collect()
}

fn template_error(world: &TypstWorld<'_>, job: &PrintJob, error: &SourceDiagnostic) -> Diagnostic {
    let said = Message::verbatim(lower_first(error.message.trim_end_matches('.')));
    let message = message!("layout-says", layout = &job.layout, said = said);
    let file = error.span.id().and_then(|id| world.file_of(id));
    let place = file.zip(world.range(error.span)).map(|(file, range)| Span::new(file, range));
    let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
    let printing = message!("while-printing", source = &job.source.0);
    let help = match hints.as_slice() {
        [] => printing,
        hints => message!("both", first = Message::verbatim(hints.join("; ")), second = printing),
    };
    Diagnostic::error(Code::FlyerTemplate, message)
        .at(place.unwrap_or_else(|| Span::start_of(&job.source.0)))
        .help(help)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Panels that hold more than they have room for.
pub(super) fn overflows(document: &PagedDocument, job: &PrintJob) -> Vec<Diagnostic> {
    let Some(label) = Label::new(PicoStr::intern(OVERFLOW)) else { return Vec::new() };
    let told = document.introspector().query(&Selector::Label(label));
    told.iter().filter_map(|content| overflow(content, job)).collect()
}

fn overflow(content: &Content, job: &PrintJob) -> Option<Diagnostic> {
    let value = serde_json::to_value(content.field_by_name("value").ok()?).ok()?;
    let (panel, over) = (value["panel"].as_str()?.to_owned(), value["over"].as_f64()?);
    let message =
        message!("print-too-long", panel = panel, layout = &job.layout, millimetres = over.ceil().to_string());
    let help = message!("print-too-long-help");
    Some(Diagnostic::error(Code::FlyerOverflow, message).at(Span::start_of(&job.source.0)).help(help))
}

/// A picture shows one page.
pub(super) fn too_many(job: &PrintJob, pages: usize) -> Diagnostic {
    let message = message!("print-too-many-pages", layout = &job.layout, pages = pages);
    let help = message!("print-too-many-pages-help");
    Diagnostic::error(Code::FlyerOverflow, message).at(Span::start_of(&job.source.0)).help(help)
}

/// Characters that no font of the theme can show, and scripts of which it has no font at all.
pub(super) fn unshown(document: &PagedDocument, env: &TypstEnv, job: &PrintJob) -> Vec<Diagnostic> {
    let mut found = BTreeMap::new();
    document.pages().iter().for_each(|page| gather(&page.frame, &mut found));
    let mut scripts: BTreeMap<&str, char> = BTreeMap::new();
    found.retain(|shown, _| {
        let script = lang::script_name(*shown).filter(|script| !env.covers(script));
        let Some(script) = script else { return true };
        scripts.entry(script).or_insert(*shown);
        false
    });
    // Signs that several scripts share come with the font that is missing.
    found.retain(|shown, _| scripts.is_empty() || lang::script_name(*shown).is_some());
    let of_scripts = scripts.iter().map(|(script, shown)| missing_script(script, *shown, env, job));
    of_scripts.chain(found.iter().map(|(shown, around)| missing_glyph(*shown, around, job))).collect()
}

/// The ends of the names of the Noto fonts for scripts that several languages write in different shapes.
const SHARED_SCRIPTS: &[(&str, &str)] =
    &[("Bopomofo", "TC"), ("Han", "SC"), ("Hangul", "KR"), ("Hiragana", "JP"), ("Katakana", "JP")];

/// That a font is missing: its file, where it is to be had and where it has to lie.
fn missing_script(script: &str, shown: char, env: &TypstEnv, job: &PrintJob) -> Diagnostic {
    let shared = SHARED_SCRIPTS.iter().find(|(known, _)| *known == script);
    let family = shared.map_or_else(|| script.replace('_', " "), |(_, end)| (*end).to_owned());
    let file = format!("NotoSans{}", family.replace(' ', ""));
    let page = format!("https://fonts.google.com/noto/specimen/Noto+Sans+{}", family.replace(' ', "+"));
    let script = script.replace('_', " ");
    let message = message!("print-script-without-font", script = script, file = &file);
    let help = message!(
        "print-script-without-font-help",
        family = family,
        page = page,
        file = file,
        folder = &env.fonts_folder
    );
    let (source, text) = &job.source;
    let place = text.find(shown).map_or(0..0, |at| at..at + shown.len_utf8());
    Diagnostic::error(Code::FlyerFont, message).at(Span::new(source, place)).help(help)
}

fn missing_glyph(shown: char, around: &str, job: &PrintJob) -> Diagnostic {
    let code = u32::from(shown);
    // Without the language: the same words are printed in several, and it is one character that nothing can draw.
    let message = message!("print-sign-without-font", sign = shown, code = format!("{:04X}", code));
    let (file, text) = &job.source;
    let place = text.find(shown).map_or(0..0, |at| at..at + shown.len_utf8());
    let help = message!("print-sign-without-font-help", around = around);
    Diagnostic::error(Code::FlyerGlyph, message).at(Span::new(file, place)).help(help)
}

/// Characters of a part of a page that are shown as nothing, with the words around them.
fn gather(frame: &Frame, found: &mut BTreeMap<char, String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, found),
            FrameItem::Text(item) => {
                for glyph in item.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let shown = item.text[glyph.range()].chars().next();
                    if let Some(shown) = shown {
                        found.entry(shown).or_insert_with(|| item.text.to_string());
                    }
                }
            }
            _ => {}
        }
    }
}
