//! The entries that a new site starts with: its home page, the pages that a publisher needs, and one example of each type.
//! Knows nothing of settings.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::kinds::Outfit;
use super::pack::Packs;
use super::{Answers, texts};
use crate::document::front_matter::State;
use crate::document::stub;
use crate::lang::{Lang, fill_ins};
use crate::pipeline::Loaded;
use crate::source::{Digest, Hash};

/// Pages that every site has: the part of the starter, and the path below `content/`.
const PAGES: &[(&str, &str)] = &[
    ("home", "_index"),
    ("page-about", "pages/about"),
    ("page-privacy", "pages/privacy"),
    ("page-accessibility", "pages/accessibility"),
    ("page-imprint", "pages/imprint"),
    ("page-contact", "pages/contact"),
];

/// How the line starts that marks an example, below the first line of its file.
const MARK: &str = "# samen-example: ";

/// The source of an entry.
pub(super) struct Page {
    part: String,
    path: String,
    is_example: bool,
    pub(super) lang: Lang,
    pub(super) text: String,
}

impl Page {
    fn is_section(&self) -> bool {
        self.path.ends_with("_index")
    }

    /// The file in a language.
    pub(super) fn file(&self, lang: &Lang) -> String {
        format!("content/{}.{lang}.md", self.path)
    }
}

/// Makes the pages of a new site.
pub(super) struct PageMaker<'a> {
    pub(super) answers: &'a Answers,
    pub(super) packs: &'a Packs,
    pub(super) outfit: &'a Outfit,
}

impl PageMaker<'_> {
    /// All entries in the language of the sources. Where the theme has no texts in any language of the site, somebody has
    /// to write them: the pages that it needs are there with marks, and there are no examples.
    pub(super) fn sources(&self) -> Vec<Page> {
        let mut pages: Vec<Page> = PAGES.iter().map(|(part, path)| self.source(part, path, false)).collect();
        if self.packs.has(&self.packs.source) {
            pages.extend(self.outfit.examples.iter().map(|example| {
                let path = format!("{}/{}", example.folder, texts::days(&example.name, self.answers.today));
                self.source(&example.type_, &path, true)
            }));
        }
        pages
    }

    fn source(&self, part: &str, path: &str, is_example: bool) -> Page {
        let lang = self.packs.source.clone();
        let text = self.text(part, &lang).unwrap_or_else(|| self.to_be_written(part));
        Page { part: part.to_owned(), path: path.to_owned(), is_example, lang, text }
    }

    /// The pages of folders, in every language that the theme has words for: a folder without one, and without texts, is no
    /// place that a menu could name.
    pub(super) fn sections(&self) -> BTreeMap<String, String> {
        let mut pages = BTreeMap::new();
        for example in &self.outfit.examples {
            let title = |lang: Option<&Lang>| self.packs.of_type(lang, &example.type_, "plural");
            let titled = self.answers.languages.iter().filter_map(|lang| Some((lang.clone(), title(Some(lang))?)));
            let mut titled: BTreeMap<Lang, String> = titled.collect();
            if titled.is_empty() {
                let words = title(None).unwrap_or_else(|| example.folder.clone());
                titled.insert(self.answers.default_language.clone(), format!("[[fill-in: {words}]]"));
            }
            pages.extend(titled.into_iter().map(|(lang, title)| {
                let text = format!("---\ntitle: {}\n---\n", texts::quoted(&title));
                (format!("content/{}/_index.{lang}.md", example.folder), text)
            }));
        }
        pages
    }

    /// The texts of the other languages, by their files.
    pub(super) fn translations(&self, sources: &[Page], loaded: &Loaded) -> BTreeMap<Arc<str>, String> {
        let mut texts = BTreeMap::new();
        for page in sources {
            for lang in self.answers.languages.iter().filter(|lang| **lang != page.lang) {
                let Some(text) = self.text(&page.part, lang) else { continue };
                let file: Arc<str> = Arc::from(page.file(lang));
                // The page of a folder is written for each language by itself.
                let translated = if page.is_section() { None } else { self.translated(page, &file, &text, loaded) };
                texts.insert(file, translated.unwrap_or(text));
            }
        }
        texts
    }

    /// A text as the translation of a page.
    fn translated(&self, page: &Page, file: &Arc<str>, text: &str, loaded: &Loaded) -> Option<String> {
        let (document, _) = loaded.rules().read(file, text);
        let document = document?;
        let state = self.packs.state(&document.place.lang);
        let by = if state == State::Reviewed { ", reviewer: editor" } else { "" };
        // Whoever fills in the source changes it, and the translation is as good as before.
        let source = loaded.document(&page.file(&page.lang)).filter(|_| fill_ins(&page.text).is_empty());
        let hash = source.map_or_else(String::new, |source| format!(", hash: \"{}\"", source.meta.source_hash));
        let line = format!("translation: {{source: {}{hash}, state: {}{by}}}\n", page.lang, state.word());
        Some(stub::words_only(text, &document, &line))
    }

    /// A part in a language, with what is known put into it, and without points that lead to sections the site does not
    /// have.
    fn text(&self, part: &str, lang: &Lang) -> Option<String> {
        let text = texts::filled(self.packs.part(lang, part)?, self.answers, self.packs.locale(lang));
        let (front, body) = texts::halves(&text);
        let has = |folder: &str| self.outfit.examples.iter().any(|example| example.folder == folder);
        Some(format!("{front}{}", texts::without_dead_points(body, |id| id.starts_with("pages/") || has(id))))
    }

    /// A page that somebody has to write in a language without texts.
    fn to_be_written(&self, part: &str) -> String {
        let (front, body) = texts::halves(self.packs.last_part(part));
        let words = |key: &str| format!("\"[[fill-in: {}]]\"", texts::front_value(front, key));
        let title = if part == "home" { texts::quoted(&self.answers.name) } else { words("title") };
        let body = texts::without_dead_points(body, |id| id.starts_with("pages/"));
        let body = texts::to_be_written(&body.replace("{{site}}", &texts::escaped(&self.answers.name)));
        let body = body.replace("[[fill-in: {{date}}]]", &self.answers.today.to_string());
        format!("---\ntitle: {title}\ndescription: {}\n---\n{body}", words("description"))
    }
}

/// Marks the files of examples, by which they are known later, changed or not.
pub(super) fn mark_examples(files: &mut BTreeMap<Arc<str>, Vec<u8>>, sources: &[Page]) {
    for page in sources.iter().filter(|page| page.is_example) {
        let start = format!("content/{}.", page.path);
        for (_, bytes) in files.iter_mut().filter(|(path, _)| path.starts_with(&start)) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let line = format!("{MARK}{} (take this line out when the text is yours)", hash(&text));
            *bytes = text.replacen("---\n", &format!("---\n{line}\n"), 1).into_bytes();
        }
    }
}

/// What is known of the text of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether nobody changed it.
    pub unchanged: bool,
}

/// Whether a text is that of an example which was made with the site, and says so still.
#[must_use]
pub fn example(text: &str) -> Option<Example> {
    // Git may have given the lines other ends.
    let text = text.replace("\r\n", "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let front = text.strip_prefix("---\n")?;
    let line = front.lines().take_while(|line| *line != "---").find(|line| line.starts_with(MARK))?;
    let recorded = line[MARK.len()..].split_whitespace().next().and_then(Hash::from_hex);
    let rest = text.replacen(&format!("{line}\n"), "", 1);
    Some(Example { unchanged: recorded == Some(hash(&rest)) })
}

fn hash(text: &str) -> Hash {
    Digest::new("example").add(&Arc::<str>::from(text)).finish()
}
