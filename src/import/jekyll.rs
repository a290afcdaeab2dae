//! What Jekyll calls texts, where they lie, and which addresses it gives them (<https://jekyllrb.com/docs/permalinks/>).

use jiff::civil::Date;

use super::address::{dated, pattern};
use super::fields::hides;
use super::foreign::{
    AddressFacts, ForeignSite, ForeignText, Permalink, TagReader, TaggedName, is_named_by, is_text, join, name, parent,
    pass_other, set_address, stem, words,
};
use super::front::{self, FrontValue};
use super::{ImportRules, ImportTree, PassedFile};
use crate::diagnostic::Message;
use crate::message;

/// Folders that hold no pages.
const PARTS: &[&str] = &["_data", "_includes", "_layouts", "_plugins", "_sass"];

/// Texts that lie in every repository and are seldom meant for readers of a site.
const NO_PAGES: &[&str] = &["readme", "license", "licence", "contributing", "changelog", "code_of_conduct"];

pub(super) fn read(tree: &ImportTree<'_>, rules: &ImportRules<'_>) -> ForeignSite {
    let mut site = ForeignSite { static_roots: vec![String::new()], ..ForeignSite::default() };
    let settings = ["_config.yml", "_config.yaml"].iter().find_map(|path| front::yaml_settings(&tree.text(path)?));
    let settings = settings.as_ref();
    let text = |key: &str| settings.and_then(|settings| settings.get(key)?.text());
    if settings.is_none() && tree.has("_config.yml") {
        site.all_drafts = Some(message!("import-jekyll-settings"));
    }
    site.default_tag = text("default_lang").or_else(|| text("lang")).or_else(|| text("locale"));
    site.languages = words(settings, "languages");
    for key in ["url", "baseurl"] {
        text(key).iter().for_each(|address| set_address(&mut site, address));
    }
    site.addresses.style = text("permalink");
    if settings.and_then(|settings| settings.get("defaults")).is_some_and(hides) {
        site.all_drafts = Some(message!("import-keep-defaults"));
    }
    let excluded = words(settings, "exclude");
    let mut collections = Vec::new();
    if let Some(FrontValue::Map(found)) = settings.and_then(|settings| settings.get("collections")) {
        for (folder, rules) in found {
            let published = rules.get("output").is_some_and(FrontValue::is_yes);
            collections.push(JekyllCollection { folder: folder.clone(), published });
            let pattern = rules.get("permalink").and_then(FrontValue::text);
            site.addresses.permalinks.extend(pattern.map(|pattern| Permalink { folder: folder.clone(), pattern }));
        }
    }
    let tags = TagReader::new(&site.languages, rules);
    let mut texts = Vec::new();
    let mut passed = Vec::new();
    for path in tree.under("").filter(|path| is_text(path)) {
        let why = not_a_page(path, &excluded);
        match why {
            Some(reason) => passed.push(PassedFile { path: path.to_owned(), reason }),
            None => texts.push(placed(path, &tags, &collections)),
        }
    }
    site.texts = texts;
    site.passed = passed;
    site.roots = vec![String::new()];
    tree.under("").filter(|path| !path.starts_with('_')).for_each(|path| pass_other(&mut site, path));
    site
}

/// Texts of one kind in a folder of their own.
struct JekyllCollection {
    folder: String,
    published: bool,
}

fn not_a_page(path: &str, excluded: &[String]) -> Option<Message> {
    let top = path.split('/').next().unwrap_or_default();
    if PARTS.contains(&top) || top == "_site" {
        return Some(message!("import-part"));
    }
    if is_named_by(path, excluded) {
        return Some(message!("import-excluded"));
    }
    let base = stem(path).to_lowercase();
    (!path.contains('/') && NO_PAGES.contains(&base.as_str())).then(|| message!("import-repository"))
}

fn placed(path: &str, tags: &TagReader<'_>, collections: &[JekyllCollection]) -> ForeignText {
    let mut folder: Vec<&str> = parent(path).split('/').filter(|part| !part.is_empty()).collect();
    let TaggedName { base, tag } = tags.split(stem(path));
    let mut tag = tag.map(str::to_owned);
    let mut hidden = None;
    let is_post = folder.contains(&"_posts");
    let (day, base) = if is_post { day_of(base) } else { (None, base) };
    if folder.contains(&"_drafts") {
        hidden = Some(message!("import-among-drafts"));
    } else if is_post && day.is_none() {
        hidden = Some(message!("import-no-post"));
    }
    let top = folder.first().map(|top| top.trim_start_matches('_')).filter(|_| folder[0].starts_with('_'));
    if let Some(top) = top.filter(|top| !matches!(*top, "posts" | "drafts")) {
        let known = collections.iter().find(|collection| collection.folder == top);
        if !known.is_some_and(|collection| collection.published) {
            hidden = Some(message!("import-no-output"));
        }
    }
    // A language may be a folder at the top or right below that of the posts.
    if tag.is_none()
        && let Some(at) =
            folder.iter().take(2).position(|part| tags.is_folder_of_language(part, &std::collections::BTreeSet::new()))
    {
        tag = Some(folder.remove(at).to_owned());
    }
    let named: Vec<&str> = folder.iter().map(|part| part.trim_start_matches('_')).collect();
    let named = named.iter().map(|part| if *part == "drafts" { "posts" } else { part }).collect::<Vec<_>>().join("/");
    let section = base.eq_ignore_ascii_case("index") && !is_post;
    let key = if section { named } else { join(&named, base) };
    ForeignText { path: path.to_owned(), key, tag, section, day, hidden }
}

/// The day that a name starts with, and the rest.
pub(super) fn day_of(base: &str) -> (Option<Date>, &str) {
    let day = base.get(..10).and_then(|day| day.parse().ok());
    match day {
        Some(day) if base.len() > 11 && base[10..].starts_with('-') => (Some(day), &base[11..]),
        _ => (None, base),
    }
}

/// The address of a page.
pub(super) fn address(facts: &AddressFacts<'_>, site: &ForeignSite) -> Option<String> {
    let text = facts.text;
    let categories = facts.front.get("categories").or_else(|| facts.front.get("category"));
    let categories = categories.map(|value| match value {
        FrontValue::Text(words) => words.split_whitespace().map(str::to_owned).collect(),
        other => other.texts(),
    });
    let categories = categories.unwrap_or_default().join("/");
    let own = facts.front.text("permalink");
    let top = text.key.split('/').next().unwrap_or_default();
    let is_post = text.day.is_some();
    let of_folder =
        site.addresses.permalinks.iter().find(|permalink| permalink.folder == top && text.path.starts_with('_'));
    let (posts, pages) = styles(site.addresses.style.as_deref());
    let style = match (&own, of_folder) {
        (Some(own), _) => own.clone(),
        (None, Some(permalink)) => permalink.pattern.clone(),
        (None, None) if is_post => posts,
        (None, None) if text.section => return Some(super::address::path_of(&text.key, false)),
        (None, None) => pages,
    };
    let slug = facts.front.text("slug").unwrap_or_else(|| name(&text.key).to_owned());
    pattern(&style, |word| match word {
        "categories" => Some(categories.to_lowercase()),
        "title" | "slug" | "name" | "basename" => Some(slug.clone()),
        "path" => Some(text.key.strip_prefix(top).unwrap_or(&text.key).trim_matches('/').to_owned()),
        "collection" => Some(top.to_owned()),
        "output_ext" => Some(".html".to_owned()),
        "folder" => Some(parent(&text.key).to_owned()),
        _ => dated(word, facts.day?),
    })
}

/// The patterns of posts and of pages under a style.
fn styles(style: Option<&str>) -> (String, String) {
    let (posts, pages) = match style {
        None | Some("date") => ("/:categories/:year/:month/:day/:title.html", "/:folder/:name.html"),
        Some("pretty") => ("/:categories/:year/:month/:day/:title/", "/:folder/:name/"),
        Some("ordinal") => ("/:categories/:year/:y_day/:title.html", "/:folder/:name.html"),
        Some("weekdate") => ("/:categories/:year/W:week/:short_day/:title.html", "/:folder/:name.html"),
        Some("none") => ("/:categories/:title.html", "/:folder/:name.html"),
        Some(own) if own.ends_with('/') => (own, "/:folder/:name/"),
        Some(own) => (own, "/:folder/:name.html"),
    };
    (posts.to_owned(), pages.to_owned())
}
