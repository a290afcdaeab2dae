//! The setting `attachments`: which files are published beside texts. Knows nothing of files.

use crate::diagnostic::{Code, Diagnostic};
use crate::file_kind::{ATTACHMENTS, NEVER};
use crate::image;
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
fn problem(ending: &str) -> Option<(String, String)> {
    let plain = ending.trim_start_matches(['*', '.']).to_lowercase();
    let fits = !plain.is_empty() && plain.len() <= 20 && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    if !fits {
        let help = "write endings of small letters and digits, such as `[default, txt]`".to_owned();
        return Some((format!("`{ending}` is no ending of a file"), help));
    }
    if plain != ending {
        let message = format!("`{ending}` is not written as an ending of a file");
        return Some((message, format!("write `{plain}`: small letters, without a dot")));
    }
    NEVER.contains(&ending).then(|| {
        let help = "remove it; a file of that kind is the text of a page and ends with `.md`".to_owned();
        (format!("files `.{ending}` cannot be published as they are"), help)
    })
}
