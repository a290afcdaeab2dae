//! Who is named in a sentence as the one who does it, by where people write that: at its start, before or behind its first
//! colon, in brackets at its end, or behind a dash there. Knows no language and no name: whoever asks says which names
//! there are.

/// Words of the longest name that is looked for.
const LONGEST: usize = 6;

/// Bytes before the first colon that may be the opening of a sentence: `Action for the chair:`. Further on it is a colon
/// like any other.
const OPENING: usize = 80;

/// The first name of a sentence that `known` gives a value for.
#[must_use]
pub fn named_owner(sentence: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let sentence = sentence.trim().trim_end_matches(['.', '!']);
    let name = |text: &str| known(text.trim_matches(is_around)).filter(|_| !text.trim_matches(is_around).is_empty());
    let at_end = in_brackets(sentence).into_iter().chain(behind_dash(sentence));
    if let Some(found) = at_end.flat_map(parts).find_map(name) {
        return Some(found);
    }
    let colon = sentence.find(':').filter(|at| *at <= OPENING);
    let (opening, rest) = colon.map_or(("", sentence), |at| (&sentence[..at], &sentence[at + 1..]));
    let from_start = starts(rest).find_map(name);
    from_start.or_else(|| ends(opening).find_map(name))
}

/// Marks around a name that are no part of it.
fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | ',' | ';' | ':' | '.' | '-' | '–' | '—' | '(' | ')')
}

/// What stands in the brackets that end a sentence.
fn in_brackets(sentence: &str) -> Option<&str> {
    let inner = sentence.strip_suffix(')')?;
    Some(&inner[inner.rfind('(')? + 1..])
}

/// What stands behind the last dash, after a colon if one is there: `– owner: X`.
fn behind_dash(sentence: &str) -> Option<&str> {
    let dash = [" – ", " — ", " - "].iter().filter_map(|dash| Some(sentence.rfind(dash)? + dash.len())).max()?;
    let rest = &sentence[dash..];
    Some(rest.rsplit_once(':').map_or(rest, |(_, name)| name))
}

/// A list and its parts.
fn parts(list: &str) -> impl Iterator<Item = &str> {
    std::iter::once(list).chain(list.split([',', ';', '/']))
}

/// The starts of a sentence that may be a name, the longest first.
fn starts(sentence: &str) -> impl Iterator<Item = &str> {
    let sentence = sentence.trim_start();
    let ends: Vec<usize> = word_ends(sentence).take(LONGEST).collect();
    ends.into_iter().rev().map(move |end| &sentence[..end])
}

/// The ends of an opening that may be a name, the longest first.
fn ends(opening: &str) -> impl Iterator<Item = &str> {
    let opening = opening.trim_end();
    let starts: Vec<usize> = opening
        .char_indices()
        .filter(|(at, c)| !c.is_whitespace() && opening[..*at].chars().next_back().is_none_or(char::is_whitespace))
        .map(|(at, _)| at)
        .collect();
    let from = starts.len().saturating_sub(LONGEST);
    starts.into_iter().skip(from).map(move |start| &opening[start..])
}

/// Where the words of a text end.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let inside = |at: usize| text[at..].chars().next().is_none_or(char::is_whitespace);
    let ends = text.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
    ends.filter(move |(end, c)| !c.is_whitespace() && inside(*end)).map(|(end, _)| end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(sentence: &str) -> Option<String> {
        let known = ["Pharos", "Centraal Orgaan", "de voorzitter", "فاروس"];
        named_owner(sentence, &|name| {
            known.iter().find(|known| known.to_lowercase() == name.to_lowercase()).map(|known| (*known).to_owned())
        })
    }

    #[test]
    fn an_owner_is_found_where_people_write_it() {
        for (sentence, wanted) in [
            ("Pharos stuurt de folder rond", "Pharos"),
            ("Centraal Orgaan, stuurt de folder rond", "Centraal Orgaan"),
            ("ACTION: Pharos to send the leaflet", "Pharos"),
            ("Actiepunt voor de voorzitter: folder rondsturen", "de voorzitter"),
            ("Actie Pharos: folder rondsturen", "Pharos"),
            ("**Pharos**: folder rondsturen", "Pharos"),
            ("De folder rondsturen (Pharos, 1 februari 2027).", "Pharos"),
            ("De folder rondsturen — owner: Centraal Orgaan", "Centraal Orgaan"),
            ("De folder rondsturen – Pharos", "Pharos"),
            ("فاروس ترسل المنشور", "فاروس"),
        ] {
            assert_eq!(owner(sentence).as_deref(), Some(wanted), "{sentence}");
        }
    }

    #[test]
    fn who_is_named_in_passing_is_no_owner() {
        for sentence in
            ["De folder van Pharos rondsturen", "We vragen Pharos om hulp", "", ":", "()", "— ", "Anna belt"]
        {
            assert_eq!(owner(sentence), None, "{sentence}");
        }
    }
}
