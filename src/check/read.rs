//! Each format with its reader and its rules, and `audit-format`: an output is what its name promises. Knows nothing of
//! what the rules look for.

use std::borrow::Cow;
use std::sync::Arc;

use super::finding::Findings;
use super::reader::{self, Syntax};
use super::rules::{self, RuleSet, hidden, links, script};
use super::values::{self, OutputValue, ValueRole};
use super::{AuditContext, OutputFormat, PageFacts};
use crate::diagnostic::{Code, Message};
use crate::image;
use crate::message;
use crate::pdf::{self, PdfText};
use crate::site::Route;

const HELP_MADE: Message = message!("format-help-made");
const HELP_COPIED: Message = message!("format-help-copied");

/// Audits a text: a page, a style sheet, data.
pub(super) fn text(bytes: &[u8], format: OutputFormat, context: AuditContext<'_>) -> PageFacts {
    // What is UTF-8, and all output should be, is not read twice.
    let decoded = str::from_utf8(bytes);
    let text = decoded.map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let mut facts = decoded_text(&text, format, context);
    if let Err(error) = decoded {
        let detail = message!("byte-not-utf8", byte = error.valid_up_to() + 1);
        malformed(detail, context, &mut facts.found);
    }
    facts
}

fn decoded_text(text: &str, format: OutputFormat, context: AuditContext<'_>) -> PageFacts {
    match format {
        OutputFormat::Page => {
            let mut rules = RuleSet::new(context, rules::PAGE);
            reader::read(text, Syntax::Html, &mut rules);
            rules.finish()
        }
        OutputFormat::Drawing => {
            let mut rules = RuleSet::new(context, rules::DRAWING);
            reader::read(text, Syntax::Xml, &mut rules);
            let mut facts = rules.finish();
            if facts.found.is_empty() {
                strict_drawing(text, context, &mut facts.found);
            }
            facts
        }
        OutputFormat::Style => script_facts(text, links::style_sheet(text, context), context),
        OutputFormat::Script => script_facts(text, script::read(text), context),
        _ => data(text, format, context),
    }
}

/// What the rules of single words do not see in a drawing, the strict reader does: it knows all that draws, and takes
/// the rest for a risk. A file that somebody else made may hold what is not known and harmless.
fn strict_drawing(text: &str, context: AuditContext<'_>, found: &mut Findings) {
    const HELP: Message = message!("drawing-opened-help");
    let Err(why) = image::check_drawing(text) else { return };
    let detail = message!("drawing-not-known-safe", why = why);
    if context.audit.is_copied(context.route) {
        found.warning(Code::AuditInline, detail, HELP);
    } else {
        found.error(Code::AuditInline, detail, HELP);
    }
}

/// Facts of a style sheet or script, of which `found` is known.
fn script_facts(text: &str, found: Findings, context: AuditContext<'_>) -> PageFacts {
    let mut rules = RuleSet::new(context, rules::SCRIPT);
    rules.value(OutputValue { text, role: ValueRole::Name });
    rules.found().append(found);
    rules.finish()
}

/// Audits data. A file that somebody else made is asked for its form and for what hides in it: its words and links are
/// theirs.
fn data(text: &str, format: OutputFormat, context: AuditContext<'_>) -> PageFacts {
    let copied = context.audit.is_copied(context.route);
    let mut rules = RuleSet::new(context, if copied { &[] } else { rules::VALUES });
    let read = values::read(text, format, context.route, &mut |value| {
        if copied { hidden::copied(value, rules.found()) } else { rules.value(value) }
    });
    if let Err(why) = read {
        malformed(why, context, rules.found());
    }
    rules.finish()
}

/// Audits the text of a PDF file that was made here.
pub(super) fn print(bytes: &[u8], context: AuditContext<'_>) -> PageFacts {
    if context.audit.is_copied(context.route) {
        return PageFacts::plain(context.route, Findings::default());
    }
    let mut rules = RuleSet::new(context, rules::PRINT);
    match pdf::text_of(bytes) {
        PdfText::Text(text) => rules.value(OutputValue { text: &text, role: ValueRole::Text }),
        // Without the feature `pdf` nothing is printed and nothing can be read.
        PdfText::Closed => {}
        PdfText::Broken => malformed(message!("pdf-broken"), context, rules.found()),
    }
    rules.finish()
}

/// Audits the files of an archive, as if they were published beside each other.
pub(super) fn archive(bytes: &[u8], context: AuditContext<'_>) -> PageFacts {
    let mut facts = PageFacts::plain(context.route, Findings::default());
    let members = match values::members(bytes) {
        Ok(members) => members,
        Err(why) => {
            malformed(why, context, &mut facts.found);
            return facts;
        }
    };
    if context.audit.is_copied(context.route) {
        return facts;
    }
    for member in members {
        let Some(bytes) = member.bytes else { continue };
        let route = Route(Arc::from(format!("{}/{}", context.route.0, member.name)));
        let inner = context.audit.page(&route, bytes);
        facts.found.append(inner.found);
        facts.marks = facts.marks.into_iter().chain(inner.marks).collect();
    }
    facts
}

fn malformed(why: Message, context: AuditContext<'_>, found: &mut Findings) {
    if context.audit.is_copied(context.route) {
        found.warning(Code::AuditFormat, why, HELP_COPIED);
    } else {
        found.error(Code::AuditFormat, why, HELP_MADE);
    }
}
