//! One thing that an editor offers to write, before it is put into the form of the protocol. Knows nothing of where it comes
//! from.

use std::ops::Range;

use lsp_types::{CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, TextEdit};

use super::asked::AskedText;
use crate::lang;

/// What an editor is given at a time: nobody reads more, and the rest comes when more is typed.
const MOST_OFFERED: usize = 200;

/// Something to write.
#[derive(Clone, Debug, Default)]
pub(super) struct Offer {
    /// What is written.
    pub(super) text: String,
    /// What it is called.
    pub(super) title: String,
    /// Other names by which it is found.
    pub(super) names: Vec<String>,
    /// What is said of it.
    pub(super) help: String,
    /// The smallest first; those with the same number in the order in which they come.
    pub(super) rank: u8,
    pub(super) kind: OfferKind,
}

/// What it is, which editors show by a sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OfferKind {
    /// A key.
    Key,
    /// A value that is known by a list.
    #[default]
    Value,
    /// An entry.
    Entry,
    /// A file.
    File,
}

impl Offer {
    /// A value with its name.
    pub(super) fn value(text: impl Into<String>, title: impl Into<String>) -> Self {
        Self { text: text.into(), title: title.into(), ..Self::default() }
    }

    /// How well it fits what was typed, in small letters; `None` where it does not.
    fn fit(&self, typed: &str) -> Option<u8> {
        if typed.is_empty() {
            return Some(0);
        }
        let names = || [&self.text, &self.title].into_iter().chain(&self.names).map(|name| lang::fold(name));
        if names().any(|name| name.starts_with(typed)) {
            return Some(0);
        }
        names().any(|name| name.contains(typed)).then_some(1)
    }

    fn item(self, place: usize, range: lsp_types::Range, typed: &str) -> CompletionItem {
        let kind = match self.kind {
            OfferKind::Key => CompletionItemKind::Field,
            OfferKind::Value => CompletionItemKind::EnumMember,
            OfferKind::Entry => CompletionItemKind::Reference,
            OfferKind::File => CompletionItemKind::File,
        };
        let said = |words: String| Some(words).filter(|words| !words.is_empty());
        let label = self.text.trim().trim_end_matches([':', '=']).to_owned();
        let details = said(self.title.clone());
        CompletionItem {
            label_details: details
                .clone()
                .map(|title| CompletionItemLabelDetails { detail: None, description: Some(title) }),
            label,
            kind: Some(kind),
            detail: details,
            documentation: said(self.help).map(Into::into),
            // The order here is that of the site, and not of the alphabet.
            sort_text: Some(format!("{place:05}")),
            // What was typed has been compared already, with names that the editor does not know.
            filter_text: Some(if typed.is_empty() { self.text.clone() } else { typed.to_owned() }),
            text_edit: Some(TextEdit { range, new_text: self.text }.into()),
            ..CompletionItem::default()
        }
    }
}

/// The offers that fit what stands before the cursor in a word, the best first.
pub(super) fn list(offers: Vec<Offer>, asked: &AskedText<'_>, word: Range<usize>, at: usize) -> CompletionList {
    let lines = &asked.open.lines;
    let typed = lines.text().get(word.start..at.clamp(word.start, word.end)).unwrap_or_default();
    let folded = lang::fold(typed);
    // A link starts with signs that no name has.
    let folded = folded.trim_start_matches(['@', '/', '.']);
    let mut fitting: Vec<(u8, Offer)> =
        offers.into_iter().filter_map(|offer| Some((offer.fit(folded)?, offer))).collect();
    fitting.sort_by_key(|(fit, offer)| (*fit, offer.rank));
    fitting.truncate(MOST_OFFERED);
    let range = lines.range(word);
    let items = fitting.into_iter().enumerate().map(|(place, (_, offer))| offer.item(place, range, typed)).collect();
    // What fits is compared here, with names that the editor does not know: it asks again when more is typed.
    CompletionList { is_incomplete: true, items, ..CompletionList::default() }
}
