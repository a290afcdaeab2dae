//! Content types and their fields: what each kind of field accepts, shows and refuses.

use serde_json::Value;

use crate::disk::Disk;
use crate::fixture::{Hub, check_diagnostics, hub};

/// A site with a type of one field `x`, and an entry that sets it.
fn with_field(declaration: &str, value: &str) -> Hub {
    hub(&format!(
        "//- data/types/thing.yaml
folder: things
fields:
  x: {{{declaration}}}
//- data/terms/topics.yaml
label: Topics
terms:
  referral: {{label: {{nl: Verwijzen, en: Referral}}}}
  housing: Housing
//- data/places.yaml
label: Places
path: places
terms:
  utrecht: Utrecht
//- content/things/b.nl.md
---
title: B
---
//- content/things/c/index.nl.md
---
title: C
x: {value}
---
//- content/things/c/photo.pdf
%PDF-1.7
"
    ))
}

/// The value as the page of the entry shows it.
#[track_caller]
fn accepted(declaration: &str, value: &str, shown: &str) {
    let hub = with_field(declaration, value).edit("content/things/c/index.nl.md", "title: C", "title: C\nslug: c");
    assert_eq!(hub.facts("nl/things/c/index.html", "x"), [shown], "{declaration} with {value}");
}

/// One error, at the value.
#[track_caller]
fn refused(declaration: &str, value: &str, message: &str) {
    let hub = with_field(declaration, value);
    let diagnostics = hub.check();
    let said: Vec<String> = diagnostics.items().iter().map(|d| format!("{}: {}", d.code, d.message)).collect();
    assert_eq!(diagnostics.items().len(), 1, "{declaration} with {value}: {said:#?}");
    let one = &diagnostics.items()[0];
    let help = one.help.as_ref().map(ToString::to_string).unwrap_or_default();
    assert!(format!("{} ({help})", said[0]).contains(message), "{declaration} with {value}: {} ({help})", said[0]);
    let span = one.at.as_ref().expect("a field has a place");
    assert_eq!(&*span.file, "content/things/c/index.nl.md");
    assert!(span.range.start as usize >= "---\ntitle: C\nx: ".len(), "the value is pointed at, not {:?}", span.range);
}

#[test]
fn text_is_one_line_or_a_number_as_spelled() {
    accepted("kind: text", "Hallo", "Hallo");
    accepted("kind: text", "'1: 2 & <b>'", "1: 2 &amp; &lt;b&gt;");
    accepted("kind: text", "1.10", "1.10");
    accepted("kind: text", "2023-01-24", "2023-01-24");
    accepted("kind: text", "no", "no");
    refused("kind: text", "true", "`x` must be text, found true or false");
    refused("kind: text", "[a]", "`x` must be text, found a list");
    refused("kind: text", "{a: b}", "`x` must be text, found a map");
}

#[test]
fn an_empty_text_is_refused_in_words_that_make_sense() {
    refused("kind: text", "''", "`x` is empty");
}

#[test]
fn markdown_is_rendered() {
    accepted("kind: markdown", "'Een *woord*'", "<p>Een <em>woord</em></p>");
    refused("kind: markdown", "'<b>x</b>'", "raw-html: raw HTML is not published: `<b>`");
    refused("kind: markdown", "[a]", "`x` must be text");
}

#[test]
fn bool_is_true_or_false() {
    accepted("kind: bool", "true", "true");
    accepted("kind: bool", "false", "false");
    refused("kind: bool", "perhaps", "`x` must be `true` or `false`, found text (known here: `true`, `false`)");
    refused("kind: bool", "2", "`x` must be `true` or `false`, found a number");
}

#[test]
fn integer_keeps_its_range() {
    accepted("kind: integer", "0", "0");
    accepted("kind: integer", "-3", "-3");
    accepted("kind: integer, min: 1, max: 5", "5", "5");
    refused("kind: integer, min: 1, max: 5", "6", "6 is out of range (it must be from 1 to 5)");
    refused("kind: integer, min: 1", "0", "0 is out of range (it must be at least 1)");
    refused("kind: integer", "1.5", "`x` must be a whole number, found a number");
    refused("kind: integer", "99999999999999999999", "`x` must be a whole number");
    refused("kind: integer", "many", "`x` must be a whole number, found text");
}

#[test]
fn money_is_an_amount_with_its_currency() {
    accepted("kind: money", "EUR 1250.50", "1250.50=1.250,50\u{a0}EUR");
    accepted("kind: money", "1250.5 EUR", "1250.50=1.250,50\u{a0}EUR");
    accepted("kind: money", "{amount: -3, currency: USD}", "-3.00=-3,00\u{a0}USD");
    accepted("kind: money", "JPY 1200", "1200=1.200\u{a0}JPY");
    // A number with fractions of two would lose a cent here.
    accepted("kind: money", "EUR 999999999999999.99", "999999999999999.99=999.999.999.999.999,99\u{a0}EUR");
    refused("kind: money", "EUR 1250.505", "`1250.505` is not an amount in EUR");
    refused("kind: money", "EUR 1.250,50", "`1.250,50` is not an amount in EUR (write it as `EUR 1250.50`");
    refused("kind: money", "JPY 12.5", "`12.5` is not an amount in JPY");
    refused("kind: money", "eur 12", "`eur` is not a currency of ISO 4217 (did you mean `EUR`?)");
    refused("kind: money", "1250.50", "`1250.50` is not an amount with its currency");
    refused("kind: money", "{amount: 12}", "`x` needs an amount and a currency");
    refused("kind: money", "{amount: 12, currency: EUR, note: x}", "unknown-field: there is no `note` in `x`");
}

#[test]
fn money_is_sorted_exactly_and_given_away_as_number_and_currency() {
    let hub = hub("//- data/types/thing.yaml
folder: things
order: [-costs]
data: true
outcomes: {budget: {kind: money, label: Budget}}
registers: {actions: {path: acties, label: Acties}}
fields:
  costs: {kind: money, label: Kosten}
  parts: {kind: list, of: {kind: group, fields: {price: {kind: money}}}}
//- content/things/a.nl.md
---
title: A
costs: EUR 9.10
parts: [{price: USD 1}]
---
## Acties {.actions}

- [ ] Kopen {#a1 budget=\"EUR -20.00\"}
//- content/things/b.nl.md
---
title: B
costs: EUR 10.09
---
//- content/things/c.nl.md
---
title: C
---
");
    let csv = hub.output("nl/things/thing.csv");
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert!(rows[0].ends_with(",\"Kosten\",\"Kosten (ISO 4217)\",\"parts\""), "{}", rows[0]);
    assert!(rows[1].starts_with("\"things/b\",") && rows[1].ends_with(",\"10.09\",\"EUR\",\"\""), "{}", rows[1]);
    assert!(
        rows[2].starts_with("\"things/a\",") && rows[2].ends_with(",\"9.10\",\"EUR\",\"1.00, USD\""),
        "{}",
        rows[2]
    );
    assert!(rows[3].starts_with("\"things/c\",") && rows[3].ends_with(",\"\",\"\",\"\""), "{}", rows[3]);
    let json: Value = serde_json::from_str(&hub.output("nl/things/thing.json")).unwrap();
    assert_eq!(json["items"][0]["costs"], serde_json::json!({ "amount": "10.09", "currency": "EUR" }));
    // A number below zero is no formula.
    assert!(
        hub.output("nl/acties/actions.csv").contains(",\"-20.00\",\"EUR\""),
        "{}",
        hub.output("nl/acties/actions.csv")
    );
}

#[test]
fn date_is_year_month_day() {
    accepted("kind: date", "2024-02-29", "2024-02-29");
    for (wrong, message) in [
        ("2023-02-29", "there is no day `2023-02-29`: February 2023 has 28 days (write year-month-day"),
        ("31 april 2027", "there is no day `31 april 2027`: April 2027 has 30 days"),
        ("2027-13-01", "there is no day `2027-13-01`: a year has 12 months, and not 13"),
        ("24-01-23", "the year of `24-01-23` has two digits, and nobody can tell the century (write `2023-01-24`)"),
        ("2023-01-24T10:00", "`2023-01-24T10:00` has a time, and `x` is a day alone (write `2023-01-24`)"),
        ("gisteren", "`gisteren` is not a date (write year-month-day"),
        ("2023", "`2023` is longer than a day"),
        ("januari 2023", "`januari 2023` is longer than a day"),
        ("24 januari", "`24 januari` has no year"),
        ("24 of 25 januari 2023", "is not a date"),
    ] {
        refused("kind: date", wrong, message);
    }
}

#[test]
fn datetime_has_no_zone() {
    accepted("kind: datetime", "2023-01-24T10:00", "2023-01-24T10:00:00");
    accepted("kind: datetime", "2023-01-24 10:00:30", "2023-01-24T10:00:30");
    for (wrong, message) in [
        ("2023-01-24", "`2023-01-24` has no time (write the time behind the day, such as `2023-01-24T14:00`)"),
        ("2023-01-24T25:00", "there is no time `25:00`"),
        ("2023-01-24 14.75", "there is no time `14.75`"),
        ("2023-01-24T10:00Z", "`2023-01-24T10:00Z` is not a date and time"),
        ("2023-01-24T10:00+01:00", "`2023-01-24T10:00+01:00` is not a date and time"),
        ("2023-02-30 10:00", "there is no day `2023-02-30 10:00`: February 2023 has 28 days"),
    ] {
        refused("kind: datetime", wrong, message);
    }
}

#[test]
fn choice_is_one_of_its_ids() {
    let choices = "kind: choice, choices: {open: {nl: Open, en: Open}, done: {nl: Klaar, en: Done}}";
    accepted(choices, "done", "done=Klaar");
    accepted("kind: choice, choices: [small, large]", "large", "large=large");
    refused(choices, "doen", "`doen` is not a value of `x` (did you mean `done` (Klaar)?)");
    refused(choices, "elsewhere", "`elsewhere` is not a value of `x` (known here: `open`, `done` (Klaar))");
}

#[test]
fn list_holds_values_of_one_kind() {
    accepted("kind: list, of: {kind: text}", "[a, b]", "a, b");
    accepted("kind: list, of: {kind: text}", "a", "a");
    accepted("kind: list, of: {kind: date}", "[2023-01-24]", "2023-01-24");
    refused("kind: list, of: {kind: date}", "[2023-01-24, soon]", "`soon` is not a date");
    refused(
        "kind: list, of: {kind: text}, max: 1",
        "[a, b]",
        "`x` has 2 items (the number of items must be at most 1)",
    );
    refused("kind: list, of: {kind: text}, min: 2", "[a]", "`x` has 1 item");
}

#[test]
fn group_has_named_parts() {
    let group = "kind: group, fields: {title: {kind: text, required: true}, url: {kind: url}}";
    accepted(group, "{url: 'https://a.example', title: A}", "title=A;url=https://a.example;");
    refused(group, "{title: A, ulr: x}", "unknown-field: there is no `ulr` in `x` (did you mean `url`?)");
    refused(group, "{url: 'https://a.example'}", "field-missing: `title` is missing in `x`");
    refused(group, "A", "`x` must be keys and values, found text");
}

#[test]
fn ref_and_refs_name_entries() {
    let link = "<a href=\"/nl/things/b/\">B</a>";
    accepted("kind: ref, to: [thing]", "b", link);
    accepted("kind: ref, to: [thing]", "things/b", link);
    accepted("kind: ref", "things/b", link);
    accepted("kind: refs, to: [thing]", "[b, things/c]", &format!("{link}, <a href=\"/nl/things/c/\">C</a>"));
    refused(
        "kind: ref, to: [thing]",
        "bb",
        "reference-unknown: `x` names the thing `bb`, which does not exist (did you mean `b`?)",
    );
    refused("kind: refs, to: [thing]", "[b, zzzz]", "`x` names the thing `zzzz`, which does not exist");
    refused("kind: ref", "b", "value-spelling: `b` is read as `things/b`");
    refused("kind: ref", "zzzz", "`x` names the entry `zzzz`, which does not exist");
}

#[test]
fn term_and_place_name_terms() {
    accepted("kind: term, taxonomy: topics", "referral", "Verwijzen");
    accepted("kind: place", "utrecht", "<a href=\"/nl/places/utrecht/\">Utrecht</a>");
    accepted("kind: list, of: {kind: term, taxonomy: topics}", "[housing, referral]", "Housing, Verwijzen");
    refused(
        "kind: term, taxonomy: topics",
        "referal",
        "reference-unknown: there is no `referal` in `topics` (did you mean `referral` (Verwijzen)?)",
    );
    refused("kind: place", "utrech", "there is no `utrech` in `places` (did you mean `utrecht`?)");
}

#[test]
fn language_is_a_tag_of_any_language() {
    accepted("kind: language", "ti", "ti=ትግርኛ");
    accepted("kind: language", "prs", "fa-AF=دری");
    refused("kind: language", "Nederlands", "`Nederlands` is not a language tag");
}

#[test]
fn url_email_and_phone_are_what_they_say() {
    accepted("kind: url", "https://a.example/b?c=d#e", "https://a.example/b?c=d#e");
    refused("kind: url", "www.example.nl", "`www.example.nl` is not a web address (start it with `https://`)");
    refused("kind: url", "'javascript:alert(1)'", "is not a web address");
    refused("kind: url", "'https://a b'", "is not a web address");
    accepted("kind: email", "info@a.example", "info@a.example");
    refused("kind: email", "info@a", "`info@a` is not an e-mail address");
    refused("kind: email", "'a b@c.example'", "is not an e-mail address");
    accepted("kind: phone", "0800-0188", "0800-0188");
    accepted("kind: phone", "112", "112");
    accepted("kind: phone", "+31 70 318 15 00", "+31 70 318 15 00");
    refused("kind: phone", "bel ons", "`bel ons` is not a telephone number");
}

#[test]
fn a_phone_number_that_looks_like_a_number_keeps_its_zeros() {
    accepted("kind: phone", "0800", "0800");
    accepted("kind: phone", "0031703181500", "0031703181500");
}

#[test]
fn a_file_lies_beside_the_text() {
    let shown = "<a href=\"/files/things/c/photo.pdf\">photo.pdf</a> 9";
    accepted("kind: file", "photo.pdf", shown);
    refused(
        "kind: file",
        "foto.pdf",
        "reference-unknown: there is no file `foto.pdf` beside this text (did you mean `photo.pdf`?)",
    );
    for wrong in ["../b.jpg", "/etc/passwd", "a/../../b", "'c:\\x'"] {
        refused("kind: file", wrong, "leads out of the folder of this entry");
    }
}

#[test]
fn licence_is_a_known_identifier() {
    accepted("kind: licence", "CC-BY-4.0", "CC-BY-4.0=CC BY 4.0");
    accepted("kind: licence", "all-rights-reserved", "all-rights-reserved=©");
    refused("kind: licence", "CC-BY-4", "`CC-BY-4` is not a value of `x` (did you mean `CC-BY-4.0`?)");
}

#[test]
fn consent_names_the_form_and_not_the_person() {
    let hub = with_field("kind: consent", "{ref: F-12, obtained: 2024-01-01}");
    let found = hub.check();
    assert!(found.items().is_empty(), "{:?}", found.items());
    assert!(hub.outputs().values().all(|bytes| !String::from_utf8_lossy(bytes).contains("F-12")), "it stays inside");
    let found = with_field("kind: consent", "{ref: F-12, obtained: 2024-01-01, withdrawn: 2025-01-01}").check();
    assert_eq!(found.items().iter().map(|d| d.code).collect::<Vec<_>>(), ["consent-ended"]);
    refused("kind: consent", "{ref: F-12, obtained: 2024-01-01, scope: [web, tv]}", "`tv` is not a value of `scope`");
    refused("kind: consent", "{ref: F-12}", "field-missing: `obtained` is missing in `x`");
    refused("kind: consent", "{ref: F-12, obtained: 2024-01-01, name: Jan}", "there is no `name` in `x`");
}

#[test]
fn confidentiality_is_one_of_four_words() {
    accepted("kind: confidentiality", "chatham", "chatham");
    refused(
        "kind: confidentiality",
        "secret",
        "`secret` is not a value of `x` (known here: `public`, `chatham`, `summary`, `closed`)",
    );
}

#[test]
fn a_field_without_a_value_is_left_out() {
    assert!(with_field("kind: date", "").facts("nl/things/c/index.html", "x").is_empty());
    assert!(with_field("kind: date", "~").facts("nl/things/c/index.html", "x").is_empty());
}

#[test]
fn required_fields_must_be_set_in_the_source() {
    check_diagnostics(
        "//- data/types/thing.yaml
folder: things
fields:
  day: {kind: date, required: true}
  words: {kind: text, required: true, translated: true}
//- content/things/a.nl.md
---
^^^ //~ error[field-missing]: `day` is missing
^^^ //~ error[field-missing]: `words` is missing
title: A
---
//- content/things/a.en.md
---
^^^ //~ error[field-missing]: `words` is missing
title: A
translation: {source: nl}
---
//- content/things/b.nl.md
---
^^^ //~ error[field-missing]: `title` is missing
day: 2024-01-01
words: woorden
---
",
    );
}

#[test]
fn an_unknown_field_is_refused_with_the_nearest_known_one() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
desciption: Een zin
^^^^^^^^^^ //~ error[unknown-field]: has no field `desciption`
---
",
    );
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\ndesciption: x\n---\n");
    assert_eq!(
        hub.check().items()[0].help.as_ref().map(ToString::to_string).as_deref(),
        Some("did you mean `description`?")
    );
}

const SHARED_AND_TRANSLATED: &str = "//- data/types/thing.yaml
folder: things
fields:
  day: {kind: date}
  note: {kind: text, translated: true}
//- content/things/a.nl.md
---
title: A
day: 2024-01-01
note: woorden
---
//- content/things/a.en.md
---
title: A
note: words
translation: {source: nl}
---
";

#[test]
fn a_translation_takes_shared_fields_from_its_source() {
    let hub = hub(SHARED_AND_TRANSLATED);
    assert_eq!(hub.facts("en/things/a/index.html", "day"), ["2024-01-01"]);
    assert_eq!(hub.facts("en/things/a/index.html", "note"), ["words"]);
    assert_eq!(hub.facts("nl/things/a/index.html", "note"), ["woorden"]);
}

#[test]
fn a_translated_field_that_is_missing_is_borrowed_from_the_source() {
    let hub = hub(SHARED_AND_TRANSLATED).edit("content/things/a.en.md", "note: words\n", "");
    assert_eq!(hub.facts("en/things/a/index.html", "note"), ["woorden"]);
}

#[test]
fn a_new_type_needs_a_file_and_no_code() {
    let hub = hub("//- data/types/recipe.yaml
folder: recipes
path: {nl: recepten, en: recipes}
label: {nl: Recept, en: Recipe}
plural: {nl: Recepten, en: Recipes}
fields:
  minutes: {kind: integer, label: {nl: Minuten, en: Minutes}}
//- content/recipes/soup.nl.md
---
title: Soep
minutes: 20
---
");
    assert_eq!(hub.facts("nl/recepten/soup/index.html", "minutes"), ["20"]);
    assert_eq!(hub.facts("nl/recepten/soup/index.html", "type"), ["recipe Recept"]);
    assert_eq!(hub.facts("nl/recepten/index.html", "item"), ["<a href=\"/nl/recepten/soup/\">Soep</a>"]);
    assert!(hub.page("nl/recepten/index.html").contains("<h1>Recepten</h1>"));
    assert!(hub.page("en/recipes/index.html").contains("<h1>Recipes</h1>"));
}

#[test]
fn a_wrong_declaration_is_told_at_its_place() {
    check_diagnostics(
        "//- data/types/thing.yaml
folder: things
        ^^^^^^ //~ error[schema-invalid]: `f` names the taxonomy `nowhere`, which does not exist
        ^^^^^^ //~ error[schema-invalid]: `g` refers to the type `thingy`, which does not exist
        ^^^^^^ //~ error[theme-missing]: the theme has no template `thng.html`
tempate: page.html
^^^^^^^ //~ error[unknown-key]: there is no setting `tempate` here
template: thng.html
fallback: never
          ^^^^^ //~ error[schema-invalid]: `fallback` must be `page`, `list` or `none`
order: [-dat]
        ^^^^ //~ error[schema-invalid]: there is no field `dat` in this type
date: d
      ^ //~ error[schema-invalid]: the field `d` is not a date
label: {dt: Ding}
        ^^ //~ error[unknown-language]: `dt` is no language tag (BCP 47)
fields:
  a: {kind: txt}
            ^^^ //~ error[schema-invalid]: there is no kind of field `txt`
  b: {kind: list}
            ^^^^ //~ error[schema-invalid]: a list says what it is `of`
  c: {kind: choice}
     ^ //~ error[schema-invalid]: a choice lists its `choices`
  d: {kind: text, inverse: e}
                           ^ //~ error[schema-invalid]: only `ref`, `refs`, `party` and `outcome` have an `inverse`
  e: {kind: text, requird: true}
                  ^^^^^^^ //~ error[unknown-key]: there is no setting `requird` here
  f: {kind: term, taxonomy: nowhere}
  g: {kind: ref, to: [thingy]}
  title: {kind: text}
  ^^^^^ //~ error[schema-invalid]: every type has a field `title` already
  H: {kind: text}
  ^ //~ error[schema-invalid]: a field name has lower-case letters
  i: {kind: text, not_under: [secret]}
                              ^^^^^^ //~ error[schema-invalid]: `secret` is not a confidentiality
",
    );
}

#[test]
fn a_type_without_a_folder_is_refused() {
    check_diagnostics(
        "//- data/types/thing.yaml
label: Ding
^ //~ error[schema-invalid]: `folder` is missing
",
    );
    for folder in ["''", "../pages", "/pages", "pages/"] {
        let hub = hub(&format!("//- data/types/thing.yaml\nfolder: {folder}\n"));
        assert_eq!(hub.codes(), ["schema-invalid"], "folder: {folder}");
    }
}

#[test]
fn two_types_cannot_share_a_folder() {
    check_diagnostics(
        "//- data/types/a.yaml
folder: things
        ^^^^^^ //~ also: also here
//- data/types/b.yaml
folder: things
        ^^^^^^ //~ error[schema-invalid]: the folder `things` belongs to two types
",
    );
}

#[test]
fn an_entry_outside_every_type_is_refused() {
    check_diagnostics(
        "//- content/elsewhere/a.nl.md
---
^ //~ error[type-unknown]: no content type covers this file
title: A
---
",
    );
}

fn schema(type_: &str) -> Value {
    let site = Disk::of(&hub(SHARED_AND_TRANSLATED).edit(
        "data/types/thing.yaml",
        "kind: date}",
        "kind: date, required: true}",
    ));
    let run = site.run(&["schema", type_]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    serde_json::from_str(&run.stdout).expect("the schema is JSON")
}

#[test]
fn schema_prints_json_schema_that_editors_read() {
    let schema = schema("thing");
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["type"], "object");
    assert_eq!(schema["properties"]["day"]["pattern"], r"^\d{4}-\d{2}-\d{2}$");
    assert_eq!(schema["properties"]["draft"]["type"], "boolean");
    assert_eq!(schema["properties"]["translation"]["properties"]["source"]["enum"], serde_json::json!(["nl", "en"]));
}

#[test]
fn schema_requires_shared_fields_of_the_source_only() {
    let schema = schema("thing");
    assert_eq!(schema["else"]["required"], serde_json::json!(["title", "day"]));
    assert_eq!(schema["then"]["required"], serde_json::json!(["title"]));
    let forbidden = schema["then"]["not"]["anyOf"].as_array().unwrap();
    assert!(forbidden.contains(&serde_json::json!({ "required": ["day"] })));
    assert!(!forbidden.contains(&serde_json::json!({ "required": ["note"] })));
}

#[test]
fn schema_of_sections_knows_no_shared_fields() {
    let schema = schema("section");
    assert!(schema["properties"].get("day").is_none());
    assert!(schema["properties"].get("slug").is_some());
}

#[test]
fn schema_without_a_type_lists_the_types() {
    let site = Disk::of(&hub(SHARED_AND_TRANSLATED));
    let run = site.run(&["schema"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "page\nthing\nsection\n"));
    let run = site.run(&["schema", "thingy"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("there is no type `thingy`") && run.stderr.contains("did you mean `thing`?"),
        "{run:?}"
    );
}
