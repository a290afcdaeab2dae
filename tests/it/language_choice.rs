//! In which language the program speaks: what a person, a site and a computer say of it, and which of them counts.

use crate::disk::{Disk, Run, run, samen};
use crate::mini::SITE;

/// A site with a mistake in its settings, and what else these say.
fn site(settings: &str) -> Disk {
    let disk = Disk::new(SITE);
    disk.edit("samen.yaml", "theme: mini\n", &format!("theme: mini\nmenue: []\n{settings}\n"));
    disk
}

fn check(disk: &Disk, args: &[&str], variables: &[(&str, &str)]) -> Run {
    let args: Vec<&str> = ["check"].iter().chain(args).copied().collect();
    run(disk.command(&args).envs(variables.iter().copied()))
}

/// The word for an error at the start of a message.
fn word(run: &Run) -> &str {
    let line = run.stderr.lines().find(|line| line.contains("[unknown-key]")).unwrap_or_else(|| panic!("{run:?}"));
    line.split('[').next().unwrap()
}

#[test]
fn the_flag_counts_before_the_variable_the_settings_and_the_locale() {
    let (dutch, open) = (site("editors: nl"), site(""));
    let locale = ("LANG", "nl_NL.UTF-8");
    for (disk, args, variables, expected) in [
        (&open, &[][..], &[][..], "error"),
        (&open, &[], &[locale], "fout"),
        (&dutch, &[], &[("LANG", "en_GB.UTF-8")], "fout"),
        (&dutch, &[], &[("SAMEN_LANG", "en")], "error"),
        (&open, &[], &[("SAMEN_LANG", "nl-BE")], "fout"),
        (&open, &[], &[("SAMEN_EDITORS", "nl")], "fout"),
        (&dutch, &["--language", "en"], &[("SAMEN_LANG", "nl"), locale], "error"),
    ] {
        let run = check(disk, args, variables);
        assert_eq!((word(&run), run.code), (expected, 1), "{args:?} {variables:?} {run:?}");
    }
}

#[test]
fn the_locale_is_read_by_the_rules_of_posix() {
    let disk = site("");
    for (variables, expected) in [
        (&[("LC_ALL", "nl_NL"), ("LC_MESSAGES", "en_GB"), ("LANG", "en_GB")][..], "fout"),
        (&[("LC_ALL", ""), ("LC_MESSAGES", "nl_BE.UTF-8@euro"), ("LANG", "en_GB")], "fout"),
        (&[("LC_ALL", "C"), ("LANG", "nl_NL")], "error"),
        (&[("LC_ALL", "POSIX"), ("LANG", "nl_NL")], "error"),
        (&[("LANG", "tlh_XX.UTF-8")], "error"),
        (&[("LANG", "….UTF-8")], "error"),
    ] {
        assert_eq!(word(&check(&disk, &[], variables)), expected, "{variables:?}");
    }
}

#[test]
fn a_language_without_messages_is_told_in_the_flag_the_variable_and_the_settings() {
    let flag = check(&site(""), &["--language", "tlh"], &[]);
    assert_eq!(flag.code, 2);
    assert!(flag.stderr.starts_with("error: `tlh` cannot be the value of `--language <TAG>`\n"), "{flag:?}");
    assert!(flag.stderr.contains("\n  = help: known here: `en`, `nl`"), "{flag:?}");

    let variable = check(&site("editors: nl"), &[], &[("SAMEN_LANG", "tlh")]);
    assert!(
        variable.stderr.starts_with("`SAMEN_LANG` is `tlh`, en in die taal zijn er geen meldingen"),
        "{variable:?}"
    );
    assert_eq!(word(&variable), "fout");

    let settings = check(&site("editors: tlh"), &[], &[]);
    assert!(settings.stderr.contains("there are no messages in the language `tlh`"), "{settings:?}");
    assert!(settings.stderr.contains("--> samen.yaml:") && settings.stderr.contains("known here: `en`, `nl`"));
}

#[test]
fn a_settings_file_with_mistakes_is_told_in_the_language_that_it_names() {
    for line in ["editors: nl", "editors : \"nl\" # wij", "editors:\u{a0}nl", "editors:nl", "editors: ‘nl’"] {
        let disk = site(&format!("{line}\nlanguages: [nl"));
        let run = check(&disk, &[], &[]);
        assert!(run.stderr.starts_with("fout[") && run.code == 1, "{line}: {run:?}");
    }
}

#[test]
fn json_is_the_same_in_all_languages() {
    let disk = site("");
    let said = |language| check(&disk, &["--format", "json", "--language", language], &[]).stdout;
    assert_eq!(said("nl"), said("en"));
}

#[test]
fn without_a_site_the_language_is_that_of_the_person() {
    let folder = tempfile::TempDir::new().unwrap();
    let run = run(samen().arg("list").current_dir(folder.path()).env("LANG", "nl_NL"));
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("hulp: ga naar de map van een site, of noem die map met `--root`"), "{run:?}");
}

#[test]
fn a_command_line_that_is_not_understood_is_told_in_the_language_of_the_editors() {
    let disk = site("editors: nl");
    for (args, words) in [
        (&["chek"][..], "fout: er is geen opdracht `chek`\n  = hulp: bedoelt u `check`?\n"),
        (&["check", "--strickt"], "fout: hier is geen vlag of argument `--strickt`\n  = hulp: bedoelt u `--strict`?\n"),
        (&["check", "--clock", "23-11-2026"], "hulp: schrijf een dag zoals `2026-11-23`\n"),
        (&["check", "--format", "pdf"], "hulp: hier bekend: `human`, `json`, `github`, `gitlab`, `sarif`, `markdown`"),
        (&["check", "--quiet", "--verbose"], "` kan niet samen met `--"),
        (&["move", "a"], "fout: dit ontbreekt: `<NEW>`\n"),
        (&["serve", "--port", "x"], "hulp: schrijf een getal van 0 tot 65535\n"),
        (&["status", "--diff", "a"], "fout: `--diff <ENTRY> <LANG>` heeft een ander aantal waarden nodig: 2\n"),
        (&["check", "--clock"], "fout: `--clock <DATE>` heeft een waarde nodig\n"),
        (&["check", "\u{1b}[31m"], "\\u{1b}[31m"),
    ] {
        let run = disk.run(args);
        assert_eq!(run.code, 2, "{args:?} {run:?}");
        assert!(run.stderr.contains(words), "{args:?}\n{}", run.stderr);
        assert!(run.stderr.ends_with("`--help` legt de opdracht uit\n"), "{run:?}");
        let english = disk.run(&[args, &["--language", "en"]].concat());
        assert!(english.stderr.starts_with("error: ") && english.code == 2, "{english:?}");
    }
}

#[test]
fn what_commands_say_comes_in_the_language_of_the_editors() {
    let disk = Disk::new(SITE);
    disk.edit("samen.yaml", "theme: mini\n", "theme: mini\neditors: nl\n");
    for (args, words) in [
        (&["check"][..], "er is niets mis, in "),
        (&["build"], " nieuw, 0 veranderd, 0 weg, 0 hetzelfde, in "),
        (&["clean"], " bestanden weggehaald\n"),
        (&["list", "niets"], "fout[config-invalid]: er is geen type `niets`\n"),
        (&["move", "pages/weg", "pages/hier"], "er is geen pagina `pages/weg`\n"),
        (&["init", "nieuw"], " ligt in de site `"),
        (&["outcomes"], "er is geen uitkomst die hieraan voldoet\n"),
    ] {
        let run = disk.run(args);
        assert!(run.stderr.contains(words), "{args:?}\n{}", run.stderr);
    }
    assert!(disk.run(&["list"]).stdout.starts_with("TYPE     ID  DATUM  TALEN  TITEL\n"));
    assert!(disk.run(&["status"]).stdout.contains("BIJGEWERKT"));
}
