//! What the languages module promises, by behaviour; expectations come from CLDR 48 and the policy of the hub.

mod strings;

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;

use super::*;

const DAY: Date = date(2024, 5, 14);

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap_or_else(|| panic!("{tag} is a language tag"))
}

fn locale(tag: &str) -> Locale {
    Locale::new(&lang(tag), Formats::default()).0
}

#[test]
fn tags_are_made_canonical_and_garbage_is_refused() {
    for (given, canonical) in [
        ("nl", "nl"),
        ("NL", "nl"),
        ("nld", "nl"),
        ("fa-af", "fa-AF"),
        ("prs", "fa-AF"),
        ("kmr", "ku"),
        ("zh-hans", "zh-Hans"),
        ("iw", "he"),
        ("rhg", "rhg"),
        ("pt-BR", "pt-BR"),
    ] {
        assert_eq!(lang(given).as_str(), canonical, "{given}");
    }
    for garbage in [
        "",
        "n",
        "und",
        "index",
        "nl/..",
        "../nl",
        "nl\\x",
        "nl_NL",
        "nl-",
        "-nl",
        "nl--x",
        "en-u-ca-buddhist",
        "ትግ",
        "nl nl",
    ] {
        assert_eq!(Lang::parse(garbage), None, "{garbage}");
    }
}

#[test]
fn parts_of_file_names_look_like_tags_or_not() {
    for part in ["nl", "fa-AF", "zh-Hans", "ckb", "sl-rozaj", "es-419", "rhg"] {
        assert!(looks_like_tag(part), "{part}");
    }
    for part in [
        "v1",
        "2024",
        "final",
        "index",
        "",
        "a",
        "nl.",
        "nl-",
        "nl_BE",
        "nl-a-very-long-name-of-a-thing-x",
        "concept-2",
        "ንል",
    ] {
        assert!(!looks_like_tag(part), "{part}");
    }
}

#[test]
fn direction_follows_the_script() {
    for tag in ["ar", "fa", "fa-AF", "ps", "ckb", "ur", "he", "ug", "rhg", "ku-Arab", "az-Arab", "uz-Arab", "pa-PK"] {
        assert_eq!(lang(tag).direction(), Direction::Rtl, "{tag}");
    }
    for tag in ["nl", "en", "ti", "am", "ku", "tr", "zh-Hans", "ar-Latn", "rhg-Latn", "dij", "xx"] {
        assert_eq!(lang(tag).direction(), Direction::Ltr, "{tag}");
    }
    assert_eq!(Direction::Rtl.as_str(), "rtl");
}

#[test]
fn languages_know_their_own_name() {
    for (tag, name) in [
        ("nl", Some("Nederlands")),
        ("fa", Some("فارسی")),
        ("fa-AF", Some("دری")),
        ("fa-IR", Some("فارسی")),
        ("ti-ER", Some("ትግርኛ")),
    ] {
        assert_eq!(lang(tag).autonym(), name, "{tag}");
    }
    assert_eq!(lang("zh-Hans-SG").autonym(), Some("简体中文"));
    assert_eq!(lang("ku-Arab").autonym(), None, "the name in another script would be wrong");
    assert_eq!(lang("dij").autonym(), None);
    for tag in "nl en ar fa fa-AF ps ti am tr uk ru fr pt es so ckb ku ur pl ro bg hu zh vi sw om de it".split(' ') {
        assert!(lang(tag).autonym().is_some(), "{tag}");
    }
}

#[test]
fn autonyms_are_sorted_and_keyed_by_canonical_tags() {
    assert!(AUTONYMS.is_sorted_by(|a, b| a.0 < b.0));
    for (tag, name) in AUTONYMS {
        assert_eq!(lang(tag).as_str(), *tag);
        assert_eq!(nfc(name), *name, "{tag}");
    }
}

#[test]
fn dates_are_gregorian_with_latin_digits_in_every_language() {
    use DateStyle::{Long, Medium, Short, Weekday};
    for (tag, style, expected) in [
        ("nl", Long, "14 mei 2024"),
        ("nl", Short, "14-05-2024"),
        ("nl", Weekday, "dinsdag 14 mei 2024"),
        ("en", Long, "14 May 2024"),
        ("en", Short, "14/05/2024"),
        ("en", Weekday, "Tuesday, 14 May 2024"),
        ("ar", Long, "14 مايو 2024"),
        ("ar-SY", Long, "14 أيار 2024"),
        ("fa", Long, "14 مه 2024"),
        ("fa", Short, "2024/5/14"),
        ("fa-AF", Medium, "14 می 2024"),
        ("fa-AF", Short, "14/05/2024"),
        ("ps", Long, "14 مۍ 2024"),
        ("am", Long, "ሜይ 14 2024"),
        ("tr", Long, "14 Mayıs 2024"),
        ("uk", Long, "14 травня 2024\u{202f}р."),
        ("uk", Short, "14.05.2024"),
        ("fr", Long, "14 mai 2024"),
        ("fr", Weekday, "mardi 14 mai 2024"),
        ("so", Short, "14/05/2024"),
    ] {
        assert_eq!(locale(tag).date(DAY, style), expected, "{tag} {style:?}");
    }
}

#[test]
fn tigrinya_dates_have_no_month_name_because_two_calendars_share_them() {
    let ti = locale("ti");
    assert_eq!(ti.date(DAY, DateStyle::Long), "ሰሉስ፣ 14/05/2024");
    assert_eq!(ti.date(DAY, DateStyle::Weekday), "ሰሉስ፣ 14/05/2024");
    assert_eq!(ti.date(DAY, DateStyle::Medium), "14/05/2024");
    assert_eq!(ti.month(2024, 5), "05/2024");
    assert_eq!(ti.date_time(DAY.at(9, 5, 0, 0), DateStyle::Short), "14/05/2024 09:05");
}

#[test]
fn times_are_on_a_clock_of_24_hours() {
    let at: DateTime = DAY.at(13, 5, 0, 0);
    for (tag, style, expected) in [
        ("nl", DateStyle::Long, "14 mei 2024 om 13:05"),
        ("en", DateStyle::Weekday, "Tuesday, 14 May 2024 at 13:05"),
        ("nl", DateStyle::Short, "14-05-2024 13:05"),
        ("ar", DateStyle::Long, "14 مايو 2024 في 13:05"),
        ("rhg", DateStyle::Long, "2024-05-14 13:05"),
    ] {
        assert_eq!(locale(tag).date_time(at, style), expected, "{tag}");
    }
    assert_eq!(locale("en").date_time(DAY.at(0, 0, 0, 0), DateStyle::Long), "14 May 2024 at 00:00");
}

#[test]
fn months_stand_alone() {
    assert_eq!(locale("nl").month(2024, 5), "mei 2024");
    assert_eq!(locale("uk").month(2024, 5), "травень 2024\u{202f}р.");
    assert_eq!(locale("pt").month(2024, 5), "maio de 2024", "ICU panics here without the digits");
    assert_eq!(locale("nl").month(2024, 13), "2024-13", "no month, no panic");
}

#[test]
fn far_and_negative_years_do_not_panic() {
    for tag in ["nl", "pt", "ti", "fa", "rhg"] {
        for day in [Date::MIN, Date::MAX, date(0, 1, 1), date(99, 12, 31)] {
            for style in [DateStyle::Long, DateStyle::Medium, DateStyle::Short, DateStyle::Weekday] {
                assert!(!locale(tag).date_time(day.at(23, 59, 59, 0), style).is_empty());
            }
        }
    }
}

#[test]
fn a_language_without_data_gets_plain_forms_and_says_so() {
    for tag in ["rhg", "dij", "din", "aa", "xx", "ku-Arab"] {
        let (locale, known) = Locale::new(&lang(tag), Formats::default());
        assert!(!known, "{tag}");
        assert_eq!(locale.date(DAY, DateStyle::Weekday), "2024-05-14");
        assert_eq!(locale.month(2024, 5), "2024-05");
        assert_eq!(locale.number(1_234_567), "1,234,567");
        assert_eq!(locale.compare("b", "á"), Ordering::Greater);
        assert!(!locale.list(&["a".into(), "b".into()]).is_empty());
    }
    for tag in ["nl", "en", "ti", "ckb", "so", "om", "fa-AF", "pt-BR", "zh-Hant"] {
        assert!(Locale::new(&lang(tag), Formats::default()).1, "{tag}");
    }
}

#[test]
fn numbers_have_latin_digits_and_the_signs_of_the_language() {
    for (tag, expected) in [
        ("nl", "1.234.567"),
        ("en", "1,234,567"),
        ("ar", "1,234,567"),
        ("ar-SY", "1,234,567"),
        ("fa", "1,234,567"),
        ("ckb", "1,234,567"),
        ("fr", "1\u{202f}234\u{202f}567"),
        ("uk", "1\u{a0}234\u{a0}567"),
    ] {
        assert_eq!(locale(tag).number(1_234_567), expected, "{tag}");
    }
    assert_eq!(locale("nl").number(-3), "-3");
    assert_eq!(locale("nl").number(i64::MIN).chars().filter(char::is_ascii_digit).count(), 19);
    assert_eq!(locale("nl").decimal(1234.5, 2), "1.234,50");
    assert_eq!(locale("nl").decimal(2.0 / 3.0, 1), "0,7");
    assert_eq!(locale("nl").decimal(f64::NAN, 1), "NaN");
}

#[test]
fn file_sizes_have_a_unit_that_fits() {
    let nl = locale("nl");
    for (bytes, expected) in [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1,0 kB"),
        (1_234_567, "1,2 MB"),
        (9_960_000, "10 MB"),
        (45_600_000, "46 MB"),
        (999_499, "999 kB"),
        (999_500, "1,0 MB"),
    ] {
        assert_eq!(nl.bytes(bytes), expected.replace(' ', "\u{a0}"), "{bytes}");
    }
    assert_eq!(locale("fr").bytes(1_200_000), "1,2\u{a0}Mo");
    assert!(locale("en").bytes(u64::MAX).ends_with("TB"));
}

#[test]
fn lists_are_joined_as_the_language_does() {
    let items = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
    for (tag, expected) in [
        ("nl", "A, B en C"),
        ("en", "A, B and C"),
        ("ar", "A وB وC"),
        ("ti", "A፣ B፣ C"),
        ("ckb", "A، B، C"),
        ("zh", "A、B和C"),
    ] {
        assert_eq!(locale(tag).list(&items), expected, "{tag}");
    }
    assert_eq!(locale("ti").list(&items[..1]), "A");
    assert_eq!(locale("nl").list(&[]), "");
}

fn sorted(tag: &str, mut words: Vec<&str>) -> String {
    let locale = locale(tag);
    let mut by_key = words.clone();
    words.sort_by(|a, b| locale.compare(a, b));
    by_key.sort_by_cached_key(|word| locale.sort_key(word));
    assert_eq!(words, by_key, "the keys sort as the comparison does");
    words.join(" ")
}

#[test]
fn sorting_follows_the_language() {
    assert_eq!(sorted("tr", vec!["iz", "ız", "hz", "Çam", "cam", "dam"]), "cam Çam dam hz ız iz");
    assert_eq!(sorted("uk", vec!["дім", "ґанок", "гора", "єдність", "еко"]), "гора ґанок дім еко єдність");
    assert_eq!(sorted("nl", vec!["zee", "één", "Eend", "ijs", "iglo"]), "één Eend iglo ijs zee");
    assert_eq!(sorted("sv", vec!["öl", "ål", "zon"]), "zon ål öl");
    assert_eq!(sorted("ti", vec!["መ", "ለ", "ሀ", "abc"]), "abc ሀ ለ መ");
    assert_eq!(sorted("dij", vec!["b", "á", "a"]), "a á b");
}

#[test]
fn sorting_counts_spaces_and_knows_numbers() {
    assert_eq!(sorted("nl", vec!["module-10", "module-9", "module"]), "module module-9 module-10");
    let nl = locale("nl");
    assert_eq!(nl.compare("de boer", "deboer"), Ordering::Less);
    assert_eq!(nl.compare("a", "a"), Ordering::Equal);
    assert_ne!(nl.compare("é", "e\u{301}"), Ordering::Equal, "the order is total: same inputs, same bytes");
}

#[test]
fn slugs_keep_the_letters_of_every_script() {
    for (heading, expected) in [
        ("Aan de slag: foto’s & cafés (2024)", "aan-de-slag-foto-s-cafés-2024"),
        ("  -- IJsland, één  ", "ijsland-één"),
        ("اجتماع الانطلاق، 2023", "اجتماع-الانطلاق-2023"),
        ("می\u{200c}خواهم \u{200f}کمک", "میخواهم-کمک"),
        ("ምዝገባን ምኽርን፡ ሓገዝ።", "ምዝገባን-ምኽርን-ሓገዝ"),
        ("ሀ፡ለ፣ሐ", "ሀ-ለ-ሐ"),
        ("Samen / معًا / ብሓባር", "samen-معًا-ብሓባር"),
        ("İstanbul Işık ISPARTA", "istanbul-işık-isparta"),
        ("I\u{307}zmir", "izmir"),
        ("ΟΔΟΣ", "οδο\u{3c2}"),
        ("C++ & ✌\u{fe0f} m²", "c-m²"),
        ("✌\u{fe0f}", ""),
        ("e\u{301}", "é"),
        ("- \u{301}a", "a"),
        ("हिन्दी में", "हिन्दी-में"),
        ("snake_case.md", "snake-case-md"),
    ] {
        assert_eq!(slug(heading), expected, "{heading}");
        assert_eq!(slug(&slug(heading)), slug(heading), "a slug of a slug is itself");
    }
}

#[test]
fn words_are_counted_in_every_script() {
    for (text, count) in [
        ("", 0),
        ("Een, twee – drie!", 3),
        ("ሀገር፡ሰላም፡ፍቕሪ", 3),
        ("ሰላም ዓለም።", 2),
        ("مرحبا بكم", 2),
        ("-- … 2024", 1),
        ("a\u{a0}b\nc\td", 4),
    ] {
        assert_eq!(words(text), count, "{text}");
    }
}

#[test]
fn a_text_is_cut_after_a_whole_word() {
    for (text, chars, expected) in [
        ("kort", 4, "kort"),
        ("een langere zin", 10, "een…"),
        ("een langere zin", 12, "een langere…"),
        ("eerst, dan", 8, "eerst…"),
        ("ሀገር፡ሰላም፡ፍቕሪ", 9, "ሀገር፡ሰላም…"),
        ("Donaudampfschifffahrt", 6, "Donau…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("e\u{301}e\u{301}e\u{301}", 4, "e\u{301}…"),
        ("", 0, ""),
    ] {
        assert_eq!(truncate(text, chars), expected, "{text} {chars}");
    }
}

#[test]
fn text_is_compared_without_case() {
    assert_eq!(fold("ÉÉN"), fold("e\u{301}e\u{301}n"));
    assert_eq!(fold("Straße"), fold("STRASSE"));
    assert_eq!(fold("ΟΔΟΣ"), fold("οδος"));
    assert_eq!(fold("İZMİR"), "izmir");
    assert_eq!(fold("ISPARTA ılık"), "isparta ilik");
    assert_eq!(fold("Ĳsberg"), fold("IJsberg"));
    // A word copied out of a PDF, with vowel signs, stretched, and as it is typed.
    for word in ["\u{fee3}\u{feb4}\u{fe8e}\u{fecb}\u{fea9}\u{fe93}", "مُسَاعَدَة", "مســـاعدة", "مساعده"]
    {
        assert_eq!(fold(word), fold("مساعدة"), "{word}");
    }
    assert_eq!(fold("أُسرة إلى آخر"), fold("اسره الي اخر"));
    assert_eq!(fold("می\u{200c}خواهم کمک ۱۱۲"), fold("ميخواهم كمك 112"));
    assert_eq!(fold("ሰላም፡ሓገዝ"), "ሰላም ሓገዝ");
    assert_ne!(fold("й"), fold("и"), "another letter in Ukrainian");
    assert_eq!(fold("een\u{ad}voudig"), "eenvoudig");
    assert_eq!(fold("e\u{fe0f}\u{301}"), "e", "what nobody sees does not part a letter from its accent");
    assert!(matches!(nfc("gewoon"), std::borrow::Cow::Borrowed(_)));
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,40}", chars in 0_usize..50) {
        prop_assert!(truncate(&text, chars).chars().count() <= chars);
        let slug = slug(&text);
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        prop_assert_eq!(super::slug(&slug), slug);
        prop_assert!(words(&text) <= text.chars().count());
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        let _ = Lang::parse(&text).map(|lang| (lang.direction(), lang.autonym()));
    }

    #[test]
    fn no_tag_panics(tag in "[a-zA-Z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?") {
        if let Some(lang) = Lang::parse(&tag) {
            prop_assert_eq!(Lang::parse(lang.as_str()), Some(lang.clone()));
            prop_assert!(!Locale::new(&lang, Formats::default()).0.date_time(DAY.at(1, 2, 3, 0), DateStyle::Weekday).is_empty());
        }
    }

    #[test]
    fn every_size_has_a_short_number(bytes in any::<u64>()) {
        let text = locale("nl").bytes(bytes);
        let number = text.split('\u{a0}').next().unwrap_or_default();
        prop_assert!(number.len() <= 4 || text.ends_with("TB"), "{}", text);
    }
}

fn with(tag: &str, formats: Formats) -> Locale {
    Locale::new(&lang(tag), formats).0
}

#[test]
fn a_site_may_choose_digits_forms_and_a_second_calendar() {
    let digits = |tag, digits| with(tag, Formats { digits, ..Formats::default() });
    let form = |tag, dates| with(tag, Formats { dates: Some(dates), ..Formats::default() });
    let persian = Formats { second_calendar: Some(SecondCalendar::Persian), ..Formats::default() };
    let cases = [
        (digits("fa", Digits::ArabicExtended).date(DAY, DateStyle::Long), "۱۴ مه ۲۰۲۴"),
        (digits("fa", Digits::ArabicExtended).number(1234), "۱٬۲۳۴"),
        (
            digits("ar", Digits::Arabic).date_time(DAY.at(9, 5, 0, 0), DateStyle::Short),
            "١٤\u{200f}/٥\u{200f}/٢٠٢٤ ٠٩:٠٥",
        ),
        (form("nl", DateForm::Numeric).date(DAY, DateStyle::Long), "dinsdag, 14/05/2024"),
        (form("ar", DateForm::Numeric).date(DAY, DateStyle::Weekday), "الثلاثاء، 14/05/2024"),
        (form("ti", DateForm::Names).date(DAY, DateStyle::Long), "14 ጉንበት 2024"),
        (form("nl", DateForm::Iso).date(DAY, DateStyle::Long), "2024-05-14"),
        (with("fa", persian).date(DAY, DateStyle::Long), "14 مه 2024 (25 اردیبهشت 1403)"),
        (with("fa-AF", persian).date(DAY, DateStyle::Long), "14 می 2024 (25 ثور 1403)"),
        (with("fa", persian).date(DAY, DateStyle::Short), "2024/5/14"),
        (with("nl", persian).date(DAY, DateStyle::Long), "14 mei 2024 (25 Ordibehesht 1403 AP)"),
    ];
    for (written, expected) in cases {
        assert_eq!(written, expected);
    }
}

#[test]
fn numbers_of_several_parts_are_found_whole() {
    for (text, found) in [
        ("اتصل 0800-0188.", vec!["0800-0188"]),
        ("+31 (0)88 123 45 67، 112", vec!["+31 (0)88 123 45 67"]),
        ("2022–2024 و 2023-01-24", vec!["2022–2024", "2023-01-24"]),
        ("في 2023 24 شخصا", vec![]),
        ("1.234,5 و 13:05 و 14/05/2024", vec![]),
        ("COVID-19 METS-2 v1-2", vec![]),
        ("0900 8844 3", vec!["0900 8844 3"]),
        ("- 5 -", vec![]),
    ] {
        assert_eq!(numbers(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>(), found, "{text}");
    }
}

#[test]
fn a_tag_is_cut_down_and_never_to_another_script() {
    for (tag, parents) in [
        ("nl", &[][..]),
        ("nl-x-easy", &["nl"]),
        ("nl-x-easy-b1", &["nl-x-easy", "nl"]),
        ("nl-simple", &["nl"]),
        ("nl-BE-simple-x-a", &["nl-BE-simple", "nl-BE", "nl"]),
        ("pt-BR", &["pt"]),
        ("es-MX", &["es-419", "es"]),
        ("sr-Latn", &[]),
        ("sr-Latn-RS", &["sr-Latn"]),
        ("zh-TW", &["zh-Hant"]),
        ("zh-Hans-SG", &["zh"]),
        ("fa-AF", &["fa"]),
        ("nb", &["no"]),
        ("de-1996", &["de"]),
    ] {
        let found: Vec<String> = lang(tag).parents().iter().map(ToString::to_string).collect();
        assert_eq!(found, parents, "{tag}");
    }
}

#[test]
fn private_parts_stay_in_a_tag_and_extensions_are_refused() {
    for (written, tag) in [("NL-X-Easy", "nl-x-easy"), ("nl-be-x-A", "nl-BE-x-a"), ("nl-Simple", "nl-simple")] {
        assert_eq!(Lang::parse(written).map(|lang| lang.to_string()).as_deref(), Some(tag), "{written}");
    }
    for wrong in ["nl-x", "nl-x-", "nl-x-toolongpart", "x-easy", "nl-u-nu-arab", "nl-u-nu-arab-x-a", "nl-x--a", "-x-a"]
    {
        assert_eq!(Lang::parse(wrong), None, "{wrong}");
    }
    let plain = Locale::new(&lang("nl"), Formats::default()).0;
    let day = date(2024, 5, 14);
    for tag in ["nl-x-easy", "nl-simple"] {
        let (locale, known) = Locale::new(&lang(tag), Formats::default());
        assert!(known, "{tag}");
        assert_eq!(locale.date(day, DateStyle::Weekday), plain.date(day, DateStyle::Weekday));
        assert_eq!((lang(tag).autonym(), lang(tag).direction()), (Some("Nederlands"), Direction::Ltr));
    }
    assert_eq!(lang("ar-x-easy").direction(), Direction::Rtl);
}

#[test]
fn a_language_is_known_by_its_registered_name() {
    for tag in ["nl", "cy", "ckb", "ti", "qaa", "qtz-x-a", "ia", "fy", "rom", "ary", "dij"] {
        assert!(lang(tag).is_registered(), "{tag}");
    }
    for tag in ["gr", "dk", "cz", "ua", "jp", "xx", "qzz", "zzz"] {
        assert!(!lang(tag).is_registered(), "{tag}");
    }
}
