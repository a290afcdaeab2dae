//! The invariants of ARCHITECTURE.md that can be tested on the source itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of the code map: each uses only those above it.
const ORDER: &[&str] = &[
    "diagnostic",
    "xml",
    "minify",
    "lang",
    "source",
    "cache",
    "image",
    "pdf",
    "yaml",
    "settings",
    "config",
    "schema",
    "data",
    "document",
    "xliff",
    "history",
    "site",
    "structured_data",
    "print",
    "plan",
    "theme",
    "feed",
    "headers",
    "search",
    "render",
    "check",
    "output",
    "pipeline",
    "serve",
    "cli",
];

/// A library and the places that may use it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("tera::", &["src/theme/"]),
    ("pulldown_cmark", &["src/document/"]),
    ("icu::", &["src/lang/"]),
    ("fluent_bundle", &["src/lang/"]),
    ("fluent_syntax", &["src/lang/"]),
    ("serde_yaml", &["src/yaml.rs"]),
    ("minify_html", &["src/minify.rs"]),
    ("oxc_", &["src/minify.rs"]),
    ("lightningcss", &["src/theme/assets.rs"]),
    ("ammonia", &["src/document/raw_html.rs"]),
    ("html5ever", &["src/check/"]),
    ("roxmltree", &["src/xliff/", "src/image/drawing.rs"]),
    ("walkdir", &["src/source.rs"]),
    ("fs::", &["src/source.rs", "src/output.rs", "src/cache"]),
    ("clap", &["src/cli/"]),
    ("similar::", &["src/cli/"]),
    ("Command::new", &["src/history.rs"]),
    ("indicatif", &["src/cli/"]),
    ("aho_corasick", &["src/lang/phrases.rs"]),
    ("raster::", &["src/image/codec.rs"]),
    ("webp::", &["src/image/codec.rs"]),
    ("brotli_decompressor", &["src/theme/font.rs"]),
    ("hyper", &["src/serve/http.rs"]),
    ("tokio", &["src/serve/"]),
    ("notify::", &["src/serve/watch.rs"]),
    ("open::", &["src/cli/"]),
    ("typst::", &["src/print/"]),
    ("typst_pdf", &["src/print/"]),
    ("typst_render", &["src/print/"]),
    ("image_webp", &["src/print/"]),
    ("qrcode::", &["src/print/"]),
    ("sha2::", &["src/print/"]),
    ("hayro_interpret", &["src/pdf/"]),
    ("kurbo", &["src/pdf/"]),
    ("flate2", &["src/pdf/"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files of the program with their text, tests left out.
fn files() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            // The script and the style of the server are no part of the program.
            if !name.contains("/tests") && name.ends_with(".rs") {
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// Lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn module(file: &str) -> &str {
    file.trim_start_matches("src/").split(['/', '.']).next().unwrap()
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let rank = |name: &str| ORDER.iter().position(|known| *known == name);
    let mut wrong = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !matches!(module(file), "lib" | "main")) {
        let own = rank(module(file)).unwrap_or_else(|| panic!("{file} is in no module of the code map"));
        for line in code(text) {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if rank(&used).is_some_and(|used| used > own) {
                    wrong.push(format!("{file}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_code_map_names_every_module_in_order() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let mut declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    declared.sort_unstable();
    let mut order = ORDER.to_vec();
    order.sort_unstable();
    assert_eq!(declared, order);
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let places: Vec<Option<usize>> = ORDER.iter().map(|name| map.find(&format!("| `{name}` |"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn a_library_is_used_in_one_place() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        for (library, places) in LIBRARIES {
            if places.iter().any(|place| file.starts_with(place)) {
                continue;
            }
            let uses = |line: &&str| {
                line.match_indices(library).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
                })
            };
            wrong.extend(code(&text).filter(uses).map(|line| format!("{file}: {}", line.trim())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    for (file, text) in files() {
        assert!(text.starts_with("//! "), "{file} does not open with `//!`");
        assert!(text.lines().count() < 600, "{file} has {} lines", text.lines().count());
    }
}

#[test]
fn nothing_is_unwrapped_or_left_for_later() {
    let later = ["to", "do!("].concat();
    let words = [".unwrap()", "dbg!(", "unimplemented!(", "FIX\u{4d}E", "unsafe {", "static mut", &later];
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let has = |line: &&str| words.iter().any(|word| line.contains(word));
        wrong.extend(code(&text).filter(has).map(|line| format!("{file}: {}", line.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_code_is_listed_used_and_explained() {
    let files = files();
    let guide = fs::read_to_string(root().join("docs/diagnostics.md")).unwrap();
    let all: String =
        files.iter().filter(|(file, _)| !file.ends_with("codes.rs")).map(|(_, text)| text.as_str()).collect();
    for code in samen::diagnostic::CODES {
        assert!(all.contains(&format!("\"{}\"", code.name)), "`{}` is listed and not used", code.name);
        assert!(guide.contains(&format!("`{}`", code.name)), "`{}` is not in docs/diagnostics.md", code.name);
    }
    assert!(samen::diagnostic::CODES.is_sorted_by_key(|code| code.name), "the codes are in alphabetical order");
}
