use super::*;
use crate::message;

#[test]
fn a_message_speaks_the_language_of_the_catalog_and_english_elsewhere() {
    let message = message!("did-you-mean", name = "a");
    assert_eq!(message.to_string(), "did you mean `a`?");
    assert_eq!(message.text(&Catalog::of("nl_NL.UTF-8").expect("Dutch is carried")), "bedoelt u `a`?");
}

#[test]
fn a_language_is_found_by_its_tag_or_locale_and_its_parents() {
    let found = ["nl", "nl-BE", "nl_BE.UTF-8@euro", "EN-gb"].map(|tag| Catalog::of(tag).map(|found| found.tag()));
    assert_eq!(found, [Some("nl"), Some("nl"), Some("nl"), Some("en")]);
    assert!(["", "C", "POSIX", "tlh", "nld", "-"].iter().all(|tag| Catalog::of(tag).is_none()));
}

#[test]
fn names_numbers_and_messages_are_put_into_a_message() {
    let names = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(message!("known-here", names = names).to_string(), "known here: `a`, `b`");
    assert_eq!(message!("more-in-run", count = 2_usize).to_string(), "… 2 more in this run");
}
