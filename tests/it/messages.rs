//! The files of messages compared with each other and with the source: what is said has words in English and Dutch, with
//! the arguments that it is given, and no word of ours stands anywhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use samen::diagnostic::{Catalog, Code};

/// Languages that have every message; the others may lack some.
const COMPLETE: &[&str] = &["en", "nl"];

/// The message of a name, or of a name and an attribute, and its arguments.
type Signatures = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of the messages of a language.
fn words(tag: &str) -> String {
    fs::read_to_string(root().join(format!("src/messages/{tag}.ftl"))).unwrap()
}

/// All files of the program with their code: comments and tests are left out.
fn code() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.contains("/tests") {
                let text = fs::read_to_string(&path).unwrap();
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let is_code = |line: &&str| !line.trim_start().starts_with("//");
                found.insert(name, text.lines().filter(is_code).map(|line| format!("{line}\n")).collect());
            }
        }
    }
    found
}

/// The calls of `message!` in a file: the name of each with its arguments, as Fluent writes them.
fn calls(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("message!(") {
        let inside = text[at..].split_once('(').expect("the pattern has one").1;
        if let Some((name, rest)) = inside.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            found.push((name.to_owned(), arguments(rest)));
        }
    }
    found
}

/// The names before `=` of a call, up to the parenthesis that closes it.
fn arguments(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let (mut depth, mut at) = (0_usize, 0);
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' if depth == 0 => break,
            b')' | b']' | b'}' => depth -= 1,
            b'"' => at += quoted(&text[at + 1..]),
            // A character, not a lifetime.
            b'\'' if bytes.get(at + 1) == Some(&b'\\') => at += 3,
            b'\'' => {
                at += text[at + 1..].char_indices().nth(1).filter(|(_, c)| *c == '\'').map_or(0, |(end, _)| end + 1);
            }
            b',' if depth == 0 => found.extend(named(&text[at + 1..])),
            _ => {}
        }
        at += 1;
    }
    found
}

/// The length of a string with its closing quotation mark.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.expect("a string is closed") + 1
}

fn named(text: &str) -> Option<String> {
    let (name, rest) = text.split_once('=')?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_name && !rest.starts_with('=')).then(|| name.replace('_', "-"))
}

/// All messages of a language with their arguments. Fails where a file cannot be read or says something twice.
fn signatures(tag: &str) -> Signatures {
    let text = words(tag);
    let resource = match fluent_syntax::parser::parse(&*text) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("src/messages/{tag}.ftl cannot be read: {errors:#?}"),
    };
    let mut found = Signatures::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
        let attributes = message.attributes.iter().map(|it| (format!("{id}.{}", it.id.name), &it.value));
        for (name, pattern) in value.chain(attributes) {
            let mut names = BTreeSet::new();
            variables(pattern, &mut names);
            assert!(found.insert(name.clone(), names).is_none(), "src/messages/{tag}.ftl says `{name}` twice");
        }
    }
    found
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| variables(&variant.value, found));
                selector
            }
            Expression::Inline(inline) => inline,
        };
        match inline {
            InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
            InlineExpression::StringLiteral { .. } => {}
            other => panic!("messages are made of texts, arguments and choices among them, not of {other:?}"),
        }
    }
}

/// What the source says: each message with the arguments that it is given.
fn said() -> Signatures {
    let mut found = Signatures::new();
    for (file, text) in code() {
        for (name, arguments) in calls(&text) {
            let before = found.entry(name.clone()).or_insert_with(|| arguments.clone());
            assert_eq!(*before, arguments, "{file} says `{name}` with other arguments than another place");
        }
    }
    // Help is said by the tree of flags, which `cli::help` compares with these.
    found.extend(
        signatures("en")
            .into_iter()
            .filter(|(name, _)| name == "cli" || name.starts_with("cli.") || name.starts_with("cli-")),
    );
    for code in Code::ALL {
        found.insert(format!("code-{code}"), BTreeSet::new());
        found.insert(format!("code-{code}.mend"), BTreeSet::new());
    }
    found
}

#[test]
fn what_the_source_says_has_words_with_the_same_arguments_and_nothing_else_has() {
    let (said, written) = (said(), signatures("en"));
    let mut wrong = Vec::new();
    for (name, arguments) in &said {
        match written.get(name) {
            None => wrong.push(format!("src/messages/en.ftl lacks `{name}` with {arguments:?}")),
            Some(others) if others != arguments => {
                wrong.push(format!("`{name}`: the source gives {arguments:?}, src/messages/en.ftl uses {others:?}"));
            }
            Some(_) => {}
        }
    }
    for name in written.keys().filter(|name| !said.contains_key(*name)) {
        wrong.push(format!("nobody says `{name}` of src/messages/en.ftl"));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn all_languages_say_the_same_with_the_same_arguments() {
    let english = signatures("en");
    for tag in Catalog::languages() {
        let own = signatures(tag);
        let mut wrong = Vec::new();
        for (name, arguments) in &own {
            match english.get(name) {
                None => wrong.push(format!("`{name}` is no message in English")),
                Some(others) if others != arguments => {
                    wrong.push(format!("`{name}` uses {arguments:?}, in English {others:?}"));
                }
                Some(_) => {}
            }
        }
        if COMPLETE.contains(&tag) {
            wrong.extend(
                english.keys().filter(|name| !own.contains_key(*name)).map(|name| format!("`{name}` is lacking")),
            );
        }
        assert!(wrong.is_empty(), "src/messages/{tag}.ftl: {wrong:#?}");
    }
}

#[test]
fn every_message_can_be_put_into_words() {
    for tag in Catalog::languages() {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap()]);
        bundle.add_resource_overriding(FluentResource::try_new(words(tag)).unwrap());
        for (name, arguments) in signatures(tag) {
            let (id, attribute) = name.split_once('.').map_or((&*name, None), |(id, part)| (id, Some(part)));
            let message = bundle.get_message(id).unwrap();
            let pattern = attribute.map_or_else(
                || message.value().unwrap(),
                |attribute| message.get_attribute(attribute).unwrap().value(),
            );
            for number in [0, 1, 2, 11] {
                let given: FluentArgs<'_> = arguments.iter().map(|name| (name.clone(), number)).collect();
                let mut wrong = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&given), &mut wrong);
                assert!(wrong.is_empty() && !text.trim().is_empty(), "{tag}: `{name}`: {wrong:?}");
            }
        }
    }
}

/// Modules whose words are still in their code.
const NOT_YET: &[&str] = &[
    "src/cli",
    "src/config",
    "src/data",
    "src/declaration",
    "src/document",
    "src/lang",
    "src/lsp",
    "src/settings",
    "src/source",
    "src/yaml",
];

/// What stands in front of the words of a message.
const BEFORE_WORDS: &[&str] = &[
    ".help(",
    ".label(",
    "let message = ",
    "let help = ",
    "let detail = ",
    "let reason = ",
    "let why = ",
    "Message::from(",
];

#[test]
fn no_words_stand_in_the_source() {
    let is_literal = |text: &str| text.starts_with('"') || text.starts_with("format!") || text.starts_with("&format!");
    // One word may be a name; several are a sentence.
    let is_sentence =
        |text: &str| text.split('"').nth(1).is_some_and(|words| words.contains(' ') && !words.starts_with('`'));
    let mut wrong = Vec::new();
    for (file, text) in code() {
        if NOT_YET.iter().any(|module| file.starts_with(module)) {
            continue;
        }
        let packed: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(");
        let start = |words: &str| words.chars().take(80).collect::<String>();
        let mut told = |words: &str| wrong.push(format!("{file}: {}", start(words)));
        for part in packed.split("Diagnostic::").skip(1) {
            let words = part.split_once(", ").filter(|(before, _)| before.contains("(Code::")).map(|(_, words)| words);
            words.into_iter().filter(|words| is_literal(words)).for_each(&mut told);
        }
        for call in BEFORE_WORDS {
            packed.split(call).skip(1).filter(|words| is_literal(words)).for_each(&mut told);
        }
        let verbatim = packed.split("Message::verbatim(").skip(1);
        verbatim.filter(|words| words.starts_with('"') && is_sentence(words)).for_each(&mut told);
    }
    assert!(wrong.is_empty(), "write these as `message!`, with words in src/messages/: {wrong:#?}");
}

mod tests {
    use super::calls;

    #[test]
    fn calls_are_found_with_their_arguments() {
        let text = "a(message!(\"a-b\")).b(message!(\n \"both\",\n first = message!(\"x\", a_b = f(c == d, ',')),\n second = \"s, t = \\\"\",\n))";
        let found: Vec<String> =
            calls(text).into_iter().map(|(name, arguments)| format!("{name} {arguments:?}")).collect();
        assert_eq!(found, ["a-b {}", "both {\"first\", \"second\"}", "x {\"a-b\"}"]);
    }
}
