//! Marks of templates in texts: shortcodes of Hugo, tags and values of Liquid and the like, taken apart and never run.

/// Bytes of the longest mark.
const LONGEST: usize = 4_000;

/// A mark of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TemplateMark<'t> {
    /// All of it, as it stands there.
    pub(super) raw: &'t str,
    /// Its first word.
    pub(super) name: &'t str,
    /// What stands behind that.
    pub(super) arguments: &'t str,
    /// Whether it closes one of its name.
    pub(super) closes: bool,
    /// Whether it is a shortcode of Hugo.
    pub(super) is_shortcode: bool,
    /// Whether it is a value, `{{ … }}`.
    pub(super) is_value: bool,
}

/// Reads a mark that a text starts with.
pub(super) fn read(text: &str) -> Option<TemplateMark<'_>> {
    const FORMS: &[(&str, &str)] = &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")];
    let (open, close) = FORMS.iter().find(|(open, _)| text.starts_with(open))?;
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let at = text[open.len()..end].find(close)? + open.len();
    let inner = text[open.len()..at].trim().trim_matches('-').trim();
    let closes = inner.starts_with('/');
    let inner = inner.trim_start_matches('/').trim_end_matches('/').trim();
    let (name, arguments) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    Some(TemplateMark {
        raw: &text[..at + close.len()],
        name,
        arguments: arguments.trim(),
        closes,
        is_shortcode: open.len() == 3,
        is_value: *open == "{{",
    })
}

/// A mark that stands alone on a line.
pub(super) fn alone(line: &str) -> Option<TemplateMark<'_>> {
    let line = line.trim();
    read(line).filter(|mark| mark.raw.len() == line.len())
}

/// Words behind a mark: each with its name, if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkArgument {
    pub(super) name: Option<String>,
    pub(super) value: String,
}

impl TemplateMark<'_> {
    /// Its arguments: words, words in quotes, and `name=` before either.
    pub(super) fn list(&self) -> Vec<MarkArgument> {
        let mut found = Vec::new();
        let mut rest = self.arguments.trim_start();
        while !rest.is_empty() {
            let name = rest
                .find('=')
                .map(|at| &rest[..at])
                .filter(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')));
            let value = &rest[name.map_or(0, |name| name.len() + 1)..];
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
            let (word, after) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
            };
            found.push(MarkArgument { name: name.map(str::to_owned), value: word.to_owned() });
            rest = after.trim_start();
        }
        found
    }

    /// The argument of one of some names.
    pub(super) fn named(&self, names: &[&str]) -> Option<String> {
        let is = |argument: &MarkArgument| argument.name.as_deref().is_some_and(|name| names.contains(&name));
        self.list().into_iter().find(is).map(|argument| argument.value)
    }

    /// The argument without a name at a place, from 0.
    pub(super) fn nth(&self, at: usize) -> Option<String> {
        self.list().into_iter().filter(|argument| argument.name.is_none()).nth(at).map(|argument| argument.value)
    }
}
