//! The setting `attachments`: which files are published beside texts. Knows nothing of files.

use crate::diagnostic::{Code, Diagnostic, Message};
use crate::file_kind::{ATTACHMENTS, NEVER};
use crate::image;
use crate::message;
use crate::settings::Settings;
use crate::source::digestible;

/// In a list, the endings that are published without the setting.
const DEFAULT: &str = "default";

/// Endings of files that are published as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// In small letters, without a dot, sorted.
    endings: Vec<String>,
}

digestible!(struct Attachments { endings });

impl Attachments {
    /// Whether files with this ending, in small letters, are published. Pictures always are, because what is published
    /// of them is made anew.
    #[must_use]
    pub fn contains(&self, ending: &str) -> bool {
        image::is_picture_ending(ending) || self.endings.iter().any(|known| known == ending)
    }
}

/// The endings that are named, or those that every site publishes.
pub(super) fn read(settings: &mut Settings<'_>) -> Attachments {
    let named = settings.node("attachments").is_some();
    let mut endings = if named { Vec::new() } else { default() };
    for ending in settings.strings("attachments") {
        if &*ending.value == DEFAULT {
            endings.extend(default());
        } else if let Some((message, help)) = problem(&ending.value) {
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(ending.span);
            settings.diagnostics().push(diagnostic.help(help));
        } else {
            endings.push(ending.value.to_string());
        }
    }
    endings.sort_unstable();
    endings.dedup();
    Attachments { endings }
}

fn default() -> Vec<String> {
    ATTACHMENTS.iter().map(ToString::to_string).collect()
}

/// What is wrong with an ending, and how to mend it.
fn problem(ending: &str) -> Option<(Message, Message)> {
    let plain = ending.trim_start_matches(['*', '.']).to_lowercase();
    let fits = !plain.is_empty() && plain.len() <= 20 && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    if !fits {
        return Some((message!("no-ending", ending = ending), message!("no-ending-help")));
    }
    if plain != ending {
        return Some((message!("ending-form", ending = ending), message!("ending-form-help", ending = &plain)));
    }
    NEVER
        .contains(&ending)
        .then(|| (message!("ending-never", ending = format!(".{ending}")), message!("ending-never-help")))
}
