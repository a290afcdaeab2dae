//! Inputs for readers: sound files and scraps of their format, damaged at random. The same seed and number give the same
//! bytes on every machine. Knows nothing of readers.

/// Bytes of the longest input, as a rule; one in two hundred is sixteen times as long.
const MOST: usize = 4 << 10;

/// A generator of numbers: `SplitMix64`, which every seed may start.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        let mut dice = Self(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        dice.roll();
        dice
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// A number below `end`, or 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).expect("it is below a usize")
    }

    fn one<'t, T: ?Sized>(&mut self, of: &[&'t T]) -> Option<&'t T> {
        of.get(self.below(of.len())).copied()
    }
}

/// What inputs of a format are made of.
pub(crate) struct Material<'m> {
    /// Sound files.
    pub(crate) seeds: &'m [&'m [u8]],
    /// What means something in the format.
    pub(crate) scraps: &'m [&'m str],
    /// What opens something, and what closes it.
    pub(crate) pairs: &'m [(&'m str, &'m str)],
}

/// Makes one input.
pub(crate) fn input(material: &Material<'_>, dice: &mut Dice) -> Vec<u8> {
    let most = if dice.below(200) == 0 { MOST * 16 } else { MOST };
    let mut bytes = match dice.below(8) {
        0 => Vec::new(),
        _ => dice.one(material.seeds).unwrap_or_default().to_vec(),
    };
    for _ in 0..=dice.below(6) {
        damage(&mut bytes, material, dice, most);
        if bytes.len() > most {
            let start = dice.below(bytes.len() - most);
            bytes.drain(..start);
            bytes.truncate(most);
        }
    }
    bytes
}

/// Damages an input once.
fn damage(bytes: &mut Vec<u8>, material: &Material<'_>, dice: &mut Dice, most: usize) {
    const NUMBERS: &[&str] =
        &["0", "-1", "1", "255", "65536", "2147483647", "4294967296", "18446744073709551616", "1e999"];
    let at = dice.below(bytes.len() + 1);
    let end = at + dice.below((bytes.len() - at).min(200) + 1);
    match dice.below(12) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            bytes.drain(at..end);
        }
        2 => bytes.truncate(at),
        3 | 4 => insert(bytes, at, dice.one(material.scraps).unwrap_or_default().as_bytes()),
        5 => {
            let part = dice.one(material.scraps).unwrap_or_default().as_bytes();
            insert(bytes, at, &part.repeat(1 + dice.below(300)));
        }
        6 => {
            let part = bytes[at..end].to_vec();
            insert(bytes, end, &part.repeat(1 + dice.below(most / part.len().max(1))));
        }
        7 => nest(bytes, at, end, material, dice),
        8 => {
            let other = dice.one(material.seeds).unwrap_or_default();
            let from = dice.below(other.len() + 1);
            let to = from + dice.below(other.len() - from + 1);
            insert(bytes, at, &other[from..to]);
        }
        9 => number(bytes, at, dice.one(NUMBERS).unwrap_or_default()),
        10 => {
            let part: Vec<u8> = bytes.drain(at..end).collect();
            let to = dice.below(bytes.len() + 1);
            insert(bytes, to, &part);
        }
        _ => {
            let parts: Vec<&str> = (0..dice.below(40)).filter_map(|_| dice.one(material.scraps)).collect();
            insert(bytes, at, parts.concat().as_bytes());
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    bytes.splice(at..at, part.iter().copied());
}

/// Puts a part into what opens and closes, many times over; now and then what opens is not closed.
fn nest(bytes: &mut Vec<u8>, at: usize, end: usize, material: &Material<'_>, dice: &mut Dice) {
    let Some((open, close)) = material.pairs.get(dice.below(material.pairs.len())) else { return };
    let most = [3, 70, 600][dice.below(3)];
    let times = 1 + dice.below(most);
    if dice.below(4) > 0 {
        insert(bytes, end, close.repeat(times).as_bytes());
    }
    insert(bytes, at, open.repeat(times).as_bytes());
}

/// Puts another number in the place of the first behind a byte.
fn number(bytes: &mut Vec<u8>, at: usize, other: &str) {
    let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) else { return };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.splice(start..start + length, other.bytes());
}
