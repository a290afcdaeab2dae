//! Whom to tell of a weakness: `security.txt` (RFC 9116), from the settings or as a file of the site.

use crate::fixture::{Hub, hub};

const FILE: &str = ".well-known/security.txt";

/// A site with these settings, built on 2026-06-15.
fn site(settings: &str) -> Hub {
    hub("").set("security", settings)
}

#[test]
fn the_settings_make_a_file() {
    let made = site(
        "{contact: ['mailto:a@hub.example', 'https://a.example/c'], expires: 2027-01-01, policy: 'https://a.example/p'}",
    );
    let text = made.output(FILE);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        &lines[..4],
        [
            "Contact: mailto:a@hub.example",
            "Contact: https://a.example/c",
            "Policy: https://a.example/p",
            "Expires: 2027-01-01T00:00:00Z",
        ]
    );
    assert!(lines[4].starts_with("Preferred-Languages: nl, en"), "{text}");
    assert_eq!(lines[5], "Canonical: https://hub.example/.well-known/security.txt");
    assert_eq!(made.codes(), [""; 0]);
    assert!(!hub("").names().contains(&FILE.to_owned()));
}

#[test]
fn a_day_that_is_past_or_near_or_far_is_told_and_a_past_one_is_not_published() {
    for (day, told, there) in [
        ("2026-06-15", 1, false),
        ("2026-06-16", 1, true),
        ("2026-07-15", 1, true),
        ("2026-07-16", 0, true),
        ("2027-06-15", 0, true),
        ("2027-06-16", 1, true),
    ] {
        let made = site(&format!("{{contact: 'tel:+1-201-555-0123', expires: {day}}}"));
        assert_eq!(made.codes(), vec!["security-expires"; told], "{day}");
        assert_eq!(made.names().contains(&FILE.to_owned()), there, "{day}");
    }
}

#[test]
fn the_settings_are_checked() {
    for wrong in [
        "{expires: 2027-01-01}",
        "{contact: [], expires: 2027-01-01}",
        "{contact: 'mailto:a@b.example', expires: 2027-01-01T12:00:00}",
        "{contact: 'mailto:a@b.example'}",
        "{contact: 'a@b.example', expires: 2027-01-01}",
        "{contact: 'http://b.example/', expires: 2027-01-01}",
        "{contact: \"mailto:a@b.example\\nContact: x\", expires: 2027-01-01}",
        "{contact: 'mailto:a@b.example', expires: tomorrow}",
        "{contact: 'mailto:a@b.example', expires: 2027-01-01, policy: 'mailto:a@b.example'}",
        "{contact: 'mailto:a@b.example', expires: 2027-01-01, preferred_languages: ['?']}",
    ] {
        assert_eq!(site(wrong).codes(), ["config-invalid"], "{wrong}");
    }
}

#[test]
fn a_file_of_the_site_is_held_to_the_same_rules() {
    let own = |text: &str| hub("").with("static/.well-known/security.txt", text);
    assert_eq!(own("Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n").codes(), [""; 0]);
    assert_eq!(own("Contact: mailto:a@b.example\nExpires: 2026-06-01T00:00:00Z\n").codes(), ["security-expires"]);
    for wrong in ["Contact: mailto:a@b.example\n", "Expires: 2027-01-01T00:00:00Z\n", "Contact: x\nExpires: soon\n"] {
        assert_eq!(own(wrong).codes(), ["security-txt"], "{wrong}");
    }
    let both = own("Contact: mailto:a@b.example\nExpires: 2027-01-01T00:00:00Z\n");
    let both = both.set("security", "{contact: 'mailto:a@b.example', expires: 2027-01-01}");
    assert_eq!(both.codes(), ["duplicate-route"]);
}
