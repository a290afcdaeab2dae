//! The invariants of ARCHITECTURE.md that can be tested on the source itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use samen::diagnostic::Code;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// The modules in the order of the code map: each uses only those above it.
const ORDER: &[&str] = &[
    "diagnostic",
    "stack",
    "xml",
    "minify",
    "lang",
    "source",
    "cache",
    "image",
    "pdf",
    "file_kind",
    "convert",
    "yaml",
    "settings",
    "config",
    "declaration",
    "schema",
    "data",
    "document",
    "import",
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
    "translate",
    "output",
    "pipeline",
    "edits",
    "relocate",
    "fix",
    "serve",
    "lsp",
    "starter",
    "cli",
];

/// A library and the places that may use it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("tera::", &["src/theme/"]),
    ("pulldown_cmark", &["src/document/"]),
    ("icu::", &["src/lang/"]),
    ("fluent_bundle", &["src/lang/", "src/diagnostic/catalog.rs"]),
    ("fluent_syntax", &["src/lang/"]),
    ("serde_yaml", &["src/yaml.rs"]),
    ("toml::", &["src/import/front.rs"]),
    ("minify_html", &["src/minify.rs"]),
    ("oxc_", &["src/minify.rs"]),
    ("lightningcss", &["src/theme/assets.rs"]),
    ("ammonia", &["src/document/raw_html.rs", "src/convert/web/"]),
    ("html5ever", &["src/check/", "src/document/raw_html.rs", "src/convert/web/"]),
    ("roxmltree", &["src/check/values/xml.rs", "src/xliff/", "src/image/drawing.rs", "src/convert/"]),
    ("walkdir", &["src/source/walk.rs"]),
    ("rustix", &["src/source/folder.rs", "src/source/failure.rs"]),
    ("fs::", &["src/source", "src/output/", "src/cache"]),
    ("clap", &["src/cli/"]),
    ("similar::", &["src/cli/", "src/edits.rs", "src/lsp/rename.rs", "src/pipeline/vanished.rs"]),
    ("lsp_server", &["src/lsp/"]),
    ("lsp_types", &["src/lsp/"]),
    ("url::", &["src/lsp/uris.rs"]),
    ("Command::new", &["src/history.rs"]),
    ("indicatif", &["src/cli/"]),
    ("aho_corasick", &["src/check/rules/leak.rs", "src/lang/phrases.rs"]),
    ("raster::", &["src/image/codec.rs"]),
    ("webp::", &["src/image/codec.rs"]),
    ("brotli_decompressor", &["src/theme/font.rs"]),
    ("hyper::", &["src/serve/http.rs"]),
    ("hyper_util::", &["src/serve/http.rs"]),
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
    ("flate2", &["src/pdf/", "src/convert/archive.rs"]),
    ("rawzip", &["src/convert/archive.rs"]),
    ("regex::", &["src/config/area/phone.rs"]),
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

/// What readers get is made here. Values are reached through `site/public` only.
const OUTPUTS: &[&str] = &[
    "src/theme/",
    "src/feed/",
    "src/structured_data/",
    "src/search/",
    "src/print/",
    "src/plan.rs",
    "src/plan/",
    "src/render.rs",
    "src/headers.rs",
];

#[test]
fn outputs_reach_values_through_one_door() {
    let doors = [".source_field(", ".source_fields(", ".source_outcomes(", ".source_attribute", "FieldValue", ".rich"];
    let mut wrong = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| OUTPUTS.iter().any(|output| file.starts_with(output))) {
        let uses = |line: &&str| doors.iter().any(|door| line.contains(door));
        wrong.extend(code(text).filter(uses).map(|line| format!("{file}: {}", line.trim())));
    }
    assert!(wrong.is_empty(), "what is for editors only would get out: {wrong:#?}");
}

#[test]
fn outputs_say_what_they_do_with_every_kind_of_value() {
    let deny = "#![deny(clippy::wildcard_enum_match_arm)]";
    let matches = |text: &str| code(text).any(|line| line.contains("Resolved::") && line.contains("=>"));
    let files = files();
    let careless: Vec<&String> =
        files.iter().filter(|(_, text)| matches(text) && !text.contains(deny)).map(|(file, _)| file).collect();
    assert!(careless.is_empty(), "write `{deny}` at the top of {careless:#?}");
}

#[test]
fn the_manual_tells_of_every_kind_of_field() {
    let manual = fs::read_to_string(root().join("docs/types.md")).unwrap();
    let (_, kinds) = manual.split_once("## Kinds of fields").expect("the manual lists the kinds");
    let table = kinds.trim_start().lines().take_while(|line| line.starts_with('|'));
    let told: Vec<&str> = table.filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let known: Vec<&str> = samen::schema::KindName::ALL.iter().map(|name| name.word()).collect();
    assert_eq!(told, known);
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

/// What is hashed as it is: the text of a file, a page, or words whose hash is published and may not change.
const HASHED_TEXTS: &[&str] = &[
    "src/cache.rs",
    "src/document/mod.rs",
    "src/document/source_hash.rs",
    "src/cache/published.rs",
    "src/document/units/mod.rs",
    "src/image/mod.rs",
    "src/output/marker.rs",
    "src/serve/answer.rs",
];

/// Where `{:?}` is written for people, or as a string of YAML.
const DEBUG_OUTPUT: &[&str] = &["src/image/codec.rs", "src/cli/mod.rs", "src/cli/translate/mod.rs"];

/// Whether a line hashes a text that was put together: it has no borders, so two lists of values may give the same.
fn hashes_joined_text(line: &str) -> bool {
    let joined = ["as_bytes()", "of(format!(", "of(&format!("];
    line.contains("Hash::of(") && joined.iter().any(|words| line.contains(words))
}

#[test]
fn many_values_are_hashed_by_a_digest() {
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let (may_hash, may_debug) = (HASHED_TEXTS.contains(&&*file), DEBUG_OUTPUT.contains(&&*file));
        for line in code(text.split("#[cfg(test)]").next().unwrap_or_default()) {
            if hashes_joined_text(line) && !may_hash || line.contains(":?}") && !may_debug {
                wrong.push(format!("{file}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "hash many values with `Digest`, and never what `Debug` writes: {wrong:#?}");
}

#[test]
fn every_code_is_used() {
    let all: String =
        files().into_iter().filter(|(file, _)| !file.ends_with("codes.rs")).map(|(_, text)| text).collect();
    for code in Code::ALL {
        assert!(all.contains(&format!("Code::{code:?}")), "`{code}` is listed and not used");
    }
    assert!(Code::ALL.is_sorted_by_key(|code| code.as_str()), "the codes are in alphabetical order");
}

#[test]
fn nothing_hangs_on_the_name_of_a_code() {
    let mut wrong = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !file.starts_with("src/diagnostic/")) {
        let compares = |line: &&str| line.contains(".code.as_str()") || line.contains("code == \"");
        wrong.extend(code(text).filter(compares).map(|line| format!("{file}: {}", line.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_site_is_written_once_and_no_step_changes_it() {
    let mut written = Vec::new();
    let mut changed = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| file.starts_with("src/site/")) {
        for line in code(text).map(str::trim) {
            // `pub struct Site {` and `impl Site {` and the type that a function gives are no values.
            if line.contains("Site {") && !["struct ", "impl ", "-> Site {"].iter().any(|other| line.contains(other)) {
                written.push(format!("{file}: {line}"));
            }
            if ["&mut Site", "&mut Entries", "&mut Entry,", "&mut Entry)"].iter().any(|type_| line.contains(type_)) {
                changed.push(format!("{file}: {line}"));
            }
        }
    }
    assert_eq!(written, ["src/site/assemble.rs: Site {"]);
    assert!(changed.is_empty(), "a step gives a value of its own: {changed:#?}");
}

/// Parameters that a function may have, its own value among them.
const PARAMETERS: usize = 5;

/// Lines that a closure with a name may have.
const CLOSURE: usize = 3;

/// What the syntax of the program holds that the house forbids; tests within a file are left out.
#[derive(Default)]
struct Syntax {
    /// The file that is read.
    file: String,
    /// Types by their names, with the places where they are defined.
    types: BTreeMap<String, Vec<String>>,
    /// Parameters that are several in one.
    tuples: Vec<String>,
    /// Functions of too many parameters.
    crowded: Vec<String>,
    /// Closures that are functions without a name of their own.
    closures: Vec<String>,
    /// Texts, with their places.
    literals: Vec<(String, String)>,
}

impl Syntax {
    /// Reads all files.
    fn read() -> Self {
        let mut syntax = Self::default();
        for (file, text) in files() {
            let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
            syntax.file = file;
            syntax.visit_file(&parsed);
        }
        syntax
    }

    fn place(&self, node: &impl Spanned, name: &syn::Ident) -> String {
        format!("{}:{}: {name}", self.file, node.span().start().line)
    }

    fn define(&mut self, name: &syn::Ident) {
        // What stands in for a feature that is left out has the names of what it stands in for.
        if !self.file.ends_with("/without.rs") {
            let place = self.place(name, name);
            self.types.entry(name.to_string()).or_default().push(place);
        }
    }

    fn literal(&mut self, node: &impl Spanned, text: String) {
        self.literals.push((format!("{}:{}", self.file, node.span().start().line), text));
    }

    fn count(&mut self, signature: &syn::Signature) {
        if signature.inputs.len() > PARAMETERS {
            self.crowded.push(self.place(signature, &signature.ident));
        }
    }
}

impl<'ast> Visit<'ast> for Syntax {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let test =
            |attribute: &syn::Attribute| attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"));
        if !module.attrs.iter().any(test) {
            visit::visit_item_mod(self, module);
        }
    }

    /// Words for those who read the code are no words of the program.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.literal(text, text.value());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        // What stands in quotes: nobody but the macro itself knows the rest of its words.
        let tokens = call.tokens.to_string().replace("\\\"", "'").replace("'\"'", "");
        for text in tokens.split('"').skip(1).step_by(2) {
            self.literal(call, text.to_owned());
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.define(&item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.define(&item.ident);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.define(&item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.define(&item.ident);
        visit::visit_item_type(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.count(&item.sig);
        visit::visit_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        // The parameters of a trait's function are those that the trait declares.
        let own = item.items.iter().filter(|_| item.trait_.is_none());
        let functions =
            own.filter_map(|item| if let syn::ImplItem::Fn(function) = item { Some(&function.sig) } else { None });
        functions.for_each(|signature| self.count(signature));
        visit::visit_item_impl(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.count(&item.sig);
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        let tuple = |input: &&syn::FnArg| matches!(input, syn::FnArg::Typed(typed) if is_tuple(&typed.ty));
        let place = self.place(signature, &signature.ident);
        self.tuples.extend(signature.inputs.iter().filter(tuple).map(|_| place.clone()));
        visit::visit_signature(self, signature);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(syn::Expr::Closure(closure)) = local.init.as_ref().map(|init| &*init.expr) {
            let lines = closure.span().end().line - closure.span().start().line + 1;
            if lines > CLOSURE {
                self.closures.push(format!("{}:{}: {lines} lines", self.file, closure.span().start().line));
            }
        }
        visit::visit_local(self, local);
    }
}

/// Whether a type is a tuple of several things, as it is or borrowed.
fn is_tuple(type_: &syn::Type) -> bool {
    match type_ {
        syn::Type::Tuple(tuple) => tuple.elems.len() > 1,
        syn::Type::Reference(reference) => is_tuple(&reference.elem),
        syn::Type::Paren(inner) => is_tuple(&inner.elem),
        _ => false,
    }
}

#[test]
fn no_type_name_stands_twice() {
    let types = Syntax::read().types;
    let wrong: Vec<&Vec<String>> = types.values().filter(|places| places.len() > 1).collect();
    assert!(types.len() > 300, "only {} types were read", types.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_function_has_few_parameters_and_none_is_a_tuple() {
    let syntax = Syntax::read();
    assert!(syntax.crowded.is_empty(), "more than {PARAMETERS} parameters: {:#?}", syntax.crowded);
    assert!(syntax.tuples.is_empty(), "make a small struct of each: {:#?}", syntax.tuples);
}

#[test]
fn a_closure_with_a_name_is_short() {
    let closures = Syntax::read().closures;
    assert!(closures.is_empty(), "make a function of each: {closures:#?}");
}

/// Words of one country, one site or one language, in any form.
const FOREIGN: &[&str] = &[
    "amsterdam",
    "bijeenkomst",
    "dutch",
    "europe/",
    "gemeente",
    "marktplaats",
    "meeting",
    "nederland",
    "netherlands",
    "organisatie",
    "organisation",
    "pharos",
    "rotterdam",
    "sgbv",
    "stichting",
    "utrecht",
    "`nl`",
    "/nl/",
];

/// Where such a word stands for something else: among the names of all languages.
const AT_HOME: &[(&str, &str)] = &[
    ("src/lang/", "nederland"),
    // `organisation` and `next-meeting` are words of the format, as `true` is.
    ("src/schema/party.rs", "organisation"),
    // The name of a mark in texts.
    ("src/cli/init/answers.rs", "organisation"),
    ("src/declaration/absent.rs", "organisation"),
    ("src/schema/deadline/", "meeting"),
    ("src/theme/view/deadline.rs", "meeting"),
];

#[test]
fn no_text_of_the_program_knows_one_country_site_or_language() {
    let literals = Syntax::read().literals;
    assert!(literals.len() > 2000, "only {} texts were read", literals.len());
    let foreign = |(place, text): &&(String, String)| {
        let text = text.to_lowercase();
        let home = |word: &str| AT_HOME.iter().any(|(file, known)| place.starts_with(file) && *known == word);
        FOREIGN.iter().any(|word| text.contains(word) && !home(word))
    };
    let wrong: Vec<&(String, String)> = literals.iter().filter(foreign).collect();
    assert!(wrong.is_empty(), "say it of any site: {wrong:#?}");
}

#[test]
fn the_rules_of_form_find_what_breaks_them() {
    let text = r#"struct A; mod m { enum A { X } } #[cfg(test)] mod tests { struct A; }
        fn f((a, b): (u8, u8), c: &(u8, u8), unit: ()) {}
        trait T { fn six(&self, a: u8, b: u8, c: u8, d: u8, e: u8); }
        impl T for A { fn six(&self, a: u8, b: u8, c: u8, d: u8, e: u8) {} }
        fn g() { let short = |x: u8| x; let long = |x: u8| {
            let y = x;
            y
        }; say!(x, "of Utrecht {x}"); }
        /// Of Utrecht.
        const C: &str = "Utrecht";
        #[cfg(test)] mod tests { const D: &str = "Utrecht"; }"#;
    let mut syntax = Syntax { file: "a.rs".to_owned(), ..Syntax::default() };
    syntax.visit_file(&syn::parse_file(text).unwrap());
    assert_eq!(syntax.types["A"], ["a.rs:1: A", "a.rs:1: A"]);
    assert_eq!(syntax.tuples, ["a.rs:2: f", "a.rs:2: f"]);
    assert_eq!(syntax.crowded, ["a.rs:3: six"]);
    assert_eq!(syntax.closures, ["a.rs:5: 4 lines"]);
    let texts: Vec<&str> = syntax.literals.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["of Utrecht {x}", "Utrecht"]);
}

#[test]
fn every_decision_is_short_and_in_the_index() {
    let folder = root().join("docs/decisions");
    let index = fs::read_to_string(folder.join("README.md")).unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(name == "README.md" || index.contains(&format!("]({name})")), "{name} is not in the index");
        assert!(name == "README.md" || text.lines().count() < 25, "{name} is long");
    }
}

#[test]
fn the_guides_for_contributors_name_files_that_exist() {
    for guide in ["CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(guide)).unwrap();
        // Between backticks, and where links lead; `<name>` stands for what the reader chooses.
        let places =
            text.split('`').skip(1).step_by(2).chain(text.split("](").skip(1).filter_map(|it| it.split(')').next()));
        for place in places.map(|place| place.split('#').next().unwrap()) {
            let of_ours = ["src/", "tests/", "docs/", "themes/", ".ci/"].iter().any(|folder| place.starts_with(folder));
            if of_ours && !place.contains(['<', '*', ' ']) {
                assert!(root().join(place).exists(), "{guide} names `{place}`, which does not exist");
            }
        }
    }
}

#[test]
fn no_table_of_a_guide_is_cut() {
    let mut wrong = Vec::new();
    let guides = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    for path in guides.chain([root().join("README.md"), root().join("themes/hub/README.md")]) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        // Parts between fences show what an editor writes.
        let shown: String = text.split("```").step_by(2).collect();
        let lines: Vec<&str> = shown.lines().collect();
        for at in 0..lines.len() {
            let starts = lines[at].starts_with('|') && (at == 0 || !lines[at - 1].starts_with('|'));
            if starts && !lines.get(at + 1).is_some_and(|line| line.starts_with("|-") || line.starts_with("| -")) {
                wrong.push(format!("{}: {}", path.display(), lines[at]));
            }
        }
    }
    assert!(wrong.is_empty(), "tables without a head: {wrong:?}");
}
