//! The prints of a site, made between the plan and the pages, which tell of them: what was printed before from the same
//! is taken from the cache. Knows nothing of how a print is made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use super::Loaded;
use crate::cache;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::flyer::{self, Kept, Order, Print};
use crate::lang::Lang;
use crate::plan::Job;
use crate::render::Rendering;
use crate::schema::Variant;
use crate::site::{EntryId, PrintFile};
use crate::source::{Hash, Sources};
use crate::theme::view::{Made, Prints};

/// Pixels across the picture of a first page.
const PREVIEW: u32 = 480;

/// What a run leaves in the cache.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Nothing: the run writes no files.
    Nothing,
    /// What was printed, and nothing older.
    Made,
}

type Name = (EntryId, Lang, Variant);

/// Makes all prints, and gives them to the renderer.
pub(super) fn make(loaded: &mut Loaded, sources: &Sources, keep: Keep) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::default();
    let rendering = &loaded.rendering;
    let names = rendering.plan.jobs.values().filter_map(|planned| match &planned.job {
        Job::Print(id, lang, PrintFile::Pdf(variant)) => Some((*id, lang.clone(), *variant)),
        _ => None,
    });
    let names: Vec<Name> = names.collect();
    if names.is_empty() {
        return Vec::new();
    }
    let ordered: Vec<_> = names.into_par_iter().map(|name| (order(loaded, sources, &name), name)).collect();
    let mut prints = Prints::default();
    let mut missing = Vec::new();
    let kept = sources.root().map(Kept::of);
    let mut keys = BTreeSet::new();
    for (order, name) in ordered {
        match order {
            Ok(order) => {
                let key = key(rendering, &order);
                keys.insert(key);
                match kept.as_ref().and_then(|kept| kept.get(key)) {
                    Some(print) => drop(prints.made.insert(name, made(print))),
                    None => missing.push((name, key, order)),
                }
            }
            Err(said) => diagnostics.extend(said),
        }
    }
    let kept = kept.filter(|_| keep == Keep::Made);
    print(rendering, sources, (missing, kept.as_ref()), (&mut prints, &mut diagnostics));
    if let Some(kept) = kept {
        kept.retain(&keys);
    }
    loaded.rendering.take_prints(prints);
    diagnostics.items().to_vec()
}

/// Prints what was not found in the cache.
fn print(
    rendering: &Rendering,
    sources: &Sources,
    (missing, kept): (Vec<(Name, Hash, Order)>, Option<&Kept>),
    (prints, diagnostics): (&mut Prints, &mut Diagnostics),
) {
    if missing.is_empty() {
        return;
    }
    let kit = rendering.print_files().kit(sources, diagnostics);
    let mut told = BTreeSet::new();
    let mut names = Vec::with_capacity(missing.len());
    let mut orders = Vec::with_capacity(missing.len());
    for (name, key, order) in missing {
        names.push((name, key));
        orders.push(order);
    }
    for ((name, key), printed) in names.into_iter().zip(flyer::print(&kit, &orders)) {
        match printed {
            Ok(print) => {
                if let Some(kept) = kept {
                    kept.put(key, &print);
                }
                prints.made.insert(name, made(print));
            }
            // What is wrong in a layout is wrong in every print of it; it is told of the first.
            Err(said) => {
                let new = |said: &Diagnostic| told.insert((said.at.clone(), said.message.clone()));
                diagnostics.extend(said.into_iter().filter(new));
            }
        }
    }
}

fn made(print: Print) -> Made {
    Made { sha256: flyer::sha256(&print.pdf), print }
}

/// What is to be printed.
fn order(loaded: &Loaded, sources: &Sources, (id, lang, variant): &Name) -> Result<Order, Vec<Diagnostic>> {
    let rendering = &loaded.rendering;
    let site = &*rendering.site;
    let entry = site.entry(*id);
    let printed = site.printed(entry, lang).ok_or_else(Vec::new)?;
    let data = rendering.print_data(entry, lang, *variant)?;
    // As they are published: without what a camera notes beside the picture.
    let published = |path: &Arc<str>| {
        let largest = site.pictures.get(path).and_then(|picture| picture.largest());
        loaded.picture(sources, path, largest).map_err(|said| vec![*said])
    };
    let files = data.pictures.iter().map(|(name, path)| Ok((name.clone(), published(path)?)));
    let files: BTreeMap<String, Arc<[u8]>> = files.collect::<Result<_, Vec<Diagnostic>>>()?;
    let file = Arc::clone(&site.shown(entry, lang).doc.file);
    let text = sources.text(&file).map_err(|said| vec![*said])?;
    Ok(Order {
        layout: site.layout(entry, printed).value,
        data: data.json,
        files,
        source: (file, text),
        lang: lang.to_string(),
        preview: (*variant == Variant::Plain).then_some(PREVIEW),
    })
}

/// The hash of everything that a print is made from.
fn key(rendering: &Rendering, order: &Order) -> Hash {
    let mut all = format!("{}\0{}\0{}\0", cache::program(), rendering.print_files().digest, order.layout);
    let _ = write!(all, "{}\0{:?}\0{}", order.source.0, order.preview, order.data);
    for (name, bytes) in &order.files {
        let _ = write!(all, "\0{name} {}", Hash::of(bytes));
    }
    Hash::of(all.as_bytes())
}
