//! The stages in their order, and what is remembered between them: the only module that sees them all.

mod addresses;
mod build;
mod erase;
mod files;
mod hold_back;
mod incremental;
mod load;
mod prints;
mod published;
mod raw;
mod removals;
mod retract;
mod vanished;
mod verdict;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Levels};
use crate::document::place;
use crate::minify;
use crate::plan::{Job, Planned};
use crate::render::Content;
use crate::site::Route;
use crate::source::{Sources, digestible};

use prints::Keep;

pub use build::{Built, build, build_holding_back};
pub use incremental::{LoadCache, LoadStats};
pub use load::{LoadResult, Loaded, load, load_again, load_changed, load_types, parse_changed};
pub use retract::retract;

/// Bytes of the stack of a thread that reads and renders a site: libraries follow what is nested in a text, a style or a
/// drawing by calling themselves. Bounds on nesting come first; this is room for what they let through.
pub const STACK: usize = 64 << 20;

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
    /// The environment failed while outputs were moved into place: some of them are new, and the others are not.
    Unfinished,
    /// Somebody stopped it.
    Interrupted,
}

/// One run over a site. The stages are the same for all commands; what is done with each job is not.
#[derive(Clone, Copy)]
struct Run<'a> {
    sources: &'a Sources,
    request: &'a Request,
    control: &'a RunControl,
    /// What is left in the cache of prints.
    keep: Keep,
}

impl Run<'_> {
    /// Stages 1 to 4b: loads the site, and makes its prints, which pages tell of. `found` is what is wrong with the files
    /// themselves.
    fn prepare(&self, found: Diagnostics) -> LoadResult {
        self.prepare_with(&mut LoadCache::default(), found)
    }

    /// The same, and leaves in `memory` what could be read, also where it makes no site.
    fn prepare_with(&self, memory: &mut LoadCache, found: Diagnostics) -> LoadResult {
        let mut result = load_again(self.sources, self.request, memory);
        result.diagnostics.append(found);
        // A build ends here with an error, and prints are dear; a check goes on, to say all that is wrong.
        let goes_on = self.keep == Keep::Nothing || !result.diagnostics.has_errors();
        if let Some(loaded) = result.loaded.as_ref().filter(|_| goes_on) {
            let found = prints::make(loaded, self.sources, self.keep, &result.diagnostics);
            result.diagnostics.extend(found);
        }
        result
    }

    /// Stage 5: does every job as `job` says, in parallel. The results are in the order of the routes.
    fn each_job<T: Send>(&self, loaded: &Loaded, job: impl Fn(&Route, &Job) -> T + Sync) -> Result<Vec<T>, RunFailure> {
        let jobs: Vec<(&Route, &Planned)> = loaded.rendering.plan.jobs.iter().collect();
        self.control.total.store(jobs.len(), Ordering::Relaxed);
        let results: Vec<Option<T>> = jobs
            .into_par_iter()
            .map(|(route, planned)| {
                // Nobody waits for the rest once somebody has stopped the run.
                if self.control.stop.load(Ordering::Relaxed) {
                    return None;
                }
                let result = job(route, &planned.job);
                self.control.done.fetch_add(1, Ordering::Relaxed);
                Some(result)
            })
            .collect();
        results.into_iter().collect::<Option<Vec<T>>>().ok_or(RunFailure::Interrupted)
    }
}

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked {
    /// All of it, by the levels of the settings.
    pub diagnostics: Diagnostics,
    /// Those levels, for whoever adds more.
    pub levels: Levels,
}

/// Reads and checks a site and renders every page, writing nothing: stages 1 to 5 and the audit of what came out.
///
/// # Errors
/// When somebody stopped it.
pub fn check(sources: &Sources, request: &Request, control: &RunControl) -> Result<Checked, RunFailure> {
    let run = Run { sources, request, control, keep: Keep::Nothing };
    let LoadResult { loaded, levels, mut diagnostics } = run.prepare(Diagnostics::default());
    if let Some(loaded) = loaded {
        diagnostics.extend(vanished::since_last(&loaded, sources));
        let rendering = &loaded.rendering;
        let audit = check::Audit::new(&rendering.site, &rendering.plan, rendering.theme.glyphs(sources))
            .guarding(&rendering.site, sources);
        // A page is audited where it is rendered, so that never more than a few of them are in memory.
        let audited = run.each_job(&loaded, |route, job| audit_job(&loaded, sources, &audit, route, job))?;
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
    Ok(Checked { diagnostics: place::one_for_each_folder(diagnostics), levels })
}

/// The facts of an output; none of a file that the audit does not read.
fn audit_job(
    loaded: &Loaded,
    sources: &Sources,
    audit: &check::Audit,
    route: &Route,
    job: &Job,
) -> Result<Option<check::PageFacts>, Vec<Diagnostic>> {
    let content = loaded.rendering.render(route, job)?;
    if matches!(content, Content::File(_)) && !check::Audit::reads(route) {
        return Ok(None);
    }
    let bytes = loaded.bytes(sources, content).map_err(|diagnostic| vec![*diagnostic])?;
    Ok(Some(audit.page(route, &bytes)))
}

/// The site as a value: bytes by the file they belong in.
pub type Outputs = BTreeMap<String, Arc<[u8]>>;

/// All outputs of a site as values, minified; for tests and for whoever shows a site from memory.
///
/// # Errors
/// The diagnostics, when there is an error among them.
pub fn outputs(sources: &Sources, request: &Request) -> Result<(Outputs, Diagnostics), Diagnostics> {
    let run = Run { sources, request, control: &RunControl::default(), keep: Keep::Nothing };
    let LoadResult { loaded, levels, mut diagnostics } = run.prepare(Diagnostics::default());
    let mut outputs = BTreeMap::new();
    if let Some(loaded) = loaded {
        let results = run.each_job(&loaded, |route, job| (route.output(), loaded.output(sources, route, job)));
        // Nobody can stop this run.
        for (file, result) in results.unwrap_or_default() {
            match result {
                Ok(bytes) => drop(outputs.insert(file, bytes)),
                Err(found) => diagnostics.extend(found),
            }
        }
    }
    diagnostics.finish(&levels);
    if diagnostics.has_errors() { Err(diagnostics) } else { Ok((outputs, diagnostics)) }
}

/// The bytes of an output as they are published.
fn finished(route: &Route, bytes: Arc<[u8]>) -> Arc<[u8]> {
    if route.output().ends_with(".html") { Arc::from(minify::html(&bytes)) } else { bytes }
}
