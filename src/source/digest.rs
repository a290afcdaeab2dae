//! One way to hash many values at once: each is written with its length, so that no two lists of values give the same
//! bytes. Knows nothing of what the values mean; each type says itself which of its parts count.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::{Hash, Stamp};
use crate::diagnostic::{Code, Level};
use crate::lang::{DateForm, Digits, Direction, Formats, Lang, SecondCalendar};

/// Collects values, in order, for one [`struct@Hash`].
#[derive(Debug)]
pub struct Digest {
    /// Written first and hashed at once: most digests are of many small values, which costs less this way.
    bytes: Vec<u8>,
}

/// Something that can be part of a [`Digest`].
pub trait Digestible {
    /// Adds all parts that count.
    fn add_to(&self, digest: &mut Digest);
}

impl Digest {
    /// Starts a digest. The label says what is hashed, so that keys of two kinds of things are never the same.
    #[must_use]
    pub fn new(label: &str) -> Self {
        let mut digest = Self { bytes: Vec::with_capacity(256) };
        digest.put(label);
        digest
    }

    /// Adds a value.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "a digest is built up by values, it is no sum of them")]
    pub fn add<T: Digestible + ?Sized>(mut self, value: &T) -> Self {
        self.put(value);
        self
    }

    /// Adds many values as one list.
    #[must_use]
    pub fn list<T: Digestible>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        self.put_list(values);
        self
    }

    /// Adds a value, where a digest is passed around.
    pub fn put<T: Digestible + ?Sized>(&mut self, value: &T) {
        value.add_to(self);
    }

    /// Adds many values as one list, where a digest is passed around.
    pub fn put_list<T: Digestible>(&mut self, values: impl IntoIterator<Item = T>) {
        // How many there are is known at the end, and stands before them.
        let at = self.bytes.len();
        self.number(0);
        let mut count = 0_u64;
        for value in values {
            self.put(&value);
            count += 1;
        }
        self.bytes[at..at + 8].copy_from_slice(&count.to_le_bytes());
    }

    /// The hash of all that was added.
    #[must_use]
    pub fn finish(self) -> Hash {
        Hash::of(&self.bytes)
    }

    fn number(&mut self, number: u64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }
}

/// Makes a type [`Digestible`]. Parts after `without` do not count. All parts are named: a new field or variant does not
/// compile before somebody says whether it counts.
macro_rules! digestible {
    (struct $type:ty { $($field:ident),* $(,)? } $(without { $($left_out:ident),* $(,)? })?) => {
        impl $crate::source::Digestible for $type {
            fn add_to(&self, digest: &mut $crate::source::Digest) {
                let Self { $($field,)* $($($left_out: _,)*)? } = self;
                $(digest.put($field);)*
            }
        }
    };
    (enum $type:ty { $($variant:ident $(($($part:ident),*))? $({ $($named:ident),* })?),* $(,)? }) => {
        impl $crate::source::Digestible for $type {
            fn add_to(&self, digest: &mut $crate::source::Digest) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($named),* })? => {
                        digest.put(stringify!($variant));
                        $($(digest.put($part);)*)?
                        $($(digest.put($named);)*)?
                    })*
                }
            }
        }
    };
}
pub(crate) use digestible;

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Digestible for $number {
            fn add_to(&self, digest: &mut Digest) {
                digest.bytes.extend_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, u128, i8, i16, i32, i64);

impl Digestible for usize {
    /// As wide on every machine.
    fn add_to(&self, digest: &mut Digest) {
        digest.number(*self as u64);
    }
}

impl Digestible for bool {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&u8::from(*self));
    }
}

impl Digestible for str {
    fn add_to(&self, digest: &mut Digest) {
        digest.number(self.len() as u64);
        digest.bytes.extend_from_slice(self.as_bytes());
    }
}

impl Digestible for String {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(self.as_str());
    }
}

impl Digestible for Code {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(self.as_str());
    }
}

impl Digestible for Hash {
    fn add_to(&self, digest: &mut Digest) {
        digest.bytes.extend_from_slice(&self.0);
    }
}

impl<T: Digestible + ?Sized> Digestible for &T {
    fn add_to(&self, digest: &mut Digest) {
        (**self).add_to(digest);
    }
}

impl<T: Digestible + ?Sized> Digestible for Arc<T> {
    fn add_to(&self, digest: &mut Digest) {
        (**self).add_to(digest);
    }
}

impl<T: Digestible + ?Sized> Digestible for Box<T> {
    fn add_to(&self, digest: &mut Digest) {
        (**self).add_to(digest);
    }
}

impl<T: Digestible> Digestible for Option<T> {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.is_some());
        self.iter().for_each(|value| digest.put(value));
    }
}

impl<T: Digestible> Digestible for [T] {
    fn add_to(&self, digest: &mut Digest) {
        digest.put_list(self);
    }
}

impl<T: Digestible> Digestible for Vec<T> {
    fn add_to(&self, digest: &mut Digest) {
        digest.put_list(self);
    }
}

impl<T: Digestible> Digestible for BTreeSet<T> {
    fn add_to(&self, digest: &mut Digest) {
        digest.put_list(self);
    }
}

impl<K: Digestible, V: Digestible> Digestible for BTreeMap<K, V> {
    fn add_to(&self, digest: &mut Digest) {
        digest.put_list(self);
    }
}

impl<A: Digestible, B: Digestible> Digestible for (A, B) {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.0);
        digest.put(&self.1);
    }
}

impl<A: Digestible, B: Digestible, C: Digestible> Digestible for (A, B, C) {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.0);
        digest.put(&self.1);
        digest.put(&self.2);
    }
}

impl Digestible for Date {
    fn add_to(&self, digest: &mut Digest) {
        let (year, month, day) = (self.year(), self.month(), self.day());
        digest.put(&(year, month, day));
    }
}

impl Digestible for DateTime {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.date());
        digest.put(&(self.hour(), self.minute(), self.second()));
        digest.put(&self.subsec_nanosecond());
    }
}

impl Digestible for TimeZone {
    /// By its name; its rules are those of the data in the program.
    fn add_to(&self, digest: &mut Digest) {
        digest.put(&self.iana_name());
    }
}

impl Digestible for Lang {
    fn add_to(&self, digest: &mut Digest) {
        digest.put(self.as_str());
    }
}

digestible!(struct Stamp { size, modified, changed, inode });
digestible!(
    enum Level {
        Allow,
        Warn,
        Deny,
    }
);
digestible!(
    enum Direction {
        Ltr,
        Rtl,
    }
);
digestible!(struct Formats { digits, dates, second_calendar });
digestible!(
    enum Digits {
        Latin,
        Arabic,
        ArabicExtended,
        Bengali,
        Devanagari,
    }
);
digestible!(
    enum DateForm {
        Names,
        Numeric,
        Iso,
    }
);
digestible!(
    enum SecondCalendar {
        Persian,
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(add: impl FnOnce(Digest) -> Digest) -> Hash {
        add(Digest::new("test")).finish()
    }

    #[test]
    fn values_that_run_together_are_told_apart() {
        assert_ne!(hash(|it| it.add("ab").add("c")), hash(|it| it.add("a").add("bc")));
        assert_ne!(hash(|it| it.list(["a", "b"])), hash(|it| it.list(["a"]).list(["b"])));
        assert_ne!(hash(|it| it.list(["a"]).list::<&str>([])), hash(|it| it.list::<&str>([]).list(["a"])));
        assert_ne!(hash(|it| it.add(&None::<bool>).add(&true)), hash(|it| it.add(&Some(true))));
        assert_ne!(Digest::new("one").finish(), Digest::new("two").finish());
    }

    #[test]
    fn the_same_values_give_the_same_hash() {
        let list = vec!["a".to_owned(), "b".to_owned()];
        assert_eq!(hash(|it| it.add(&list)), hash(|it| it.list(["a", "b"])));
        assert_eq!(hash(|it| it.add(&Arc::<str>::from("a"))), hash(|it| it.add("a")));
        assert_eq!(hash(|it| it.add(&BTreeMap::from([("k", 1_u8)]))), hash(|it| it.list([("k", 1_u8)])));
    }

    enum Shape {
        Dot,
        Line(u8),
    }
    digestible!(
        enum Shape {
            Dot,
            Line(length),
        }
    );

    struct Drawing {
        shape: Shape,
        place: u8,
    }
    digestible!(struct Drawing { shape } without { place });

    #[test]
    fn a_type_says_which_of_its_parts_count() {
        let drawing = |shape, place| hash(|it| it.add(&Drawing { shape, place }));
        assert_eq!(Drawing { shape: Shape::Dot, place: 1 }.place, 1);
        assert_eq!(drawing(Shape::Dot, 1), drawing(Shape::Dot, 2));
        assert_ne!(drawing(Shape::Dot, 1), drawing(Shape::Line(1), 1));
        assert_ne!(drawing(Shape::Line(2), 1), drawing(Shape::Line(1), 1));
    }
}
