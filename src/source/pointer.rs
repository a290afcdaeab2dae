//! Small texts that stand in the place of a large file until somebody fetches it. Knows nothing of the files.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;

/// What pointers start with, the program that made them, and the command that fetches the file: Git LFS (its
/// specification, version 1, and the name it had before) and git-annex (unlocked files).
const POINTERS: &[(&str, &str, &str)] = &[
    ("version https://git-lfs.github.com/spec/", "Git LFS", "git lfs pull"),
    ("version https://hawser.github.com/spec/", "Git LFS", "git lfs pull"),
    ("/annex/objects/", "git-annex", "git annex get ."),
];

/// Says that the file is elsewhere, where its first bytes are those of a pointer.
#[must_use]
pub fn pointer(path: &Arc<str>, head: &[u8]) -> Option<Diagnostic> {
    let (_, program, command) = POINTERS.iter().find(|(start, ..)| head.starts_with(start.as_bytes()))?;
    let message = message!("file-pointer", program = *program);
    let help = message!("file-pointer-help", command = *command);
    Some(Diagnostic::error(Code::FilePointer, message).at(Span::start_of(path)).help(help))
}
