//! `samen lsp`: what an editor is told while somebody types, and that nothing it sends ends the program or writes a file.

use serde_json::{Value, json};

use crate::disk::Disk;
use crate::editor::{Editor, introduction};
use crate::fixture::{Hub, hub};

const SITE: &str = r"
//- content/pages/bread.nl.md
---
title: Brood
---
Brood van gisteren.
//- content/pages/milk.nl.md
---
title: Melk
---
Melk bij [het](bread.md) brood.
";

const MILK: &str = "content/pages/milk.nl.md";

fn site(fixture: &str) -> (Disk, Hub) {
    let hub = hub(fixture);
    (Disk::of(&hub), hub)
}

#[test]
fn a_mistake_is_told_while_somebody_types_and_taken_back_when_it_is_mended() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, &disk.read(MILK));
    editor.finds_nothing(MILK);
    editor.change(MILK, "---\ntitle: Melk\n---\nMelk bij [het](brood.md) brood.\n");
    let found = editor.finds(MILK, "3:9-3:24 broken-link: there is no page or file `pages/brood`");
    assert_eq!(found.len(), 1);
    editor.change(MILK, "---\ntitle: Melk\n---\nMelk bij [het](bread.md) brood.\n");
    editor.finds_nothing(MILK);
    assert_eq!(disk.read(MILK), "---\ntitle: Melk\n---\nMelk bij [het](bread.md) brood.\n");
    assert!(editor.leaves());
}

#[test]
fn columns_are_counted_as_the_editor_wants() {
    let text = "---\ntitle: Melk\n---\n😀 é [het](brood.md)\r\nen [dat](kaas.md)\n";
    // The first line holds a sign of four bytes and two units of UTF-16, and a letter of two bytes.
    for (offered, unit, start) in [
        (json!(["utf-8", "utf-16"]), "utf-8", 8),
        (json!(["utf-32"]), "utf-32", 4),
        (json!(["ebcdic"]), "utf-16", 5),
        (Value::Null, "utf-16", 5),
    ] {
        let (disk, hub) = site(SITE);
        let mut said = introduction(&disk);
        said["capabilities"]["general"] = json!({ "positionEncodings": offered });
        let (mut editor, result) = Editor::with(&disk, &hub, said);
        assert_eq!(result["capabilities"]["positionEncoding"], unit);
        editor.open(MILK, text);
        let found = editor
            .finds(MILK, &format!("3:{start}-3:{} broken-link: there is no page or file `pages/brood`", start + 15));
        // A line end of two bytes is one line.
        assert_eq!(found[1], "4:3-4:17 broken-link: there is no page or file `pages/kaas`");
    }
}

#[test]
fn a_change_of_a_part_is_made_where_the_editor_says() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, "---\ntitle: Melk\n---\n😀 [het](bread.md)\n");
    editor.finds_nothing(MILK);
    // Behind the emoji, in units of UTF-16; then a second change in the text as it is after the first.
    let range = |from: u32, to: u32| json!({ "start": { "line": 3, "character": from }, "end": { "line": 3, "character": to } });
    editor.edit(MILK, json!([{ "range": range(9, 14), "text": "brood" }, { "range": range(3, 3), "text": "zie " }]));
    editor.finds(MILK, "3:7-3:22 broken-link: there is no page or file `pages/brood`");
    // Ends that stand the wrong way round, and places behind the text.
    editor.edit(MILK, json!([{ "range": range(18, 13), "text": "bread" }, { "range": {
        "start": { "line": 99, "character": 7 }, "end": { "line": 4_000_000_000_u32, "character": 0 } }, "text": "Einde.\n" }]));
    editor.finds_nothing(MILK);
}

#[test]
fn what_is_unsaved_counts_for_other_texts_until_it_is_closed() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, "---\ntitle: Melk\n---\nBij [de](cheese.md) kaas.\n");
    editor.finds(MILK, "3:4-3:19 broken-link: there is no page or file `pages/cheese`");
    // A text that was never saved.
    editor.open("content/pages/cheese.nl.md", "---\ntitle: Kaas\n---\n");
    editor.finds_nothing(MILK);
    editor.close("content/pages/cheese.nl.md");
    editor.finds(MILK, "3:4-3:19 broken-link: there is no page or file `pages/cheese`");
    // And one that is written while the server runs.
    disk.write("content/pages/cheese.nl.md", "---\ntitle: Kaas\n---\n");
    let change = json!({ "uri": editor.uri("content/pages/cheese.nl.md"), "type": 1 });
    editor.tell("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    editor.finds_nothing(MILK);
}

#[test]
fn messages_are_in_the_language_of_the_editor() {
    let (disk, hub) = site(SITE);
    for (options, locale, expected) in [
        (json!({ "language": "nl" }), "en", "nl"),
        (json!({}), "nl-BE", "nl"),
        (json!({ "language": "tlh" }), "en-GB", "en"),
        (json!({}), "xx", "en"),
    ] {
        let mut said = introduction(&disk);
        said["initializationOptions"] = options;
        said["locale"] = json!(locale);
        let (mut editor, _) = Editor::with(&disk, &hub, said);
        editor.open(MILK, "---\ntitle: Melk\n---\n");
        editor.finds_nothing(MILK);
        let at = editor.at(MILK, 1, 1);
        let hover = editor.ask("textDocument/hover", at).unwrap();
        let words = hover["contents"]["value"].as_str().unwrap().to_owned();
        assert_eq!(words.contains("verplicht"), expected == "nl", "{words}");
    }
}

#[test]
fn two_hundred_edits_are_answered_for_the_last_of_them() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, &disk.read(MILK));
    let mut last = 0;
    for step in 0..=200 {
        last = editor.change(MILK, &format!("---\ntitle: Melk\n---\n{}[het](brood.md)\n", "a".repeat(step)));
    }
    // The site may be told later than the text by itself.
    let is_last = |told: &Value| told["version"] == last && told["diagnostics"][0]["code"] == "broken-link";
    let found = editor.waits_for(MILK, is_last);
    assert_eq!(found[0]["range"]["start"]["character"], 200);
    assert!(editor.leaves());
}

const MEETINGS: &str = r"
//- data/types/page.yaml
folder: pages
path: ''
label: {nl: Pagina, en: Page}
plural: {nl: Paginas, en: Pages}
//- data/types/organisation.yaml
folder: organisations
path: organisations
label: {nl: Organisatie, en: Organisation}
plural: {nl: Organisaties, en: Organisations}
//- data/types/meeting.yaml
folder: meetings
path: meetings
label: {nl: Bijeenkomst, en: Meeting}
plural: {nl: Bijeenkomsten, en: Meetings}
fields:
  date: {kind: date, required: true, label: {nl: Datum, en: Date}, help: {nl: De dag zelf., en: The day itself.}}
  city: {kind: term, taxonomy: city, label: {nl: Plaats, en: City}}
  organisers: {kind: refs, to: organisation, label: {nl: Organisatoren, en: Organisers}}
  mode: {kind: choice, choices: {online: {nl: Op afstand, en: Remote}, hall: {nl: In een zaal, en: In a hall}}, label: {nl: Vorm, en: Form}}
outcomes:
  owner: {kind: ref, to: organisation, label: {nl: Eigenaar, en: Owner}}
  due: {kind: date, label: {nl: Klaar op, en: Due}}
//- data/terms/city.yaml
label: {nl: Stad, en: City}
terms:
  utrecht: {label: {nl: Utrecht, en: Utrecht}, description: {nl: In het midden., en: In the middle.}}
  the-hague: {label: {nl: Den Haag, en: The Hague}}
//- content/organisations/bakers.nl.md
---
title: Bakkers van Utrecht
description: Zij bakken.
---
//- content/organisations/bakers.en.md
---
title: Bakers of Utrecht
translation: {source: nl, state: reviewed}
---
//- content/organisations/farmers.nl.md
---
title: Boeren
---
//- content/meetings/first.nl.md
---
title: Eerste
date: 2024-01-24
organisers: [bakers]
---
Met de [bakkers](../organisations/bakers.md).

## Acties {.actions}

- [ ] Brood bakken. {#a1 owner=bakers}
";

const FIRST: &str = "content/meetings/first.nl.md";

/// A text with the cursor at `|`, and its place.
fn cursor(marked: &str) -> (String, u32, u32) {
    let at = marked.find('|').unwrap();
    let before = &marked[..at];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap().encode_utf16().count();
    (marked.replacen('|', "", 1), u32::try_from(line).unwrap(), u32::try_from(column).unwrap())
}

/// What is offered at `|`, as `id (title)`.
#[track_caller]
fn offers(editor: &mut Editor, marked: &str) -> Vec<String> {
    let (text, line, column) = cursor(marked);
    editor.change(FIRST, &text);
    let at = editor.at(FIRST, line, column);
    let list = editor.ask("textDocument/completion", at).unwrap();
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let shown =
        |item: &Value| format!("{} ({})", item["label"].as_str().unwrap(), item["detail"].as_str().unwrap_or_default());
    items.iter().map(shown).collect()
}

fn meetings() -> (Disk, Editor) {
    let (disk, hub) = site(MEETINGS);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(FIRST, &disk.read(FIRST));
    editor.finds_nothing(FIRST);
    (disk, editor)
}

#[test]
fn fields_are_offered_with_their_labels_and_required_ones_first() {
    let (_disk, mut editor) = meetings();
    let offered = offers(&mut editor, "---\ntitle: Eerste\n|\n---\n");
    assert_eq!(offered[..4], ["date (Date (required))", "city (City)", "organisers (Organisers)", "mode (Form)"]);
    assert!(!offered.iter().any(|one| one.starts_with("title")), "{offered:?}");
    // A label finds it in any language, and half a key is replaced.
    assert_eq!(offers(&mut editor, "---\ntitle: Eerste\nplaa|\n---\n"), ["city (City)"]);
    // A translation sets words only.
    let offered = offers(&mut editor, "---\ntitle: Eerste\ntranslation: {source: nl}\n|\n---\n");
    assert!(!offered.iter().any(|one| one.starts_with("date") || one.starts_with("city")), "{offered:?}");
}

#[test]
fn values_are_offered_by_the_kind_of_their_field() {
    let (_disk, mut editor) = meetings();
    let front = |line: &str| format!("---\ntitle: Eerste\n{line}\n---\n");
    assert_eq!(offers(&mut editor, &front("city: |")), ["the-hague (The Hague)", "utrecht (Utrecht)"]);
    assert_eq!(offers(&mut editor, &front("city: Den|")), ["the-hague (The Hague)"]);
    assert_eq!(offers(&mut editor, &front("mode: |")), ["online (Remote)", "hall (In a hall)"]);
    assert_eq!(offers(&mut editor, &front("date: |")), ["2026-06-15 (today)"]);
    assert_eq!(offers(&mut editor, &front("draft: |")), ["true ()", "false ()"]);
    assert_eq!(
        offers(&mut editor, &front("organisers: [bakers, |]")),
        ["bakers (Bakkers van Utrecht)", "farmers (Boeren)"]
    );
    // By the title in another language.
    assert_eq!(offers(&mut editor, &front("organisers:\n  - Bakers of|")), ["bakers (Bakkers van Utrecht)"]);
    assert_eq!(offers(&mut editor, &front("translation: {source: |}")), ["nl (Nederlands)", "en (English)"]);
    assert_eq!(offers(&mut editor, &front("title: |")), Vec::<String>::new());
}

#[test]
fn classes_attributes_links_and_their_values_are_offered_in_the_text() {
    let (_disk, mut editor) = meetings();
    let body = |line: &str| format!("---\ntitle: Eerste\ndate: 2024-01-24\n---\n{line}\n");
    let classes = offers(&mut editor, &body("## Acties {.act|}"));
    assert_eq!(classes, ["actions ()"]);
    assert_eq!(offers(&mut editor, &body("- [ ] Doen {#a2 |}")), ["owner (Owner)", "due (Due)"]);
    assert_eq!(offers(&mut editor, &body("- [ ] Doen {#a2 owner=boer|}")), ["farmers (Boeren)"]);
    assert_eq!(offers(&mut editor, &body("- [ ] Doen {#a2 due=|}")), ["2026-06-15 (today)"]);
    assert_eq!(offers(&mut editor, &body("Zie [dit](@/Bakers|)")), ["@/organisations/bakers.md (Bakkers van Utrecht)"]);
    assert_eq!(offers(&mut editor, &body("Zie [dit](farm|)")), ["../organisations/farmers.md (Boeren)"]);
}

#[test]
fn fields_entries_and_terms_say_what_they_are_and_where_they_are_declared() {
    let (_disk, mut editor) = meetings();
    let mut at = |marked: &str, method: &str| {
        let (text, line, column) = cursor(marked);
        editor.change(FIRST, &text);
        let at = editor.at(FIRST, line, column);
        editor.ask(method, at).unwrap()
    };
    let front = |line: &str| format!("---\ntitle: Eerste\n{line}\n---\n");
    let said = |found: Value| found["contents"]["value"].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        said(at(&front("da|te: 2024-01-24"), "textDocument/hover")),
        "**Date (required)**\n\nThe day itself.\n\n`date`"
    );
    assert_eq!(
        said(at(&front("city: utr|echt"), "textDocument/hover")),
        "**Utrecht**\n\nIn the middle.\n\n`utrecht` · City"
    );
    let bakers = said(at(&front("organisers: [bak|ers]"), "textDocument/hover"));
    assert_eq!(bakers, "**Bakkers van Utrecht**\n\nZij bakken.\n\n`organisations/bakers`");
    let place = |found: Value| {
        let file = found["uri"].as_str().unwrap_or_default().rsplit("/site/").next().unwrap_or_default().to_owned();
        format!("{file}:{}", found["range"]["start"]["line"])
    };
    let line = "Met de [bakkers](../organisations/bak|ers.md).";
    assert_eq!(
        place(at(&format!("{}{line}\n", front("date: 2024-01-24")), "textDocument/definition")),
        "content/organisations/bakers.nl.md:1"
    );
    assert_eq!(place(at(&front("city: utr|echt"), "textDocument/definition")), "data/terms/city.yaml:2");
}

#[test]
fn a_rename_changes_what_a_move_changes_and_the_editor_makes_it() {
    let (disk, mut editor) = meetings();
    let at = editor.at(FIRST, 3, 14);
    let prepared = editor.ask("textDocument/prepareRename", at.clone()).unwrap();
    assert_eq!(prepared["placeholder"], "bakers");
    let with_name = |name: &str| {
        let mut params = at.clone();
        params["newName"] = json!(name);
        params
    };
    let edit = editor.ask("textDocument/rename", with_name("bread-makers")).unwrap();
    let changes = edit["documentChanges"].as_array().unwrap();
    let renames: Vec<String> = changes
        .iter()
        .filter(|change| change["kind"] == "rename")
        .map(|change| change["newUri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned())
        .collect();
    assert_eq!(renames, ["bread-makers.en.md", "bread-makers.nl.md"]);
    let texts: Vec<&Value> = changes.iter().filter(|change| change["edits"].is_array()).collect();
    let first = texts.iter().find(|change| change["textDocument"]["uri"] == editor.uri(FIRST)).unwrap();
    assert_eq!(first["textDocument"]["version"], 1);
    let words: Vec<&str> =
        first["edits"].as_array().unwrap().iter().map(|one| one["newText"].as_str().unwrap()).collect();
    assert_eq!(
        words,
        [
            "organisers: [bread-makers]\n",
            "Met de [bakkers](../organisations/bread-makers.md).\n",
            "- [ ] Brood bakken. {#a1 owner=bread-makers}\n",
        ]
    );
    // Nothing is written, and what a move refuses is refused.
    assert!(disk.exists("content/organisations/bakers.nl.md"));
    let refused = editor.ask("textDocument/rename", with_name("farmers")).unwrap_err();
    assert!(refused.starts_with("`content/organisations/farmers.nl.md` is there already"), "{refused}");
    let nothing = editor.at(FIRST, 5, 1);
    assert_eq!(editor.ask("textDocument/prepareRename", nothing).unwrap(), Value::Null);
}

#[test]
fn what_is_no_request_of_the_protocol_gets_an_answer_and_ends_nothing() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::silent(&disk, &hub);
    assert_eq!(editor.ask("textDocument/hover", json!({})), Err("the first request must be `initialize`".to_owned()));
    editor.ask("initialize", introduction(&disk)).unwrap();
    editor.tell("initialized", Value::Null);
    assert_eq!(editor.ask("samen/unknown", json!(7)), Err("`samen/unknown` is not known here".to_owned()));
    assert_eq!(editor.ask("textDocument/hover", json!("?")), Err("the parameters are not of this request".to_owned()));
    editor.tell("textDocument/didChange", json!({ "textDocument": 1 }));
    editor.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "file:///nowhere.md", "version": 3 }, "contentChanges": [{ "text": "" }] }),
    );
    for uri in ["untitled:Untitled-1", "http://hub.example/a.md", "file:///etc/passwd", "???", "file://host/share/a.md"]
    {
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "---\ntitle: [\n---\n" });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 9, "character": 9 } });
        assert_eq!(editor.ask("textDocument/completion", at).unwrap(), Value::Null);
    }
    editor.open(MILK, &disk.read(MILK));
    editor.finds_nothing(MILK);
    assert!(editor.leaves());
}

#[test]
fn an_editor_that_is_gone_ends_the_server() {
    let (disk, hub) = site(SITE);
    assert!(!Editor::silent(&disk, &hub).vanishes());
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, &disk.read(MILK));
    assert!(!editor.vanishes());
    let mut editor = Editor::of(&disk, &hub);
    editor.tell("exit", Value::Null);
    assert!(!editor.vanishes());
}

/// What the program says to some bytes on its standard input, and its exit code.
fn piped(disk: &Disk, input: &[u8]) -> (i32, String, String) {
    use std::io::{Read, Write};
    let mut child = disk.command(&["lsp", "--language", "en"]);
    child.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = child.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let _ = pipe.write_all(input);
    drop(pipe);
    let (mut out, mut err) = (String::new(), String::new());
    child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    (child.wait().unwrap().code().unwrap(), out, err)
}

fn framed(messages: &[Value]) -> Vec<u8> {
    let frame = |message: &Value| {
        let body = message.to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    messages.iter().map(frame).collect::<String>().into_bytes()
}

#[test]
fn the_program_speaks_over_its_pipes_and_says_what_it_cannot_read() {
    let (disk, _) = site(SITE);
    let request = |id: i32, method: &str, params: Value| json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
    let note = |method: &str| json!({ "jsonrpc": "2.0", "method": method });
    let hello = request(1, "initialize", introduction(&disk));
    let goodbye = request(2, "shutdown", Value::Null);
    let (code, out, err) = piped(&disk, &framed(&[hello.clone(), note("initialized"), goodbye.clone(), note("exit")]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("Content-Length: ") && out.contains("\"name\":\"samen\""), "{out}");
    // Without its leave, without a word, and with JSON that is no message.
    assert_eq!(piped(&disk, &framed(&[hello.clone(), note("exit")])).0, 1);
    assert_eq!(piped(&disk, b"").0, 1);
    let (code, out, _) = piped(&disk, &framed(&[hello, json!({ "a": [1, 2] }), goodbye, note("exit")]));
    assert_eq!(code, 0);
    assert!(out.contains("this is no message of the language server protocol"), "{out}");
    for (input, words) in [
        (&b"GET / HTTP/1.1\nHost: a\n\n"[..], "what came in does not start like a message of an editor"),
        (b"\xff\xfe\x00garbage", "what came in does not start like a message of an editor"),
        (b"Content-Length: -5\r\n\r\n", "what came in does not start like a message of an editor"),
        (b"Content-Length: 99999999999999999999\r\n\r\n{}", "a message is larger than any that an editor sends"),
        (b"Content-Length: 900000000\r\n\r\n{}", "a message is larger than any that an editor sends"),
        (b"Content-Length: 10\r\n", "the editor stopped within a message"),
        (b"Content-Length: 10\r\n\r\n{}", "the editor stopped within a message"),
    ] {
        let (code, out, err) = piped(&disk, input);
        assert_eq!((code, out.as_str()), (1, ""), "{err}");
        assert!(err.contains(words), "{words}: {err}");
    }
}

#[test]
fn fixes_of_a_message_are_actions_for_the_text_as_it_was_read() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, "---\ntitle: Melk\nupdated: 5 mei 2024\n---\n");
    let told = editor.waits_for(MILK, |told| told["version"] == 1 && told["diagnostics"][0].is_object());
    let ask = |editor: &mut Editor, line: u32, only: &Value| {
        let range = json!({ "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 9 } });
        let context = json!({ "diagnostics": told, "only": only });
        let params = json!({ "textDocument": { "uri": editor.uri(MILK) }, "range": range, "context": context });
        editor.ask("textDocument/codeAction", params).unwrap()
    };
    let actions = ask(&mut editor, 2, &json!(["quickfix"]));
    assert_eq!(actions[0]["title"], "write `2024-05-05`");
    assert_eq!(actions[0]["isPreferred"], true);
    assert_eq!(actions[0]["diagnostics"][0], told[0]);
    let range = json!({ "start": { "line": 2, "character": 9 }, "end": { "line": 2, "character": 19 } });
    let edit = json!([{ "range": range, "newText": "2024-05-05" }]);
    assert_eq!(actions[0]["edit"]["changes"][editor.uri(MILK)], edit);
    assert_eq!(actions.as_array().unwrap().len(), 1);
    // Nothing is mended elsewhere, and nothing else was asked for.
    assert_eq!(ask(&mut editor, 1, &json!(["quickfix"])), json!([]));
    assert_eq!(ask(&mut editor, 2, &json!(["refactor"])), json!([]));
}

#[test]
fn headings_are_the_outline_of_a_text() {
    let (disk, hub) = site(SITE);
    let mut editor = Editor::of(&disk, &hub);
    editor.open(MILK, "---\n# no heading\ntitle: Melk\n---\n# Melk {#m}\n```\n# code\n```\n## Kaas 😀\n");
    let outline =
        editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": editor.uri(MILK) } })).unwrap();
    let names: Vec<&str> = outline.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Melk", "Kaas 😀"]);
}

#[test]
fn a_schema_lists_ids_with_their_titles() {
    let (disk, _) = site(MEETINGS);
    let run = disk.run(&["schema", "meeting"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&run.stdout).unwrap();
    let city = &schema["properties"]["city"]["anyOf"];
    assert_eq!(city[0], json!({ "enum": ["the-hague", "utrecht"], "enumDescriptions": ["Den Haag", "Utrecht"] }));
    // What was written since is no mistake.
    assert_eq!(city[1], json!({ "type": "string" }));
    let organisers = &schema["properties"]["organisers"]["items"]["anyOf"][0];
    let titles = json!({ "enum": ["bakers", "farmers"], "enumDescriptions": ["Bakkers van Utrecht", "Boeren"] });
    assert_eq!(*organisers, titles);
}
