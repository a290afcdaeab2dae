//! What `MkDocs` calls texts, where they lie, and which addresses it gives them (<https://www.mkdocs.org/user-guide/>), with
//! languages by name or folder (`mkdocs-static-i18n`).

use super::address::path_of;
use super::foreign::{AddressFacts, ForeignSite, TagReader, pass_other, set_address, texts_below, words};
use super::front::{self, FrontValue};
use super::{ImportRules, ImportTree};
use crate::message;

pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> ForeignSite {
    let mut site = ForeignSite::default();
    let text = ["mkdocs.yml", "mkdocs.yaml"].iter().find_map(|path| tree.text(path)).unwrap_or_default();
    let settings = front::yaml_settings(&without_programs(&text));
    if settings.is_none() && !text.is_empty() {
        site.all_drafts = Some(message!("import-mkdocs-settings"));
    }
    let settings = settings.as_ref();
    let value = |key: &str| settings.and_then(|settings| settings.get(key)?.text());
    let root = value("docs_dir").unwrap_or_else(|| "docs".to_owned()).trim_matches('/').to_owned();
    site.addresses.files = value("use_directory_urls").as_deref() == Some("false");
    if let Some(address) = value("site_url") {
        set_address(&mut site, &address);
    }
    let patterns = ["exclude_docs", "draft_docs"].iter().any(|key| value(key).is_some());
    let plugins = settings.and_then(|settings| settings.get("plugins"));
    if patterns || names_plugin(plugins, "exclude") {
        site.all_drafts = Some(message!("import-patterns-mkdocs"));
    }
    languages(plugins, &mut site);
    if site.default_tag.is_none() {
        let theme = settings.and_then(|settings| settings.get("theme")?.get("language")?.text());
        site.default_tag = theme.or_else(|| words(settings, "language").into_iter().next());
    }
    let tags = TagReader::new(&site.languages, rules);
    site.texts = texts_below(tree, &root, &tags, &["index", "readme"]);
    site.static_roots = vec![root.clone()];
    site.roots = vec![root.clone()];
    tree.under(&root).for_each(|path| pass_other(&mut site, path));
    site
}

/// Settings without what names programs (`!!python/name:…`), which no reader of plain YAML knows.
fn without_programs(text: &str) -> String {
    text.lines().map(without_program).collect::<Vec<_>>().join("\n")
}

fn without_program(line: &str) -> String {
    let Some(at) = line.find("!!python").or_else(|| line.find("!ENV")) else { return line.to_owned() };
    let rest = &line[at..];
    let end = rest.find([' ', ',', '}']).unwrap_or(rest.len());
    // What stands behind a tag is its value: `!ENV [NAME, true]`.
    let value = rest[end..].trim_start();
    if value.is_empty() || value.starts_with([',', '}']) {
        format!("{}null{value}", &line[..at])
    } else {
        format!("{}{value}", &line[..at])
    }
}

fn names_plugin(plugins: Option<&FrontValue>, name: &str) -> bool {
    let Some(FrontValue::List(plugins)) = plugins else { return false };
    plugins.iter().any(|plugin| plugin.text().as_deref() == Some(name) || plugin.get(name).is_some())
}

fn languages(plugins: Option<&FrontValue>, site: &mut ForeignSite) {
    let Some(FrontValue::List(plugins)) = plugins else { return };
    let Some(i18n) = plugins.iter().find_map(|plugin| plugin.get("i18n")) else { return };
    if let Some(FrontValue::List(languages)) = i18n.get("languages") {
        for language in languages {
            let Some(tag) = language.get("locale").and_then(FrontValue::text) else { continue };
            if language.get("default").is_some_and(FrontValue::is_yes) {
                site.default_tag = Some(tag.clone());
            }
            site.languages.push(tag);
        }
    }
}

/// The address of a page, without the prefix of its language.
pub(super) fn address(facts: &AddressFacts<'_>, site: &ForeignSite) -> String {
    path_of(&facts.text.key, site.addresses.files && !facts.text.section)
}
