//! The reload script in a page, and the two permissions that it needs: to be loaded, and to ask its own server; and a line
//! for the editor on a page that is empty. Nothing else of a page is changed. Knows nothing of sites.

use std::ops::Range;

use crate::source::Hash;
use crate::xml::escape;

/// The page with the script, which is told the path of the page and how it was seen. A page that leads on at once, or
/// that has no head, stays as it is.
pub(super) fn script(html: &str, path: &str, seen: Hash) -> String {
    let lower = html.to_ascii_lowercase();
    let leads_on = lower.contains("http-equiv=\"refresh\"") || lower.contains("http-equiv=refresh");
    let Some(head) = lower.find("</head>").filter(|_| !leads_on) else { return html.to_owned() };
    let tag = format!(
        "<script src=\"/_samen/reload.js\" data-page=\"{}\" data-seen=\"{seen}\" defer></script>",
        escape(path)
    );
    match policy(&lower[..head]) {
        Some(place) => format!(
            "{}{}{}{tag}{}",
            &html[..place.start],
            allowing(&html[place.clone()]),
            &html[place.end..head],
            &html[head..]
        ),
        None => format!("{}{tag}{}", &html[..head], &html[head..]),
    }
}

/// The page with a line for the editor at the end of its main part; one that has none stays as it is.
/// `language` are the attributes that say in which language it is.
pub(super) fn note(html: &str, text: &str, language: &str) -> String {
    let Some(end) = html.to_ascii_lowercase().rfind("</main>") else { return html.to_owned() };
    let note = format!("<p {language}><strong>{}</strong></p>", escape(text));
    format!("{}{note}{}", &html[..end], &html[end..])
}

/// The page without what only says which version of its style sheets it shows.
pub(super) fn without(html: &str, styles: &[String]) -> String {
    styles.iter().fold(html.to_owned(), |html, style| html.replace(style.as_str(), ""))
}

/// Where the value of the policy stands in a head. Values with spaces are always quoted.
fn policy(head: &str) -> Option<Range<usize>> {
    let at = head.find("content-security-policy")?;
    let tag = head[..at].rfind('<')?..at + head[at..].find('>')?;
    let content = tag.start + head[tag.clone()].find("content=\"").or_else(|| head[tag.clone()].find("content='"))?;
    let start = content + "content=\"".len();
    let quote = head.as_bytes()[start - 1] as char;
    Some(start..start + head[start..tag.end].find(quote)?)
}

/// A policy that also lets the script run and ask where it came from.
fn allowing(policy: &str) -> String {
    let mut directives: Vec<String> = policy
        .split(';')
        .map(|directive| directive.trim().to_owned())
        .filter(|directive| !directive.is_empty())
        .collect();
    for name in ["script-src", "connect-src"] {
        let own = |directive: &&mut String| directive.split_whitespace().next() == Some(name);
        match directives.iter_mut().find(own) {
            Some(directive) if directive.contains("'self'") => {}
            Some(directive) if directive.contains("'none'") => *directive = format!("{name} 'self'"),
            Some(directive) => directive.push_str(" 'self'"),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    directives.join("; ")
}
