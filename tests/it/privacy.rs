//! What is for editors only leaves no byte in any output: private fields and consents at every depth, outcomes, drafts,
//! and what the confidentiality of an entry keeps back.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::fixture::{Hub, check_diagnostics};
use crate::never_panics::cases;
use crate::search;

/// The beginning of every word that no reader may see, and of every word that all may.
const HIDDEN: &str = "verborgen";
const SHOWN: &str = "zichtbaar";

/// A field of a random type. What stands in a private one is private, at any depth.
#[derive(Clone, Debug)]
struct RandomField {
    private: bool,
    kind: RandomKind,
}

#[derive(Clone, Debug)]
enum RandomKind {
    Text,
    Markdown,
    Url,
    Email,
    Consent,
    List(Box<RandomField>),
    Group(Vec<RandomField>),
}

/// Words with a number each, so that one that leaks tells where it comes from.
#[derive(Default)]
struct Words {
    count: usize,
    shown: Vec<String>,
}

impl Words {
    fn next(&mut self, hidden: bool) -> String {
        self.count += 1;
        let word = format!("{}{}", if hidden { HIDDEN } else { SHOWN }, self.count);
        if !hidden {
            self.shown.push(word.clone());
        }
        word
    }
}

impl RandomField {
    /// Its declaration, as YAML on one line.
    fn declaration(&self) -> String {
        let kind = match &self.kind {
            RandomKind::Text => "text".to_owned(),
            RandomKind::Markdown => "markdown".to_owned(),
            RandomKind::Url => "url".to_owned(),
            RandomKind::Email => "email".to_owned(),
            RandomKind::Consent => "consent".to_owned(),
            RandomKind::List(item) => format!("list, of: {}", item.declaration()),
            RandomKind::Group(parts) => {
                let parts: Vec<String> =
                    parts.iter().enumerate().map(|(n, part)| format!("p{n}: {}", part.declaration())).collect();
                format!("group, fields: {{{}}}", parts.join(", "))
            }
        };
        format!("{{kind: {kind}{}}}", if self.private { ", private: true" } else { "" })
    }

    /// A value, as YAML on one line.
    fn value(&self, hidden: bool, words: &mut Words) -> String {
        let hidden = hidden || self.private;
        match &self.kind {
            RandomKind::Text => words.next(hidden),
            RandomKind::Markdown => format!("\"Met **{}** erin.\"", words.next(hidden)),
            RandomKind::Url => format!("https://{}.example/", words.next(hidden)),
            RandomKind::Email => format!("info@{}.example", words.next(hidden)),
            RandomKind::Consent => format!("{{ref: {}, obtained: 2024-01-01, scope: [web]}}", words.next(true)),
            RandomKind::List(item) => format!("[{}, {}]", item.value(hidden, words), item.value(hidden, words)),
            RandomKind::Group(parts) => {
                let parts: Vec<String> =
                    parts.iter().enumerate().map(|(n, part)| format!("p{n}: {}", part.value(hidden, words))).collect();
                format!("{{{}}}", parts.join(", "))
            }
        }
    }

    /// What it is to machines, where its kind can be anything.
    fn property(&self) -> &'static str {
        let item = match &self.kind {
            RandomKind::List(item) => &item.kind,
            kind => kind,
        };
        match item {
            RandomKind::Text | RandomKind::Url | RandomKind::Email => ", property: keywords, dublin_core: subject",
            RandomKind::Markdown | RandomKind::Consent | RandomKind::List(_) | RandomKind::Group(_) => "",
        }
    }
}

fn field() -> impl Strategy<Value = RandomField> {
    let leaf = prop_oneof![
        Just(RandomKind::Text),
        Just(RandomKind::Markdown),
        Just(RandomKind::Url),
        Just(RandomKind::Email),
        Just(RandomKind::Consent),
    ];
    let with_privacy = |kind: BoxedStrategy<RandomKind>| {
        (prop::bool::weighted(0.3), kind).prop_map(|(private, kind)| RandomField { private, kind })
    };
    with_privacy(leaf.boxed()).prop_recursive(3, 16, 4, move |inner| {
        let list = inner.clone().prop_map(|item| RandomKind::List(Box::new(item)));
        let group = vec(inner, 1..4).prop_map(RandomKind::Group);
        with_privacy(prop_oneof![list, group].boxed())
    })
}

/// A site with an entry that has the fields and its outcomes, and with entries of which nothing may be seen.
fn site(fields: &[RandomField], words: &mut Words) -> Hub {
    let mut declared = String::new();
    let mut values = String::new();
    for (number, field) in fields.iter().enumerate() {
        let declaration = field.declaration();
        let open = declaration.strip_suffix('}').expect("a declaration is a map on one line");
        declared += &format!("  f{number}: {open}{}}}\n", field.property());
        values += &format!("f{number}: {}\n", field.value(false, words));
    }
    search::site(&format!(
        "//- data/types/thing.yaml
folder: things
data: true
feed: true
order: [title]
schema_org: {{type: Thing}}
registers: {{actions: {{path: acties, label: Acties}}}}
outcomes: {{owner: {{kind: text}}, secret: {{kind: text, private: true}}}}
fields:
  confidentiality: {{kind: confidentiality}}
{declared}//- content/things/a.nl.md
---
title: A
neutral_title: {HIDDEN}-neutraal
{values}---
## Acties {{.actions}}

- [ ] Doen {{#a1 owner={SHOWN}-eigenaar secret={HIDDEN}-feit}}
//- content/things/a.en.md
---
title: A in English
description: {HIDDEN}-concept
draft: true
translation: {{source: nl}}
---
{HIDDEN}-concept
//- content/things/closed.nl.md
---
title: {HIDDEN}-gesloten
confidentiality: closed
---
{HIDDEN}-tekst
//- content/things/summary.nl.md
---
title: Samengevat
confidentiality: summary
---
{HIDDEN}-verslag

## Acties {{.actions}}

- [ ] {HIDDEN}-actie {{#a1 owner={HIDDEN}-eigenaar}}
"
    ))
}

/// The outputs with a word that nobody may see.
fn leaks(hub: &Hub) -> Vec<String> {
    let found = hub.outputs().into_iter().filter_map(|(name, bytes)| {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let at = text.find(HIDDEN)?;
        let around: String = text[at..].chars().take(60).collect();
        Some(format!("{name}: {around}"))
    });
    found.collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn no_byte_of_what_is_private_is_in_any_output(fields in vec(field(), 1..5)) {
        let mut words = Words::default();
        let hub = site(&fields, &mut words);
        let leaked = leaks(&hub);
        prop_assert!(leaked.is_empty(), "{leaked:#?}");
        // What everybody may see is there: a site that shows nothing at all would pass the line above.
        let page = hub.output("nl/things/a/index.html");
        let missing: Vec<&String> = words.shown.iter().filter(|word| !page.contains(word.as_str())).collect();
        prop_assert!(missing.is_empty(), "{missing:?} not in {page}");
    }
}

#[test]
fn a_private_part_stays_out_of_data_pages_and_search() {
    let part = |private, kind| RandomField { private, kind };
    let group = RandomKind::Group(vec![part(false, RandomKind::Text), part(true, RandomKind::Text)]);
    let consent = RandomKind::Group(vec![part(false, RandomKind::Text), part(false, RandomKind::Consent)]);
    let mut words = Words::default();
    let list = part(false, RandomKind::List(Box::new(part(false, group))));
    let hub = site(&[list, part(false, consent)], &mut words);
    assert_eq!(leaks(&hub), Vec::<String>::new());
    let data: serde_json::Value = serde_json::from_str(&hub.output("nl/things/thing.json")).unwrap();
    let [first, second, third] = [0, 1, 2].map(|n| words.shown[n].as_str());
    assert_eq!(data["items"][0]["f0"], serde_json::json!([{ "p0": first }, { "p0": second }]));
    assert_eq!(data["items"][0]["f1"], serde_json::json!({ "p0": third }));
}

#[test]
fn nothing_that_readers_see_hangs_on_a_private_field() {
    check_diagnostics(
        "//- data/types/thing.yaml
folder: things
order: [rank]
        ^^^^ //~ error[schema-invalid]: `rank` is for editors only
facets: [team]
         ^^^^ //~ error[schema-invalid]: `team` is no field that entries can be parted by
fields:
  rank: {kind: integer, private: true}
  team: {kind: choice, choices: [a, b], private: true}
",
    );
}

#[test]
fn what_a_private_field_names_is_not_told_on_the_other_side() {
    let hub = crate::fixture::hub(
        "//- data/types/thing.yaml
folder: things
fields:
  about: {kind: refs, private: true, inverse: told_by}
  note: {kind: markdown, private: true}
  topic: {kind: term, taxonomy: topics, private: true}
//- data/terms/topics.yaml
label: Topics
path: topics
terms: {housing: Housing}
//- content/things/a.nl.md
---
title: Stil
about: [things/b]
note: \"Zie [B](@/things/b).\"
topic: housing
---
//- content/things/b.nl.md
---
title: B
---
",
    );
    let page = hub.output("nl/things/b/index.html");
    assert!(!page.contains("told_by") && !page.contains("backlink:"), "{page}");
    let topic = hub.outputs().remove("nl/topics/housing/index.html");
    let topic = topic.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()).unwrap_or_default();
    assert!(!topic.contains("Stil"), "{topic}");
}

#[test]
fn a_translation_borrows_no_text_from_a_source_that_is_a_draft() {
    let site = "//- data/types/thing.yaml
folder: things
data: true
registers: {actions: {path: acties, label: Acties}}
outcomes: {owner: {kind: text}}
fields:
  note: {kind: text, translated: true}
  room: {kind: text}
//- content/things/a.nl.md
---
title: verborgen titel
note: verborgen noot
room: Zaal 1
draft: true
---
## Acties {.actions}

- [ ] verborgen actie {#a1 owner=Pharos}
- [ ] Vertaald {#a2 owner=COA}
//- content/things/a.en.md
---
title: A
translation: {source: nl, standalone: true}
---
## Actions {.actions}

- [ ] Translated {#a2}
";
    let hub = crate::fixture::hub(site);
    assert_eq!(leaks(&hub), Vec::<String>::new());
    // Facts that all languages share are there, and so is what was translated.
    let page = hub.output("en/things/a/index.html");
    assert!(page.contains("Zaal 1") && page.contains("Translated") && page.contains("COA"), "{page}");
    assert!(!page.contains("Pharos"), "{page}");
}

#[test]
fn a_file_that_only_private_fields_name_is_not_published() {
    let hub = crate::fixture::hub(
        r"
//- data/types/case.yaml
folder: cases
fields:
  form: {kind: file, private: true}
  papers:
    kind: list
    of:
      kind: group
      fields:
        scan: {kind: file, private: true}
        public: {kind: file}
//- content/cases/a/index.nl.md
---
title: A
form: form.csv
papers: [{scan: scan.csv, public: both.csv}, {scan: both.csv}]
---
[Scan](scan.csv), [bijlage](free.csv).
",
    );
    let hub = ["form", "scan", "both", "free"]
        .into_iter()
        .fold(hub, |hub, name| hub.with(&format!("content/cases/a/{name}.csv"), format!("{name} inhoud")));
    let names = hub.names();
    let published = |name: &str| names.iter().any(|output| output.ends_with(&format!("{name}.csv")));
    assert!(!published("form") && !published("scan"), "{names:?}");
    // What a public field names too, and what no field names, is published as before.
    assert!(published("both") && published("free"), "{names:?}");
    let found = hub.check();
    let told: Vec<String> = found.items().iter().map(|item| item.message.to_string()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("named by a field for editors only"), "{told:?}");
}

#[test]
fn a_page_that_names_a_hidden_entry_is_the_page_that_never_did() {
    let site = |facts: &str, text: &str| {
        crate::fixture::hub(&format!(
            "//- data/types/thing.yaml
folder: things
data: true
fields:
  about: {{kind: refs}}
  parts: {{kind: list, of: {{kind: group, fields: {{one: {{kind: ref}}}}}}}}
//- content/things/a.nl.md
---
title: A
{facts}---
{text}
//- content/things/b.nl.md
---
title: B
draft: true
---
"
        ))
        .outputs()
    };
    let named =
        site("about: [things/b]\nparts: [{one: things/b}]\n", "Zie [de *brief*](b.md \"Brief\") en [B](@/things/b).");
    let never = site("", "Zie de *brief* en B.");
    assert_eq!(named, never);
}
