//! Values of calendars (RFC 5545): properties on lines that are folded. Knows nothing of dates.

use super::{OutputValue, TakeValue, ValueRole};
use crate::diagnostic::Message;
use crate::message;

/// Bytes that a line may have (RFC 5545, section 3.1).
const LINE: usize = 75;

/// Gives the value of every property.
pub(super) fn read(text: &str, take: &mut TakeValue<'_>) -> Result<(), Message> {
    let mut open: Vec<String> = Vec::new();
    let mut property = String::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let number = index + 1;
        let Some(line) = line.strip_suffix("\r\n") else {
            return Err(message!("calendar-line-end", line = number));
        };
        if line.len() > LINE {
            return Err(message!("calendar-line-long", line = number, bytes = line.len(), most = LINE));
        }
        if let Some(rest) = line.strip_prefix([' ', '\t']) {
            property.push_str(rest);
            continue;
        }
        end_of_property(&property, &mut open, take)?;
        line.clone_into(&mut property);
    }
    end_of_property(&property, &mut open, take)?;
    match open.pop() {
        Some(component) => Err(message!("calendar-open", component = component)),
        None => Ok(()),
    }
}

/// Gives the value of an unfolded line, and keeps count of what is open.
fn end_of_property(line: &str, open: &mut Vec<String>, take: &mut TakeValue<'_>) -> Result<(), Message> {
    if line.is_empty() {
        return Ok(());
    }
    let Some((head, value)) = line.split_once(':') else {
        return Err(message!("calendar-without-value", line = super::super::reader::shorten(line)));
    };
    let name = head.split(';').next().unwrap_or_default();
    match name {
        "BEGIN" => open.push(value.to_owned()),
        "END" if open.pop().as_deref() != Some(value) => {
            return Err(message!("calendar-not-open", value = value));
        }
        "END" => {}
        "URL" | "SOURCE" => take(OutputValue { text: value, role: ValueRole::Link }),
        "ATTACH" | "IMAGE" => take(OutputValue { text: value, role: ValueRole::Request }),
        "UID" | "PRODID" | "RRULE" => take(OutputValue { text: value, role: ValueRole::Name }),
        _ => take(OutputValue { text: &unescape(value), role: ValueRole::Text }),
    }
    Ok(())
}

/// A text without the escapes of RFC 5545, section 3.3.11.
fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut escaped = false;
    for c in value.chars() {
        match c {
            '\\' if !escaped => escaped = true,
            'n' | 'N' if escaped => {
                out.push('\n');
                escaped = false;
            }
            c => {
                out.push(c);
                escaped = false;
            }
        }
    }
    out
}
