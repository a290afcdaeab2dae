//! Prints: the data of a page and a layout of the theme to a PDF that everybody can read, and a picture of its first
//! page. The only user of Typst. Knows nothing of sites; no text in the data is ever read as code of a layout.

#[cfg(feature = "pdf")]
mod explain;
#[cfg(feature = "pdf")]
mod press;
mod print_cache;
#[cfg(feature = "pdf")]
mod qr;
#[cfg(feature = "pdf")]
mod world;
pub mod zip;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::digestible;

pub use print_cache::PrintCache;

/// What a theme brings for printing.
#[derive(Debug, Default)]
pub struct PrintAssets {
    /// Layouts and what they share, by name, such as `a4-sheet.typ`: the file and its text.
    pub templates: BTreeMap<String, (Arc<str>, Arc<str>)>,
    /// Fonts (TrueType or OpenType).
    pub fonts: Vec<Arc<[u8]>>,
    /// Where fonts have to lie in the site, for messages.
    pub fonts_folder: Arc<str>,
}

/// One thing to print.
#[derive(Debug)]
pub struct PrintJob {
    /// The layout: a template without its ending.
    pub layout: Arc<str>,
    /// What the layout is given as `/data.json`.
    pub data: String,
    /// Pictures that the data name, by those names.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// The file that the text comes from, and what stands in it, for messages.
    pub source: (Arc<str>, Arc<str>),
    /// The language, for messages.
    pub lang: String,
    /// What is made of it.
    pub output: OutputKind,
}

/// What is made of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputKind {
    /// A PDF.
    Pdf,
    /// A PDF, and a picture of its first page (WebP) of so many pixels across.
    PdfWithPicture(u32),
    /// Nothing but a picture of its only page (PNG, which every program shows) of so many pixels across.
    Picture(u32),
}

digestible!(
    enum OutputKind {
        Pdf,
        PdfWithPicture(width),
        Picture(width),
    }
);

/// A thing that was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// The PDF; empty where only a picture was ordered.
    pub pdf: Arc<[u8]>,
    /// Its pages.
    pub pages: usize,
    /// A picture of the first page.
    pub picture: Option<PrintPicture>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintPicture {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Pixels across.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// A print, or what keeps it from being made.
pub type PrintResult = Result<Print, Vec<Diagnostic>>;

/// Prints everything, in the order of the jobs.
#[cfg(feature = "pdf")]
#[must_use]
pub fn print(assets: &PrintAssets, jobs: &[&PrintJob]) -> Vec<PrintResult> {
    press::print(assets, jobs)
}

/// Without the feature `pdf` nothing is ordered.
#[cfg(not(feature = "pdf"))]
#[must_use]
pub fn print(_: &PrintAssets, jobs: &[&PrintJob]) -> Vec<PrintResult> {
    jobs.iter().map(|_| Err(Vec::new())).collect()
}

/// An address as a picture that a telephone reads, as SVG; nothing where it is too long for one.
#[cfg(feature = "pdf")]
#[must_use]
pub fn qr(text: &str) -> Option<String> {
    qr::svg(text)
}

/// Without the feature `pdf` nothing is printed that needs it.
#[cfg(not(feature = "pdf"))]
#[must_use]
pub fn qr(_: &str) -> Option<String> {
    None
}

/// The SHA-256 of a file, by which readers compare what they have with what they should have.
#[cfg(feature = "pdf")]
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Without the feature `pdf` there is no file to compare.
#[cfg(not(feature = "pdf"))]
#[must_use]
pub fn sha256(_: &[u8]) -> String {
    String::new()
}
