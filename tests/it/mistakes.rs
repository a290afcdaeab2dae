//! Mistakes that editors make, one at a time in a small site on the theme of the hub: what the program says, in English
//! and in Dutch, stands in `tests/mistakes/messages.md`, with how good it is. `UPDATE=1` writes that file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use samen::diagnostic::{Catalog, Diagnostic, Lines, Severity, Span, visible};
use samen::source::Sources;
use serde_json::Value;

use crate::fixture::{Hub, bare};

const SITE: &str = include_str!("../mistakes/site.txt");
const CASES: &str = include_str!("../mistakes/cases.yaml");

/// How good the messages are: 0 silent or useless, 1 hardly a help, 2 most editors mend it, 3 an editor mends it at once.
const WANTED: f64 = 2.7;
/// Messages for one cause.
const CASCADE: f64 = 1.2;

/// One mistake.
struct Mistake {
    id: String,
    title: String,
    files: BTreeMap<String, Vec<u8>>,
    /// Of 3; the rating of whoever wrote the case, for the messages that stand in the file.
    rating: u64,
    /// How many things are wrong.
    causes: u64,
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{value}: no {key}"))
}

/// A good text with a part replaced, as `meeting: [from, to]` in a case says.
fn changed(site: &Hub, base: &str, change: &Value) -> String {
    let good = String::from_utf8(site.files[&format!("good/{base}.md")].clone()).unwrap();
    let Some([from, to]) = change.as_array().map(Vec::as_slice) else { return good };
    let (from, to) = (from.as_str().unwrap(), to.as_str().unwrap());
    assert!(good.contains(from), "the good {base} does not hold {from:?}");
    good.replacen(from, to, 1)
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-8" => text.as_bytes().to_vec(),
        "utf-16" => [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        // All letters of the good texts stand at the same place in Latin 1.
        "cp1252" => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
        other => panic!("no encoding {other}"),
    }
}

fn content(site: &Hub, file: &Value) -> Vec<u8> {
    let encoding = file["encoding"].as_str().unwrap_or("utf-8");
    if let Some(text) = file["text"].as_str() {
        return encoded(text, encoding);
    }
    if let Some(original) = file["copy"].as_str() {
        return site.files[original].clone();
    }
    if file["picture"] == true {
        return crate::images::png(64, 32);
    }
    let base = ["meeting", "organisation"].into_iter().find(|base| !file[*base].is_null()).unwrap();
    encoded(&changed(site, base, &file[base]), encoding)
}

fn mistakes(site: &Hub) -> Vec<Mistake> {
    let cases: Vec<Value> = serde_yaml::from_str(CASES).unwrap();
    let read = |case: &Value| {
        let mut files = BTreeMap::new();
        for (base, path) in [
            ("meeting", "content/meetings/2026-11-20-overleg.nl.md"),
            ("organisation", "content/organisations/buurthuis-de-brug.nl.md"),
        ] {
            if !case[base].is_null() {
                files.insert(path.to_owned(), changed(site, base, &case[base]).into_bytes());
            }
        }
        for (path, file) in case["files"].as_object().into_iter().flatten() {
            files.insert(path.clone(), content(site, file));
        }
        Mistake {
            id: text(case, "id").to_owned(),
            title: text(case, "mistake").to_owned(),
            files,
            rating: case["rating"].as_u64().unwrap_or(0),
            causes: case["causes"].as_u64().unwrap_or(1),
        }
    };
    cases.iter().map(read).collect()
}

/// The site without a mistake: the data of the hub, two languages, and few texts.
fn site() -> Hub {
    let mut site = bare(SITE).clock("2026-11-26");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["data/places.yaml", "data/terms", "data/types", "data/strings/nl.ftl", "data/strings/en.ftl"] {
        let path = root.join(file);
        let files: Vec<PathBuf> = if path.is_dir() {
            std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect()
        } else {
            vec![path]
        };
        for path in files {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            site.files.insert(name, std::fs::read(&path).unwrap());
        }
    }
    site
}

/// What a mistake leads to.
struct Outcome {
    messages: usize,
    errors: usize,
    /// Every message: its code and place, then its words in English and in Dutch.
    said: String,
}

fn outcome(site: &Hub, mistake: &Mistake) -> Outcome {
    let mut site = site.clone();
    site.files.retain(|path, _| !path.starts_with("good/"));
    site.files.extend(mistake.files.clone());
    let found = site.check();
    let sources = site.sources();
    let said = found.items().iter().map(|item| shown(&sources, item)).collect();
    Outcome { messages: found.items().len(), errors: found.counts().0, said }
}

fn shown(sources: &Sources, item: &Diagnostic) -> String {
    let mut out = format!(
        "\n`{}[{}]`{}\n",
        if item.severity == Severity::Error { "error" } else { "warning" },
        item.code,
        place(sources, item.at.as_ref())
    );
    for catalog in [Catalog::english(), Catalog::of("nl").unwrap()] {
        let _ = write!(out, "- {}: {}", catalog.tag(), item.message.text(&catalog));
        for (span, label) in &item.also {
            let _ = write!(out, " · {}{}", label.text(&catalog), place(sources, Some(span)));
        }
        if let Some(label) = &item.label {
            let _ = write!(out, " · {}", label.text(&catalog));
        }
        if let Some(help) = &item.help {
            let _ = write!(out, " → {}", help.text(&catalog));
        }
        out.push('\n');
    }
    for fix in &item.fixes {
        let edits: Vec<String> = fix.edits.iter().map(|edit| format!("{:?}", edit.text)).collect();
        let _ = writeln!(out, "- fix: {} ({})", fix.title, edits.join(", "));
    }
    visible(&out)
}

fn place(sources: &Sources, span: Option<&Span>) -> String {
    let Some(span) = span else { return String::new() };
    let (line, column) =
        sources.shown(&span.file).map_or((0, 0), |text| Lines::new(text).place(span.range.start as usize));
    format!(" {}:{line}:{column}", span.file)
}

fn written(mistakes: &[Mistake], outcomes: &[Outcome]) -> String {
    let mut out = String::from(
        "# What the program says about mistakes\n\nMade by `UPDATE=1 cargo test --test it mistakes`; the mistakes stand in \
         `cases.yaml`. Ratings:\n0 silent or useless, 1 hardly a help, 2 most editors mend it, 3 an editor mends it at once, \
         or nothing is wrong any more.\n",
    );
    for (mistake, outcome) in mistakes.iter().zip(outcomes) {
        let (title, exit) = (mistake.title.replace('\n', "\\n"), u8::from(outcome.errors > 0));
        let _ = write!(out, "\n## {} {}\n\nrating {}, exit {exit}", mistake.id, visible(&title), mistake.rating);
        match outcome.messages {
            0 => out.push_str(", accepted\n"),
            1 => out.push('\n'),
            messages => drop(writeln!(out, ", {messages} messages for {} causes", mistake.causes)),
        }
        out.push_str(&outcome.said);
    }
    out
}

#[test]
fn each_mistake_has_the_messages_that_were_rated() {
    let site = site();
    let mistakes = mistakes(&site);
    // One after the other: a check waits for its own threads, and must not run on those of a pool that it uses.
    let outcomes: Vec<Outcome> = mistakes.iter().map(|mistake| outcome(&site, mistake)).collect();
    let text = written(&mistakes, &outcomes);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/messages.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    for (kept, made) in kept.split("\n## ").zip(text.split("\n## ")) {
        assert_eq!(kept, made, "rate it anew in `cases.yaml`, then write the file with `UPDATE=1`");
    }
    assert_eq!(kept.len(), text.len());
    let mean = |number: &dyn Fn(&Mistake) -> u64| {
        let sum = mistakes.iter().map(number).sum::<u64>();
        f64::from(u32::try_from(sum).unwrap()) / f64::from(u32::try_from(mistakes.len()).unwrap())
    };
    let rating = mean(&|mistake| mistake.rating);
    assert!(rating >= WANTED, "the mean rating is {rating:.2}");
    let messages: usize = outcomes.iter().map(|outcome| outcome.messages).sum();
    let told = mistakes.iter().zip(&outcomes).filter(|(_, outcome)| outcome.messages > 0);
    let causes: u64 = told.map(|(mistake, _)| mistake.causes).sum();
    let cascade = f64::from(u32::try_from(messages).unwrap()) / f64::from(u32::try_from(causes).unwrap());
    assert!(cascade <= CASCADE, "{cascade:.2} messages for each cause");
}
