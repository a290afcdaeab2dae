//! An outcome in words, for a line of text outside of pages. Knows nothing of how such a line is written.

use super::{Views, fields, layout, print_facts};
use crate::lang::without_marks;
use crate::schema::Field;
use crate::site::PublicField;
use crate::site::register::RecordId;

/// What is known of an outcome, in words of one language.
#[derive(Clone, Debug)]
pub struct OutcomeLine {
    /// The entry and the id, as links and `follows` name it.
    pub name: String,
    /// What was agreed.
    pub text: String,
    /// What it is called who does it, and who that is.
    pub owner: Option<LabelledWords>,
    /// The same of the day.
    pub due: Option<LabelledWords>,
    /// The same of how far it is, with a word when it is late.
    pub state: Option<LabelledWords>,
}

/// A value in words, and what it is called.
#[derive(Clone, Debug)]
pub struct LabelledWords {
    /// What it is called.
    pub label: String,
    /// The value.
    pub words: String,
}

impl LabelledWords {
    /// A line of text says no language.
    fn of(label: &str, words: &str) -> Self {
        Self { label: without_marks(label).into_owned(), words: without_marks(words).into_owned() }
    }
}

/// The line of a record; none for what a reader may not see.
#[must_use]
pub fn outcome_line(views: &Views, id: RecordId) -> Option<OutcomeLine> {
    let site = &*views.site;
    let (entry, known) = site.public_record(id, &views.lang)?;
    let attributes = site.public_attributes(entry, known.source, &views.lang);
    let state = print_facts::state_today(views, entry, &known, Some(site.registers.record(id)));
    Some(OutcomeLine {
        name: format!("{}#{}", entry.path, known.source.id),
        text: known.text.text.to_string(),
        owner: fact(views, &attributes, entry.type_.owner_field()),
        due: fact(views, &attributes, entry.type_.due_field()),
        state: state.map(|words| LabelledWords::of(&views.text("outcome-state"), &words)),
    })
}

/// A fact in words, if readers may see it.
fn fact(views: &Views, attributes: &[PublicField<'_>], field: Option<&Field>) -> Option<LabelledWords> {
    let name = &field?.name;
    let public = attributes.iter().find(|public| public.field.name == *name)?;
    let words = layout::words(views, &public.value)?;
    Some(LabelledWords::of(&fields::label(views, public.field), &words))
}
