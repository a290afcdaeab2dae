//! The pictures of a document that a page can have: PNG, JPEG, WebP and drawings. Others are told and left out. Knows nothing
//! of what pictures show; the site looks at each when it is built.

use std::collections::BTreeMap;

use super::archive::PartArchive;
use super::left::LeftOuts;
use super::model::NamedPicture;
use super::{ConvertFault, ConvertRules, ConvertedPicture};
use crate::image::PictureFormat;
use crate::message;

/// Pictures of a document.
const MOST: usize = 500;

/// What is taken so far.
#[derive(Default)]
struct PictureShelf {
    taken: Vec<ConvertedPicture>,
    /// Names by the parts that they were made from: a logo that stands on every page is one file.
    names: BTreeMap<String, Option<String>>,
}

impl PictureShelf {
    fn take(
        &mut self,
        picture: &mut NamedPicture,
        bytes: Option<Vec<u8>>,
        rules: &ConvertRules<'_>,
        left: &mut LeftOuts,
    ) {
        let name = bytes.and_then(|bytes| self.put(bytes, &picture.part, rules.pictures, left));
        self.names.insert(picture.part.clone(), name.clone());
        picture.file = name;
    }

    fn put(&mut self, bytes: Vec<u8>, part: &str, start: &str, left: &mut LeftOuts) -> Option<String> {
        let Some(ending) = ending(&bytes) else {
            let (_, kind) = part.rsplit_once('.').filter(|_| !part.starts_with("data:")).unwrap_or(("", "?"));
            let kind: String = kind.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
            left.add_whole(message!("left-picture-form", kind = kind.to_uppercase()));
            return None;
        };
        if self.taken.len() >= MOST {
            left.add_whole(message!("left-picture-many"));
            return None;
        }
        let name = format!("{start}-{}.{ending}", self.taken.len() + 1);
        self.taken.push(ConvertedPicture { name: name.clone(), bytes });
        Some(name)
    }

    fn finish(self, pictures: &[NamedPicture], left: &mut LeftOuts) -> Vec<ConvertedPicture> {
        let silent = pictures.iter().filter(|it| it.file.is_some() && it.alt.is_empty() && !it.decorative);
        for picture in silent {
            let name = picture.file.as_deref().unwrap_or_default();
            left.add_whole(message!("left-picture-words", name = name));
        }
        self.taken
    }
}

/// Pictures of an archive.
pub(super) fn of_archive(
    pictures: &mut [NamedPicture],
    archive: &mut PartArchive<'_>,
    rules: &ConvertRules<'_>,
    left: &mut LeftOuts,
) -> Result<Vec<ConvertedPicture>, ConvertFault> {
    let mut shelf = PictureShelf::default();
    for picture in pictures.iter_mut() {
        match shelf.names.get(&picture.part) {
            Some(name) => picture.file.clone_from(name),
            None => {
                let bytes = archive.part(&picture.part)?;
                if bytes.is_none() {
                    left.add_whole(message!("left-picture-missing"));
                }
                shelf.take(picture, bytes, rules, left);
            }
        }
    }
    Ok(shelf.finish(pictures, left))
}

/// Pictures of a web page: those in its text, and those in files beside it.
pub(super) fn of_page(
    pictures: &mut [NamedPicture],
    rules: &ConvertRules<'_>,
    left: &mut LeftOuts,
) -> Vec<ConvertedPicture> {
    let mut shelf = PictureShelf::default();
    for picture in pictures.iter_mut() {
        match shelf.names.get(&picture.part) {
            Some(name) => picture.file.clone_from(name),
            None => {
                let bytes = if picture.part.starts_with("data:") {
                    inline_bytes(&picture.part)
                } else {
                    relative(&picture.part).and_then(|path| (rules.beside)(&path))
                };
                if bytes.is_none() {
                    left.add_whole(message!("left-picture-elsewhere"));
                }
                shelf.take(picture, bytes, rules, left);
            }
        }
    }
    shelf.finish(pictures, left)
}

/// The path of a file in the folder of a page or below it.
fn relative(address: &str) -> Option<String> {
    let path = percent_encoding::percent_decode_str(address).decode_utf8().ok()?.into_owned();
    let fine = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains([':', '\\', '\0']);
    path.split('/').all(fine).then_some(path)
}

/// The bytes in an address `data:…;base64,…` (RFC 2397, RFC 4648).
fn inline_bytes(address: &str) -> Option<Vec<u8>> {
    let (head, data) = address.split_once(',')?;
    if !head.ends_with(";base64") {
        return None;
    }
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in data.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0x00ff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from(bits >> count & 0xff).unwrap_or_default());
        }
    }
    Some(out)
}

/// The ending of a picture that a page can have, by its bytes.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    PictureFormat::detect(bytes).map(PictureFormat::ending).or_else(|| is_drawing(bytes).then_some("svg"))
}

fn is_drawing(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    start.trim_start().starts_with('<') && start.contains("<svg")
}
