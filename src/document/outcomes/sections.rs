//! Headings and bold lines that say what the list or table below them is. Knows nothing of what stands in it.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::find::{Cut, MarkedLeaf, OutcomeFinder};
use super::leaf::{Leaf, LeafMark};
use super::mark::Attributes;
use super::misplaced::{Mend, Misplaced};
use super::stray;
use crate::diagnostic::Code;
use crate::message;
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
        let Tag::Heading { level, classes, id, .. } = tag else { return };
        (self.level, self.headings) = (Some(*level), self.headings + 1);
        let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
        let kind = classes.iter().find_map(|class| self.rules.kind_of(class));
        let line = self.line(range);
        if kind.is_some()
            && let Some((word, place)) = self.heading_mark(&line).and_then(|mark| mark.wrong.into_iter().next())
        {
            let message = message!("heading-mark-word", word = word);
            let is_sign = !word.chars().any(char::is_alphanumeric);
            let mend = self.heading_braces(&line).zip(classes.first()).filter(|_| is_sign && classes.len() == 1);
            let mend = mend.map(|(range, class)| Mend { range, text: format!("{{.{class}}}") });
            self.misplace_with(place, message, message!("heading-mark-word-help"), mend.into_iter().collect());
        }
        // What was meant counts, so that what stands below is read, and told no second time.
        let meant = if kind.is_none() { self.meant_by_heading(&classes, id.is_some(), &line) } else { None };
        let filled = meant.is_some();
        let open = self.top().section.take();
        let section = match (kind.or(meant), open) {
            (Some(kind), open) => {
                self.close_section(open);
                Some(Section { kind, level: Some(*level), range: line, filled })
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

    /// The kind that the braces at the end of a heading were meant to name, which is told.
    fn meant_by_heading(&mut self, classes: &[&str], has_id: bool, line: &Range<usize>) -> Option<Arc<OutcomeKind>> {
        let braces = self.heading_braces(line)?;
        let text = self.text;
        let inner = text[braces.clone()].trim_matches(['{', '}']);
        let named: Vec<&str> = classes.iter().copied().filter(|class| !class.is_empty()).collect();
        let is_class = !named.is_empty();
        let said = if is_class || has_id { named } else { vec![inner] };
        let (word, meant) = said.into_iter().find_map(|word| Some((word, self.rules.meant(word)?)))?;
        let written = if is_class {
            text[braces.clone()].replacen(word, &meant.class, 1)
        } else {
            format!("{{.{}}}", meant.class)
        };
        let message = if is_class {
            message!("kind-unknown", name = word)
        } else {
            message!("mark-none", mark = &text[braces.clone()])
        };
        let help = message!("kind-did-you-mean", class = &*meant.class);
        let mend = vec![Mend { range: braces, text: written }];
        self.misplace_with(line.clone(), message, help, mend);
        Some(meant.kind)
    }

    /// Takes a heading for that of a section, though its mark is wrong, which was told.
    pub(super) fn meant_section(&mut self, kind: Arc<OutcomeKind>, range: &Range<usize>) {
        let section = Section { kind, level: self.level, range: range.clone(), filled: true };
        let before = self.top().section.replace(section);
        self.close_section(before);
    }

    /// Tells a paragraph that was meant for a heading: no space stands behind its `##`. One `#` alone may be a word with a
    /// hash before it, unless a mark says more.
    pub(super) fn heading_without_space(&mut self, leaf: &Leaf, marks: &[LeafMark]) -> bool {
        let text = self.text;
        let words = &text[leaf.range.clone()];
        let signs: String = words.chars().take_while(|c| matches!(c, '#' | '＃')).collect();
        let rest = words[signs.len()..].trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        let number = signs.chars().count();
        let kind = marks.iter().find_map(|mark| self.kind(&mark.read(text)));
        let meant = (2..=6).contains(&number) || (number == 1 && kind.is_some());
        if !meant || !rest.starts_with(char::is_alphanumeric) || !leaf.is_text(leaf.range.start) {
            return false;
        }
        let start = leaf.range.start;
        let range = start..start + words.len() - rest.len();
        let right = format!("{} ", "#".repeat(number.max(2)));
        let first = rest.chars().take_while(|c| *c != '\n').take(40).collect::<String>();
        self.found.misplaced.push(Misplaced {
            code: if marks.is_empty() { Code::BodyHeading } else { Code::OutcomeUnread },
            range: range.start..range.end + first.len(),
            message: message!("heading-without-space"),
            help: message!("write", text = format!("{right}{first}")),
            mend: vec![Mend { range, text: right }],
        });
        if let Some(kind) = kind {
            self.headings += 1;
            self.meant_section(kind, &leaf.range);
        }
        true
    }

    /// Where the braces stand that end a heading.
    fn heading_braces(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let words = self.text[line.clone()].trim_end().trim_end_matches('#').trim_end();
        let start = words.rfind('{').filter(|_| words.ends_with('}'))?;
        let start = words[..start].trim_end_matches('{').len();
        Some(line.start + start..line.start + words.len())
    }

    /// What stands in the mark that ends a heading.
    fn heading_mark(&self, line: &Range<usize>) -> Option<Attributes<'_>> {
        let braces = self.heading_braces(line)?;
        Some(super::attributes(&self.text[braces.clone()], braces.start))
    }

    /// Tells a section in which nothing stands.
    pub(super) fn close_section(&mut self, section: Option<Section>) {
        let Some(section) = section.filter(|section| !section.filled) else { return };
        // What was told of its lines is why none of them counts.
        if self.found.misplaced.iter().any(|told| told.range.start >= section.range.start) {
            return;
        }
        let class = &*section.kind.class;
        self.found.misplaced.push(Misplaced {
            code: Code::OutcomeEmpty,
            range: section.range,
            message: message!("section-empty", class = class),
            help: message!("section-empty-help", class = class),
            mend: Vec::new(),
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
        let titles = follows && !before.contains('\n') && self.rules.openers.named(before).is_some();
        if !(bold || titles || follows && (alone || before.ends_with([':', '：']))) {
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
