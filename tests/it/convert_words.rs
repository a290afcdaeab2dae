//! Words that go into a document come out of the page that it becomes: no sign of an author becomes markup.

use std::sync::Arc;

use proptest::prelude::*;

use samen::declaration::Declaration;
use samen::diagnostic::Diagnostics;
use samen::document::{self, Rules, Sanitizer, plain};
use samen::schema::Types;

use crate::archives::{paragraph, word};
use crate::convert::converted;
use crate::fixture::hub;
use crate::never_panics::cases;

/// What means something in Markdown, at the start of a line or anywhere.
const SIGNS: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "#",
    "# ",
    "## ",
    "+ ",
    "= ",
    "===",
    "---",
    "--",
    "***",
    "> ",
    ">",
    "1. ",
    "12) ",
    "(1) ",
    ": ",
    ":",
    "::: ",
    ":::callout",
    "|",
    "| a |",
    "[",
    "]",
    "](",
    ")",
    "(x)",
    "![",
    "!",
    "[^1]",
    "[^1]: ",
    "[ ] ",
    "[x] ",
    "<b>",
    "</b>",
    "<",
    "<!--",
    "-->",
    "<https://a.example>",
    "&amp;",
    "&",
    "&#35;",
    "&lt;",
    "{#a1}",
    "{.actions}",
    "{",
    "}",
    "\\",
    "\\*",
    "a_b_c",
    "a*b*c",
    "https://a.example/a_b",
    "x",
    "Woord",
    "é",
    "مرحبا",
    "🙂",
    " ",
    "  ",
    "\t",
    "a",
    "1",
    ".",
    "!",
    "\"x\"",
    "'",
    "(a)",
    "«b»",
    "[!NOTE]",
    "C#",
    "#1",
    "a#",
    "$x$",
    "^2^",
    "@x",
    "%",
    "[a]: b",
];

/// The words of a text as the site reads it.
fn read_back(markdown: &str) -> String {
    let mini = hub("");
    let mut said = Diagnostics::default();
    let settings = String::from_utf8(mini.files["samen.yaml"].clone()).unwrap();
    let config = samen::config::Config::parse(&settings, &Arc::from("samen.yaml"), &[], false, &mut said).unwrap();
    let page = Declaration::read(&Arc::from("data/types/page.yaml"), "folder: pages\n", &mut said);
    let types = Types::parse(page.as_slice(), &config.tags(), &mut said);
    let rules = Rules { config: &config, types: &types, sanitizer: &Sanitizer::new(&[]) };
    let text = format!("---\ntitle: A\n---\n{markdown}");
    let (document, _) = document::parse(&Arc::from("content/pages/a.nl.md"), &text, &rules);
    plain::words(&document.unwrap().body.tree)
}

fn same_words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs of a paragraph: their words, and whether each is bold, in italics, struck out.
fn runs() -> impl Strategy<Value = Vec<(String, [bool; 3])>> {
    let words = proptest::collection::vec(prop::sample::select(SIGNS), 0..6).prop_map(|signs| signs.concat());
    proptest::collection::vec((words, any::<[bool; 3]>()), 1..5)
}

fn written(runs: &[(String, [bool; 3])]) -> String {
    let one = |(text, [bold, italic, strike]): &(String, [bool; 3])| {
        let mark = |on: &bool, name: &str| if *on { format!("<w:{name}/>") } else { String::new() };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let looks = mark(bold, "b") + &mark(italic, "i") + &mark(strike, "strike");
        format!("<w:r><w:rPr>{looks}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    runs.iter().map(one).collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn words_come_out_as_they_went_in(runs in runs(), place in 0..4) {
        let words: String = runs.iter().map(|(text, _)| text.as_str()).collect();
        let runs = written(&runs);
        // A word before keeps boxes and points that are typed from being read as such: these have tests of their own.
        let start = "<w:r><w:t xml:space=\"preserve\">W</w:t></w:r>";
        let (body, before) = match place {
            0 => (paragraph("", None, &format!("{start}{runs}")), "W"),
            1 => (paragraph("Kop2", None, &runs), ""),
            2 => (paragraph("", Some((1, 0)), &format!("{start}{runs}")), "W"),
            _ => {
                let cell = format!("<w:tc>{}</w:tc>", paragraph("", None, &format!("{start}{runs}")));
                let head = format!("<w:tc>{}</w:tc>", paragraph("", None, start));
                (format!("<w:tbl><w:tr>{head}{cell}</w:tr><w:tr>{head}{head}</w:tr></w:tbl>"), "W W")
            }
        };
        let body = format!("{}{body}", paragraph("Titel", None, "<w:r><w:t>T</w:t></w:r>"));
        let found = converted("a.docx", &word(&body));
        let back = same_words(&read_back(&found.markdown));
        let after = if place == 3 { " W W" } else { "" };
        prop_assert_eq!(back, same_words(&format!("{before}{words}{after}")), "{}", found.markdown);
    }

    #[test]
    fn signs_at_the_start_of_a_line_start_nothing(sign in prop::sample::select(SIGNS), rest in prop::sample::select(SIGNS)) {
        let typed = ["*", "+", "-", "–", "—", "[ ] ", "[x] "].iter().any(|point| sign.starts_with(point));
        prop_assume!(!typed);
        let words = format!("{sign}{rest}");
        let body = paragraph("", None, &written(&[("eerst".to_owned(), [false; 3])]).replace("</w:r>", "<w:br/></w:r>"));
        let body = body.replace("</w:p>", &format!("{}</w:p>", written(&[(words.clone(), [false; 3])])));
        let alone = paragraph("", None, &written(&[(words.clone(), [false; 3])]));
        for (body, wanted) in [(body, format!("eerst {words}")), (alone, words)] {
            let found = converted("a.docx", &word(&format!("{}{body}", paragraph("Titel", None, "<w:r><w:t>T</w:t></w:r>"))));
            prop_assert_eq!(same_words(&read_back(&found.markdown)), same_words(&wanted), "{}", found.markdown);
        }
    }
}
