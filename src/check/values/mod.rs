//! What stands in outputs that are no pages, value by value: data, feeds, calendars, texts, archives. Each reader also
//! says why an output is not what its name promises. Knows nothing of the rules.

mod archive;
mod calendar;
mod json;
mod plain;
mod table;
mod xml;

pub(super) use archive::members;
pub(super) use json::read as json;

use super::OutputFormat;
use crate::diagnostic::Message;
use crate::site::Route;

/// One value of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OutputValue<'v> {
    /// Decoded.
    pub(super) text: &'v str,
    /// What it is for.
    pub(super) role: ValueRole,
}

/// What a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ValueRole {
    /// Words for readers.
    Text,
    /// An address that readers or machines may follow.
    Link,
    /// An address that programs fetch by themselves.
    Request,
    /// A name or a rule for machines: no words, and nothing that anybody follows.
    Name,
}

/// Is given each value.
pub(super) type TakeValue<'a> = dyn FnMut(OutputValue<'_>) + 'a;

/// Gives every value of an output.
///
/// # Errors
/// Why it is not of its format, with the place; what stood before that was given.
pub(super) fn read(text: &str, format: OutputFormat, route: &Route, take: &mut TakeValue<'_>) -> Result<(), Message> {
    match format {
        OutputFormat::Json => json::read(text, take),
        OutputFormat::Table => table::read(text, take),
        OutputFormat::Calendar => calendar::read(text, take),
        OutputFormat::Feed => xml::read(text, take),
        _ => plain::read(text, route, take),
    }
}

/// Whether a whole value is an address on the web.
fn is_address(text: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    web && !text.contains(|c: char| c.is_whitespace())
}

/// The role of a value that nothing is known of but itself.
fn plain_role(text: &str) -> ValueRole {
    if is_address(text) { ValueRole::Link } else { ValueRole::Text }
}
