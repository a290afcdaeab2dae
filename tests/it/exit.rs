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

#[test]
fn a_way_out_leads_to_another_site_and_is_not_overheard() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
exit: {target: \"http://www.wikipedia.org/\"}
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[config-invalid]: does not start with `https://`
",
    );
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
exit: {target: \"https://hub.example/nl/\"}
               ^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[config-invalid]: the way out must lead to another site
",
    );
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
exit: {scope: all}
      ^ //~ error[config-invalid]: `target` is missing
",
    );
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
exit: {target: \"https://www.wikipedia.org/\", scope: some}
                                                    ^^^^ //~ error[config-invalid]: `scope` cannot be `some`, only `all`, `sensitive` or `off`
",
    );
}

#[test]
fn a_site_that_greets_its_readers_by_name_is_told() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
theme: mini
exit: {target: \"https://www.google.com/\"}
               ^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[exit-target]: `www.google.com` shows its readers what they did before, or asks them something first
",
    );
}
