//! The build: all stages into a folder, with what earlier builds made taken from their cache. An error publishes nothing.
//! Knows nothing of how the stages work.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::hold_back::{self, HeldSite};
use super::incremental::LoadCache;
use super::load::{self, LoadResult, Loaded};
use super::prints::Keep;
use super::removals::{self, BuildMemory, Stopped};
use super::vanished;
use super::{Request, Run, RunControl, RunFailure, finished};
use crate::cache::{self, Cache, OutputRecord, PublishedStore};
use crate::diagnostic::{Diagnostic, Diagnostics, Levels, Message};
use crate::output::{self, Committed, OutputBytes, OutputDir, OutputError, OutputFile, OutputFiles, WriteCounts};
use crate::plan::{Job, Plan};
use crate::render::Content;
use crate::site::Route;
use crate::source::{Digest, Hash, Sources, Stamp};

/// The result of a build.
#[derive(Debug)]
pub struct Built {
    /// All that was found; no errors but those of entries that were held back.
    pub diagnostics: Diagnostics,
    /// Files touched.
    pub written: WriteCounts,
    /// Pages among the outputs.
    pub pages: usize,
    /// Jobs that were done anew.
    pub rendered: usize,
    /// Why the next build will remember nothing of this one; it then makes everything anew.
    pub forgotten: Option<String>,
    /// Entries with errors that were left as they were published last or kept out, by their paths.
    pub held_back: Vec<String>,
}

/// Builds the site at `root` into a folder: all stages. An error publishes nothing; but what must not be public any more
/// goes also then.
///
/// # Errors
/// With what was found, why there is no result.
pub fn build(
    root: &Path,
    folder: &OutputDir,
    request: &Request,
    control: &RunControl,
) -> Result<Built, (RunFailure, Diagnostics)> {
    build_all(root, folder, request, control, false)
}

/// Does what [`build`] does, and leaves entries with errors as they were published last, where nothing is wrong but these.
///
/// # Errors
/// With what was found, why there is no result.
pub fn build_holding_back(
    root: &Path,
    folder: &OutputDir,
    request: &Request,
    control: &RunControl,
) -> Result<Built, (RunFailure, Diagnostics)> {
    build_all(root, folder, request, control, true)
}

fn build_all(
    root: &Path,
    folder: &OutputDir,
    request: &Request,
    control: &RunControl,
    holds_back: bool,
) -> Result<Built, (RunFailure, Diagnostics)> {
    let cache_file = cache::file(root, folder.path());
    let store = PublishedStore::open(root, folder.path());
    let before = trusted(Cache::read(&cache_file), folder);
    let started = SystemTime::now();
    let mut found = Diagnostics::default();
    let sources = Sources::disk(root, &request.config, &before.sources, &mut found);
    let inputs = inputs_key(&sources, request);
    if before.inputs == inputs && found.items().is_empty() && store.exists() && is_whole(folder, &before) {
        // A build that was killed after its last step left its stage.
        folder.clear_leftovers().map_err(|error| unwritable(&error))?;
        let pages = before.outputs.keys().filter(|file| file.ends_with(".html")).count();
        let written = WriteCounts { same: before.outputs.len(), ..WriteCounts::default() };
        let (diagnostics, held_back) = (found, Vec::new());
        return Ok(Built { diagnostics, written, pages, rendered: 0, forgotten: None, held_back });
    }
    let run = Run { sources: &sources, request, control, keep: Keep::Finished };
    let mut memory = LoadCache::default();
    let LoadResult { loaded, levels, mut diagnostics } = run.prepare_with(&mut memory, found);
    let published = store.read();
    if let Some((loaded, published)) = loaded.as_ref().zip(published.as_ref()) {
        diagnostics.extend(vanished::since_build(loaded, &sources, &store, published));
    }
    diagnostics.finish(&levels);
    let stops = diagnostics.stop(request.strict);
    let mut left = Stopped {
        run: &run,
        root,
        folder,
        store: &store,
        published: published.as_ref(),
        cache: &before,
        site: memory.last.site().map(|last| Arc::clone(&last.site)),
        found: Diagnostics::default(),
    };
    let mut failure = RunFailure::Content;
    if let Some(loaded) = loaded.filter(|_| !stops) {
        let inputs = inputs_if_silent(&diagnostics, inputs);
        match published_site(&left, &run, &loaded, inputs, started) {
            Ok(publication) => {
                let site = PublishedSite { loaded, publication, left_for: BTreeMap::new(), held_back: Vec::new() };
                return Ok(finish(&left, &sources, site, diagnostics, &levels));
            }
            Err((why, found)) => {
                diagnostics.extend(found);
                failure = why;
            }
        }
    }
    if holds_back && matches!(failure, RunFailure::Content) {
        diagnostics.finish(&levels);
        left.found = diagnostics.clone();
        match hold_back::publish(&left, memory, started) {
            Ok(HeldSite { sources, found, site }) => return Ok(finish(&left, &sources, site, found, &levels)),
            Err((why, found)) => {
                diagnostics.extend(found);
                failure = why;
            }
        }
    }
    Err(left.end(failure, diagnostics, &levels))
}

/// A site that stands in the folder now.
pub(super) struct PublishedSite {
    pub loaded: Loaded,
    pub publication: Publication,
    /// Why entries leave that the site itself says nothing of.
    pub left_for: BTreeMap<String, Message>,
    /// Entries that were held back.
    pub held_back: Vec<String>,
}

/// Puts a site into the folder of a build.
pub(super) fn published_site(
    left: &Stopped<'_>,
    run: &Run<'_>,
    loaded: &Loaded,
    inputs: Hash,
    started: SystemTime,
) -> Result<Publication, BuildFailure> {
    let site_key = load::site_key(run.sources, loaded);
    let building = Building { run, loaded, site_key, folder: left.folder, before: left.cache };
    building.publish(inputs, started)
}

/// Writes down what was published.
fn finish(
    left: &Stopped<'_>,
    sources: &Sources,
    site: PublishedSite,
    mut diagnostics: Diagnostics,
    levels: &Levels,
) -> Built {
    let PublishedSite { loaded, publication, left_for, held_back } = site;
    let Publication { cache, written, pages, rendered, touched } = publication;
    let forgotten = cache.write(&cache::file(left.root, left.folder.path())).err().map(|error| error.to_string());
    let memory = BuildMemory { store: left.store, before: left.published, left_for: &left_for };
    diagnostics.extend(removals::remember(&loaded, sources, &memory, &touched));
    diagnostics.finish(levels);
    forget_old_artifacts(&loaded, sources);
    Built { diagnostics, written, pages, rendered, forgotten, held_back }
}

/// What was found is told by every build until it is mended, so such a build is never skipped.
fn inputs_if_silent(diagnostics: &Diagnostics, inputs: Hash) -> Hash {
    if diagnostics.items().is_empty() { inputs } else { Hash::default() }
}

/// What is remembered of a folder, if the folder is still in the state that the memory is of: after a kill, a build from
/// elsewhere or damage, nothing is known of the outputs, and all of them are made anew and compared by their bytes.
fn trusted(cache: Cache, folder: &OutputDir) -> Cache {
    if folder.state() == Some(cache.state) {
        return cache;
    }
    Cache { inputs: Hash::default(), outputs: BTreeMap::new(), ..cache }
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

/// What the system said of the output folder, as the end of a build.
fn unwritable(error: &OutputError) -> (RunFailure, Diagnostics) {
    let mut found = Diagnostics::default();
    found.push(error.diagnostic());
    (RunFailure::Environment, found)
}

/// Whether the folder holds all outputs as they were written.
fn is_whole(folder: &OutputDir, before: &Cache) -> bool {
    let stamps = output::stamps(folder, before.outputs.keys().cloned());
    before.outputs.len() == folder.made().len()
        && folder.state() == Some(before.state)
        && folder.has_real_folders()
        && before.outputs.iter().all(|(file, record)| stamps.get(file) == Some(&record.stamp))
}

/// One output of a build.
struct BuiltOutput {
    key: Hash,
    raw: Hash,
    /// Whether the job was done, and not known from before.
    rendered: bool,
    file: OutputFile,
}

/// A build whose site is loaded.
pub(super) struct Building<'a> {
    pub run: &'a Run<'a>,
    pub loaded: &'a Loaded,
    /// The hash of all that any page may show, texts of pages left out.
    pub site_key: Hash,
    pub folder: &'a OutputDir,
    pub before: &'a Cache,
}

/// What was written, and what the next build should know of it.
pub(super) struct Publication {
    pub cache: Cache,
    pub written: WriteCounts,
    /// Pages among the outputs.
    pub pages: usize,
    /// Jobs that were done anew.
    pub rendered: usize,
    /// Files that were written or removed.
    pub touched: BTreeSet<String>,
}

pub(super) type BuildFailure = (RunFailure, Vec<Diagnostic>);

impl Building<'_> {
    /// Makes the site and moves it into place.
    pub(super) fn publish(&self, inputs: Hash, started: SystemTime) -> Result<Publication, BuildFailure> {
        let made = self.make()?;
        let pages = made.keys().filter(|file| file.ends_with(".html")).count();
        let rendered = made.values().filter(|made| made.rendered).count();
        let files: OutputFiles = made.iter().map(|(file, made)| (file.clone(), made.file)).collect();
        let gone = self.folder.made().iter().filter(|file| !files.contains_key(*file));
        let staged = files.iter().filter(|(_, file)| matches!(file.bytes, OutputBytes::Staged(_)));
        let touched = staged.map(|(file, _)| file).chain(gone).cloned().collect();
        let committed = self.folder.commit(&files);
        let committed = committed.map_err(|error| (RunFailure::Unfinished, vec![error.diagnostic()]))?;
        let written = committed.written;
        let cache = self.remember(inputs, made, &committed, started);
        Ok(Publication { cache, written, pages, rendered, touched })
    }

    /// Does every job whose result is not known, and stages what differs from what is there.
    fn make(&self) -> Result<BTreeMap<String, BuiltOutput>, BuildFailure> {
        self.folder.begin().map_err(|error| of_output(&error))?;
        self.refuse_obstacles(&self.loaded.rendering.plan)?;
        let stamps = output::stamps(self.folder, self.folder.made().iter().cloned());
        let results = self.run.each_job(self.loaded, |route, job| {
            let file = route.output();
            let made = self.build_output(route, job, &file, stamps.get(&file).copied())?;
            Ok((file, made))
        });
        gather(results.map_err(|failure| (failure, Vec::new()))?)
    }

    /// Files that somebody put there are never replaced, and nothing is written through a link.
    fn refuse_obstacles(&self, plan: &Plan) -> Result<(), BuildFailure> {
        let outputs: BTreeSet<String> = plan.jobs.keys().map(Route::output).collect();
        let files: BTreeSet<&String> = outputs.iter().chain(self.folder.made()).collect();
        let found = files.into_par_iter().filter_map(|file| self.folder.obstacle(file));
        let messages: BTreeMap<Message, Diagnostic> =
            found.map(|error| error.diagnostic()).map(|told| (told.message.clone(), told)).collect();
        if messages.is_empty() { Ok(()) } else { Err((RunFailure::Content, messages.into_values().collect())) }
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
        let before = on_disk.and_then(|stamp| self.record(file, stamp));
        if let Some(record) = before.filter(|record| record.key == key) {
            let OutputRecord { raw, hash, stamp, .. } = record;
            let file = OutputFile { hash, bytes: OutputBytes::InPlace(stamp) };
            return Ok(BuiltOutput { key, raw, rendered: false, file });
        }
        let content = self.loaded.rendering.render(route, job).map_err(of_content)?;
        let known = before.map(|record| record.hash).or_else(|| on_disk.and_then(|_| self.folder.hash(file)));
        let in_place = |hash| on_disk.filter(|_| known == Some(hash)).map(OutputBytes::InPlace);
        let built = |raw, hash, bytes| BuiltOutput { key, raw, rendered: true, file: OutputFile { hash, bytes } };
        if let Content::File(path) = content {
            let hash = self.run.sources.get(&path).map(|source| source.hash).unwrap_or_default();
            let bytes = match in_place(hash) {
                Some(bytes) => bytes,
                None => {
                    // What is published is what was listed: the reader fails where another file stands there now.
                    let mut from =
                        self.run.sources.reader(&path).map_err(|diagnostic| of_content(vec![*diagnostic]))?;
                    OutputBytes::Staged(self.folder.stage_copy(&mut from).map_err(|error| of_output(&error))?)
                }
            };
            return Ok(built(hash, hash, bytes));
        }
        let bytes = self.loaded.bytes(self.run.sources, content).map_err(|diagnostic| of_content(vec![*diagnostic]))?;
        let raw = Hash::of(&bytes);
        // A page that is rendered as before is minified as before.
        if let Some(record) = before.filter(|record| record.raw == raw) {
            return Ok(built(raw, record.hash, OutputBytes::InPlace(record.stamp)));
        }
        let bytes = finished(route, bytes);
        let hash = Hash::of(&bytes);
        let bytes = match in_place(hash) {
            Some(in_place) => in_place,
            None => OutputBytes::Staged(self.folder.stage(&bytes).map_err(|error| of_output(&error))?),
        };
        Ok(built(raw, hash, bytes))
    }

    /// What is remembered of a file, if it still holds what it held: by its stamp, or by its bytes where it was copied
    /// together with the memory, as between the machines of a CI system.
    fn record(&self, file: &str, stamp: Stamp) -> Option<OutputRecord> {
        let record = self.before.outputs.get(file)?;
        let same = || record.stamp.size == stamp.size && self.folder.hash(file) == Some(record.hash);
        (record.stamp == stamp || same()).then_some(OutputRecord { stamp, ..*record })
    }

    /// The hash of all that an output is made from.
    fn key(&self, job: &Job) -> Hash {
        let inputs = self.loaded.rendering.inputs(job, self.run.sources);
        Digest::new("output").add(&self.site_key).add(&inputs).finish()
    }

    /// What the next build should know. Files that were changed just now are not trusted by their stamp.
    fn remember(
        &self,
        inputs: Hash,
        made: BTreeMap<String, BuiltOutput>,
        committed: &Committed,
        started: SystemTime,
    ) -> Cache {
        let known =
            self.run.sources.files().filter(|source| !source.is_carried() && cache::is_stable(source.stamp, started));
        let outputs = made.into_iter().filter_map(|(file, made)| {
            let BuiltOutput { key, raw, file: OutputFile { hash, .. }, .. } = made;
            // Only what was seen in the folder.
            let stamp = committed.stamps.get(&file).copied()?;
            Some((file, OutputRecord { key, raw, hash, stamp }))
        });
        Cache {
            inputs,
            state: committed.state,
            sources: known.map(|source| (source.path.to_string(), (source.stamp, source.hash))).collect(),
            outputs: outputs.collect(),
        }
    }
}

/// What is wrong with the output folder, as a failure of the build.
fn of_output(error: &OutputError) -> BuildFailure {
    let failure = if error.is_environment() { RunFailure::Environment } else { RunFailure::Content };
    (failure, vec![error.diagnostic()])
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
