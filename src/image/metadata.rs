//! What an image file holds beside the picture: places, cameras, names, small copies of what was cut away.
//! Walks over the parts of the three formats (JPEG: ITU T.81 B.1; PNG 3rd edition; WebP container specification).
//! Knows nothing of pixels.

use super::PictureFormat;
use crate::diagnostic::Message;
use crate::message;

/// A part of a file that is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
enum MetadataPart<'b> {
    /// What the camera noted, as TIFF.
    Exif(&'b [u8]),
    /// Anything else, by its name.
    Other(Message),
}

/// Names of what a file holds beside the picture, each once.
#[must_use]
pub fn found(bytes: &[u8]) -> Vec<Message> {
    let mut names = Vec::new();
    for part in parts(bytes) {
        let name = match part {
            MetadataPart::Exif(_) => Message::verbatim("EXIF"),
            MetadataPart::Other(name) => name,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether a file says where the picture was taken: in EXIF, or as text, as XMP does.
#[must_use]
pub fn tells_place(bytes: &[u8]) -> bool {
    let exif = parts(bytes).into_iter().any(|part| matches!(part, MetadataPart::Exif(exif) if has_place(exif)));
    exif || bytes.windows(LATITUDE.len()).any(|window| window == LATITUDE)
}

/// The name of a latitude in XMP.
const LATITUDE: &[u8] = b"GPSLatitude";

/// How a picture is to be turned, 1 to 8 (TIFF 6.0, `Orientation`).
#[must_use]
pub(super) fn orientation(bytes: &[u8]) -> u8 {
    let exif = parts(bytes).into_iter().find_map(|part| match part {
        MetadataPart::Exif(exif) => Some(exif),
        MetadataPart::Other(_) => None,
    });
    let value = exif.and_then(|exif| Tiff::new(exif)?.entry(Tiff::new(exif)?.first()?, 0x0112));
    value.and_then(|value| u8::try_from(value >> 16).ok()).filter(|value| (1..=8).contains(value)).unwrap_or(1)
}

/// Whether the end of a file is missing. Decoders fill what they do not find with grey.
#[must_use]
pub(super) fn is_cut_off(bytes: &[u8]) -> bool {
    match PictureFormat::detect(bytes) {
        Some(PictureFormat::Jpeg) => !jpeg(bytes).1,
        Some(PictureFormat::Png) => !png(bytes).1,
        _ => false,
    }
}

fn parts(bytes: &[u8]) -> Vec<MetadataPart<'_>> {
    match PictureFormat::detect(bytes) {
        Some(PictureFormat::Jpeg) => jpeg(bytes).0,
        Some(PictureFormat::Png) => png(bytes).0,
        Some(PictureFormat::WebP) => webp(bytes),
        None => Vec::new(),
    }
}

/// The parts, and whether the file has its end.
fn jpeg(bytes: &[u8]) -> (Vec<MetadataPart<'_>>, bool) {
    let mut found = Vec::new();
    let mut at = 2;
    while let Some([0xFF, marker]) = bytes.get(at..at + 2) {
        match marker {
            0xFF => at += 1,
            0xD9 => {
                if bytes.len() > at + 2 {
                    found.push(MetadataPart::Other(message!("metadata-behind")));
                }
                return (found, true);
            }
            0x01 | 0xD0..=0xD8 => at += 2,
            _ => {
                let Some(length) = bytes.get(at + 2..at + 4).map(|two| usize::from(two[0]) << 8 | usize::from(two[1]))
                else {
                    break;
                };
                let data = bytes.get(at + 4..at + 2 + length).unwrap_or_default();
                found.extend(jpeg_part(*marker, data));
                at += 2 + length;
                if *marker == 0xDA {
                    at = end_of_scan(bytes, at);
                }
            }
        }
    }
    (found, false)
}

fn jpeg_part(marker: u8, data: &[u8]) -> Option<MetadataPart<'_>> {
    let starts = |name: &[u8]| data.starts_with(name);
    match marker {
        0xE0 if starts(b"JFIF\0") => None,
        // How the colours are stored; without it a picture of four colours is drawn wrongly.
        0xEE if starts(b"Adobe") => None,
        0xE1 if starts(b"Exif\0\0") => data.get(6..).map(MetadataPart::Exif),
        0xE1 => Some(MetadataPart::Other(Message::verbatim("XMP"))),
        0xE2 if starts(b"ICC_PROFILE\0") => Some(MetadataPart::Other(message!("metadata-colours"))),
        0xED => Some(MetadataPart::Other(Message::verbatim("IPTC"))),
        0xE0..=0xEF => Some(MetadataPart::Other(message!("metadata-program"))),
        0xFE => Some(MetadataPart::Other(message!("metadata-comment"))),
        _ => None,
    }
}

/// Where the marker stands that ends a scan.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let ends = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7);
    rest.windows(2).position(ends).map_or(bytes.len(), |at| from + at)
}

/// The parts, and whether the file has its end.
fn png(bytes: &[u8]) -> (Vec<MetadataPart<'_>>, bool) {
    let mut found = Vec::new();
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let data = bytes.get(at + 8..at + 8 + length).unwrap_or_default();
        found.extend(match &head[4..] {
            b"eXIf" => Some(MetadataPart::Exif(data)),
            b"tEXt" | b"zTXt" | b"iTXt" => Some(MetadataPart::Other(message!("metadata-text"))),
            b"tIME" => Some(MetadataPart::Other(message!("metadata-time"))),
            b"iCCP" => Some(MetadataPart::Other(message!("metadata-colours"))),
            _ => None,
        });
        at += length + 12;
        if &head[4..] == b"IEND" {
            found.extend((bytes.len() > at).then_some(MetadataPart::Other(message!("metadata-behind"))));
            return (found, true);
        }
    }
    (found, false)
}

fn webp(bytes: &[u8]) -> Vec<MetadataPart<'_>> {
    let mut found = Vec::new();
    let mut at = 12;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let data = bytes.get(at + 8..at + 8 + length).unwrap_or_default();
        found.extend(match &head[..4] {
            b"EXIF" => Some(MetadataPart::Exif(data.strip_prefix(b"Exif\0\0").unwrap_or(data))),
            b"XMP " => Some(MetadataPart::Other(Message::verbatim("XMP"))),
            b"ICCP" => Some(MetadataPart::Other(message!("metadata-colours"))),
            _ => None,
        });
        at += 8 + length + length % 2;
    }
    found
}

/// Whether EXIF has a latitude: tag 2 of the part that tag 0x8825 leads to (EXIF 3.0, section 4.6.7).
fn has_place(exif: &[u8]) -> bool {
    latitude(exif).is_some()
}

fn latitude(exif: &[u8]) -> Option<u32> {
    let tiff = Tiff::new(exif)?;
    let at = tiff.entry(tiff.first()?, 0x8825)?;
    tiff.entry(at as usize, 0x0002)
}

/// Numbers of a TIFF file, in its order of bytes.
struct Tiff<'b> {
    bytes: &'b [u8],
    big: bool,
}

impl<'b> Tiff<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => Some(Self { bytes, big: false }),
            [b'M', b'M', 0, 42] => Some(Self { bytes, big: true }),
            _ => None,
        }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let two: [u8; 2] = self.bytes.get(at..at + 2)?.try_into().ok()?;
        Some(if self.big { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let four: [u8; 4] = self.bytes.get(at..at + 4)?.try_into().ok()?;
        Some(if self.big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    }

    /// Where the first list of entries stands.
    fn first(&self) -> Option<usize> {
        self.long(4).map(|at| at as usize)
    }

    /// The value of an entry of the list at a place. That of a short one stands in the upper half.
    fn entry(&self, list: usize, tag: u16) -> Option<u32> {
        let count = usize::from(self.short(list)?);
        let at = (0..count).map(|n| list + 2 + n * 12).find(|at| self.short(*at) == Some(tag))?;
        let short = self.short(at + 2)? == 3;
        if short { self.short(at + 8).map(|value| u32::from(value) << 16) } else { self.long(at + 8) }
    }
}
