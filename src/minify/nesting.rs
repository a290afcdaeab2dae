//! How deep scripts and style sheets go, counted in one pass before a library follows them by calling itself. Knows
//! nothing of what they mean: it reads texts, comments and brackets, and counts the rest as words and signs.

/// Words and signs of a script that stand in or behind each other without an end, brackets around them included: a chain
/// of `!`, `?:`, `.a`, `else if` or `=>` goes as deep as one of brackets. No script that people or programs write has
/// as many; the stack of `STACK` has room for several times as many.
const SCRIPT: usize = 5_000;

/// Signs `|`, `&` and `^` in one expression. The library orders them by comparing each with all others, again and again:
/// two thousand take ten seconds. Flags that are put together are some ten.
const SCRIPT_BITS: usize = 32;

/// The same of a style sheet. Sums in `calc` are chains too.
const STYLE: usize = 2_000;

/// Brackets of a style sheet in each other. Its library reads some of them twice, in case they are something else, and
/// those in them twice again: thirty calculations in each other take minutes. Real ones stand six deep.
const STYLE_BRACKETS: usize = 14;

/// Words behind which a script goes on: what is counted so far is still open.
const GOES_ON: &[&str] = &["else", "catch", "finally", "while", "in", "of", "instanceof", "as"];

/// Words behind which a `/` starts a regular expression.
const BEFORE_VALUE: &[&str] = &[
    "return",
    "typeof",
    "case",
    "in",
    "of",
    "delete",
    "void",
    "throw",
    "new",
    "else",
    "do",
    "instanceof",
    "yield",
    "await",
];

/// Where a script goes too deep.
///
/// # Errors
/// The byte at which it does.
pub fn script(text: &str) -> Result<(), usize> {
    let mut scan = NestingScanner::new(text.as_bytes(), SCRIPT, SCRIPT);
    while let Some(byte) = scan.byte(0) {
        match byte {
            b'/' if scan.byte(1) == Some(b'/') => scan.line(),
            b'/' if scan.byte(1) == Some(b'*') => scan.comment(),
            b'/' if !scan.after_value => scan.regular_expression(),
            b'"' | b'\'' => scan.string(byte),
            b'`' => scan.template(1),
            b'(' | b'[' | b'{' => scan.open(byte),
            b'}' if scan.open.last().is_some_and(|open| open.bracket == b'`') => {
                scan.close(b'`');
                scan.template(1);
            }
            b')' | b']' => scan.close(byte),
            b'}' => {
                scan.close(byte);
                scan.ends = StatementEnd::Maybe;
            }
            b',' => scan.separate(),
            b';' => {
                scan.step(1);
                (scan.after_value, scan.ends) = (false, StatementEnd::Yes);
            }
            byte if byte.is_ascii_whitespace() => scan.space(byte),
            byte if is_word(byte) => scan.word(),
            _ => scan.sign(),
        }
        scan.check()?;
    }
    Ok(())
}

/// Where a style sheet goes too deep.
///
/// # Errors
/// The byte at which it does.
pub fn style(text: &str) -> Result<(), usize> {
    let mut scan = NestingScanner::new(text.as_bytes(), STYLE, STYLE_BRACKETS);
    while let Some(byte) = scan.byte(0) {
        match byte {
            b'/' if scan.byte(1) == Some(b'*') => scan.comment(),
            b'"' | b'\'' => scan.string(byte),
            b'\\' => scan.step(2),
            b'(' if scan.is_address() => scan.address(),
            b'(' | b'[' | b'{' => scan.open(byte),
            b')' | b']' => scan.close(byte),
            b'}' => {
                scan.close(byte);
                scan.reset();
            }
            b';' | b',' => scan.separate(),
            byte if byte.is_ascii_whitespace() => scan.step(1),
            byte if is_word(byte) => scan.word(),
            _ => scan.sign(),
        }
        scan.check()?;
    }
    Ok(())
}

/// A bracket that is open.
struct OpenBracket {
    /// `(`, `[`, `{`, or a backtick for `${` in a template.
    bracket: u8,
    /// What was open before it.
    count: usize,
    /// Signs for bits before it.
    bits: usize,
}

/// Whether a statement ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StatementEnd {
    No,
    /// At `}` or a new line, if no sign or word goes on.
    Maybe,
    /// At `;`, unless an `else` goes on.
    Yes,
}

struct NestingScanner<'t> {
    text: &'t [u8],
    at: usize,
    open: Vec<OpenBracket>,
    /// Words and signs that are open.
    count: usize,
    /// Signs for bits in the expression that is open.
    bits: usize,
    /// Whether what stands before is a value, so that a `/` divides it.
    after_value: bool,
    /// Whether a statement has ended here: what comes next tells.
    ends: StatementEnd,
    most: usize,
    most_brackets: usize,
}

impl<'t> NestingScanner<'t> {
    fn new(text: &'t [u8], most: usize, most_brackets: usize) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            count: 0,
            bits: 0,
            after_value: false,
            ends: StatementEnd::No,
            most,
            most_brackets,
        }
    }

    fn check(&self) -> Result<(), usize> {
        let deep = self.count > self.most || self.bits > SCRIPT_BITS || self.open.len() > self.most_brackets;
        if deep { Err(self.at.min(self.text.len()).saturating_sub(1)) } else { Ok(()) }
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Whatever is open here but not around is over.
    fn reset(&mut self) {
        self.count = self.open.last().map_or(0, |open| open.count + 1);
        self.bits = self.open.last().map_or(0, |open| open.bits);
    }

    /// Before something that does not go on with what may have ended.
    fn begin(&mut self) {
        if self.ends != StatementEnd::No {
            self.reset();
        }
        self.ends = StatementEnd::No;
    }

    /// Before something that goes on with a value before it, if a statement has not surely ended.
    fn go_on(&mut self) {
        if self.ends == StatementEnd::Yes {
            self.reset();
        }
        self.ends = StatementEnd::No;
    }

    fn line(&mut self) {
        while self.byte(0).is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
    }

    fn comment(&mut self) {
        let rest = &self.text[self.at + 2..];
        let end = rest.windows(2).position(|pair| pair == b"*/");
        self.at = end.map_or(self.text.len(), |end| self.at + 2 + end + 2);
    }

    /// A text in quotes, which ends with its line at the latest.
    fn string(&mut self, quote: u8) {
        self.begin();
        self.at += 1;
        while let Some(byte) = self.byte(0) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == quote || byte == b'\n' {
                break;
            }
        }
        self.count += 1;
        self.after_value = true;
    }

    /// Text of a template, up to its end or to a value in it. `skip` are the bytes that lead here.
    fn template(&mut self, skip: usize) {
        self.go_on();
        self.at += skip;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\\' => self.at += 2,
                b'`' => {
                    self.at += 1;
                    break;
                }
                b'$' if self.byte(1) == Some(b'{') => {
                    self.at += 1;
                    self.open(b'`');
                    return;
                }
                _ => self.at += 1,
            }
        }
        self.count += 1;
        self.after_value = true;
    }

    fn regular_expression(&mut self) {
        self.go_on();
        self.at += 1;
        let mut class = false;
        while let Some(byte) = self.byte(0) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            match byte {
                b'[' => class = true,
                b']' => class = false,
                b'/' if !class => break,
                b'\n' => break,
                _ => {}
            }
        }
        self.count += 1;
        self.after_value = true;
    }

    fn open(&mut self, bracket: u8) {
        // A bracket behind `}` may be a call of what it ended.
        self.go_on();
        self.open.push(OpenBracket { bracket, count: self.count, bits: self.bits });
        self.count += 1;
        self.after_value = false;
        self.at += 1;
    }

    /// Closes a bracket; one that does not fit closes nothing, so that what is open stays counted.
    fn close(&mut self, closing: u8) {
        self.begin();
        let bracket = match closing {
            b')' => b'(',
            b']' => b'[',
            b'}' => b'{',
            other => other,
        };
        if let Some(open) = self.open.pop_if(|open| open.bracket == bracket) {
            self.count = open.count + 1;
        }
        self.after_value = true;
        // That of a template is the start of more text, which steps over it.
        self.at += usize::from(closing != b'`');
    }

    fn separate(&mut self) {
        self.at += 1;
        self.after_value = false;
        self.reset();
    }

    fn space(&mut self, byte: u8) {
        self.at += 1;
        // Statements without a semicolon. Behind `)` a new line may be the body of an `if`, which goes deeper.
        let closed = self.text[..self.at - 1].last() == Some(&b')');
        if byte == b'\n' && self.after_value && !closed && self.ends == StatementEnd::No {
            self.ends = StatementEnd::Maybe;
        }
    }

    fn word(&mut self) {
        let start = self.at;
        while self.byte(0).is_some_and(is_word) {
            self.at += 1;
        }
        let word = &self.text[start..self.at];
        let is_one_of = |words: &[&str]| words.iter().any(|known| known.as_bytes() == word);
        let goes_on = if self.ends == StatementEnd::Yes { word == b"else" } else { is_one_of(GOES_ON) };
        if goes_on {
            self.ends = StatementEnd::No;
        } else {
            self.begin();
        }
        self.count += 1;
        self.after_value = !is_one_of(BEFORE_VALUE);
    }

    fn sign(&mut self) {
        // A sign goes on with a value on the line before.
        self.go_on();
        self.count += 1;
        self.bits += usize::from(self.is_sign_for_bits());
        self.after_value = false;
        self.at += 1;
    }

    /// Whether the sign here is `|`, `&` or `^`, and not a part of `||` or `&&`.
    fn is_sign_for_bits(&self) -> bool {
        let here = self.byte(0);
        let before = self.at.checked_sub(1).and_then(|before| self.text.get(before).copied());
        here.is_some_and(|byte| b"|&^".contains(&byte)) && here != before && here != self.byte(1)
    }

    /// Whether the bracket here is that of `url(…)` without quotes, in which nothing is a bracket.
    fn is_address(&self) -> bool {
        let before = &self.text[..self.at];
        let name = before.len() >= 3 && before[before.len() - 3..].eq_ignore_ascii_case(b"url");
        let first = self.text[self.at + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
        name && !matches!(first, Some(b'"' | b'\''))
    }

    fn address(&mut self) {
        while let Some(byte) = self.byte(0) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b')' {
                break;
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_of_scripts_are_counted() {
        for (part, end) in [
            ("(", ""),
            ("[", ""),
            ("{", ""),
            ("!", "a"),
            ("a?b:", "c"),
            (".a", ""),
            ("a+", "a"),
            ("- ", "a"),
            ("a=>", "a"),
            ("if(a)", ""),
            ("if(a)\n", ""),
            ("if(a){}else ", ""),
            ("if(a)b;else ", ""),
            ("`${", ""),
            ("a(b)", ""),
            ("()", ""),
            ("new ", "a"),
            ("typeof ", "a"),
            ("a:", "b"),
            ("for(;;)", ""),
            ("a=", "b"),
            ("!\n", "a"),
            ("a**", "a"),
            ("(}", ""),
            ("a\n+", ""),
            ("do ", ""),
            ("/x/+", "a"),
            ("f(a,b,", ""),
            ("[1,[", ""),
            ("``", ""),
        ] {
            let text = format!("{}{end}", part.repeat(10_000));
            assert!(script(&text).is_err(), "{part}");
            assert_eq!(script(&format!("{}{end}", part.repeat(100))), Ok(()), "{part}");
        }
    }

    #[test]
    fn long_scripts_are_not_deep() {
        for part in [
            "a(b);",
            "a,",
            "var a = b\n",
            "function a(){ if (b) { c() } }\n",
            "if(a){}\n",
            "'(((', ",
            "// (((\n",
            "/* ((( */",
            "a=/[(/]((/;",
            "x = `(((${a}(((`;",
            "a\n",
            "const b = c => d\n",
            "case 1:\nb()\nbreak\n",
            "x({a:1}),",
            "-1,",
            ";!a",
            ";(a)",
            "while(a);",
            "`a`;",
        ] {
            assert_eq!(script(&part.repeat(20_000)), Ok(()), "{part}");
        }
    }

    #[test]
    fn signs_for_bits_are_counted_in_each_expression() {
        let chain = |sign: &str, count: usize| format!("x = {}b", format!("b{sign}").repeat(count));
        for sign in ["|", " & ", "^", "|(c=", "|f(a,d)|"] {
            assert!(script(&chain(sign, 33)).is_err(), "{sign}");
        }
        for sign in ["||", " && ", "+"] {
            assert_eq!(script(&chain(sign, 1_000)), Ok(()), "{sign}");
        }
        for end in [";", "\n", ","] {
            assert_eq!(script(&format!("{}{end}", chain("|", 32)).repeat(2_000)), Ok(()), "{end}");
        }
    }

    #[test]
    fn style_sheets_are_counted() {
        for part in ["a{", "a(", ":not(", "[", "(}", "calc(1px+"] {
            assert!(style(&part.repeat(15)).is_err(), "{part}");
            assert_eq!(style(&part.repeat(14)), Ok(()), "{part}");
        }
        assert!(style(&format!("a{{width:calc({}1px)}}", "1px + ".repeat(2_000))).is_err());
        for part in
            ["a{b:c}", "a,", "a{b:url(((()}", "a{b:\"(((\"}", "/* ((( */", "a\\({b:c;d:e}", "@media (a){b{c:d}}\n"]
        {
            assert_eq!(style(&part.repeat(20_000)), Ok(()), "{part}");
        }
    }
}
