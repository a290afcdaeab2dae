//! Letters as a PDF file places them, and the lines that come of them.

use super::lines::{Sign, TextLines};

/// Places the letters of a line, each of the width of ten, from left to right; a space leaves a gap.
fn place(lines: &mut TextLines, text: &str, height: f64) {
    for (at, letter) in (0_u32..).zip(text.chars()).filter(|(_, letter)| *letter != ' ') {
        let place = [0.01, 0.0, 0.0, 0.01, f64::from(at) * 10.0, height];
        lines.add(Sign { text: letter.to_string(), place, advance: Some(1000.0) });
    }
}

fn read(lines: &[&str]) -> String {
    let mut read = TextLines::default();
    for (line, number) in lines.iter().zip(0_u32..) {
        place(&mut read, line, 700.0 - 12.0 * f64::from(number));
    }
    read.finish()
}

#[test]
fn gaps_are_spaces_and_other_heights_are_lines() {
    assert_eq!(read(&["een kaart", "twee"]), "een kaart\ntwee");
    assert_eq!(read(&["", " "]), "");
}

#[test]
fn a_divided_word_is_one_again_and_a_dash_stays() {
    assert_eq!(read(&["de verwijs-", "kaart"]), "de verwijskaart");
    assert_eq!(read(&["in 2022 -", "nu"]), "in 2022 -\nnu");
    assert_eq!(read(&["IOM-", "Nederland"]), "IOM-\nNederland");
}

#[test]
fn what_is_read_from_the_right_is_turned_and_numbers_are_not() {
    let seen = |text: &str| text.chars().rev().collect::<String>();
    assert_eq!(read(&[&seen("مرحبا بكم")]), "مرحبا بكم");
    assert_eq!(read(&[&format!("{} 112 {}", seen("الآن"), seen("اتصل"))]), "اتصل 112 الآن");
    assert_eq!(read(&[&format!("het woord {} staat er", seen("مرحبا"))]), "het woord مرحبا staat er");
    assert_eq!(read(&[&format!("{} METS {}", seen("جديد"), seen("مشروع"))]), "مشروع METS جديد");
}

#[test]
fn a_bold_letter_that_is_drawn_twice_is_one() {
    let mut lines = TextLines::default();
    for x in [0.0, 0.2, 10.0] {
        lines.add(Sign { text: "o".to_owned(), place: [0.01, 0.0, 0.0, 0.01, x, 0.0], advance: Some(1000.0) });
    }
    assert_eq!(lines.finish(), "oo");
}

#[test]
fn a_page_that_is_turned_has_the_same_lines() {
    let mut lines = TextLines::default();
    for (at, letter) in (0_u32..).zip("kaart".chars()) {
        let place = [0.0, 0.01, -0.01, 0.0, 50.0, f64::from(at) * 10.0];
        lines.add(Sign { text: letter.to_string(), place, advance: None });
    }
    assert!(lines.finish().replace(' ', "").starts_with("kaart"));
}

#[test]
fn numbers_that_are_none_are_left_out() {
    let mut lines = TextLines::default();
    for number in [f64::NAN, f64::INFINITY, 0.0, 1e300] {
        lines.add(Sign { text: "x".to_owned(), place: [number; 6], advance: Some(number) });
    }
    assert_eq!(lines.finish(), "");
}
