//! What a diagnostic says, apart from the language in which it is said: the name of a message and its arguments.
//! Knows nothing of languages; `Catalog` puts a message into words.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::Catalog;

/// A message of `src/messages/<lang>.ftl`, with what is put into it. Made by [`message!`](crate::message), so that a test can
/// compare names and arguments with those files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    content: Wording,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Wording {
    Named {
        id: &'static str,
        arguments: Vec<(&'static str, MessageArgument)>,
    },
    /// Words that are not ours to translate: of an editor, or of a library whose errors are for makers of themes.
    Verbatim(String),
}

/// What is put into a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageArgument {
    /// A text as it is: a name, a path, a value.
    Text(String),
    /// A number, by which a message may choose its plural.
    Number(u64),
    /// Names, each in backticks, with commas between them.
    Names(Vec<String>),
    /// Another message, put into words in the same language.
    Message(Message),
    /// Other messages, with commas between them.
    Messages(Vec<Message>),
}

impl Message {
    /// A message by its name; use [`message!`](crate::message).
    #[must_use]
    pub const fn named(id: &'static str, arguments: Vec<(&'static str, MessageArgument)>) -> Self {
        Self { content: Wording::Named { id, arguments } }
    }

    /// Words that stay as they are in every language.
    #[must_use]
    pub fn verbatim(words: impl Into<String>) -> Self {
        Self { content: Wording::Verbatim(words.into()) }
    }

    /// Its name in the files of messages; `None` for words that stay as they are.
    #[must_use]
    pub fn id(&self) -> Option<&'static str> {
        match &self.content {
            Wording::Named { id, .. } => Some(id),
            Wording::Verbatim(_) => None,
        }
    }

    /// The message in the words of a language.
    #[must_use]
    pub fn text(&self, catalog: &Catalog) -> String {
        match &self.content {
            Wording::Named { id, arguments } => catalog.format(id, arguments),
            Wording::Verbatim(words) => words.clone(),
        }
    }
}

/// In English, as in logs and for programs.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(&Catalog::english()))
    }
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self::verbatim(words)
    }
}

impl From<&str> for Message {
    fn from(words: &str) -> Self {
        Self::verbatim(words)
    }
}

impl From<&String> for MessageArgument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&&str> for MessageArgument {
    fn from(text: &&str) -> Self {
        Self::Text((*text).to_owned())
    }
}

impl From<Arc<str>> for MessageArgument {
    fn from(text: Arc<str>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<&Arc<str>> for MessageArgument {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<Cow<'_, str>> for MessageArgument {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<String> for MessageArgument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for MessageArgument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<char> for MessageArgument {
    fn from(c: char) -> Self {
        Self::Text(c.to_string())
    }
}

impl From<&char> for MessageArgument {
    fn from(c: &char) -> Self {
        Self::Text(c.to_string())
    }
}

impl From<usize> for MessageArgument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u64> for MessageArgument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for MessageArgument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<Vec<String>> for MessageArgument {
    fn from(names: Vec<String>) -> Self {
        Self::Names(names)
    }
}

impl From<&[&str]> for MessageArgument {
    fn from(names: &[&str]) -> Self {
        Self::Names(names.iter().map(|name| (*name).to_owned()).collect())
    }
}

impl From<Vec<Message>> for MessageArgument {
    fn from(messages: Vec<Message>) -> Self {
        Self::Messages(messages)
    }
}

impl From<&Message> for MessageArgument {
    fn from(message: &Message) -> Self {
        Self::Message(message.clone())
    }
}

impl From<Message> for MessageArgument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// A message by its name in `src/messages/en.ftl`, with its arguments: `message!("file-missing", name = path)`.
/// A test reads these calls: write the name as a literal.
#[macro_export]
macro_rules! message {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::diagnostic::Message::named($id, vec![$((stringify!($name), $crate::diagnostic::MessageArgument::from($value))),*])
    };
}
