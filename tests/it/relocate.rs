//! `samen move`: an entry under another id, with all that names it.

use proptest::prelude::*;

use crate::disk::{Disk, Run};
use crate::fixture::{Hub, SETTINGS, TODAY, hub};

const SITE: &str = r"
menu: [pages/a, meetings]
attachments: [default, txt]
checks: {link-hard-coded: allow}
//- data/types/page.yaml
folder: pages
path: {nl: p, en: p, ar: p}
label: Page
plural: Pages
fields:
  owner: {kind: party, to: [page]}
  photo: {kind: file}
  confidentiality: {kind: confidentiality}
//- data/types/meeting.yaml
folder: meetings
path: {nl: m, en: m, ar: m}
label: Meeting
plural: Meetings
date: date
fields:
  date: {kind: date, required: true}
  follows: {kind: ref, to: meeting}
  pages: {kind: refs, to: page}
  lead: {kind: markdown, translated: true}
outcomes:
  owner: {kind: party, to: [page]}
  supersedes: {kind: outcome, came: before}
registers:
  actions: {path: {nl: acties, en: actions, ar: actions}, label: {nl: Acties, en: Actions}}
//- content/pages/a.nl.md
---
title: Eerste # de titel
---
Zie [b](b.md), [het overleg](../meetings/m/index.nl.md#kop) en [zich](@/pages/a.md).
//- content/pages/a.en.md
---
title: First
translation: {source: nl, hash: HASH-A, state: reviewed}
---
See [b](b.md).
//- content/pages/b.nl.md
---
title: Tweede
related: [pages/a, meetings/m]
---
[Eén](a.md#x), [twee](<../pages/a.nl.md> 'titel'), [drie][def] en `[vier](a.md)`. [Adres](/nl/p/a/).

## X {#x}

[def]: @/pages/a.nl.md 'met titel'
//- content/meetings/m/index.nl.md
---
title: Overleg
date: 2026-01-02
pages: [a, b]
lead: |
  Lees
  [dit](@/pages/a.md).
---
## Kop

## Acties {.actions}

- [ ] Doe dit {#a1 owner=a}
- [ ] En dat {#a2 owner=pages/a supersedes=#a1}

[Bestand](stuk.txt) ![Beeld van niets](../m/stuk.txt)
//- content/meetings/m/stuk.txt
tekst
//- content/meetings/n.nl.md
---
title: Volgende
date: 2026-02-02
follows: m
---
## Acties {.actions}

- [ ] Nog eens {#a1 supersedes=m#a1}
- [ ] Ook {#a2 supersedes=meetings/m#a2}

[Terug](m/index.md) naar [het stuk](m/stuk.txt).
";

fn site() -> Hub {
    let hub = hub(&format!("{}{SITE}", SETTINGS.trim_end())).edit(
        "content/meetings/m/index.nl.md",
        " ![Beeld van niets](../m/stuk.txt)",
        "",
    );
    hub.edit("content/pages/b.nl.md", "[Eén](a.md#x)", "[Eén](a.md)")
}

fn disk(hub: &Hub) -> Disk {
    let disk = Disk::of(hub);
    let status = disk.run(&["translate", "pages/a", "en", "--mark-current", "--clock", TODAY]);
    assert_eq!(status.code, 0, "{}", status.stderr);
    disk
}

fn shift(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["move", "--clock", TODAY], args].concat())
}

fn found(disk: &Disk) -> String {
    let run = disk.run(&["check", "--strict", "--drafts", "--clock", TODAY]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    run.stdout
}

#[test]
fn a_page_moves_in_all_languages_with_all_that_names_it() {
    let disk = disk(&site());
    found(&disk);
    let moved = shift(&disk, &["pages/a", "eerste"]);
    assert_eq!((moved.code, &*moved.stdout), (0, "pages/eerste\n"), "{}", moved.stderr);
    found(&disk);
    let nl = disk.read("content/pages/eerste.nl.md");
    assert!(nl.starts_with("---\ntitle: Eerste # de titel\naliases: [/ar/p/a/, /nl/p/a/]\n---\n"), "{nl}");
    assert!(
        nl.contains("[zich](@/pages/eerste.md)")
            && nl.contains("[b](b.md), [het overleg](../meetings/m/index.nl.md#kop)")
    );
    let b = disk.read("content/pages/b.nl.md");
    for part in [
        "related: [pages/eerste, meetings/m]",
        "[Eén](eerste.md), [twee](<eerste.nl.md> 'titel'), [drie][def] en `[vier](a.md)`. [Adres](/nl/p/eerste/)",
        "[def]: @/pages/eerste.nl.md 'met titel'",
    ] {
        assert!(b.contains(part), "{part}\n{b}");
    }
    let m = disk.read("content/meetings/m/index.nl.md");
    for part in
        ["pages: [eerste, b]", "[dit](@/pages/eerste.md)", "{#a1 owner=eerste}", "owner=pages/eerste supersedes=#a1"]
    {
        assert!(m.contains(part), "{part}\n{m}");
    }
    assert!(disk.read("samen.yaml").contains("menu: [pages/eerste, meetings]"));
    // The translation says what its source says, as before.
    let status = disk.run(&["status", "--clock", TODAY]);
    let line = status.stdout.lines().find(|line| line.starts_with("pages/eerste")).unwrap_or_default().to_owned();
    assert!(!line.contains("outdated") && line.contains("reviewed"), "{}", status.stdout);
    assert!(!disk.exists("content/pages/a.nl.md") && !disk.exists("content/pages/a.en.md"));
}

#[test]
fn a_folder_moves_with_its_files_and_its_own_links() {
    let disk = disk(&site());
    let moved = shift(&disk, &["content/meetings/m/index.nl.md", "meetings/2026/start"]);
    assert_eq!(moved.code, 0, "{}", moved.stderr);
    assert!(moved.stderr.contains("files beside it have new addresses, 1 of them"), "{}", moved.stderr);
    found(&disk);
    assert_eq!(disk.read("content/meetings/2026/start/stuk.txt"), "tekst\n");
    let n = disk.read("content/meetings/n.nl.md");
    for part in [
        "follows: 2026/start",
        "supersedes=2026/start#a1",
        "supersedes=meetings/2026/start#a2",
        "[Terug](2026/start/index.md)",
        "(2026/start/stuk.txt)",
    ] {
        assert!(n.contains(part), "{part}\n{n}");
    }
    // A page that moves to another folder names what it named.
    let again = shift(&disk, &["pages/a", "pages/x/y"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    let nl = disk.read("content/pages/x/y.nl.md");
    assert!(nl.contains("[b](../b.md), [het overleg](../../meetings/2026/start/index.nl.md#kop)"), "{nl}");
    found(&disk);
}

#[test]
fn old_addresses_of_every_language_lead_to_the_new_ones() {
    let disk = disk(&site());
    let pages = |disk: &Disk| -> Vec<String> {
        let built = disk.run(&["build", "--clock", TODAY]);
        assert_eq!(built.code, 0, "{}", built.stderr);
        disk.tree("public").into_keys().filter(|file| file.ends_with("/p/a/index.html")).collect()
    };
    let before = pages(&disk);
    assert_eq!(before.len(), 3, "{before:?}");
    let moved = shift(&disk, &["pages/a", "eerste"]);
    assert_eq!(pages(&disk), before);
    assert!(moved.stderr.contains("`/nl/acties/owner/a/` has no page any more"), "{}", moved.stderr);
    assert!(disk.read("public/en/p/a/index.html").contains("/en/p/eerste/"));
    assert!(disk.read("public/ar/p/a/index.html").contains("/ar/p/eerste/"));
    // And back: the new address is a page again, the other one redirects.
    assert_eq!(shift(&disk, &["pages/eerste", "a"]).code, 0);
    let nl = disk.read("content/pages/a.nl.md");
    assert!(nl.contains("aliases: [/ar/p/eerste/, /nl/p/eerste/]"), "{nl}");
    assert_eq!(pages(&disk), before);
}

#[test]
fn a_draft_and_a_closed_entry_move_without_old_addresses() {
    let disk = disk(&site());
    disk.edit("content/pages/b.nl.md", "title: Tweede", "title: Tweede\ndraft: true");
    disk.write("content/pages/c.nl.md", "---\ntitle: C\nconfidentiality: closed\n---\n[a](a.md)\n");
    for (from, to) in [("pages/b", "pages/b2"), ("pages/c", "pages/c2")] {
        let moved = shift(&disk, &[from, to]);
        assert_eq!(moved.code, 0, "{}", moved.stderr);
        let text = disk.read(&format!("content/{to}.nl.md"));
        assert!(!text.contains("aliases"), "{text}");
    }
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let disk = disk(&site());
    let before = disk.tree("content");
    let shown = shift(&disk, &["pages/a", "eerste", "--dry-run"]);
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    for part in [
        "rename from content/pages/a.en.md\nrename to content/pages/eerste.en.md",
        "+related: [pages/eerste, meetings/m]",
    ] {
        assert!(shown.stdout.contains(part), "{part}\n{}", shown.stdout);
    }
    assert_eq!(disk.tree("content"), before);
}

#[test]
fn what_cannot_be_moved_is_refused_with_what_to_do() {
    let disk = disk(&site());
    disk.write("content/pages/closed.nl.md", "---\ntitle: C\nconfidentiality: closed\n---\nx\n");
    let before = disk.tree("content");
    for (args, words) in [
        (["pages/a", "b"], "`content/pages/b.nl.md` is there already"),
        (["pages/a", "B"], "such as `pages/b`"),
        (["pages/a", "closed"], "`content/pages/closed.nl.md` is there already"),
        (["pages/a", "pages/closed/x"], "is an entry itself"),
        (["meetings/m", "n"], "`content/meetings/n.nl.md` is there already"),
        (["meetings/m", "meetings/m/x"], "would lie in `meetings/m` itself"),
        (["pages/a", "pages/b/x"], "is an entry itself"),
        (["pages/a", "meetings/a"], "has other fields"),
        (["pages/a", "elsewhere/a"], "no type covers"),
        (["pages", "paginas"], "is the page of a folder"),
        (["pages/a", "pages/_index"], "cannot be the name"),
        (["pages/a", "Mijn Pagina"], "such as `pages/mijn-pagina`"),
        (["pages/a", "../x"], "cannot be the name"),
        (["pages/a", "a"], "has that name already"),
        (["pages/aa", "x"], "did you mean `pages/a`?"),
        (["a", "x"], "write its whole path: `pages/a`"),
    ] {
        let refused = shift(&disk, &args);
        assert!(refused.code != 0 && refused.stderr.contains(words), "{args:?}: {}", refused.stderr);
    }
    disk.write("content/pages/broken.nl.md", "---\ntitle: \"\n---\n");
    let refused = shift(&disk, &["pages/a", "x"]);
    assert!(
        refused.stderr.contains("content/pages/broken.nl.md") && refused.stderr.contains("cannot be read"),
        "{}",
        refused.stderr
    );
    disk.remove("content/pages/broken.nl.md");
    assert_eq!(disk.tree("content"), before);
}

/// A small site in which texts name each other in many ways.
fn random(links: &[(u8, u8, u8)]) -> Hub {
    let mut texts: Vec<String> = (0..5).map(|n| format!("---\ntitle: T{n}\nREL---\n## Kop {{#k}}\n")).collect();
    let mut related: Vec<Vec<String>> = vec![Vec::new(); 5];
    let place = |n: u8| match n {
        3 => "pages/sub/p3".to_owned(),
        4 => "pages/p4/index".to_owned(),
        n => format!("pages/p{n}"),
    };
    let id = |n: u8| place(n).trim_end_matches("/index").to_owned();
    let up = |n: u8| if n >= 3 { "../" } else { "" };
    for (from, to, how) in links.iter().map(|(from, to, how)| (from % 5, to % 5, how % 7)) {
        let (at, file) = (usize::from(from), place(to));
        let inside = file.strip_prefix("pages/").unwrap_or(&file);
        match how {
            0 => texts[at].push_str(&format!("\n[a](@/{file}.md)\n")),
            1 => texts[at].push_str(&format!("\n[a]({}{inside}.nl.md#k 'x')\n", up(from))),
            2 => texts[at].push_str(&format!("\n[a](@/{})\n", id(to))),
            3 => texts[at].push_str(&format!("\n[a][d{to}]\n\n[d{to}]: <@/{file}.md>\n")),
            4 => related[at].push(id(to)),
            5 => texts[at].push_str(&format!("\n`[a]({inside}.md)`\n")),
            _ => texts[at].push_str(&format!("\n- **[a]({}{inside}.md)**, [b](#k)\n", up(from))),
        }
    }
    let mut hub = hub("");
    for (n, text) in texts.into_iter().enumerate() {
        let rel = if related[n].is_empty() { String::new() } else { format!("related: [{}]\n", related[n].join(", ")) };
        let n = u8::try_from(n).unwrap();
        hub = hub.with(&format!("content/{}.nl.md", place(n)), text.replace("REL", &rel));
    }
    hub
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_move_breaks_nothing(
        links in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 0..14),
        which in 0_usize..5,
        deep in any::<bool>(),
    ) {
        let disk = Disk::of(&random(&links));
        let check = |disk: &Disk| disk.run(&["check", "--clock", TODAY, "--format", "json"]);
        let pages = |disk: &Disk| {
            let built = disk.run(&["build", "--clock", TODAY]);
            assert_eq!(built.code, 0, "{}", built.stderr);
            let files = disk.tree("public").into_keys();
            files.filter(|file| file.ends_with("index.html")).collect::<Vec<_>>()
        };
        let before = check(&disk);
        prop_assert_eq!(before.code, 0, "{}", before.stdout);
        let old = pages(&disk);
        let id = ["pages/p0", "pages/p1", "pages/p2", "pages/sub/p3", "pages/p4"][which];
        let moved = shift(&disk, &[id, if deep { "pages/a/b/new" } else { "pages/new" }]);
        prop_assert_eq!(moved.code, 0, "{}", moved.stderr);
        let after = check(&disk);
        prop_assert_eq!((after.code, after.stdout), (0, before.stdout), "{}", after.stderr);
        let new = pages(&disk);
        for page in old {
            prop_assert!(new.contains(&page), "{page}: {new:?}");
        }
    }
}
