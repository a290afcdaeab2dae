//! Citations as BibTeX, RIS and CSL-JSON. Knows nothing of where their parts come from.

use serde_json::{Map, Value, json};

use super::citation::Citation;

/// What CSL calls a thing, and what BibTeX and RIS do.
const TYPES: &[(&str, &str, &str)] = &[
    ("article", "article", "JOUR"),
    ("book", "book", "BOOK"),
    ("dataset", "misc", "DATA"),
    ("document", "misc", "GEN"),
    ("motion_picture", "misc", "VIDEO"),
    ("report", "techreport", "RPRT"),
    ("webpage", "misc", "ELEC"),
];

fn names(csl: &str) -> (&'static str, &'static str) {
    TYPES.iter().find(|(known, ..)| *known == csl).map_or(("misc", "GEN"), |(_, bibtex, ris)| (bibtex, ris))
}

/// A BibTeX database of one entry.
pub(super) fn bibtex(citation: &Citation) -> String {
    let (type_, _) = names(&citation.type_);
    let publisher = if type_ == "techreport" { "institution" } else { "publisher" };
    let fields = [
        ("author", joined_names(&citation.authors)),
        ("title", Some(format!("{{{}}}", tex(&citation.title)))),
        (publisher, joined_names(&citation.publishers)),
        ("year", citation.year.map(|year| year.to_string())),
        ("url", Some(citation.url.replace('{', "%7B").replace('}', "%7D"))),
    ];
    let mut out = format!("@{type_}{{{},\n", citation.key);
    for (name, value) in fields {
        out.extend(value.map(|value| format!("  {name} = {{{value}}},\n")));
    }
    out.push_str("}\n");
    out
}

/// Several names in one value. Braces within keep names of organisations whole, and capital letters as they are.
fn joined_names(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| format!("{{{}}}", tex(name))).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// A text for TeX. Braces become commands: BibTeX counts them, even behind a backslash.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A RIS file of one entry.
pub(super) fn ris(citation: &Citation) -> String {
    let (_, type_) = names(&citation.type_);
    let mut lines = vec![("TY", type_.to_owned()), ("ID", citation.key.clone())];
    lines.extend(citation.authors.iter().map(|author| ("AU", author.clone())));
    lines.push(("TI", citation.title.clone()));
    if !citation.publishers.is_empty() {
        lines.push(("PB", citation.publishers.join("; ")));
    }
    lines.extend(citation.year.map(|year| ("PY", year.to_string())));
    lines.push(("UR", citation.url.clone()));
    lines.push(("ER", String::new()));
    lines.iter().map(|(tag, value)| format!("{tag}  - {}\r\n", one_line(value))).collect()
}

/// CSL-JSON: a list of one item.
pub(super) fn csl(citation: &Citation) -> String {
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(citation.key));
    item.insert("type".to_owned(), json!(citation.type_));
    item.insert("title".to_owned(), json!(citation.title));
    if !citation.authors.is_empty() {
        let authors: Vec<Value> = citation.authors.iter().map(|author| json!({ "literal": author })).collect();
        item.insert("author".to_owned(), json!(authors));
    }
    if !citation.publishers.is_empty() {
        item.insert("publisher".to_owned(), json!(citation.publishers.join("; ")));
    }
    item.extend(citation.year.map(|year| ("issued".to_owned(), json!({ "date-parts": [[year]] }))));
    item.insert("URL".to_owned(), json!(citation.url));
    format!("{:#}\n", Value::Array(vec![Value::Object(item)]))
}

/// A text without what would start another line.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
