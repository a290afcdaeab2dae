//! The whole of a text after it was read: its title, the levels of its headings, and where links within it lead. Knows nothing
//! of formats.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::left::LeftOuts;
use super::model::{TextBlock, TextDocument, TextPiece, plain};
use crate::lang;
use crate::message;

/// Characters of the longest title: more is a paragraph that looks like one.
const LONGEST_TITLE: usize = 200;

/// Makes a text one of the site.
pub(super) fn finish(document: &mut TextDocument, left: &mut LeftOuts) {
    let pictures = &document.pictures;
    let gone = |piece: &TextPiece| matches!(piece, TextPiece::Picture(index) if pictures[*index].file.is_none());
    prune(&mut document.blocks, &gone);
    document.notes.iter_mut().for_each(|note| prune(note, &gone));
    if document.title.is_none() {
        document.title = take_title(&mut document.blocks);
    }
    levels(&mut document.blocks);
    let anchors = anchors(&document.blocks);
    let mut lost = 0_usize;
    let blocks = document.blocks.iter_mut().chain(document.notes.iter_mut().flatten());
    blocks.for_each(|block| block.each_content(&mut |content| lost += resolve(content, &anchors)));
    for _ in 0..lost {
        left.add_whole(message!("left-link-inside"));
    }
}

/// Leads links within the document to headings; gives the number of those that lead to none.
fn resolve(content: &mut Vec<TextPiece>, anchors: &BTreeMap<String, Arc<str>>) -> usize {
    let mut lost = 0;
    for piece in content {
        let TextPiece::Run(run) = piece else { continue };
        let Some(name) = run.link.as_deref().and_then(|link| link.strip_prefix('#')) else { continue };
        let found = anchors.get(name).cloned();
        lost += usize::from(found.is_none());
        run.link = found;
    }
    lost
}

/// Takes out pieces, and the paragraphs of which nothing is left.
fn prune(blocks: &mut Vec<TextBlock>, gone: &dyn Fn(&TextPiece) -> bool) {
    for block in blocks.iter_mut() {
        block.each_content(&mut |content| content.retain(|piece| !gone(piece)));
        if let TextBlock::List { items, .. } = block {
            items.iter_mut().for_each(|item| prune(&mut item.blocks, gone));
        }
    }
    blocks.retain(|block| !matches!(block, TextBlock::Paragraph(content) if content.is_empty()));
}

/// The first heading, where the text starts with it and no other stands as high.
fn take_title(blocks: &mut Vec<TextBlock>) -> Option<String> {
    let levels: Vec<u8> = blocks.iter().filter_map(level).collect();
    let first = blocks.first().and_then(level)?;
    let title = match blocks.first() {
        Some(TextBlock::Heading { content, .. }) => plain(content),
        _ => return None,
    };
    if levels[1..].iter().any(|other| *other <= first) || title.chars().count() > LONGEST_TITLE {
        return None;
    }
    blocks.remove(0);
    Some(title)
}

fn level(block: &TextBlock) -> Option<u8> {
    if let TextBlock::Heading { level, .. } = block { Some(*level) } else { None }
}

/// Headings start at the second level and go down one level at a time.
fn levels(blocks: &mut [TextBlock]) {
    let highest = blocks.iter().filter_map(level).min().unwrap_or(1);
    // The levels of the document that are open, the highest first.
    let mut open: Vec<u8> = Vec::new();
    for block in blocks {
        let TextBlock::Heading { level, .. } = block else { continue };
        let own = *level - highest;
        while open.last().is_some_and(|last| *last >= own) {
            open.pop();
        }
        open.push(own);
        *level = u8::try_from(open.len()).unwrap_or(u8::MAX).saturating_add(1).min(6);
    }
}

/// Where links within the document lead: to the ids that headings have on the site, which are made of their words.
fn anchors(blocks: &[TextBlock]) -> BTreeMap<String, Arc<str>> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for block in blocks {
        let TextBlock::Heading { content, anchors, .. } = block else { continue };
        let slug = lang::slug(&plain(content));
        let count = taken.entry(slug.clone()).or_default();
        *count += 1;
        // One whose words stand twice has a number on the site; whoever links to it is led to the first.
        if *count == 1 && !slug.is_empty() {
            let address: Arc<str> = Arc::from(format!("#{slug}"));
            found.extend(anchors.iter().map(|name| (name.clone(), Arc::clone(&address))));
        }
    }
    found
}
