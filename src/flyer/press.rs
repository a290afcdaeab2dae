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

use super::world::{Desk, Shop};
use super::{Kit, Order, Picture, Print, Printed, explain};
use crate::diagnostic::{Diagnostic, Span};

/// Bytes of the stack of a thread.
const STACK: usize = 16 << 20;

/// Prints after which Typst may forget what it made before the last few.
const MEMORY: usize = 30;

pub(super) fn print(kit: &Kit, orders: &[&Order]) -> Vec<Printed> {
    if orders.is_empty() {
        return Vec::new();
    }
    let shop = Shop::new(kit);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(orders.len()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(order) = orders.get(at) else { return };
            let printed = one(&shop, order);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, printed));
            if at % MEMORY == MEMORY - 1 {
                typst::comemo::evict(3);
            }
        }
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(orders.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            // Where no thread can be had, the ones that there are do the work.
            let _ = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        }
    });
    typst::comemo::evict(3);
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, printed)| printed).collect()
}

fn one(shop: &Shop, order: &Order) -> Printed {
    let at = || Span::start_of(&order.source.0);
    if !shop.has_fonts() {
        let message = "the theme has no fonts to print with";
        let help = "put TrueType or OpenType fonts into `fonts/` of the theme";
        return Err(vec![Diagnostic::error("flyer-layout", message).at(at()).help(help)]);
    }
    let Some(desk) = Desk::new(shop, order) else {
        let message = format!("the theme has no layout `{}`", order.layout);
        return Err(vec![Diagnostic::error("flyer-layout", message).at(at())]);
    };
    let document: PagedDocument =
        typst::compile(&desk).output.map_err(|said| explain::template(&desk, order, &said))?;
    let mut wrong = explain::unshown(&document, order);
    wrong.extend(explain::overflows(&document, order));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let pdf = typst_pdf::pdf(&document, &options(order)).map_err(|said| explain::template(&desk, order, &said))?;
    let preview = order.preview.zip(document.pages().first()).and_then(|(width, page)| picture(page, width));
    Ok(Print { pdf: Arc::from(pdf), pages: document.pages().len(), preview })
}

/// A PDF for everybody (PDF/UA-1) and for ever (PDF/A-2a), that tells nothing of the program.
fn options(order: &Order) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .expect("both are of PDF 1.7: the library was asked for them in a test");
    PdfOptions {
        ident: Smart::Custom(format!("{} {}", order.source.0, order.layout)),
        creator: Smart::Custom(None),
        standards,
        ..PdfOptions::default()
    }
}

fn picture(page: &Page, width: u32) -> Option<Picture> {
    let scale = f64::from(width) / page.frame.width().to_pt();
    let pixels = typst_render::render(page, &RenderOptions { pixel_per_pt: scale.into(), render_bleed: false });
    // The page is white where nothing is: there is nothing to see through. Thirty-two shades of each colour look the
    // same at this size, in half of the bytes.
    let shade = |value: u8| (value & 0xF8) | (value >> 5);
    let rgb: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [0, 1, 2].map(|at| shade(pixel[at]))).collect();
    let mut webp = Vec::new();
    WebPEncoder::new(&mut webp).encode(&rgb, pixels.width(), pixels.height(), ColorType::Rgb8).ok()?;
    Some(Picture { webp: Arc::from(webp), width: pixels.width(), height: pixels.height() })
}
