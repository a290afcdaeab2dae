//! Words that stand in no text of `content/`, for translators: those of the interface, labels of the theme's types and
//! terms, and what a site's own declarations say. Nothing is written here. Knows nothing of the format of a packet.

mod interface;
mod labels;
mod own;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Arrived, invalid, renumbered};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::units::{Placeholder, PlaceholderKind, Unit, UnitForm, UnitToken, normal};
use crate::lang::{FormPiece, Lang};
use crate::message;
use crate::source::{Digest, Sources};
use crate::xliff::{self, OutgoingDocument, ReceivedPart, ReceivedUnit};

use labels::Labels;
use own::OwnWords;
use tree::TreeWordKind;

/// Letters of the hash in an id: enough to tell one wording of a text from the next.
const HASH: usize = 8;

/// The words of a site, as a translator into one language sees them.
#[derive(Debug)]
pub struct SiteWords<'a> {
    sources: &'a Sources,
    config: &'a Config,
    /// The settings file.
    settings: Arc<str>,
    /// The language to translate into.
    lang: &'a Lang,
    /// The language to translate from; a text that it does not have is in another one.
    from: Lang,
}

/// A word or text on its way out or in.
#[derive(Debug)]
struct Word {
    unit: Unit,
    /// The id without the hash of its source.
    slot: String,
    /// How it is written.
    kind: TreeWordKind,
    /// What the language says now.
    target: Option<Vec<UnitToken>>,
    /// Whether a file of the site itself says that, which a packet could overwrite.
    is_of_site: bool,
}

/// The words of one file that a packet can change.
trait WordFile {
    /// Its path; that of a packet's `original`.
    fn file(&self) -> &Arc<str>;
    /// Its words, in order.
    fn words(&self) -> &[Word];
    /// The file with other words, by their indexes; the same text where nothing changes.
    fn changed(&self, now: &str, changes: &BTreeMap<usize, ReceivedWord>) -> Result<String, Vec<Diagnostic>>;
}

/// A translation of a word.
struct ReceivedWord {
    tokens: Vec<UnitToken>,
    at: crate::diagnostic::Span,
}

impl<'a> SiteWords<'a> {
    /// The words of a site for translation into a language.
    #[must_use]
    pub fn new(sources: &'a Sources, config: &'a Config, settings: &str, lang: &'a Lang) -> Self {
        Self { sources, config, settings: Arc::from(settings), lang, from: Lang::last() }
    }

    /// The same, for a packet with texts in another language than that of the theme's words.
    #[must_use]
    pub fn from(self, from: Lang) -> Self {
        Self { from, ..self }
    }

    fn files(&self) -> Vec<Box<dyn WordFile>> {
        let mut files: Vec<Box<dyn WordFile>> =
            vec![Box::new(interface::Interface::read(self)), Box::new(Labels::read(self))];
        files.extend(OwnWords::all(self).into_iter().map(|own| Box::new(own) as Box<dyn WordFile>));
        files
    }

    /// The words to send out: those that the language lacks or has as in their source, or `all`.
    #[must_use]
    pub fn export(&self, all: bool) -> Vec<OutgoingDocument> {
        let files = self.files();
        files.iter().filter_map(|file| self.part(&**file, all)).collect()
    }

    fn part(&self, file: &dyn WordFile, all: bool) -> Option<OutgoingDocument> {
        let words = file.words().iter().filter(|word| all || word.is_open());
        let units: Vec<_> = words.map(|word| (word.unit.clone(), word.target.clone())).collect();
        let hash = Digest::new("words").list(units.iter().map(|(unit, _)| unit.id.as_str())).finish();
        (!units.is_empty()).then(|| OutgoingDocument {
            original: Arc::clone(file.file()),
            hash,
            replaces: self.sources.get(file.file()).map(|source| source.hash),
            units,
        })
    }

    /// The files that parts of a packet make; those that would stay as they are are left out. `replace` takes words that
    /// changed after the packet went out.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn import(&self, parts: &[&ReceivedPart], replace: bool) -> Result<Vec<Arrived>, Vec<Diagnostic>> {
        let files = self.files();
        let (mut wrong, mut arrived) = (Vec::new(), Vec::<Arrived>::new());
        let mut seen: Vec<&Arc<str>> = Vec::new();
        for part in parts {
            let original = &part.original;
            let Some(file) = files.iter().find(|file| **file.file() == *original.value) else {
                let known = files.iter().map(|file| &**file.file());
                let message = message!("words-nothing-to-translate", name = &original.value, lang = self.lang);
                let found = invalid(message, original.span.clone(), message!("export-words-again-help"));
                wrong.push(found.suggest(&original.value, known));
                continue;
            };
            if seen.contains(&&original.value) {
                let message = message!("packet-text-twice", name = &original.value);
                wrong.push(invalid(message, original.span.clone(), message!("keep-right-one-help")));
                continue;
            }
            seen.push(&original.value);
            match self.file(&**file, part, replace) {
                Ok(one) => arrived.extend(one),
                Err(found) => wrong.extend(found),
            }
        }
        if wrong.is_empty() { Ok(arrived) } else { Err(wrong) }
    }

    fn file(
        &self,
        file: &dyn WordFile,
        part: &ReceivedPart,
        replace: bool,
    ) -> Result<Option<Arrived>, Vec<Diagnostic>> {
        let alone = |diagnostic: Box<Diagnostic>| vec![*diagnostic];
        let source = self.sources.get(file.file());
        let is_same = match (&part.replaces, source) {
            (Some(hash), Some(source)) => *hash.value == *source.hash.to_string(),
            (None, None) => true,
            _ => false,
        };
        let changes = changes(file.words(), part, replace || is_same)?;
        let now = source.map(|source| self.sources.text(&source.path)).transpose().map_err(alone)?;
        let now = now.as_deref().unwrap_or_default();
        let text = file.changed(now, &changes)?;
        let open = part.units.iter().filter(|unit| unit.target.is_none()).count();
        let arrived = || Arrived { file: Arc::clone(file.file()), text: Arc::from(text.as_str()), open };
        Ok((text != now).then(arrived))
    }
}

/// Whether a part of a packet is about words and not about an entry.
pub(super) fn is_words(part: &ReceivedPart) -> bool {
    !part.original.value.starts_with("content/")
}

/// The words of a part that say something else than the language says now.
fn changes(
    words: &[Word],
    part: &ReceivedPart,
    may_replace: bool,
) -> Result<BTreeMap<usize, ReceivedWord>, Vec<Diagnostic>> {
    let (mut wrong, mut found) = (Vec::new(), BTreeMap::new());
    for received in &part.units {
        let Some(index) = words.iter().position(|word| *word.unit.id == *received.id.value) else {
            wrong.push(foreign(words, received, &part.original.value));
            continue;
        };
        let word = &words[index];
        match received.target.as_ref().map(|target| (target, xliff::tokens(&word.unit, target))) {
            Some((target, Ok(tokens))) => {
                // Compared as it is written: an address has no blanks.
                let value = |tokens: &[UnitToken]| word.kind.value(&word.unit.plain(tokens));
                let now = word.target.as_deref().map(value);
                if now.as_ref() == Some(&value(&tokens)) {
                    continue;
                }
                if now.is_some() && word.is_of_site && !may_replace {
                    wrong.push(changed_here(word, &part.original.value, received));
                    continue;
                }
                found.insert(index, ReceivedWord { tokens, at: target.span.clone() });
            }
            Some((_, Err(diagnostic))) => wrong.push(*diagnostic),
            None => {}
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

fn changed_here(word: &Word, file: &str, received: &ReceivedUnit) -> Diagnostic {
    let message = message!("words-changed-in", name = &word.unit.name, file = file);
    let help = message!("words-changed-in-help");
    invalid(message, received.id.span.clone(), help)
}

/// What is said of an id that no word has: perhaps its source says something else now.
fn foreign(words: &[Word], received: &ReceivedUnit, original: &str) -> Diagnostic {
    let slot = received.id.value.rsplit_once('.').map_or("", |(slot, _)| slot);
    let at = received.id.span.clone();
    match words.iter().find(|word| word.slot == slot) {
        Some(word) => {
            invalid(message!("words-source-changed", name = &word.unit.name), at, message!("words-source-changed-help"))
        }
        None => super::foreign(received, original),
    }
}

impl Word {
    /// A word with a source, and what the language says now.
    fn new(slot: &str, hint: &str, source: &[FormPiece], target: Option<&[FormPiece]>, is_of_site: bool) -> Self {
        let mut unit = unit(slot, source);
        let slot = token(slot);
        let said = unit.plain(&unit.tokens);
        let hash = Digest::new("word").add(said.as_str()).finish().to_string();
        unit.id = format!("{slot}.{}", &hash[..HASH]);
        unit.name.push_str(hint);
        let target = target.map(|target| self::unit("", target)).filter(|target| !target.tokens.is_empty());
        let target = target.and_then(|target| renumbered(&unit, &target));
        Self { unit, slot, kind: TreeWordKind::Text, target, is_of_site }
    }

    /// The same, written in another way.
    fn of_kind(self, kind: TreeWordKind) -> Self {
        Self { kind, ..self }
    }

    /// Whether it is to be translated: the language has no word of its own.
    fn is_open(&self) -> bool {
        let said = |tokens: &[UnitToken]| self.unit.plain(tokens);
        let is_same = |target: &[UnitToken]| self.unit.has_words() && said(target) == said(&self.unit.tokens);
        self.target.as_deref().is_none_or(is_same)
    }

    /// The parts of a translation of it.
    fn pieces(&self, tokens: &[UnitToken]) -> Vec<FormPiece> {
        tokens.iter().map(|token| self.piece(token)).collect()
    }

    fn piece(&self, token: &UnitToken) -> FormPiece {
        match token {
            UnitToken::Text(text) => FormPiece::Text(text.clone()),
            UnitToken::Placeholder(index) | UnitToken::Open(index) | UnitToken::Close(index) => {
                FormPiece::Argument { written: self.unit.held[*index].open.clone(), optional: false }
            }
        }
    }
}

fn unit(name: &str, pieces: &[FormPiece]) -> Unit {
    let (mut held, mut tokens) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            FormPiece::Text(text) => tokens.push(UnitToken::Text(text.clone())),
            FormPiece::Argument { written, optional } => {
                let what = if *optional { PlaceholderKind::Count } else { PlaceholderKind::Other };
                tokens.push(UnitToken::Placeholder(held.len()));
                held.push(Placeholder { open: written.clone(), close: String::new(), what });
            }
        }
    }
    let mut unit = Unit { id: String::new(), name: name.to_owned(), form: UnitForm::Plain, tokens: Vec::new(), held };
    unit.tokens = normal(&unit, tokens);
    unit
}

/// A name as an id: XML has no other signs in one (NMTOKEN).
fn token(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.') {
            out.push(c);
        } else {
            out.push_str(&format!("_{:x}_", u32::from(c)));
        }
    }
    out
}

/// A language and those whose words are its own too.
fn family(lang: &Lang) -> Vec<Lang> {
    std::iter::once(lang.clone()).chain(lang.parents()).collect()
}

/// What a unit says besides its name where its source is in another language than the packet.
fn in_other(found: &Lang, wanted: &Lang) -> String {
    if found == wanted { String::new() } else { format!(" ({found})") }
}
