//! The stages in their order, and what is remembered between them: the only module that sees them all.

mod load;
mod memory;
pub mod packet;
mod pdf_texts;
mod prints;
mod pseudo;
mod unicode_lint;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::SystemTime;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::cache::{self, Cache, OutputRecord};
use crate::check;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::minify;
use crate::output::{self, OutputDir, WriteCounts};
use crate::plan::{Job, Plan, Planned};
use crate::render::{Content, Rendering};
use crate::site::Route;
use crate::source::{Digest, Hash, Sources, Stamp, digestible};

pub use load::{Loaded, TextReader, load, load_again, load_changed, load_types};
pub use memory::{LoadCache, LoadStats};

/// What a run is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Path of the settings file from the root.
    pub config: String,
    /// Settings that win over the file.
    pub overrides: Vec<(String, String)>,
    /// Today.
    pub clock: Date,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings stop publication.
    pub strict: bool,
    /// Whether the pseudo-languages are made too.
    pub pseudo: bool,
}

digestible!(struct Request { config, overrides, clock, drafts, strict, pseudo });

/// A word with whoever waits: progress, and whether to stop.
#[derive(Debug, Default)]
pub struct RunControl {
    /// Set when the run is to end.
    pub stop: AtomicBool,
    /// Jobs there are.
    pub total: AtomicUsize,
    /// Jobs done.
    pub done: AtomicUsize,
}

/// Why a run ended without a result.
#[derive(Debug)]
pub enum RunFailure {
    /// What was found says why.
    Content,
    /// The environment failed; what was found says how.
    Environment,
    /// Somebody stopped it.
    Interrupted,
}

/// Reads and checks a site and renders every page, writing nothing: stages 1 to 5 and the audit of what came out.
///
/// # Errors
/// When somebody stopped it.
pub fn check(sources: &Sources, request: &Request, watch: &RunControl) -> Result<Diagnostics, RunFailure> {
    let mut diagnostics = Diagnostics::default();
    let (loaded, levels) = load(sources, request, &mut diagnostics);
    if let Some(loaded) = loaded {
        diagnostics.extend(prints::make(&loaded, sources, prints::Keep::Nothing));
        let rendering = &loaded.rendering;
        let audit = check::Audit::new(&rendering.site, &rendering.plan, rendering.theme.glyphs(sources));
        let jobs: Vec<(&Route, &Planned)> = rendering.plan.jobs.iter().collect();
        watch.total.store(jobs.len(), Ordering::Relaxed);
        // A page is audited where it is rendered, so that never more than a few of them are in memory.
        let audited: Vec<Result<Option<check::PageFacts>, Vec<Diagnostic>>> = jobs
            .into_par_iter()
            .filter(|_| !watch.stop.load(Ordering::Relaxed))
            .map(|(route, planned)| {
                watch.done.fetch_add(1, Ordering::Relaxed);
                let bytes = match rendering.render(route, &planned.job)? {
                    Content::Bytes(bytes) => bytes,
                    Content::Picture(path, variant) => {
                        loaded.picture(sources, &path, variant).map_err(|diagnostic| vec![*diagnostic])?
                    }
                    Content::File(path) if check::Audit::reads(route) => {
                        sources.bytes(&path).map_err(|diagnostic| vec![*diagnostic])?
                    }
                    Content::File(_) => return Ok(None),
                };
                Ok(Some(audit.page(route, &bytes)))
            })
            .collect();
        if watch.stop.load(Ordering::Relaxed) {
            return Err(RunFailure::Interrupted);
        }
        let mut facts = Vec::with_capacity(audited.len());
        for result in audited {
            match result {
                Ok(page) => facts.extend(page),
                Err(found) => diagnostics.extend(found),
            }
        }
        // What is wrong in a source shows in its pages too; it is told once.
        if !diagnostics.has_errors() {
            diagnostics.extend(audit.finish(facts));
        }
    }
    diagnostics.finish(&levels);
    Ok(diagnostics)
}

/// The site as a value: bytes by the file they belong in.
pub type Outputs = BTreeMap<String, Arc<[u8]>>;

/// All outputs of a site as values, minified; for tests and for whoever shows a site from memory.
///
/// # Errors
/// The diagnostics, when there is an error among them.
pub fn outputs(sources: &Sources, request: &Request) -> Result<(Outputs, Diagnostics), Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let (loaded, levels) = load(sources, request, &mut diagnostics);
    let mut outputs = BTreeMap::new();
    if let Some(loaded) = loaded {
        diagnostics.extend(prints::make(&loaded, sources, prints::Keep::Nothing));
        for (route, result) in render_all(&loaded.rendering, &RunControl::default()).unwrap_or_default() {
            match result {
                Ok(Content::Bytes(bytes)) => {
                    outputs.insert(route.output(), finished(&route, bytes));
                }
                Ok(content) => match loaded.bytes(sources, content) {
                    Ok(bytes) => {
                        outputs.insert(route.output(), bytes);
                    }
                    Err(diagnostic) => diagnostics.push(*diagnostic),
                },
                Err(found) => diagnostics.extend(found),
            }
        }
    }
    diagnostics.finish(&levels);
    if diagnostics.has_errors() { Err(diagnostics) } else { Ok((outputs, diagnostics)) }
}

type Rendered = Vec<(Route, Result<Content, Vec<Diagnostic>>)>;

fn render_all(rendering: &Rendering, watch: &RunControl) -> Result<Rendered, RunFailure> {
    let jobs: Vec<(&Route, &Planned)> = rendering.plan.jobs.iter().collect();
    watch.total.store(jobs.len(), Ordering::Relaxed);
    let rendered: Vec<Option<_>> = jobs
        .into_par_iter()
        .map(|(route, planned)| {
            if watch.stop.load(Ordering::Relaxed) {
                return None;
            }
            watch.done.fetch_add(1, Ordering::Relaxed);
            Some((route.clone(), rendering.render(route, &planned.job)))
        })
        .collect();
    rendered.into_iter().collect::<Option<Rendered>>().ok_or(RunFailure::Interrupted)
}

/// The bytes of an output as they are published.
#[must_use]
pub fn finished(route: &Route, bytes: Arc<[u8]>) -> Arc<[u8]> {
    if route.output().ends_with(".html") { Arc::from(minify::html(&bytes)) } else { bytes }
}

/// The result of a build.
#[derive(Debug)]
pub struct Built {
    /// All that was found; no errors.
    pub diagnostics: Diagnostics,
    /// Files touched.
    pub written: WriteCounts,
    /// Pages among the outputs.
    pub pages: usize,
    /// Jobs that were done anew.
    pub rendered: usize,
}

/// Builds the site at `root` into a folder: all stages. An error writes nothing.
///
/// # Errors
/// With what was found, why there is no result.
pub fn build(
    root: &Path,
    folder: &OutputDir,
    request: &Request,
    watch: &RunControl,
) -> Result<Built, (RunFailure, Diagnostics)> {
    let cache_file = cache::file(root, folder.path());
    let before = Cache::read(&cache_file);
    let started = SystemTime::now();
    let mut diagnostics = Diagnostics::default();
    let sources = Sources::disk(root, &request.config, &before.sources, &mut diagnostics);
    let inputs = inputs_key(&sources, request);
    if before.inputs == inputs && diagnostics.items().is_empty() && is_whole(folder, &before) {
        let pages = before.outputs.keys().filter(|file| file.ends_with(".html")).count();
        let written = WriteCounts { same: before.outputs.len(), ..WriteCounts::default() };
        return Ok(Built { diagnostics, written, pages, rendered: 0 });
    }
    let (loaded, levels) = load(&sources, request, &mut diagnostics);
    if let Some(loaded) = loaded.as_ref().filter(|_| !diagnostics.has_errors()) {
        diagnostics.extend(prints::make(loaded, &sources, prints::Keep::Finished));
    }
    diagnostics.finish(&levels);
    let stops = |diagnostics: &Diagnostics| diagnostics.has_errors() || (request.strict && diagnostics.counts().1 > 0);
    let Some(loaded) = loaded.filter(|_| !stops(&diagnostics)) else {
        return Err((RunFailure::Content, diagnostics));
    };
    let site_key = load::site_key(&sources, &loaded);
    let building = Building { loaded: &loaded, site_key, folder, sources: &sources, root, before: &before, watch };
    let made = match building.make() {
        Ok(made) => made,
        Err((failure, found)) => {
            // The error that stopped the build matters more than one of cleaning up after it.
            let _ = folder.abandon();
            diagnostics.extend(found);
            diagnostics.finish(&levels);
            return Err((failure, diagnostics));
        }
    };
    let pages = made.keys().filter(|file| file.ends_with(".html")).count();
    let rendered = made.values().filter(|made| made.rendered).count();
    let staged = made.values().filter(|made| made.staged).count();
    let files: BTreeSet<String> = made.keys().cloned().collect();
    let written = match folder.commit(&files, staged) {
        Ok(written) => written,
        Err(error) => {
            diagnostics.push(failed(folder.path(), &error));
            return Err((RunFailure::Environment, diagnostics));
        }
    };
    let clean = diagnostics.items().is_empty();
    let cache = remember(&sources, if clean { inputs } else { Hash::default() }, made, (folder, started));
    // Without a cache the next build is slower and no different.
    let _ = cache.write(&cache_file);
    loaded.image_processor.keep(&loaded.rendering.site.pictures);
    let pdf_texts = loaded.rendering.pdf_texts().keys().filter_map(|path| sources.get(path));
    loaded.pdf_extractor.keep(pdf_texts.map(|source| source.hash));
    Ok(Built { diagnostics, written, pages, rendered })
}

/// The hash of all that a build is made from.
fn inputs_key(sources: &Sources, request: &Request) -> Hash {
    let files = sources.files().map(|source| (&source.path, source.hash));
    Digest::new("build").add(&cache::program()).add(request).list(files).finish()
}

/// Whether the folder holds all outputs as they were written.
fn is_whole(folder: &OutputDir, before: &Cache) -> bool {
    let stamps = output::stamps(folder, before.outputs.keys().cloned());
    before.outputs.len() == folder.made().len()
        && before.outputs.iter().all(|(file, record)| stamps.get(file) == Some(&record.stamp))
}

fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    let help = match error.kind() {
        std::io::ErrorKind::StorageFull => "free some space and build again; the old site is still there",
        std::io::ErrorKind::PermissionDenied => "make the folder writable, or name another with `-o`",
        _ => "the old site is still there; build again when this is mended",
    };
    Diagnostic::error(Code::OutputFailed, format!("cannot write to `{}`: {error}", path.display())).help(help)
}

/// One output of a build.
struct BuiltOutput {
    key: Hash,
    raw: Hash,
    hash: Hash,
    /// Whether the job was done, and not known from before.
    rendered: bool,
    /// Whether the file waits on the stage.
    staged: bool,
    /// The stamp of a file that stays.
    stamp: Option<Stamp>,
}

struct Building<'a> {
    loaded: &'a Loaded,
    /// The hash of all that any page may show, texts of pages left out.
    site_key: Hash,
    folder: &'a OutputDir,
    sources: &'a Sources,
    root: &'a Path,
    before: &'a Cache,
    watch: &'a RunControl,
}

type BuildFailure = (RunFailure, Vec<Diagnostic>);

impl Building<'_> {
    /// Does every job whose result is not known, and stages what differs from what is there.
    fn make(&self) -> Result<BTreeMap<String, BuiltOutput>, BuildFailure> {
        let environment = |error: &std::io::Error| (RunFailure::Environment, vec![failed(self.folder.path(), error)]);
        self.folder.begin().map_err(|error| environment(&error))?;
        let plan = &self.loaded.rendering.plan;
        self.refuse_foreign(plan)?;
        self.watch.total.store(plan.jobs.len(), Ordering::Relaxed);
        let stamps = output::stamps(self.folder, self.folder.made().iter().cloned());
        let jobs: Vec<(&Route, &Planned)> = plan.jobs.iter().collect();
        let results: Vec<Result<(String, BuiltOutput), BuildFailure>> = jobs
            .into_par_iter()
            .map(|(route, planned)| {
                if self.watch.stop.load(Ordering::Relaxed) {
                    return Err((RunFailure::Interrupted, Vec::new()));
                }
                let file = route.output();
                let made = self.one(route, &planned.job, &file, stamps.get(&file).copied())?;
                self.watch.done.fetch_add(1, Ordering::Relaxed);
                Ok((file, made))
            })
            .collect();
        gather(results)
    }

    /// Files that somebody put there are never replaced.
    fn refuse_foreign(&self, plan: &Plan) -> Result<(), BuildFailure> {
        if self.folder.made().is_empty() {
            return Ok(());
        }
        let outputs = plan.jobs.keys().map(Route::output);
        let foreign: Vec<Diagnostic> = outputs
            .filter(|file| self.folder.is_foreign(file))
            .map(|file| {
                let message =
                    format!("`{}` stands where samen wants to write", self.folder.path().join(file).display());
                Diagnostic::error(Code::OutputRefused, message).help("samen did not make this file; move it away")
            })
            .collect();
        if foreign.is_empty() { Ok(()) } else { Err((RunFailure::Content, foreign)) }
    }

    fn one(&self, route: &Route, job: &Job, file: &str, on_disk: Option<Stamp>) -> Result<BuiltOutput, BuildFailure> {
        let key = self.key(job);
        let before = self.before.outputs.get(file).filter(|record| Some(record.stamp) == on_disk);
        if let Some(record) = before.filter(|record| record.key == key) {
            let OutputRecord { raw, hash, stamp, .. } = *record;
            return Ok(BuiltOutput { key, raw, hash, rendered: false, staged: false, stamp: Some(stamp) });
        }
        let content =
            self.loaded.rendering.render(route, job).map_err(|diagnostics| (RunFailure::Content, diagnostics))?;
        let environment = |error: std::io::Error| (RunFailure::Environment, vec![failed(self.folder.path(), &error)]);
        let (raw, made) = match content {
            Content::File(path) => {
                let hash = self.sources.get(&path).map(|source| source.hash).unwrap_or_default();
                if before.is_none_or(|record| record.hash != hash) && self.on_disk(file, on_disk) != Some(hash) {
                    self.folder.stage_copy(file, &self.root.join(&*path)).map_err(environment)?;
                    return Ok(BuiltOutput { key, raw: hash, hash, rendered: true, staged: true, stamp: None });
                }
                (hash, hash)
            }
            content => {
                let bytes = self
                    .loaded
                    .bytes(self.sources, content)
                    .map_err(|diagnostic| (RunFailure::Content, vec![*diagnostic]))?;
                let raw = Hash::of(&bytes);
                match before.filter(|record| record.raw == raw) {
                    Some(record) => (raw, record.hash),
                    None => {
                        let bytes = finished(route, bytes);
                        let hash = Hash::of(&bytes);
                        if before.map(|record| record.hash).or_else(|| self.on_disk(file, on_disk)) != Some(hash) {
                            self.folder.stage(file, &bytes).map_err(environment)?;
                            return Ok(BuiltOutput { key, raw, hash, rendered: true, staged: true, stamp: None });
                        }
                        (raw, hash)
                    }
                }
            }
        };
        Ok(BuiltOutput { key, raw, hash: made, rendered: true, staged: false, stamp: on_disk })
    }

    /// The hash of a file that is there and of which nothing is remembered.
    fn on_disk(&self, file: &str, stamp: Option<Stamp>) -> Option<Hash> {
        stamp.and_then(|_| self.folder.hash(file))
    }

    /// The hash of all that an output is made from.
    fn key(&self, job: &Job) -> Hash {
        let inputs = self.loaded.rendering.inputs(job, self.sources);
        Digest::new("output").add(&self.site_key).add(&inputs).finish()
    }
}

/// All results, or all that went wrong. A stop outweighs what else was found, and the environment the content.
fn gather(
    results: Vec<Result<(String, BuiltOutput), BuildFailure>>,
) -> Result<BTreeMap<String, BuiltOutput>, BuildFailure> {
    let mut made = BTreeMap::new();
    let mut refused: Option<BuildFailure> = None;
    for result in results {
        match result {
            Ok((file, one)) => {
                made.insert(file, one);
            }
            Err((failure, found)) => {
                let (worst, all) = refused.get_or_insert((RunFailure::Content, Vec::new()));
                if !matches!(worst, RunFailure::Interrupted) && !matches!(failure, RunFailure::Content) {
                    *worst = failure;
                }
                all.extend(found);
            }
        }
    }
    match refused {
        Some(refused) => Err(refused),
        None => Ok(made),
    }
}

/// What the next build should know. Files that were changed just now are not trusted by their stamp.
fn remember(
    sources: &Sources,
    inputs: Hash,
    made: BTreeMap<String, BuiltOutput>,
    (folder, started): (&OutputDir, SystemTime),
) -> Cache {
    let is_stable = |stamp: Stamp| cache::is_stable(stamp, started);
    let known = sources.files().filter(|source| is_stable(source.stamp));
    let staged = made.iter().filter(|(_, made)| made.stamp.is_none()).map(|(file, _)| file.clone());
    let fresh = output::stamps(folder, staged);
    let record = |(file, made): (String, BuiltOutput)| {
        let stamp = made.stamp.or_else(|| fresh.get(&file).copied())?;
        Some((file, OutputRecord { key: made.key, raw: made.raw, hash: made.hash, stamp }))
    };
    Cache {
        inputs,
        sources: known.map(|source| (source.path.to_string(), (source.stamp, source.hash))).collect(),
        outputs: made.into_iter().filter_map(record).collect(),
    }
}
