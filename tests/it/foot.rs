//! What the foot of every page says of a site, with the theme `hub`: only what its settings say.

use std::fs;
use std::path::Path;

use crate::fixture::{Hub, bare};

const SITE: &str = "//- samen.yaml
name: Trial
base_url: https://trial.example/
languages: [en, nl]
theme: hub
checks: {string-unused: allow}
//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
//- content/_index.en.md
---
title: Welcome
---
//- content/pages/about-us.en.md
---
title: About us
slug: about-us
---
";

/// The site of a fixture with the theme `hub`, without the fonts for print.
pub fn themed(fixture: &str) -> Hub {
    let mut site = bare(&format!("{SITE}{fixture}"));
    add(&mut site, Path::new(env!("CARGO_MANIFEST_DIR")), "themes/hub");
    site
}

fn add(site: &mut Hub, root: &Path, folder: &str) {
    for entry in fs::read_dir(root.join(folder)).expect("the theme can be read") {
        let entry = entry.expect("the theme can be read");
        let path = format!("{folder}/{}", entry.file_name().to_str().expect("files of the theme have plain names"));
        if entry.path().is_dir() {
            add(site, root, &path);
        } else if !path.ends_with(".ttf") {
            site.files.entry(path).or_insert_with(|| fs::read(entry.path()).expect("the theme can be read"));
        }
    }
}

fn with_settings(settings: &str) -> Hub {
    let site = themed("");
    let text = String::from_utf8(site.files["samen.yaml"].clone()).expect("the fixture is UTF-8");
    site.with("samen.yaml", format!("{text}{settings}"))
}

/// The foot of a page, without quotation marks: pages are written with and without them.
fn foot(site: &Hub, page: &str) -> String {
    let html = site.output(page).replace('"', "");
    let start = html.find("<footer").expect("every page has a foot");
    html[start..].to_owned()
}

fn complaints(settings: &str) -> String {
    let site = with_settings(settings);
    crate::fixture::human(&site.sources(), &site.check())
}

#[test]
fn a_site_that_says_nothing_of_itself_has_no_licence_and_no_pages_of_others_at_its_foot() {
    let foot = foot(&themed(""), "en/index.html");
    for word in ["CC BY", "EUPL", "demonstration", "Licence", "rights", "Imprint", "Privacy", "Contact", "112"] {
        assert!(!foot.contains(word), "{word}: {foot}");
    }
}

#[test]
fn the_licence_is_the_one_of_the_settings_and_explained_in_the_language_of_the_page() {
    let cases = [
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.nl"),
    ];
    for (id, label, url) in cases {
        let foot = foot(&with_settings(&format!("licence: {id}\n")), "nl/index.html");
        assert!(foot.contains("Licentie van de teksten: ") && foot.contains(label) && foot.contains(url), "{foot}");
        assert_eq!(foot.matches("creativecommons").count(), 1, "{foot}");
    }
    let foot = foot(&with_settings("licence: all-rights-reserved\n"), "nl/index.html");
    assert!(foot.contains("Alle rechten voorbehouden.") && !foot.contains("creativecommons"), "{foot}");
}

#[test]
fn the_pages_of_the_settings_are_linked_at_the_foot_and_those_that_the_site_lists_itself_only_once() {
    let settings = "footer: [pages/about-us]
footer_note: {en: A trial., nl: Een proef.}
source_code: https://forge.example/trial
imprint: pages/about-us
privacy: https://trial.example/privacy
contact: mailto:info@trial.example
accessibility: {status: partial, statement: https://trial.example/a11y}
security: {contact: 'mailto:security@trial.example', expires: 2027-01-01}
";
    let foot = foot(&with_settings(settings).clock("2026-06-01"), "en/index.html");
    for part in [
        "A trial.",
        "href=https://forge.example/trial",
        "href=https://trial.example/privacy",
        "href=mailto:info@trial.example",
        "href=https://trial.example/a11y",
        "href=/.well-known/security.txt",
        "This site meets the accessibility requirements in part.",
        ">About us<",
    ] {
        assert!(foot.contains(part), "{part}: {foot}");
    }
    assert!(!foot.contains("Imprint"), "{foot}");
}

#[test]
fn a_foot_names_a_page_that_exists_or_an_address() {
    for (settings, said) in [
        ("imprint: pages/abut-us\n", "there is no entry or section `pages/abut-us`"),
        ("privacy: /en/privacy/\n", "`privacy` cannot lead to `/en/privacy/`"),
        ("privacy: pages/privacy.en.md\n", "its path below `content/` without language and ending"),
        ("contact: info@trial.example\n", "write `mailto:info@trial.example`"),
        ("contact: 'javascript:alert(1)'\n", "`contact` cannot lead to `javascript:alert(1)`"),
        ("contact: www.trial.example\n", "a full address starts with `https://`"),
        ("source_code: forge.example\n", "`source_code` is a full address"),
        ("accessibility: {status: AA}\n", "`AA` is no status of accessibility"),
        ("accessibility: {state: full}\n", "there is no setting `state` here"),
        ("emergency_number: one-one-two\n", "`one-one-two` is not a number to call"),
        ("emergency_number: '1'\n", "`1` is not a number to call"),
    ] {
        let found = complaints(settings);
        assert!(found.contains(said), "{settings}{found}");
    }
}

#[test]
fn the_number_to_call_in_an_emergency_is_that_of_the_settings_or_none_is_named() {
    let help = "//- data/types/help.yaml
folder: help
label: Help
plural: Help
template: help.html
fields: {phone: {kind: phone, label: Phone}, verified_on: {kind: date, label: Checked}}
//- content/help/_index.en.md
---
title: Help
---
//- content/help/line.en.md
---
title: Line
---
";
    let plain = themed(help);
    assert!(!plain.output("en/help/line/index.html").contains("emergency"));
    let html = plain.set("emergency_number", "'1 23'").output("en/help/line/index.html").replace('"', "");
    assert!(html.contains("href=tel:123>Call 1 23</a>"), "{html}");
}

#[test]
fn a_page_that_is_the_work_has_its_own_licence_and_one_about_a_work_of_others_that_of_the_site() {
    let types = "//- data/types/article.yaml
folder: articles
label: Article
plural: Articles
schema_org: {type: Article, work: true}
fields: {licence: {kind: licence, property: license, label: Licence}}
//- data/types/film.yaml
folder: films
label: Film
plural: Films
fields: {licence: {kind: licence, label: Licence}}
//- content/articles/own.en.md
---
title: Own
licence: CC0-1.0
---
//- content/articles/plain.en.md
---
title: Plain
---
//- content/films/film.en.md
---
title: Film
licence: all-rights-reserved
---
";
    let site = themed(types).set("licence", "CC-BY-4.0");
    let foot = |page: &str| foot(&site, &format!("en/{page}/index.html"));
    assert!(foot("articles/own").contains("CC0 1.0") && !foot("articles/own").contains("CC BY"));
    for page in ["articles/plain", "films/film"] {
        let foot = foot(page);
        assert!(foot.contains("CC BY 4.0") && !foot.contains("All rights reserved"), "{foot}");
        assert!(foot.contains("Resources made by others have their own licence."), "{foot}");
    }
}
