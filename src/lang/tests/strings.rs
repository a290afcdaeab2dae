//! What the strings of the interface promise: plurals, fallback, and errors with a place.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::*;
use super::{DAY, lang, locale};
use crate::diagnostic::{Diagnostic, Severity};

fn strings(files: &[(&str, &str, &str)]) -> (Strings, Vec<Diagnostic>) {
    let files: Vec<StringFile> = files
        .iter()
        .map(|(tag, path, text)| StringFile { lang: lang(tag), path: (*path).into(), text: (*text).into() })
        .collect();
    let chains = BTreeMap::from([(lang("ti"), vec![lang("en"), lang("nl")]), (lang("ar"), vec![lang("en")])]);
    Strings::new(&files, &chains, &|_| Digits::Latin)
}

/// One message `n` in one language, asked with several counts.
fn counted(tag: &str, message: &str, counts: &[i64]) -> Vec<String> {
    let (strings, problems) = strings(&[(tag, "n.ftl", message)]);
    assert_eq!(problems, []);
    counts
        .iter()
        .map(|count| {
            let text = strings.text(&lang(tag), "n", &[("count", Arg::Number(*count))]);
            assert_eq!(text.failure, None, "{tag} {count}");
            text.value
        })
        .collect()
}

#[test]
fn arabic_has_six_plurals() {
    let message =
        "n = { $count ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }\n";
    assert_eq!(
        counted("ar", message, &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]),
        ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many"]
    );
    assert_eq!(counted("ar-SY", message, &[0, 2, 100, 1003]), ["zero", "two", "other", "few"]);
    assert_eq!(
        counted("ro", message, &[0, 1, 2, 20, 101, 119, 120]),
        ["few", "one", "few", "other", "few", "few", "other"]
    );
    assert_eq!(
        counted(
            "ar",
            "n = { $count ->\n    [0] none\n    [few] { $count } few\n   *[other] other\n}\n",
            &[0, 3, 1103, -5]
        ),
        ["none", "\u{2068}3\u{2069} few", "\u{2068}1,103\u{2069} few", "\u{2068}\u{200e}-5\u{2069} few"]
    );
}

#[test]
fn one_includes_zero_where_the_language_says_so() {
    let message = "n = { $count ->\n    [one] one\n   *[other] other\n}\n";
    for tag in ["ti", "fa", "fa-AF", "am", "fr", "pt"] {
        assert_eq!(counted(tag, message, &[0, 1, 2]), ["one", "one", "other"], "{tag}");
    }
    for tag in ["nl", "en", "tr", "so", "ckb", "ku", "ur", "ps", "es", "rhg", "dij"] {
        assert_eq!(counted(tag, message, &[0, 1, 2]), ["other", "one", "other"], "{tag}");
    }
    for tag in ["zh-Hans", "vi"] {
        assert_eq!(counted(tag, message, &[0, 1, 2]), ["other", "other", "other"], "{tag}");
    }
}

#[test]
fn slavic_plurals() {
    let message = "n = { $count ->\n    [one] one\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    for tag in ["uk", "ru"] {
        assert_eq!(
            counted(tag, message, &[1, 2, 5, 11, 21, 22]),
            ["one", "few", "many", "many", "one", "few"],
            "{tag}"
        );
    }
    assert_eq!(counted("pl", message, &[1, 2, 5, 21]), ["one", "few", "many", "many"]);
}

#[test]
fn exact_numbers_win_over_plurals() {
    let message = "n = { $count ->\n    [0] none\n    [one] one\n   *[other] { $count } things\n}\n";
    assert_eq!(counted("nl", message, &[0, 1, 12_345]), ["none", "one", "12.345 things"]);
}

#[test]
fn numbers_in_messages_are_written_as_the_language_does() {
    assert_eq!(counted("nl", "n = { $count } van { 1.5 }", &[1234, -2]), ["1.234 van 1,5", "-2 van 1,5"]);
    assert_eq!(counted("ar-SY", "n = { $count }", &[1234]), ["1,234"], "no Arabic digits");
    assert_eq!(counted("nl", "n = { NUMBER($count, minimumFractionDigits: 2) }", &[1234]), ["1.234,00"]);
    assert_eq!(counted("nl", "n = { NUMBER($count, useGrouping: \"false\") }", &[2024]), ["2024"]);
    assert_eq!(counted("ar", "n = { NUMBER($count, currency: \"EUR\", minimumFractionDigits: 1) }", &[103]), ["103.0"]);
    assert_eq!(counted("nl", "n = { NUMBER($count, currency: \"EUR\") }", &[103]), ["103"]);
    assert_eq!(counted("nl", "n = { NUMBER($count, minimumFractionDigits: 99999999999) }", &[1])[0].len(), 20);
}

#[test]
fn the_site_overrides_the_theme_message_by_message() {
    let (strings, problems) = strings(&[
        ("nl", "theme.ftl", "a = een\nb = twee\n    .title = titel\n-x = x"),
        ("nl", "site.ftl", "a = anders\nc = drie { b }"),
    ]);
    assert_eq!(problems, []);
    let text = |key: &str| strings.text(&lang("nl"), key, &[]).value;
    assert_eq!([text("a"), text("b"), text("c"), text("b.title")], ["anders", "twee", "drie twee", "titel"]);
    assert_eq!(strings.keys(&lang("nl")).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(strings.keys(&lang("fr")).count(), 0);
}

#[test]
fn a_missing_message_comes_from_the_chain_and_says_from_where() {
    let (strings, _) =
        strings(&[("nl", "nl.ftl", "only-nl = hoi\nboth = nl"), ("en", "en.ftl", "both = en\nattr =\n    .a = x")]);
    let ti = lang("ti");
    assert_eq!(strings.text(&ti, "both", &[]), Text { value: "en".into(), lang: lang("en"), failure: None });
    assert_eq!(strings.text(&ti, "only-nl", &[]).lang, lang("nl"));
    let none = strings.text(&ti, "nowhere", &[]);
    assert_eq!((none.value.as_str(), none.lang, none.failure), ("nowhere", ti.clone(), Some(StringFailure::Missing)));
    assert_eq!(strings.text(&ti, "attr", &[]).failure, Some(StringFailure::Missing), "a message without a value");
    assert_eq!(strings.text(&ti, "attr.a", &[]).value, "x");
    assert_eq!(strings.text(&ti, "attr.b", &[]).failure, Some(StringFailure::Missing));
    assert_eq!(strings.text(&lang("fr"), "both", &[]).failure, Some(StringFailure::Missing), "no chain, no fallback");
}

#[test]
fn what_cannot_be_filled_in_is_told() {
    let (strings, _) = strings(&[(
        "nl",
        "nl.ftl",
        "a = hallo { $name }\nb = { b }\nc = { FOO(1) } { -term } { a.x }\nd = { NUMBER($name) }",
    )]);
    let text = |key: &str, args: &[(&str, Arg)]| {
        let text = strings.text(&lang("nl"), key, args);
        (text.value, text.failure)
    };
    let broken = |words: &[&str]| Some(StringFailure::Broken(words.iter().map(|w| (*w).to_owned()).collect()));
    assert_eq!(text("a", &[]), ("hallo {$name}".to_owned(), broken(&["unknown variable: $name"])));
    assert_eq!(text("b", &[]).1, broken(&["cyclical dependency detected"]));
    assert_eq!(text("c", &[]).1, broken(&["unknown function: FOO()", "unknown term: -term", "unknown attribute: a.x"]));
    assert_eq!(text("d", &[("name", "Jan".into())]), ("Jan".to_owned(), None));
}

#[test]
fn names_are_isolated_in_languages_that_run_the_other_way() {
    let (strings, _) = strings(&[("ar", "ar.ftl", "a = من { $name }"), ("nl", "nl.ftl", "a = van { $name }")]);
    let text = |tag: &str| strings.text(&lang(tag), "a", &[("name", "Pharos".into())]).value;
    assert_eq!(text("nl"), "van Pharos");
    assert_eq!(text("ar"), "من \u{2068}Pharos\u{2069}");
}

/// The text of the file that a diagnostic points at.
fn pointed_at<'a>(text: &'a str, problem: &Diagnostic) -> &'a str {
    let span = problem.at.as_ref().map(|span| span.range.range());
    span.and_then(|range| text.get(range)).unwrap_or("not a place")
}

#[test]
fn a_syntax_error_is_shown_at_its_place_and_the_other_messages_stay() {
    let text = "a = één\nb =\n\nc = { $n ->\n    [one] x\n}\nd = vier\n";
    let (strings, problems) = strings(&[("nl", "data/strings/nl.ftl", text)]);
    assert_eq!(strings.keys(&lang("nl")).collect::<Vec<_>>(), ["a", "d"]);
    let [empty, variants] = problems.as_slice() else { panic!("two problems: {problems:#?}") };
    assert_eq!(empty.message.to_string(), "the string `b` cannot be read");
    assert_eq!(empty.at.as_ref().map(|span| (&*span.file, span.range.start)), Some(("data/strings/nl.ftl", 10)));
    assert_eq!(variants.message.to_string(), "the string `c` cannot be read");
    assert_eq!(
        variants.label.as_ref().map(ToString::to_string).as_deref(),
        Some("the select expression must have a default variant")
    );
    assert_eq!(pointed_at(text, variants), "}");
    assert!(variants.help.as_ref().is_some_and(|help| help.to_string().contains("*[other]")));
}

#[test]
fn a_place_is_never_inside_a_character() {
    let text = "a = ok\nሰላም = x\nb = { é }";
    let (_, problems) = strings(&[("ti", "ti.ftl", text)]);
    assert_eq!(problems.iter().map(|problem| pointed_at(text, problem)).collect::<Vec<_>>(), ["ሰ", "é"]);
    assert_eq!(problems[0].message.to_string(), "this is not a string");
}

#[test]
fn a_key_that_stands_twice_is_a_warning() {
    let text = "a = 1\nb = 2\na = 3\n";
    let (strings, problems) = strings(&[("nl", "nl.ftl", text)]);
    assert_eq!(strings.text(&lang("nl"), "a", &[]).value, "3");
    let [problem] = problems.as_slice() else { panic!("one problem: {problems:#?}") };
    assert_eq!((problem.severity, pointed_at(text, problem)), (Severity::Warning, "a"));
    assert_eq!(problem.at.as_ref().map(|span| span.range.start), Some(12));
}

#[test]
fn byte_order_mark_and_windows_line_ends_are_harmless() {
    let (strings, problems) =
        strings(&[("nl", "nl.ftl", "\u{feff}a = een\r\nb = twee\r\n  regels\r\nc = { $n ->\r\n  *[other] x\r\n}\r\n")]);
    assert_eq!(problems, []);
    let text = |key: &str| strings.text(&lang("nl"), key, &[("n", 1.into())]).value;
    assert_eq!([text("a"), text("b"), text("c")], ["een", "twee\nregels", "x"]);
}

#[test]
fn what_fluent_would_fall_over_is_refused() {
    let deep = format!("a = {}", "{ FOO(".repeat(50_000));
    let calls = format!("a = {{ {}", "F(".repeat(50_000));
    let places = "{ b }".repeat(200);
    for text in [
        deep.as_str(),
        calls.as_str(),
        "a = {{ name }}",
        "a = { { $x } }",
        "a = { 1 ->\n *[other] x\n}",
        "a = { \"x\" ->\n *[other] x\n}",
        "a = { NUMBER(1.00000000000000000000001) ->\n *[one] x\n}",
    ] {
        let (strings, problems) = strings(&[("nl", "nl.ftl", text)]);
        assert_eq!(problems.len(), 1, "{}", text.chars().take(40).collect::<String>());
        assert_eq!(strings.keys(&lang("nl")).count(), 0);
    }
    let (strings, problems) = strings(&[(
        "nl",
        "nl.ftl",
        &format!("# {{{{ in a comment }}}}\na = {places}\nb = {{ \"{{{{\" }} {{ 1 }} \"->\" (:-)\n"),
    )]);
    assert_eq!(problems, []);
    assert_eq!(strings.text(&lang("nl"), "b", &[]).value, "{{ 1 \"->\" (:-)");
    assert!(
        matches!(strings.text(&lang("nl"), "a", &[]).failure, Some(StringFailure::Broken(_))),
        "too many placeholders"
    );
}

#[test]
fn one_set_of_strings_serves_many_threads() {
    let message = "n = { $count ->\n    [one] { $count } dag\n   *[other] { $count } dagen\n}\n";
    let (strings, _) = strings(&[("nl", "nl.ftl", message), ("ar", "ar.ftl", message)]);
    let locale = locale("nl");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for count in 0..500 {
                    let text = strings.text(&lang("nl"), "n", &[("count", count.into())]);
                    let unit = if count == 1 { "dag" } else { "dagen" };
                    assert_eq!(text.value, format!("{count} {unit}"));
                    assert_eq!(locale.date(DAY, DateStyle::Long), "14 mei 2024");
                    assert!(strings.text(&lang("ar"), "n", &[("count", count.into())]).failure.is_none());
                }
            });
        }
    });
}

fn messy() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("{"),
        Just("}"),
        Just(" "),
        Just("\n"),
        Just("a = "),
        Just("b ="),
        Just("-t = "),
        Just("->"),
        Just("*[other]"),
        Just("[one]"),
        Just("$n"),
        Just("\""),
        Just("\\u00e9"),
        Just("NUMBER("),
        Just(")"),
        Just(":"),
        Just(","),
        Just("1.5"),
        Just("ሰ"),
        Just("é"),
        Just(".x"),
        Just("-t"),
        Just("#"),
        Just("\r\n"),
        Just("\\"),
        Just("    "),
        Just("a"),
        Just("\u{feff}"),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_string_file_panics(text in messy()) {
        let (strings, problems) = strings(&[("nl", "nl.ftl", &text)]);
        for problem in &problems {
            prop_assert!(pointed_at(&text, problem) != "not a place");
        }
        for key in strings.keys(&lang("nl")).map(str::to_owned).collect::<Vec<_>>() {
            for arg in [Arg::Number(2), "x".into()] {
                let _ = strings.text(&lang("nl"), &key, &[("n", arg)]);
            }
        }
    }
}
