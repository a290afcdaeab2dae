//! Pictures of a site: read, refused where they are broken or tell where somebody was, and made anew in a few sizes.
//! No file of an author is published as it is, so that nothing it holds beside the picture gets out.
//! Knows nothing of pages and addresses.

#[cfg(feature = "images")]
mod codec;
#[cfg(not(feature = "images"))]
#[path = "without.rs"]
mod codec;
mod drawing;
pub mod metadata;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::cache::ArtifactCache;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::message;
use crate::source::{Hash, Source, Sources};

/// Widths in which pictures are published: a telephone, a column of text, and that column on a screen of two pixels for
/// one. No picture is wider than the last; one that is smaller is published in its own width too.
const WIDTHS: [u32; 3] = [480, 960, 1440];

/// Changes when the same file would give other bytes; the names of published files change with it.
const RECIPE: u32 = 1;

/// The same for drawings.
const DRAWING_RECIPE: u32 = 2;

/// Pixels of the largest picture: those of good cameras, and no more, because a small file can unfold to any number.
const MOST_PIXELS: u64 = 50_000_000;

/// Pixels of the longest side: WebP holds 16 383.
const LONGEST: u32 = 16_000;

/// Pictures of other formats; they are not published, because nobody takes out what they hold beside the picture.
const OTHER: &[&str] = &["avif", "bmp", "gif", "heic", "heif", "ico", "jp2", "jxl", "svgz", "tif", "tiff"];

/// Hexadecimal digits of a digest in a name: short enough for an address, and long enough that no two pictures of a site
/// share one.
const DIGITS: usize = 10;

/// How a picture is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// For photographs.
    Jpeg,
    /// For what has sharp edges, or can be seen through.
    Png,
    /// Smaller than both.
    WebP,
}

/// One of the files of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureVariant {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// How it is stored.
    pub format: PictureFormat,
}

/// A picture that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Names what is published of it.
    pub digest: Arc<str>,
    /// Pixels as it is shown; zero for a drawing that says no size.
    pub width: u32,
    /// The same.
    pub height: u32,
    /// The format beside WebP, which every browser shows; `None` for a drawing.
    pub fallback: Option<PictureFormat>,
}

/// The pictures of a site by their files.
pub type Pictures = BTreeMap<Arc<str>, Picture>;

impl PictureFormat {
    /// The format of a file by its first bytes.
    #[must_use]
    pub fn detect(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }

    /// The format that the name of a file promises.
    #[must_use]
    pub fn named(path: &str) -> Option<Self> {
        match ending(path).as_str() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            _ => None,
        }
    }

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        }
    }
}

/// Whether files with this ending, in small letters, are pictures, also those that cannot be published.
#[must_use]
pub fn is_picture_ending(ending: &str) -> bool {
    matches!(ending, "jpg" | "jpeg" | "png" | "webp" | "svg") || OTHER.contains(&ending)
}

fn ending(path: &str) -> String {
    path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending).to_ascii_lowercase()
}

impl Picture {
    /// All files of it, the smallest first, those of one format after those of the other; none of a drawing.
    #[must_use]
    pub fn variants(&self) -> Vec<PictureVariant> {
        let Some(fallback) = self.fallback else { return Vec::new() };
        let mut widths: Vec<u32> = WIDTHS.iter().copied().filter(|width| *width < self.width).collect();
        if self.width <= WIDTHS[WIDTHS.len() - 1] {
            widths.push(self.width);
        }
        let all = |format| widths.iter().map(move |width| self.variant_at(*width, format));
        all(PictureFormat::WebP).chain(all(fallback)).collect()
    }

    /// The file for whoever wants one and no choice; `None` for a drawing.
    #[must_use]
    pub fn largest(&self) -> Option<PictureVariant> {
        self.variants().pop()
    }

    fn variant_at(&self, width: u32, format: PictureFormat) -> PictureVariant {
        PictureVariant { width, height: self.height_at(width), format }
    }

    fn height_at(&self, width: u32) -> u32 {
        let height = (u64::from(self.height) * u64::from(width) + u64::from(self.width) / 2) / u64::from(self.width);
        u32::try_from(height).unwrap_or(LONGEST).max(1)
    }

    /// What the cache keeps of it.
    fn print(&self) -> String {
        format!("{} {} {}", self.width, self.height, self.fallback.map_or("svg", PictureFormat::ending))
    }

    fn parse(digest: &Arc<str>, text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let fallback = match words.next()? {
            "jpg" => Some(PictureFormat::Jpeg),
            "png" => Some(PictureFormat::Png),
            "svg" => None,
            _ => return None,
        };
        Some(Self { digest: Arc::clone(digest), width, height, fallback })
    }
}

/// Makes pictures, each once, a few at a time, and keeps what it made.
#[derive(Debug)]
pub struct ImageProcessor {
    cache: ArtifactCache,
    /// A picture is made by whoever holds its lock, so that two who ask for it make it once. There are as few locks as
    /// large pictures fit into memory at a time: each takes up to 200 MB of pixels.
    locks: [Mutex<()>; 2],
}

impl ImageProcessor {
    /// One for a site; what it makes is kept in the cache of the site.
    #[must_use]
    pub fn new(sources: &Sources) -> Self {
        Self { cache: ArtifactCache::new(sources.root(), "images"), locks: Default::default() }
    }

    /// Reads what all pictures among some files are, and says which cannot be published.
    pub fn probe<'s>(
        &self,
        sources: &Sources,
        files: impl IntoIterator<Item = &'s Source>,
        diagnostics: &mut Diagnostics,
    ) -> Pictures {
        let is_picture = |path: &str| PictureFormat::named(path).is_some() || ending(path) == "svg";
        let other = |path: &str| OTHER.contains(&ending(path).as_str());
        let files: Vec<&Source> =
            files.into_iter().filter(|file| is_picture(&file.path) || other(&file.path)).collect();
        let probed: Vec<_> = files.par_iter().map(|file| (&file.path, self.probe_one(sources, file))).collect();
        let mut pictures = Pictures::new();
        for (path, result) in probed {
            match result {
                Ok(picture) => {
                    pictures.insert(Arc::clone(path), picture);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        pictures
    }

    /// What one picture is; its file is read only where that is not known yet.
    fn probe_one(&self, sources: &Sources, file: &Source) -> Result<Picture, Box<Diagnostic>> {
        // The name decides how a file is read, so that the same bytes under another name are read anew.
        let ending = ending(&file.path);
        let recipe = if ending == "svg" { DRAWING_RECIPE } else { RECIPE };
        let named = Hash::of(format!("{recipe} {} {ending}", file.hash).as_bytes()).to_string();
        let digest: Arc<str> = Arc::from(&named[..DIGITS]);
        let note = format!("{named}.head");
        let known = self.cache.get(&note).and_then(|text| Picture::parse(&digest, str::from_utf8(&text).ok()?));
        if let Some(known) = known {
            return Ok(known);
        }
        let bytes = sources.bytes(&file.path)?;
        let picture = read_picture(&file.path, &bytes, digest)?;
        self.cache.put(&note, &Arc::from(picture.print().into_bytes()));
        Ok(picture)
    }

    /// The bytes of one file of a picture.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read after all.
    pub fn variant(
        &self,
        sources: &Sources,
        path: &Arc<str>,
        picture: &Picture,
        variant: PictureVariant,
    ) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let source = sources.get(path).map(|source| source.hash).unwrap_or_default();
        let name = |variant: PictureVariant| {
            format!("{}-{source}-{}.{}", picture.digest, variant.width, variant.format.ending())
        };
        let wanted = name(variant);
        if let Some(bytes) = self.cache.get(&wanted) {
            return Ok(bytes);
        }
        // Two pictures may share a lock; then one waits for the other, which costs time and nothing else.
        let lock = &self.locks[usize::from(source.0[0]) % self.locks.len()];
        // The lock guards no value, so a thread that panicked with it has broken nothing.
        let _held = lock.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever held the lock before may have made this very picture.
        if let Some(bytes) = self.cache.get(&wanted) {
            return Ok(bytes);
        }
        let bytes = sources.bytes(path)?;
        let made = make(&bytes, picture).map_err(|why| invalid(path, why))?;
        let mut found = None;
        for (one, bytes) in made {
            let bytes: Arc<[u8]> = Arc::from(bytes);
            self.cache.put(&name(one), &bytes);
            if one == variant {
                found = Some(bytes);
            }
        }
        found.ok_or_else(|| invalid(path, message!("picture-no-such-size")))
    }

    /// The text of a drawing as it is published.
    ///
    /// # Errors
    /// A diagnostic when the file cannot be read after all.
    pub fn drawing(&self, sources: &Sources, path: &Arc<str>) -> Result<Arc<[u8]>, Box<Diagnostic>> {
        let text = sources.text(path)?;
        let drawing = drawing::read_drawing(&text).map_err(|why| invalid(path, why))?;
        Ok(Arc::from(drawing.text.into_bytes()))
    }

    /// Forgets pictures that are not among these.
    pub fn keep(&self, pictures: &Pictures) {
        let digests: Vec<&str> = pictures.values().map(|picture| &*picture.digest).collect();
        self.cache.keep(|name| name.get(..DIGITS).is_some_and(|digest| digests.contains(&digest)));
    }
}

/// All files of a picture. Small ones are made from the largest: that looks the same and saves most of the time.
fn make(bytes: &[u8], picture: &Picture) -> Result<Vec<(PictureVariant, Vec<u8>)>, Message> {
    let format = PictureFormat::detect(bytes).ok_or_else(|| message!("picture-none"))?;
    let variants = picture.variants();
    let largest = variants.last().ok_or_else(|| message!("picture-no-size"))?;
    // The pixels of the original are many and not needed after this line.
    let largest = codec::decode(bytes, format, metadata::orientation(bytes))?.resized(*largest);
    let mut made = Vec::with_capacity(variants.len());
    for variant in variants {
        made.push((variant, largest.resized(variant).encode(variant.format)?));
    }
    Ok(made)
}

/// What a file is, or why it cannot be published.
fn read_picture(path: &Arc<str>, bytes: &[u8], digest: Arc<str>) -> Result<Picture, Box<Diagnostic>> {
    let Some(named) = PictureFormat::named(path) else { return read_drawing(path, bytes, digest) };
    let Some(format) = PictureFormat::detect(bytes) else {
        return Err(invalid(path, message!("picture-is-not", kind = named.name())));
    };
    if format != named {
        let why = message!("picture-other-kind", kind = format.name(), named = named.name());
        return Err(Box::new(invalid(path, why).help(message!("picture-other-kind-help", ending = format.ending()))));
    }
    if metadata::tells_place(bytes) {
        let help = message!("picture-tells-place-help");
        let message = message!("picture-tells-place");
        return Err(Box::new(Diagnostic::error(Code::ImageLocation, message).at(Span::start_of(path)).help(help)));
    }
    if metadata::is_cut_off(bytes) {
        return Err(Box::new(invalid(path, message!("picture-cut-off")).help(message!("copy-again-help"))));
    }
    let header = codec::header(bytes, format).map_err(|why| invalid(path, why))?;
    let (width, height) = (header.width, header.height);
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > LONGEST || width.min(height) == 0 {
        let why = message!("picture-too-large", width = width, height = height, most = LONGEST);
        return Err(Box::new(invalid(path, why).help(message!("picture-too-large-help"))));
    }
    // From 5 on it lies on its side.
    let turned = metadata::orientation(bytes) > 4;
    let (width, height) = if turned { (height, width) } else { (width, height) };
    let fallback = match format {
        PictureFormat::WebP if header.alpha => PictureFormat::Png,
        PictureFormat::WebP => PictureFormat::Jpeg,
        other => other,
    };
    Ok(Picture { digest, width, height, fallback: Some(fallback) })
}

/// Whether a drawing that is published as it is holds nothing but what draws.
///
/// # Errors
/// What it holds beside that: "it holds `<script>`".
pub fn check_drawing(text: &str) -> Result<(), Message> {
    drawing::read_drawing(text.strip_prefix('\u{FEFF}').unwrap_or(text)).map(|_| ())
}

fn read_drawing(path: &Arc<str>, bytes: &[u8], digest: Arc<str>) -> Result<Picture, Box<Diagnostic>> {
    if ending(path) != "svg" {
        let why = message!("picture-ending-unpublished", ending = ending(path));
        return Err(Box::new(invalid(path, why).help(message!("picture-ending-unpublished-help"))));
    }
    let text = str::from_utf8(bytes).map_err(|_| invalid(path, message!("not-utf8")))?;
    let drawing =
        drawing::read_drawing(text.strip_prefix('\u{FEFF}').unwrap_or(text)).map_err(|why| invalid(path, why))?;
    let (width, height) = drawing.size;
    Ok(Picture { digest, width, height, fallback: None })
}

fn invalid(path: &Arc<str>, why: Message) -> Box<Diagnostic> {
    let message = message!("picture-unpublishable", why = why);
    Box::new(Diagnostic::error(Code::ImageInvalid, message).at(Span::start_of(path)))
}
