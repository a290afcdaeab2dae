//! The bytes of a PDF file to its text; the only user of the library that reads them. A file may unfold to any number of
//! bytes and drawings: whoever asks for more than a large report has gets what was read until then.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Rect};

use super::PdfText;
use super::bounds;
use super::lines::{Sign, TextLines};

/// Bytes that pages may be drawn with; the library keeps those of all pages.
const DRAWN: usize = 128 << 20;

/// Pages that are read: those of a long report; of a book the first half is found by its words.
const PAGES: usize = 400;

/// What all drawings beside letters may cost: lines, pictures, and parts that use other parts. One that lies deep in
/// others costs more, so that parts that use each other without end do end.
const DRAWINGS: usize = 4_000_000;

/// Parts in each other that no program writes: what is deeper is drawn ten times at most.
const DEEP: usize = 20;

/// Letters that are read: those of a long report.
const CHARACTERS: usize = 600_000;

/// Marks a file that only its owner may read.
const LOCKED: &[u8] = b"/Encrypt";

/// Everything that may be read of a file was.
struct Enough;

pub(super) fn text_of(bytes: &[u8]) -> PdfText {
    if !has(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return PdfText::Broken;
    }
    if has(bytes, LOCKED) || bounds::check(bytes).is_err() {
        return PdfText::Closed;
    }
    let mut reader = LetterReader::default();
    // `Enough` comes this way too: only a device can stop the library, and it has no other means.
    let read = panic::catch_unwind(AssertUnwindSafe(|| reader.read(bytes)));
    match read {
        Ok(None) => PdfText::Broken,
        Err(why) if !why.is::<Enough>() => PdfText::Broken,
        _ => PdfText::Text(Arc::from(reader.lines.finish().trim())),
    }
}

fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// Reads the letters of pages, and looks at nothing else.
#[derive(Default)]
struct LetterReader {
    lines: TextLines,
    drawings: usize,
    letters: usize,
    depth: usize,
}

impl LetterReader {
    fn read(&mut self, bytes: &[u8]) -> Option<()> {
        let pdf = Pdf::new(bytes.to_vec()).ok()?;
        let cache = InterpreterCache::new();
        let mut drawn = 0;
        for page in pdf.pages().iter().take(PAGES) {
            drawn += page.page_stream().map_or(0, <[u8]>::len);
            if drawn > DRAWN {
                break;
            }
            let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
            let mut context =
                Context::new(Affine::IDENTITY, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings);
            interpret_page(page, &mut context, self);
            self.lines.end_page();
            self.depth = 0;
        }
        Some(())
    }

    fn count(&mut self) {
        self.drawings += 1 + self.depth * self.depth + if self.depth > DEEP { DRAWINGS / 10 } else { 0 };
        if self.drawings > DRAWINGS {
            panic::resume_unwind(Box::new(Enough));
        }
    }
}

impl Device<'_> for LetterReader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        self.letters += 1;
        if self.letters > CHARACTERS {
            panic::resume_unwind(Box::new(Enough));
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(letters)) => letters,
            None => return,
        };
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        self.lines.add(Sign { text, place: (transform * glyph_transform).as_coeffs(), advance });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {
        self.count();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.depth += 1;
        self.count();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {
        self.count();
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {
        self.count();
    }

    fn pop_clip_path(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    fn pop_transparency_group(&mut self) {}
}
