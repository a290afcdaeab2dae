//! Messages in the language of the editor, of the Fluent files in `src/messages/`. Not the words of a site: those are its
//! theme's. Knows nothing of what a message is about.

use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::message::MessageArgument;
use super::quoted_list;

/// The messages of a language by its tag.
macro_rules! files {
    ($($tag:literal),* $(,)?) => {
        /// The languages that have messages, and these.
        pub(super) const FILES: &[(&str, &str)] = &[$(($tag, include_str!(concat!("../messages/", $tag, ".ftl")))),*];
    };
}

// English first: what a language lacks is said in it.
files!("en", "nl", "ar", "de", "es", "fa", "fr", "it", "pl", "pt", "ti", "tr", "uk");

/// Messages in a language; those that it lacks in English. Cheap to clone.
#[derive(Clone)]
pub struct Catalog {
    tag: &'static str,
    own: Arc<FluentBundle<FluentResource>>,
}

impl Catalog {
    /// The messages in English.
    #[must_use]
    pub fn english() -> Self {
        static ENGLISH: OnceLock<Catalog> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::read(FILES[0].0, FILES[0].1)).clone()
    }

    /// The messages of a language by its BCP 47 tag or the name of a POSIX locale (`nl`, `nl-BE`, `nl_NL.UTF-8`): the nearest
    /// that there is, by cutting parts off at the end. `None` where there is none.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-").to_lowercase();
        let mut rest = tag.as_str();
        loop {
            if let Some((tag, text)) = FILES.iter().find(|(known, _)| known.to_lowercase() == rest) {
                return Some(if *tag == "en" { Self::english() } else { Self::read(tag, text) });
            }
            rest = &rest[..rest.rfind('-')?];
        }
    }

    /// The tags of the languages that have messages.
    #[must_use]
    pub fn languages() -> Vec<&'static str> {
        FILES.iter().map(|(tag, _)| *tag).collect()
    }

    /// Its language.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    fn read(tag: &'static str, text: &str) -> Self {
        // What cannot be read of our own files a test finds; the other messages stay.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let mut own = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        // Most readers are terminals, which show the marks of isolation as signs of their own.
        own.set_use_isolating(false);
        own.add_resource_overriding(resource);
        Self { tag, own: Arc::new(own) }
    }

    /// The words of a message without arguments by a name that is put together, such as that of a flag; `None` where no file
    /// has it.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<String> {
        let own = self.pattern(name, &FluentArgs::new());
        own.or_else(|| Self::english().pattern(name, &FluentArgs::new()))
    }

    /// A message with its arguments. One that no file has shows its name: a message without words is better than none.
    pub(super) fn format(&self, id: &str, arguments: &[(&'static str, MessageArgument)]) -> String {
        let mut given = FluentArgs::new();
        for (name, argument) in arguments {
            // Fluent names have hyphens where those of Rust have underscores.
            given.set(name.replace('_', "-"), self.value(argument));
        }
        self.pattern(id, &given).unwrap_or_else(|| match self.tag {
            "en" => id.to_owned(),
            _ => Self::english().format(id, arguments),
        })
    }

    fn pattern(&self, id: &str, given: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.own.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut wrong = Vec::new();
        let text = self.own.format_pattern(pattern, Some(given), &mut wrong).into_owned();
        wrong.is_empty().then_some(text)
    }

    fn value(&self, argument: &MessageArgument) -> FluentValue<'static> {
        match argument {
            MessageArgument::Text(text) => FluentValue::from(text.clone()),
            #[allow(clippy::cast_precision_loss, reason = "counts of things in a site are far below 2^53")]
            MessageArgument::Number(number) => FluentValue::from(*number as f64),
            MessageArgument::Names(names) => {
                FluentValue::from(quoted_list(&names.iter().map(String::as_str).collect::<Vec<_>>()))
            }
            MessageArgument::Message(message) => FluentValue::from(message.text(self)),
            MessageArgument::Messages(messages) => {
                let texts: Vec<String> = messages.iter().map(|message| message.text(self)).collect();
                FluentValue::from(texts.join(", "))
            }
        }
    }
}

/// Fluent's bundles have no form for debugging; the language must do.
impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Catalog").field(&self.tag).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message;

    #[test]
    fn what_a_language_lacks_or_cannot_put_into_words_is_said_in_english() {
        let text = "error = chyba\ndid-you-mean = { $nonsense }?\nthis is no message\nwarning = varování\n";
        let catalog = Catalog::read("nl", text);
        let said = |message: &super::super::Message| message.text(&catalog);
        assert_eq!([said(&message!("error")), said(&message!("warning"))], ["chyba", "varování"]);
        assert_eq!(said(&message!("help")), "help", "it has no such message");
        assert_eq!(said(&message!("did-you-mean", name = "a")), "did you mean `a`?", "its argument is another");
    }
}
