//! Errors as data: what is wrong, where, and how to mend it.
//! Knows nothing of files or stages; it is given the text of a file when a message is shown.

mod catalog;
mod codes;
mod fix;
mod hold_back;
mod human;
mod lines;
mod machine;
mod markdown;
mod message;
mod places;
mod quality;
#[cfg(test)]
mod tests;
mod visible;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::message;

pub use catalog::Catalog;
pub use codes::{Code, Levels};
pub use fix::{Edit, Fix};
pub use human::{Style, human};
pub use lines::Lines;
pub use machine::{github, json};
pub use markdown::{counts, markdown};
pub use message::{Message, MessageArgument};
pub use quality::{gitlab, sarif};
pub use visible::{visible, visible_json};

/// How bad it is: an error stops publication, a warning does so under `--strict` as a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Publication stops.
    Error,
    /// Shown, and under `--strict` an error, unless it comes with the day ([`Code::counts_under_strict`]).
    Warning,
}

/// What `checks:` in `samen.yaml` makes of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not shown.
    Allow,
    /// A warning.
    Warn,
    /// An error.
    Deny,
}

/// A range of bytes in a file, named by its path from the root of the site with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Path from the root of the site.
    pub file: Arc<str>,
    /// Bytes in the text of that file.
    pub range: Range32,
}

/// A range that is small, ordered and hashable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range32 {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl From<Range<usize>> for Range32 {
    fn from(range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end.max(range.start)) }
    }
}

impl Range32 {
    /// The range as `usize`.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Span {
    /// A span of `file`.
    #[must_use]
    pub fn new(file: &Arc<str>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), range: range.into() }
    }

    /// The very start of `file`, where no better place is known.
    #[must_use]
    pub fn start_of(file: &Arc<str>) -> Self {
        Self::new(file, 0..0)
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// Lower case, no full stop, names in backticks.
    pub message: Message,
    /// Where; `None` for the environment (a command-line flag, a full disk).
    pub at: Option<Span>,
    /// Short words beside the caret.
    pub label: Option<Message>,
    /// Further places, each with its words.
    pub also: Vec<(Span, Message)>,
    /// What to do.
    pub help: Option<Message>,
    /// What would mend it, as changes of files: one is the right mend, several are choices.
    pub fixes: Vec<Fix>,
}

/// Names that a help line lists: all settings of a site, and not the zones of the world.
const LONGEST_HELP: usize = 60;

impl Diagnostic {
    /// An error.
    #[must_use]
    pub fn error(code: Code, message: impl Into<Message>) -> Self {
        Self::new(code, Severity::Error, message.into())
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<Message>) -> Self {
        Self::new(code, Severity::Warning, message.into())
    }

    /// As bad as its code says.
    #[must_use]
    pub fn of(code: Code, message: impl Into<Message>) -> Self {
        Self::new(code, code.severity(), message.into())
    }

    /// Tells what somebody still has to fill in; `words` say what, if the mark has some.
    #[must_use]
    pub fn to_fill_in(words: &str) -> Self {
        let message = match words {
            "" => message!("fill-in-unknown"),
            words => message!("fill-in", words = words),
        };
        Self::of(Code::FillIn, message).help(message!("fill-in-help"))
    }

    fn new(code: Code, severity: Severity, message: Message) -> Self {
        Self { code, severity, message, at: None, label: None, also: Vec::new(), help: None, fixes: Vec::new() }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.at = Some(span);
        self
    }

    /// Puts short words beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<Message>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<Message>) -> Self {
        self.also.push((span, label.into()));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a change of files that would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Adds "did you mean `x`?" when a known name is near, else the list of known names if it is short.
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: Vec<&str> = known.into_iter().collect();
        // An entry is known once for each of its languages.
        let mut told = BTreeSet::new();
        known.retain(|name| told.insert(*name));
        match nearest(wrong, &known) {
            Some(near) => self.help(message!("did-you-mean", name = near)),
            None if known.is_empty() || known.len() > LONGEST_HELP => self,
            None => self.help(message!("known-here", names = known.as_slice())),
        }
    }
}

/// Names in backticks, with commas.
#[must_use]
pub fn quoted_list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The known name nearest to a mistyped one, if any is near enough to be meant.
#[must_use]
pub fn nearest<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    if wrong.len() > 100 {
        return None;
    }
    let distance = |name: &str| strsim::damerau_levenshtein(&wrong, &name.to_lowercase());
    let length = wrong.chars().count();
    let allowed = (length / 3).clamp(1, 4);
    known
        .iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        .map(|name| (distance(name), *name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
        .or_else(|| known.iter().copied().find(|name| wrong.len() > 3 && name.to_lowercase().starts_with(&wrong)))
}

/// All that was found in one run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.items.extend(others);
    }

    /// Moves all of another run to the end of these.
    pub fn append(&mut self, other: Self) {
        self.items.extend(other.items);
    }

    /// All, to keep or to move.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.items
    }

    /// Whether publication must stop.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|d| d.severity == Severity::Error)
    }

    /// Whether publication must stop, under `--strict` also for warnings that count there.
    #[must_use]
    pub fn stop(&self, strict: bool) -> bool {
        self.items.iter().any(|diagnostic| diagnostic.stops(strict))
    }

    /// Number of errors and of warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.items.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, self.items.len() - errors)
    }

    /// All, in the order of [`Diagnostics::finish`].
    #[must_use]
    pub fn items(&self) -> &[Diagnostic] {
        &self.items
    }

    /// Applies the levels of the configuration, sorts by place and drops what is said twice.
    pub fn finish(&mut self, levels: &Levels) {
        self.items.retain_mut(|diagnostic| match levels.get(&diagnostic.code) {
            Some(Level::Allow) => false,
            Some(Level::Warn) => {
                diagnostic.severity = Severity::Warning;
                true
            }
            Some(Level::Deny) => {
                diagnostic.severity = Severity::Error;
                true
            }
            None => true,
        });
        self.items
            .sort_by(|a, b| (&a.at, a.code, &a.message, a.severity).cmp(&(&b.at, b.code, &b.message, b.severity)));
        self.items.dedup();
    }
}
