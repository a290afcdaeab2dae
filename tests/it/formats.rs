//! Messages for programs and pipelines: what each format holds, and what stays the same from run to run and from language to
//! language.

use serde_json::Value;

use crate::disk::{Disk, Run};
use crate::fixture::TODAY;
use crate::mini::SITE;

/// A text with two mistakes that are alike, in a line with letters of more than one byte.
const PAGE: &str = "---\ntitle: Eén\n---\n\nEén [twee](@/pages/weg) en [drie](@/pages/weg).\n";

const FILE: &str = "content/pages/een bestand|x.nl.md";

fn site(page: &str) -> Disk {
    let disk = Disk::new(SITE);
    disk.write("content/pages/een.nl.md", page);
    disk
}

fn check(disk: &Disk, format: &str, language: &str) -> Run {
    disk.run(&["check", "--clock", TODAY, "--format", format, "--language", language])
}

fn report(disk: &Disk, format: &str, language: &str) -> Value {
    let run = check(disk, format, language);
    assert_eq!(run.code, 1, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

fn fingerprints(report: &Value) -> Vec<&str> {
    report.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect()
}

#[test]
fn gitlab_is_told_what_is_wrong_and_where_in_the_language_of_the_editors() {
    let disk = site(PAGE);
    let report = report(&disk, "gitlab", "nl");
    let issues = report.as_array().unwrap();
    assert!(issues.len() >= 2);
    for issue in issues {
        assert!(!issue["description"].as_str().unwrap().is_empty());
        assert_eq!(issue["fingerprint"].as_str().unwrap().len(), 32);
        assert!(["major", "minor"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
    }
    let broken: Vec<&Value> = issues.iter().filter(|issue| issue["check_name"] == "broken-link").collect();
    assert_eq!(broken.len(), 2);
    assert_eq!(broken[0]["location"], serde_json::json!({"path": "content/pages/een.nl.md", "lines": {"begin": 5}}));
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_in_all_languages_and_differs_from_all_others() {
    let first = report(&site(PAGE), "gitlab", "nl");
    let moved = PAGE.replace("\n\nEén", "\n\nEerst iets anders.\n\nEén");
    assert_eq!(fingerprints(&first), fingerprints(&report(&site(&moved), "gitlab", "nl")));
    assert_eq!(fingerprints(&first), fingerprints(&report(&site(PAGE), "gitlab", "en")));
    let mut all = fingerprints(&first);
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), first.as_array().unwrap().len());
}

#[test]
fn gitlab_has_an_empty_report_where_nothing_is_wrong() {
    let run = check(&Disk::new(SITE), "gitlab", "nl");
    assert_eq!((run.code, &*run.stdout), (0, "[]\n"), "{run:?}");
    assert!(run.stderr.contains("er is niets mis, in "), "{run:?}");
}

#[test]
fn a_sarif_log_names_its_rules_and_places_in_characters() {
    let log = report(&site(PAGE), "sarif", "en");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!((&run["columnKind"], &run["language"]), (&Value::from("unicodeCodePoints"), &Value::from("en")));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(run["tool"]["driver"]["name"], "samen");
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
        assert!(["error", "warning"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        assert!(result["partialFingerprints"]["primaryLocationLineHash"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uriBaseId"], "%SRCROOT%");
    }
    let broken = run["results"].as_array().unwrap().iter().find(|one| one["ruleId"] == "broken-link").unwrap();
    let place = &broken["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/pages/een.nl.md");
    // `é` is one character and two bytes.
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&Value::from(5), &Value::from(5)));
}

#[test]
fn a_sarif_log_writes_names_of_files_as_addresses() {
    let disk = Disk::new(SITE);
    disk.write(FILE, PAGE);
    let log = report(&disk, "sarif", "nl").to_string();
    assert!(log.contains("\"content/pages/een%20bestand%7Cx.nl.md\""), "{log}");
}

#[test]
fn what_is_in_no_file_stands_at_the_settings() {
    let disk = Disk::new(SITE);
    let refused = |format| disk.run(&["build", "-o", "samen.yaml", "--format", format]).stdout;
    let sarif: Value = serde_json::from_str(&refused("sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "samen.yaml");
    let gitlab: Value = serde_json::from_str(&refused("gitlab")).unwrap();
    assert_eq!(gitlab[0]["location"]["path"], "samen.yaml");
}

#[test]
fn a_summary_has_a_table_for_each_file_in_the_language_of_the_editors() {
    let run = check(&site(PAGE), "markdown", "nl");
    assert!(run.stdout.starts_with("## samen: "), "{run:?}");
    assert!(
        run.stdout.contains("\n### <code>content/pages/een&#46;nl&#46;md</code>\n\n| Regel | Controle |"),
        "{run:?}"
    );
    assert!(run.stdout.contains("| 5 | fout <code>broken&#45;link</code> | "), "{run:?}");
    let fine = check(&Disk::new(SITE), "markdown", "en");
    assert_eq!(fine.stdout, "## samen: nothing wrong\n");
}

#[test]
fn data_of_a_command_stay_what_they_are_in_every_format_of_messages() {
    let disk = Disk::new(SITE);
    let list = disk.run(&["list"]).stdout;
    for format in ["gitlab", "sarif", "markdown", "github"] {
        assert_eq!(disk.run(&["list", "--format", format]).stdout, list, "{format}");
    }
}

#[test]
fn a_line_of_two_megabytes_is_told_in_few_words_in_every_format() {
    let long = format!("{PAGE}\n[x](@/{}) {{#ö \u{202e}\u{7}\n", "é/".repeat(700_000));
    let disk = site(&long);
    for format in ["human", "json", "github", "gitlab", "sarif", "markdown"] {
        let run = check(&disk, format, "nl");
        assert_eq!(run.code, 1, "{format}");
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.len() < 100_000, "{format}: {} bytes", said.len());
        assert!(!said.contains(['\u{202e}', '\u{7}']), "{format}");
    }
}
