//! The theme: templates, strings, style sheets and files of `themes/<name>/`, each of which a site may replace by a
//! file of the same path in its own `templates/`, `assets/` or `static/`. The only user of the template engine.
//! Knows nothing of jobs and of how outputs are written.

mod assets;
mod borrowed;
pub mod copies;
mod errors;
mod font;
mod functions;
mod lent;
mod physical;
mod prints;
mod settings;
pub mod view;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{Context, Tera, Value};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lines, Message, Span};
use crate::document::tree::{Argument, Component};
use crate::lang::{Digits, Lang, Pseudo, StringFailure, StringFile, Strings};
use crate::message;
use crate::plan::Job;
use crate::schema::Types;
use crate::site::{Route, route};
use crate::source::{CARRIED_THEME, Digest, Hash, Sources};

pub use assets::Asset;
pub use borrowed::{LanguageWords, WordShare, WordsByLanguage};
use font::Face;
pub use font::Glyphs;
pub use prints::PrintFiles;
use view::{Look, TemplateValues, Views};

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
    /// Processed files, by their path below `assets/`.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// What every page is given.
    pub look: Look,
    /// Files copied as they are.
    statics: Vec<(Route, Arc<str>)>,
    /// Texts of the interface.
    pub strings: Arc<Strings>,
    /// How many words each language has of its own.
    pub words: WordsByLanguage,
    /// Changes when anything of the theme changes.
    pub digest: Hash,
    /// Fonts that style sheets declare.
    faces: Vec<Face>,
    /// Characters that are drawn with fonts of the device.
    system_glyphs: BTreeSet<char>,
    /// Layouts and fonts of prints.
    pub prints: PrintFiles,
}

/// Templates and the files they come from.
struct Templates {
    tera: Tera,
    files: BTreeMap<String, Arc<str>>,
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.files.keys()).finish()
    }
}

/// Templates that every theme has.
const REQUIRED: &[&str] = &[
    "page.html",
    "section.html",
    "taxonomy.html",
    "term.html",
    "home.html",
    "404.html",
    "404_root.html",
    "chooser.html",
    "redirect.html",
];

/// Texts that stand in pages without a template asking for them.
const TEXTS: &[&str] =
    &["footnotes", "footnote-back", "not-found", "table-region", "task-done", "task-open", "example-title"];

/// Texts that commands write into notes. A theme may do without them.
const TEXTS_OF_COMMANDS: &[&str] = &["outcome-agenda"];

/// How the texts begin that say a deadline. A theme may do without them: then readers see it as data have it.
const TEXTS_OF_DEADLINES: &str = "deadline-";

/// The component that shows what is known of an outcome behind its words.
const OUTCOME: &str = "outcome_facts";

impl Theme {
    /// The components that texts can call, in the order of their names, each with the names of its arguments.
    #[must_use]
    pub fn components(&self) -> BTreeMap<String, Vec<String>> {
        let tera = &self.templates.tera;
        let names = tera.get_component_names().filter(|name| !name.contains(char::is_uppercase));
        let described = names.map(|name| {
            let definition = tera.get_component_definition(name);
            let arguments = definition.iter().flat_map(|found| found.args().iter());
            (name.to_owned(), arguments.map(|argument| argument.name().to_owned()).collect())
        });
        described.collect()
    }

    /// Whether the theme has a component of that name.
    #[must_use]
    pub fn has_component(&self, name: &str) -> bool {
        self.templates.tera.get_component_definition(name).is_some()
    }

    /// Whether there is a theme of the name that the settings give, and says so where there is none.
    pub fn is_there(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> bool {
        let name = &config.theme;
        if name.value.contains(['/', '\\']) || name.value.starts_with('.') {
            // Not a name: the settings have said so.
            return false;
        }
        let settings_file = format!("themes/{}/theme.yaml", name.value);
        if sources.get(&settings_file).is_some() {
            return true;
        }
        let mut known: Vec<&str> = sources.under("themes").filter_map(|file| file.path.split('/').nth(1)).collect();
        known.dedup();
        let message = message!("theme-missing", name = &name.value, file = settings_file);
        let diagnostic = Diagnostic::error(Code::ThemeMissing, message).at(name.span.clone());
        diagnostics.push(diagnostic.suggest(&name.value, known));
        false
    }

    /// Loads the theme that the settings name.
    pub fn load(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Self> {
        if !Self::is_there(sources, config, diagnostics) {
            return None;
        }
        let root = format!("themes/{}", config.theme.value);
        let settings_file: Arc<str> = Arc::from(format!("{root}/theme.yaml"));
        let is_carried = *config.theme.value == *CARRIED_THEME;
        let old = if is_carried { copies::check(sources, diagnostics) } else { Vec::new() };
        let settings = settings::read(sources, &settings_file, diagnostics);
        let assets::LoadedAssets { assets, css, faces } = assets::load(sources, &root, &settings, diagnostics);
        let (strings, string_files) = load_strings(sources, &root, config, diagnostics);
        let mut found = Diagnostics::default();
        let templates = load_templates(sources, &root, &settings_file, &mut found);
        diagnostics.extend(found.into_vec().into_iter().map(|said| copies::explained(said, &old)));
        let templates = templates?;
        let prints = PrintFiles::find(sources, &root);
        let files = templates.files.values().chain(prints.templates.values());
        let texts: Vec<Arc<str>> = files.filter_map(|file| sources.text(file).ok()).collect();
        words::check(&string_files, &texts, config, sources, diagnostics);
        borrowed::untranslated(&strings, &string_files, config, diagnostics);
        let statics: Vec<(Route, Arc<str>)> = files_of(sources, &[&format!("{root}/static"), "static"])
            .into_iter()
            .map(|(path, file)| (Route::of_file(&path), file))
            .collect();
        let own_security_txt = statics.iter().any(|(route, _)| *route == route::security_txt());
        let look = Look { css, csp: settings.csp, image_sizes: settings.image_sizes, own_security_txt };
        let digest = digest(sources, &root);
        Some(Self {
            templates,
            assets,
            look,
            statics,
            strings: Arc::new(strings),
            words: WordsByLanguage::new(),
            digest,
            faces,
            prints,
            system_glyphs: settings.system_glyphs,
        })
    }

    /// Reports templates and texts that the site needs and the theme lacks.
    pub fn check(&self, types: &Types, config: &Config, diagnostics: &mut Diagnostics) {
        let special = config.special.keys().flat_map(|special| special.texts());
        for key in TEXTS.iter().copied().chain(special) {
            let is_missing = |lang: &Lang| self.strings.text(lang, key, &[]).failure == Some(StringFailure::Missing);
            let Some(lang) = config.tags().into_iter().find(is_missing) else { continue };
            let message = message!("text-in-no-language", key = key, lang = &lang);
            let help = message!("text-in-no-language-help", key = key, lang = &config.default_language);
            let at = config.theme.span.clone();
            diagnostics.push(Diagnostic::error(Code::StringMissing, message).at(at).help(help));
        }
        let known: Vec<&str> = self.templates.files.keys().map(String::as_str).collect();
        for (special, path) in config.special.iter().filter(|(special, _)| !known.contains(&special.template())) {
            let message = message!("theme-without-template", name = special.template());
            let help = message!("theme-without-template-help", setting = special.setting());
            diagnostics.push(Diagnostic::error(Code::ThemeMissing, message).at(path.span.clone()).help(help));
        }
        if let Some(layout) = &config.cards {
            self.prints.check_layout(layout, diagnostics);
        }
        for type_ in types.iter() {
            self.prints.check(type_, diagnostics);
            let register: Arc<str> = Arc::from("register.html");
            let registers = type_.registers.iter().map(|_| &register).take(1);
            for template in [&type_.template, &type_.list_template].into_iter().chain(registers) {
                if !known.contains(&&**template) {
                    diagnostics.push(
                        Diagnostic::error(Code::ThemeMissing, message!("theme-without-template", name = template))
                            .at(type_.span.clone())
                            .suggest(template, known.iter().copied()),
                    );
                }
            }
        }
    }

    /// The characters that its fonts have and those it leaves to the device; `None` when it has no fonts.
    #[must_use]
    pub fn glyphs(&self, sources: &Sources) -> Option<Glyphs> {
        let mut glyphs = Glyphs::default();
        for face in &self.faces {
            let font = self.assets.get(face.path.as_str()).and_then(|asset| sources.bytes(&asset.file).ok());
            glyphs.add(face, font.as_deref().unwrap_or_default());
        }
        self.system_glyphs.iter().for_each(|c| glyphs.insert(u32::from(*c)));
        (!self.faces.is_empty()).then_some(glyphs)
    }

    /// What the plan needs to know of files: address, job and source.
    #[must_use]
    pub fn files(&self) -> Vec<(Route, Job, Span)> {
        let assets = self
            .assets
            .iter()
            .map(|(path, asset)| (asset.route.clone(), Job::Asset(Arc::clone(path)), Span::start_of(&asset.file)));
        let statics =
            self.statics.iter().map(|(route, file)| (route.clone(), Job::Copy(Arc::clone(file)), Span::start_of(file)));
        assets.chain(statics).collect()
    }

    /// A renderer for one language, with the functions of templates bound to it.
    #[must_use]
    pub fn renderer(self: &Arc<Self>, views: &Arc<Views>) -> Renderer {
        let mut tera = self.templates.tera.clone();
        functions::bind(&mut tera, self, views);
        Renderer { theme: Arc::clone(self), lang: views.lang.clone(), tera }
    }
}

/// Renders templates in one language.
#[derive(Clone)]
pub struct Renderer {
    theme: Arc<Theme>,
    /// The language.
    pub lang: Lang,
    tera: Tera,
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Renderer").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Renderer {
    /// Renders a template.
    ///
    /// # Errors
    /// A diagnostic with its place in the template. `page` says whose page it was.
    pub fn page(&self, template: &str, values: TemplateValues, page: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(name, value);
        }
        let mut out = Vec::with_capacity(16 * 1024);
        match self.tera.render_to(template, &context, &mut out) {
            Ok(()) => Ok(match std::str::from_utf8(&out).ok().and_then(lent::spelled_out) {
                Some(page) => page.into_bytes(),
                None => out,
            }),
            Err(error) => {
                let diagnostic = errors::explain(&error, &self.theme.templates.files, template);
                if diagnostic.code == Code::StringMissing {
                    // The same on every page, so that it is told once.
                    let help = message!("text-add-line-help");
                    return Err(Box::new(diagnostic.help(help)));
                }
                let making = message!("while-making", page = page);
                let help = match &diagnostic.help {
                    Some(help) => message!("both", first = help, second = making),
                    None => making,
                };
                Err(Box::new(diagnostic.help(help)))
            }
        }
    }

    /// Renders what is known of an outcome, with the component `outcome_facts` of the theme, if it has one.
    ///
    /// # Errors
    /// A diagnostic with its place in the template.
    pub fn outcome(&self, values: TemplateValues) -> Result<String, Box<Diagnostic>> {
        if self.tera.get_component_definition(OUTCOME).is_none() {
            return Ok(String::new());
        }
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(name, value);
        }
        let rendered = self.tera.render_component(OUTCOME, &context, None, true);
        rendered.map_err(|error| Box::new(errors::explain(&error, &self.theme.templates.files, OUTCOME)))
    }

    /// Renders a component that a text calls.
    ///
    /// # Errors
    /// A diagnostic at the `:::` line.
    pub fn component(&self, component: &Component, body: &str) -> Result<String, Box<Diagnostic>> {
        let wrong = |message: Message| Diagnostic::error(Code::ComponentInvalid, message).at(component.span.clone());
        let Some(definition) = self.tera.get_component_definition(&component.name) else {
            let known: Vec<&str> =
                self.tera.get_component_names().filter(|name| !name.contains(char::is_uppercase)).collect();
            let mut known = known;
            known.sort_unstable();
            let message = message!("no-component", name = &component.name);
            return Err(Box::new(wrong(message).suggest(&component.name, known)));
        };
        let mut context = Context::new();
        for (name, value) in &component.arguments {
            if !definition.args().iter().any(|argument| argument.name() == name) {
                let message = message!("component-no-argument", name = &component.name, argument = name);
                let known: Vec<&str> = definition.args().iter().map(|argument| argument.name()).collect();
                return Err(Box::new(wrong(message).suggest(name, known)));
            }
            let value = match value {
                Argument::Text(text) => Value::from(text.as_str()),
                Argument::Bool(flag) => Value::from(*flag),
                Argument::Integer(number) => Value::from(*number),
            };
            context.insert_value(name.clone(), value);
        }
        self.tera.render_component(&component.name, &context, Some(body), true).map_err(|error| {
            let inner = errors::explain(&error, &self.theme.templates.files, &component.name);
            let at = inner.at.clone();
            let mut diagnostic = wrong(message!("component-says", name = &component.name, said = &inner.message));
            if let Some(span) = at {
                diagnostic = diagnostic.also(span, message!("in-the-theme"));
            }
            Box::new(diagnostic)
        })
    }
}

/// Files of some folders by their path below them; those of later folders replace those of earlier ones.
fn files_of(sources: &Sources, folders: &[&str]) -> BTreeMap<String, Arc<str>> {
    let mut files = BTreeMap::new();
    for folder in folders {
        for source in sources.under(folder) {
            files.insert(source.path[folder.len() + 1..].to_owned(), Arc::clone(&source.path));
        }
    }
    files
}

fn load_templates(
    sources: &Sources,
    root: &str,
    settings_file: &Arc<str>,
    diagnostics: &mut Diagnostics,
) -> Option<Templates> {
    let theme_folder = format!("{root}/templates");
    let mut files = files_of(sources, &[&theme_folder, "templates"]);
    files.retain(|name, _| name.ends_with(".html") || name.ends_with(".xml"));
    // A template of the site can extend the one it replaces by the name of the theme: `hub/page.html`.
    let theme_name = root.rsplit('/').next().unwrap_or_default();
    for (name, file) in files_of(sources, &[&theme_folder]) {
        if files.get(&name).is_some_and(|used| *used != file) {
            files.insert(format!("{theme_name}/{name}"), file);
        }
    }
    let missing: Vec<&str> = REQUIRED.iter().copied().filter(|name| !files.contains_key(*name)).collect();
    for name in &missing {
        let message = message!("theme-without-template", name = name);
        let help = message!("write-template-help", folder = &theme_folder, name = name);
        diagnostics.push(Diagnostic::error(Code::ThemeMissing, message).at(Span::start_of(settings_file)).help(help));
    }
    let mut texts = Vec::new();
    for (name, file) in &files {
        match sources.text(file) {
            Ok(text) => texts.push((name.clone(), text)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    let mut tera = Tera::new();
    functions::declare(&mut tera);
    let count = texts.len();
    let added = tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), &**text)));
    if let Err(error) = added {
        let text = |name: &str| texts.iter().find(|(known, _)| known == name).map(|(_, text)| Arc::clone(text));
        let offset = |name: &str, line, column| text(name).map_or(0, |text| Lines::new(text).offset(line, column));
        diagnostics.extend(errors::explain_all(&error, &files, &offset));
        return None;
    }
    (missing.is_empty() && count == files.len()).then_some(Templates { tera, files })
}

fn load_strings(
    sources: &Sources,
    root: &str,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (Strings, Vec<StringFile>) {
    let files = read_strings(sources, root, config, diagnostics);
    let made: Vec<StringFile> = config.tags().iter().flat_map(|lang| pseudo_strings(lang, config, &files)).collect();
    let chains = config.tags().into_iter().map(|lang| (lang.clone(), config.chain(&lang))).collect();
    let digits = |lang: &Lang| config.language(lang).map_or_else(Digits::default, |language| language.formats.digits);
    let all: Vec<StringFile> = files.iter().cloned().chain(made).collect();
    let (strings, found) = Strings::new(&all, &chains, &digits);
    diagnostics.extend(found);
    (strings, files)
}

/// The files of strings of a site: those of its theme, then its own, which win.
#[must_use]
pub fn string_files(sources: &Sources, config: &Config) -> Vec<StringFile> {
    // What cannot be read was told when the site was read.
    read_strings(sources, &format!("themes/{}", config.theme.value), config, &mut Diagnostics::default())
}

fn read_strings(sources: &Sources, root: &str, config: &Config, diagnostics: &mut Diagnostics) -> Vec<StringFile> {
    let mut files = Vec::new();
    for folder in [&format!("{root}/strings"), "data/strings"] {
        for source in sources.under(folder).filter(|source| source.path.ends_with(".ftl")) {
            let name = source.path.rsplit('/').next().and_then(|name| name.strip_suffix(".ftl")).unwrap_or_default();
            // A theme knows more languages than the site.
            let Some(lang) = Lang::parse(name).filter(|lang| lang.lends_to(&config.tags())) else { continue };
            files.extend(copies::original_strings(source, &lang));
            match sources.text(&source.path) {
                Ok(text) => files.push(StringFile { lang, path: Arc::clone(&source.path), text }),
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
    }
    files
}

/// The strings of a pseudo-language, made from those of its fallback; what is wrong with those is told of them.
fn pseudo_strings(lang: &Lang, config: &Config, files: &[StringFile]) -> Vec<StringFile> {
    let Some(pseudo) = Pseudo::for_lang(lang) else { return Vec::new() };
    let chain = config.chain(lang);
    let base = chain.iter().find(|base| files.iter().any(|file| file.lang == **base));
    let made = files.iter().filter(|file| Some(&file.lang) == base).map(|file| StringFile {
        lang: lang.clone(),
        path: Arc::clone(&file.path),
        text: Arc::from(pseudo.strings(&file.text)),
    });
    made.collect()
}

/// The hash of everything that templates are made of.
fn digest(sources: &Sources, root: &str) -> Hash {
    let folders = [root, "templates", "assets", "static", "data/strings"];
    let files = folders.into_iter().flat_map(|folder| sources.under(folder));
    Digest::new("theme").list(files.map(|source| (&source.path, source.hash))).finish()
}
