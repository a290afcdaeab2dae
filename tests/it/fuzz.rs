//! A bounded run of the damaged inputs of `tests/fuzz/`: no reader panics, ends the program or takes long. More of them:
//! `cargo run --release --example fuzz`.

#[path = "../fuzz/damage.rs"]
mod damage;
#[path = "../fuzz/readers.rs"]
mod readers;

use std::panic::{self, AssertUnwindSafe};

use damage::Dice;
use rayon::prelude::*;
use readers::{READERS, Site};

/// Inputs of each reader; with fourteen readers this makes some twenty-five thousand.
const COUNT: u64 = 1_800;

#[test]
#[allow(clippy::print_stdout, reason = "names the reader that ends the program")]
fn damaged_inputs_end_no_reader() {
    let site = Site::new();
    // The stack of the threads that read in the program.
    let pool = rayon::ThreadPoolBuilder::new().stack_size(64 << 20).build().unwrap();
    for reader in READERS {
        // An end of the program leaves no time for more words than these.
        println!("{}", reader.name);
        let breaks = |number: &u64| {
            let input = damage::input(&reader.material, &mut Dice::new(1, *number));
            panic::catch_unwind(AssertUnwindSafe(|| (reader.read)(&site, &input))).is_err()
        };
        let broken: Vec<u64> = pool.install(|| (0..COUNT).into_par_iter().filter(breaks).collect());
        assert_eq!(broken, Vec::<u64>::new(), "cargo run --example fuzz -- --reader {} --only NUMBER", reader.name);
    }
}

#[test]
fn the_same_number_gives_the_same_input() {
    for reader in READERS {
        let input = |number| damage::input(&reader.material, &mut Dice::new(7, number));
        assert_eq!(input(3), input(3), "{}", reader.name);
        assert!((0..20).any(|number| input(number) != input(number + 1)), "{}", reader.name);
    }
}
