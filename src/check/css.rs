//! The addresses in CSS, as far as that needs CSS to be read (CSS Syntax, section 4): comments, strings and brackets.
//! Knows nothing of properties and of where addresses lead.

/// Gives every address that a browser would fetch.
pub(super) fn addresses(css: &str, take: &mut dyn FnMut(&str)) {
    CssScanner { css, at: 0, statement: 0, open: Vec::new() }.run(take);
}

struct CssScanner<'a> {
    css: &'a str,
    at: usize,
    /// Where the statement starts that is read.
    statement: usize,
    /// Brackets that are open: whether strings in them are addresses.
    open: Vec<bool>,
}

impl<'a> CssScanner<'a> {
    fn run(mut self, take: &mut dyn FnMut(&str)) {
        while let Some(byte) = self.css.as_bytes().get(self.at).copied() {
            match byte {
                b'/' if self.rest().starts_with("/*") => {
                    self.comment();
                    continue;
                }
                b'"' | b'\'' => {
                    let address = self.is_address();
                    let string = self.string(byte);
                    if address {
                        take(string);
                    }
                    continue;
                }
                b'\\' => self.at += 1,
                b'(' => self.bracket(take),
                b')' => {
                    self.open.pop();
                }
                b';' | b'{' | b'}' => self.statement = self.at + 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn rest(&self) -> &'a str {
        self.css.get(self.at..).unwrap_or_default()
    }

    /// The statement up to here.
    fn before(&self) -> &'a str {
        self.css.get(self.statement..self.at).unwrap_or_default()
    }

    /// Steps over a comment; a statement starts after those in front of it.
    fn comment(&mut self) {
        let leads = self.before().trim().is_empty();
        self.at = self.rest()[2..].find("*/").map_or(self.css.len(), |end| self.at + 2 + end + 2);
        if leads {
            self.statement = self.at;
        }
    }

    /// Whether the string that starts here is fetched.
    fn is_address(&self) -> bool {
        let statement = self.before().trim_start();
        // Its address is a name and never fetched (CSS Namespaces, section 2).
        !starts(statement, "@namespace") && (self.open.last() == Some(&true) || imports(statement))
    }

    /// Steps over a string and gives its content.
    fn string(&mut self, quote: u8) -> &'a str {
        let bytes = self.css.as_bytes();
        let start = self.at + 1;
        let mut end = start;
        while end < bytes.len() && bytes[end] != quote {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        self.css.get(start..end).unwrap_or_default()
    }

    /// Notes what kind of bracket opens here; an address without quotes is taken at once.
    fn bracket(&mut self, take: &mut dyn FnMut(&str)) {
        let before = self.before();
        self.open.push(["url", "src", "image-set", "image"].iter().any(|name| ends(before, name)));
        if !ends(before, "url") || starts(before.trim_start(), "@namespace") {
            return;
        }
        let inner = &self.css[self.at + 1..];
        let inner = &inner[..inner.find(')').unwrap_or(inner.len())];
        if !inner.trim_start().starts_with(['"', '\'']) {
            take(inner.trim());
            // The bracket itself is left to be closed.
            self.at += inner.len();
        }
    }
}

/// Whether a statement is `@import` so far, comments aside.
fn imports(statement: &str) -> bool {
    // A long statement of many texts is not searched for comments at each of them.
    if !starts(statement, "@import") {
        return false;
    }
    let word = statement.split_once("/*").map_or(statement, |(word, _)| word);
    word.trim_end().eq_ignore_ascii_case("@import")
}

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn ends(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len());
    start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}
