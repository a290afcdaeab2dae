//! Which characters the fonts of a theme have: the table `cmap` of TrueType, OpenType and WOFF2 files (OpenType 1.9,
//! W3C WOFF 2.0). The only user of the library for Brotli. Knows nothing of how letters look.

use brotli_decompressor::brotli_decode;

/// Bytes that the tables of one font may unfold to: more than any font has, and bounded because a small file can unfold to
/// any number.
const LARGEST: u64 = 64 << 20;

/// Code points there are, in words of 64.
const WORDS: usize = 0x11_0000 / 64;

/// A font that style sheets declare, and the characters that it is used for.
#[derive(Clone, Debug)]
pub(super) struct Face {
    /// Its path below `assets/`.
    pub(super) path: String,
    /// From and to, both included; all characters where there are none.
    pub(super) ranges: Vec<(u32, u32)>,
}

/// Characters.
#[derive(Clone)]
pub struct Glyphs(Vec<u64>);

impl std::fmt::Debug for Glyphs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count: u32 = self.0.iter().map(|word| word.count_ones()).sum();
        write!(f, "{count} characters")
    }
}

impl Default for Glyphs {
    fn default() -> Self {
        Self(vec![0; WORDS])
    }
}

impl Glyphs {
    /// Whether a character that has a shape is not among them.
    #[must_use]
    pub fn lacks(&self, c: char) -> bool {
        !self.has(u32::from(c)) && !is_shapeless(c)
    }

    /// Adds a character.
    pub(super) fn insert(&mut self, code: u32) {
        if let Some(word) = self.0.get_mut(code as usize / 64) {
            *word |= 1 << (code % 64);
        }
    }

    /// Adds the characters of a font, as far as style sheets use the font for them. A font that cannot be read counts as
    /// complete, so that one broken file does not report every letter of the site.
    pub(super) fn add(&mut self, face: &Face, font: &[u8]) {
        let own = characters(font);
        let all = [(0, 0x10_FFFF)];
        let ranges = if face.ranges.is_empty() { &all[..] } else { &face.ranges };
        for code in ranges.iter().flat_map(|(from, to)| *from..=*to) {
            if own.as_ref().is_none_or(|own| own.has(code)) {
                self.insert(code);
            }
        }
    }

    fn has(&self, code: u32) -> bool {
        self.0.get(code as usize / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}

/// Characters that change others or stand between them, and are drawn with no font (`Default_Ignorable_Code_Point`).
fn is_shapeless(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The characters of a font; `None` when it cannot be read.
fn characters(font: &[u8]) -> Option<Glyphs> {
    let table = if font.starts_with(b"wOF2") { woff2_table(font)? } else { sfnt_table(font)?.to_vec() };
    let mut found = Glyphs::default();
    for record in 0..usize::from(short(&table, 2)?) {
        let subtable = table.get(long(&table, 4 + record * 8 + 4)? as usize..)?;
        match short(subtable, 0)? {
            4 => segments(subtable, &mut found)?,
            12 => groups(subtable, &mut found)?,
            _ => {}
        }
    }
    Some(found)
}

/// The table of a file that is not compressed.
fn sfnt_table(font: &[u8]) -> Option<&[u8]> {
    let record = (0..usize::from(short(font, 4)?))
        .map(|n| 12 + n * 16)
        .find(|at| font.get(*at..at + 4).is_some_and(|tag| tag == b"cmap"))?;
    let (at, length) = (long(font, record + 8)? as usize, long(font, record + 12)? as usize);
    font.get(at..at + length)
}

/// The table of a compressed file: all tables are one stream, in the order of the directory.
fn woff2_table(font: &[u8]) -> Option<Vec<u8>> {
    let (count, compressed) = (short(font, 12)?, long(font, 20)? as usize);
    let mut at = 48;
    let (mut offset, mut found) = (0_u64, None);
    for _ in 0..count {
        let flags = *font.get(at)?;
        at += 1;
        let (known, version) = (flags & 0x3F, flags >> 6);
        let mut outlines = matches!(known, 10 | 11);
        let mut is_ours = known == 0;
        if known == 63 {
            let tag = font.get(at..at + 4)?;
            (is_ours, outlines) = (tag == b"cmap", tag == b"glyf" || tag == b"loca");
            at += 4;
        }
        let mut length = number(font, &mut at)?;
        // Outlines are rewritten unless their version is 3, all other tables only if it is not 0.
        if if outlines { version != 3 } else { version != 0 } {
            length = number(font, &mut at)?;
        }
        if is_ours {
            found = Some((offset, u64::from(length)));
        }
        offset += u64::from(length);
    }
    let (start, length) = found.filter(|(start, length)| start + length <= LARGEST)?;
    // What comes behind the table is not unpacked.
    let mut unpacked = vec![0; usize::try_from(start + length).ok()?];
    let done = brotli_decode(font.get(at..at + compressed)?, &mut unpacked).decoded_size;
    (done == unpacked.len()).then(|| unpacked.split_off(usize::try_from(start).unwrap_or(done)))
}

/// A number in pieces of seven bits (`UIntBase128`).
fn number(bytes: &[u8], at: &mut usize) -> Option<u32> {
    let mut value = 0_u32;
    for _ in 0..5 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value = value.checked_mul(128)? | u32::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Format 4: segments of the first 65 536 characters.
fn segments(table: &[u8], found: &mut Glyphs) -> Option<()> {
    let double = usize::from(short(table, 6)?);
    for segment in (0..double).step_by(2) {
        let (end, start) = (short(table, 14 + segment)?, short(table, 16 + double + segment)?);
        let delta = short(table, 16 + 2 * double + segment)?;
        let offsets = 16 + 3 * double + segment;
        let offset = usize::from(short(table, offsets)?);
        for code in start..=end {
            let glyph = if offset == 0 {
                code.wrapping_add(delta)
            } else {
                short(table, offsets + offset + 2 * usize::from(code - start)).unwrap_or(0)
            };
            if glyph != 0 && code != 0xFFFF {
                found.insert(u32::from(code));
            }
        }
    }
    Some(())
}

/// Format 12: groups of any characters.
fn groups(table: &[u8], found: &mut Glyphs) -> Option<()> {
    for group in 0..long(table, 12)? as usize {
        let at = 16 + group * 12;
        let (start, end, glyph) = (long(table, at)?, long(table, at + 4)?.min(0x10_FFFF), long(table, at + 8)?);
        (start..=end).filter(|code| glyph.wrapping_add(code - start) != 0).for_each(|code| found.insert(code));
    }
    Some(())
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
