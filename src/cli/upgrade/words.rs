//! Words of the interface that have become settings: what a site said in `data/strings/` moves to its settings file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Upgrade;
use crate::diagnostic::Diagnostic;
use crate::lang::{Lang, MessageLines, message_lines};
use crate::message;
use crate::yaml::edit::{YamlStep, YamlText, YamlValue};

/// Words that are gone.
const NOTE: &str = "footer-demo";
const LICENCE: &str = "footer-licence";
const NUMBER: &str = "emergency-number";

/// Texts by language.
type Texts = BTreeMap<String, String>;

/// Moves the words, and takes them out of the files of strings.
pub(super) fn move_to_settings(upgrade: &mut Upgrade<'_>, settings: &mut YamlText) -> Result<(), Box<Diagnostic>> {
    let files: Vec<(Arc<str>, String)> = upgrade
        .sources
        .under("data/strings")
        .filter_map(|source| {
            let name = source.path.strip_prefix("data/strings/")?.strip_suffix(".ftl")?;
            Lang::parse(name).map(|_| (Arc::clone(&source.path), name.to_owned()))
        })
        .collect();
    let mut found: BTreeMap<&str, Texts> = BTreeMap::new();
    for (path, lang) in &files {
        let text = upgrade.text(path)?;
        for key in [NOTE, LICENCE, NUMBER] {
            let value = message_lines(&text).into_iter().find(|message| message.key == key).map(|it| plain(&it));
            found.entry(key).or_default().extend(value.map(|value| (lang.clone(), value)));
        }
    }
    let mut gone = BTreeSet::from([LICENCE, NOTE]);
    let mut note = found.remove(NOTE).unwrap_or_default();
    if settings.root().get("licence").is_none() {
        // Without the setting nothing else would say under which licence the texts are.
        for (lang, words) in found.remove(LICENCE).unwrap_or_default() {
            let words = format!("{} {words}", note.get(&lang).map_or("", String::as_str)).trim().to_owned();
            note.insert(lang, words);
        }
    }
    note.retain(|_, words| !words.is_empty());
    if settings.root().get("footer_note").is_none() {
        set_note(settings, &note, &files)?;
    } else if !note.is_empty() {
        gone = BTreeSet::new();
        upgrade.notes.push(message!("upgrade-note-there", note = NOTE, licence = LICENCE));
    }
    let numbers: BTreeSet<String> = found.remove(NUMBER).unwrap_or_default().into_values().collect();
    let known = settings.root().get("emergency_number").is_some();
    match (numbers.first(), numbers.len()) {
        (Some(number), 1) if !known => {
            settings.set(&[YamlStep::from("emergency_number")], &YamlValue::Quoted(number.clone()))?;
            gone.insert(NUMBER);
        }
        (Some(_), 1) => drop(gone.insert(NUMBER)),
        (Some(_), _) => upgrade.notes.push(message!("upgrade-numbers-differ", number = NUMBER)),
        (None, _) => {}
    }
    files.iter().try_for_each(|(path, _)| take_out(upgrade, path, &gone))
}

/// Writes the line at the foot: in the languages that have it, or once where it is the same in all.
fn set_note(settings: &mut YamlText, note: &Texts, files: &[(Arc<str>, String)]) -> Result<(), Box<Diagnostic>> {
    let different: BTreeSet<&String> = note.values().collect();
    let value = match different.first() {
        None => return Ok(()),
        Some(words) if different.len() == 1 && note.len() == files.len() => YamlValue::Quoted((*words).clone()),
        Some(_) => {
            YamlValue::Map(note.iter().map(|(lang, words)| (lang.clone(), YamlValue::Quoted(words.clone()))).collect())
        }
    };
    settings.set(&[YamlStep::from("footer_note")], &value)
}

/// Takes messages out of a file of strings. One that says something by values of its own stays, for a person to see.
fn take_out(upgrade: &mut Upgrade<'_>, path: &Arc<str>, gone: &BTreeSet<&str>) -> Result<(), Box<Diagnostic>> {
    let mut text = upgrade.text(path)?;
    let cuts: Vec<_> = message_lines(&text).into_iter().filter(|it| gone.contains(it.key)).map(|it| it.range).collect();
    for cut in cuts.into_iter().rev() {
        text.replace_range(cut, "");
    }
    upgrade.put(path, text)
}

/// The words of a message: `{ "x" }` is `x`.
fn plain(message: &MessageLines<'_>) -> String {
    let mut words = String::new();
    let mut rest = message.value.as_str();
    while let Some((before, inside)) = rest.split_once('{') {
        let Some((placeable, after)) = inside.split_once('}') else { break };
        words.push_str(before);
        words.push_str(placeable.trim().trim_matches('"'));
        rest = after;
    }
    words.push_str(rest);
    words.trim().to_owned()
}
