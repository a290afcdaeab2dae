//! `samen new language`, `samen remove language` and `samen new type`: settings and data are changed in place.

use crate::disk::{Disk, Run};
use crate::fixture::{TODAY, hub};

const SETTINGS: &str = r"//- samen.yaml
# The trial.
name: {nl: Proef, en: Trial, ar: تجربة} # short
base_url: https://hub.example/
languages:
  - {tag: nl, name: Nederlands}
  # The others follow.
  - tag: en
    name: English
    fallback: [nl]
  - {tag: ar, fallback: [en]} # from right to left
default_language: nl
theme: mini
//- data/types/page.yaml
folder: pages
path: {nl: p, en: p, ar: ص}
label: Page
plural:
  nl: Bladen # many
  # In English too.
  en: Pages
fields:
  kind: {kind: choice, choices: {nl: Nederland, en: Engeland}, label: {nl: Soort, en: Kind}}
//- content/pages/a.nl.md
---
title: A
---
//- content/pages/a.en.md
---
title: A
translation: {source: nl, hash: x, state: draft}
---
//- content/pages/b.en.md
---
title: B
---
";

fn site() -> Disk {
    Disk::of(&hub(SETTINGS))
}

fn run(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[args, &["--clock", TODAY]].concat())
}

#[test]
fn a_language_is_added_in_place() {
    let disk = site();
    let before = disk.read("samen.yaml");
    let dry = run(&disk, &["new", "language", "de", "--dry-run"]);
    assert!(dry.stdout.contains("+  - {tag: de}"), "{}{}", dry.stdout, dry.stderr);
    assert_eq!(disk.read("samen.yaml"), before);
    let made = run(&disk, &["new", "language", "de", "--fallback", "en", "--sections"]);
    assert_eq!((made.code, made.stdout.as_str()), (0, "de\ncontent/_index.de.md\n"), "{}", made.stderr);
    assert!(made.stderr.contains("entries have no text in `de` yet"), "{}", made.stderr);
    let line = "# from right to left\n  - {tag: de, fallback: [en]}\n";
    assert_eq!(disk.read("samen.yaml"), before.replace("# from right to left\n", line));
    assert!(disk.read("content/_index.de.md").contains("draft: true"));
    for (tag, words) in [
        ("de", "has the language `de`"),
        ("xx", "`samen new language xx --name <name>`"),
        ("not a tag", "is not a language tag"),
    ] {
        let refused = run(&disk, &["new", "language", tag]);
        assert!(refused.code == 2 && refused.stderr.contains(words), "{tag}: {}", refused.stderr);
    }
    for tag in ["nl-x-easy", "nl-simple"] {
        assert_eq!(run(&disk, &["new", "language", tag]).code, 0, "{tag}");
    }
}

#[test]
fn a_language_leaves_settings_data_and_texts() {
    let disk = site();
    let (settings, type_) = (disk.read("samen.yaml"), disk.read("data/types/page.yaml"));
    let gone = run(&disk, &["remove", "language", "ar"]);
    assert_eq!(gone.code, 0, "{}", gone.stderr);
    let after = settings.replace(", ar: تجربة", "").replace("  - {tag: ar, fallback: [en]} # from right to left\n", "");
    assert_eq!(disk.read("samen.yaml"), after);
    assert_eq!(disk.read("data/types/page.yaml"), type_.replace(", ar: ص", ""));
    assert_eq!(run(&disk, &["check"]).code, 0);
}

#[test]
fn fallbacks_that_name_it_are_mended_and_texts_go_only_when_asked() {
    let disk = site();
    let before = disk.tree(".");
    let listed = run(&disk, &["remove", "language", "en"]);
    assert_eq!(listed.code, 1, "{}", listed.stderr);
    for words in [" in `en`; nothing was changed", "`content/pages/a.en.md`", "--content"] {
        assert!(listed.stderr.contains(words), "{words}\n{}", listed.stderr);
    }
    let dry = run(&disk, &["remove", "language", "en", "--content", "--dry-run"]);
    assert!(dry.code == 0 && dry.stdout.contains("delete content/pages/a.en.md\n"), "{}{}", dry.stdout, dry.stderr);
    assert!(dry.stdout.contains("+  - {tag: ar, fallback: [nl]} # from right to left"), "{}", dry.stdout);
    assert_eq!(disk.tree("."), before);
    let gone = run(&disk, &["remove", "language", "en", "--content"]);
    assert_eq!(gone.code, 0, "{}", gone.stderr);
    assert!(!disk.exists("content/pages/a.en.md") && disk.exists("content/pages/a.nl.md"));
    let text = disk.read("data/types/page.yaml");
    assert!(text.contains("choices: {nl: Nederland, en: Engeland}, label: {nl: Soort}"), "{text}");
    assert!(text.contains("  nl: Bladen # many\n  # In English too.\nfields:"), "{text}");
    assert_eq!(run(&disk, &["check"]).code, 0);
}

#[test]
fn a_language_that_others_need_stays() {
    let disk = site();
    disk.write("content/pages/b.nl.md", "---\ntitle: B\ntranslation: {source: en, hash: x, state: draft}\n---\n");
    let before = disk.tree(".");
    for (tag, words) in [
        ("nl", "is the default language"),
        ("en", "this text is the source of `content/pages/b.nl.md`"),
        ("tr", "the language `tr` is not one of this site"),
    ] {
        let refused = run(&disk, &["remove", "language", tag, "--content"]);
        assert!(refused.code != 0 && refused.stderr.contains(words), "{tag}: {}", refused.stderr);
    }
    assert_eq!(disk.tree("."), before);
}

#[test]
fn a_type_is_declared_from_nothing() {
    let disk = site();
    let made = run(&disk, &["new", "type", "workshop", "--folder", "workshops"]);
    assert_eq!((made.code, made.stdout.as_str()), (0, "data/types/workshop.yaml\n"), "{}", made.stderr);
    let text = disk.read("data/types/workshop.yaml");
    assert!(text.contains("folder: workshops\n") && text.contains("label: {nl: Workshop}\n"), "{text}");
    let entry = run(&disk, &["new", "workshop", "start"]);
    assert_eq!((entry.code, entry.stdout.as_str()), (0, "content/workshops/start.nl.md\n"), "{}", entry.stderr);
    let check = run(&disk, &["check", "--drafts"]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
    for (args, words) in [
        (&["new", "type", "workshop"][..], "`data/types/workshop.yaml` is there already"),
        (&["new", "type", "blad", "--folder", "pages"], "the type `page` has the folder `content/pages/`"),
        (&["new", "type", "Mijn type"], "such as `mijn-type`"),
        (&["new", "type", "x", "--extends", "meetin"], "the theme has no base type `meetin`"),
    ] {
        let refused = run(&disk, args);
        assert!(refused.code == 2 && refused.stderr.contains(words), "{args:?}: {}", refused.stderr);
    }
}
