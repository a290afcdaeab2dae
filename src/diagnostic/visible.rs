//! Characters that could mislead whoever reads a terminal or a log, written out. Knows nothing of what is wrong with a text.

/// A text in which controls, turning marks and other characters that nobody sees are written as `\u{202E}`. Line breaks
/// stay, and so do joiners and variation selectors, without which names in many languages cannot be read.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if misleads(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// JSON in which such characters are escaped, so that a log shows them and a program reads the same.
#[must_use]
pub fn visible_json(value: &serde_json::Value) -> String {
    // Outside strings JSON has no such characters, and inside them the writer has escaped what is below U+0020.
    let mut out = String::new();
    for c in format!("{value:#}").chars() {
        if c != '\n' && misleads(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn misleads(c: char) -> bool {
    if matches!(c, '\n' | '\t') {
        return false;
    }
    // Soft hyphen, joiner of marks, marks, spaces without width, controls of direction, signs without a shape, fillers, tags.
    let unseen = matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    );
    unseen || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_misleads_is_written_as_it_is() {
        assert_eq!(visible("a\u{202E}b\u{7}\n\u{E0041}é\u{200C}"), "a\\u{202e}b\\u{7}\n\\u{e0041}é\u{200C}");
        let value = serde_json::json!({ "file": "a\u{202E}\u{E0041}\u{7F}", "é": 1 });
        let text = visible_json(&value);
        assert!(text.chars().all(|c| c == 'é' || c == '\n' || (' '..='~').contains(&c)), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).ok(), Some(value));
    }
}
