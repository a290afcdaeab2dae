//! Work on a thread that has a stack of its own size, for libraries that follow what stands in each other by calling
//! themselves. Knows nothing of the work.

use std::panic::{RefUnwindSafe, UnwindSafe, catch_unwind};
use std::thread;

/// Does work on a stack of so many bytes; no page of it is taken before it is used. Where no thread can be had, the one that
/// asks does the work: what is read is not at fault. `None` where the work panicked.
pub fn on_stack<T: Send>(bytes: usize, work: impl Fn() -> T + Sync + UnwindSafe + RefUnwindSafe) -> Option<T> {
    thread::scope(|scope| {
        let done = match thread::Builder::new().stack_size(bytes).spawn_scoped(scope, &work) {
            Ok(working) => working.join(),
            Err(_) => catch_unwind(&work),
        };
        done.ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_has_the_stack_that_it_asks_for_and_may_fail() {
        fn deep(levels: usize) -> usize {
            let room = std::hint::black_box([levels; 128]);
            if levels == 0 { 0 } else { deep(levels - 1) + room[0] / room[0] }
        }
        // 20 MB of calls: more than any thread has by itself.
        assert_eq!(on_stack(64 << 20, || deep(10_000)), Some(10_000));
        assert_eq!(on_stack(1 << 20, || -> usize { std::panic::resume_unwind(Box::new("no")) }), None);
    }
}
