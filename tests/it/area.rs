//! The setting `area`: maps, times, telephone numbers and the number for emergencies of any country.

use proptest::prelude::*;

use crate::fixture::{Hub, hub, human};
use crate::foot::themed;

const PLACES: &str = "//- data/places.yaml
label: Cities
all_terms: true
path: cities
terms:
  first: {label: Antwerpen, at: [51.22, 4.40]}
  second: {label: Mechelen, at: [51.03, 4.48]}
//- data/types/organisation.yaml
folder: organisations
label: Organisation
plural: Organisations
fields:
  cities: {kind: list, of: {kind: place}, label: Cities}
  phone: {kind: phone, label: Phone}
//- content/organisations/one.en.md
---
title: One
cities: [first]
phone: (03) 123 45 67
---
";

fn site(settings: &str) -> Hub {
    let site = themed(PLACES);
    let text = String::from_utf8(site.files["samen.yaml"].clone()).expect("the fixture is UTF-8");
    site.with("samen.yaml", format!("{text}{settings}"))
}

fn found(site: &Hub) -> String {
    human(&site.sources(), &site.check())
}

/// The map on the page of all places, without quotation marks.
fn map(site: &Hub) -> String {
    let html = site.output("en/cities/index.html").replace('"', "");
    let start = html.find("<svg").expect("there is a map");
    let end = html[start..].find("</svg>").expect("it ends");
    html[start..start + end].to_owned()
}

#[test]
fn the_map_of_an_area_is_the_land_of_its_countries_however_they_are_written() {
    let one = map(&site("area: be\n"));
    assert!(one.contains("class=map-land") && one.matches("map-place").count() == 2, "{one}");
    for same in ["area: BE\n", "area: [be]\n", "area: [Be, be]\n"] {
        assert_eq!(map(&site(same)), one, "{same}");
    }
    assert_ne!(map(&site("area: [be, nl]\n")), one);
    assert_eq!(map(&site("area: benelux\n")), map(&site("area: [BE, NL, LU]\n")));
    assert!(!map(&site("")).contains("map-land"));
}

#[test]
fn an_outline_of_the_site_wins_over_that_of_the_area() {
    let own = site("area: be\n").edit(
        "data/places.yaml",
        "path: cities\n",
        "path: cities\noutline: [[51, 4], [52, 4], [52, 5]]\n",
    );
    assert_ne!(map(&own), map(&site("area: be\n")));
    assert_eq!(map(&own).matches('L').count(), 2);
}

#[test]
fn an_area_that_does_not_exist_is_told_with_what_is_meant() {
    for (settings, said) in [
        ("area: Belgium\n", "did you mean `be`, Belgium?"),
        ("area: germny\n", "did you mean `de`, Germany?"),
        ("area: [be, xx]\n", "there is no area `xx`"),
        ("area: zz\n", "write the code of a country in two letters"),
        ("area: europ\n", "did you mean `europe`?"),
        ("area: UK\n", "did you mean `gb`?"),
        ("area: ''\n", "there is no area ``"),
    ] {
        let found = found(&site(settings));
        assert!(found.contains(said), "{settings}{found}");
    }
    // A word that is a truth value elsewhere is a country here.
    assert!(!found(&site("area: no\n")).contains("error"));
}

#[test]
fn a_theme_that_knows_no_areas_is_told() {
    let found = found(&hub("").set("area", "be"));
    assert!(found.contains("there is no `themes/mini/areas.json`"), "{found}");
    let broken = self::found(&site("area: be\n").with("themes/hub/areas.json", "{\"areas\": 1"));
    assert!(broken.contains("`themes/hub/areas.json` cannot be read"), "{broken}");
}

#[test]
fn a_place_outside_of_the_land_is_told_and_not_drawn() {
    let far = site("area: be\n").edit("data/places.yaml", "[51.03, 4.48]", "[52.52, 13.40]");
    let said = found(&far);
    assert!(said.contains("`second` lies outside of the map, at latitude 52.52 and longitude 13.4"), "{said}");
    assert!(said.contains("add its country to `area`"), "{said}");
    assert!(map(&far).contains("Antwerpen") && !map(&far).contains("Mechelen"));
    assert_eq!(found(&far.set("area", "[be, de]")).matches("lies outside").count(), 0);
    let exchanged = found(&site("area: be\n").edit("data/places.yaml", "[51.03, 4.48]", "[4.48, 51.03]"));
    assert!(exchanged.contains("latitude and longitude are exchanged: write `at: [51.03, 4.48]`"), "{exchanged}");
}

#[test]
fn land_beyond_the_antimeridian_lies_beside_the_rest() {
    // The easternmost land of the largest country, and an island group on both sides.
    for (area, at) in [("ru", "[66.0, -171.0]"), ("fj", "[-16.8, -179.9]")] {
        let site = site(&format!("area: {area}\n")).edit("data/places.yaml", "[51.22, 4.40]", at).edit(
            "data/places.yaml",
            "[51.03, 4.48]",
            at,
        );
        assert_eq!(found(&site).matches("lies outside").count(), 0, "{area}");
        assert_eq!(map(&site).matches("map-place").count(), 2, "{area}");
    }
}

#[test]
fn the_time_zone_is_that_of_the_area_where_all_its_clocks_show_the_same() {
    let meeting = "//- data/types/event.yaml
folder: events
label: Event
plural: Events
calendar: {start: start}
fields: {start: {kind: datetime, label: Start}}
//- content/events/_index.en.md
---
title: Events
---
//- content/events/a.en.md
---
title: A
start: 2027-01-24T10:00
---
";
    let with = |settings: &str| {
        let site = themed(meeting);
        let text = String::from_utf8(site.files["samen.yaml"].clone()).expect("the fixture is UTF-8");
        site.with("samen.yaml", format!("{text}{settings}"))
    };
    let zone = |settings: &str| {
        let calendar = with(settings).output("en/events/calendar.ics");
        calendar.lines().find_map(|line| line.strip_prefix("TZID:").map(ToOwned::to_owned))
    };
    assert_eq!(zone("area: be\n").as_deref(), Some("Europe/Brussels"));
    assert_eq!(zone("area: [de, be]\n").as_deref(), Some("Europe/Berlin"));
    assert_eq!(zone("area: be\ntime_zone: Africa/Asmara\n").as_deref(), Some("Africa/Asmara"));
    // Several zones, or clocks that differ: the site has to say.
    for settings in ["area: es\n", "area: [be, gb]\n", "area: us\n"] {
        assert!(found(&with(settings)).contains("time-zone-missing"), "{settings}");
    }
    assert!(!found(&with("area: be\n")).contains("time-zone-missing"));
}

#[test]
fn the_emergency_number_follows_from_the_area_only_where_one_is_known_to_be_right() {
    let number = |settings: &str| {
        let help = "//- data/types/help.yaml\nfolder: help\nlabel: Help\nplural: Help\ntemplate: help.html\nfields: {phone: {kind: phone, label: Phone}, verified_on: {kind: date, label: Checked}}\n//- content/help/_index.en.md\n---\ntitle: Help\n---\n//- content/help/line.en.md\n---\ntitle: Line\n---\n";
        let site = themed(help);
        let text = String::from_utf8(site.files["samen.yaml"].clone()).expect("the fixture is UTF-8");
        let page = site.with("samen.yaml", format!("{text}{settings}")).output("en/help/line/index.html");
        page.replace('"', "")
            .split("href=tel:")
            .nth(1)
            .map(|rest| rest.split('>').next().unwrap_or_default().to_owned())
    };
    assert_eq!(number("area: fi\n").as_deref(), Some("112"));
    assert_eq!(number("area: european-union\n").as_deref(), Some("112"));
    assert_eq!(number("area: [be, af]\n"), None);
    assert_eq!(number("area: af\n"), None);
    assert_eq!(number("area: be\nemergency_number: '100'\n").as_deref(), Some("100"));
}

#[test]
fn a_number_is_dialled_from_everywhere_where_the_area_makes_that_sure_and_shown_as_it_is_written() {
    let dialled = |area: &str, written: &str| {
        let page = site(&format!("area: {area}\n"))
            .edit("content/organisations/one.en.md", "(03) 123 45 67", &format!("'{written}'"))
            .output("en/organisations/one/index.html")
            .replace('"', "");
        assert!(page.contains(&format!(">{written}</bdi>")), "{written}");
        page.split("href=tel:").nth(1).map(|rest| rest.split('>').next().unwrap_or_default().to_owned())
    };
    for (area, written, expected) in [
        ("be", "+32 (0)3 123 45 67", "+3231234567"),
        ("nl", "020 123 4567", "+31201234567"),
        ("nl", "(020) 123-4567", "+31201234567"),
        ("nl", "06 12345678", "+31612345678"),
        // Free numbers, and short ones.
        ("nl", "0800 2000", "08002000"),
        ("nl", "116 123", "116123"),
        ("nl", "112", "112"),
        ("de", "030 1234567", "+49301234567"),
        ("de", "0800 111 0 111", "08001110111"),
        ("it", "06 1234 5678", "+390612345678"),
        ("es", "912 34 56 78", "+34912345678"),
        ("es", "016", "016"),
        ("us", "(212) 555-0123", "+12125550123"),
        ("us", "911", "911"),
        // A number of which country?
        ("benelux", "020 123 4567", "0201234567"),
        ("benelux", "+49 30 123456", "+4930123456"),
    ] {
        assert_eq!(dialled(area, written).as_deref(), Some(expected), "{area} {written}");
    }
}

#[test]
fn every_area_can_be_named_and_none_makes_a_map_that_is_a_line() {
    let file: serde_json::Value =
        serde_json::from_slice(&themed("").files["themes/hub/areas.json"]).expect("the file is JSON");
    let countries = file["areas"].as_object().expect("areas by code");
    assert!(countries.len() > 230 && countries.contains_key("et") && countries.contains_key("af"));
    for (code, country) in countries {
        assert!(code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()), "{code}");
        let (mut least, mut most) = ((i64::MAX, i64::MAX), (i64::MIN, i64::MIN));
        for ring in country["rings"].as_array().expect("lines") {
            let (mut lat, mut lon) = (0, 0);
            for step in ring.as_array().expect("numbers").chunks(2) {
                lat += step[0].as_i64().expect("a number");
                lon += step[1].as_i64().expect("a number");
                least = (least.0.min(lat), least.1.min(lon));
                most = (most.0.max(lat), most.1.max(lon));
            }
        }
        let per = country["per_degree"].as_i64().expect("a number");
        // Nothing overseas blows up a frame: no country is wider than the widest.
        assert!(most.0.saturating_sub(least.0) < 60 * per && most.1.saturating_sub(least.1) < 180 * per, "{code}");
    }
    for (region, codes) in file["regions"].as_object().expect("regions") {
        for code in codes.as_array().expect("codes") {
            assert!(countries.contains_key(code.as_str().expect("a code")), "{region} {code}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_area_and_no_place_stops_a_site(area in "[a-zA-Z]{0,3}|[ -~]{0,8}", lat in -95.0..95.0_f64, lon in -185.0..185.0_f64) {
        let quoted = area.replace('\'', "''");
        let site = site(&format!("area: '{quoted}'\n")).edit("data/places.yaml", "[51.22, 4.40]", &format!("[{lat:.2}, {lon:.2}]"));
        let _ = site.check();
    }
}
