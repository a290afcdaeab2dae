//! Words of languages into a declaration: the file of a language has the same tree, and a word `v` at a path of it becomes
//! `{tag: v}` there. Knows nothing of types and terms.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::lang::Lang;
use crate::message;
use crate::yaml::{Node, Value, YamlKey};

/// Puts the words of a language below the declaration that they are about. What has no place there is told.
pub(super) fn put(declaration: &mut Node, words: &Node, lang: &Lang, diagnostics: &mut Diagnostics) {
    if declaration.is_null() {
        declaration.value = Value::Map(Vec::new());
    }
    let Some(entries) = words.map() else {
        tell(words, message!("words-by-key", found = words.kind()), diagnostics);
        return;
    };
    for (key, value) in entries {
        match &value.value {
            // Nothing was translated there yet.
            Value::Null => {}
            Value::Map(_) => match declaration.get_mut(&key.name) {
                Some(part) if part.map().is_some() || part.is_null() => put(part, value, lang, diagnostics),
                _ => nowhere(key, declaration, diagnostics),
            },
            Value::Text(_) | Value::Number(_) | Value::List(_) => put_word(declaration, key, value, lang, diagnostics),
            Value::Bool(_) => {
                let message = message!("words-expected", found = value.kind());
                let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(value.span.clone());
                diagnostics.push(wrong.help(message!("quote-it-help")));
            }
        }
    }
}

fn put_word(declaration: &mut Node, key: &YamlKey, value: &Node, lang: &Lang, diagnostics: &mut Diagnostics) {
    let tag = YamlKey { name: lang.as_str().to_owned(), span: key.span.clone() };
    let Some(entries) = declaration.map_mut() else { return };
    let at = entries.iter().position(|(known, _)| known.name == key.name).unwrap_or_else(|| {
        entries.push((key.clone(), Node { value: Value::Null, span: key.span.clone() }));
        entries.len() - 1
    });
    let texts = &mut entries[at].1;
    if texts.is_null() {
        texts.value = Value::Map(Vec::new());
    }
    match texts.map_mut() {
        Some(texts) => texts.push((tag, value.clone())),
        None => tell(value, message!("words-not-translated", key = &key.name), diagnostics),
    }
}

fn nowhere(key: &YamlKey, declaration: &Node, diagnostics: &mut Diagnostics) {
    let known = declaration.map().unwrap_or_default().iter().map(|(key, _)| key.name.as_str());
    let message = message!("words-of-nothing", key = &key.name);
    let wrong = Diagnostic::error(Code::SchemaInvalid, message).at(key.span.clone());
    diagnostics.push(wrong.suggest(&key.name, known));
}

fn tell(node: &Node, message: Message, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::error(Code::SchemaInvalid, message).at(node.span.clone()));
}
