//! What is put into notes, and where.

use std::sync::Arc;

use super::{TextInsertion, TextReplacement, escaped, inserted, new_item, replaced};

fn put(raw: &str, at: usize, text: &str) -> String {
    inserted(raw, &[TextInsertion { at, text: text.to_owned() }])
}

#[test]
fn all_other_bytes_stay_as_they_are() {
    assert_eq!(put("ab", 1, "-"), "a-b");
    assert_eq!(put("\u{feff}a\r\nb\r\n", 1, "\nx"), "\u{feff}a\r\nx\r\nb\r\n");
    assert_eq!(put("a\r\nb", 2, "x"), "a\r\nxb");
    assert_eq!(put("a\rb", 2, "\n"), "a\r\rb");
    assert_eq!(put("é", 2, "x"), "éx");
    let two = [TextInsertion { at: 2, text: "2".to_owned() }, TextInsertion { at: 1, text: "1".to_owned() }];
    assert_eq!(inserted("abc", &two), "a1b2c");
}

#[test]
fn what_is_replaced_goes_and_the_rest_stays() {
    let change = |range, text: &str| TextReplacement { range, text: text.to_owned() };
    assert_eq!(replaced("abcd", vec![change(1..3, "x")]), "axd");
    assert_eq!(replaced("a\r\nbcd", vec![change(2..4, "x"), change(0..0, "y")]), "ya\r\nxd");
    assert_eq!(replaced("abcd", vec![change(1..3, "x"), change(2..4, "y")]), "axd");
    assert_eq!(replaced("éa", vec![change(0..2, "e")]), "ea");
}

fn with_item(body: &str) -> String {
    let text = format!("---\ntitle: A\n---\n{body}");
    let found = new_item(&text, &Arc::from("a.md"), &|class| class == "actions").unwrap();
    let heading = if found.lacks_heading { "\n\n## H" } else { "" };
    let new = TextInsertion { at: found.at, text: format!("{heading}{}NEW", found.before) };
    inserted(&text, &[new]).split_once("---\ntitle: A\n---\n").unwrap().1.to_owned()
}

#[test]
fn a_new_item_stands_behind_the_last_one_of_its_heading() {
    let cases = [
        ("## A {.actions}\n\n- x\n- y\n\nEnd.\n\n## B\n\n- z\n", "- y\n- NEW\n\nEnd."),
        ("## A {.actions}\n\n* x\n\n* y\n  more\n", "* y\n  more\n\n* NEW\n"),
        ("## A {.actions}\n\n1. x\n2. y\n   - deep\n", "   - deep\n3. NEW\n"),
        ("## A {.actions}\n\n 9) x\n", " 9) x\n 10) NEW\n"),
        ("## A {.actions}\n\nText.\n\n## B\n", "Text.\n\n- NEW\n\n## B"),
        ("## A {.actions}\n## B\n", "## A {.actions}\n\n- NEW\n## B"),
        ("::: note\nx\n:::\n\n## A {.actions}\n\n- x\n\n::: note\n- q\n:::\n", "- x\n- NEW\n\n::: note"),
        ("Text.", "Text.\n\n## H\n\n- NEW"),
        ("", "\n\n## H\n\n- NEW"),
        ("## A {.actions}\n\n- x", "- x\n- NEW"),
    ];
    for (body, wanted) in cases {
        let written = with_item(body);
        let whole = format!("---\n{written}");
        assert!(written.contains(wanted) || whole.contains(wanted), "{body:?} became {written:?}");
    }
}

#[test]
fn words_are_shown_as_they_are() {
    assert_eq!(escaped("  *a*\n{#b} [x] "), "\\*a\\* &#123;#b} \\[x\\]");
}
