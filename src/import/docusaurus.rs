//! What Docusaurus calls texts, where they lie, and which addresses it gives them (<https://docusaurus.io/docs/docs-intro>). Its
//! settings are a program, which is never run: only plain words are looked for in it.

use super::address::path_of;
use super::foreign::{
    AddressFacts, ForeignSite, ForeignText, TagReader, folders, is_text, join, name, parent, set_address, stem,
};
use super::jekyll::day_of;
use super::{ImportRules, ImportTree, PassedFile};
use crate::message;

/// A folder of texts, and the folder of their keys.
struct DocusaurusRoot {
    folder: String,
    key: &'static str,
    tag: Option<String>,
}

pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> ForeignSite {
    let mut site = ForeignSite { static_roots: vec!["static".to_owned()], ..ForeignSite::default() };
    let names = ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"];
    let settings = names.iter().find_map(|path| tree.text(path)).unwrap_or_default();
    site.default_tag = word_behind(&settings, "defaultLocale");
    if let Some(origin) = word_behind(&settings, "url") {
        set_address(&mut site, &origin);
    }
    if let Some(base) = word_behind(&settings, "baseUrl") {
        set_address(&mut site, &base);
    }
    if settings.contains("exclude:") || settings.contains("exclude :") {
        site.all_drafts = Some(message!("import-patterns-exclude"));
    }
    let (docs, blog) = settings.split_once("blog:").unwrap_or((&settings, ""));
    site.addresses.docs = route(docs, "docs");
    site.addresses.blog = route(blog, "blog");
    let mut roots = Vec::new();
    let mut add = |folder: String, key, tag: Option<&str>| {
        roots.push(DocusaurusRoot { folder, key, tag: tag.map(str::to_owned) });
    };
    add("docs".to_owned(), "docs", None);
    add("blog".to_owned(), "blog", None);
    add("src/pages".to_owned(), "", None);
    for tag in folders(tree, "i18n") {
        let folder = |plugin: &str| format!("i18n/{tag}/docusaurus-plugin-content-{plugin}");
        add(folder("docs/current"), "docs", Some(tag));
        add(folder("blog"), "blog", Some(tag));
        add(folder("pages"), "", Some(tag));
        site.languages.push(tag.to_owned());
    }
    let tags = TagReader::new(&site.languages, rules);
    let mut taken = std::collections::BTreeSet::new();
    for root in &roots {
        for path in tree.under(&root.folder).filter(|path| is_text(path)) {
            taken.insert(path.to_owned());
            let inner = &path[root.folder.len() + 1..];
            if inner.split('/').any(|part| part.starts_with('_')) {
                let reason = message!("import-underscore");
                site.passed.push(PassedFile { path: path.to_owned(), reason });
                continue;
            }
            site.texts.push(placed(path, inner, root, &tags));
        }
        site.roots.push(root.folder.clone());
    }
    for path in tree.under("").filter(|path| is_text(path) && path.contains('/') && !taken.contains(*path)) {
        let old = path.starts_with("versioned_docs/") || path.contains("/version-");
        let reason = if old { message!("import-old-version") } else { message!("import-beside-pages") };
        site.passed.push(PassedFile { path: path.to_owned(), reason });
    }
    site
}

fn placed(path: &str, inner: &str, root: &DocusaurusRoot, tags: &TagReader<'_>) -> ForeignText {
    let named = tags.split(stem(inner));
    let folder: Vec<&str> = parent(inner).split('/').filter(|part| !part.is_empty()).map(unnumbered).collect();
    let (day, base) = if root.key == "blog" { day_of(named.base) } else { (None, named.base) };
    let mut base = unnumbered(base);
    let mut folder = folder.join("/");
    let mut day = day;
    let lower = base.to_lowercase();
    // A post may be a folder whose name starts with its day.
    if root.key == "blog" && lower == "index" && day.is_none() {
        let (of_folder, rest) = day_of(name(&folder));
        let (above, rest) = (parent(&folder).to_owned(), rest.to_owned());
        if of_folder.is_some() {
            day = of_folder;
            let key = join(root.key, &join(&above, &rest));
            return ForeignText {
                path: path.to_owned(),
                key,
                tag: root.tag.clone(),
                section: false,
                day,
                hidden: None,
            };
        }
    }
    // The page of a folder may have the name of the folder.
    let section = matches!(lower.as_str(), "index" | "readme")
        || (!folder.is_empty() && name(&folder).eq_ignore_ascii_case(base));
    if section {
        base = "";
    }
    folder = join(root.key, &folder);
    let tag = root.tag.clone().or_else(|| named.tag.map(str::to_owned));
    ForeignText { path: path.to_owned(), key: join(&folder, base), tag, section, day, hidden: None }
}

/// A name without the number that orders it: `01-intro` is `intro`.
fn unnumbered(part: &str) -> &str {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let rest = part[digits..].trim_start();
    let rest = rest.strip_prefix(['-', '_', '.']).map(str::trim_start);
    match rest {
        // A day or a version is no number that orders.
        Some(rest) if digits > 0 && !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        _ => part,
    }
}

/// The word in quotes behind the first `key:` of a program.
fn word_behind(program: &str, key: &str) -> Option<String> {
    for (at, found) in program.match_indices(key) {
        let before = program[..at].chars().next_back();
        let after = program[at + found.len()..].trim_start_matches(['\'', '"']).trim_start();
        let Some(value) = after.strip_prefix(':').map(str::trim_start) else { continue };
        let quote = value.chars().next().filter(|c| matches!(c, '\'' | '"'));
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        if let Some(quote) = quote {
            return value[1..].split_once(quote).map(|(word, _)| word.to_owned()).filter(|word| word.len() < 200);
        }
    }
    None
}

/// Where texts stand, as the settings say it.
fn route(settings: &str, usual: &str) -> String {
    let named = word_behind(settings, "routeBasePath");
    named.as_deref().unwrap_or(usual).trim_matches('/').to_owned()
}

/// The address of a page, without the prefix of its language.
pub(super) fn address(facts: &AddressFacts<'_>, site: &ForeignSite) -> String {
    let text = facts.text;
    let (top, rest) = text.key.split_once('/').unwrap_or((&text.key, ""));
    let rules = &site.addresses;
    let slug = facts.front.text("slug");
    match top {
        "docs" => {
            let folder = parent(rest);
            let own = facts.front.text("id").filter(|_| !text.section);
            let path = match (slug, own) {
                (Some(slug), _) if slug.starts_with('/') => slug,
                (Some(slug), _) => join(folder, slug.trim_start_matches("./")),
                (None, Some(id)) => join(folder, &id),
                (None, None) => rest.to_owned(),
            };
            path_of(&join(&rules.docs, path.trim_matches('/')), false)
        }
        "blog" => {
            let day = facts.day.or(text.day);
            let dated = day.map(|day| day.strftime("%Y/%m/%d").to_string()).unwrap_or_default();
            let path = slug.unwrap_or_else(|| join(&dated, rest));
            path_of(&join(&rules.blog, path.trim_matches('/')), false)
        }
        _ => path_of(&text.key, false),
    }
}
