//! Who is named in a sentence as the one who does it, by where people write that: at its start, before or behind its first
//! colon, in brackets at its end, or behind a dash there. Knows no language and no name: whoever asks says which names
//! there are, and whether persons may be named.

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

/// Bytes of a name that stands for somebody whom nobody declared, and its words.
const LONGEST_PERSON: usize = 60;

/// Somebody whom nobody declared, by what stands behind the words that open an outcome: between those words and their
/// sign, as in ` for C. D.: …`, or initials or a handle right behind it, as in `: EF to …`. What is not sure is none.
#[must_use]
pub fn named_person(behind: &str) -> Option<&str> {
    let behind = behind.trim_start_matches(['*', '_']);
    let dash = behind.trim_start_matches(' ').starts_with(['-', '–', '—']);
    let colon = behind.char_indices().find(|(at, c)| matches!(c, ':' | '：' | '︰') && *at <= OPENING);
    let (between, said) = match colon {
        _ if dash => ("", behind),
        Some((at, sign)) => (&behind[..at], &behind[at + sign.len_utf8()..]),
        None => return None,
    };
    let found = if between.trim_matches(is_around).is_empty() { short_names(said) } else { between_signs(between) };
    found.filter(|name| name.len() <= LONGEST_PERSON)
}

/// Whether a name is a handle, or letters that stand for a name: `EF`, `JdV`, `N.`, `C. D.`, and not the number `II`.
#[must_use]
pub fn is_short_name(name: &str) -> bool {
    if let Some(handle) = name.strip_prefix('@') {
        return !handle.is_empty() && handle.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let only = name.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | ' '));
    let numeral = name.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    only && !numeral && letters <= 4 && (capitals >= 2 || letters == 1 && capitals == 1 && name.ends_with('.'))
}

/// The name at the end of what stands between opening words and their sign: `for` and a number before it are none.
fn between_signs(between: &str) -> Option<&str> {
    let words = between.trim_matches(|c| is_around(c) && c != '.');
    let is_name = |word: &str| word.starts_with(|c: char| c == '@' || c.is_uppercase());
    let small = |word: &str| word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
    let letter = |word: &str| word.chars().nth(1).is_none();
    let ends: Vec<&str> = ends(words).skip_while(|end| !is_name(end)).take(1).collect();
    let name = *ends.first()?;
    let of_name = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’');
    let fits =
        is_short_name(name) || name.chars().all(of_name) && name.split(' ').all(|word| is_name(word) || small(word));
    let numeral = name.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    (fits && !letter(name) && !numeral).then_some(name)
}

/// The initials and handles that words start with; none where the next words could be a part of the name.
fn short_names(said: &str) -> Option<&str> {
    let said = said.trim_start_matches(is_around);
    let (mut start, mut end, mut parted) = (0, 0, true);
    for word_end in word_ends(said).take(LONGEST) {
        let word = said[start..word_end].trim_start();
        let name = word.trim_end_matches([',', ';', ':']);
        let is_name = !name.is_empty() && name.split(['/', '&', '+']).all(is_short_name);
        if is_name && !parted || end == 0 && !is_name {
            return None;
        }
        if !is_name {
            // `EF and GH`: who it is, is not said in a way that is sure.
            let next = said[word_end..].split_whitespace().next().unwrap_or_default();
            let lower = !word.starts_with(char::is_uppercase);
            return (lower && !is_short_name(next.trim_end_matches([',', ':']))).then_some(&said[..end]);
        }
        end = word_end - (word.len() - name.len());
        parted = word.len() > name.len() || name.ends_with('.');
        start = word_end;
    }
    None
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
    fn a_person_is_named_in_clear_forms_only() {
        for (behind, wanted) in [
            (": EF to send it", Some("EF")),
            (":** EF to send it", Some("EF")),
            (" – JdV stuurt het", Some("JdV")),
            (": @anna to send it", Some("@anna")),
            (": C. D. to send it", Some("C. D.")),
            (": EF, GH to send it", Some("EF, GH")),
            (": EF/GH to send it", Some("EF/GH")),
            (" voor N.: bellen", Some("N.")),
            (" für C. D.: anrufen", Some("C. D.")),
            (" EF: bellen", Some("EF")),
            ("** EF: bellen", Some("EF")),
            (" 3 for @anna: call", Some("@anna")),
            (" voor Jan de Vries: bellen", Some("Jan de Vries")),
            (": EF and GH to send it", None),
            (": Bel de gemeente", None),
            (": PDF Datei senden", None),
            (": A report is needed", None),
            (": Jan Jansen belt", None),
            (": EF", None),
            (" 3: bellen", None),
            (" A: bellen", None),
            (" II: bellen", None),
            (" is needed for all: call", None),
            ("", None),
            (": ", None),
            (" – ", None),
        ] {
            assert_eq!(named_person(behind), wanted, "{behind}");
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
