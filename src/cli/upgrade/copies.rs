//! Files of a site that are the same as the carried ones: a whole theme that was copied when the program carried none.
//! Without them the site has each new version of these files.

use super::Upgrade;
use crate::diagnostic::Diagnostics;
use crate::message;
use crate::theme::copies::{CopyRecord, CopyState};

/// Takes away what is the same, and names what differs.
pub(super) fn remove_same(upgrade: &mut Upgrade<'_>) {
    let record = CopyRecord::read(upgrade.sources, &mut Diagnostics::default());
    let copies = record.copies(upgrade.sources);
    let in_theme = copies.iter().filter(|copy| copy.path.starts_with("themes/"));
    let mut unknown = 0_usize;
    for copy in in_theme {
        match copy.state {
            CopyState::Same if !record.has(&copy.path) => drop(upgrade.files.insert(copy.path.clone(), None)),
            CopyState::Unknown => unknown += 1,
            CopyState::Same | CopyState::Changed | CopyState::Outdated(_) => {}
        }
    }
    if unknown > 0 {
        upgrade.notes.push(message!("upgrade-copies", count = unknown));
    }
}
