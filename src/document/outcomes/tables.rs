//! Tables of outcomes: what their columns are, by the words above them, and which rows are outcomes. Knows nothing of
//! how a value is read.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::find::{Container, Cut, MarkedLeaf, OutcomeFinder};
use super::misplaced::Misplaced;
use super::suggestion::SuggestionReason;
use super::words::folded;
use super::{OutcomeRules, stray, wrong_id};
use crate::diagnostic::Code;
use crate::message;
use crate::schema::OutcomeKind;

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ColumnRole {
    /// What the outcome says.
    Text,
    Id,
    Number,
    /// The value of a field.
    Field(Arc<str>),
}

/// What a column is, and which kind of outcome the word above it names.
#[derive(Clone, Debug)]
pub(super) struct KnownColumn {
    pub(super) role: ColumnRole,
    pub(super) kind: Option<Arc<OutcomeKind>>,
    /// Whether the word is what an outcome of the kind is called, and not one that columns of other kinds may have too.
    pub(super) is_name: bool,
}

/// The words above columns, as they are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Headers {
    known: BTreeMap<String, KnownColumn>,
}

impl Headers {
    /// Adds a word; the first that is added counts.
    pub(super) fn add(&mut self, word: &str, column: &KnownColumn) {
        for word in [folded(word), folded(&without_brackets(word))] {
            if !word.is_empty() {
                self.known.entry(word).or_insert_with(|| column.clone());
            }
        }
    }

    /// What the column below a header is. Of merged words, such as `Action / Who`, the first that is known counts.
    fn find(&self, header: &str) -> Option<&KnownColumn> {
        let whole = [folded(header), folded(&without_brackets(header))];
        let found = whole.iter().find_map(|word| self.known.get(word));
        found.or_else(|| header.split(['/', '&', '+', ',']).find_map(|part| self.known.get(&folded(part))))
    }
}

/// A word without what stands in brackets: `Owner(s)` is `Owner`.
fn without_brackets(word: &str) -> String {
    let mut depth = 0_usize;
    let kept = word.chars().filter(|c| {
        depth += usize::from(*c == '(');
        let keep = depth == 0;
        depth = depth.saturating_sub(usize::from(*c == ')'));
        keep
    });
    kept.collect()
}

/// What is known of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct OutcomeTable {
    /// What its rows are, where a mark says so.
    pub(super) kind: Option<Arc<OutcomeKind>>,
    columns: Vec<Option<KnownColumn>>,
    rows: usize,
    /// Whether a mark stands in a row.
    marked: bool,
}

impl OutcomeTable {
    fn role(&self, column: usize) -> Option<&ColumnRole> {
        self.columns.get(column)?.as_ref().map(|known| &known.role)
    }

    fn has(&self, fits: impl Fn(&ColumnRole) -> bool) -> bool {
        self.columns.iter().flatten().any(|known| fits(&known.role))
    }

    /// The fields whose values stand in a column.
    fn fields(&self) -> Vec<Arc<str>> {
        let roles = self.columns.iter().flatten().map(|known| &known.role);
        roles
            .filter_map(|role| if let ColumnRole::Field(name) = role { Some(Arc::clone(name)) } else { None })
            .collect()
    }

    fn has_text(&self) -> bool {
        self.has(|role| *role == ColumnRole::Text)
    }

    /// The kind that the words above its columns name, where they are those of a table of outcomes: a column that is
    /// called as the kind is says more than the line above the table, and that more than a word such as "What".
    fn meant(&self, hint: Option<&Arc<OutcomeKind>>) -> Option<Arc<OutcomeKind>> {
        let text = self.columns.iter().flatten().find(|known| known.role == ColumnRole::Text)?;
        let more = self.has(|role| matches!(role, ColumnRole::Field(_)));
        let named = text.kind.as_ref().filter(|_| text.is_name);
        named.or(hint).or(text.kind.as_ref()).filter(|_| more || hint.is_some()).cloned()
    }
}

/// What the cells of a row say.
#[derive(Clone, Debug, Default)]
pub(in crate::document) struct RowFacts {
    /// The id that stands in a column of ids.
    pub(in crate::document) id: Option<Range<usize>>,
    /// The number that stands there.
    pub(in crate::document) number: Option<Range<usize>>,
    /// Cells with the value of a field, by their place in the row.
    pub(in crate::document) values: Vec<RowValue>,
    /// Cells with the text; where it is empty, all that are nothing else.
    pub(in crate::document) text: Vec<usize>,
}

/// A cell with the value of a field.
#[derive(Clone, Debug)]
pub(in crate::document) struct RowValue {
    pub(in crate::document) field: Arc<str>,
    pub(in crate::document) cell: usize,
    pub(in crate::document) range: Range<usize>,
}

impl OutcomeFinder<'_, '_> {
    /// What the rows of a table are: what the section says, or a mark that stands alone right below it.
    pub(super) fn start_table(&mut self) -> OutcomeTable {
        let held = self.top().section.as_ref().map(|section| Arc::clone(&section.kind));
        let end = self.events[self.at..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Table)));
        let below = end.and_then(|end| self.events.get(self.at + end + 1..self.at + end + 3));
        let own = match below {
            Some([(Event::Start(Tag::Paragraph), _), (Event::Text(_), range)]) => self.class_alone(range.start),
            _ => None,
        };
        OutcomeTable { kind: own.or(held), ..OutcomeTable::default() }
    }

    /// The kind of a mark that starts there and names nothing else.
    fn class_alone(&self, at: usize) -> Option<Arc<OutcomeKind>> {
        let line = self.text[at..].lines().next()?.trim_end();
        let (read, place) = stray::marks_in(self.text, at..at + line.len()).into_iter().next()?;
        (read.is_class_alone() && place == (at..at + line.len())).then(|| self.kind(&read))?
    }

    pub(super) fn end_head(&mut self, head: &Container) {
        for mark in head.leaves.iter().flat_map(|leaf| &leaf.marks) {
            self.misplace(mark.range.clone(), message!("mark-in-table-head"), message!("mark-in-table-head-help"));
        }
        let text = self.text;
        let columns: Vec<Option<KnownColumn>> =
            head.leaves.iter().map(|leaf| self.rules.headers.find(&text[leaf.range.clone()]).cloned()).collect();
        let Some(kind) = self.top().table.as_ref().map(|table| table.kind.clone()) else { return };
        if kind.is_some() {
            self.same_columns(head, &columns);
        }
        if let Some(table) = self.top().table.as_mut() {
            table.columns = columns;
        }
    }

    /// Tells two columns for one thing, at both.
    fn same_columns(&mut self, head: &Container, columns: &[Option<KnownColumn>]) {
        for (at, column) in columns.iter().enumerate() {
            let Some(column) = column else { continue };
            let same = |other: &Option<KnownColumn>| other.as_ref().is_some_and(|other| other.role == column.role);
            if columns.iter().filter(|other| same(other)).count() > 1 {
                let range = head.leaves[at].range.clone();
                let message = message!("columns-same", column = &self.text[range.clone()]);
                self.found.misplaced.push(Misplaced {
                    code: Code::OutcomeInvalid,
                    range,
                    message,
                    help: message!("columns-same-help"),
                    mend: Vec::new(),
                });
            }
        }
    }

    pub(super) fn end_row(&mut self, row: &Container) {
        let Some(mut table) = self.top().table.take() else { return };
        table.rows += 1;
        let before = self.found.suggestions.len();
        self.row(row, &mut table);
        self.found.suggestions.iter_mut().skip(before).for_each(|one| one.columns = table.fields());
        self.top().table = Some(table);
    }

    fn row(&mut self, row: &Container, table: &mut OutcomeTable) {
        let mut marks = row.leaves.iter().flat_map(|leaf| leaf.marks.iter().map(move |mark| (leaf, mark)));
        let own = marks.next();
        for (_, mark) in marks {
            self.misplace(mark.range.clone(), message!("mark-second-in-row"), message!("mark-second-help"));
        }
        self.more_cells(row);
        let facts = self.facts(row, table);
        let words = facts.text.first().and_then(|cell| row.leaves.get(*cell)).or_else(|| row.leaves.first());
        let Some(words) = words else { return };
        if let Some((leaf, mark)) = own {
            table.marked = true;
            match self.kind_or(leaf, table.kind.as_ref()) {
                Some(kind) => self.outcome(row.index, kind, leaf, Some(mark)),
                None => {
                    self.unknown_class(mark);
                }
            }
            return self.add_facts(row.index, facts);
        }
        let said = &self.text[words.range.clone()];
        let is_empty = folded(said).is_empty();
        match &table.kind {
            Some(kind) if table.has_text() => {
                let alone = self.events.get(self.at + 1).is_some_and(|(event, _)| matches!(event, Event::End(_)));
                let none = table.rows == 1 && alone && OutcomeRules::says_none(kind, said);
                if is_empty {
                    self.row_without_words(row, &facts);
                }
                if is_empty || none {
                    self.sections_are_filled();
                    return;
                }
                self.outcome(row.index, Arc::clone(kind), words, None);
                self.add_facts(row.index, facts);
            }
            Some(_) => {}
            None => self.look_at_row(row, table, words),
        }
    }

    /// A row of a table that no mark speaks of.
    fn look_at_row(&mut self, row: &Container, table: &OutcomeTable, words: &MarkedLeaf) {
        let hint = self.open.last().and_then(|table| table.hint.clone());
        let is_empty = folded(&self.text[words.range.clone()]).is_empty();
        if let Some(kind) = table.meant(hint.as_ref()).filter(|_| !is_empty) {
            return self.suggest(&kind, words, true, SuggestionReason::Row);
        }
        for leaf in &row.leaves {
            if let Some(kind) = self.look_at_words(leaf) {
                self.outcome(row.index, kind, leaf, None);
                return self.add_facts(row.index, self.facts(row, table));
            }
        }
    }

    /// Tells what a row says of an outcome of which it has no words. A row that says nothing of that goes on with the
    /// words of the row above, or waits to be filled in.
    fn row_without_words(&mut self, row: &Container, facts: &RowFacts) {
        let says = |value: &&RowValue| !folded(&self.text[value.range.clone()]).is_empty();
        let lost = facts.id.clone().or_else(|| facts.values.iter().find(says).map(|value| value.range.clone()));
        let Some(lost) = lost else { return };
        let message = message!("row-without-words", cell = self.text[lost].trim());
        self.misplace(self.line(&self.events[row.index].1), message, message!("row-without-words-help"));
    }

    /// Tells a table below a mark of which no row can be an outcome.
    pub(super) fn end_table(&mut self, container: &Container) {
        let Some(table) = &container.table else { return };
        let Some(kind) = table.kind.as_ref().filter(|_| table.rows > 0 && !table.marked && !table.has_text()) else {
            return;
        };
        let head = self.line(&self.events[container.index].1);
        let (message, help) = (message!("table-no-column", kind = &*kind.name), message!("table-no-column-help"));
        self.misplace(head, message, help);
        self.sections_are_filled();
    }

    /// Takes down that what the open sections announce stands there, or was told.
    pub(super) fn sections_are_filled(&mut self) {
        for section in self.open.iter_mut().filter_map(|container| container.section.as_mut()) {
            section.filled = true;
        }
    }

    /// Adds what the cells of a row say to the outcome that it is.
    fn add_facts(&mut self, index: usize, facts: RowFacts) {
        for value in &facts.values {
            let said = self.text[value.range.clone()].trim();
            let sign = stray::box_sign(said).filter(|sign| sign.length == said.len() && sign.done.is_some());
            if let Some(sign) = sign {
                self.found.cuts.push(Cut { range: trimmed(self.text, &value.range), done: sign.done });
            }
        }
        let Some(found) = self.found.marks.get_mut(&index) else { return };
        let in_mark = found.block.clone().map(|block| super::attributes(&self.text[block.clone()], block.start));
        if facts.id.is_some() && in_mark.is_none_or(|read| read.id.is_none()) {
            // The id stands in a cell of its own.
            self.found.suggestions.pop();
            self.found.suggested = self.found.suggested.saturating_sub(1);
        }
        found.row = Some(facts);
    }

    /// What the cells of a row say, by what their columns are.
    fn facts(&self, row: &Container, table: &OutcomeTable) -> RowFacts {
        let mut facts = RowFacts::default();
        let mut others = Vec::new();
        for (cell, leaf) in row.leaves.iter().enumerate() {
            let said = self.text[leaf.range.clone()].trim();
            match table.role(cell) {
                Some(ColumnRole::Text) => facts.text.push(cell),
                Some(ColumnRole::Id) if is_id(said) => facts.id = Some(trimmed(self.text, &leaf.range)),
                Some(ColumnRole::Id | ColumnRole::Number) if !said.is_empty() => {
                    facts.number = Some(trimmed(self.text, &leaf.range));
                }
                Some(ColumnRole::Id | ColumnRole::Number) => {}
                Some(ColumnRole::Field(field)) => {
                    facts.values.push(RowValue { field: Arc::clone(field), cell, range: leaf.range.clone() });
                }
                None => others.push(cell),
            }
        }
        if facts.text.is_empty() {
            facts.text = others;
        }
        facts
    }

    /// Tells words that stand behind the last column: the library leaves them out.
    fn more_cells(&mut self, row: &Container) {
        let line = self.line(&self.events[row.index].1);
        let last = row.leaves.last().map_or(line.start, |leaf| leaf.range.end);
        let rest = &self.text[last.min(line.end)..line.end];
        if rest.chars().any(char::is_alphanumeric) && rest.trim_start().starts_with('|') {
            let (message, help) = (message!("row-too-long"), message!("row-too-long-help"));
            self.misplace(last.min(line.end)..line.end, message, help);
        }
    }
}

/// Whether a word in a column of ids can be one: a number alone is a number.
fn is_id(word: &str) -> bool {
    word.starts_with(char::is_alphabetic) && word.len() <= 40 && wrong_id(word).is_none()
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}
