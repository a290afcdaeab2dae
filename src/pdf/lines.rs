//! Letters with their places to lines of text: a PDF file knows neither spaces nor lines, and places the letters of
//! Arabic as they are seen, from left to right. Knows nothing of files.

/// A letter, or a few that are drawn as one.
pub(super) struct Sign {
    pub(super) text: String,
    /// How a thousandth of its size lies on the page: two directions and the start.
    pub(super) place: [f64; 6],
    /// Thousandths of its size to the next letter, if that is known.
    pub(super) advance: Option<f64>,
}

/// How far another baseline is, in sizes of a letter: more than an index is raised, less than lines are apart.
const LINE: f64 = 0.5;

/// How wide a gap is a space, in sizes of a letter: narrow spaces are a fifth, and letters stand closer.
const SPACE: f64 = 0.18;

/// How near a letter is drawn again to make it bold, in its size.
const TWICE: f64 = 0.05;

/// The width of a letter whose font tells none, in thousandths of its size: about that of a small letter.
const WIDTH: f64 = 500.0;

/// Lines as they are read.
#[derive(Default)]
pub(super) struct TextLines {
    text: String,
    /// The line that is read, and how high it lies.
    line: Vec<Placed>,
    height: f64,
    turn: f64,
}

/// A letter on its line.
struct Placed {
    text: String,
    start: f64,
    end: f64,
    size: f64,
}

/// Which way a letter is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Leftward,
    Rightward,
    /// A space or a sign, which follows its neighbours.
    None,
}

impl TextLines {
    /// Adds a letter.
    pub(super) fn add(&mut self, sign: Sign) {
        let [along_x, along_y, up_x, up_y, x, y] = sign.place;
        let (width, size) = (along_x.hypot(along_y), 1000.0 * up_x.hypot(up_y));
        // Along the line and across it, whichever way the page is turned.
        let along = (x * along_x + y * along_y) / width;
        let (across, turn) = ((y * along_x - x * along_y) / width, along_y.atan2(along_x));
        if ![along, across, size].iter().all(|number| number.is_finite()) {
            return;
        }
        let end = along + sign.advance.unwrap_or(WIDTH) * width;
        if (across - self.height).abs() > LINE * size || (turn - self.turn).abs() > 0.01 {
            self.end_line();
            (self.height, self.turn) = (across, turn);
        }
        // A mark above a letter has no width; where it comes with the letter, that is there already.
        if sign.advance == Some(0.0) && sign.text.contains(char::is_alphanumeric) {
            return;
        }
        self.line.push(Placed { text: sign.text, start: along, end, size });
    }

    /// A page ends with its last line.
    pub(super) fn end_page(&mut self) {
        self.end_line();
        (self.height, self.turn) = (0.0, 0.0);
    }

    /// All lines.
    pub(super) fn finish(mut self) -> String {
        self.end_line();
        self.text
    }

    fn end_line(&mut self) {
        let line = as_read(&spaced(std::mem::take(&mut self.line)));
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some(first) = words.first().and_then(|word| word.chars().next()) else { return };
        let cut = self.text.strip_suffix(['-', '\u{ad}', '\u{2010}']).map(str::len);
        match cut.filter(|cut| first.is_lowercase() && self.text[..*cut].ends_with(char::is_alphabetic)) {
            // A word that was divided is one again.
            Some(cut) => self.text.truncate(cut),
            None if self.text.is_empty() => {}
            None => self.text.push('\n'),
        }
        self.text.push_str(&words.join(" "));
    }
}

/// The letters of a line from left to right, with spaces where there are gaps.
fn spaced(mut line: Vec<Placed>) -> Vec<Placed> {
    line.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut spaced: Vec<Placed> = Vec::with_capacity(line.len());
    for placed in line {
        if let Some(last) = spaced.last() {
            // Some letters are drawn twice, to make them bold.
            if last.text == placed.text && placed.start - last.start < TWICE * placed.size {
                continue;
            }
            if placed.start - last.end > SPACE * placed.size {
                let (start, end, size) = (last.end, placed.start, placed.size);
                spaced.push(Placed { text: " ".to_owned(), start, end, size });
            }
        }
        spaced.push(placed);
    }
    spaced
}

/// The letters of a line in the order in which they are read.
fn as_read(line: &[Placed]) -> String {
    let ways: Vec<Way> = line.iter().map(|placed| way(&placed.text)).collect();
    let of = |wanted: Way| ways.iter().filter(|way| **way == wanted).count();
    let base = if of(Way::Leftward) > of(Way::Rightward) { Way::Leftward } else { Way::Rightward };
    let mut order: Vec<usize> = (0..line.len()).collect();
    if base == Way::Leftward {
        order.reverse();
    }
    // What runs the other way is turned where it stands.
    for (start, end) in runs(&order, &ways, base) {
        order[start..end].reverse();
    }
    order.into_iter().map(|at| line[at].text.as_str()).collect()
}

/// Where letters run against the line, with the signs between them.
fn runs(order: &[usize], ways: &[Way], base: Way) -> Vec<(usize, usize)> {
    let against = |way: Way| way != Way::None && way != base;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, sign) in order.iter().enumerate() {
        let way = ways[*sign];
        if against(way) {
            open = Some((open.map_or(at, |(start, _)| start), at + 1));
        } else if way == base {
            found.extend(open.take());
        }
    }
    found.extend(open);
    found
}

/// How a sign is written; digits run from the left in every script.
fn way(text: &str) -> Way {
    text.chars().map(way_of_letter).find(|way| *way != Way::None).unwrap_or(Way::None)
}

fn way_of_letter(letter: char) -> Way {
    match letter {
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Way::Rightward,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Way::Leftward,
        _ if letter.is_alphanumeric() => Way::Rightward,
        _ => Way::None,
    }
}
