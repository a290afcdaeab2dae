//! The format of the files of a site: a number that grows when what stands in them has to be written in another way.
//! Knows nothing of what changed; `samen upgrade` does.

use crate::diagnostic::{Code, Diagnostic};
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
    let wrong = |message: String, help: String| {
        Err(Box::new(Diagnostic::error(Code::FormatUnknown, message).at(node.span.clone()).help(help)))
    };
    match node.text().and_then(|text| text.parse::<u32>().ok()) {
        Some(0) | None => {
            let help = format!("write `{KEY}: {FORMAT}`, or run `samen upgrade`");
            wrong("the format of a site is a whole number from 1".to_owned(), help)
        }
        Some(format) if format > FORMAT => {
            let message = format!("this site has the format {format}, and this program knows {FORMAT} and older");
            let help = "install a newer version of samen; `samen --version` says which one this is";
            wrong(message, help.to_owned())
        }
        format => Ok(format),
    }
}
