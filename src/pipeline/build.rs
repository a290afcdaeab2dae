//! The build: all stages into a folder, with what earlier builds made taken from their cache. An error writes nothing.
//! Knows nothing of how the stages work.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::SystemTime;

use super::load::{self, LoadResult, Loaded};
use super::prints::Keep;
use super::{Request, Run, RunControl, RunFailure, finished};
use crate::cache::{self, Cache, OutputRecord};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::output::{self, OutputDir, WriteCounts};
use crate::plan::{Job, Plan};
use crate::render::Content;
use crate::site::Route;
use crate::source::{Digest, Hash, Sources, Stamp};

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
    control: &RunControl,
) -> Result<Built, (RunFailure, Diagnostics)> {
    let cache_file = cache::file(root, folder.path());
    let before = Cache::read(&cache_file);
    let started = SystemTime::now();
    let mut found = Diagnostics::default();
    let sources = Sources::disk(root, &request.config, &before.sources, &mut found);
    let inputs = inputs_key(&sources, request);
    if before.inputs == inputs && found.items().is_empty() && is_whole(folder, &before) {
        let pages = before.outputs.keys().filter(|file| file.ends_with(".html")).count();
        let written = WriteCounts { same: before.outputs.len(), ..WriteCounts::default() };
        return Ok(Built { diagnostics: found, written, pages, rendered: 0 });
    }
    let run = Run { sources: &sources, request, control, keep: Keep::Finished };
    let LoadResult { loaded, levels, mut diagnostics } = run.prepare(found);
    diagnostics.finish(&levels);
    let stops = diagnostics.stop(request.strict);
    let Some(loaded) = loaded.filter(|_| !stops) else {
        return Err((RunFailure::Content, diagnostics));
    };
    let site_key = load::site_key(&sources, &loaded);
    let building = Building { run: &run, loaded: &loaded, site_key, folder, root, before: &before };
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
    // What was found is told by every build until it is mended, so such a build is never skipped.
    let inputs = if diagnostics.items().is_empty() { inputs } else { Hash::default() };
    let cache = building.remember(inputs, made, started);
    // Without a cache the next build is slower and no different.
    let _ = cache.write(&cache_file);
    forget_old_artifacts(&loaded, &sources);
    Ok(Built { diagnostics, written, pages, rendered })
}

/// Removes from the caches what this site no longer needs.
fn forget_old_artifacts(loaded: &Loaded, sources: &Sources) {
    loaded.image_processor.keep(&loaded.rendering.site.pictures);
    let pdf_files = loaded.rendering.pdf_texts().keys().filter_map(|path| sources.get(path));
    loaded.pdf_extractor.keep(pdf_files.map(|source| source.hash));
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

impl BuiltOutput {
    /// Of a job that was done: `stays` is the stamp of a file that holds these bytes already.
    fn rendered(key: Hash, raw: Hash, hash: Hash, stays: Option<Stamp>) -> Self {
        Self { key, raw, hash, rendered: true, staged: stays.is_none(), stamp: stays }
    }
}

/// A build whose site is loaded.
struct Building<'a> {
    run: &'a Run<'a>,
    loaded: &'a Loaded,
    /// The hash of all that any page may show, texts of pages left out.
    site_key: Hash,
    folder: &'a OutputDir,
    root: &'a Path,
    before: &'a Cache,
}

type BuildFailure = (RunFailure, Vec<Diagnostic>);

impl Building<'_> {
    /// Does every job whose result is not known, and stages what differs from what is there.
    fn make(&self) -> Result<BTreeMap<String, BuiltOutput>, BuildFailure> {
        self.folder.begin().map_err(|error| self.environment(&error))?;
        self.refuse_foreign(&self.loaded.rendering.plan)?;
        let stamps = output::stamps(self.folder, self.folder.made().iter().cloned());
        let results = self.run.each_job(self.loaded, |route, job| {
            let file = route.output();
            let made = self.build_output(route, job, &file, stamps.get(&file).copied())?;
            Ok((file, made))
        });
        gather(results.map_err(|failure| (failure, Vec::new()))?)
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

    /// Does a job, unless it was done from the same before and its file is still as it was written then.
    fn build_output(
        &self,
        route: &Route,
        job: &Job,
        file: &str,
        on_disk: Option<Stamp>,
    ) -> Result<BuiltOutput, BuildFailure> {
        let key = self.key(job);
        let before = self.before.outputs.get(file).filter(|record| Some(record.stamp) == on_disk);
        if let Some(record) = before.filter(|record| record.key == key) {
            let OutputRecord { raw, hash, stamp, .. } = *record;
            return Ok(BuiltOutput { key, raw, hash, rendered: false, staged: false, stamp: Some(stamp) });
        }
        let content = self.loaded.rendering.render(route, job).map_err(of_content)?;
        let known = before.map(|record| record.hash).or_else(|| on_disk.and_then(|_| self.folder.hash(file)));
        if let Content::File(path) = content {
            let hash = self.run.sources.get(&path).map(|source| source.hash).unwrap_or_default();
            if known != Some(hash) {
                self.folder.stage_copy(file, &self.root.join(&*path)).map_err(|error| self.environment(&error))?;
            }
            return Ok(BuiltOutput::rendered(key, hash, hash, on_disk.filter(|_| known == Some(hash))));
        }
        let bytes = self.loaded.bytes(self.run.sources, content).map_err(|diagnostic| of_content(vec![*diagnostic]))?;
        let raw = Hash::of(&bytes);
        // A page that is rendered as before is minified as before.
        if let Some(record) = before.filter(|record| record.raw == raw) {
            return Ok(BuiltOutput::rendered(key, raw, record.hash, on_disk));
        }
        let bytes = finished(route, bytes);
        let hash = Hash::of(&bytes);
        if known != Some(hash) {
            self.folder.stage(file, &bytes).map_err(|error| self.environment(&error))?;
        }
        Ok(BuiltOutput::rendered(key, raw, hash, on_disk.filter(|_| known == Some(hash))))
    }

    fn environment(&self, error: &std::io::Error) -> BuildFailure {
        (RunFailure::Environment, vec![failed(self.folder.path(), error)])
    }

    /// The hash of all that an output is made from.
    fn key(&self, job: &Job) -> Hash {
        let inputs = self.loaded.rendering.inputs(job, self.run.sources);
        Digest::new("output").add(&self.site_key).add(&inputs).finish()
    }

    /// What the next build should know. Files that were changed just now are not trusted by their stamp.
    fn remember(&self, inputs: Hash, made: BTreeMap<String, BuiltOutput>, started: SystemTime) -> Cache {
        let known = self.run.sources.files().filter(|source| cache::is_stable(source.stamp, started));
        let staged = made.iter().filter(|(_, made)| made.staged).map(|(file, _)| file.clone());
        let fresh = output::stamps(self.folder, staged);
        let outputs = made.into_iter().filter_map(|(file, made)| {
            let BuiltOutput { key, raw, hash, stamp, .. } = made;
            let stamp = stamp.or_else(|| fresh.get(&file).copied())?;
            Some((file, OutputRecord { key, raw, hash, stamp }))
        });
        Cache {
            inputs,
            sources: known.map(|source| (source.path.to_string(), (source.stamp, source.hash))).collect(),
            outputs: outputs.collect(),
        }
    }
}

/// What is wrong with the site, as a failure of the build.
fn of_content(found: Vec<Diagnostic>) -> BuildFailure {
    (RunFailure::Content, found)
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
