//! Deadlines in the words of languages.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Certainty, Deadline, DeadlineReader, DeadlineRules, Period, PeriodUnit, YearPart, phrases};
use super::{DeadlineFault, UnrealDay};
use crate::diagnostic::{Code, Diagnostics};
use crate::lang::{DateWords, Lang};
use crate::settings::Settings;
use crate::yaml;

/// The languages of the tables below.
const TAGS: [&str; 12] = ["nl", "en", "en-GB", "en-US", "de", "fr", "es", "ar", "fa", "ti", "tr", "uk"];

fn rules() -> DeadlineRules {
    let languages: Vec<Lang> = TAGS.iter().map(|tag| lang(tag)).collect();
    let mut diagnostics = Diagnostics::default();
    let file = "type.yaml".into();
    let node = yaml::parse_map("words: {next-meeting: {nl: [kernteam]}}", &file, &mut diagnostics).expect("YAML");
    phrases::parse(&mut Settings::new(&node, Code::SchemaInvalid, &mut diagnostics), &languages)
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).expect("a tag")
}

/// The meeting at which the deadlines below were agreed.
const MEETING: Date = date(2026, 12, 1);

/// A language, what is written in it, and what it means.
const WRITTEN: &[(&str, &str, &str)] = &[
    ("nl", "1 februari 2027", "2027-02-01"),
    ("nl", "1 feb. 2027", "2027-02-01"),
    ("nl", "maandag 1 februari", "2027-02-01"),
    ("nl", "uiterlijk 1 februari 2027", "2027-02-01"),
    ("nl", "vóór 1 feb", "2027-02-01"),
    ("nl", "01-02-2027", "2027-02-01"),
    ("nl", "1/2/2027", "2027-02-01"),
    ("nl", "1.2.2027", "2027-02-01"),
    ("nl", "1-2-27", "2027-02-01"),
    ("nl", "1-feb-2027", "2027-02-01"),
    ("nl", "februari 2027", "2027-02"),
    ("nl", "eind februari 2027", "2027-02"),
    ("nl", "december", "2026-12"),
    ("nl", "15 december", "2026-12-15"),
    ("nl", "1 december", "2027-12-01"),
    ("nl", "1e kwartaal 2027", "2027-Q1"),
    ("nl", "eerste kwartaal van 2027", "2027-Q1"),
    ("nl", "Q1 2027", "2027-Q1"),
    ("nl", "Q1", "2027-Q1"),
    ("nl", "2027 Q3", "2027-Q3"),
    ("nl", "eind 2027", "2027"),
    ("nl", "2027?", "2027?"),
    ("nl", "februari 2027?", "2027-02?"),
    ("nl", "Volgend overleg", "next-meeting"),
    ("nl", "kernteam", "next-meeting"),
    ("nl", "doorlopend", "ongoing"),
    ("nl", "z.s.m.", "unknown"),
    ("nl", "?", "unknown"),
    ("nl", "2027-2-1", "2027-02-01"),
    ("nl", "02-2027", "2027-02"),
    ("en", "1 February 2027", "2027-02-01"),
    ("en", "February 1, 2027", "2027-02-01"),
    ("en", "1st of February 2027", "2027-02-01"),
    ("en", "13/02/2027", "2027-02-13"),
    ("en", "2/13/2027", "2027-02-13"),
    ("en", "first quarter of 2027", "2027-Q1"),
    ("en", "next meeting", "next-meeting"),
    ("en", "end of May 2027", "2027-05"),
    ("en-GB", "01/02/2027", "2027-02-01"),
    ("en-US", "01/02/2027", "2027-01-02"),
    ("de", "1. Februar 2027", "2027-02-01"),
    ("de", "1. 2. 2027", "2027-02-01"),
    ("de", "bis 31.03.2027", "2027-03-31"),
    ("de", "März 2027", "2027-03"),
    ("de", "1. Quartal 2027", "2027-Q1"),
    ("de", "laufend", "ongoing"),
    ("fr", "1er février 2027", "2027-02-01"),
    ("fr", "avant le 15 mars", "2027-03-15"),
    ("fr", "01/02/2027", "2027-02-01"),
    ("fr", "T1 2027", "2027-Q1"),
    ("fr", "prochaine réunion", "next-meeting"),
    ("es", "1 de mayo de 2027", "2027-05-01"),
    ("ar", "1 فبراير 2027", "2027-02-01"),
    ("ar", "١ فبراير ٢٠٢٧", "2027-02-01"),
    ("ar", "١ شباط ٢٠٢٧", "2027-02-01"),
    ("ar", "١٥ كانون الثاني ٢٠٢٧", "2027-01-15"),
    ("ar", "٠١/٠٢/٢٠٢٧", "2027-02-01"),
    ("ar", "الاجتماع القادم", "next-meeting"),
    ("ar", "الربع الأول 2027", "2027-Q1"),
    ("ar", "مستمر", "ongoing"),
    ("fa", "۱ فوریهٔ ۲۰۲۷", "2027-02-01"),
    ("fa", "۱ فوریه ۲۰۲۷", "2027-02-01"),
    ("fa", "۲۰۲۷/۲/۱", "2027-02-01"),
    ("fa", "نشست بعدی", "next-meeting"),
    ("ti", "1/2/2027", "2027-02-01"),
    ("ti", "ዝመጽእ ኣኼባ", "next-meeting"),
    ("tr", "1 Şubat 2027", "2027-02-01"),
    ("tr", "1 Şubat 2027'ye kadar", "2027-02-01"),
    ("tr", "01.02.2027", "2027-02-01"),
    ("uk", "1 лютого 2027 року", "2027-02-01"),
    ("uk", "1 лютого 2027 р.", "2027-02-01"),
    ("uk", "до 1 лютого", "2027-02-01"),
    ("uk", "лютий 2027", "2027-02"),
    ("uk", "I квартал 2027", "2027-Q1"),
    ("uk", "01.02.2027", "2027-02-01"),
];

#[test]
fn dates_are_read_as_a_language_writes_them() {
    let rules = rules();
    let mut wrong = Vec::new();
    for (tag, text, expected) in WRITTEN {
        let read = rules.read(text, &lang(tag), Some(MEETING));
        if read.as_ref().map(ToString::to_string).ok().as_deref() != Some(*expected) {
            wrong.push(format!("{tag} `{text}`: expected {expected}, read {read:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_date_is_told() {
    let rules = rules();
    let ambiguous = DeadlineFault::Ambiguous(date(2027, 2, 1), date(2027, 1, 2));
    for (tag, text, fault) in [
        ("en", "01/02/2027", ambiguous),
        ("nl", "31-02-2027", DeadlineFault::NoSuchDay(UnrealDay { year: Some(2027), month: 2, day: 31 })),
        ("nl", "13/13/2027", DeadlineFault::NoSuchDay(UnrealDay { year: Some(2027), month: 13, day: 13 })),
        ("nl", "30/31 februari", DeadlineFault::Unreadable),
        ("fa", "۱۴۰۵/۱۱/۱۲", DeadlineFault::OtherYear(1405)),
        ("nl", "1405-11-12", DeadlineFault::OtherYear(1405)),
        ("nl", "binnenkort", DeadlineFault::Unreadable),
        ("nl", "morgen", DeadlineFault::Unreadable),
        ("nl", "1 februari of 1 maart", DeadlineFault::Unreadable),
        ("ti", "1 ለካቲት 2027", DeadlineFault::Unreadable),
        ("nl", "2027-01/2027-03", DeadlineFault::Unreadable),
        ("nl", "", DeadlineFault::Unreadable),
    ] {
        assert_eq!(rules.read(text, &lang(tag), Some(MEETING)), Err(fault), "{tag} `{text}`");
    }
    assert_eq!(rules.read("1 februari", &lang("nl"), None), Err(DeadlineFault::NoYear));
    let Err(fault) = rules.read("01/02/2027", &lang("en"), None) else { panic!("it is two days") };
    assert_eq!(fault.explain("01/02/2027").help.to_string(), "write `2027-02-01` or `2027-01-02`");
}

#[test]
fn a_sentence_says_one_date_or_none() {
    let rules = rules();
    for (tag, sentence, expected) in [
        ("nl", "COA stuurt de lijst voor 1 februari 2027 rond.", Some(("2027-02-01", "1 februari 2027"))),
        ("nl", "COA stuurt de lijst (uiterlijk 01-02-2027).", Some(("2027-02-01", "01-02-2027"))),
        ("nl", "Klaar in Q1 2027, zegt COA", Some(("2027-Q1", "Q1 2027"))),
        ("nl", "Komt terug op de volgende vergadering.", Some(("next-meeting", "volgende vergadering"))),
        ("nl", "Eind 2027 klaar.", Some(("2027", "2027"))),
        ("nl", "Tussen 1 februari 2027 en 1 maart 2027.", None),
        ("nl", "In 2025 is besloten om te stoppen.", None),
        ("nl", "Er waren 12 mensen en 2027 stemmen.", None),
        ("nl", "Zie versie 1.2.2027.4 van het formulier", None),
        ("en", "The group may meet.", None),
        ("en", "You may 5 times.", None),
        ("en", "Send it by 1 May.", Some(("2027-05-01", "1 May"))),
        ("en", "Send it by 01/02/2027.", None),
        ("de", "Die Liste kommt bis 31.03.2027.", Some(("2027-03-31", "31.03.2027"))),
        ("ar", "ترسل القائمة قبل ١ فبراير ٢٠٢٧", Some(("2027-02-01", "١ فبراير ٢٠٢٧"))),
        ("uk", "Надіслати до 1 лютого 2027.", Some(("2027-02-01", "1 лютого 2027"))),
    ] {
        let found = rules.find(sentence, &lang(tag), Some(MEETING));
        let shown = found.map(|found| (found.deadline.to_string(), &sentence[found.range]));
        assert_eq!(shown.as_ref().map(|(deadline, text)| (deadline.as_str(), *text)), expected, "{tag} `{sentence}`");
    }
}

#[test]
fn a_period_ends_with_its_last_day() {
    for (text, last) in [
        ("2027-02-01", "2027-02-01"),
        ("2028-02", "2028-02-29"),
        ("2027-Q1", "2027-03-31"),
        ("2027-36", "2027-12-31"),
        ("2027-21", "2027-05-31"),
        ("2027-24", "2028-02-29"),
        ("2027~", "2027-12-31"),
    ] {
        let last_day = Deadline::parse(text).and_then(Deadline::last).map(|day| day.to_string());
        assert_eq!(last_day.as_deref(), Some(last), "{text}");
    }
    assert_eq!(Deadline::parse("2027-Q1").map(Deadline::edtf).as_deref(), Some("2027-33"));
    for wrong in ["2027-13", "2027-Q5", "2027-Q+1", "2027-1", "27", "2027-02-30", "+027", "2027-02-01?~", "2027-37"] {
        assert_eq!(Deadline::parse(wrong), None, "{wrong}");
    }
}

fn units() -> impl Strategy<Value = PeriodUnit> {
    let part = |most: i8| (1900_i16..2199, 1..=most).prop_map(|(year, number)| YearPart { year, number });
    prop_oneof![
        (1900_i16..2199, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| PeriodUnit::Day(date(year, month, day))),
        part(12).prop_map(PeriodUnit::Month),
        part(4).prop_map(PeriodUnit::Quarter),
        part(4).prop_map(PeriodUnit::Season),
        (1900_i16..2199).prop_map(PeriodUnit::Year),
    ]
}

fn deadlines() -> impl Strategy<Value = Deadline> {
    let certainty = prop_oneof![
        Just(Certainty::Sure),
        Just(Certainty::Uncertain),
        Just(Certainty::Approximate),
        Just(Certainty::Both)
    ];
    prop_oneof![
        8 => (units(), certainty).prop_map(|(unit, certainty)| Deadline::Period(Period { unit, certainty })),
        1 => Just(Deadline::NextMeeting),
        1 => Just(Deadline::Ongoing),
    ]
}

proptest! {
    #[test]
    fn what_is_written_reads_back(deadline in deadlines()) {
        prop_assert_eq!(Deadline::parse(&deadline.to_string()), Some(deadline));
        prop_assert_eq!(Deadline::parse(&deadline.edtf()), Some(deadline));
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "\\PC{0,60}", digits in "[0-9 ./٠-٩۰-۹,q?~-]{0,20}") {
        let reader = DeadlineReader::new(&DateWords::new(&lang("nl")), Vec::new());
        for text in [&text, &digits] {
            let _ = reader.read(text, Some(MEETING));
            if let Some(found) = reader.find(text, Some(MEETING)) {
                prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}

#[test]
fn iso_days_mean_the_same_in_every_language() {
    let rules = rules();
    for tag in TAGS {
        let mut day = date(2027, 1, 1);
        while day.year() == 2027 {
            assert_eq!(rules.read(&day.to_string(), &lang(tag), None), Ok(Deadline::from(day)), "{tag}");
            day = day.tomorrow().expect("a day of the next year");
        }
    }
}
