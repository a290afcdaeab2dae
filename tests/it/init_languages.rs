//! A new site in every language that the theme has texts for, alone and in pairs: it is sound, and holds no word of another
//! language, site or country.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::Code;
use samen::lang::Lang;
use samen::pipeline::{self, Outputs, Request, RunControl};
use samen::source::{FreshFile, Sources};
use samen::starter::{self, Answers, Forge, StarterKind};
use tempfile::TempDir;

use crate::disk::{run, samen};
use crate::fixture::TODAY;

/// Words of other sites and countries, which no text of the theme may hold. Some are short, so whole words count.
const FORBIDDEN: &[&str] = &[
    "SAMEN",
    "Nederland",
    "Netherlands",
    "Niederlande",
    "Pays-Bas",
    "Amsterdam",
    "Utrecht",
    "violence",
    "geweld",
    "Gewalt",
    "demonstration",
    "demonstratie",
    "IOM",
    "lorem",
    "TODO",
    "{{",
    "[[fill-in",
];

/// Characters from which on a text of the interface is one that no two languages share by chance.
const TELLING: usize = 14;

fn languages() -> Vec<Lang> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub/starters");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let tags: BTreeSet<String> = names.filter_map(|name| Some(name.strip_suffix(".md")?.to_owned())).collect();
    tags.iter().map(|tag| Lang::parse(tag).unwrap()).collect()
}

fn answers(languages: &[Lang], kind: StarterKind) -> Answers {
    let values =
        [("organisation", "Hub 18"), ("address", "1, 2345"), ("email", "info@hub.example"), ("represented", "Hub 18")];
    Answers {
        name: "Hub 18".to_owned(),
        languages: languages.to_vec(),
        default_language: languages[0].clone(),
        kind,
        areas: Vec::new(),
        time_zone: None,
        forge: Forge::None,
        base_url: Some("https://hub.example/".to_owned()),
        licence: None,
        values: values.into_iter().map(|(name, value)| (name, value.to_owned())).collect(),
        today: TODAY.parse().unwrap(),
    }
}

fn request() -> Request {
    Request {
        config: "samen.yaml".to_owned(),
        overrides: Vec::new(),
        clock: TODAY.parse().unwrap(),
        drafts: false,
        strict: true,
        pseudo: false,
    }
}

/// The files of a new site.
#[track_caller]
fn new_site(answers: &Answers) -> Sources {
    let made = starter::new_site(answers, &Sources::memory([]));
    let site = made.unwrap_or_else(|wrong| panic!("{:?}: {:#?}", answers.languages, wrong.items()));
    Sources::memory(site.files.into_iter().map(|FreshFile { path, bytes }| (path.to_string(), bytes)))
}

/// What is wrong with a site, and all that it publishes.
fn published(sources: &Sources) -> (Vec<String>, Outputs) {
    let checked = pipeline::check(sources, &request(), &RunControl::default()).unwrap();
    let wrong = checked.diagnostics.items().iter().filter(|item| item.code != Code::GlyphMissing);
    let wrong = wrong.map(|item| format!("{}: {} {:?}", item.code, item.message, item.at)).collect();
    (wrong, pipeline::outputs(sources, &request()).map(|(outputs, _)| outputs).unwrap_or_default())
}

/// The texts of the interface of a language, by their names: those of one line without parts to fill.
fn interface(tag: &str) -> BTreeMap<String, String> {
    // The file of Dari has another tag than its canonical one.
    let tag = if tag == "fa-AF" { "prs" } else { tag };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("themes/hub/strings/{tag}.ftl"));
    // A variety has no words of its own.
    let text = fs::read_to_string(file).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with(['#', ' ', '}']));
    let texts = lines.filter_map(|line| line.split_once(" = ")).filter(|(_, text)| !text.contains('{'));
    texts.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

/// The words that people see on a page.
fn seen(page: &str) -> String {
    let mut out = String::new();
    for part in page.split('<') {
        // What stands before the first tag, and behind each.
        out.push_str(part.split_once('>').map_or(part, |(_, words)| words));
        out.push('\n');
    }
    out.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

fn holds_word(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let bare = !word.starts_with(char::is_alphabetic);
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        bare || !is_letter(before) && !is_letter(after)
    })
}

/// Everything that is wrong with a new site in some languages.
fn faults(languages: &[Lang], kind: StarterKind) -> Vec<String> {
    let (mut faults, outputs) = published(&new_site(&answers(languages, kind)));
    let mut others: Vec<(String, String)> = Vec::new();
    for tag in ["en", "nl"].into_iter().filter(|tag| languages.iter().all(|lang| !lang.as_str().starts_with(*tag))) {
        let own: BTreeSet<String> = languages.iter().flat_map(|lang| interface(lang.as_str()).into_values()).collect();
        let texts = interface(tag).into_iter().filter(|(_, text)| text.chars().count() >= TELLING);
        others.extend(texts.filter(|(_, text)| !own.contains(text)));
    }
    for (file, bytes) in &outputs {
        let text = String::from_utf8_lossy(bytes);
        let is_text = [".html", ".xml", ".json", ".ics", ".csv", ".txt"].iter().any(|end| file.ends_with(end));
        let has = |word: &&&str| is_text && holds_word(&text, word);
        faults.extend(FORBIDDEN.iter().filter(has).map(|word| format!("{file}: `{word}`")));
        if file.ends_with(".html") {
            let seen = seen(&text);
            let borrowed = others.iter().filter(|(_, words)| seen.lines().any(|line| line.trim() == words));
            faults.extend(borrowed.map(|(name, words)| format!("{file}: `{name}` is not translated: {words}")));
        }
        if file.ends_with(".pdf") && !(bytes.starts_with(b"%PDF-") && bytes.len() > 2000) {
            faults.push(format!("{file} is no PDF"));
        }
    }
    #[cfg(feature = "pdf")]
    if kind == StarterKind::Minutes && !outputs.keys().any(|file| file.ends_with(".pdf")) {
        faults.push("there is no PDF".to_owned());
    }
    let tags: Vec<&str> = languages.iter().map(Lang::as_str).collect();
    faults.sort();
    faults.truncate(6);
    faults.into_iter().map(|fault| format!("{}: {fault}", tags.join(","))).collect()
}

#[track_caller]
fn assert_sound(sites: &[Vec<Lang>], kind: StarterKind) {
    // Not on the threads of rayon: a load uses those itself, and would wait for its own.
    let all = |part: &[Vec<Lang>]| part.iter().flat_map(|languages| faults(languages, kind)).collect::<Vec<_>>();
    let faults: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = sites.chunks(sites.len().div_ceil(2)).map(|part| scope.spawn(move || all(part))).collect();
        runs.into_iter().flat_map(|run| run.join().unwrap()).collect()
    });
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_language_with_words_knows_its_own_name() {
    let nameless: Vec<Lang> = languages().into_iter().filter(|lang| lang.autonym().is_none()).collect();
    assert_eq!(nameless, Vec::<Lang>::new());
}

#[test]
fn a_new_site_is_sound_in_every_language_alone() {
    let languages = languages();
    assert!(languages.len() >= 32, "{languages:?}");
    assert_sound(&languages.into_iter().map(|lang| vec![lang]).collect::<Vec<_>>(), StarterKind::Minutes);
}

#[test]
fn a_new_site_is_sound_in_ten_pairs() {
    let languages = languages();
    let half = languages.len() / 2;
    let pair = |at: usize| vec![languages[at].clone(), languages[at + half].clone()];
    assert_sound(&(0..10).map(pair).collect::<Vec<_>>(), StarterKind::Resources);
}

#[test]
fn every_starter_is_sound() {
    let pair = [Lang::parse("de").unwrap(), Lang::parse("ar").unwrap()];
    for kind in [StarterKind::Hub, StarterKind::Minimal] {
        assert_eq!(faults(&pair, kind), Vec::<String>::new(), "{kind:?}");
    }
}

#[test]
fn a_variety_has_the_words_of_its_language_and_a_text_only_where_that_is_not_there() {
    let easy = Lang::parse("nl-x-easy").unwrap();
    let simple = Lang::parse("nl-simple").unwrap();
    for lang in [&easy, &simple] {
        assert_eq!(faults(std::slice::from_ref(lang), StarterKind::Minimal), Vec::<String>::new());
        let beside = starter::new_site(
            &answers(&[Lang::parse("nl").unwrap(), lang.clone()], StarterKind::Minimal),
            &Sources::memory([]),
        );
        let beside = beside.unwrap();
        assert_eq!(beside.without_texts, std::slice::from_ref(lang));
        assert!(beside.files.iter().all(|file| !file.path.ends_with(&format!(".{lang}.md"))));
    }
}

#[test]
fn in_a_language_without_texts_everything_is_a_mark_and_nothing_is_english() {
    let lang = Lang::parse("cy").unwrap();
    let site = starter::new_site(&answers(&[lang], StarterKind::Minutes), &Sources::memory([])).unwrap();
    let texts: Vec<(&Arc<str>, String)> = site
        .files
        .iter()
        .filter(|file| file.path.starts_with("content/"))
        .map(|file| (&file.path, String::from_utf8_lossy(&file.bytes).into_owned()))
        .collect();
    assert_eq!(texts.len(), 8, "{texts:?}");
    for (path, text) in texts {
        let (_, body) = text.split_once("\n---\n").unwrap();
        let words = body.lines().map(|line| line.trim_start_matches(['#', '-', ':', ' ']));
        let bare = words.filter(|line| !line.is_empty() && !line.starts_with("[[fill-in") && !line.starts_with("2026"));
        assert_eq!(bare.collect::<Vec<_>>(), Vec::<&str>::new(), "{path}");
    }
}

#[test]
fn forty_languages_make_one_site() {
    let more = ["ca", "eu", "gl", "is", "nb", "sq", "cy", "ja"];
    let all: Vec<Lang> = languages().into_iter().chain(more.map(|tag| Lang::parse(tag).unwrap())).collect();
    let site = starter::new_site(&answers(&all[..40], StarterKind::Minimal), &Sources::memory([])).unwrap();
    assert!(site.files.len() > 150);
}

/// The path of the guide for newcomers, with the program as it is.
#[test]
fn from_nothing_to_a_site_with_a_meeting_of_ones_own() {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("my-hub");
    let said = |args: &[&str]| {
        let run = run(samen().current_dir(if site.exists() { &site } else { folder.path() }).args(args));
        (run.code, run.stdout, run.stderr)
    };
    let filled = ["--organisation", "A", "--address", "B", "--email", "a@b.example", "--represented-by", "C"];
    let named = ["init", "my-hub", "--name", "My hub", "--languages", "fr,uk", "--starter", "minutes"];
    let made = said(&[&named[..], &filled[..]].concat());
    assert_eq!(made.0, 0, "{made:?}");
    let new = said(&["new", "meeting", "2027-01-10-first-talk"]);
    assert_eq!(new.0, 0, "{new:?}");
    let file = site.join("content/meetings/2027-01-10-first-talk.fr.md");
    let text = fs::read_to_string(&file).unwrap();
    let (front, _) = text[4..].split_once("\n---\n").unwrap();
    let kept: Vec<&str> = front.lines().filter(|line| !line.starts_with("draft:")).collect();
    let own = "## Décisions {.decisions}\n\n- Nous publions un compte rendu. {#d1}\n";
    fs::write(&file, format!("---\n{}\n---\n{own}", kept.join("\n"))).unwrap();
    let checked = said(&["check", "--strict"]);
    assert_eq!(checked.0, 0, "{checked:?}");
    let built = said(&["build"]);
    assert_eq!(built.0, 0, "{built:?}");
    assert!(site.join("public/fr/index.html").is_file());
    let cleaned = said(&["init", "--clean-examples"]);
    assert_eq!(cleaned.0, 0, "{cleaned:?}");
    assert_eq!(cleaned.1.lines().count(), 4, "{cleaned:?}");
    let checked = said(&["check", "--strict"]);
    assert_eq!(checked.0, 0, "{checked:?}");
}
