//! A site that is loaded again and again: it is the site that a fresh load gives, and only what changed is read.

use std::collections::BTreeMap;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::pipeline::{self, LoadCache, LoadStats};
use samen::render::Content;
use samen::source::Sources;

use crate::fixture::{Hub, hub};
use crate::glossary::TERMS;

const SITE: &str = r"
//- content/pages/a.nl.md
---
title: A
---
- Punt een.

Zie [B](b.md).
//- content/pages/a.en.md
---
title: A in English
translation: {source: nl, state: reviewed}
---
See [B](b.md).
//- content/pages/b.nl.md
---
title: B
---
Zie [A](a.md).
";

/// Loads, and gives all that can be seen of the result.
fn load(
    hub: &Hub,
    memory: &mut LoadCache,
    changed: Option<&[Arc<str>]>,
) -> (BTreeMap<String, String>, Vec<String>, LoadStats) {
    let sources: Sources = hub.sources();
    let result = match changed {
        Some(files) => pipeline::load_changed(&sources, &hub.request, files, memory),
        None => pipeline::load_again(&sources, &hub.request, memory),
    };
    let (loaded, said) = result.finish(Diagnostics::default());
    let mut outputs = BTreeMap::new();
    for (route, planned) in loaded.iter().flat_map(|loaded| &loaded.rendering.plan.jobs) {
        let content = loaded.as_ref().unwrap().rendering.render(route, &planned.job);
        let text = match content {
            Ok(Content::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
            other => format!("{other:?}"),
        };
        outputs.insert(route.to_string(), text);
    }
    (outputs, said.items().iter().map(|item| format!("{item:?}")).collect(), memory.work)
}

#[track_caller]
fn is_as_fresh(hub: &Hub, memory: &mut LoadCache) -> LoadStats {
    compared(hub, memory, None)
}

/// Loads where the files that differ are known.
#[track_caller]
fn is_as_fresh_after(hub: &Hub, memory: &mut LoadCache, changed: &[&str]) -> LoadStats {
    let changed: Vec<Arc<str>> = changed.iter().map(|file| Arc::from(*file)).collect();
    compared(hub, memory, Some(&changed))
}

#[track_caller]
fn compared(hub: &Hub, memory: &mut LoadCache, changed: Option<&[Arc<str>]>) -> LoadStats {
    let (outputs, said, work) = load(hub, memory, changed);
    let (fresh, fresh_said, _) = load(hub, &mut LoadCache::default(), None);
    assert_eq!(said, fresh_said);
    assert_eq!(outputs, fresh);
    work
}

#[test]
fn an_edit_costs_the_reading_of_one_text() {
    let mut memory = LoadCache::default();
    let site = hub(SITE);
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 5, frame: true, linked: true });
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 0, frame: false, linked: false });
    // The first paragraphs are the summary, which lists show that are made when they are asked for.
    let site = site.edit("content/pages/a.nl.md", "Zie", "Lees");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 1, frame: false, linked: false });
    // What is said nowhere else is put in its place, too, and nothing is put together anew, though the link has moved.
    let site = site.edit("content/pages/a.nl.md", "Punt een.", "Punt een en twee.");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 1, frame: false, linked: false });
    let site = site.edit("content/pages/b.nl.md", "title: B", "title: Bee");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 1, frame: false, linked: true });
    let site = site.edit("themes/mini/strings/nl.ftl", "Noten", "Voetnoten");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 0, frame: true, linked: true });
    // Types and settings decide how a text is read.
    let site = site.edit("data/types/page.yaml", "label: Page", "label: Blad");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 5, frame: true, linked: true });
    let site = site.edit("samen.yaml", "Trial", "Proof");
    assert_eq!(is_as_fresh(&site, &mut memory), LoadStats { parsed: 5, frame: true, linked: true });
}

#[test]
fn a_message_moves_with_its_text_and_a_translation_grows_old_with_its_source() {
    let mut memory = LoadCache::default();
    let site = hub(SITE).edit("content/pages/a.nl.md", "(b.md)", "(/nl/b/)");
    is_as_fresh(&site, &mut memory);
    let site = site.edit("content/pages/a.nl.md", "Punt een.", "Punt een en twee.");
    assert!(is_as_fresh(&site, &mut memory).linked);
    let hash = "hash: 00000000000000000000000000000000, state: reviewed";
    let site =
        site.edit("content/pages/a.en.md", "state: reviewed", hash).edit("content/pages/a.nl.md", "/nl/b/", "b.md");
    is_as_fresh(&site, &mut memory);
    let site = site.edit("content/pages/a.nl.md", "en twee", "en drie");
    assert!(!is_as_fresh(&site, &mut memory).linked);
}

#[test]
fn what_is_gone_is_forgotten() {
    let mut memory = LoadCache::default();
    let mut site = hub(SITE);
    is_as_fresh(&site, &mut memory);
    let before = memory.files();
    for number in 0..50 {
        site = site.with(&format!("content/pages/x{number}.nl.md"), "---\ntitle: X\n---\n");
        is_as_fresh(&site, &mut memory);
        site = site.without(&format!("content/pages/x{number}.nl.md"));
    }
    is_as_fresh(&site, &mut memory);
    assert_eq!(memory.files(), before);
}

#[test]
fn after_any_edits_the_site_is_that_of_a_fresh_load() {
    let texts = [
        "---\ntitle: Een\n---\nZie [B](b.md).\n",
        "---\ntitle: Twee\ndraft: true\n---\n## Kop\n",
        "---\ntitle: Drie\nslug: anders\n---\nZie [weg](weg.md).\n",
        "---\ntitle: \n---\n",
        "---\ntitle: [\n---\n",
        "\u{202e}geen kop",
        "---\ntitle: Vijf\naliases: [/nl/a/]\n---\nTekst\u{200b}.\n",
    ];
    let files = [
        "content/pages/a.nl.md",
        "content/pages/a.en.md",
        "content/pages/b.nl.md",
        "content/pages/c.nl.md",
        "content/_index.nl.md",
    ];
    let mut memory = LoadCache::default();
    let mut site = hub(SITE);
    let mut state = 7_u32;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    // The second time through it is known which files differ.
    for round in 0..240 {
        let file = files[random(files.len())];
        let before = site.clone();
        site = match random(10) {
            0..=6 => site.with(file, texts[random(texts.len())]),
            7 => site.without(file),
            8 => site.with("themes/mini/assets/mini.css", format!("body {{ margin: {}px }}", random(9))),
            _ => site.with("samen.yaml", hub("").files["samen.yaml"].clone().repeat(1 + random(8) / 7)),
        };
        let paths = || before.files.keys().chain(site.files.keys());
        let changed: Vec<&str> =
            paths().filter(|path| before.files.get(*path) != site.files.get(*path)).map(|path| &**path).collect();
        if round < 120 {
            is_as_fresh(&site, &mut memory)
        } else {
            is_as_fresh_after(&site, &mut memory, &changed)
        };
    }
}

#[test]
fn a_text_that_uses_other_words_of_a_glossary_is_replaced_alone() {
    let mut memory = LoadCache::default();
    let file = "content/pages/a.nl.md";
    let site = hub(&format!("{TERMS}{SITE}"));
    let site = site.edit(file, "Zie [B](b.md).", "Zie [B](b.md).\n\n- Over brood.");
    is_as_fresh(&site, &mut memory);
    for (from, to) in
        [("Over brood", "Om hulp"), ("Om hulp", "Hulp in een zorgcafé"), ("Hulp in een zorgcafé", "Over melk")]
    {
        let site = site.clone().edit(file, "Over brood", from).edit(file, from, to);
        let work = is_as_fresh_after(&site, &mut memory, &[file]);
        assert_eq!(work, LoadStats { parsed: 1, frame: false, linked: false }, "{to}");
        let (outputs, ..) = load(&site, &mut memory, Some(&[]));
        let used = |term: &str| outputs[&format!("/nl/begrippen/{term}/")].contains("used: /nl/a/");
        assert_eq!((used("help"), used("cafe")), (to.to_lowercase().contains("hulp"), to.contains("café")), "{to}");
    }
}

#[test]
fn what_a_failed_load_has_not_read_is_read_by_the_next() {
    let mut memory = LoadCache::default();
    let site = hub(SITE);
    is_as_fresh(&site, &mut memory);
    let settings = site.files["samen.yaml"].clone();
    let site = site.with("samen.yaml", "name: [").edit("content/pages/a.nl.md", "Punt een.", "Punt een en twee.");
    is_as_fresh_after(&site, &mut memory, &["samen.yaml", "content/pages/a.nl.md"]);
    let site = site.edit("content/pages/b.nl.md", "Zie [A](a.md).", "- Punt.\n\nZie [A](a.md).");
    is_as_fresh_after(&site, &mut memory, &["content/pages/b.nl.md"]);
    let site = site.with("samen.yaml", settings);
    is_as_fresh_after(&site, &mut memory, &["samen.yaml"]);
}
