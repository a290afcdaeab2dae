//! The recipes of the guide, run step by step as they stand there, each in a fresh copy of one small site: files are written,
//! lines changed, commands run, and what readers are to see is looked for in what was built. The recipes in Dutch have the
//! same steps.

use crate::disk::Disk;
use crate::fixture::bare;

const ENGLISH: &str = include_str!("../../docs/recipes.md");
const DUTCH: &str = include_str!("../../docs/recipes.nl.md");

/// The day on which all of them are tried.
const DAY: &str = "2026-11-27";

const SITE: &str = "//- samen.yaml
format: 1
name: Buurthub
base_url: https://hub.example/
languages: [nl, en]
default_language: nl
types: [meeting, organisation, page]
menu: [meetings, organisations, pages/folder]
time_zone: Europe/Amsterdam
//- content/_index.nl.md
---
title: Welkom
---
//- content/_index.en.md
---
title: Welcome
---
//- content/organisations/buurthuis.nl.md
---
title: Buurthuis De Brug
kind: foundation
website: https://brug.example/
---
Een plek voor iedereen.
//- content/organisations/buurthuis.en.md
---
title: Community centre De Brug
translation: {source: nl, state: reviewed}
---
A place for evrybody.
//- content/meetings/2026-11-03-start.nl.md
---
title: De start
date: 2026-11-03
organisers: [buurthuis]
---
## Besluiten {.decisions}

- We komen elke maand bij elkaar. {#d1}

## Acties {.actions}

- [ ] Een lijst van telefoonnummers maken. {#a1 owner=buurthuis due=2026-12-15}
//- content/pages/folder.nl.md
---
title: De folder
---
[Download de folder](folder.pdf).
//- content/pages/folder.pdf
%PDF-1.7
old version
%%EOF
//- content/pages/oud.nl.md
---
title: De zomer
---
Dit was de zomer.
//- new/folder.pdf
%PDF-1.7
new version
%%EOF
";

/// A picture of one pixel.
const PNG: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\
    \x00\x01\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\xda\x63\
    \x50\x48\x58\x00\x00\x01\xc4\x01\x21\x5c\xa2\x59\x51\x00\x00\x00\x00\x49\x45\x4e\x44\xae\
    \x42\x60\x82";

/// One block of a recipe.
#[derive(Debug, PartialEq)]
struct Step<'a> {
    kind: &'a str,
    text: String,
    /// The file that is named in the paragraph before it.
    file: Option<&'a str>,
}

/// The recipes of a guide, by their headings.
fn recipes(guide: &str) -> Vec<(&str, Vec<Step<'_>>)> {
    let mut recipes: Vec<(&str, Vec<Step<'_>>)> = Vec::new();
    let (mut open, mut file) = (None, None);
    for line in guide.lines() {
        if let Some(heading) = line.strip_prefix("## ").filter(|_| open.is_none()) {
            recipes.push((heading, Vec::new()));
            file = None;
        } else if let Some((_, steps)) = recipes.last_mut() {
            match (line.strip_prefix("```"), &mut open) {
                (Some(kind), None) => {
                    steps.push(Step { kind, text: String::new(), file });
                    open = Some(());
                }
                (Some(_), Some(())) => open = None,
                (None, Some(())) => {
                    let step = steps.last_mut().unwrap();
                    step.text.push_str(line);
                    step.text.push('\n');
                }
                (None, None) => file = line.split('`').find(|part| part.starts_with("content/")).or(file),
            }
        }
    }
    recipes
}

fn site() -> Disk {
    let site = Disk::of(&bare(SITE));
    site.write("new/zaal.png", PNG);
    site
}

/// Runs a line of a terminal.
fn run(site: &Disk, line: &str, recipe: &str) {
    let parts: Vec<&str> = line.split('"').collect();
    let mut args: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 1 {
            args.push((*part).to_owned());
        } else {
            args.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    match args[0].as_str() {
        "samen" => {
            let mut command = site.command(&args[1..]);
            if !args.iter().any(|arg| arg == "--clock") {
                command.args(["--clock", DAY]);
            }
            let run = crate::disk::run(&mut command);
            assert_eq!(run.code, 0, "{recipe}: {line}\n{}", run.stderr);
        }
        "cp" => drop(std::fs::copy(site.path(&args[1]), site.path(&args[2])).unwrap()),
        other => panic!("{recipe}: nobody can run `{other}`"),
    }
}

/// Puts the lines with `+` in the place of those with `-`.
fn change(site: &Disk, step: &Step<'_>, recipe: &str) {
    let file = step.file.unwrap_or_else(|| panic!("{recipe}: no file is named"));
    let lines = |sign: char| -> String {
        let marked = step.text.lines().filter_map(|line| line.strip_prefix(sign));
        marked.collect::<Vec<_>>().join("\n")
    };
    let (before, after) = (lines('-'), lines('+'));
    assert_eq!(site.read(file).matches(&before).count(), 1, "{recipe}: `{before}` stands once in {file}");
    site.edit(file, &before, &after);
}

/// Looks for what readers are to see.
fn look(site: &Disk, line: &str, recipe: &str) {
    let (address, seen) = line.split_once("  ").unwrap_or_else(|| panic!("{recipe}: {line}"));
    let path = if address.starts_with('/') { format!("public{address}") } else { address.to_owned() };
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
    if seen == "404" {
        assert!(!site.exists(&path), "{recipe}: {line}");
        return;
    }
    assert!(site.exists(&path), "{recipe}: {line}");
    let page = String::from_utf8_lossy(&std::fs::read(site.path(&path)).unwrap()).into_owned();
    let words = seen.trim_start_matches("no ").trim_matches('"');
    assert_eq!(page.contains(words), !seen.starts_with("no "), "{recipe}: {line}\n{page}");
}

fn follow(recipe: &str, steps: &[Step<'_>]) {
    let site = site();
    for step in steps {
        match step.kind {
            "markdown" => site.write(step.file.unwrap(), &step.text),
            "diff" => change(&site, step, recipe),
            "sh" => step.text.lines().for_each(|line| run(&site, line, recipe)),
            "text" => {
                run(&site, "samen build", recipe);
                step.text.lines().for_each(|line| look(&site, line, recipe));
            }
            other => panic!("{recipe}: nobody knows blocks `{other}`"),
        }
    }
    assert!(steps.iter().any(|step| step.kind == "text"), "{recipe}: says what readers see");
    run(&site, "samen check", recipe);
}

#[test]
fn each_recipe_does_what_it_says() {
    let all = recipes(ENGLISH);
    assert!(all.len() >= 10, "{}", all.len());
    all.iter().for_each(|(recipe, steps)| follow(recipe, steps));
}

#[test]
fn the_recipes_in_dutch_have_the_same_steps() {
    let (english, dutch) = (recipes(ENGLISH), recipes(DUTCH));
    assert_eq!(english.len(), dutch.len());
    for ((english, steps), (dutch, same)) in english.iter().zip(&dutch) {
        assert_eq!(steps, same, "{english} / {dutch}");
    }
}

#[test]
fn an_error_in_the_print_of_a_list_that_follows_from_a_title_holds_the_page_of_the_title_back() {
    let site = site();
    run(&site, "samen build", "");
    let page = site.read("public/nl/bijeenkomsten/2026-11-03-start/index.html");
    site.edit("content/meetings/2026-11-03-start.nl.md", "title: De start", "title: De start \u{10900}");
    site.edit("content/pages/oud.nl.md", "Dit was", "Nieuws: dit was");
    let built = site.run(&["build", "--hold-back", "--clock", DAY]);
    assert_eq!(built.code, if built.stderr.contains("error[flyer-") { 5 } else { 0 }, "{}", built.stderr);
    assert!(site.read("public/nl/oud/index.html").contains("Nieuws"), "{}", built.stderr);
    if built.code == 5 {
        assert_eq!(site.read("public/nl/bijeenkomsten/2026-11-03-start/index.html"), page);
    }
}
