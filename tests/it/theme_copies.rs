//! `samen theme`: files of the carried theme are taken out to be changed, and compared with it after an upgrade.

use samen::source::{Hash, carried, carried_bytes};
use samen::theme::copies::RECORD;

use crate::carried::site;
use crate::disk::Disk;

const MEETING: &str = "themes/hub/templates/meeting.html";
const PARTS: &str = "themes/hub/templates/components.html";

fn original(path: &str) -> String {
    String::from_utf8(carried_bytes(path).unwrap().to_vec()).unwrap()
}

/// A record in which files were copied from another version of the theme.
fn old_record(paths: &[&str]) -> String {
    let line = |path: &&str| format!("{path}: {{version: 0.0.9, hash: {}}}\n", Hash::of(b"as it was"));
    paths.iter().map(line).collect()
}

#[test]
fn a_file_is_copied_once_and_what_it_came_from_is_noted() {
    let disk = Disk::of(&site());
    let run = disk.run(&["theme", "copy", "--only", "templates/meeting.html", "--only", "assets/fonts/"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert_eq!(disk.read(MEETING), original(MEETING));
    let fonts = carried().filter(|file| file.path.starts_with("themes/hub/assets/fonts/")).count();
    assert_eq!(disk.tree("themes").len(), fonts + 2, "the files and the record");
    assert!(disk.read(RECORD).contains(&format!("{MEETING}: {{version: \"")), "{}", disk.read(RECORD));
    assert_eq!(disk.run(&["check", "--strict"]).code, 0);
    // Another one later; what was noted stays.
    assert_eq!(disk.run(&["theme", "copy", "--only", "themes/hub/templates/home.html"]).code, 0);
    assert!(disk.read(RECORD).contains("meeting.html") && disk.read(RECORD).contains("home.html"));
}

#[test]
fn nothing_is_written_where_one_file_is_there() {
    let disk = Disk::of(&site());
    disk.write(MEETING, "own");
    let before = disk.tree("");
    for args in [
        &["theme", "copy"][..],
        &["theme", "copy", "--only", "templates"],
        &["theme", "copy", "--dry-run", "--only", "assets"],
    ] {
        let run = disk.run(args);
        assert_eq!(run.code, i32::from(!args.contains(&"--dry-run")), "{}", run.stderr);
        assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
        assert_eq!(run.stdout.contains("themes/hub/assets/hub.css\n"), args.contains(&"--dry-run"));
    }
    assert_eq!(disk.tree(""), before);
}

#[test]
fn a_name_that_the_theme_does_not_have_is_told_with_one_that_it_has() {
    let disk = Disk::of(&site());
    let run = disk.run(&["theme", "copy", "--only", "templates/meting.html"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `templates/meeting.html`?"), "{}", run.stderr);
    let run = disk.run(&["theme", "diff", "templates/none.html"]);
    assert!(run.code == 2 && run.stderr.contains("samen theme list"), "{}", run.stderr);
}

#[test]
fn a_whole_copy_makes_the_same_site() {
    let disk = Disk::of(&site());
    disk.built();
    let before = disk.public();
    assert_eq!(disk.run(&["theme", "copy"]).code, 0);
    disk.built();
    assert_eq!(disk.public(), before);
    let run = disk.run(&["theme", "diff"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.contains("no difference"), "{}", run.stderr);
}

#[test]
fn a_theme_of_ones_own_is_a_copy_under_another_name() {
    let disk = Disk::of(&site());
    for name in ["hub", "a/b", "..", ".x", "", "a b"] {
        let run = disk.run(&["theme", "copy", "--as", name]);
        assert_eq!(run.code, 2, "{name}: {}", run.stderr);
    }
    let run = disk.run(&["theme", "copy", "--as", "stad"]);
    assert!(run.code == 0 && run.stderr.contains("theme: stad"), "{}", run.stderr);
    assert_eq!(disk.tree("themes").len(), carried().count());
    assert!(disk.read("themes/stad/theme.yaml").starts_with("name: stad\n"));
    assert_eq!(disk.run(&["theme", "copy", "--as", "stad"]).code, 1, "it is there already");
    disk.built();
    let before = disk.public();
    disk.edit("samen.yaml", "languages:", "theme: stad\nlanguages:");
    disk.built();
    assert_eq!(disk.public(), before);
    // What the carried theme would bring is told as unused there.
    let run = disk.run(&["theme", "copy", "--only", "templates"]);
    assert!(run.code == 1 && run.stderr.contains("this site has the theme `stad`"), "{}", run.stderr);
}

#[test]
fn a_diff_shows_files_of_the_theme_folder_and_of_the_site() {
    let disk = Disk::of(&site());
    disk.run(&["theme", "copy", "--only", "templates/meeting.html"]);
    disk.write(MEETING, format!("{}<!-- eigen -->\n", original(MEETING)));
    disk.write("templates/footer.html", "<footer></footer>\n");
    disk.write("assets/mark.svg", carried_bytes("themes/hub/assets/mark.svg").unwrap());
    disk.write("data/strings/nl.ftl", "# Eigen woorden.\nnot-found = Weg\nshortcuts = Sprongen\n");
    let run = disk.run(&["theme", "diff"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains(&format!("# {MEETING}: yours, changed\n")), "{}", run.stdout);
    assert!(run.stdout.contains("+<!-- eigen -->\n"), "{}", run.stdout);
    assert!(run.stdout.contains("+++ templates/footer.html\n") && run.stdout.contains("+<footer></footer>\n"));
    assert!(!run.stdout.contains("mark.svg"), "it is the same");
    // Of words, those that the site changes.
    let words = run.stdout.split("# data/strings/nl.ftl").nth(1).unwrap().split("\n# ").next().unwrap();
    assert!(words.contains("+not-found = Weg\n") && words.contains("-not-found = "), "{words}");
    assert_eq!(words.matches("\n-").count(), 3, "the head and two words:\n{words}");
    let one = disk.run(&["theme", "diff", "templates/footer.html"]);
    assert!(one.stdout.contains("footer.html") && !one.stdout.contains("meeting.html"), "{}", one.stdout);
}

#[test]
fn a_copy_that_is_older_than_the_program_is_told_once_until_somebody_has_compared_it() {
    let own = original(MEETING).replacen("{%", "{# eigen #}{%", 1);
    let site = site().with(MEETING, own).with(RECORD, old_record(&[MEETING]));
    let found = site.check();
    let said = &found.items()[0];
    assert_eq!((found.items().len(), said.code.as_str()), (1, "theme-outdated"));
    assert!(
        said.message.to_string().contains("0.0.9")
            && said
                .help
                .as_ref()
                .map(ToString::to_string)
                .as_deref()
                .unwrap()
                .contains(&format!("samen theme mark {MEETING}"))
    );
    let disk = Disk::of(&site);
    assert!(disk.run(&["theme", "list"]).stdout.contains("yours, of 0.0.9"));
    assert!(disk.run(&["theme", "diff"]).stdout.contains("the carried file has changed since"));
    assert!(disk.run(&["theme", "mark", "--dry-run", MEETING]).stderr.contains("nothing was written"));
    assert_eq!(disk.run(&["theme", "mark", MEETING]).code, 0);
    assert_eq!(disk.run(&["check", "--strict"]).code, 0);
    // The same as the carried one is never old, and a record of what is gone does no harm.
    let same = site.clone().with(MEETING, carried_bytes(MEETING).unwrap());
    assert_eq!(same.codes(), Vec::<&str>::new());
    assert_eq!(site.without(MEETING).codes(), Vec::<&str>::new());
}

#[test]
fn what_an_old_copy_lacks_the_program_has() {
    // A word.
    let words = "themes/hub/strings/nl.ftl";
    let old: String = original(words)
        .lines()
        .filter(|line| !line.starts_with("not-found ="))
        .map(|line| format!("{line}\n"))
        .collect();
    let site = site().with(words, old.replacen("shortcuts = ", "shortcuts = Eigen ", 1));
    assert_eq!(site.codes(), Vec::<&str>::new());
    let page = site.output("nl/404.html");
    let word = original(words).lines().find_map(|line| line.strip_prefix("not-found = ").map(str::to_owned)).unwrap();
    assert!(page.contains(&word) && page.contains("Eigen "), "{page}");
    // A part that other templates ask for: one message that names the copy.
    let found = crate::carried::site().with(PARTS, "{# nothing #}").with(RECORD, old_record(&[PARTS])).check();
    let errors: Vec<_> = found.items().iter().filter(|item| item.code != "theme-outdated").collect();
    assert!(!errors.is_empty());
    for said in errors {
        let help = said.help.as_ref().map(ToString::to_string).unwrap_or_default();
        assert!(help.contains("older than the program") && help.contains(PARTS), "{said:?}");
    }
}

#[test]
fn a_record_that_cannot_be_read_is_told() {
    for text in ["[]", "themes/hub/x: 1\n", "themes/hub/x: {version: 1, hash: zz}\n", "a: [\n", "a: &b c\n"] {
        let site = site().with(RECORD, text);
        let codes = site.codes();
        assert!(
            codes.iter().all(|code| ["config-invalid", "yaml-invalid"].contains(code)) && !codes.is_empty(),
            "{text}: {codes:?}"
        );
        let disk = Disk::of(&site);
        assert_eq!(disk.run(&["theme", "copy", "--only", "templates"]).code, 1, "{text}");
        assert!(!disk.exists("themes/hub/templates"), "{text}");
    }
}
