//! Where the text of a licence is explained in the language of a reader. Knows nothing of who is licensed what.

use crate::lang::Lang;

/// Languages in which Creative Commons explains its licences, by the names in its addresses: the choice of languages on
/// <https://creativecommons.org/licenses/by/4.0/>, read in November 2026.
const DEEDS: &str = include_str!("deeds.txt");

/// How the addresses of licences start that are explained in many languages.
const EXPLAINED: &str = "https://creativecommons.org/";

/// The address of a licence for readers of `lang`: the explanation in that language where there is one, else the address
/// of the licence itself.
#[must_use]
pub fn deed(url: &str, lang: &Lang) -> String {
    let explained = url.starts_with(EXPLAINED).then(|| deed_language(lang)).flatten();
    explained.map_or_else(|| url.to_owned(), |deed| format!("{url}deed.{deed}"))
}

/// The name of the language, or of what it is a form of.
fn deed_language(lang: &Lang) -> Option<&'static str> {
    let tag = lang.as_str().to_ascii_lowercase();
    let mut rest = tag.as_str();
    loop {
        if let Some(known) = DEEDS.split_whitespace().find(|known| *known == rest) {
            return Some(known);
        }
        rest = rest.rsplit_once('-')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::deed;
    use crate::lang::Lang;

    #[test]
    fn a_licence_is_explained_in_the_language_of_the_reader_where_it_can_be() {
        let by = "https://creativecommons.org/licenses/by/4.0/";
        let cases = [
            ("nl", "deed.nl"),
            ("nl-simple", "deed.nl"),
            ("pt-BR", "deed.pt-br"),
            ("pt-AO", "deed.pt"),
            ("zh-Hans-CN", "deed.zh-hans"),
            ("ti", ""),
            ("so", ""),
        ];
        for (tag, ends) in cases {
            let lang = Lang::parse(tag).expect("these are tags");
            assert_eq!(deed(by, &lang), format!("{by}{ends}"), "{tag}");
            assert_eq!(deed("https://licence.example/1/", &lang), "https://licence.example/1/", "{tag}");
        }
    }
}
