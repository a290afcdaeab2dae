//! Orders to prints, on threads of their own. Typst must not run on the threads of the renderer: it gives work to them,
//! and a small stack that takes on one print in the middle of another overflows.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use image_webp::{ColorType, WebPEncoder};
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use super::world::{TypstEnv, TypstWorld};
use super::{OutputKind, Print, PrintAssets, PrintJob, PrintPicture, PrintResult, explain};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;

/// Bytes of the stack of a thread: layouts call each other, and the default of two megabytes is too small for long tables.
const STACK: usize = 16 << 20;

/// Prints after which Typst may forget what it made before the last few. It remembers every step of every print; without
/// this the memory would grow with the site.
const MEMORY: usize = 30;

/// How many such rounds something must have gone unused to be forgotten: what all prints share is used in each.
const KEPT: usize = 3;

pub(super) fn print(assets: &PrintAssets, jobs: &[&PrintJob]) -> Vec<PrintResult> {
    if jobs.is_empty() {
        return Vec::new();
    }
    let queue = PrintQueue {
        env: TypstEnv::new(assets),
        jobs,
        next: AtomicUsize::new(0),
        done: Mutex::new(Vec::with_capacity(jobs.len())),
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(jobs.len());
    thread::scope(|scope| {
        let start = || thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || queue.work());
        // Where no thread can be had, the ones that there are do the work; where there is none, this one does.
        if (0..workers).filter_map(|_| start().ok()).count() == 0 {
            queue.work();
        }
    });
    typst::comemo::evict(KEPT);
    let mut done = queue.done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, printed)| printed).collect()
}

/// Jobs that several threads take from.
struct PrintQueue<'a> {
    env: TypstEnv,
    jobs: &'a [&'a PrintJob],
    /// The number of the job that is taken next.
    next: AtomicUsize,
    /// What was made, with the number of its job. Held only to add to it.
    done: Mutex<Vec<(usize, PrintResult)>>,
}

impl PrintQueue<'_> {
    /// Makes prints until no job is left.
    fn work(&self) {
        loop {
            let at = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = self.jobs.get(at) else { return };
            let printed = print_job(&self.env, job);
            self.done.lock().unwrap_or_else(PoisonError::into_inner).push((at, printed));
            if at % MEMORY == MEMORY - 1 {
                typst::comemo::evict(KEPT);
            }
        }
    }
}

fn print_job(env: &TypstEnv, job: &PrintJob) -> PrintResult {
    let at = || Span::start_of(&job.source.0);
    if !env.has_fonts() {
        let message = message!("print-without-fonts");
        let help = message!("print-without-fonts-help");
        return Err(vec![Diagnostic::error(Code::FlyerLayout, message).at(at()).help(help)]);
    }
    let Some(world) = TypstWorld::new(env, job) else {
        let message = message!("print-without-layout", layout = &job.layout);
        return Err(vec![Diagnostic::error(Code::FlyerLayout, message).at(at())]);
    };
    let document: PagedDocument =
        typst::compile(&world).output.map_err(|errors| explain::template(&world, job, &errors))?;
    let mut wrong = explain::unshown(&document, env, job);
    wrong.extend(explain::overflows(&document, job));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let pages = document.pages();
    let (first, pages) = (pages.first(), pages.len());
    if let OutputKind::Picture(width) = job.output {
        if pages != 1 {
            return Err(vec![explain::too_many(job, pages)]);
        }
        return Ok(Print { pdf: Arc::from([]), pages, picture: first.and_then(|page| png(page, width)) });
    }
    let pdf = typst_pdf::pdf(&document, &options(job)).map_err(|errors| explain::template(&world, job, &errors))?;
    let picture = match job.output {
        OutputKind::PdfWithPicture(width) => first.and_then(|page| webp(page, width)),
        _ => None,
    };
    Ok(Print { pdf: Arc::from(pdf), pages, picture })
}

/// A PDF for everybody (PDF/UA-1) and for ever (PDF/A-2a), that tells nothing of the program.
fn options(job: &PrintJob) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .expect("both are of PDF 1.7: the library was asked for them in a test");
    PdfOptions {
        ident: Smart::Custom(format!("{} {}", job.source.0, job.layout)),
        creator: Smart::Custom(None),
        standards,
        ..PdfOptions::default()
    }
}

/// How a page becomes pixels. It is white where nothing is: there is nothing to see through.
fn pixels(page: &Page, width: u32) -> RenderOptions {
    let scale = f64::from(width) / page.frame.width().to_pt();
    RenderOptions { pixel_per_pt: scale.into(), render_bleed: false }
}

/// Thirty-two shades of each colour look the same, in half of the bytes.
const fn shade(value: u8) -> u8 {
    (value & 0xF8) | (value >> 5)
}

fn webp(page: &Page, width: u32) -> Option<PrintPicture> {
    let drawn = typst_render::render(page, &pixels(page, width));
    let (width, height) = (drawn.width(), drawn.height());
    let rgb: Vec<u8> = drawn.data().chunks_exact(4).flat_map(|pixel| [0, 1, 2].map(|at| shade(pixel[at]))).collect();
    let mut webp = Vec::new();
    WebPEncoder::new(&mut webp).encode(&rgb, width, height, ColorType::Rgb8).ok()?;
    Some(PrintPicture { bytes: Arc::from(webp), width, height })
}

fn png(page: &Page, width: u32) -> Option<PrintPicture> {
    let mut drawn = typst_render::render(page, &pixels(page, width));
    drawn.data_mut().iter_mut().for_each(|value| *value = shade(*value));
    Some(PrintPicture { bytes: Arc::from(drawn.encode_png().ok()?), width: drawn.width(), height: drawn.height() })
}
