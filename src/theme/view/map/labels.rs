//! Where the names of places stand on a map: none covers another or a place. Knows nothing of places and of languages; how
//! wide a text is drawn is a guess on the safe side, because the font is not known here.

use serde::Serialize;

/// The height of a line, in units of the drawing: that of letters of 38 units.
pub(super) const LINE: f64 = 48.0;
/// The radius of a place.
const DOT: f64 = 20.0;
/// Free room between a place and its name.
const GAP: f64 = 8.0;
/// How far names may stand beyond the land.
const OVER: f64 = 300.0;
/// How far from its place a name may stand, with a line to it.
const AWAY: [f64; 4] = [0.0, 70.0, 130.0, 200.0];

/// A place with its name.
#[derive(Debug)]
pub(super) struct NamedPlace {
    /// Where it stands.
    pub(super) x: f64,
    /// From the top.
    pub(super) y: f64,
    /// How wide its name is.
    pub(super) width: f64,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct LabelPlace {
    /// The middle of the text.
    x: i32,
    /// The line that its letters stand on.
    y: i32,
    /// Where a line leads from the place to the name; nothing where the name stands beside it.
    leader: Option<LeaderEnd>,
}

/// The end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct LeaderEnd {
    x: i32,
    y: i32,
}

/// A part of the drawing that is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LabelBox {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl LabelBox {
    fn around(x: f64, y: f64, width: f64, height: f64) -> Self {
        let (half, tall) = (width / 2.0, height / 2.0);
        Self { left: x - half, top: y - tall, right: x + half, bottom: y + tall }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn within(&self, other: &Self) -> bool {
        other.left <= self.left && self.right <= other.right && other.top <= self.top && self.bottom <= other.bottom
    }
}

/// Where each name stands, with the part of the drawing that it takes; `None` for one that finds no room. Earlier places
/// choose first.
pub(super) fn place(places: &[NamedPlace], width: f64, height: f64) -> Vec<Option<(LabelPlace, LabelBox)>> {
    let sheet = LabelBox { left: -OVER, top: 0.0, right: width + OVER, bottom: height };
    let dots: Vec<LabelBox> = places.iter().map(|it| LabelBox::around(it.x, it.y, 2.0 * DOT, 2.0 * DOT)).collect();
    let mut taken: Vec<LabelBox> = Vec::new();
    let mut found = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let label = candidates(place).find(|(label, name)| {
            let others = || dots.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, dot)| dot).chain(&taken);
            let mut line = label.line_from(place);
            let crossed = line.any(|step| others().any(|other| step.meets(other)));
            name.within(&sheet) && !crossed && !dots.iter().chain(&taken).any(|other| name.meets(other))
        });
        // A later name covers no line either.
        taken.extend(label.iter().flat_map(|(label, name)| label.line_from(place).chain([*name])));
        found.push(label);
    }
    found
}

impl LabelPlace {
    /// The line from a place to its name, as small boxes; none where the name stands beside it.
    fn line_from(self, place: &NamedPlace) -> impl Iterator<Item = LabelBox> + use<> {
        const STEPS: u32 = 16;
        let (x, y) = (place.x, place.y);
        self.leader.into_iter().flat_map(move |end| {
            let share = |step: u32| f64::from(step) / f64::from(STEPS);
            let along =
                move |step| (x + (f64::from(end.x) - x) * share(step), y + (f64::from(end.y) - y) * share(step));
            // The last steps touch the name.
            (1..STEPS - 1).map(along).map(|(x, y)| LabelBox::around(x, y, 4.0, 4.0))
        })
    }
}

/// The places where a name may stand, the best first: beside, then above and below, then further away.
fn candidates(place: &NamedPlace) -> impl Iterator<Item = (LabelPlace, LabelBox)> + '_ {
    const SIDES: [[f64; 2]; 12] = [
        [1.0, 0.0],
        [-1.0, 0.0],
        [1.0, -0.5],
        [1.0, 0.5],
        [-1.0, -0.5],
        [-1.0, 0.5],
        [1.0, -1.0],
        [1.0, 1.0],
        [-1.0, -1.0],
        [-1.0, 1.0],
        [0.0, -1.0],
        [0.0, 1.0],
    ];
    AWAY.into_iter().flat_map(move |away| SIDES.into_iter().map(move |side| candidate(place, side, away)))
}

fn candidate(place: &NamedPlace, [right, down]: [f64; 2], away: f64) -> (LabelPlace, LabelBox) {
    let near = DOT + GAP + away;
    let sideways = if right == 0.0 { 0.0 } else { right * (near + place.width / 2.0) };
    // Beside and above at once, a name needs no room for the place under it.
    let up = if right == 0.0 { near + LINE / 2.0 } else { LINE * 0.6 + away };
    let (x, y) = (place.x + sideways, place.y + down * up);
    let end = LeaderEnd { x: whole(x - right * place.width / 2.0), y: whole(y - down * LINE / 2.0) };
    let leader = (away > 0.0).then_some(end);
    // Letters stand about a third of their size below the middle of a line.
    let label = LabelPlace { x: whole(x), y: whole(y + LINE * 0.27), leader };
    (label, LabelBox::around(x, y, place.width, LINE))
}

/// How wide a text is drawn at most, in units of the drawing.
pub(super) fn width_of(text: &str) -> f64 {
    38.0 * text.chars().map(width_of_letter).sum::<f64>()
}

/// A share of the size of letters.
fn width_of_letter(c: char) -> f64 {
    match u32::from(c) {
        // Marks over and under letters.
        0x300..=0x36f | 0x64b..=0x65f | 0x670 | 0x200b..=0x200f | 0x2066..=0x2069 => 0.0,
        0x20 => 0.36,
        0x21..=0x24f if "ijltfr.,'()".contains(c) => 0.46,
        0x1100.. => 1.0,
        _ if c.is_uppercase() => 0.86,
        _ => 0.72,
    }
}

/// Whole units: a drawing is some thousand units wide.
#[expect(clippy::cast_possible_truncation, reason = "a drawing is some thousand units wide")]
pub(super) fn whole(value: f64) -> i32 {
    value.round().clamp(-1.0e6, 1.0e6) as i32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LINE, LabelBox, NamedPlace, place, width_of};

    fn named() -> impl Strategy<Value = NamedPlace> {
        (0.0..1000.0_f64, 0.0..1000.0_f64, 40.0..500.0_f64).prop_map(|(x, y, width)| NamedPlace { x, y, width })
    }

    proptest! {
        #[test]
        fn no_name_covers_another_or_a_place_or_leaves_the_sheet(places in prop::collection::vec(named(), 0..40)) {
            let labels = place(&places, 1000.0, 1000.0);
            prop_assert_eq!(labels.len(), places.len());
            let boxes: Vec<LabelBox> = labels.iter().flatten().map(|(_, name)| *name).collect();
            for (at, name) in boxes.iter().enumerate() {
                prop_assert!(name.left >= -300.0 && name.right <= 1300.0 && name.top >= 0.0 && name.bottom <= 1000.0);
                prop_assert!((name.bottom - name.top - LINE).abs() < 1e-6);
                for other in &boxes[at + 1..] {
                    prop_assert!(!name.meets(other), "{name:?} {other:?}");
                }
                for spot in &places {
                    let dot = LabelBox { left: spot.x - 16.0, right: spot.x + 16.0, top: spot.y - 16.0, bottom: spot.y + 16.0 };
                    prop_assert!(!name.meets(&dot), "{name:?} {dot:?}");
                }
            }
        }
    }

    #[test]
    fn a_name_stands_to_the_right_of_its_place_and_gives_way_to_one_before_it() {
        let at = |x, y| NamedPlace { x, y, width: 200.0 };
        let labels = place(&[at(500.0, 500.0), at(560.0, 500.0), at(500.0, 560.0)], 1000.0, 1000.0);
        let xs: Vec<Option<i32>> = labels.iter().map(|label| label.as_ref().map(|(label, _)| label.x)).collect();
        assert!(xs.iter().all(Option::is_some), "{xs:?}");
        assert!(labels[2].as_ref().is_some_and(|(label, _)| label.leader.is_none()));
    }

    #[test]
    fn a_name_in_any_script_is_wider_than_nothing() {
        for (text, least) in [("Utrecht (3)", 150.0), ("أوتريخت (3)", 150.0), ("ኡትረኽት (3)", 200.0), ("", 0.0)]
        {
            assert!(width_of(text) >= least, "{text}: {}", width_of(text));
        }
    }
}
