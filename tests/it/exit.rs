//! The way out of a site: where it may lead, and which pages have it.

use crate::fixture::{Hub, check_diagnostics, hub};

const BASE: &str = r#"//- templates/page.html
{% extends "base.html" %}
{% block main %}<h1>{{ page.title }}</h1><ul><li>exit: {{ page.exit or "-" }}</li></ul>{% endblock main %}
//- content/pages/calm.nl.md
---
title: Rustig
---
//- content/pages/story.nl.md
---
title: Verhaal
sensitive: true
---
"#;

fn exits(setting: &str) -> [String; 2] {
    let hub: Hub = hub(BASE).edit("samen.yaml", "theme: mini\n", &format!("theme: mini\n{setting}"));
    assert_eq!(hub.codes(), Vec::<&str>::new(), "{setting}");
    ["nl/calm/index.html", "nl/story/index.html"].map(|page| hub.facts(page, "exit").concat())
}

#[test]
fn every_page_has_a_way_out_or_only_the_sensitive_ones() {
    let target = "https://www.wikipedia.org/";
    assert_eq!(exits(""), ["-", "-"]);
    assert_eq!(exits(&format!("exit: {{target: \"{target}\"}}\n")), [target, target]);
    assert_eq!(exits(&format!("exit: {{target: \"{target}\", scope: all}}\n")), [target, target]);
    assert_eq!(exits(&format!("exit: {{target: \"{target}\", scope: sensitive}}\n")), ["-", target]);
    assert_eq!(exits(&format!("exit: {{target: \"{target}\", scope: off}}\n")), ["-", "-"]);
}

/// A line of settings, the columns that a message points at, and the message.
#[track_caller]
fn told(line: &str, at: &str, message: &str) {
    let (from, width) = (line.find(at).unwrap(), at.len());
    let mark = format!("{}{} //~ {message}", " ".repeat(from), "^".repeat(width));
    let settings = "//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: [nl, en]\ntheme: mini\n";
    check_diagnostics(&format!("{settings}{line}\n{mark}\n"));
}

#[test]
fn a_way_out_leads_to_another_site_and_is_not_overheard() {
    let http = "\"http://www.wikipedia.org/\"";
    told(&format!("exit: {{target: {http}}}"), http, "error[config-invalid]: does not start with `https://`");
    let own = "\"https://hub.example/nl/\"";
    told(&format!("exit: {{target: {own}}}"), own, "error[config-invalid]: the way out must lead to another site");
    told("exit: {scope: all}", "{", "error[config-invalid]: `target` is missing");
    told(
        "exit: {target: \"https://www.wikipedia.org/\", scope: some}",
        "some",
        "error[config-invalid]: `scope` cannot be `some`, only `all`, `sensitive` or `off`",
    );
}

#[test]
fn a_site_that_greets_its_readers_by_name_is_told() {
    let target = "\"https://www.google.com/\"";
    let message =
        "warning[exit-target]: `www.google.com` shows its readers what they did before, or asks them something first";
    told(&format!("exit: {{target: {target}}}"), target, message);
}
