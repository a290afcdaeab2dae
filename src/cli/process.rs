//! The process around a command: threads with a stack that is large enough, and an exit code where the system gives no
//! thread or no memory, or the program itself fails. Knows nothing of commands.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use super::{EXIT_ENVIRONMENT, EXIT_FAULT};
use crate::pipeline::STACK;

/// The signal by which a program ends itself: the standard library sends it when there is no memory left, after it has
/// said so. It does so too for a stack that is too small and for a failure within a failure, which end with the same code:
/// the signal does not tell them apart.
#[cfg(unix)]
const ABORT: i32 = signal_hook::consts::SIGABRT;

/// Runs a command with the threads that it needs.
pub(super) fn guarded(command: impl FnOnce() -> u8 + Send) -> u8 {
    // Without this a process that has no memory ends by a signal, which scripts take for a crash. Where the handler cannot
    // be set, it still does.
    #[cfg(unix)]
    let _ = signal_hook::flag::register_conditional_shutdown(
        ABORT,
        i32::from(EXIT_ENVIRONMENT),
        Arc::new(AtomicBool::new(true)),
    );
    if let Err(error) = workers() {
        return no_threads(&error.to_string());
    }
    // The first thread of a process has the stack that the system gives it; this one has ours.
    thread::scope(|scope| match thread::Builder::new().stack_size(STACK).spawn_scoped(scope, command) {
        Ok(running) => running.join().unwrap_or_else(|_| {
            tell("error: samen itself has failed\n  = help: please report it, with what stands above and the command");
            EXIT_FAULT
        }),
        Err(error) => no_threads(&error.to_string()),
    })
}

/// Makes the threads that all parallel work shares. The library makes them once and for all: where it cannot make as many
/// as the machine has processors, there is no second try.
fn workers() -> Result<(), rayon::ThreadPoolBuildError> {
    rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global()
}

fn no_threads(why: &str) -> u8 {
    tell(&format!(
        "error: the system gives this program no thread: {why}\n  = help: allow more processes or memory (`ulimit -u`, \
         `ulimit -v`, or the limits of the container), or ask for fewer threads: `RAYON_NUM_THREADS=1`"
    ));
    EXIT_ENVIRONMENT
}

/// A line for people where nothing else works any more: nobody is told of it when this fails too.
fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
