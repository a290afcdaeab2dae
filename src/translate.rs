//! Packets of texts for translators: what goes into one, and what comes out as files. Nothing is written here, so that
//! a packet is taken as a whole or not at all. Knows nothing of the format of a packet.

mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::unicode_lint;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span};
use crate::document::units::{self, Unit, UnitToken};
use crate::document::{self, Document, Rules, Sanitizer, place, stub};
use crate::history;
use crate::lang::Lang;
use crate::message;
use crate::schema::Type;
use crate::settings::unknown_language;
use crate::site::{Entry, Site};
use crate::source::{Hash, Sources};
use crate::xliff::{self, OutgoingDocument, Packet, Received, ReceivedPart, ReceivedUnit};

pub use words::SiteWords;

/// Reads single texts by the rules of a site, whether they are its files or not.
#[derive(Debug)]
pub struct TextReader<'a> {
    site: &'a Site,
    sanitizer: Sanitizer,
}

impl<'a> TextReader<'a> {
    /// A reader of texts for a site.
    #[must_use]
    pub fn new(site: &'a Site) -> Self {
        Self { site, sanitizer: Sanitizer::new(&site.config.html_allow) }
    }

    /// The document that a text would be as that file.
    #[must_use]
    pub fn read(&self, file: &Arc<str>, text: &str) -> (Option<Document>, Vec<Diagnostic>) {
        let rules = Rules { config: &self.site.config, types: &self.site.types, sanitizer: &self.sanitizer };
        document::parse(file, text, &rules)
    }

    /// Whether a translation that recorded this hash is one of this text.
    #[must_use]
    pub fn is_source_hash(&self, file: &Arc<str>, text: &str, recorded: &str) -> bool {
        self.read(file, text).0.is_some_and(|document| document.meta.is_source_hash(recorded))
    }

    /// The first draft of a translation, with `lines` in its front matter.
    #[must_use]
    pub fn stub(&self, file: &Arc<str>, text: &str, lines: &str) -> Option<String> {
        Some(stub::stub(text, &self.read(file, text).0?, lines))
    }
}

/// Translations by the ids of their texts.
type Targets = BTreeMap<String, Vec<UnitToken>>;

/// The texts of entries, with the translations that are there already.
///
/// # Errors
/// Why a source cannot be read, or that the sources are in several languages.
pub fn export(site: &Site, sources: &Sources, entries: &[&Entry], lang: &Lang) -> Result<Packet, Box<Diagnostic>> {
    let first = entries.first().map_or(lang, |entry| &entry.source_lang);
    if let Some(other) = entries.iter().find(|entry| entry.source_lang != *first) {
        let message = message!(
            "packet-two-languages",
            other = &other.path,
            other_lang = &other.source_lang,
            first = &entries[0].path,
            first_lang = first
        );
        let help = message!("packet-two-languages-help");
        return Err(Box::new(Diagnostic::error(Code::ExchangeInvalid, message).help(help)));
    }
    let rules = TextReader::new(site);
    let parts: Result<Vec<OutgoingDocument>, _> =
        entries.iter().map(|entry| part(&rules, sources, entry, lang)).collect();
    Ok(Packet { source: first.clone(), target: lang.clone(), parts: parts? })
}

fn part(
    rules: &TextReader<'_>,
    sources: &Sources,
    entry: &Entry,
    lang: &Lang,
) -> Result<OutgoingDocument, Box<Diagnostic>> {
    let file = &entry.source.file;
    let stub = rules.stub(file, &sources.text(file)?, "").unwrap_or_default();
    let found = units::units(&stub, file, &entry.type_)?;
    let there = entry.docs.get(lang).map(|doc| &doc.file);
    let targets = match there {
        Some(file) => aligned(&found, &units::units(&sources.text(file)?, file, &entry.type_)?),
        None => BTreeMap::new(),
    };
    Ok(OutgoingDocument {
        original: Arc::clone(file),
        hash: entry.source.meta.source_hash,
        replaces: there.and_then(|file| sources.get(file)).map(|source| source.hash),
        units: found
            .into_iter()
            .filter(Unit::has_words)
            .map(|unit| {
                let target = targets.get(&unit.id).cloned();
                (unit, target)
            })
            .collect(),
    })
}

/// The texts of a translation by the ids of those of its source: where both have the same form from start to end, and
/// a text holds the same things.
fn aligned(source: &[Unit], translation: &[Unit]) -> Targets {
    let form = |unit: &Unit| (unit.name.clone(), unit.form);
    if !source.iter().map(form).eq(translation.iter().map(form)) {
        return BTreeMap::new();
    }
    let pairs = source.iter().zip(translation);
    pairs.filter_map(|(unit, translated)| Some((unit.id.clone(), renumbered(unit, translated)?))).collect()
}

/// The tokens of a translation with the numbers that its things have in the source.
fn renumbered(unit: &Unit, translated: &Unit) -> Option<Vec<UnitToken>> {
    let mut free: Vec<bool> = vec![true; unit.held.len()];
    let mut numbers = Vec::new();
    for held in &translated.held {
        let index = (0..unit.held.len()).find(|index| free[*index] && unit.held[*index] == *held)?;
        free[index] = false;
        numbers.push(index);
    }
    let lacks = unit.held.iter().zip(&free).any(|(held, free)| *free && !held.what.optional());
    (!lacks).then(|| translated.tokens.iter().map(|token| numbered(token, &numbers)).collect())
}

/// A token with the number that its thing has in the source.
fn numbered(token: &UnitToken, numbers: &[usize]) -> UnitToken {
    match token {
        UnitToken::Text(text) => UnitToken::Text(text.clone()),
        UnitToken::Placeholder(index) => UnitToken::Placeholder(numbers[*index]),
        UnitToken::Open(index) => UnitToken::Open(numbers[*index]),
        UnitToken::Close(index) => UnitToken::Close(numbers[*index]),
    }
}

/// A file of a translation that is to be written.
#[derive(Debug)]
pub struct Arrived {
    /// Its path.
    pub file: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// Texts that are not translated yet; such a file stays a draft that nobody sees.
    pub open: usize,
}

/// The files that a packet makes: those of words, then those of entries in its order. `settings` is the settings file;
/// `replace` takes translations that changed after the packet went out.
///
/// # Errors
/// All that is wrong; then nothing may be written.
pub fn import(
    site: &Site,
    sources: &mut Sources,
    received: &Received,
    settings: &str,
    replace: bool,
) -> Result<Vec<Arrived>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let Some(lang) = target(site, received, &mut diagnostics) else { return Err(diagnostics) };
    let words = import_words(site, sources, received, &ImportOf { settings, lang: &lang, replace });
    let mut arrived: Vec<Arrived> = words.unwrap_or_else(|found| {
        diagnostics.extend(found);
        Vec::new()
    });
    for one in &arrived {
        sources.show_aside(&one.file, &one.text);
        diagnostics.extend(unicode_lint::lint(&one.file, &one.text));
    }
    let importing = Importing { site, rules: TextReader::new(site), lang, replace };
    for part in received.parts.iter().filter(|part| !words::is_words(part)) {
        match importing.part(part, sources) {
            Ok(one) if arrived.iter().any(|other| other.file == one.file) => diagnostics.push(invalid(
                message!("packet-text-twice", name = &part.original.value),
                part.original.span.clone(),
                message!("keep-right-one-help"),
            )),
            Ok(one) => {
                sources.show_aside(&one.file, &one.text);
                let (_, found) = importing.rules.read(&one.file, &one.text);
                diagnostics.extend(found);
                diagnostics.extend(unicode_lint::lint(&one.file, &one.text));
                arrived.push(one);
            }
            Err(found) => diagnostics.extend(found),
        }
    }
    if diagnostics.has_errors() { Err(diagnostics) } else { Ok(arrived) }
}

/// How a packet is taken.
struct ImportOf<'a> {
    settings: &'a str,
    lang: &'a Lang,
    replace: bool,
}

fn import_words(
    site: &Site,
    sources: &Sources,
    received: &Received,
    of: &ImportOf<'_>,
) -> Result<Vec<Arrived>, Vec<Diagnostic>> {
    let parts: Vec<&ReceivedPart> = received.parts.iter().filter(|part| words::is_words(part)).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let from = received.source.as_ref().and_then(|source| Lang::parse(&source.value));
    let words = SiteWords::new(sources, &site.config, of.settings, of.lang);
    words.from(from.unwrap_or_else(Lang::last)).import(&parts, of.replace)
}

fn target(site: &Site, received: &Received, diagnostics: &mut Diagnostics) -> Option<Lang> {
    let all = site.config.tags();
    let found = Lang::parse(&received.target.value).filter(|lang| all.contains(lang));
    if found.is_none() {
        diagnostics.push(unknown_language(&received.target.value, received.target.span.clone(), &all));
    }
    found
}

fn invalid(message: Message, at: Span, help: Message) -> Diagnostic {
    Diagnostic::error(Code::ExchangeInvalid, message).at(at).help(help)
}

struct Importing<'a> {
    site: &'a Site,
    rules: TextReader<'a>,
    lang: Lang,
    replace: bool,
}

impl Importing<'_> {
    fn part(&self, part: &ReceivedPart, sources: &Sources) -> Result<Arrived, Vec<Diagnostic>> {
        let alone = |diagnostic: Box<Diagnostic>| vec![*diagnostic];
        let entry = self.entry(part).map_err(alone)?;
        let file = place::translated(&entry.source.file, &self.lang);
        let before = self.before(part, &file, sources).map_err(alone)?;
        let text = self.source_text(part, entry, sources).map_err(alone)?;
        let own = before.map_or_else(String::new, |text| stub::own_lines(&text, &file, &entry.type_));
        let stub = |lines: &str| self.rules.stub(&entry.source.file, &text, lines).unwrap_or_default();
        let complete = stub(&own);
        let (targets, open) = targets(&complete, part, entry)?;
        let base = if open == 0 { complete } else { stub(&format!("{own}{}", stub::held_back(&self.lang))) };
        let mut translated = |unit: &Unit| targets.get(&unit.id).cloned();
        let written = units::rewrite(&base, &entry.source.file, &entry.type_, &mut translated).map_err(alone)?;
        Ok(Arrived { file, text: Arc::from(written), open })
    }

    fn entry(&self, part: &ReceivedPart) -> Result<&Entry, Box<Diagnostic>> {
        let named = &part.original;
        let found = self.site.entries.iter().find(|entry| entry.source.file == named.value);
        let entry = found.filter(|entry| !entry.source.file.is_empty()).ok_or_else(|| {
            let known = self.site.entries.iter().map(|entry| &*entry.source.file);
            let message = message!("packet-no-source", name = &named.value);
            Box::new(
                Diagnostic::error(Code::ExchangeInvalid, message).at(named.span.clone()).suggest(&named.value, known),
            )
        })?;
        if entry.source_lang == self.lang {
            let message = message!("packet-own-language", path = &entry.path, lang = &self.lang);
            let help = message!("packet-own-language-help");
            return Err(Box::new(invalid(message, named.span.clone(), help)));
        }
        Ok(entry)
    }

    /// The translation that is there already, which must be the one that went out.
    fn before(
        &self,
        part: &ReceivedPart,
        file: &Arc<str>,
        sources: &Sources,
    ) -> Result<Option<Arc<str>>, Box<Diagnostic>> {
        let Some(there) = sources.get(file) else { return Ok(None) };
        let went_out = part.replaces.as_ref().is_some_and(|hash| *hash.value == *there.hash.to_string());
        if !went_out && !self.replace {
            let message = message!("packet-file-changed", file = file);
            let help = message!("packet-file-changed-help");
            return Err(Box::new(invalid(message, part.original.span.clone(), help)));
        }
        sources.text(file).map(Some)
    }

    /// The text that the packet was made from: the present one, or a version that Git remembers.
    fn source_text(&self, part: &ReceivedPart, entry: &Entry, sources: &Sources) -> Result<Arc<str>, Box<Diagnostic>> {
        let file = &entry.source.file;
        let Some(hash) = part.hash.as_ref().filter(|hash| !entry.source.meta.is_source_hash(&hash.value)) else {
            return sources.text(file);
        };
        let message = message!("packet-file-changed", file = file);
        let failed = |help: Message| Box::new(invalid(message.clone(), hash.span.clone(), help));
        let Some(root) = sources.root() else { return Err(failed(message!("export-again-help"))) };
        let known = Hash::from_hex(&hash.value).is_some();
        let history = history::of(root, file)
            .map_err(|diagnostic| failed(message!("packet-then-unknown", why = &diagnostic.message)))?;
        for version in history.versions.iter().filter(|_| known) {
            let Ok(text) = history::text(root, version) else { continue };
            let text = text.replace("\r\n", "\n");
            if self.rules.is_source_hash(file, &text, &hash.value) {
                return Ok(Arc::from(text));
            }
        }
        let help = if history.shallow { message!("packet-shallow-help") } else { message!("packet-no-version-help") };
        Err(failed(help))
    }
}

/// The tokens of every text that was translated, and how many were not.
fn targets(text: &str, part: &ReceivedPart, entry: &Entry) -> Result<(Targets, usize), Vec<Diagnostic>> {
    let type_: &Type = &entry.type_;
    let known = units::units(text, &entry.source.file, type_).map_err(|diagnostic| vec![*diagnostic])?;
    let mut wrong = Vec::new();
    let mut found = BTreeMap::new();
    for received in &part.units {
        let Some(unit) = known.iter().find(|unit| *unit.id == *received.id.value) else {
            wrong.push(foreign(received, &part.original.value));
            continue;
        };
        match received.target.as_ref().map(|target| xliff::tokens(unit, target)) {
            Some(Ok(tokens)) => {
                found.insert(unit.id.clone(), tokens);
            }
            Some(Err(diagnostic)) => wrong.push(*diagnostic),
            None => {}
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let open = known.iter().filter(|unit| unit.has_words() && !found.contains_key(&unit.id)).count();
    Ok((found, open))
}

fn foreign(received: &ReceivedUnit, original: &str) -> Diagnostic {
    invalid(
        message!("packet-no-text", file = original, name = &received.id.value),
        received.id.span.clone(),
        message!("packet-no-text-help"),
    )
}
