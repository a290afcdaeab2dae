//! The prints of a site: all of them between the plan and the pages, which tell of them, or those that somebody asks
//! for. What was printed before from the same is taken from the cache. Knows nothing of how a print is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::Loaded;
use crate::cache;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Severity};
use crate::plan::Job;
use crate::print::{self, OutputKind, Print, PrintCache, PrintJob};
use crate::render::Rendering;
use crate::schema::PrintVariant;
use crate::site::{Site, Subject};
use crate::source::{Digest, Hash, Sources};
use crate::theme::view::{FinishedPrint, PrintName};

/// Pixels across the picture of a first page.
const PREVIEW: u32 = 480;

/// Pixels across a picture for links from other sites, which most of them ask for.
const CARD: u32 = 1200;

/// What a run leaves in the cache.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Nothing: the run writes no files.
    Nothing,
    /// What was printed, and nothing older.
    Finished,
}

/// A print by its source, language and form: what stays the same over loads.
type OwnName = (Arc<str>, String, PrintVariant);

/// What loads of one site share for prints that are asked for one by one.
#[derive(Debug, Default)]
pub(super) struct OnDemandPrinter {
    /// None where the site is not on disk.
    kept: OnceLock<Option<PrintCache>>,
    /// What was kept here under which hash. What takes its place removes it, so that a day
    /// of edits leaves one print of each.
    own: Mutex<BTreeMap<OwnName, Hash>>,
}

impl OnDemandPrinter {
    fn kept(&self, sources: &Sources) -> Option<&PrintCache> {
        self.kept.get_or_init(|| sources.root().map(PrintCache::open)).as_ref()
    }

    fn keep(&self, kept: &PrintCache, id: OwnName, key: Hash, print: &Print) {
        kept.put(key, print);
        let before = self.own.lock().unwrap_or_else(PoisonError::into_inner).insert(id, key);
        if let Some(before) = before.filter(|before| *before != key) {
            kept.forget(before);
        }
    }
}

/// The name under which the last version of a print is remembered.
fn own_name(order: &PrintJob, variant: PrintVariant) -> OwnName {
    (Arc::clone(&order.source.0), order.lang.clone(), variant)
}

/// Makes all prints, and gives them to the renderer. None is tried of a text with errors, nor of a list while there are some:
/// what is wrong was told where it stands, and a layout would tell it again at a place that no editor knows.
pub(super) fn make(loaded: &Loaded, sources: &Sources, keep: Keep, found: &Diagnostics) -> Vec<Diagnostic> {
    let prints = &loaded.rendering.prints;
    let names = loaded.rendering.plan.jobs.values().filter_map(|planned| match &planned.job {
        Job::Print { subject, lang, file } => Some((subject.clone(), lang.clone(), file.variant())),
        _ => None,
    });
    let names: BTreeSet<PrintName> = names.collect();
    if names.is_empty() {
        return Vec::new();
    }
    let wrong: BTreeSet<Arc<str>> = found
        .items()
        .iter()
        .filter(|told| told.severity == Severity::Error)
        .filter_map(|told| told.at.as_ref().map(|at| Arc::clone(&at.file)))
        .collect();
    let site = &*loaded.rendering.site;
    let order = |name: &PrintName| {
        if is_wrong(site, name, &wrong) { Err(Vec::new()) } else { order(loaded, sources, name) }
    };
    let ordered = names.into_par_iter().map(|name| (order(&name), name)).collect();
    let kept = sources.root().map(PrintCache::open);
    let MissingPrint { missing, keys } = take_kept(loaded, ordered, kept.as_ref());
    let mut diagnostics = Diagnostics::default();
    let kept = kept.filter(|_| keep == Keep::Finished);
    print(&loaded.rendering, sources, &missing, &mut diagnostics, |(_, key, _), print| {
        kept.iter().for_each(|kept| kept.put(*key, print));
    });
    if let Some(kept) = kept {
        kept.retain(&keys);
    }
    diagnostics.extend(prints.diagnostics(None));
    once_for_each_font(diagnostics.into_vec())
}

impl Loaded {
    /// Whether all prints that a job shows or tells of were made, or tried.
    #[must_use]
    pub fn has_prints(&self, job: &Job) -> bool {
        self.rendering.prints_of(job).iter().all(|name| self.rendering.prints.has(name))
    }

    /// Makes the prints that a job shows or tells of, as far as they are not there, and gives what keeps them from being
    /// made. Not for the threads of the renderer.
    #[must_use]
    pub fn print_for(&self, sources: &Sources, job: &Job) -> Vec<Diagnostic> {
        let (rendering, names) = (&self.rendering, self.rendering.prints_of(job));
        let wanted = names.iter().filter(|name| !rendering.prints.has(name));
        let ordered: Vec<_> = wanted.map(|name| (order(self, sources, name), name.clone())).collect();
        let mut diagnostics = Diagnostics::default();
        if !ordered.is_empty() {
            let kept = self.printer.kept(sources);
            let MissingPrint { missing, .. } = take_kept(self, ordered, kept);
            print(rendering, sources, &missing, &mut diagnostics, |((.., variant), key, order), print| {
                kept.iter().for_each(|kept| self.printer.keep(kept, own_name(order, *variant), *key, print));
            });
        }
        diagnostics.extend(rendering.prints.diagnostics(Some(&names)));
        once_for_each_font(diagnostics.into_vec())
    }
}

/// Whether something is wrong in the texts of a print.
fn is_wrong(site: &Site, (subject, lang, _): &PrintName, wrong: &BTreeSet<Arc<str>>) -> bool {
    match subject {
        Subject::Register(..) => !wrong.is_empty(),
        Subject::Entry(id) => {
            let entry = site.entry(*id);
            wrong.contains(&site.localized_doc(entry, lang).doc.file) || wrong.contains(&entry.source.file)
        }
    }
}

/// A font that is missing is told once, at the first text that needs it: every print in that script lacks it.
fn once_for_each_font(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let place = |item: &Diagnostic| item.at.as_ref().map(|at| (Arc::clone(&at.file), at.range));
    // A character that no font has is told where it is written, and not at the lists that show the same words.
    let written = |item: &Diagnostic| item.at.as_ref().is_some_and(|at| at.range.start < at.range.end);
    let glyphs = found.iter().filter(|item| item.code == Code::FlyerGlyph && written(item));
    let known: BTreeSet<_> = glyphs.map(|item| item.message.clone()).collect();
    found.retain(|item| item.code != Code::FlyerGlyph || written(item) || !known.contains(&item.message));
    let mut first: BTreeMap<Message, _> = BTreeMap::new();
    for item in found.iter().filter(|item| item.code == Code::FlyerFont) {
        let here = place(item);
        let known = first.entry(item.message.clone()).or_insert_with(|| here.clone());
        *known = here.min(known.clone());
    }
    let mut told = BTreeSet::new();
    found.retain(|item| {
        item.code != Code::FlyerFont
            || (first.get(&item.message) == Some(&place(item)) && told.insert(item.message.clone()))
    });
    found
}

type Ordered = Vec<(Result<PrintJob, Vec<Diagnostic>>, PrintName)>;
type Wanted = (PrintName, Hash, PrintJob);

struct MissingPrint {
    /// What has to be printed.
    missing: Vec<Wanted>,
    /// The names in the cache of all that was ordered.
    keys: BTreeSet<Hash>,
}

/// Serves prints from the cache, and records why others cannot be made. Gives those that are still to be made.
fn take_kept(loaded: &Loaded, ordered: Ordered, kept: Option<&PrintCache>) -> MissingPrint {
    let (rendering, prints) = (&loaded.rendering, &loaded.rendering.prints);
    let (mut missing, mut keys) = (Vec::new(), BTreeSet::new());
    for (order, name) in ordered {
        match order {
            Ok(order) => {
                let key = key(rendering, &order);
                keys.insert(key);
                match kept.and_then(|kept| kept.get(key)) {
                    Some(print) => prints.put(name, Ok(made(print))),
                    None => missing.push((name, key, order)),
                }
            }
            Err(found) => prints.put(name, Err(found)),
        }
    }
    MissingPrint { missing, keys }
}

/// Prints what was not found in the cache, and gives it to the renderer and to `keep`.
fn print(
    rendering: &Rendering,
    sources: &Sources,
    missing: &[Wanted],
    diagnostics: &mut Diagnostics,
    keep: impl Fn(&Wanted, &Print),
) {
    if missing.is_empty() {
        return;
    }
    let assets = rendering.print_files().assets(sources, diagnostics);
    let jobs: Vec<&PrintJob> = missing.iter().map(|(.., order)| order).collect();
    let printed = print::print(&assets, &jobs);
    for (wanted, printed) in missing.iter().zip(printed) {
        if let Ok(print) = &printed {
            keep(wanted, print);
        }
        rendering.prints.put(wanted.0.clone(), printed.map(made));
    }
}

fn made(print: Print) -> FinishedPrint {
    let picture = print.picture.as_ref().filter(|_| print.pdf.is_empty());
    let bytes = picture.map_or(&print.pdf, |picture| &picture.bytes);
    FinishedPrint { sha256: print::sha256(bytes), print }
}

/// What is to be printed.
fn order(loaded: &Loaded, sources: &Sources, name: &PrintName) -> Result<PrintJob, Vec<Diagnostic>> {
    let (subject, lang, variant) = name;
    let rendering = &loaded.rendering;
    let site = &*rendering.site;
    // A layout that is missing was told where it is named.
    let (layout, file) =
        layout(site, name).filter(|(layout, _)| rendering.print_files().has(layout)).ok_or_else(Vec::new)?;
    let data = rendering.print_data(name).ok_or_else(Vec::new)?;
    // As they are published: without what a camera notes beside the picture.
    let largest = |path: &Arc<str>| site.pictures.get(path).and_then(|picture| picture.largest());
    let published = |path| loaded.picture(sources, path, largest(path)).map_err(|diagnostic| vec![*diagnostic]);
    let files = data.pictures.iter().map(|(name, path)| Ok((name.clone(), published(path)?)));
    let files: BTreeMap<String, Arc<[u8]>> = files.collect::<Result<_, Vec<Diagnostic>>>()?;
    let text = sources.text(&file).map_err(|diagnostic| vec![*diagnostic])?;
    let output = match (subject, variant) {
        (_, PrintVariant::Card) => OutputKind::Picture(CARD),
        (Subject::Entry(_), PrintVariant::Plain) => OutputKind::PdfWithPicture(PREVIEW),
        _ => OutputKind::Pdf,
    };
    Ok(PrintJob { layout, data: data.json, files, source: (file, text), lang: lang.to_string(), output })
}

/// The layout of a print, and the file that its text comes from.
fn layout(site: &Site, (subject, lang, variant): &PrintName) -> Option<(Arc<str>, Arc<str>)> {
    match subject {
        Subject::Register(type_, kind) => {
            let (_, register) = site.register(type_, kind)?;
            let layout = register.layout.as_ref()?;
            Some((Arc::clone(&layout.value), Arc::clone(&layout.span.file)))
        }
        Subject::Entry(id) => {
            let entry = site.entry(*id);
            let file = &site.localized_doc(entry, lang).doc.file;
            let layout = match variant {
                PrintVariant::Card => site.config.cards.clone()?,
                _ => site.layout(entry, site.printed(entry, lang)?),
            };
            // A home page that nobody wrote has no file; what is wrong with its picture is told where that is asked for.
            let file = if file.is_empty() { &layout.span.file } else { file };
            Some((layout.value, Arc::clone(file)))
        }
    }
}

/// The hash of everything that a print is made from.
fn key(rendering: &Rendering, order: &PrintJob) -> Hash {
    let PrintJob { layout, data, files, source: (file, _), lang, output } = order;
    Digest::new("print")
        .add(&cache::program())
        .add(&rendering.print_files().digest)
        .add(layout)
        .add(data)
        .list(files.iter().map(|(name, bytes)| (name, Hash::of(bytes))))
        .add(file)
        .add(lang)
        .add(output)
        .finish()
}
