//! A site with every feature, edited by chance: what is made with what is remembered is what is made from nothing. The
//! edits are drawn from a list that touches each feature; of every state all outputs are compared, byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::output::OutputDir;
use samen::pipeline::{self, LoadCache, RunControl};
use samen::plan::Job;
use samen::render::Content;

use crate::disk::Disk;
use crate::fixture::{Hub, bare, human};

/// Types with all that types may ask for, in three languages, with the theme of the hub.
const SITE: &str = r#"
//- samen.yaml
name: {nl: Proef, en: Trial, ar: تجربة}
tagline: {nl: Een proef, en: A trial, ar: تجربة}
base_url: https://hub.example/
languages:
  - {tag: nl, name: Nederlands}
  - {tag: en, name: English, fallback: [nl]}
  - {tag: ar, fallback: [en]}
default_language: nl
theme: hub
cards: card
headers: [netlify]
menu: [meetings]
footer: [pages/about]
translations_page: {nl: vertalingen, en: translations, ar: tr-ar}
news_page: {nl: nieuw, en: new, ar: new-ar}
types_page: {nl: soorten, en: kinds, ar: kinds-ar}
data_page: {nl: open-data, en: open-data, ar: data-ar}
search_page: {nl: zoeken, en: search, ar: search-ar}
licence: CC-BY-4.0
feed_limit: 3
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: Meeting
plural: Meetings
template: meeting.html
order: [-date, title]
per_page: 2
feed: true
data: true
date: date
calendar: {start: start, end: end, place: city}
schema_org: {type: Event}
cite: true
facets: [topics, organisers]
fields:
  date: {kind: date, label: Date, property: startDate}
  start: {kind: datetime, label: Start}
  end: {kind: datetime, label: End, not_before: start}
  city: {kind: place, label: City}
  organisers: {kind: refs, to: [organisation], inverse: organises, inverse_label: Organised, label: Organisers}
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Topics}
  follows: {kind: ref, to: [meeting], inverse: followed_by, label: Follows}
  venue: {kind: text, translated: true, not_under: [chatham], label: Venue}
  note: {kind: markdown, translated: true, label: Note}
  confidentiality: {kind: confidentiality, label: Confidentiality}
outcomes:
  owner: {kind: refs, role: owner, to: [organisation], label: Owner}
  due: {kind: date, role: due, label: Due}
  topic: {kind: term, taxonomy: topics, label: Topic}
  status:
    kind: choice
    role: state
    states: {open: open, done: done, dropped: dropped, superseded: superseded}
    choices: [open, done, dropped, superseded]
    label: Status
  follows: {kind: outcome, came: before, inverse: followed_by, label: Follows}
registers:
  decisions: {path: decisions, label: Decisions}
  actions: {path: actions, label: Actions, pdf: true, overdue: Overdue}
//- data/types/organisation.yaml
folder: organisations
label: Organisation
template: organisation.html
order: [title]
per_page: 0
facets: [kind]
data: true
schema_org: {type: Organization}
fields:
  kind: {kind: choice, choices: [ngo, agency], label: Kind}
  email: {kind: email, label: Mail}
//- data/types/term.yaml
folder: glossary
label: Term
template: glossary_term.html
fallback: list
order: [title]
link_first_use: true
fields:
  also: {kind: list, of: {kind: text}, translated: true, label: Also}
//- data/types/flyer.yaml
folder: flyers
label: Flyer
template: flyer.html
fallback: list
pdf: {layout: plain}
card: true
fields:
  version: {kind: text, label: Version}
//- data/types/page.yaml
folder: pages
path: ""
label: Page
plural: Pages
order: [weight, title]
schema_org: {type: WebPage, work: true}
fields:
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Topics}
//- data/terms/topics.yaml
label: {nl: Onderwerpen, en: Topics}
path: {nl: onderwerpen, en: topics}
feed: true
terms:
  care: {label: {nl: Zorg, en: Care}}
  law: {label: {nl: Recht, en: Law}}
//- data/places.yaml
label: {nl: Steden, en: Cities}
path: {nl: steden, en: cities}
terms:
  breda: {label: Breda}
//- templates/flyers/plain.typ
#import "lib.typ": *
#show: style
#set page(paper: "a6")
#heading(level: 1, data.title)
#content(data.body)
//- templates/flyers/card.typ
#import "lib.typ": *
#show: style
#set page(width: 600pt, height: 315pt)
#text(size: 30pt, if data.home { data.site } else { data.title })
//- content/_index.nl.md
---
title: Welkom
---
Welkom bij de proef.
//- content/_index.en.md
---
title: Welcome
---
Welcome.
//- content/_index.ar.md
---
title: أهلا
---
//- content/pages/about.nl.md
---
title: Over ons
---
Over ons en [het blad](b/index.md).

## Kop

Slot.
//- content/pages/prose.nl.md
---
title: Proza
---
Tekst.
//- content/meetings/evening.nl.md
---
title: Avond
date: 2024-01-02
---
Verslag.

## Acties {.actions}

- [ ] De brief versturen. {#a1 due=2026-06-20}
//- content/meetings/later.nl.md
---
title: Later
date: 2026-06-22
---
Wat komt.
//- content/flyers/help.nl.md
---
title: Kaart
---
Bel 112.
"#;

/// How often each kind of edit is made alone: one that changes much would hide that another was overlooked. As many times
/// as cost some seconds, for each round makes every output twice.
const TURNS: usize = 2;

/// Rounds of several edits at once, which come after those.
const MIXED_LOADS: usize = 12;
const MIXED_BUILDS: usize = 3;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).unwrap()
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// Changes a site by chance.
type Edit = fn(Hub, &mut Dice) -> Hub;

/// All that can be edited. Each leaves a site without errors, whatever was edited before.
const EDITS: &[(&str, Edit)] = &[
    ("text", text),
    ("prose", prose),
    ("translation", translation),
    ("meeting", meeting),
    ("meeting", meeting),
    ("organisation", organisation),
    ("glossary", glossary),
    ("flyer", flyer),
    ("picture", picture),
    ("files", files),
    ("section", section),
    ("settings", settings),
    ("types", types),
    ("terms", terms),
    ("strings", strings),
    ("templates", templates),
    ("layouts", layouts),
    ("assets", assets),
    ("copy", copy),
    ("day", day),
    ("due", due),
    ("overdue", overdue),
    ("past", past),
    ("drafts", drafts),
];

/// The site after the edits of a round, and what they are called: of one kind in the first rounds, each kind in turn, then
/// of some kinds at once.
fn edited(site: &Hub, dice: &mut Dice, round: usize) -> (Hub, Vec<&'static str>) {
    if round < TURNS * EDITS.len() {
        let (name, edit) = &EDITS[round % EDITS.len()];
        return (changed_by(*edit, site, dice), vec![name]);
    }
    let kinds: Vec<usize> = (0..=dice.below(3)).map(|_| dice.below(EDITS.len())).collect();
    let edit = |site: Hub, kind: &usize| EDITS[*kind].1(site, dice);
    (kinds.iter().fold(site.clone(), edit), kinds.iter().map(|kind| EDITS[*kind].0).collect())
}

/// An edit again until it changes something: what is drawn may be what is there.
fn changed_by(edit: Edit, site: &Hub, dice: &mut Dice) -> Hub {
    let differs = |now: &Hub| now.files != site.files || now.request != site.request;
    let tries = std::iter::repeat_with(|| edit(site.clone(), dice)).take(99);
    tries.into_iter().find(differs).expect("every edit can change the site")
}

fn text(site: Hub, dice: &mut Dice) -> Hub {
    let title = dice.one_of(&["A", "A", "Blad A", "Zorg"]);
    let more = dice.one_of(&[
        "",
        "",
        "draft: true\n",
        "topics: [care]\n",
        "aliases: [/nl/oud/]\n",
        "updated: 2026-06-10\n",
        "sensitive: true\n",
        "illustrative: true\n",
        "slug: anders\n",
        "publish: 2026-06-16\n",
        "expires: 2026-06-16\n",
        "glossary: false\n",
    ]);
    let body = [
        dice.one_of(&[
            "Een tekst.",
            "Over hulp.",
            "Over zorg en hulp.",
            "Zie [ons](../about.md).",
            "Zie [weg](../about.md#kop).",
        ]),
        dice.one_of(&[
            "## Kop\n\nWoorden.",
            "- Een punt.",
            "Een noot[^1].\n\n[^1]: De noot.",
            "::: callout kind=tip\nLet op hulp.\n:::",
        ]),
        dice.one_of(&[
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "Slot.",
            "Ander slot.",
            "![Een foto](foto.png)",
            "![Een tekening](tekening.svg)",
        ]),
    ];
    let text = format!("---\ntitle: {title}\n{more}---\n{}\n", body.join("\n\n"));
    site.with("content/pages/b/index.nl.md", text)
}

/// Words behind the summary, which no list shows: only the page, the index and who uses a word of the glossary change.
fn prose(site: Hub, dice: &mut Dice) -> Hub {
    let words = dice.one_of(&["Over hulp, zorg en steun.", "Een zin."]);
    let opening = "Een lange inleiding. ".repeat(20);
    site.with("content/pages/prose.nl.md", format!("---\ntitle: Proza\n---\n{opening}\n\n- {words}\n"))
}

fn translation(site: Hub, dice: &mut Dice) -> Hub {
    let file =
        dice.one_of(&["content/pages/b/index.en.md", "content/pages/b/index.ar.md", "content/pages/about.en.md"]);
    let state = dice.one_of(&["draft", "machine", "reviewed", "reviewed, hash: '00000000000000000000000000000000'"]);
    let words = dice.one_of(&["Words on support.", "Words.", "نص عن الدعم"]);
    match dice.below(4) {
        0 => site.without(file),
        _ => site.with(file, format!("---\ntitle: Sheet\ntranslation: {{source: nl, state: {state}}}\n---\n{words}\n")),
    }
}

fn meeting(site: Hub, dice: &mut Dice) -> Hub {
    let name = dice.one_of(&["m1", "m2", "m3"]);
    if name == "m3" && dice.below(3) == 0 {
        return site.without("content/meetings/m3.nl.md");
    }
    let title = dice.one_of(&["Overleg", "Startoverleg", "Over zorg"]);
    let day = dice.one_of(&["2026-06-14", "2026-06-15", "2026-06-17", "2024-01-02"]);
    let more = dice.one_of(&[
        "",
        "",
        "organisers: [een]\n",
        "topics: [care, law]\n",
        "topics: [law]\ncity: breda\n",
        "venue: Zaal 1\n",
        "note: Over *hulp* en [ons](../pages/about.md).\n",
        "confidentiality: closed\n",
        "confidentiality: summary\n",
        "confidentiality: chatham\n",
        "start: 2026-06-17T10:00\nend: 2026-06-17T12:00\n",
    ]);
    let owner = dice.one_of(&["", " owner=een", " owner=een topic=care"]);
    let due = dice.one_of(&["", " due=2026-06-14", " due=2026-06-16", " due=2027-01-01 status=done"]);
    let follows = if name == "m1" { "" } else { dice.one_of(&["", "", "follows: m1\n"]) };
    let done = dice.one_of(&[" ", "x"]);
    let words = dice.one_of(&["De kaart maken", "Hulp zoeken", "Een brief schrijven"]);
    let text = format!(
        "---\ntitle: {title}\ndate: {day}\n{more}{follows}---\nEen verslag.\n\n## Besluiten {{.decisions}}\n\n- Wij gaan door. {{#d1}}\n\n## Acties {{.actions}}\n\n- [{done}] {words}. {{#a1{owner}{due}}}\n"
    );
    site.with(&format!("content/meetings/{name}.nl.md"), text)
}

fn organisation(site: Hub, dice: &mut Dice) -> Hub {
    let title = dice.one_of(&["Een", "Stichting Een", "Hulp"]);
    let kind = dice.one_of(&["ngo", "agency"]);
    let more = dice.one_of(&["", "email: info@hub.example\n", "weight: 3\n"]);
    site.with(
        "content/organisations/een.nl.md",
        format!("---\ntitle: {title}\nkind: {kind}\n{more}---\nWie wij zijn.\n"),
    )
}

fn glossary(site: Hub, dice: &mut Dice) -> Hub {
    let title = dice.one_of(&["Hulp", "Zorg", "Steun"]);
    let also = dice.one_of(&["", "also: [verslag]\n", "also: [woorden]\n"]);
    let site = site.with("content/glossary/t1.nl.md", format!("---\ntitle: {title}\n{also}---\nUitleg.\n"));
    match dice.below(3) {
        0 => site.without("content/glossary/t1.en.md"),
        1 => {
            site.with("content/glossary/t1.en.md", "---\ntitle: Support\ntranslation: {source: nl}\n---\nWhat it is.\n")
        }
        _ => site,
    }
}

fn flyer(site: Hub, dice: &mut Dice) -> Hub {
    let (title, body) =
        (dice.one_of(&["Kaart", "Hulpkaart"]), dice.one_of(&["Bel 112.", "Bel *nu*.", "Bel ons over hulp."]));
    let more = dice.one_of(&["", "version: v2\n", "sensitive: true\n"]);
    let site = site.with("content/flyers/help.nl.md", format!("---\ntitle: {title}\n{more}---\n{body}\n"));
    match dice.below(3) {
        0 => site.without("content/flyers/help.en.md"),
        1 => site.with("content/flyers/help.en.md", "---\ntitle: Card\ntranslation: {source: nl}\n---\nCall us.\n"),
        _ => site,
    }
}

fn picture(site: Hub, dice: &mut Dice) -> Hub {
    let (width, height) = [(40, 30), (40, 31), (700, 20)][dice.below(3)];
    let colour = dice.one_of(&["red", "blue"]);
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path fill=\"{colour}\" d=\"M0 0h4v4z\"/></svg>"
    );
    site.with("content/pages/b/foto.png", crate::images::png(width, height))
        .with("content/pages/b/tekening.svg", drawing)
}

fn files(site: Hub, dice: &mut Dice) -> Hub {
    match dice.below(4) {
        0 => site.without("content/pages/b/blad.pdf"),
        1 => site.with("content/pages/b/blad.pdf", crate::pdf_texts::sheet(&["zonnebloem"])),
        2 => site.with("content/pages/b/blad.pdf", crate::pdf_texts::sheet(&["tulp", "roos"])),
        _ => site.with("content/pages/b/lijst.csv", format!("a,b\n{}\n", dice.below(3))),
    }
}

fn section(site: Hub, dice: &mut Dice) -> Hub {
    let file = dice.one_of(&["content/meetings/_index.nl.md", "content/_index.nl.md", "content/glossary/_index.en.md"]);
    if file != "content/_index.nl.md" && dice.below(3) == 0 {
        return site.without(file);
    }
    let (title, body) = (dice.one_of(&["Lijst", "Alles"]), dice.one_of(&["Wat er is.", "Over hulp.", ""]));
    site.with(file, format!("---\ntitle: {title}\n---\n{body}\n"))
}

/// Replaces one of some lines, if it is there, by another of them.
fn swap(site: Hub, dice: &mut Dice, file: &str, lines: &[&str]) -> Hub {
    let text = String::from_utf8(site.files[file].clone()).unwrap();
    let new = dice.one_of(lines);
    let old = lines.iter().filter(|line| text.contains(*line)).max_by_key(|line| line.len());
    old.map_or(site.clone(), |old| site.edit(file, old, new))
}

fn settings(site: Hub, dice: &mut Dice) -> Hub {
    let lines: &[&[&str]] = &[
        &["feed_limit: 3", "feed_limit: 1"],
        &["headers: [netlify]", "headers: [nginx, caddy]"],
        &["menu: [meetings]", "menu: [meetings, organisations]"],
        &["licence: CC-BY-4.0", "licence: CC0-1.0"],
        &["tagline: {nl: Een proef", "tagline: {nl: Nog een proef"],
        &["search_page: {nl: zoeken", "search_page: {nl: vinden"],
        &["cards: card", "# no cards"],
        &["base_url: https://hub.example/\n", "base_url: https://hub.example/deep/\n"],
        &[
            "theme: hub\n",
            "theme: hub\nhsts: true\n",
            "theme: hub\nexit: {target: \"https://www.wikipedia.org/\", scope: all}\n",
        ],
        &["name: Nederlands}", "name: Hollands}"],
    ];
    let line = lines[dice.below(lines.len())];
    swap(site, dice, "samen.yaml", line)
}

fn types(site: Hub, dice: &mut Dice) -> Hub {
    let lines: &[(&str, &[&str])] = &[
        ("meeting", &["per_page: 2", "per_page: 1", "per_page: 0"]),
        ("meeting", &["order: [-date, title]", "order: [title]"]),
        ("meeting", &["feed: true", "feed: false"]),
        ("meeting", &["facets: [topics, organisers]", "facets: [topics]"]),
        ("meeting", &["cite: true", "cite: false"]),
        ("meeting", &["{kind: date, label: Due}", "{kind: date, label: Done by}"]),
        ("meeting", &["path: actions, label: Actions, pdf: true", "path: actions, label: Doing, pdf: true"]),
        ("organisation", &["data: true", "data: false"]),
        ("organisation", &["label: Mail}", "label: E-mail}"]),
        ("term", &["link_first_use: true", "link_first_use: false"]),
        ("page", &["label: Page\n", "label: Sheet\n"]),
        ("flyer", &["card: true", "card: false"]),
    ];
    let (name, line) = lines[dice.below(lines.len())];
    swap(site, dice, &format!("data/types/{name}.yaml"), line)
}

fn terms(site: Hub, dice: &mut Dice) -> Hub {
    match dice.below(3) {
        0 => swap(site, dice, "data/places.yaml", &["label: Breda", "label: {nl: Breda, en: Breda NL}"]),
        1 => swap(
            site,
            dice,
            "data/terms/topics.yaml",
            &["law: {label: {nl: Recht, en: Law}}", "law: {label: {nl: Wet, en: Act}, broader: care}"],
        ),
        _ => swap(site, dice, "data/terms/topics.yaml", &["feed: true", "feed: false"]),
    }
}

fn strings(site: Hub, dice: &mut Dice) -> Hub {
    let words = dice.one_of(&["Start", "Begin"]);
    let key = dice.one_of(&["home", "help-link", "pager-next"]);
    let file = dice.one_of(&["data/strings/nl.ftl", "data/strings/en.ftl"]);
    site.with(file, format!("{key} = {words}\n"))
}

fn templates(site: Hub, dice: &mut Dice) -> Hub {
    let name = dice.one_of(&["404.html", "page.html", "section.html", "register.html", "search.html"]);
    let file = format!("templates/{name}");
    match dice.below(3) {
        0 => site.without(&file),
        n => site.with(
            &file,
            format!("{{% extends \"hub/{name}\" %}}{{% block main %}}{{{{ super() }}}}<p>{n}</p>{{% endblock main %}}"),
        ),
    }
}

fn layouts(site: Hub, dice: &mut Dice) -> Hub {
    match dice.below(2) {
        0 => swap(site, dice, "templates/flyers/plain.typ", &["paper: \"a6\"", "paper: \"a5\""]),
        _ => swap(site, dice, "templates/flyers/card.typ", &["size: 30pt", "size: 40pt"]),
    }
}

fn assets(site: Hub, dice: &mut Dice) -> Hub {
    match dice.below(3) {
        0 => swap(site, dice, "themes/hub/assets/mark.svg", &["<path", "<path id=\"a\""]),
        1 => site.with("static/robots-extra.txt", dice.one_of(&["one", "two"])),
        _ => site
            .with("themes/hub/assets/print.css", format!("@media print {{ body {{ margin: {}px }} }}", dice.below(4))),
    }
}

fn day(site: Hub, dice: &mut Dice) -> Hub {
    let day = dice.one_of(&["2026-06-15", "2026-06-16", "2026-06-18"]);
    site.clock(day)
}

/// The day on which an action of a meeting long past is due, ...
fn due(site: Hub, _: &mut Dice) -> Hub {
    site.clock("2026-06-20")
}

/// ... the next, on which nothing is new but that it should have been done, ...
fn overdue(site: Hub, _: &mut Dice) -> Hub {
    site.clock("2026-06-21")
}

/// ... and one on which nothing is new but that the last meeting is over.
fn past(site: Hub, _: &mut Dice) -> Hub {
    site.clock("2026-06-23")
}

/// Other bytes of a file, as many as before.
fn copy(site: Hub, dice: &mut Dice) -> Hub {
    site.with("content/pages/b/bijlage.csv", dice.one_of(&["een", "elf"]))
}

fn drafts(mut site: Hub, _: &mut Dice) -> Hub {
    site.request.drafts = !site.request.drafts;
    site
}

/// The site with what the theme of the hub brings.
pub fn site() -> Hub {
    let mut site = bare(SITE);
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    read_below(&theme, &theme, &mut site.files);
    let mut dice = Dice(11);
    // Every file that edits make is there at the start.
    let request = site.request.clone();
    for (_, edit) in EDITS {
        site = edit(site, &mut dice);
    }
    site.request = request;
    for name in ["m1", "m2"] {
        let text = format!("---\ntitle: Overleg {name}\ndate: 2026-06-14\n---\nVerslag.\n");
        site.files.entry(format!("content/meetings/{name}.nl.md")).or_insert(text.into_bytes());
    }
    with_reviewed_prose(site)
}

/// With a translation that is up to date, until its source says something else.
fn with_reviewed_prose(site: Hub) -> Hub {
    let loaded = pipeline::load(&site.sources(), &site.request).loaded.expect("the site can be read");
    let hash = loaded.rendering.site.find("pages/prose").expect("it is published").source.meta.source_hash;
    let translation = format!("translation: {{source: nl, state: reviewed, hash: '{hash}'}}");
    site.with("content/pages/prose.en.md", format!("---\ntitle: Prose\n{translation}\n---\nWords.\n"))
}

fn read_below(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, root, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            files.insert(format!("themes/{name}"), fs::read(&path).unwrap());
        }
    }
}

/// All that can be seen of a load: what every job gives, the data of every print, and what is wrong.
fn seen(site: &Hub, cache: &mut LoadCache, changed: Option<&[Arc<str>]>) -> (BTreeMap<String, String>, Vec<String>) {
    let sources = site.sources();
    let result = match changed {
        Some(files) => pipeline::load_changed(&sources, &site.request, files, cache),
        None => pipeline::load_again(&sources, &site.request, cache),
    };
    let (loaded, found) = result.finish(Diagnostics::default());
    let mut outputs = BTreeMap::new();
    let rendering = loaded.as_ref().map(|loaded| &loaded.rendering);
    for (route, planned) in rendering.iter().flat_map(|rendering| &rendering.plan.jobs) {
        let rendering = rendering.expect("there are jobs");
        let text = match rendering.render(route, &planned.job) {
            Ok(Content::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
            other => format!("{other:?}"),
        };
        outputs.insert(route.to_string(), text);
        // Prints are dear; what they are made from tells as much.
        if matches!(planned.job, Job::Print { .. }) {
            for name in rendering.prints_of(&planned.job) {
                let data = rendering.print_data(&name).map(|data| data.json);
                outputs.insert(format!("{route} {name:?}"), format!("{data:?}"));
            }
        }
    }
    (outputs, found.items().iter().map(|item| format!("{item:?}")).collect())
}

/// Where two sites differ first, in words.
#[track_caller]
fn assert_same(now: &BTreeMap<String, String>, clean: &BTreeMap<String, String>, when: &str) {
    assert_eq!(now.keys().collect::<Vec<_>>(), clean.keys().collect::<Vec<_>>(), "{when}");
    for (name, text) in clean {
        if now[name] != *text {
            let line = now[name].lines().zip(text.lines()).find(|(a, b)| a != b);
            panic!("{when}: `{name}` is not that of a clean run: {line:#?}");
        }
    }
}

#[test]
fn a_site_with_every_feature_is_loaded_again_as_it_is_loaded_afresh() {
    let (mut site, mut dice, mut cache) = (site(), Dice(5), LoadCache::default());
    let mut made = Vec::new();
    seen(&site, &mut cache, None);
    for round in 0..TURNS * EDITS.len() + MIXED_LOADS {
        let before = site.clone();
        let (now, names) = edited(&site, &mut dice, round);
        site = now;
        made.extend(names);
        let all = before.files.keys().chain(site.files.keys());
        let changed: Vec<Arc<str>> = all
            .filter(|path| before.files.get(*path) != site.files.get(*path))
            .map(|path| Arc::from(path.as_str()))
            .collect();
        let same_request = before.request == site.request;
        let (now, found) = seen(&site, &mut cache, (round % 2 == 1 && same_request).then_some(&changed));
        let (clean, clean_found) = seen(&site, &mut LoadCache::default(), None);
        let when = format!("round {round} after {}", made.join(", "));
        assert_eq!(found, clean_found, "{when}");
        assert_same(&now, &clean, &when);
    }
}

#[test]
fn a_site_with_every_feature_is_built_again_as_it_is_built_afresh() {
    let (mut site, mut dice) = (site(), Dice(3));
    let disk = Disk::of(&site);
    let root = disk.path("");
    let mut made = Vec::new();
    for round in 0..=TURNS * EDITS.len() + MIXED_BUILDS {
        let folder = OutputDir::open(&root, &disk.path("public")).expect("a folder that may be written to");
        let built = pipeline::build(&root, &folder, &site.request, &RunControl::default());
        let when = format!("round {round} after {}", made.join(", "));
        if let Err((_, found)) = &built {
            panic!("{when}: {}", human(&site.sources(), found));
        }
        let now: BTreeMap<String, String> =
            disk.public().into_iter().map(|(name, bytes)| (name, text_of(&bytes))).collect();
        let clean = site.outputs().into_iter().map(|(name, bytes)| (name, text_of(&bytes))).collect();
        assert_same(&now, &clean, &when);
        let before = site.clone();
        let (now, names) = edited(&site, &mut dice, round);
        site = now;
        made.extend(names);
        for (path, bytes) in site.files.iter().filter(|(path, bytes)| before.files.get(*path) != Some(*bytes)) {
            disk.write(path, bytes);
        }
        for path in before.files.keys().filter(|path| !site.files.contains_key(*path)) {
            disk.remove(path);
        }
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
