//! `samen check --duties`: what laws and rules ask of a site, by its area.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::disk::{Disk, Run};
use crate::fixture::bare;

const SITE: &str = "//- samen.yaml
name: Trial
base_url: https://trial.example/
languages: [en, nl]
theme: hub
//- data/types/page.yaml
folder: pages
path: \"\"
label: Page
plural: Pages
//- content/_index.en.md
---
title: Welcome
---
//- content/pages/privacy.en.md
---
title: Privacy
---
//- content/pages/late.en.md
---
title: Late
draft: true
---
";

fn duties(settings: &str, args: &[&str]) -> Run {
    let fixture = SITE.replace("theme: hub\n", &format!("theme: hub\n{settings}"));
    let disk = Disk::of(&bare(&fixture));
    let mut all = vec!["check", "--duties", "--clock", "2026-06-01"];
    all.extend(args);
    disk.run(&all)
}

/// The state of each need of each duty.
fn states(settings: &str) -> (i32, Value) {
    let run = duties(settings, &["--format", "json"]);
    let object = serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    (run.code, object)
}

fn state<'a>(object: &'a Value, duty: &str, need: &str) -> Option<&'a str> {
    let duties = object["duties"].as_array()?;
    let duty = duties.iter().find(|found| found["id"] == duty)?;
    duty["needs"].as_array()?.iter().find(|found| found["need"] == need)?["state"].as_str()
}

const ALL: &str = "area: [nl, de]
imprint: https://trial.example/imprint
privacy: pages/privacy
contact: mailto:info@trial.example
accessibility: {status: untested, statement: https://trial.example/a11y}
licence: CC-BY-4.0
security: {contact: 'mailto:security@trial.example', expires: 2027-01-01}
";

#[test]
fn a_site_that_has_what_its_area_asks_for_ends_well_and_one_that_lacks_it_does_not() {
    let (code, object) = states(ALL);
    assert_eq!((code, object["missing"].as_u64()), (0, Some(0)), "{object:#}");
    for line in ["imprint: https", "privacy: pages/privacy", "accessibility: {", "security: {"] {
        let without =
            ALL.lines().filter(|known| !known.starts_with(line)).fold(String::new(), |all, known| all + known + "\n");
        let (code, object) = states(&without);
        assert_eq!(code, 1, "{line}");
        assert!(object["missing"].as_u64() > Some(0), "{line}");
    }
}

#[test]
fn the_duties_are_those_of_the_area() {
    let (_, belgium) = states("area: be\n");
    assert_eq!(state(&belgium, "be-languages", "language:nl"), Some("there"));
    assert_eq!(state(&belgium, "be-languages", "language:fr"), Some("advised"));
    assert_eq!(state(&belgium, "gdpr", "privacy"), Some("missing"));
    assert_eq!(state(&belgium, "de-imprint", "imprint"), None);
    let (_, germany) = states("area: de\n");
    assert_eq!(state(&germany, "de-imprint", "imprint"), Some("missing"));
    // Without an area only what is good for all, and nothing of that is needed.
    let none = duties("", &[]);
    assert_eq!(none.code, 0, "{none:?}");
    assert!(none.stdout.contains("Good practice") && !none.stdout.contains("2016/679"), "{none:?}");
    assert!(none.stderr.contains("names no `area`"), "{none:?}");
}

#[test]
fn a_page_that_is_not_published_is_missing_and_languages_without_it_are_named() {
    let run = duties("area: be\nprivacy: pages/late\n", &[]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("missing  privacy: write a page and `privacy: pages/privacy`"), "{run:?}");
    let run = duties("area: be\nprivacy: pages/privacy\n", &[]);
    assert!(run.stdout.contains("there    privacy: pages/privacy (not in nl)"), "{run:?}");
}

#[test]
fn the_guide_tells_of_every_duty_with_its_source() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/duties.md")).expect("the guide can be read");
    let duties = fs::read_to_string(root.join("themes/hub/duties.yaml")).expect("the file can be read");
    let sources: Vec<&str> = duties.lines().filter_map(|line| line.trim().strip_prefix("source: ")).collect();
    assert!(sources.len() > 10);
    for source in sources {
        assert!(guide.contains(source), "{source}");
    }
}
