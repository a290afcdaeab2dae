//! What Hugo calls texts, where they lie, and which addresses it gives them (<https://gohugo.io/content-management/>).

use super::address::{dated, path_of, pattern};
use super::fields::hides;
use super::foreign::{
    AddressFacts, ForeignSite, Permalink, TagReader, join, name, parent, pass_other, set_address, stem, texts_below,
};
use super::front::{self, FrontValue};
use super::{ImportRules, ImportTree};
use crate::message;

/// Names of its settings.
pub(super) const SETTINGS: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/hugo.yml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
    "config/_default/config.yml",
];

pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> ForeignSite {
    let mut site =
        ForeignSite { static_roots: vec!["static".to_owned(), "assets".to_owned()], ..ForeignSite::default() };
    let settings = SETTINGS.iter().find_map(|path| settings(tree, path));
    let settings = settings.as_ref();
    let text = |key: &str| settings.and_then(|settings| lower_get(settings, key)?.text());
    let content = text("contentDir").unwrap_or_else(|| "content".to_owned());
    let content = content.trim_matches('/').to_owned();
    site.default_tag = text("defaultContentLanguage");
    site.addresses.prefix_default = text("defaultContentLanguageInSubdir").as_deref() == Some("true");
    site.addresses.files = text("uglyURLs").as_deref() == Some("true");
    if let Some(address) = text("baseURL") {
        set_address(&mut site, &address);
    }
    let mut own_folders = Vec::new();
    let named = ["config/_default/languages.toml", "config/_default/languages.yaml"]
        .iter()
        .find_map(|path| self::settings(tree, path));
    let languages = settings.and_then(|settings| lower_get(settings, "languages")).or(named.as_ref());
    if let Some(FrontValue::Map(languages)) = languages {
        for (tag, language) in languages {
            site.languages.push(tag.clone());
            let folder = lower_get(language, "contentDir").and_then(FrontValue::text);
            own_folders.extend(
                folder.map(|folder| OwnFolder { tag: tag.clone(), folder: folder.trim_matches('/').to_owned() }),
            );
        }
    }
    if let Some(FrontValue::Map(patterns)) = settings.and_then(|settings| lower_get(settings, "permalinks")) {
        patterns.iter().for_each(|(folder, value)| add_patterns(&mut site, folder, value));
    }
    let ignored =
        settings.and_then(|settings| lower_get(settings, "ignoreFiles")).is_some_and(|value| !value.is_empty());
    if ignored {
        site.all_drafts = Some(message!("import-patterns-ignore"));
    }
    if settings.and_then(|settings| lower_get(settings, "cascade")).is_some_and(hides) {
        site.all_drafts = Some(message!("import-keep-cascade"));
    }
    let tags = TagReader::new(&site.languages, rules);
    for own in &own_folders {
        let texts = texts_below(tree, &own.folder, &tags, &["_index"]);
        site.texts.extend(texts.into_iter().map(|mut text| {
            text.tag.get_or_insert_with(|| own.tag.clone());
            text
        }));
        site.roots.push(own.folder.clone());
    }
    let taken = |path: &str| own_folders.iter().any(|own| path.starts_with(&format!("{}/", own.folder)));
    let texts = texts_below(tree, &content, &tags, &["_index"]);
    site.texts.extend(texts.into_iter().filter(|text| !taken(&text.path)));
    site.roots.push(content.clone());
    site.texts
        .iter_mut()
        .filter(|text| name(&text.key) == "index")
        .for_each(|text| text.key = parent(&text.key).to_owned());
    let roots = site.roots.clone();
    roots.iter().for_each(|root| tree.under(root).for_each(|path| pass_other(&mut site, path)));
    site
}

/// A language whose texts lie in a folder of their own.
struct OwnFolder {
    tag: String,
    folder: String,
}

/// Its settings do not care for the case of keys.
fn lower_get<'v>(value: &'v FrontValue, key: &str) -> Option<&'v FrontValue> {
    match value {
        FrontValue::Map(entries) => {
            entries.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, value)| value)
        }
        _ => None,
    }
}

fn settings(tree: &ImportTree<'_>, path: &str) -> Option<FrontValue> {
    let text = tree.text(path)?;
    match path.rsplit('.').next() {
        Some("toml") => front::toml_settings(&text),
        Some("json") => front::json_settings(&text),
        _ => front::yaml_settings(&text),
    }
}

/// A pattern of a folder, or the patterns of a kind of pages.
fn add_patterns(site: &mut ForeignSite, folder: &str, value: &FrontValue) {
    match value {
        FrontValue::Text(pattern) => {
            site.addresses.permalinks.push(Permalink { folder: folder.to_owned(), pattern: pattern.clone() });
        }
        FrontValue::Map(patterns) if folder == "page" => {
            patterns.iter().for_each(|(folder, value)| add_patterns(site, folder, value));
        }
        _ => {}
    }
}

/// The address of a page, without the prefix of its language.
pub(super) fn address(facts: &AddressFacts<'_>, site: &ForeignSite) -> Option<String> {
    if let Some(url) = facts.front.text("url") {
        return Some(url);
    }
    let text = facts.text;
    if text.section {
        return Some(path_of(&text.key, site.addresses.files && !text.key.is_empty()));
    }
    let top = text.key.split('/').next().unwrap_or_default();
    let slug = facts.front.text("slug").unwrap_or_else(|| name(&text.key).to_owned());
    let found = site.addresses.permalinks.iter().find(|permalink| permalink.folder.trim_matches('/') == top);
    let Some(permalink) = found else {
        return Some(path_of(&join(parent(&text.key), &slug), site.addresses.files));
    };
    pattern(&permalink.pattern, |word| match word {
        "section" => Some(top.to_owned()),
        "sections" => Some(parent(&text.key).to_owned()),
        "title" => Some(facts.title.to_owned()),
        "slug" => Some(facts.front.text("slug").unwrap_or_else(|| facts.title.to_owned())),
        "slugorcontentbasename" | "slugorfilename" => Some(slug.clone()),
        "filename" | "contentbasename" => Some(stem(&format!("{}.md", name(&text.key))).to_owned()),
        _ => dated(word, facts.day?),
    })
}
