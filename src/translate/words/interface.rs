//! The words of the interface: messages of the theme and of a site, as texts and back. Knows nothing of labels.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ReceivedWord, SiteWords, Word, WordFile, family, in_other, invalid};
use crate::diagnostic::Diagnostic;
use crate::lang::{FormPiece, Lang, MessageForms, StringFile, message_forms, message_lines};
use crate::message;
use crate::theme;

/// The messages of a site.
pub(super) struct Interface {
    file: Arc<str>,
    words: Vec<Word>,
    messages: Vec<InterfaceMessage>,
}

/// A message, with the index of its first word.
struct InterfaceMessage {
    key: String,
    forms: MessageForms,
    first: usize,
}

/// What a language says now.
struct KnownMessage<'a> {
    now: Option<&'a MessageForms>,
    is_of_site: bool,
}

/// Messages by their keys.
type Forms = BTreeMap<String, MessageForms>;

impl Interface {
    pub(super) fn read(site: &SiteWords<'_>) -> Self {
        let files = theme::string_files(site.sources, site.config);
        let of = |lang: &Lang, own: bool| forms_of(&files, lang, own, site.lang);
        let default = &site.config.default_language;
        let last = Lang::last();
        // What a site says in its own words goes before what the theme says in general.
        let mut sources = vec![(&site.from, of(&site.from, true)), (default, of(default, true))];
        sources.extend([(&site.from, of(&site.from, false)), (&last, of(&last, false))]);
        let others = site.config.tags();
        sources.extend(others.iter().map(|lang| (lang, of(lang, false))));
        // Of a language that is the default one too, its own words are no source.
        sources.retain(|(lang, _)| *lang != site.lang);
        let known: Vec<Forms> = family(site.lang).iter().map(|lang| of(lang, false)).collect();
        let in_site = of(site.lang, true);
        let keys: BTreeSet<String> = sources.iter().flat_map(|(_, forms)| forms.keys().cloned()).collect();
        let file = Arc::from(format!("data/strings/{}.ftl", site.lang));
        let mut interface = Self { file, words: Vec::new(), messages: Vec::new() };
        for key in keys {
            let found = sources.iter().find_map(|(lang, forms)| Some((*lang, forms.get(&key)?)));
            let Some((lang, forms)) = found else { continue };
            let now = known.iter().find_map(|forms| forms.get(&key));
            let known = KnownMessage { now, is_of_site: in_site.contains_key(&key) };
            interface.add(&key, forms, &known, &in_other(lang, &site.from));
        }
        interface
    }

    fn add(&mut self, key: &str, forms: &MessageForms, known: &KnownMessage<'_>, hint: &str) {
        let first = self.words.len();
        for form in &forms.forms {
            let own = known.now.and_then(|now| now.forms.iter().find(|own| own.is_own && own.name == form.name));
            let target = own.map(|own| own.pieces.as_slice());
            self.words.push(Word::new(&form.name, hint, &form.pieces, target, known.is_of_site));
        }
        self.messages.push(InterfaceMessage { key: key.to_owned(), forms: forms.clone(), first });
    }

    /// The texts of a message after the changes, if any of them is changed.
    fn texts(
        &self,
        message: &InterfaceMessage,
        changes: &BTreeMap<usize, ReceivedWord>,
    ) -> Result<Option<Vec<Vec<FormPiece>>>, Box<Diagnostic>> {
        let range = message.first..message.first + message.forms.forms.len();
        let Some((_, first)) = changes.range(range.clone()).next() else { return Ok(None) };
        let (mut missing, mut texts) = (Vec::new(), Vec::new());
        for index in range {
            let word = &self.words[index];
            match changes.get(&index).map(|change| &change.tokens).or(word.target.as_ref()) {
                Some(tokens) => texts.push(word.pieces(tokens)),
                None => missing.push(format!("`{}`", word.unit.name)),
            }
        }
        if missing.is_empty() {
            return Ok(Some(texts));
        }
        let lacks = missing.join(", ");
        let message = message!("text-translated-in-part", key = &message.key, lacks = lacks);
        let help = message!("text-translated-in-part-help");
        Err(Box::new(invalid(message, first.at.clone(), help)))
    }
}

/// The messages of a language, or those of the site itself alone, in the forms of another.
fn forms_of(files: &[StringFile], lang: &Lang, own: bool, forms: &Lang) -> Forms {
    let fits = |file: &&StringFile| file.lang == *lang && (!own || is_of_site(&file.path));
    message_forms(files.iter().filter(fits), forms)
}

fn is_of_site(path: &str) -> bool {
    path.starts_with("data/")
}

impl WordFile for Interface {
    fn file(&self) -> &Arc<str> {
        &self.file
    }

    fn words(&self) -> &[Word] {
        &self.words
    }

    fn changed(&self, now: &str, changes: &BTreeMap<usize, ReceivedWord>) -> Result<String, Vec<Diagnostic>> {
        let mut wrong = Vec::new();
        let mut written: BTreeMap<&str, String> = BTreeMap::new();
        for message in &self.messages {
            match self.texts(message, changes) {
                Ok(Some(texts)) => drop(written.insert(&message.key, message.forms.written(&message.key, &texts))),
                Ok(None) => {}
                Err(diagnostic) => wrong.push(*diagnostic),
            }
        }
        if wrong.is_empty() { Ok(with_messages(now, written)) } else { Err(wrong) }
    }
}

/// A Fluent text with other messages: in the place of an old one, else at its end. All else stays byte for byte.
fn with_messages(now: &str, mut written: BTreeMap<&str, String>) -> String {
    let line_end = if now.contains("\r\n") { "\r\n" } else { "\n" };
    // The mark of a byte order is no part of the first key.
    let (mark, text) = now.strip_prefix('\u{feff}').map_or(("", now), |text| ("\u{feff}", text));
    let found = message_lines(text);
    let mut out = mark.to_owned();
    let mut done = 0;
    for (index, message) in found.iter().enumerate() {
        // Of a key that stands twice, the last one is used.
        let is_last = found[index + 1..].iter().all(|other| other.key != message.key);
        let Some(new) = is_last.then(|| written.remove(message.key)).flatten() else { continue };
        out.push_str(&text[done..message.range.start]);
        out.push_str(&new.replace('\n', line_end));
        done = message.range.end;
    }
    out.push_str(&text[done..]);
    if !written.is_empty() && out.len() > mark.len() && !out.ends_with('\n') {
        out.push_str(line_end);
    }
    written.values().for_each(|new| out.push_str(&new.replace('\n', line_end)));
    out
}
