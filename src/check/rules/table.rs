//! `audit-table`: the head of a column or row says of which, so that screen readers can read it with each cell.
//! Knows nothing of the cells.

use super::super::finding::Findings;
use super::super::reader::StartTag;
use super::{AuditContext, AuditRule};
use crate::diagnostic::Code;
use crate::message;

/// The rule; it remembers nothing.
pub(super) struct TableRule;

impl AuditRule for TableRule {
    fn start(&mut self, tag: StartTag<'_>, _: AuditContext<'_>, found: &mut Findings) {
        if tag.name() == "th" && tag.get("scope").is_none() {
            let help = message!("table-head-help");
            found.warning(Code::AuditTable, message!("table-head-without-scope", tag = tag.show("id")), help);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::tests::{audit, sound};
    use crate::diagnostic::{Code, Severity};

    #[test]
    fn the_head_of_a_column_says_of_which() {
        let found = audit("nl/a/", &sound("<table><tr><th>x</th><th scope=\"col\">x</th></tr></table>"));
        assert_eq!((found.len(), found[0].code, found[0].severity), (1, Code::AuditTable, Severity::Warning));
    }
}
