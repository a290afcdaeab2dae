//! Values of tables (RFC 4180): cells, in rows that are equally long. Knows nothing of what the columns mean.

use crate::diagnostic::Message;
use crate::message;

use super::{OutputValue, TakeValue, plain_role};

/// Gives every cell.
pub(super) fn read(text: &str, take: &mut TakeValue<'_>) -> Result<(), Message> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for row in rows.records() {
        let row = row.map_err(|error| message!("not-table", line = error.position().map_or(0, csv::Position::line)))?;
        for text in &row {
            take(OutputValue { text, role: plain_role(text) });
        }
    }
    Ok(())
}
