//! Blocks of other generators to those of samen: boxes, parts that open, code; what has no equal is told and its words
//! stay. Knows nothing of links.

use std::cell::Cell;

use super::Generator;
use super::finding::{FileFindings, FindingKind};
use super::lines::{BodyLine, dedent, indent};
use super::shortcode::{self, TemplateMark};
use crate::message;

/// Blocks without an end that are looked for in one text.
pub(super) const SEARCHES: usize = 200;

/// Blocks that may stand in each other; deeper ones stay as they are.
const DEEPEST: usize = 16;

/// Shortcodes that are boxes.
const BOXES: &[&str] = &[
    "admonition",
    "alert",
    "attention",
    "callout",
    "caution",
    "danger",
    "hint",
    "important",
    "info",
    "note",
    "notice",
    "pageinfo",
    "tip",
    "warning",
];

/// Shortcodes that open when a reader wants it.
const OPENING: &[&str] = &["details", "expand", "collapse", "spoiler"];

/// What blocks are written as.
#[derive(Clone, Copy)]
pub(super) struct BlockRules<'r> {
    pub(super) generator: Generator,
    /// Whether the theme has boxes with a title.
    pub(super) callout: bool,
    /// Whether the theme has parts that open.
    pub(super) details: bool,
    /// Blocks without an end that may still be looked for in this text: each look goes to its last line.
    pub(super) searches: &'r Cell<usize>,
    /// How many blocks this one stands in.
    pub(super) depth: usize,
}

/// The kind of a box; none for a word that is none.
fn kind(word: &str) -> Option<&'static str> {
    Some(match word.to_lowercase().as_str() {
        "note" | "info" | "abstract" | "summary" | "tldr" | "seealso" | "primary" | "secondary" | "example"
        | "quote" | "cite" | "question" | "help" | "faq" | "todo" | "notice" | "pageinfo" | "callout" | "alert"
        | "admonition" => "note",
        "tip" | "hint" | "success" | "check" | "done" => "tip",
        "important" => "important",
        "warning" | "attention" => "warning",
        "caution" | "danger" | "error" | "failure" | "fail" | "missing" | "bug" => "caution",
        _ => return None,
    })
}

/// Words that a box of samen has by itself under the same or nearly the same name.
fn says_itself(word: &str) -> bool {
    let word = word.to_lowercase();
    kind(&word) == Some(word.as_str())
        || matches!(
            word.as_str(),
            "info" | "notice" | "hint" | "danger" | "attention" | "alert" | "callout" | "admonition" | "pageinfo"
        )
}

/// A block that was found.
struct FoundBlock {
    what: BlockWhat,
    /// The lines in it.
    inner: Vec<BodyLine>,
    /// The line behind it.
    end: usize,
}

enum BlockWhat {
    /// A box: its kind, and its title.
    Callout(&'static str, Option<String>),
    /// A part that opens.
    Details(String),
    /// Words under a bold line.
    Titled(String),
    /// Code in a language.
    Code(String),
}

/// Rewrites all blocks of a body.
pub(super) fn mend(lines: &[BodyLine], rules: BlockRules<'_>, findings: &mut FileFindings<'_>) -> Vec<BodyLine> {
    let mut out = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.is_code {
            out.push(line.clone());
            at += 1;
            continue;
        }
        if let Some(end) = left_out(lines, at, rules, findings) {
            at = end;
            continue;
        }
        let found = if rules.depth < DEEPEST { find(lines, at, rules, findings) } else { None };
        match found {
            Some(block) => {
                at = block.end;
                write(block, line, rules, &mut out, findings);
            }
            None => {
                out.push(line.clone());
                at += 1;
            }
        }
    }
    out
}

/// Lines that mean something to a generator only: where they end.
fn left_out(lines: &[BodyLine], at: usize, rules: BlockRules<'_>, findings: &mut FileFindings<'_>) -> Option<usize> {
    let line = &lines[at];
    let text = line.text.trim();
    if matches!(text, "[TOC]" | "[[toc]]" | "[[_TOC_]]" | "{:toc}") {
        findings.add(FindingKind::Markup, line.number, message!("import-contents-left"));
        return Some(at + 1);
    }
    if text.starts_with("{:") && text.ends_with('}') && !text[1..].contains('{') {
        findings.add(FindingKind::Markup, line.number, message!("import-attributes-left", text = short(text)));
        return Some(at + 1);
    }
    let is_program = rules.generator == Generator::Docusaurus
        && (line.text.starts_with("export ") || line.text.starts_with("import "))
        && line.text.contains([';', '\'', '"', '=', '{']);
    if is_program {
        let end = lines[at..].iter().position(BodyLine::is_blank).map_or(lines.len(), |length| at + length);
        findings.add(FindingKind::Markup, line.number, message!("import-program-left", text = short(text)));
        return Some(end);
    }
    None
}

/// The start of a line, for messages.
pub(super) fn short(text: &str) -> String {
    let text = text.replace(['`', '\n'], " ");
    let start: String = text.chars().take(60).collect();
    if start.len() < text.len() { format!("{start}…") } else { start }
}

fn find(lines: &[BodyLine], at: usize, rules: BlockRules<'_>, findings: &mut FileFindings<'_>) -> Option<FoundBlock> {
    let text = lines[at].text.trim();
    if let Some(mark) = ["!!!", "???+", "???"].iter().find_map(|mark| text.strip_prefix(mark)) {
        return admonition(lines, at, mark);
    }
    if let Some(title) = text.strip_prefix("=== ").or_else(|| text.strip_prefix("===! ")) {
        let title = title.trim_matches('"').to_owned();
        findings.add(FindingKind::Markup, lines[at].number, message!("import-tabs"));
        let (inner, end) = indented(lines, at);
        return Some(FoundBlock { what: BlockWhat::Titled(title), inner, end });
    }
    let mark = if text.starts_with('{') { shortcode::alone(text) } else { None };
    if !(mark.is_some() || text.starts_with(":::") || text.starts_with("<details")) {
        return alert(lines, at);
    }
    if rules.searches.get() == 0 {
        return None;
    }
    let found = match mark {
        Some(mark) => marked(lines, at, &mark),
        None if text.starts_with(':') => colons(lines, at),
        None => details(lines, at),
    };
    if found.is_none() {
        rules.searches.set(rules.searches.get() - 1);
    }
    found
}

/// Lines that are indented below one.
fn indented(lines: &[BodyLine], at: usize) -> (Vec<BodyLine>, usize) {
    let depth = indent(&lines[at].text) + 4;
    let mut end = at + 1;
    while end < lines.len() && (lines[end].is_blank() || indent(&lines[end].text) >= depth) {
        end += 1;
    }
    while end > at + 1 && lines[end - 1].is_blank() {
        end -= 1;
    }
    let inner =
        lines[at + 1..end].iter().map(|line| BodyLine { text: dedent(&line.text, depth).to_owned(), ..line.clone() });
    (inner.collect(), end)
}

/// `!!! note "Title"`, with indented lines.
fn admonition(lines: &[BodyLine], at: usize, rest: &str) -> Option<FoundBlock> {
    let rest = rest.trim();
    let (words, title) = match rest.split_once('"') {
        Some((words, title)) => (words, Some(title.trim_end_matches('"').to_owned())),
        None => (rest, None),
    };
    let word = words.split_whitespace().next()?;
    let opens = lines[at].text.trim().starts_with("???");
    let (inner, end) = indented(lines, at);
    let what = match title {
        Some(title) if opens && !title.is_empty() => BlockWhat::Details(title),
        None if opens => BlockWhat::Details(capital(word)),
        title => callout(word, title.filter(|title| !title.is_empty())),
    };
    Some(FoundBlock { what, inner, end })
}

/// A box with the words that the other generator put on it.
fn callout(word: &str, title: Option<String>) -> BlockWhat {
    let title = title.or_else(|| (!says_itself(word)).then(|| capital(word)));
    BlockWhat::Callout(kind(word).unwrap_or("note"), title)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `:::note[Title]` up to as many colons.
fn colons(lines: &[BodyLine], at: usize) -> Option<FoundBlock> {
    let text = lines[at].text.trim();
    let count = text.bytes().take_while(|byte| *byte == b':').count();
    let rest = text[count..].trim();
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
    let word = &rest[..end];
    let title = rest[end..].trim();
    if word.is_empty() || kind(word).is_none() && word != "details" {
        return None;
    }
    let title = match title.strip_prefix('[').and_then(|title| title.split_once(']')) {
        Some((title, _)) => title,
        None => title.split('{').next().unwrap_or_default().trim(),
    };
    let mut depth = 0;
    let close = lines.iter().enumerate().skip(at + 1).find(|(_, line)| {
        let text = line.text.trim();
        if line.is_code || !text.starts_with(":::") {
            return false;
        }
        let colons = text.bytes().take_while(|byte| *byte == b':').count();
        let is_close = colons == text.len();
        match (is_close, colons == count) {
            (true, true) if depth == 0 => return true,
            (true, true) => depth -= 1,
            (false, true) => depth += 1,
            _ => {}
        }
        false
    });
    let (close, _) = close?;
    let inner = lines[at + 1..close].to_vec();
    let title = Some(title.to_owned()).filter(|title| !title.is_empty());
    let what = if word == "details" {
        BlockWhat::Details(title.unwrap_or_else(|| capital(word)))
    } else {
        callout(word, title)
    };
    Some(FoundBlock { what, inner, end: close + 1 })
}

/// A mark of a template that has an end.
fn marked(lines: &[BodyLine], at: usize, mark: &TemplateMark<'_>) -> Option<FoundBlock> {
    if mark.closes || mark.is_value && !mark.is_shortcode {
        return None;
    }
    let name = mark.name.to_lowercase();
    let end_name = format!("end{name}");
    let mut depth = 0;
    let close = lines.iter().enumerate().skip(at + 1).find(|(_, line)| {
        let Some(other) = shortcode::alone(&line.text) else { return false };
        let closes =
            other.name.to_lowercase() == end_name || (other.closes && other.name.eq_ignore_ascii_case(mark.name));
        if closes && depth == 0 {
            return true;
        }
        if closes {
            depth -= 1;
        } else if other.name.eq_ignore_ascii_case(mark.name) {
            depth += 1;
        }
        false
    });
    let (close, _) = close?;
    let inner = lines[at + 1..close].to_vec();
    let title = mark.named(&["title", "summary", "heading", "header"]);
    let what = if name == "highlight" {
        BlockWhat::Code(mark.nth(0).unwrap_or_default())
    } else if OPENING.contains(&name.as_str()) {
        BlockWhat::Details(title.or_else(|| mark.nth(0)).unwrap_or_else(|| capital(&name)))
    } else if BOXES.contains(&name.as_str()) {
        let word = mark.named(&["type", "kind", "context", "level", "color", "style"]).or_else(|| mark.nth(0));
        let word = word.filter(|word| kind(word).is_some()).unwrap_or(name);
        callout(&word, title.or_else(|| mark.nth(1)))
    } else {
        return None;
    };
    Some(FoundBlock { what, inner, end: close + 1 })
}

/// `<details><summary>…</summary>` up to `</details>`.
fn details(lines: &[BodyLine], at: usize) -> Option<FoundBlock> {
    let mut depth = 0;
    let close = lines.iter().enumerate().skip(at).find(|(_, line)| {
        if !line.is_code {
            depth += line.text.matches("<details").count();
            depth = depth.saturating_sub(line.text.matches("</details>").count());
        }
        depth == 0
    });
    let (close, _) = close?;
    let all: Vec<&str> = lines[at..=close].iter().map(|line| line.text.as_str()).collect();
    let joined = all.join("\n");
    let start = joined.find("<summary").and_then(|from| joined[from..].find('>').map(|end| from + end + 1))?;
    let end = start + joined[start..].find("</summary>")?;
    let title = without_tags(&joined[start..end]);
    let rest_at = end + "</summary>".len();
    let rest = joined[rest_at..]
        .strip_suffix("</details>")
        .or_else(|| joined[rest_at..].trim_end().strip_suffix("</details>"))?;
    // Each line keeps its number: those of the summary are skipped.
    let skipped = joined[..rest_at].matches('\n').count();
    let inner = rest.lines().enumerate().filter_map(|(offset, text)| {
        let line = lines.get(at + skipped + offset)?;
        Some(BodyLine { number: line.number, text: text.to_owned(), is_code: line.is_code })
    });
    Some(FoundBlock { what: BlockWhat::Details(title), inner: inner.collect(), end: close + 1 })
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            '\n' => out.push(' '),
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// `> [!info] Title`, which has more kinds elsewhere than here.
fn alert(lines: &[BodyLine], at: usize) -> Option<FoundBlock> {
    let inner = lines[at].text.strip_prefix("> [!").or_else(|| lines[at].text.strip_prefix(">[!"))?;
    let (word, title) = inner.split_once(']')?;
    let title = title.trim_start_matches(['-', '+']).trim();
    let same = matches!(word, "NOTE" | "TIP" | "IMPORTANT" | "WARNING" | "CAUTION");
    if same && title.is_empty() || kind(word).is_none() && title.is_empty() {
        return None;
    }
    let mut end = at + 1;
    while end < lines.len() && lines[end].text.starts_with('>') {
        end += 1;
    }
    let inner = lines[at + 1..end].iter().map(unquoted).collect();
    Some(FoundBlock { what: callout(word, Some(title.to_owned()).filter(|title| !title.is_empty())), inner, end })
}

/// A line of a quotation without its mark.
fn unquoted(line: &BodyLine) -> BodyLine {
    let text = line.text.trim_start_matches('>');
    BodyLine { text: text.strip_prefix(' ').unwrap_or(text).to_owned(), ..line.clone() }
}

/// Words that may stand in quotes behind `title=`.
fn titled(words: &str) -> String {
    words.replace("**", "").replace(['`', '*'], "").replace('"', "'").trim().to_owned()
}

/// Writes a block in the way of samen. One that stands in a list is a quotation, because no block can stand there.
fn write(
    block: FoundBlock,
    first: &BodyLine,
    rules: BlockRules<'_>,
    out: &mut Vec<BodyLine>,
    findings: &mut FileFindings<'_>,
) {
    let number = first.number;
    let depth = indent(&first.text);
    let space = " ".repeat(depth);
    if let BlockWhat::Code(language) = &block.what {
        let longest =
            block.inner.iter().map(|line| line.text.bytes().filter(|byte| *byte == b'`').count()).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        out.push(BodyLine::code(number, format!("{space}{fence}{language}")));
        out.extend(block.inner.into_iter().map(|line| BodyLine { is_code: true, ..line }));
        out.push(BodyLine::code(number, format!("{space}{fence}")));
        return;
    }
    let as_block = match &block.what {
        BlockWhat::Callout(..) => rules.callout && depth == 0,
        BlockWhat::Details(_) => rules.details && depth == 0,
        BlockWhat::Titled(_) | BlockWhat::Code(_) => false,
    };
    let is_quote = !as_block && matches!(block.what, BlockWhat::Callout(..));
    let inner_rules = BlockRules {
        depth: rules.depth + 1,
        callout: rules.callout && !is_quote,
        details: rules.details && !is_quote,
        ..rules
    };
    let inner = mend(&block.inner, inner_rules, findings);
    let blank = || BodyLine::words(number, "");
    match block.what {
        BlockWhat::Callout(kind, title) if as_block => {
            let title = title.map(|title| format!(" title=\"{}\"", titled(&title))).unwrap_or_default();
            out.push(BodyLine::code(number, format!("::: callout kind={kind}{title}")));
            out.extend(inner);
            out.push(BodyLine::code(number, ":::"));
        }
        BlockWhat::Details(title) if as_block => {
            out.push(BodyLine::code(number, format!("::: details title=\"{}\"", titled(&title))));
            out.extend(inner);
            out.push(BodyLine::code(number, ":::"));
        }
        BlockWhat::Callout(kind, title) => {
            out.push(BodyLine::code(number, format!("{space}> [!{}]", kind.to_uppercase())));
            let title = title.map(|title| BodyLine::words(number, format!("**{}**", titled(&title))));
            let gap = title.as_ref().map(|_| blank());
            for line in title.into_iter().chain(gap).chain(inner) {
                let text = dedent(&line.text, depth);
                let gap = if text.is_empty() { "" } else { " " };
                out.push(BodyLine { text: format!("{space}>{gap}{text}"), ..line });
            }
            out.push(blank());
        }
        BlockWhat::Details(title) | BlockWhat::Titled(title) => {
            out.push(blank());
            out.push(BodyLine::words(number, format!("{space}**{}**", titled(&title))));
            out.push(blank());
            out.extend(inner.into_iter().map(|line| BodyLine { text: format!("{space}{}", line.text), ..line }));
            out.push(blank());
        }
        // It was written above.
        BlockWhat::Code(_) => {}
    }
}
