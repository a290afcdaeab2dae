//! Pages say in which language lent words are: marks become `<span lang dir>`. Where no element can stand, the marks go:
//! in the attributes of an element, and in an element that holds nothing but text, which then says itself the language of
//! the words that it starts with. Of a page it reads only what is a tag and what is text; it knows nothing of templates.

use crate::lang::{Lang, LentPiece, has_marks, pieces, without_marks};

/// Elements whose text is no markup (WHATWG HTML, section 13.1.2), and those that hold nothing but text.
const TEXT_ONLY: &[&str] = &["title", "option", "textarea", "script", "style"];

/// Of these, those that may say the language of the text in them.
const SAYING: &[&str] = &["title", "option"];

/// Elements without content, whose language is that of the words in their attributes.
const EMPTY: &[&str] = &["img", "input", "area"];

/// A page in which lent words say their language.
#[must_use]
pub(super) fn spelled_out(page: &str) -> Option<String> {
    if !has_marks(page) {
        return None;
    }
    let out = String::with_capacity(page.len() + page.len() / 8);
    let mut writer = LentWriter { out, drawings: 0, told: None };
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        writer.words(&rest[..at]);
        let (tag, behind) = rest[at..].split_at(tag_length(&rest[at..]));
        let name = tag_name(tag);
        writer.tag(tag, &name);
        rest = behind;
        if TEXT_ONLY.contains(&name.as_str()) && !tag.ends_with("/>") {
            let end = end_of(rest, &name);
            writer.text_only(&rest[..end], &name);
            rest = &rest[end..];
        }
    }
    writer.words(rest);
    Some(writer.out)
}

struct LentWriter {
    out: String,
    /// Drawings that are open: in them `span` would end the drawing.
    drawings: usize,
    /// The language that the tag just before says.
    told: Option<String>,
}

impl LentWriter {
    /// Text between tags.
    fn words(&mut self, text: &str) {
        if !has_marks(text) {
            self.out.push_str(text);
            return;
        }
        let element = if self.drawings > 0 { "tspan" } else { "span" };
        let mut open: Vec<(Lang, bool)> = Vec::new();
        let told = self.told.take();
        for piece in pieces(text) {
            match piece {
                LentPiece::Plain(text) => self.out.push_str(text),
                LentPiece::Start(lang) => {
                    // Words in words of the same language say nothing new.
                    let outer = open.last().map(|(outer, _)| outer.as_str()).or(told.as_deref());
                    let is_new = outer != Some(lang.as_str());
                    if is_new {
                        self.out.push_str(&format!("<{element}{}>", attributes(&lang)));
                    }
                    open.push((lang, is_new));
                }
                LentPiece::End => {
                    if open.pop().is_some_and(|(_, is_new)| is_new) {
                        self.out.push_str(&format!("</{element}>"));
                    }
                }
            }
        }
    }

    /// A tag, with its attributes. Words for scripts say their language in one of their own.
    fn tag(&mut self, tag: &str, name: &str) {
        if name == "svg" && !tag.ends_with("/>") {
            self.drawings += 1;
        } else if tag.starts_with("</svg") {
            self.drawings = self.drawings.saturating_sub(1);
        }
        self.out.push_str(&without_marks(tag));
        let said = tag.split_once(" lang=\"").and_then(|(_, said)| said.split_once('"'));
        self.told = said.map(|(said, _)| said.to_owned());
        let Some(lang) = first_of(tag) else { return };
        if EMPTY.contains(&name) || tag.contains(" role=\"img\"") {
            self.say(&attributes_beside(&lang, tag));
        }
        if tag.contains(" data-") {
            self.say(&format!(" data-lang=\"{lang}\" data-dir=\"{}\"", lang.direction().as_str()));
        }
    }

    /// The text of an element that holds nothing else. Its tag is what was written last.
    fn text_only(&mut self, text: &str, name: &str) {
        let first = pieces(text.trim_start()).into_iter().next();
        if let Some(LentPiece::Start(lang)) = first
            && SAYING.contains(&name)
        {
            self.say(&attributes(&lang));
        }
        self.out.push_str(&without_marks(text));
    }

    /// Puts attributes into the tag that was written last.
    fn say(&mut self, attributes: &str) {
        let end = self.out.strip_suffix("/>").or_else(|| self.out.strip_suffix('>')).map(|tag| tag.trim_end().len());
        if let Some(end) = end {
            self.out.insert_str(end, attributes);
        }
    }
}

fn attributes(lang: &Lang) -> String {
    format!(" lang=\"{lang}\" dir=\"{}\"", lang.direction().as_str())
}

/// Those that a tag does not have yet.
fn attributes_beside(lang: &Lang, tag: &str) -> String {
    if tag.contains(" lang=") {
        String::new()
    } else if tag.contains(" dir=") {
        format!(" lang=\"{lang}\"")
    } else {
        attributes(lang)
    }
}

/// The language of the first lent words.
fn first_of(text: &str) -> Option<Lang> {
    pieces(text).into_iter().find_map(|piece| if let LentPiece::Start(lang) = piece { Some(lang) } else { None })
}

/// Bytes of the tag or comment that starts here; one where a `<` starts none.
fn tag_length(text: &str) -> usize {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map_or(text.len(), |end| "<!--".len() + end + "-->".len());
    }
    if !text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return 1;
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The name of the element that a tag starts; empty for all others.
fn tag_name(tag: &str) -> String {
    tag[1..].chars().take_while(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Where the end tag of an element stands whose text is no markup.
fn end_of(text: &str, name: &str) -> usize {
    let is_end = |at: &usize| text[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::spelled_out;
    use crate::lang::{Lang, lent};

    fn said(page: &str) -> String {
        let lang = |tag: &str| Lang::parse(tag).expect("a tag");
        let english = lent("Notes", &lang("en"), &lang("cy"));
        let arabic = lent("نص", &lang("ar"), &lang("cy"));
        let page = page.replace("EN", &english).replace("AR", &arabic);
        spelled_out(&page).unwrap_or(page)
    }

    #[test]
    fn lent_words_say_their_language_where_an_element_can_stand() {
        for (page, shown) in [
            ("<h1>x</h1>", "<h1>x</h1>"),
            ("<h1>EN</h1>", "<h1><span lang=\"en\" dir=\"ltr\">Notes</span></h1>"),
            (
                "<p>a EN: AR.</p>",
                "<p>a <span lang=\"en\" dir=\"ltr\">Notes</span>: <span lang=\"ar\" dir=\"rtl\">نص</span>.</p>",
            ),
            ("<nav aria-label=\"EN\">x</nav>", "<nav aria-label=\"Notes\">x</nav>"),
            (
                "<a title='a > EN' href=x>EN</a>",
                "<a title='a > Notes' href=x><span lang=\"en\" dir=\"ltr\">Notes</span></a>",
            ),
            ("<title>EN – x</title>", "<title lang=\"en\" dir=\"ltr\">Notes – x</title>"),
            ("<title>x – EN</title>", "<title>x – Notes</title>"),
            ("<option value=1>EN</option>", "<option value=1 lang=\"en\" dir=\"ltr\">Notes</option>"),
            (
                "<script>var a = '<b>EN';</script>EN",
                "<script>var a = '<b>Notes';</script><span lang=\"en\" dir=\"ltr\">Notes</span>",
            ),
            ("<img alt=\"EN\">", "<img alt=\"Notes\" lang=\"en\" dir=\"ltr\">"),
            ("<input dir=\"auto\" placeholder=\"EN\" />", "<input dir=\"auto\" placeholder=\"Notes\" lang=\"en\" />"),
            ("<p data-copy=\"EN\">x</p>", "<p data-copy=\"Notes\" data-lang=\"en\" data-dir=\"ltr\">x</p>"),
            (
                "<svg><text>EN</text><title>EN</title></svg>EN",
                "<svg><text><tspan lang=\"en\" dir=\"ltr\">Notes</tspan></text><title lang=\"en\" dir=\"ltr\">Notes</title></svg><span lang=\"en\" dir=\"ltr\">Notes</span>",
            ),
            ("<!-- EN > --> 1 < 2 EN", "<!-- Notes > --> 1 < 2 <span lang=\"en\" dir=\"ltr\">Notes</span>"),
            ("EN<p", "<span lang=\"en\" dir=\"ltr\">Notes</span><p"),
        ] {
            assert_eq!(said(page), shown, "{page}");
        }
    }

    #[test]
    fn words_in_words_say_their_language_once() {
        let lang = |tag: &str| Lang::parse(tag).expect("a tag");
        let (en, cy, ar) = (lang("en"), lang("cy"), lang("ar"));
        let inner = lent("Notes", &en, &cy);
        let outer = lent(&format!("All {inner} {}", lent("نص", &ar, &cy)), &en, &cy).into_owned();
        let shown = spelled_out(&outer).unwrap_or_default();
        assert_eq!(shown, "<span lang=\"en\" dir=\"ltr\">All Notes <span lang=\"ar\" dir=\"rtl\">نص</span></span>");
    }

    #[test]
    fn no_cut_text_leaves_a_mark_or_an_open_element() {
        let lang = |tag: &str| Lang::parse(tag).expect("a tag");
        let text = format!("a {} b", lent("Notes", &lang("en"), &lang("cy")));
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for start in &ends {
            for end in ends.iter().filter(|end| *end >= start) {
                let piece = &text[*start..*end];
                let shown = spelled_out(piece).unwrap_or_else(|| piece.to_owned());
                assert!(!crate::lang::has_marks(&shown), "{shown}");
                assert_eq!(shown.matches("<span").count(), shown.matches("</span").count(), "{shown}");
            }
        }
    }
}
