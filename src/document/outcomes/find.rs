//! Which blocks of a text are outcomes: one walk over the events of the Markdown library, for the tree, for the texts of
//! translators and for whoever writes marks. Knows nothing of trees and of other documents.
//!
//! A block is a list item, a paragraph, a quotation or a row of a table. A mark makes one an outcome wherever it stands;
//! below a heading or bold line with a mark, the items of a list and the rows of a table are outcomes too.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::OutcomeRules;
use super::leaf::{Leaf, LeafKind, LeafMark};
use super::mark::Attributes;
use super::misplaced::{Mend, Misplaced};
use super::sections::Section;
use super::stray;
use super::suggest::FoundSuggestion;
use super::suggestion::SuggestionReason;
use super::tables::{OutcomeTable, RowFacts};
use crate::diagnostic::Code;
use crate::document::directives;
use crate::message;
use crate::schema::{OutcomeKind, OutcomeWords};

/// A block that is an outcome, before its text is written.
#[derive(Clone, Debug)]
pub(in crate::document) struct OutcomeMark {
    pub(in crate::document) kind: Arc<OutcomeKind>,
    /// The `{…}` of it, in the text that was parsed.
    pub(in crate::document) block: Option<Range<usize>>,
    /// What the columns of a table say.
    pub(in crate::document) row: Option<RowFacts>,
    /// Whether its mark has to name the kind.
    pub(in crate::document) lacks_class: bool,
}

impl OutcomeMark {
    /// Its id, from its mark or from a cell of its row.
    pub(in crate::document) fn id<'t>(&self, text: &'t str) -> Option<(&'t str, Range<usize>)> {
        let in_mark = self.block.clone().and_then(|block| super::attributes(&text[block.clone()], block.start).id);
        in_mark.or_else(|| self.row.as_ref()?.id.clone().map(|range| (&text[range.clone()], range)))
    }
}

/// A part of the text that no reader sees as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document) struct Cut {
    pub(in crate::document) range: Range<usize>,
    /// Whether it is done, where a box stands there.
    pub(in crate::document) done: Option<bool>,
}

/// What the walk found.
#[derive(Debug, Default)]
pub(in crate::document) struct Found {
    /// By the index of the event that starts the block.
    pub(in crate::document) marks: BTreeMap<usize, OutcomeMark>,
    /// In the order of the text; none overlaps another.
    pub(in crate::document) cuts: Vec<Cut>,
    /// Paragraphs that hold the mark of a table and nothing else.
    pub(in crate::document) dropped: Vec<usize>,
    /// All marks, whether something reads them or not.
    pub(in crate::document) blocks: Vec<Range<usize>>,
    /// In no order.
    pub(in crate::document) misplaced: Vec<Misplaced>,
    /// In the order of the text.
    pub(in crate::document) suggestions: Vec<FoundSuggestion>,
    /// How many there are, those that were not kept among them.
    pub(in crate::document) suggested: usize,
}

/// The outcomes among the events of a document.
pub(in crate::document) fn find(events: &[(Event<'_>, Range<usize>)], text: &str, rules: &OutcomeRules<'_>) -> Found {
    let mut finder = OutcomeFinder {
        events,
        text,
        rules,
        found: Found::default(),
        open: vec![Container::new(ContainerKind::Other, 0)],
        leaf: None,
        links: 0,
        in_code: false,
        notes: 0,
        at: 0,
        level: None,
        headings: 0,
        kindless: None,
    };
    for (index, (event, range)) in events.iter().enumerate() {
        finder.at = index;
        finder.event(index, event, range);
    }
    finder.end_leaf();
    while let Some(container) = finder.open.pop() {
        finder.close_section(container.section);
    }
    let mut found = finder.found;
    found.cuts.sort_by_key(|cut| cut.range.start);
    found.suggestions.sort_by_key(|suggestion| suggestion.words.start);
    found
}

#[derive(Clone, Debug)]
pub(super) enum ContainerKind {
    Other,
    Note,
    Quote,
    /// A list, and what its items are.
    List(Option<Arc<OutcomeKind>>),
    Item,
    Table,
    Head,
    Row,
}

/// A block that holds others.
pub(super) struct Container {
    pub(super) what: ContainerKind,
    /// The event that starts it.
    pub(super) index: usize,
    pub(super) section: Option<Section>,
    /// The text blocks directly in it.
    pub(super) leaves: Vec<MarkedLeaf>,
    /// Items of a list that have no mark.
    unmarked: Vec<usize>,
    /// What the line above says of the list below it, without a mark.
    pub(super) hint: Option<Arc<OutcomeKind>>,
    pub(super) table: Option<OutcomeTable>,
}

/// A text block with its marks.
pub(super) struct MarkedLeaf {
    /// The event that starts it, of a paragraph.
    index: Option<usize>,
    pub(super) range: Range<usize>,
    /// Whether it starts with a box, or with something else than words.
    boxed: bool,
    pub(super) marks: Vec<LeafMark>,
}

impl Container {
    fn new(what: ContainerKind, index: usize) -> Self {
        Self { what, index, section: None, leaves: Vec::new(), unmarked: Vec::new(), hint: None, table: None }
    }
}

pub(super) struct OutcomeFinder<'a, 't> {
    pub(super) events: &'a [(Event<'t>, Range<usize>)],
    pub(super) text: &'a str,
    pub(super) rules: &'a OutcomeRules<'a>,
    pub(super) found: Found,
    /// What is open, the whole text first.
    pub(super) open: Vec<Container>,
    leaf: Option<Leaf>,
    /// Links and pictures that are open.
    links: usize,
    in_code: bool,
    /// Footnotes that are open.
    notes: usize,
    /// The event that is looked at.
    pub(super) at: usize,
    /// The level of the last heading.
    pub(super) level: Option<HeadingLevel>,
    /// Headings so far.
    pub(super) headings: usize,
    /// The heading below which it was told that nothing says of what kind marks are; all below it have the same cause.
    pub(super) kindless: Option<usize>,
}

impl Container {
    /// Whether what stands in it is of that kind without saying so.
    fn is_of(&self, kind: &OutcomeKind) -> bool {
        let section = self.section.as_ref().is_some_and(|section| *section.kind == *kind);
        let table = self.table.as_ref().is_some_and(|table| table.kind.as_deref() == Some(kind));
        section || table || matches!(&self.what, ContainerKind::List(Some(own)) if **own == *kind)
    }
}

impl OutcomeFinder<'_, '_> {
    fn event(&mut self, index: usize, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(index, tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(_) if self.in_code => {}
            Event::Text(_) => {
                let in_link = self.links > 0;
                self.leaf_at(range).add_text(range, in_link);
            }
            Event::TaskListMarker(_) => self.leaf_at(range).boxed = true,
            Event::Html(_) => {
                for (_, place) in stray::marks_in(self.text, range.clone()) {
                    self.misplace(place, message!("mark-in-html"), message!("mark-in-html-help"));
                }
            }
            Event::Rule => self.end_leaf(),
            _ => {
                self.leaf_at(range);
            }
        }
    }

    fn start(&mut self, index: usize, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                let strong = matches!(tag, Tag::Strong);
                self.leaf_at(range).start_inline(range, strong);
                return;
            }
            Tag::Link { .. } | Tag::Image { .. } => {
                self.leaf_at(range);
                self.links += 1;
                return;
            }
            _ => self.end_leaf(),
        }
        let what = match tag {
            Tag::Paragraph => return self.leaf = Some(Leaf::new(LeafKind::Paragraph, Some(index), range)),
            Tag::Heading { .. } => {
                self.heading(tag, range);
                return self.leaf = Some(Leaf::new(LeafKind::Heading, None, range));
            }
            Tag::TableCell => return self.leaf = Some(Leaf::new(LeafKind::Cell, Some(index), range)),
            Tag::CodeBlock(kind) => {
                if matches!(kind, CodeBlockKind::Indented) {
                    stray::indented(self, range);
                }
                return self.in_code = true;
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) => return,
            Tag::BlockQuote(None) => ContainerKind::Quote,
            Tag::List(_) => ContainerKind::List(self.kind_of_list(index)),
            Tag::Item => ContainerKind::Item,
            Tag::Table(_) => ContainerKind::Table,
            Tag::TableHead => ContainerKind::Head,
            Tag::TableRow => ContainerKind::Row,
            Tag::FootnoteDefinition(_) => {
                self.notes += 1;
                ContainerKind::Note
            }
            _ => ContainerKind::Other,
        };
        let hint = if matches!(what, ContainerKind::List(_) | ContainerKind::Table) { self.hint() } else { None };
        let table = matches!(what, ContainerKind::Table).then(|| self.start_table());
        self.open.push(Container { hint, table, ..Container::new(what, index) });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                return;
            }
            TagEnd::Link | TagEnd::Image => return self.links = self.links.saturating_sub(1),
            TagEnd::CodeBlock => return self.in_code = false,
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => return,
            _ => self.end_leaf(),
        }
        if matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) {
            return;
        }
        let Some(container) = self.open.pop() else { return };
        match container.what {
            ContainerKind::Item => self.end_item(&container),
            ContainerKind::Quote => self.end_quote(&container),
            ContainerKind::Head => self.end_head(&container),
            ContainerKind::Row => self.end_row(&container),
            ContainerKind::List(ref kind) => self.end_list(&container, kind.as_ref()),
            ContainerKind::Note => self.notes -= 1,
            ContainerKind::Table => self.end_table(&container),
            ContainerKind::Other => {}
        }
        self.close_section(container.section);
    }

    /// The text block that is open; the words of an item need no paragraph.
    fn leaf_at(&mut self, range: &Range<usize>) -> &mut Leaf {
        let leaf = self.leaf.get_or_insert_with(|| Leaf::new(LeafKind::Words, None, &(range.start..range.start)));
        leaf.reach(range);
        leaf
    }

    pub(super) fn top(&mut self) -> &mut Container {
        if self.open.is_empty() {
            self.open.push(Container::new(ContainerKind::Other, 0));
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// The kind that a mark names.
    pub(super) fn kind(&self, read: &Attributes<'_>) -> Option<Arc<OutcomeKind>> {
        read.classes.iter().find_map(|(class, _)| self.rules.kind_of(class))
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        if leaf.kind == LeafKind::Paragraph && directives::is_line(&self.text[leaf.range.clone()]) {
            return;
        }
        let marks = leaf.marks(self.text);
        self.found.blocks.extend(marks.iter().map(|mark| mark.range.clone()));
        if leaf.kind == LeafKind::Paragraph && self.heading_without_space(&leaf, &marks) {
            return;
        }
        let marked = !marks.is_empty();
        let in_section = self.open.iter().any(|container| container.section.is_some());
        if stray::look(self, &leaf, in_section, marked) {
            return;
        }
        let named = marks.iter().find_map(|mark| self.kind(&mark.read(self.text)));
        let marks = self.readable(&leaf, marks);
        if let Some(kind) = named.filter(|_| leaf.kind == LeafKind::Heading) {
            self.meant_section(kind, &leaf.range);
        }
        match leaf.kind {
            LeafKind::Heading => self.look_at_title(&leaf, false),
            LeafKind::Paragraph | LeafKind::Words | LeafKind::Cell => self.place(&leaf, marks),
        }
    }

    /// The marks of a block that can be read where they stand; the others are told.
    fn readable(&mut self, leaf: &Leaf, marks: Vec<LeafMark>) -> Vec<LeafMark> {
        let mut kept: Vec<LeafMark> = Vec::new();
        for mark in marks {
            let (message, help) = if self.rules.in_field {
                (message!("outcome-in-field"), message!("outcome-in-field-help"))
            } else if !mark.closed {
                (message!("mark-unclosed"), message!("mark-unclosed-help"))
            } else if leaf.kind == LeafKind::Heading {
                (message!("mark-not-last-in-heading"), message!("mark-not-last-in-heading-help"))
            } else if self.notes > 0 {
                (message!("outcome-in-footnote"), message!("outcome-in-footnote-help"))
            } else if mark.in_link {
                (message!("mark-in-link"), message!("mark-in-link-help"))
            } else if !kept.is_empty() {
                (message!("mark-second"), message!("mark-second-help"))
            } else {
                kept.push(mark);
                continue;
            };
            let mend = stray::mend_of(self.text, leaf, &mark);
            self.misplace_with(mark.range, message, help, mend);
        }
        kept
    }

    /// Gives a block with its marks to what holds it.
    fn place(&mut self, leaf: &Leaf, marks: Vec<LeafMark>) {
        let boxed = leaf.boxed || !leaf.is_text(leaf.range.start);
        let own = MarkedLeaf { index: leaf.index, range: leaf.range.clone(), boxed, marks };
        if leaf.kind == LeafKind::Paragraph && self.opens_section(leaf, &own) {
            return;
        }
        let no_words = own.marks.is_empty();
        match self.top().what {
            ContainerKind::Item | ContainerKind::Quote | ContainerKind::Row | ContainerKind::Head => {
                self.top().leaves.push(own);
            }
            _ if no_words => self.look_at_single(&own),
            _ => self.single(&own),
        }
    }

    /// Tells a mark that names no kind.
    pub(super) fn unknown_class(&mut self, mark: &LeafMark) -> bool {
        let read = mark.read(self.text);
        let near = read.classes.iter().find_map(|(class, _)| self.rules.near(class));
        let class = read.classes.first().map(|(class, _)| *class);
        let Some(class) = class else {
            // The first says it for all below the same heading.
            if self.kindless.replace(self.headings) == Some(self.headings) {
                return true;
            }
            let hint = self.open.iter().rev().find_map(|container| container.hint.as_ref());
            let help = match hint {
                Some(kind) => message!("kind-behind-heading", class = &*kind.class),
                None => self.rules.known(),
            };
            self.misplace(mark.range.clone(), message!("kind-unsaid"), help);
            return true;
        };
        let message = message!("kind-unknown", name = class);
        let Some(near) = near.map(str::to_owned) else {
            self.misplace(mark.range.clone(), message, self.rules.known());
            return true;
        };
        let written = format!(".{near}");
        let place = read.classes.first().map_or(mark.range.clone(), |(_, place)| place.clone());
        let help = message!("kind-did-you-mean", class = near);
        self.misplace_with(mark.range.clone(), message, help, vec![Mend { range: place, text: written }]);
        true
    }

    /// The kind of a mark: that of its class, else the one that holds where it stands.
    pub(super) fn kind_or(&self, leaf: &MarkedLeaf, held: Option<&Arc<OutcomeKind>>) -> Option<Arc<OutcomeKind>> {
        let read = leaf.marks.first()?.read(self.text);
        if !read.classes.is_empty() {
            return self.kind(&read);
        }
        let counts = self.rules.words == OutcomeWords::Mark;
        held.cloned().or_else(|| self.opened(&leaf.range).filter(|_| counts))
    }

    /// The kind of the section that a block of this container stands in.
    fn held(&self) -> Option<Arc<OutcomeKind>> {
        self.open.last()?.section.as_ref().map(|section| section.kind.clone())
    }

    /// A paragraph without a mark, which may be an outcome by its words, or say that there is none.
    fn look_at_single(&mut self, leaf: &MarkedLeaf) {
        let said = &self.text[leaf.range.clone()];
        if let Some(section) = self.top().section.as_mut()
            && OutcomeRules::says_none(&section.kind, said)
        {
            section.filled = true;
            return;
        }
        if self.notes == 0
            && let Some(kind) = self.look_at_words(leaf)
            && let Some(index) = leaf.index
        {
            self.outcome(index, kind, leaf, None);
        }
    }

    /// A paragraph that is an outcome by itself.
    fn single(&mut self, leaf: &MarkedLeaf) {
        let above = self.held();
        for mark in &leaf.marks {
            match (self.kind_or(leaf, above.as_ref()), leaf.index) {
                (Some(kind), Some(index)) => self.outcome(index, kind, leaf, Some(mark)),
                (Some(_), None) => {
                    let message = message!("outcome-not-here");
                    self.misplace(mark.range.clone(), message, message!("outcome-not-here-help"));
                }
                (None, _) => {
                    self.unknown_class(mark);
                }
            }
        }
    }

    /// Takes down an outcome. `leaf` is the text block that its words start with.
    pub(super) fn outcome(&mut self, index: usize, kind: Arc<OutcomeKind>, leaf: &MarkedLeaf, mark: Option<&LeafMark>) {
        self.sections_are_filled();
        if let Some(mark) = mark {
            stray::behind_mark(self, leaf, &mark.range);
            let range = Leaf::cut_in(self.text, &leaf.range, &mark.range);
            self.found.cuts.push(Cut { range, done: None });
        }
        if !leaf.boxed {
            self.box_sign(&leaf.range);
        }
        let held = self.open.last().is_some_and(|container| container.is_of(&kind));
        let lacks_class = mark.is_none() && !held;
        if mark.is_none_or(|mark| mark.read(self.text).id.is_none()) {
            self.suggest(&kind, leaf, lacks_class, SuggestionReason::MissingId);
        }
        let block = mark.map(|mark| mark.range.clone());
        self.found.marks.insert(index, OutcomeMark { kind, block, row: None, lacks_class });
    }

    /// Reads a box at the start of an outcome that the library takes for words.
    fn box_sign(&mut self, block: &Range<usize>) {
        let words = &self.text[block.clone()];
        let Some(sign) = stray::box_sign(words) else { return };
        let behind = &words[sign.length..];
        let range = block.start..block.start + sign.length + behind.len() - behind.trim_start_matches(' ').len();
        match sign.done {
            Some(_) => self.found.cuts.push(Cut { range, done: sign.done }),
            None => self.found.misplaced.push(Misplaced {
                code: Code::OutcomeUnread,
                range: block.start..block.start + sign.length,
                message: message!("box-unknown", sign = &words[..sign.length]),
                help: message!("box-unknown-help"),
                mend: Vec::new(),
            }),
        }
    }

    fn end_item(&mut self, item: &Container) {
        let held = match self.open.last().map(|list| &list.what) {
            Some(ContainerKind::List(kind)) => kind.clone(),
            _ => None,
        };
        let (first, later) = item.leaves.split_first().map_or((None, &[][..]), |(first, later)| (Some(first), later));
        let own = first.and_then(|first| first.marks.first());
        let mut taken = false;
        if let (Some(first), Some(mark)) = (first, own) {
            match self.kind_or(first, held.as_ref()) {
                Some(kind) => {
                    self.outcome(item.index, kind, first, Some(mark));
                    taken = true;
                }
                None => {
                    self.unknown_class(mark);
                    return;
                }
            }
        }
        for leaf in later.iter().filter(|leaf| !leaf.marks.is_empty()) {
            let mark = &leaf.marks[0];
            let named = self.kind(&mark.read(self.text));
            // A paragraph that names its kind is an outcome of its own, but for one that the item waits for.
            match held.as_ref().filter(|held| !taken && named.as_ref().is_none_or(|named| named == *held)) {
                Some(kind) => {
                    self.outcome(item.index, kind.clone(), leaf, Some(mark));
                    taken = true;
                }
                None if named.is_none() && taken => {
                    self.misplace(mark.range.clone(), message!("mark-second"), message!("mark-second-help"));
                }
                None => self.single(leaf),
            }
        }
        for leaf in later.iter().filter(|leaf| leaf.marks.is_empty()) {
            self.look_at_single(leaf);
        }
        if !taken
            && held.is_none()
            && let (Some(kind), Some(first)) = (self.look_at_item(first), first)
        {
            self.outcome(item.index, kind, first, None);
        }
        if !taken && held.is_some() {
            let words = first.map_or(0..0, |first| first.range.clone());
            let boxed = first.is_none_or(|first| first.boxed);
            let empty = MarkedLeaf { index: None, range: words, boxed, marks: Vec::new() };
            let list = self.top();
            list.unmarked.push(item.index);
            list.leaves.push(empty);
        }
    }

    /// Items of a marked list that have no mark are outcomes whose mark is missing, but for one that says "none".
    fn end_list(&mut self, list: &Container, kind: Option<&Arc<OutcomeKind>>) {
        let Some(kind) = kind else { return };
        if let ([_], [only]) = (&list.unmarked[..], &list.leaves[..])
            && self.is_only_item(list)
            && OutcomeRules::says_none(kind, &self.text[only.range.clone()])
        {
            if let Some(section) = self.top().section.as_mut() {
                section.filled = true;
            }
            return;
        }
        for (index, leaf) in list.unmarked.iter().zip(&list.leaves) {
            self.outcome(*index, Arc::clone(kind), leaf, None);
        }
    }

    /// Whether the list that has just ended has one item.
    fn is_only_item(&self, list: &Container) -> bool {
        let Some(item) = list.unmarked.first() else { return false };
        *item == list.index + 1 && self.events[*item].1.end >= self.events[list.index].1.end
    }

    fn end_quote(&mut self, quote: &Container) {
        let marked: Vec<&MarkedLeaf> = quote.leaves.iter().filter(|leaf| !leaf.marks.is_empty()).collect();
        let edges = [quote.leaves.first(), quote.leaves.last()];
        let edge = |leaf: &MarkedLeaf| edges.into_iter().flatten().any(|end| end.range == leaf.range);
        match marked[..] {
            [leaf] if edge(leaf) => {
                let (mark, held) = (&leaf.marks[0], self.held());
                match self.kind_or(leaf, held.as_ref()) {
                    Some(kind) => self.outcome(quote.index, kind, leaf, Some(mark)),
                    None => {
                        self.unknown_class(mark);
                    }
                }
            }
            [] => quote.leaves.iter().for_each(|leaf| self.look_at_single(leaf)),
            _ => marked.into_iter().for_each(|leaf| self.single(leaf)),
        }
    }

    /// The first line of a block.
    pub(super) fn line(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        range.start..end
    }
}
