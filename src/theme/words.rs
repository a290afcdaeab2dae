//! The strings of the theme and the site against each other and against the templates that ask for them.
//! Knows nothing of how a text is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::copies;
use crate::config::{Config, Special};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lang::lint::{self, Messages};
use crate::lang::{Lang, StringFile};
use crate::message;
use crate::source::{Source, Sources};

/// Checks the strings of all languages of the site. `templates` are the texts of all templates.
pub(super) fn check(
    files: &[StringFile],
    templates: &[Arc<str>],
    config: &Config,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut messages: BTreeMap<Lang, Messages> = BTreeMap::new();
    for lang in config.tags() {
        let own: Vec<&StringFile> = files.iter().filter(|file| file.lang == lang).collect();
        if !own.is_empty() {
            messages.insert(lang, lint::messages(own));
        }
    }
    // Where nobody wrote words in the default language, those of the theme say which arguments there are.
    let last = Lang::last();
    let of_last: Messages = lint::messages(files.iter().filter(|file| file.lang == last));
    let (against, reference) = match messages.get(&config.default_language) {
        Some(reference) => (&config.default_language, reference),
        None => (&last, &of_last),
    };
    for (lang, own) in &messages {
        diagnostics.extend(lint::plurals(lang, own));
        if lang != against {
            diagnostics.extend(lint::arguments(own, reference, against));
        }
    }
    // What the program carries is no site's to mend: with a template of its own a site may ask for less.
    let carried = |path: &str| copies::is_original(path) || sources.get(path).is_some_and(Source::is_carried);
    unused(&messages, templates, &carried, diagnostics);
}

/// Texts that no template asks for, each told once.
fn unused(
    messages: &BTreeMap<Lang, Messages>,
    templates: &[Arc<str>],
    carried: &dyn Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) {
    let mut asked = Uses::default();
    for template in templates {
        asked.read(template);
        asked.read_layout(template);
    }
    if asked.anything {
        return;
    }
    let referred: BTreeSet<&str> =
        messages.values().flatten().flat_map(|(_, message)| message.refers.iter().map(String::as_str)).collect();
    let mut told = BTreeSet::new();
    for (key, message) in messages.values().flatten() {
        let used = super::TEXTS.contains(&key.as_str())
            || super::TEXTS_OF_COMMANDS.contains(&key.as_str())
            || key.starts_with(super::TEXTS_OF_DEADLINES)
            || Special::ALL.iter().any(|special| special.texts().contains(&key.as_str()))
            || referred.contains(key.as_str())
            || asked.names(key);
        if !used && !carried(&message.span.file) && told.insert(key) {
            let text = message!("text-unasked", key = key);
            let help = message!("text-unasked-help");
            diagnostics.push(Diagnostic::warning(Code::StringUnused, text).at(message.span.clone()).help(help));
        }
    }
}

/// The keys that templates ask for.
#[derive(Default)]
struct Uses {
    exact: BTreeSet<String>,
    /// Starts and ends of keys that are put together.
    around: BTreeSet<(String, String)>,
    /// Whether a key is not written out at all, so that nobody can tell.
    anything: bool,
}

impl Uses {
    /// Finds `key="…"`, the argument of `t`, and `key="a-" ~ x ~ "-b"`.
    fn read(&mut self, template: &str) {
        for (at, call) in template.match_indices("key=") {
            let before = template[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &template[at + call.len()..];
            let Some((first, rest)) = literal(rest) else {
                self.anything = true;
                return;
            };
            let end = rest.find([',', ')']).unwrap_or(rest.len());
            let tail = &rest[..end];
            if !tail.trim_start().starts_with('~') {
                self.exact.insert(first.to_owned());
                continue;
            }
            let last = tail.rfind('~').map_or("", |at| tail[at + 1..].trim_start());
            let suffix = literal(last).map_or("", |(text, _)| text);
            self.around.insert((first.to_owned(), suffix.to_owned()));
        }
    }

    /// Finds `t("…")` of layouts of prints, which no other template writes.
    fn read_layout(&mut self, template: &str) {
        let calls = template.split("t(").skip(1).filter_map(literal);
        self.exact.extend(calls.map(|(key, _)| key.to_owned()));
    }

    fn names(&self, key: &str) -> bool {
        let fits = |(start, end): &(String, String)| {
            key.len() >= start.len() + end.len() && key.starts_with(start.as_str()) && key.ends_with(end.as_str())
        };
        self.exact.iter().any(|used| used.split('.').next() == Some(key)) || self.around.iter().any(fits)
    }
}

/// The text in quotes at the start, and what follows it.
fn literal(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split_once(quote)
}
