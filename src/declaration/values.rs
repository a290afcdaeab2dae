//! The words of a language for values of fields: for yes and no, before a time of day, behind its hour, and for today. Knows nothing
//! of fields and of how their values are read.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostics};
use crate::lang::Lang;
use crate::settings::Settings;
use crate::yaml::Node;

/// What editors may write in fields in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsForValues {
    /// The language.
    pub lang: Lang,
    /// Words for yes.
    pub yes: Vec<Arc<str>>,
    /// Words for no.
    pub no: Vec<Arc<str>>,
    /// What may stand before a time of day.
    pub at: Vec<Arc<str>>,
    /// What may stand behind the hour of a time, or between it and the minutes.
    pub hour: Vec<Arc<str>>,
    /// What the day is called on which somebody writes.
    pub today: Vec<Arc<str>>,
}

impl WordsForValues {
    /// Reads `values` in the words of a language.
    pub(super) fn read(lang: &Lang, node: &Node, diagnostics: &mut Diagnostics) -> Self {
        let mut settings = Settings::new(node, Code::SchemaInvalid, diagnostics);
        let mut list = |key| settings.strings(key).into_iter().map(|word| word.value).collect();
        let (yes, no, at, hour, today) = (list("yes"), list("no"), list("at"), list("hour"), list("today"));
        let words = Self { lang: lang.clone(), yes, no, at, hour, today };
        settings.finish();
        words
    }
}
