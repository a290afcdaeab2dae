//! Which field is meant by a name that is none: by its spelling, and by what fields are called in every language.
//! Knows nothing of values.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::diagnostic::{Catalog, Message, nearest};
use crate::lang::fold;
use crate::message;
use crate::schema::Type;

/// The name of the field that is meant.
pub(super) fn meant<'t>(wrong: &str, type_: &'t Type) -> Option<&'t str> {
    let wrong = plain(wrong);
    let called = called(type_);
    let exact = called.iter().find(|(_, word)| *word == wrong);
    if let Some((name, _)) = exact {
        return Some(name);
    }
    let words: Vec<&str> = called.iter().map(|(_, word)| word.as_str()).collect();
    let near = nearest(&wrong, &words)?;
    called.iter().find(|(_, word)| word == near).map(|(name, _)| *name)
}

/// Names of fields, then what they are called: of two that are as near the first is meant.
fn called(type_: &Type) -> Vec<(&str, String)> {
    let mut called: Vec<(&str, String)> = type_.fields.iter().map(|field| (&*field.name, plain(&field.name))).collect();
    called.push(("translation", "translation".to_owned()));
    for field in &type_.fields {
        let synonyms = field.synonyms.values().flatten();
        let words = field.label.iter().map(|(_, label)| label).chain(synonyms);
        called.extend(words.map(|word| (&*field.name, plain(word))));
        let listed = LISTED.get(&*field.name).into_iter().flatten();
        called.extend(listed.map(|word| (&*field.name, word.clone())));
    }
    called
}

/// What editors call fields that no type gives a label, by their names. Reading the messages of all languages costs more
/// than a text.
static LISTED: LazyLock<BTreeMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let catalogs: Vec<Catalog> = Catalog::languages().iter().filter_map(|tag| Catalog::of(tag)).collect();
    words().into_iter().map(|(name, message)| (name, listed(&message, &catalogs))).collect()
});

/// The words that a message lists, in all languages.
fn listed(message: &Message, catalogs: &[Catalog]) -> Vec<String> {
    let texts = catalogs.iter().map(|catalog| message.text(catalog));
    texts.flat_map(|text| text.split(',').map(plain).collect::<Vec<_>>()).collect()
}

fn words() -> Vec<(&'static str, Message)> {
    vec![
        ("title", message!("field-words-title")),
        ("description", message!("field-words-description")),
        ("slug", message!("field-words-slug")),
        ("draft", message!("field-words-draft")),
        ("aliases", message!("field-words-aliases")),
        ("noindex", message!("field-words-noindex")),
        ("toc", message!("field-words-toc")),
        ("glossary", message!("field-words-glossary")),
        ("illustrative", message!("field-words-illustrative")),
        ("publish", message!("field-words-publish")),
        ("expires", message!("field-words-expires")),
        ("updated", message!("field-words-updated")),
        ("related", message!("field-words-related")),
        ("sensitive", message!("field-words-sensitive")),
        ("weight", message!("field-words-weight")),
        ("neutral_title", message!("field-words-neutral-title")),
        ("date", message!("field-words-date")),
    ]
}

/// A name without what people do not see as a difference: capitals, accents, signs between words.
fn plain(name: &str) -> String {
    let words = fold(name.trim());
    words.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect::<String>().trim_matches('_').to_owned()
}
