//! The objects of a PDF file, read in one pass and without going deeper with them: how deep they nest, what they refer to
//! where the library follows references by calling itself, and how their bytes are folded. Knows nothing of pages.

/// Brackets in each other: files of any program have a dozen.
pub(super) const DEEPEST: usize = 100;

/// What is known of one object.
#[derive(Debug, Default)]
pub(super) struct ObjectFacts {
    /// Numbers of objects that it leads to: through `Kids`, `Functions` and `Alternate`, in a colour space, or as an array.
    pub(super) leads_to: Vec<u32>,
    /// Objects without a number of their own that stand in such a place.
    pub(super) parts: u64,
    /// How deep such places stand in each other.
    pub(super) levels: u64,
    /// Names of its filters, or `None` where they stand somewhere else.
    pub(super) filters: Option<Vec<Vec<u8>>>,
    /// Whether its filters have settings.
    pub(super) settings: bool,
    /// `First` and `N`: it is a stream that holds objects.
    pub(super) holds: Option<(usize, usize)>,
    /// Whether its length, or what it holds, is told in another object.
    pub(super) told_apart: bool,
    /// Whether it says that it is a picture.
    pub(super) picture: bool,
    /// Whether it says that it is a part that others draw.
    pub(super) form: bool,
    /// Numbers of the streams that draw it, if it is a page.
    pub(super) contents: Vec<u32>,
    /// Bytes that it unfolds to, if it is a stream; found later.
    pub(super) size: usize,
    /// Where it ends.
    pub(super) end: usize,
}

/// Brackets stand too deep in each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooDeep;

/// A bracket that is open.
struct OpenComposite {
    dictionary: bool,
    /// What the library follows: the value of such a key, or a colour space.
    followed: bool,
    /// The key whose value comes next; `None` where a key does.
    key: Option<Vec<u8>>,
    /// Items so far.
    items: usize,
}

struct ObjectScan<'t> {
    text: &'t [u8],
    at: usize,
    open: Vec<OpenComposite>,
    /// Numbers before here, which may be those of a reference.
    numbers: [Option<u32>; 2],
    facts: ObjectFacts,
    first: Option<usize>,
    count: Option<usize>,
}

/// Reads the object that starts at a byte, and no further than `window` bytes. What the library gives up on ends here
/// too, or later.
pub(super) fn read(text: &[u8], at: usize, window: usize) -> Result<ObjectFacts, TooDeep> {
    let text = &text[..text.len().min(at.saturating_add(window))];
    let facts = ObjectFacts { filters: Some(Vec::new()), ..ObjectFacts::default() };
    let mut scan = ObjectScan { text, at, open: Vec::new(), numbers: [None; 2], facts, first: None, count: None };
    while scan.step() {
        if scan.open.len() > DEEPEST {
            return Err(TooDeep);
        }
        if scan.open.is_empty() {
            break;
        }
    }
    scan.facts.end = scan.at.min(text.len());
    scan.facts.holds = scan.first.zip(scan.count);
    Ok(scan.facts)
}

/// Bytes of white space and comments.
pub(super) fn blank(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            b'%' => at += text[at..].iter().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count(),
            0 | b'\t' | b'\n' | 0xc | b'\r' | b' ' => at += 1,
            _ => break,
        }
    }
    at
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 0xc | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

impl ObjectScan<'_> {
    /// Reads one token; `false` at the end, or where no object goes on.
    fn step(&mut self) -> bool {
        self.at += blank(&self.text[self.at..]);
        let rest = &self.text[self.at..];
        match rest {
            [b'<', b'<', ..] => self.bracket(true, 2),
            [b'>', b'>', ..] => return self.close(true, 2),
            [b'[', ..] => self.bracket(false, 1),
            [b']', ..] => return self.close(false, 1),
            [b'(', ..] => self.literal(),
            [b'<', ..] => {
                self.at += rest.iter().position(|byte| *byte == b'>').map_or(rest.len(), |end| end + 1);
                self.item();
            }
            [b'/', ..] => self.name(),
            [byte, ..] if is_regular(*byte) => self.word(),
            _ => return false,
        }
        true
    }

    /// Counts an item of the innermost bracket, and steps from a key to its value or from that to the next key.
    fn item(&mut self) {
        self.numbers = [None; 2];
        if let Some(open) = self.open.last_mut() {
            open.items += 1;
            if open.dictionary {
                open.key = None;
            }
        }
    }

    fn key_is(&self, names: &[&[u8]]) -> bool {
        self.open.last().and_then(|open| open.key.as_deref()).is_some_and(|key| names.contains(&key))
    }

    fn bracket(&mut self, dictionary: bool, length: usize) {
        // An array by itself may be the value of such a key in another object.
        let inherits = !dictionary && self.open.last().is_none_or(|open| !open.dictionary && open.followed);
        let followed = inherits || self.key_is(&[b"Kids", b"Functions", b"Alternate"]);
        if dictionary && self.open.last().is_some_and(|open| open.followed && !open.dictionary) {
            self.facts.parts += 1;
        }
        self.settings();
        // The names of several filters, and the parts of a page, are items of an array under the key itself.
        let listed: &[&[u8]] = &[b"Filter", b"F", b"Contents"];
        let key = listed.iter().find(|name| self.open.len() == 1 && self.key_is(&[name])).map(|name| name.to_vec());
        self.item();
        self.open.push(OpenComposite { dictionary, followed, key: key.filter(|_| !dictionary), items: 0 });
        let levels = self.open.iter().filter(|open| open.followed).count() as u64;
        self.facts.levels = self.facts.levels.max(levels);
        self.at += length;
    }

    fn settings(&mut self) {
        if self.open.len() == 1 && self.key_is(&[b"DecodeParms", b"DP"]) {
            self.facts.settings = true;
        }
    }

    fn close(&mut self, dictionary: bool, length: usize) -> bool {
        let fits = self.open.last().is_some_and(|open| open.dictionary == dictionary);
        if fits {
            self.open.pop();
            self.at += length;
            self.numbers = [None; 2];
        }
        fits
    }

    /// A text in brackets, which may hold others.
    fn literal(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        self.at = self.at.min(self.text.len());
        self.item();
    }

    fn name(&mut self) {
        let raw = &self.text[self.at + 1..];
        let raw = &raw[..raw.iter().take_while(|byte| is_regular(**byte)).count()];
        self.at += 1 + raw.len();
        let name = unescaped(raw);
        self.numbers = [None; 2];
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else { return };
        if open.dictionary && open.key.is_none() {
            open.key = Some(name);
            return;
        }
        let is_key = |names: &[&[u8]]| open.key.as_deref().is_some_and(|key| names.contains(&key));
        if depth == 1 && is_key(&[b"Subtype"]) {
            self.facts.picture |= name == b"Image";
            self.facts.form |= name == b"Form";
        }
        if is_key(&[b"Filter", b"F"]) && depth <= 2 {
            if let Some(filters) = &mut self.facts.filters {
                filters.push(name);
            }
        } else if !open.dictionary && open.items == 0 {
            // An array that starts with a name may be a colour space, which leads to others.
            open.followed = true;
        }
        open.items += 1;
        if open.dictionary {
            open.key = None;
        }
    }

    fn word(&mut self) {
        let rest = &self.text[self.at..];
        let word = &rest[..rest.iter().take_while(|byte| is_regular(**byte)).count()];
        self.at += word.len();
        if word == b"R"
            && let [Some(number), Some(_)] = self.numbers
        {
            return self.reference(number);
        }
        let number = str::from_utf8(word).ok().and_then(|word| word.parse::<u32>().ok());
        if number.is_none() {
            return self.item();
        }
        let value = number.map(|number| number as usize);
        if self.open.len() == 1 && self.numbers == [None; 2] {
            match self.open.last().and_then(|open| open.key.as_deref()) {
                Some(b"First") => self.first = value,
                Some(b"N") => self.count = value,
                _ => {}
            }
        }
        // The key stays until it is known whether this is a number or a reference; the next key replaces it.
        let next = &self.text[self.at + blank(&self.text[self.at..])..];
        let goes_on = next.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'R');
        let numbers = [self.numbers[1], number];
        if !goes_on {
            self.item();
        }
        self.numbers = numbers;
    }

    fn reference(&mut self, number: u32) {
        self.settings();
        if self.open.len() <= 2 && self.key_is(&[b"Filter", b"F"]) {
            self.facts.filters = None;
        }
        if self.open.len() <= 2 && self.key_is(&[b"Contents"]) {
            self.facts.contents.push(number);
        }
        if self.open.len() == 1 && self.key_is(&[b"Length", b"First", b"N"]) {
            self.facts.told_apart = true;
        }
        let in_array = self.open.last().is_some_and(|open| open.followed && !open.dictionary);
        if in_array || self.key_is(&[b"Kids", b"Functions", b"Alternate"]) {
            self.facts.leads_to.push(number);
        }
        self.item();
    }
}

/// A name without its `#` escapes.
fn unescaped(raw: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let hex = raw.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(str::from_utf8(hex).ok()?, 16).ok());
        match hex.filter(|_| *byte == b'#') {
            Some(byte) => {
                name.push(byte);
                at += 3;
            }
            None => {
                name.push(*byte);
                at += 1;
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> ObjectFacts {
        read(text.as_bytes(), 0, usize::MAX).expect("it is not deep")
    }

    #[test]
    fn what_the_library_follows_is_found() {
        let of = |text| facts(text).leads_to;
        assert_eq!(of("<</Type/Pages/Parent 1 0 R/K#69ds[3 0 R 4 0 R]/Resources 5 0 R/Count 2>>"), [3, 4]);
        assert_eq!(of("<</Kids 3 0 R/X 4 0 R>>"), [3]);
        assert_eq!(of("[3 0 R 4 0 R]"), [3, 4]);
        assert_eq!(of("<</CS[/Indexed 3 0 R 255 4 0 R]/D[3 0 R /XYZ 0]>>"), [3, 4]);
        assert_eq!(of("<</Functions [<</Functions[7 0 R]>> 8 0 R]/N 1/Alternate 9 0 R>>"), [7, 8, 9]);
        assert_eq!(of("<</A(/Kids[3 0 R])/B<414243>/Kids%[3 0 R]\n[4 0 R]>>"), [4]);
        let nested = facts("<</Kids[<</Kids[<<>><<>>]>>]>>");
        assert_eq!((nested.parts, nested.levels), (3, 2));
    }

    #[test]
    fn how_bytes_are_folded_is_found() {
        let facts = facts("<</Filter[/ASCII85Decode/FlateDecode]/First 20/N 3/Length 7 0 R>> stream");
        assert_eq!(facts.filters.as_deref(), Some(&[b"ASCII85Decode".to_vec(), b"FlateDecode".to_vec()][..]));
        assert_eq!((facts.holds, facts.told_apart, facts.settings), (Some((20, 3)), true, false));
        assert_eq!(self::facts("<</Contents[3 0 R 4 0 R]/Kids[<</Contents 5 0 R>>]>>").contents, [3, 4]);
        assert!(self::facts("<</Subtype/Image/Filter/DCTDecode>>").picture);
    }

    #[test]
    fn brackets_are_counted() {
        for part in ["[", "<</A", "[<</A[1]/B"] {
            assert_eq!(read(part.repeat(100_000).as_bytes(), 0, usize::MAX).err(), Some(TooDeep), "{part}");
        }
        assert!(facts(&"[ ] ".repeat(1000)).end < 10);
    }
}
