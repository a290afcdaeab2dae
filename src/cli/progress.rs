//! A bar for work that takes longer than half a second, and the wish to stop. Knows nothing of the work.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::report::Reporter;
use crate::pipeline::RunControl;

/// How long work stays quiet: a bar that is gone before anybody can read it only flickers.
const SHOW_AFTER: Duration = Duration::from_millis(500);

/// How often the bar is drawn; it also bounds how long the end of the work waits for it.
const REDRAW: Duration = Duration::from_millis(100);

/// Runs `work` while a bar shows how far it is and Ctrl-C asks it to stop.
pub(crate) fn watched<T>(reporter: &Reporter, work: impl FnOnce(&RunControl) -> T) -> T {
    let watch = Arc::new(RunControl::default());
    let stopping = Arc::clone(&watch);
    // A second handler in one process (tests) cannot be set; the first one then serves.
    let _ = ctrlc::set_handler(move || stopping.stop.store(true, Ordering::Relaxed));
    if !reporter.shows_progress() {
        return work(&watch);
    }
    thread::scope(|scope| {
        let (ended, end) = std::sync::mpsc::channel::<()>();
        let seen = Arc::clone(&watch);
        // Without a thread for it there is no bar, and the work is the same.
        let _ = thread::Builder::new().spawn_scoped(scope, move || draw(&seen, &end));
        let result = work(&watch);
        drop(ended);
        result
    })
}

fn draw(watch: &RunControl, end: &std::sync::mpsc::Receiver<()>) {
    let started = Instant::now();
    let mut bar: Option<ProgressBar> = None;
    while end.recv_timeout(REDRAW) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
        let total = watch.total.load(Ordering::Relaxed) as u64;
        if total == 0 || started.elapsed() < SHOW_AFTER {
            continue;
        }
        let bar = bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len}");
            ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_length(total);
        bar.set_position(watch.done.load(Ordering::Relaxed) as u64);
    }
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
}
