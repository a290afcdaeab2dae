//! The files of a new site that are not the site: for editors, for their programs, and for the forge where it is kept.
//! Knows nothing of how the site is made.

use std::sync::Arc;

use super::kinds::Outfit;
use super::pack::Packs;
use super::{Answers, texts};
use crate::pipeline::Loaded;
use crate::schema::{SchemaContext, json_schema};
use crate::source::FreshFile;

/// Where a site is kept and published from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, with its Pages.
    Github,
    /// GitLab, with its Pages.
    Gitlab,
    /// Forgejo or Gitea, with a branch `pages`.
    Forgejo,
    /// None, or another one.
    #[default]
    None,
}

/// The files around the site `loaded`.
pub(super) fn files(answers: &Answers, packs: &Packs, outfit: &Outfit, loaded: &Loaded) -> Vec<FreshFile> {
    let mut files = vec![
        file(".gitignore", include_str!("gitignore").to_owned()),
        file(".editorconfig", include_str!("editor/editorconfig").to_owned()),
        file(".vscode/extensions.json", include_str!("editor/extensions.json").to_owned()),
        file(".vscode/tasks.json", include_str!("editor/tasks.json").to_owned()),
        file("README.md", readme(answers, packs, outfit)),
    ];
    let site = &loaded.rendering.site;
    let mut schemas = serde_json::Map::new();
    let (lang, languages) = (&site.config.default_language, site.config.tags());
    let ids = site.schema_ids(lang);
    let context = SchemaContext { types: &site.types, lang, languages: &languages, ids: &ids };
    for type_ in site.types.iter() {
        let path = format!(".vscode/schemas/{}.json", type_.name);
        let schema = json_schema(type_, &context);
        files.push(file(&path, format!("{schema:#}\n")));
        schemas.insert(format!("./{path}"), format!("content/{}/**/*.md", type_.folder).into());
    }
    files.push(file(".vscode/settings.json", editor_settings(&schemas)));
    let forge = match answers.forge {
        Forge::Github => Some((".github/workflows/site.yml", include_str!("forge/github.yml"))),
        Forge::Gitlab => Some((".gitlab-ci.yml", include_str!("forge/gitlab.yml"))),
        Forge::Forgejo => Some((".forgejo/workflows/site.yml", include_str!("forge/forgejo.yml"))),
        Forge::None => None,
    };
    files.extend(forge.map(|(path, text)| file(path, text.to_owned())));
    files
}

fn file(path: &str, text: String) -> FreshFile {
    FreshFile { path: Arc::from(path), bytes: text.into_bytes() }
}

/// The settings of an editor program, with the schemas of front matter.
fn editor_settings(schemas: &serde_json::Map<String, serde_json::Value>) -> String {
    let settings = serde_json::json!({
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.wordWrap": "on",
        "search.exclude": {"public": true, ".samen": true},
        "yaml.schemas": schemas,
    });
    format!("{settings:#}\n")
}

/// What editors of the site read first, in its default language.
fn readme(answers: &Answers, packs: &Packs, outfit: &Outfit) -> String {
    let lang = &answers.default_language;
    let part = packs.part(lang, "readme").unwrap_or_else(|| packs.last_part("readme"));
    let text = part.replace("{{site}}", &texts::escaped(&answers.name));
    // The command names a type that the site has.
    let Some(first) = outfit.types.first() else { return text };
    let told = &outfit.told;
    let text = text.replace(&format!("samen new {told} "), &format!("samen new {first} "));
    text.replace(&format!("`{told}`"), &format!("`{first}`"))
}
