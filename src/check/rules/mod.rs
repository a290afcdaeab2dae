//! The rules of the audit, one file each with its tests: what a rule looks at, what it remembers while an output is
//! read, and what it says. The lists below say which rules an output of a kind must keep.
//! Knows nothing of how outputs are read.

pub(super) mod alternates;
mod drawing;
mod glyphs;
mod heading;
pub(super) mod hidden;
mod ids;
mod image;
mod inline;
mod language;
pub(super) mod leak;
pub(super) mod leftover;
pub(super) mod links;
pub(super) mod metadata;
pub(super) mod script;
mod table;
mod title;
mod tracking;

use super::finding::Findings;
use super::reader::{HtmlVisitor, StartTag};
use super::values::OutputValue;
use super::{AuditContext, PageFacts};

/// A rule while one output is read. What it has nothing to say about, it leaves to the empty method.
pub(super) trait AuditRule {
    /// A start tag.
    fn start(&mut self, _tag: StartTag<'_>, _context: AuditContext<'_>, _found: &mut Findings) {}

    /// An end tag.
    fn end(&mut self, _name: &str, _context: AuditContext<'_>, _found: &mut Findings) {}

    /// A piece of text.
    fn text(&mut self, _text: &str, _context: AuditContext<'_>, _found: &mut Findings) {}

    /// A value of an output that is no page.
    fn value(&mut self, _value: OutputValue<'_>, _context: AuditContext<'_>, _found: &mut Findings) {}

    /// The end of the output: what is left to be said of it, and what other outputs are to know.
    fn finish(&mut self, _context: AuditContext<'_>, _facts: &mut PageFacts) {}
}

/// Makes a rule that has seen nothing yet.
type NewRule = fn() -> Box<dyn AuditRule>;

/// The rules of pages, in the order in which they are asked. `links` finishes after `ids`, whose ids it needs.
pub(super) const PAGE: &[NewRule] = &[
    || Box::<ids::IdRule>::default(),
    || Box::<inline::InlineRule>::default(),
    || Box::new(tracking::TrackingRule),
    || Box::<links::LinkRule>::default(),
    || Box::<alternates::AlternatesRule>::default(),
    || Box::<heading::HeadingRule>::default(),
    || Box::<title::TitleRule>::default(),
    || Box::new(image::ImageRule),
    || Box::new(table::TableRule),
    || Box::<language::LanguageRule>::default(),
    || Box::<leftover::LeftoverRule>::default(),
    || Box::<glyphs::GlyphRule>::default(),
    || Box::new(hidden::HiddenRule),
    || Box::<leak::LeakRule>::default(),
];

/// The rules of drawings.
pub(super) const DRAWING: &[NewRule] = &[
    || Box::new(drawing::DrawingRule),
    || Box::<links::LinkRule>::default(),
    || Box::new(hidden::HiddenRule),
    || Box::<leak::LeakRule>::default(),
];

/// The rules of data, feeds, calendars and other texts.
pub(super) const VALUES: &[NewRule] = &[
    || Box::<links::LinkRule>::default(),
    || Box::<leftover::LeftoverRule>::default(),
    || Box::new(hidden::HiddenRule),
    || Box::<leak::LeakRule>::default(),
];

/// The rules of the text of prints. What a PDF file writes its letters with may hold marks that nobody meant.
pub(super) const PRINT: &[NewRule] =
    &[|| Box::<leftover::LeftoverRule>::default(), || Box::<leak::LeakRule>::default()];

/// The rules of style sheets and scripts beside those of their own: braces mean something else in them.
pub(super) const SCRIPT: &[NewRule] = &[|| Box::new(hidden::HiddenRule), || Box::<leak::LeakRule>::default()];

/// All rules of one output, and what they found so far.
pub(super) struct RuleSet<'a> {
    context: AuditContext<'a>,
    rules: Vec<Box<dyn AuditRule>>,
    facts: PageFacts,
}

impl<'a> RuleSet<'a> {
    /// Gets ready to read an output.
    pub(super) fn new(context: AuditContext<'a>, rules: &[NewRule]) -> Self {
        let facts = PageFacts::plain(context.route, Findings::default());
        Self { context, rules: rules.iter().map(|new| new()).collect(), facts }
    }

    /// Takes a value of an output that is no page.
    pub(super) fn value(&mut self, value: OutputValue<'_>) {
        for rule in &mut self.rules {
            rule.value(value, self.context, &mut self.facts.found);
        }
    }

    /// What was found so far, for readers that find more.
    pub(super) fn found(&mut self) -> &mut Findings {
        &mut self.facts.found
    }

    /// Ends the output.
    pub(super) fn finish(mut self) -> PageFacts {
        for rule in &mut self.rules {
            rule.finish(self.context, &mut self.facts);
        }
        self.facts
    }
}

impl HtmlVisitor for RuleSet<'_> {
    fn start(&mut self, tag: StartTag<'_>) {
        for rule in &mut self.rules {
            rule.start(tag, self.context, &mut self.facts.found);
        }
    }

    fn end(&mut self, name: &str) {
        for rule in &mut self.rules {
            rule.end(name, self.context, &mut self.facts.found);
        }
    }

    fn text(&mut self, text: &str) {
        for rule in &mut self.rules {
            rule.text(text, self.context, &mut self.facts.found);
        }
    }
}
