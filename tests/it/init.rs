//! A site of one's own: what `samen init` refuses, writes and takes away again.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use tempfile::TempDir;

use crate::disk::{Run, run, samen, tree};
use crate::fixture::TODAY;

/// Runs `samen init` in a folder.
fn init(folder: &Path, args: &[&str]) -> Run {
    run(samen().current_dir(folder).arg("init").args(["--clock", TODAY]).args(args))
}

/// The flags that a site needs.
const NEEDED: &[&str] = &["--name", "My hub", "--languages", "nl,en"];

fn made(folder: &Path, more: &[&str]) -> Run {
    init(folder, &[NEEDED, more].concat())
}

/// A run that is refused for that reason and leaves the folder as it was.
#[track_caller]
fn refused(folder: &Path, args: &[&str], why: &str) {
    let before = tree(folder);
    let run = init(folder, args);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains(why), "{}", run.stderr);
    assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
    assert_eq!(before, tree(folder));
}

#[test]
fn what_is_needed_and_missing_is_told_with_what_to_type() {
    let folder = TempDir::new().unwrap();
    let typed = "samen init my-hub --name \"My hub\" --languages de,fr";
    refused(folder.path(), &["hub"], "`--name`, `--languages` are needed");
    refused(folder.path(), &["hub"], typed);
    refused(folder.path(), &["hub", "--name", "x"], "`--languages` is needed");
    refused(folder.path(), &["hub", "--name", " ", "--languages", "nl"], "the name is empty");
    refused(folder.path(), &["hub", "--name", "a\nb", "--languages", "nl"], "must stand on one line");
    refused(folder.path(), &["hub", "--name", &"x".repeat(101), "--languages", "nl"], "longer than 100 characters");
}

#[test]
fn languages_that_are_none_or_stand_twice_are_refused() {
    let folder = TempDir::new().unwrap();
    for (languages, why) in [
        ("nederlands", "did you mean `nl`?"),
        ("nl1", "did you mean `nl`?"),
        ("nl,xx", "`xx` is not a language tag"),
        ("de,deu", "the language `de` is named twice"),
        (",", "one language at least"),
        ("nl-u-nu-latn", "is not a language tag"),
    ] {
        refused(folder.path(), &["hub", "--name", "x", "--languages", languages], why);
    }
    let wrong = ["hub", "--name", "x", "--languages", "nl,en", "--default-language", "de"];
    refused(folder.path(), &wrong, "choose one of `nl`, `en`");
    let many: Vec<String> = ('a'..='z').flat_map(|a| ["a", "o"].map(|b| format!("q{b}{a}"))).collect();
    refused(folder.path(), &["hub", "--name", "x", "--languages", &many.join(",")], "40 languages at most");
}

#[test]
fn values_that_no_text_can_hold_are_refused() {
    let folder = TempDir::new().unwrap();
    for (flag, value, why) in [
        ("--email", "info", "`info` is not an e-mail address"),
        ("--email", "a@b@c.example", "is not an e-mail address"),
        ("--email", "<a@b.example>", "is not an e-mail address"),
        ("--base-url", "hub.example", "write it with `https://`"),
        ("--organisation", "a\u{7}b", "must stand on one line"),
        ("--licence", "MINE", "licence"),
        ("--time-zone", "Mars/Base", "there is no time zone `Mars/Base`"),
    ] {
        refused(folder.path(), &[&["hub"], NEEDED, &[flag, value]].concat(), why);
    }
}

#[test]
fn no_site_comes_into_a_folder_that_is_something_else() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    refused(at, &[&["/"], NEEDED].concat(), "the root of the file system");
    for (file, why) in [
        ("package.json", "belongs to another program: it holds `package.json`"),
        ("hugo.toml", "samen import hugo"),
        ("_config.yml", "samen import jekyll"),
        ("mkdocs.yml", "samen import mkdocs"),
        ("samen.yaml", "is a site already"),
        (".samen-output", "what a build of a site made"),
        ("notes.txt", "it holds `notes.txt`"),
        ("content", "it holds `content`"),
    ] {
        let other = TempDir::new().unwrap();
        fs::write(other.path().join(file), "").unwrap();
        refused(other.path(), NEEDED, why);
    }
    fs::create_dir_all(at.join("site/content/deep")).unwrap();
    fs::write(at.join("site/samen.yaml"), "").unwrap();
    refused(&at.join("site/content/deep"), NEEDED, "lies in the site");
    fs::create_dir_all(at.join("public/nl")).unwrap();
    fs::write(at.join("public/.samen-output"), "").unwrap();
    refused(&at.join("public/nl"), &[&["new"], NEEDED].concat(), "lies in what a build of a site made");
    fs::write(at.join("file"), "").unwrap();
    refused(at, &[&["file"], NEEDED].concat(), "is a file");
    refused(at, &[&["file/in/it"], NEEDED].concat(), "is a file");
}

#[test]
fn the_home_folder_is_left_alone() {
    let home = TempDir::new().unwrap();
    let mut command = samen();
    let run = run(command.current_dir(home.path()).env("HOME", home.path()).arg("init").args(NEEDED));
    assert_eq!((run.code, tree(home.path()).len()), (2, 0), "{}", run.stderr);
    assert!(run.stderr.contains("is your home folder"), "{}", run.stderr);
}

#[test]
fn a_folder_with_files_shows_what_would_come_and_what_is_in_the_way() {
    let folder = TempDir::new().unwrap();
    (0..15).for_each(|count| fs::write(folder.path().join(format!("note-{count:02}.txt")), "x").unwrap());
    let run = made(folder.path(), &[]);
    assert_eq!((run.code, tree(folder.path()).len()), (2, 15), "{}", run.stderr);
    assert!(run.stdout.contains("content/_index.nl.md\n"), "{}", run.stdout);
    assert!(run.stderr.contains("`note-00.txt`") && run.stderr.contains("3 more"), "{}", run.stderr);
}

#[test]
fn a_fresh_repository_becomes_a_site_and_keeps_what_it_has() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join("README.md"), "mine").unwrap();
    fs::write(folder.path().join("LICENSE"), "mine").unwrap();
    let run = made(folder.path(), &["--starter", "minimal"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("`README.md` is there already, and stays as it is"), "{}", run.stderr);
    let files = tree(folder.path());
    assert_eq!((&files["README.md"], &files["LICENSE"]), (&b"mine".to_vec(), &b"mine".to_vec()));
    assert!(files.contains_key("samen.yaml") && files.contains_key(".gitignore"));
    assert!(!files.keys().any(|file| file.contains("samen-new")));
    refused(folder.path(), NEEDED, "is a site already");
}

#[test]
fn nothing_is_left_where_the_disk_refuses() {
    let folder = TempDir::new().unwrap();
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    // Root may write anywhere.
    if fs::write(locked.join("x"), "").is_ok() {
        return crate::disk::skipped("permissions do not hold here");
    }
    let run = made(folder.path(), &["locked/hub"]);
    assert_eq!((run.code, tree(&locked).len()), (3, 0), "{}", run.stderr);
    assert!(run.stderr.contains("cannot be written to"), "{}", run.stderr);
}

#[test]
fn a_link_to_an_empty_folder_is_that_folder() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("real")).unwrap();
    symlink("real", folder.path().join("link")).unwrap();
    let run = made(folder.path(), &["link", "--starter", "minimal"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(folder.path().join("real/samen.yaml").is_file());
}

#[test]
fn a_dry_run_lists_what_would_be_written_and_writes_nothing() {
    let folder = TempDir::new().unwrap();
    let run = made(folder.path(), &["a/b/hub", "--dry-run", "--forge", "gitlab"]);
    assert_eq!((run.code, fs::read_dir(folder.path()).unwrap().count()), (0, 0), "{}", run.stderr);
    for file in [".gitlab-ci.yml", "samen.yaml", "content/pages/imprint.en.md", ".vscode/tasks.json", "README.md"] {
        assert!(run.stdout.lines().any(|line| line == file), "{file} in {}", run.stdout);
    }
    let written = made(folder.path(), &["a/b/hub", "--forge", "gitlab"]);
    assert_eq!(written.code, 0, "{}", written.stderr);
    let listed: Vec<&str> = run.stdout.lines().collect();
    let mut listed: Vec<String> = listed.into_iter().map(ToOwned::to_owned).collect();
    listed.sort();
    assert_eq!(listed, tree(&folder.path().join("a/b/hub")).into_keys().collect::<Vec<_>>());
}

/// A new site with an example of each kind, and what `--clean-examples` says of it.
fn cleaned(change: impl Fn(&Path), args: &[&str]) -> (Run, TempDir) {
    let folder = TempDir::new().unwrap();
    assert_eq!(made(folder.path(), &["--starter", "resources"]).code, 0);
    change(folder.path());
    (init(folder.path(), &[&["--clean-examples"], args].concat()), folder)
}

#[test]
fn examples_that_nobody_changed_go_and_others_stay() {
    let term = "content/glossary/example-term.en.md";
    let (run, folder) = cleaned(
        |site| {
            let text = fs::read_to_string(site.join(term)).unwrap();
            fs::write(site.join(term), text.replace("Plain language has", "Our language has")).unwrap();
            // Git may give lines other ends; that is no change.
            let other = site.join("content/resources/example-resource.nl.md");
            fs::write(&other, fs::read_to_string(&other).unwrap().replace('\n', "\r\n")).unwrap();
        },
        &[],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("`{term}` was changed, so its entry stays")), "{}", run.stderr);
    let left: Vec<String> =
        tree(&folder.path().join("content")).into_keys().filter(|file| file.contains("example")).collect();
    assert_eq!(left, ["glossary/example-term.en.md", "glossary/example-term.nl.md"]);
    assert!(folder.path().join("content/resources/_index.nl.md").is_file());
    let again = init(folder.path(), &["--clean-examples"]);
    assert!(again.stderr.contains("there is no example left that could be removed"), "{}", again.stderr);
}

#[test]
fn an_example_that_a_text_names_stays_with_all_others_and_the_line_is_shown() {
    let page = "---\ntitle: A\nslug: a\n---\nSee [them](@/organisations/example-organisation).\n";
    let (run, folder) = cleaned(|site| fs::write(site.join("content/pages/a.nl.md"), page).unwrap(), &[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("content/pages/a.nl.md:5:"), "{}", run.stderr);
    assert!(folder.path().join("content/organisations/example-organisation.nl.md").is_file());
}

#[test]
fn a_dry_run_names_the_examples_and_removes_none() {
    let (run, folder) = cleaned(|_| (), &["--dry-run"]);
    assert_eq!((run.code, run.stdout.lines().count()), (0, 6), "{}", run.stdout);
    assert!(run.stdout.lines().all(|file| folder.path().join(file).is_file()), "{}", run.stdout);
}
