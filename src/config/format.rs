//! The format of the files of a site: a number that grows when what stands in them has to be written in another way.
//! Knows nothing of what changed; `samen upgrade` does.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::message;
use crate::yaml::Node;

/// The format that this program reads and writes.
pub const FORMAT: u32 = 1;

/// The key of the settings.
pub const KEY: &str = "format";

/// The format that settings name. Settings without it are read as those of today, so that four lines are a site.
///
/// # Errors
/// A diagnostic for what is no format, and for one that only a newer program knows: nothing else of such a file can be
/// judged.
pub fn check(settings: &Node) -> Result<Option<u32>, Box<Diagnostic>> {
    let Some(node) = settings.get(KEY).filter(|node| !node.is_null()) else { return Ok(None) };
    let wrong = |message: Message, help: Message| {
        Err(Box::new(Diagnostic::error(Code::FormatUnknown, message).at(node.span.clone()).help(help)))
    };
    match node.text().and_then(|text| text.parse::<u32>().ok()) {
        Some(0) | None => {
            wrong(message!("format-no-number"), message!("format-no-number-help", line = format!("{KEY}: {FORMAT}")))
        }
        Some(format) if format > FORMAT => {
            let message = message!("format-newer", format = format.to_string(), known = FORMAT.to_string());
            wrong(message, message!("format-newer-help"))
        }
        format => Ok(format),
    }
}
