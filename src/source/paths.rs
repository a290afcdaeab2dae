//! Paths as the files of a site have them: with `/`, from a root. Knows nothing of the disk.

/// A path that is named in a folder, without `.`, `..` and doubled slashes. `None` where it leads out of the root.
#[must_use]
pub fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
