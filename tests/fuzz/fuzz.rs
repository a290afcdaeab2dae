//! Damaged inputs through the readers of the program, as many as wanted: `cargo run --release --example fuzz -- --count
//! 1000000 --reader svg --seed 1`. Says what panics, what takes longer than five seconds and what takes half a gigabyte. Each input
//! has a number: `--only NUMBER` reads it alone, `--save FILE` keeps its bytes. If the program is ended, the file `--state` names
//! the numbers that were being read.

#![allow(clippy::print_stdout, reason = "what was found is for whoever runs it")]

#[path = "../it/archives.rs"]
#[allow(
    dead_code,
    clippy::unwrap_used,
    unreachable_pub,
    missing_docs,
    reason = "other tests use the rest, and a test that cannot go on fails"
)]
mod archives;
mod damage;
mod readers;

use std::fs::{self, File};
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::Parser;

use damage::Dice;
use readers::{READERS, Reader, Site};

/// Longer than any input of a few kilobytes may take.
const SLOW: Duration = Duration::from_secs(5);

/// Kilobytes of memory of the whole program that are too much.
const MUCH: u64 = 500_000;

#[derive(Parser)]
struct Arguments {
    /// Inputs for each reader.
    #[arg(long, default_value_t = 100_000)]
    count: u64,
    /// The first input.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only this reader.
    #[arg(long)]
    reader: Option<String>,
    /// Other inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only the input of this number.
    #[arg(long)]
    only: Option<u64>,
    /// Writes the bytes of `--only` to a file.
    #[arg(long)]
    save: Option<PathBuf>,
    /// A file for the numbers of the inputs that are being read.
    #[arg(long, default_value = "fuzz.state")]
    state: PathBuf,
    /// Threads.
    #[arg(long, default_value_t = 2)]
    threads: u64,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let chosen = |reader: &&Reader| arguments.reader.as_ref().is_none_or(|name| name == reader.name);
    let mut faults = 0;
    for reader in READERS.iter().filter(chosen) {
        if let Some(number) = arguments.only {
            let input = damage::input(&reader.material, &mut Dice::new(arguments.seed, number));
            if let Some(path) = &arguments.save {
                fs::write(path, &input).expect("the file can be written");
            }
            (reader.read)(&Site::new(), &input);
            continue;
        }
        println!("{} …", reader.name);
        let start = Instant::now();
        let found = run(reader, &arguments);
        println!("{}: {} inputs, {} faults, {:.0?}", reader.name, arguments.count, found, start.elapsed());
        faults += found;
    }
    ExitCode::from(u8::from(faults > 0))
}

/// All inputs of a reader, on a few threads; gives the number of faults.
fn run(reader: &Reader, arguments: &Arguments) -> u64 {
    let (next, faults) = (AtomicU64::new(arguments.from), AtomicU64::new(0));
    let end = arguments.from + arguments.count;
    let state = Mutex::new(File::create(&arguments.state).expect("the state can be written"));
    std::thread::scope(|scope| {
        for _ in 0..arguments.threads {
            // The stack of the threads that read in the program.
            let work = || work(reader, arguments.seed, &next, end, &faults, &state);
            std::thread::Builder::new().stack_size(64 << 20).spawn_scoped(scope, work).expect("a thread");
        }
    });
    faults.load(Ordering::Relaxed)
}

#[allow(clippy::too_many_arguments, reason = "what a thread shares with the others")]
fn work(reader: &Reader, seed: u64, next: &AtomicU64, end: u64, faults: &AtomicU64, state: &Mutex<File>) {
    /// Inputs that a thread takes at a time.
    const BATCH: u64 = 256;
    let site = Site::new();
    loop {
        let start = next.fetch_add(BATCH, Ordering::Relaxed);
        if start >= end {
            return;
        }
        // Written before they are read: an abort leaves no time for words.
        let line = format!("{} --seed {seed} --from {start} --count {BATCH}\n", reader.name);
        state.lock().expect("nobody panics with it").write_all(line.as_bytes()).expect("the state can be written");
        for number in start..end.min(start + BATCH) {
            let input = damage::input(&reader.material, &mut Dice::new(seed, number));
            let begin = Instant::now();
            let read = panic::catch_unwind(AssertUnwindSafe(|| (reader.read)(&site, &input)));
            let slow = begin.elapsed() > SLOW;
            if read.is_err() || slow {
                faults.fetch_add(1, Ordering::Relaxed);
                let what = if slow { "slow" } else { "panic" };
                println!("{what}: --reader {} --seed {seed} --only {number} ({} bytes)", reader.name, input.len());
            }
        }
        if start.is_multiple_of(BATCH * 64) && memory() > MUCH {
            faults.fetch_add(1, Ordering::Relaxed);
            println!("much memory: --reader {} --seed {seed} up to {start}: {} kB", reader.name, memory());
        }
    }
}

/// Kilobytes of the largest part of memory that was in use; 0 where the system does not tell.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
