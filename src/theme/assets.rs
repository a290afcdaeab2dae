//! Files that are processed: style sheets are bundled and minified, scripts minified, and everything gets the hash of its content in its
//! name, so that it can be cached for ever. The only user of the CSS library. Knows nothing of templates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::rules::font_face::{FontFaceProperty, Source as FontSource};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

use super::font::Face;
use super::settings::ThemeSettings;
use super::{files_of, physical};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Lines, Span};
use crate::message;
use crate::minify;
use crate::site::route::{self, Route};
use crate::source::{Hash, Sources, joined};

/// Hexadecimal digits of a hash in a file name: two versions of a file differ in them with near certainty.
const DIGITS: usize = 10;

/// Endings of scripts.
const SCRIPTS: &[&str] = &[".js", ".mjs"];

/// A processed file.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its address.
    pub route: Route,
    /// Where it comes from.
    pub file: Arc<str>,
    /// Its content, unless it is the file as it is.
    pub content: Option<Arc<[u8]>>,
}

/// What is known of the assets.
#[derive(Default)]
pub(super) struct LoadedAssets {
    /// By their path below `assets/`.
    pub(super) assets: BTreeMap<Arc<str>, Asset>,
    /// Style sheets of every page, in order.
    pub(super) css: Vec<Route>,
    /// Fonts that those declare.
    pub(super) faces: Vec<Face>,
}

/// Loads the assets of a theme and of the site. Style sheets that are only imported by others are not published.
pub(super) fn load(
    sources: &Sources,
    root: &str,
    settings: &ThemeSettings,
    diagnostics: &mut Diagnostics,
) -> LoadedAssets {
    let files = files_of(sources, &[&format!("{root}/assets"), "assets"]);
    let mut assets = BTreeMap::new();
    for (path, file) in files.iter().filter(|(path, _)| !path.ends_with(".css")) {
        let Some(source) = sources.get(file) else { continue };
        let content = if SCRIPTS.iter().any(|ending| path.ends_with(ending)) {
            script(sources, file).map_err(|diagnostic| diagnostics.push(*diagnostic)).ok()
        } else {
            None
        };
        let route = fingerprinted(path, content.as_deref().map_or(source.hash, Hash::of));
        assets.insert(Arc::from(path.as_str()), Asset { route, file: Arc::clone(file), content });
    }
    let mut texts = BTreeMap::new();
    for (path, file) in files.iter().filter(|(path, _)| path.ends_with(".css")) {
        match sources.text(file) {
            Ok(text) => {
                diagnostics.extend(physical::find(file, &text));
                // An empty one stands in, so that whatever imports it has nothing more to say.
                let text = deep(file, &text).map_or(text, |diagnostic| {
                    diagnostics.push(diagnostic);
                    Arc::from("")
                });
                texts.insert(path.clone(), (Arc::clone(file), text));
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    let (mut routes, mut faces) = (Vec::new(), Vec::new());
    let of_all = settings.css.iter().map(|entry| (entry, true));
    for (entry, everywhere) in of_all.chain(settings.css_apart.iter().map(|entry| (entry, false))) {
        let Some((file, _)) = texts.get(&*entry.value) else {
            let known = texts.keys().map(String::as_str);
            let message = message!("no-style-sheet", name = &entry.value);
            diagnostics.push(
                Diagnostic::error(Code::AssetMissing, message).at(entry.span.clone()).suggest(&entry.value, known),
            );
            continue;
        };
        match bundle(&entry.value, &texts, &assets) {
            Ok((text, declared)) => {
                faces.extend(declared);
                let content: Arc<[u8]> = Arc::from(text.into_bytes());
                let route = fingerprinted(&entry.value, Hash::of(&content));
                if everywhere {
                    routes.push(route.clone());
                }
                let asset = Asset { route, file: Arc::clone(file), content: Some(content) };
                assets.insert(Arc::clone(&entry.value), asset);
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    LoadedAssets { assets, css: routes, faces }
}

/// What is wrong with a style sheet that goes deeper than its library can follow, told before that does.
fn deep(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let at = minify::nesting::style(text).err()?;
    let message = message!("style-sheet-deep");
    Some(Diagnostic::error(Code::CssInvalid, message).at(Span::new(file, at..at + 1)))
}

/// A script, minified.
fn script(sources: &Sources, file: &Arc<str>) -> Result<Arc<[u8]>, Box<Diagnostic>> {
    let text = sources.text(file)?;
    let made = minify::script(&text).map_err(|(message, at)| {
        let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
        let message = message!("script-unreadable", said = message);
        Box::new(Diagnostic::error(Code::ScriptInvalid, message).at(Span::new(file, at..end)))
    })?;
    Ok(Arc::from(made.into_bytes()))
}

fn fingerprinted(path: &str, hash: Hash) -> Route {
    route::fingerprinted(path, &hash.to_string()[..DIGITS])
}

type CssTexts = BTreeMap<String, (Arc<str>, Arc<str>)>;

/// The fonts of this site that a style sheet declares.
fn faces(sheet: &StyleSheet<'_>) -> Vec<Face> {
    let mut found = Vec::new();
    for rule in &sheet.rules.0 {
        let CssRule::FontFace(rule) = rule else { continue };
        let source = sheet.sources.get(rule.loc.source_index as usize).map_or("", String::as_str);
        let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (mut paths, mut ranges) = (Vec::new(), Vec::new());
        for property in &rule.properties {
            match property {
                FontFaceProperty::Source(sources) => paths.extend(sources.iter().filter_map(|source| match source {
                    FontSource::Url(source) => join(folder, &source.url.url),
                    FontSource::Local(_) => None,
                })),
                FontFaceProperty::UnicodeRange(used) => {
                    ranges.extend(used.iter().map(|range| (range.start, range.end)));
                }
                _ => {}
            }
        }
        found.extend(paths.into_iter().map(|path| Face { path, ranges: ranges.clone() }));
    }
    found
}

/// One style sheet with all that it imports, minified, its addresses replaced by those of the published files; and the
/// fonts that it declares.
fn bundle(
    entry: &str,
    texts: &CssTexts,
    assets: &BTreeMap<Arc<str>, Asset>,
) -> Result<(String, Vec<Face>), Box<Diagnostic>> {
    let provider = Provider { texts };
    let file_of = |name: &str| texts.get(name).map(|(file, text)| (Arc::clone(file), Arc::clone(text)));
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(Path::new(entry)).map_err(|error| {
        let message = error.kind.to_string();
        let place = error.loc.and_then(|loc| {
            let (file, text) = file_of(&loc.filename)?;
            let at = offset(&text, loc.line as usize, loc.column as usize);
            Some(Span::new(&file, at..at + 1))
        });
        wrong(message, place.or_else(|| file_of(entry).map(|(file, _)| Span::start_of(&file))))
    })?;
    let faces = faces(&sheet);
    let failed = |message: String| wrong(message, file_of(entry).map(|(file, _)| Span::start_of(&file)));
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(error.kind.to_string()))?;
    let options = PrinterOptions {
        minify: true,
        analyze_dependencies: Some(DependencyOptions { remove_imports: false }),
        ..PrinterOptions::default()
    };
    let printed = sheet.to_css(options).map_err(|error| failed(error.kind.to_string()))?;
    let mut css = printed.code;
    for dependency in printed.dependencies.into_iter().flatten() {
        let Dependency::Url(url) = dependency else { continue };
        let (path, place) = (&url.url, &url.loc);
        let replacement = if path.starts_with("data:") || path.starts_with('#') {
            path.clone()
        } else {
            let folder = place.file_path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let target = join(folder, path);
            let Some(asset) = target.as_deref().and_then(|target| assets.get(target)) else {
                let span = file_of(&place.file_path).map(|(file, text)| {
                    let at = offset(&text, place.start.line as usize - 1, place.start.column as usize);
                    Span::new(&file, at..at + 1)
                });
                let message = message!("no-asset", path = path);
                let diagnostic = Diagnostic::error(Code::AssetMissing, message).help(message!("no-asset-help"));
                return Err(Box::new(match span {
                    Some(span) => diagnostic.at(span),
                    None => diagnostic,
                }));
            };
            let fragment = path.find('#').map_or("", |at| &path[at..]);
            format!("{}{fragment}", relative(entry, &asset.route))
        };
        css = css.replace(&url.placeholder, &replacement);
    }
    Ok((css, faces))
}

/// The address of an asset from the place of a style sheet, so that the site can stand below any path.
fn relative(sheet: &str, target: &Route) -> String {
    let up = "../".repeat(sheet.matches('/').count());
    let inner = target.0.strip_prefix("assets/").unwrap_or(&target.0);
    format!("{up}{inner}")
}

fn join(folder: &str, path: &str) -> Option<String> {
    joined(folder, path.split(['?', '#']).next()?)
}

fn wrong(message: String, span: Option<Span>) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::error(Code::CssInvalid, message!("style-sheet-unreadable", said = message));
    Box::new(match span {
        Some(span) => diagnostic.at(span),
        None => diagnostic,
    })
}

/// The byte of a line (from 0) and column (from 1).
fn offset(text: &Arc<str>, line: usize, column: usize) -> usize {
    Lines::new(Arc::clone(text)).offset(line + 1, column)
}

/// The style sheets in memory, as the bundler asks for them.
struct Provider<'a> {
    texts: &'a CssTexts,
}

impl SourceProvider for Provider<'_> {
    type Error = std::io::Error;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, Self::Error> {
        let name = file.to_string_lossy();
        let found = self.texts.get(&*name).map(|(_, text)| &**text);
        found.ok_or_else(|| {
            std::io::Error::new(std::io::ErrorKind::NotFound, format!("there is no style sheet `{name}`"))
        })
    }

    fn resolve(&self, specifier: &str, originating_file: &Path) -> Result<ResolveResult, Self::Error> {
        let from = originating_file.to_string_lossy();
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        if specifier.contains("://") || specifier.starts_with("//") {
            return Err(std::io::Error::other(format!("`{specifier}` is on another site; copy it into `assets/`")));
        }
        let path =
            join(folder, specifier).ok_or_else(|| std::io::Error::other("this import leads out of `assets/`"))?;
        Ok(ResolveResult::File(PathBuf::from(path)))
    }
}
