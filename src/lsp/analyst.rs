//! The thread that reads the site while somebody types: the open texts over the files on disk, through the pipeline and what
//! it remembers. It works on the newest state only. Knows nothing of requests but renames.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant, SystemTime};

use super::inbox::{AnalystTask, DiskLook, Inbox, UnsavedTexts};
use super::publisher::Publisher;
use super::rename::{self, RenameOrder};
use super::settled::{TextChange, shifted};
use super::uris::SiteRoot;
use crate::cache::is_stable;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;
use crate::pipeline::{self, LoadCache, LoadResult, Loaded, Request};
use crate::source::{Known, Sources};

/// A load that takes longer is told in two steps: what a text has by itself at once, and the rest when it is known.
const QUICK: Duration = Duration::from_millis(25);

/// The site as it was read last.
#[derive(Debug)]
pub(super) struct Analysis {
    /// Its files, with the open texts over them.
    pub(super) sources: Arc<Sources>,
    /// What they make; that of an earlier load where they make nothing.
    pub(super) loaded: Option<Arc<Loaded>>,
    /// What was found, by file.
    pub(super) found: BTreeMap<Arc<str>, Vec<Diagnostic>>,
    /// The open texts that were read.
    pub(super) texts: UnsavedTexts,
}

/// The last analysis, for whoever answers.
#[derive(Debug, Default)]
pub(super) struct LatestAnalysis(RwLock<Option<Arc<Analysis>>>);

impl LatestAnalysis {
    /// What was read last; nothing before the first load has ended.
    pub(super) fn get(&self) -> Option<Arc<Analysis>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Held for the swap alone, so that no answer waits for a load.
    fn set(&self, analysis: &Arc<Analysis>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(analysis));
    }
}

/// Reads the site again and again.
pub(super) struct Analyst {
    pub(super) root: SiteRoot,
    /// What a load is asked for, today.
    pub(super) request: Box<dyn Fn() -> Request + Send>,
    pub(super) inbox: Arc<Inbox>,
    pub(super) latest: Arc<LatestAnalysis>,
    pub(super) publisher: Publisher,
    pub(super) memory: AnalystMemory,
}

/// What one load keeps for the next.
#[derive(Default)]
pub(super) struct AnalystMemory {
    /// The files on disk.
    disk: Option<Arc<Sources>>,
    /// When they were listed.
    listed: Option<SystemTime>,
    /// What was wrong with the files themselves.
    unlisted: Vec<Diagnostic>,
    /// What was read last.
    sources: Option<Arc<Sources>>,
    cache: LoadCache,
    /// How long the last load took that put the site together: the next edit may need that again.
    took: Duration,
}

impl Analyst {
    /// Works until nothing more comes.
    pub(super) fn run(mut self) {
        while let Some(task) = self.inbox.next() {
            match task {
                AnalystTask::Read(texts, look) => {
                    // What a panic leaves half made is thrown away, and read anew with the next change.
                    if catch_unwind(AssertUnwindSafe(|| self.read(texts, look))).is_err() {
                        self.memory = AnalystMemory::default();
                    }
                }
                AnalystTask::Rename(order) => self.rename(&order),
            }
        }
    }

    fn rename(&self, order: &RenameOrder) {
        let request = (self.request)();
        let work = || rename::edit(order, self.latest.get().as_deref(), &self.publisher, &request);
        let failed = |_| Err(message!("editor-answer-failed").text(&self.publisher.catalog));
        let made = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(failed);
        (self.publisher.send)(rename::response(order, made).into());
    }

    fn read(&mut self, texts: UnsavedTexts, look: DiskLook) {
        let request = (self.request)();
        let disk = self.look(look, &request);
        let sources = self.with_open(&disk, &texts);
        let before = self.memory.sources.replace(Arc::clone(&sources));
        let files = before.as_ref().map_or_else(Vec::new, |before| sources.changed_since(before));
        let earlier = self.latest.get();
        if let Some(earlier) = earlier.as_ref().filter(|_| self.memory.took > QUICK && !files.is_empty()) {
            self.tell_first(&sources, &request, &files, FirstStep { texts: &texts, earlier });
        }
        let started = Instant::now();
        let result = load(&sources, &request, &files, &mut self.memory.cache);
        if self.memory.cache.work.linked {
            self.memory.took = started.elapsed();
        }
        let mut found = Diagnostics::default();
        found.extend(self.memory.unlisted.iter().cloned());
        let (loaded, found) = result.finish(found);
        let loaded = loaded.map(Arc::new).or_else(|| earlier.and_then(|earlier| earlier.loaded.clone()));
        let found = by_file(found, &sources, &request);
        let analysis = Arc::new(Analysis { sources, loaded, found, texts });
        // Before its messages are told: whoever asks about one gets an answer that knows it.
        self.latest.set(&analysis);
        self.publisher.publish(&analysis.found, &analysis.texts, &analysis.sources);
    }

    /// Tells what changed texts have by themselves, beside what the site had to say of them, before the site is read.
    fn tell_first(&mut self, sources: &Arc<Sources>, request: &Request, files: &[Arc<str>], steps: FirstStep<'_>) {
        let cache = &mut self.memory.cache;
        let known: Vec<Vec<Diagnostic>> = files.iter().map(|file| cache.messages_of(file).to_vec()).collect();
        let Some(levels) = pipeline::parse_changed(sources, request, files, cache) else { return };
        let mut found = steps.earlier.found.clone();
        for (file, known) in files.iter().zip(known) {
            let (Ok(old), Ok(new)) = (steps.earlier.sources.text(file), sources.text(file)) else { return };
            let change = TextChange::between(&old, &new);
            // A message of the site is one that the text did not have by itself.
            let of_site = found.remove(file).unwrap_or_default().into_iter();
            let of_site =
                of_site.filter(|item| !known.iter().any(|own| own.message == item.message && own.at == item.at));
            let mut now = Diagnostics::default();
            now.extend(cache.messages_of(file).iter().cloned());
            now.extend(of_site.filter_map(|item| shifted(item, file, change)));
            now.finish(&levels);
            found.insert(Arc::clone(file), now.into_vec());
        }
        let (loaded, texts) = (steps.earlier.loaded.clone(), steps.texts.clone());
        let analysis = Arc::new(Analysis { sources: Arc::clone(sources), loaded, found, texts });
        // Whoever asks what mends one of these gets an answer at once, too.
        self.latest.set(&analysis);
        self.publisher.publish(&analysis.found, &analysis.texts, sources);
    }

    /// The files on disk, as far as somebody asked to look at them.
    fn look(&mut self, look: DiskLook, request: &Request) -> Arc<Sources> {
        let memory = &mut self.memory;
        match (&memory.disk, look) {
            (Some(disk), DiskLook::Nothing) => return Arc::clone(disk),
            (Some(disk), DiskLook::Files(files)) if files.iter().all(|file| self.root.is_plain(file, disk)) => {
                let seen = disk.rescan_paths(&files).map_or_else(|| Arc::clone(disk), |(seen, _)| Arc::new(seen));
                memory.disk = Some(Arc::clone(&seen));
                return seen;
            }
            _ => {}
        }
        let mut found = Diagnostics::default();
        let now = SystemTime::now();
        let before = memory.listed.replace(now);
        let folder = self.root.folder();
        let seen = Arc::new(match (&memory.disk, before) {
            (Some(disk), Some(then)) => {
                disk.rescan(folder, &request.config, &|stamp| is_stable(stamp, then), &mut found)
            }
            _ => Sources::disk(folder, &request.config, &Known::new(), &mut found),
        });
        memory.unlisted = found.into_vec();
        memory.disk = Some(Arc::clone(&seen));
        seen
    }

    /// The files on disk with the open texts over them. A file that is there and not listed is none of the site, such as the
    /// copy that an editor keeps beside; one that is not there yet will be.
    fn with_open(&self, disk: &Arc<Sources>, texts: &UnsavedTexts) -> Arc<Sources> {
        let is_of_site = |path: &str| disk.get(path).is_some_and(|file| !file.is_carried()) || !self.root.has(path);
        let open = texts.iter().filter(|(path, _)| is_of_site(path));
        let bytes: BTreeMap<Arc<str>, Arc<[u8]>> =
            open.map(|(path, open)| (Arc::clone(path), Arc::from(open.text.as_bytes()))).collect();
        if bytes.is_empty() { Arc::clone(disk) } else { Arc::new(disk.with_replaced(bytes, |_| true)) }
    }
}

/// What a first step of two is made from.
#[derive(Clone, Copy)]
struct FirstStep<'a> {
    texts: &'a UnsavedTexts,
    earlier: &'a Analysis,
}

/// Reads the site. A mistake of the program itself is told like any other, and what is remembered is then forgotten.
fn load(sources: &Sources, request: &Request, files: &[Arc<str>], cache: &mut LoadCache) -> LoadResult {
    // What a panic leaves in the cache is thrown away below, so nothing half made is ever seen.
    let result = catch_unwind(AssertUnwindSafe(|| pipeline::load_changed(sources, request, files, cache)));
    result.unwrap_or_else(|_| {
        *cache = LoadCache::default();
        let mut result = LoadResult::default();
        let help = message!("editor-program-failed-help");
        result.diagnostics.push(Diagnostic::error(Code::InternalError, message!("editor-program-failed")).help(help));
        result
    })
}

/// What was found, by the file that an editor can show it in: the settings file, where there is none.
fn by_file(found: Diagnostics, sources: &Sources, request: &Request) -> BTreeMap<Arc<str>, Vec<Diagnostic>> {
    let settings: Arc<str> = Arc::from(request.config.as_str());
    let mut files: BTreeMap<Arc<str>, Vec<Diagnostic>> = BTreeMap::new();
    for item in found.into_vec() {
        let file = item.at.as_ref().map(|at| &at.file);
        let file = file.filter(|file| sources.get(file).is_some_and(|file| !file.is_carried()));
        files.entry(Arc::clone(file.unwrap_or(&settings))).or_default().push(item);
    }
    files
}
