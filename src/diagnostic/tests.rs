use super::*;
use crate::message;

#[test]
fn a_message_speaks_the_language_of_the_catalog_and_english_elsewhere() {
    let message = message!("did-you-mean", name = "a");
    assert_eq!(message.to_string(), "did you mean `a`?");
    assert_eq!(message.text(&Catalog::of("nl_NL.UTF-8").expect("Dutch is carried")), "bedoelt u `a`?");
}

#[test]
fn a_language_is_found_by_its_tag_or_locale_and_its_parents() {
    let found = ["nl", "nl-BE", "nl_BE.UTF-8@euro", "EN-gb"].map(|tag| Catalog::of(tag).map(|found| found.tag()));
    assert_eq!(found, [Some("nl"), Some("nl"), Some("nl"), Some("en")]);
    assert!(["", "C", "POSIX", "tlh", "nld", "-"].iter().all(|tag| Catalog::of(tag).is_none()));
}

#[test]
fn names_numbers_and_messages_are_put_into_a_message() {
    let names = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(message!("known-here", names = names).to_string(), "known here: `a`, `b`");
    assert_eq!(message!("more-in-run", count = 2_usize).to_string(), "… 2 more in this run");
}

/// Everything that means something to a terminal, a log, Markdown or HTML.
const HOSTILE: &str = "a|b\n\n# <b>x</b> `y` @everyone #12 !3 www.evil.example https://evil.example [l](u) \u{1b}[31m\u{202e}::error::\r*_~";

fn hostile() -> Vec<Diagnostic> {
    let file: Arc<str> = Arc::from("content/@a|<i>.md");
    vec![
        Diagnostic::error(Code::BrokenLink, message!("about", name = HOSTILE, said = HOSTILE))
            .at(Span::new(&file, 2..5))
            .label(message!("did-you-mean", name = HOSTILE))
            .help(message!("did-you-mean", name = HOSTILE)),
    ]
}

#[allow(clippy::unnecessary_wraps, reason = "the form of what gives texts")]
fn text(_: &str) -> Option<Arc<str>> {
    Some(Arc::from("één\u{1b}[0m\n"))
}

#[test]
fn a_summary_makes_no_markup_no_link_and_no_mention_of_what_a_file_says() {
    let summary = markdown(&hostile(), &text, &Catalog::english());
    assert_eq!(summary.lines().filter(|line| line.starts_with("| 1 |")).count(), 1, "{summary}");
    let row = summary.lines().find(|line| line.starts_with("| 1 |")).expect("there is a row");
    assert_eq!(row.matches('|').count(), 4, "{row}");
    // Signs are written by their numbers.
    let bare: String = summary.split("&#").map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit())).collect();
    for wrong in ["<b>", "<i>", "@e", "@a", "#1", "!3", "www.", "://", "](", "`", "\u{1b}", "\u{202e}", "*_"] {
        assert!(!bare.contains(wrong), "`{wrong}` in {summary}");
    }
}

#[test]
fn names_in_a_message_are_code_in_a_summary() {
    let found = [Diagnostic::error(Code::BrokenLink, message!("did-you-mean", name = "a_b"))];
    let summary = markdown(&found, &text, &Catalog::english());
    assert!(summary.contains("| did you mean <code>a&#95;b</code>? |"), "{summary}");
}

#[test]
fn no_format_lets_control_characters_through() {
    let (found, english) = (hostile(), Catalog::english());
    let style = Style { color: false, width: 100 };
    for said in [
        human(&found, &text, style, &english),
        github(&found, &text, &english),
        markdown(&found, &text, &english),
        visible_json(&json(&found, &text)),
        visible_json(&gitlab(&found, &text, &english)),
        visible_json(&sarif(&found, &text, &english)),
    ] {
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\r']), "{said}");
    }
}

#[test]
fn the_counts_of_a_run_have_plurals() {
    let dutch = Catalog::of("nl").expect("Dutch is carried");
    let said = |errors, warnings| counts(errors, warnings).text(&dutch);
    assert_eq!(
        [said(0, 0), said(1, 0), said(2, 1), said(0, 2)],
        ["er is niets mis", "1 fout", "2 fouten, 1 waarschuwing", "2 waarschuwingen"]
    );
}
