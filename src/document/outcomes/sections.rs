//! Headings and bold lines that say what the list or table below them is. Knows nothing of what stands in it.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::find::{Cut, MarkedLeaf, Misplaced, OutcomeFinder};
use super::leaf::Leaf;
use super::mark::Attributes;
use super::stray;
use crate::diagnostic::Code;
use crate::schema::OutcomeKind;

/// What the heading or bold line above a list or table says of it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) kind: Arc<OutcomeKind>,
    /// Of a heading.
    level: Option<HeadingLevel>,
    range: Range<usize>,
    /// Whether there is an outcome in it.
    pub(super) filled: bool,
}

impl OutcomeFinder<'_, '_> {
    /// A heading starts a section, or ends the one that it does not stand in.
    pub(super) fn heading(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let Tag::Heading { level, classes, .. } = tag else { return };
        let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
        let kind = classes.iter().find_map(|class| self.rules.kind_of(class));
        let line = self.line(range);
        if kind.is_some()
            && let Some((word, place)) = self.heading_mark(&line).and_then(|mark| mark.wrong.into_iter().next())
        {
            let message = format!("`{word}` in the mark of this heading says nothing");
            self.misplace(place, &message, "write the class alone, without spaces in it".to_owned());
        }
        if kind.is_none()
            && let Some((class, near)) = classes.iter().find_map(|class| Some((class, self.rules.near(class)?)))
        {
            let message = format!("there is no kind of outcome `{class}`");
            self.misplace(line.clone(), &message, format!("did you mean `{{.{near}}}`?"));
        }
        let open = self.top().section.take();
        let section = match (kind, open) {
            (Some(kind), open) => {
                self.close_section(open);
                Some(Section { kind, level: Some(*level), range: line, filled: false })
            }
            // A deeper heading stands in the section of its own.
            (None, Some(open)) if open.level.is_some_and(|own| *level > own) => Some(open),
            (None, open) => {
                self.close_section(open);
                None
            }
        };
        self.top().section = section;
    }

    /// What stands in the mark that ends a heading.
    fn heading_mark(&self, line: &Range<usize>) -> Option<Attributes<'_>> {
        let words = self.text[line.clone()].trim_end().trim_end_matches('#').trim_end();
        let start = words.rfind('{').filter(|_| words.ends_with('}'))?;
        Some(super::attributes(&words[start..], line.start + start))
    }

    /// Tells a section in which nothing stands.
    pub(super) fn close_section(&mut self, section: Option<Section>) {
        let Some(section) = section.filter(|section| !section.filled) else { return };
        let class = &section.kind.class;
        self.found.misplaced.push(Misplaced {
            code: Code::OutcomeEmpty,
            range: section.range,
            message: format!("no outcome stands below this `{{.{class}}}`"),
            help: format!("write a list or a table below it, or remove `{{.{class}}}` where there is none"),
        });
    }

    /// What the items of a list are: what the section says, which a list of another kind ends.
    pub(super) fn kind_of_list(&mut self, index: usize) -> Option<Arc<OutcomeKind>> {
        let kind = self.top().section.as_ref()?.kind.clone();
        let own = self.first_class(index);
        if own.is_none_or(|own| own == kind) {
            return Some(kind);
        }
        let section = self.top().section.take();
        self.close_section(section);
        None
    }

    /// The kind that the mark of the first item of a list names.
    fn first_class(&self, index: usize) -> Option<Arc<OutcomeKind>> {
        let first = self.events[index + 1..].iter().take_while(|(event, _)| in_first_words(event));
        let texts = first.filter(|(event, _)| matches!(event, Event::Text(_)));
        texts.flat_map(|(_, range)| stray::marks_in(self.text, range.clone())).find_map(|(read, _)| self.kind(&read))
    }

    /// A bold line with a mark says what the list or table below it is, one without a mark ends what was said; a mark
    /// that stands alone, or behind a colon, counts for the list or table beside it.
    pub(super) fn opens_section(&mut self, leaf: &Leaf, own: &MarkedLeaf) -> bool {
        let bold = leaf.is_bold_line(self.text, &own.marks);
        let Some(mark) = own.marks.first() else {
            self.look_at_title(leaf, bold);
            if bold {
                let section = self.top().section.take();
                self.close_section(section);
            }
            return bold;
        };
        let read = mark.read(self.text);
        if !read.is_class_alone() {
            return false;
        }
        let alone = leaf.is_empty_but(self.text, &mark.range);
        let before = self.text[leaf.range.start..mark.range.start].trim_end();
        let lists = |event: &Event<'_>| matches!(event, Event::Start(Tag::List(_) | Tag::Table(_)));
        let follows = self.events.get(self.at + 1).is_some_and(|(event, _)| lists(event));
        let before_it = leaf.index.and_then(|index| self.events.get(index.checked_sub(1)?));
        if alone && before_it.is_some_and(|(event, _)| matches!(event, Event::End(TagEnd::Table))) {
            // The table has read it.
            self.found.dropped.extend(leaf.index);
            return self.kind(&read).is_some() || self.unknown_class(mark);
        }
        if !(bold || follows && (alone || before.ends_with([':', '：']))) {
            return false;
        }
        let (range, cut) = (leaf.range.clone(), leaf.cut(self.text, &mark.range));
        let Some(kind) = self.kind(&read) else { return self.unknown_class(mark) };
        let section = self.top().section.replace(Section { kind, level: None, range, filled: false });
        self.close_section(section);
        self.found.cuts.push(Cut { range: cut, done: None });
        if alone {
            self.found.dropped.extend(leaf.index);
        }
        true
    }
}

/// Whether an event stands before the first words of a list end.
fn in_first_words(event: &Event<'_>) -> bool {
    !matches!(
        event,
        Event::End(TagEnd::Item | TagEnd::Paragraph)
            | Event::Start(Tag::List(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_))
    )
}
