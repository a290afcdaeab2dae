//! `samen upgrade`: what a site says in an older form is shown and rewritten in place; what a person has to decide is told.

use samen::source::carried_bytes;
use samen::theme::copies::RECORD;

use crate::carried::site;
use crate::disk::Disk;

/// A site of the time when the foot of pages was made of words.
fn old() -> Disk {
    let words = |demo: &str, licence: &str, number: &str| {
        format!(
            "# Eigen woorden.\nnot-found = Weg\n# Alleen hier.\nfooter-demo = {demo}\nfooter-licence =\n    {licence}\nemergency-number = {number}\n\nhome = Thuis\n"
        )
    };
    Disk::of(
        &site()
            .with("data/strings/nl.ftl", words("Een proef.", "Vrij: zie\n    hieronder.", "112"))
            .with("data/strings/en.ftl", words("{ \"\" }", "Free.", "{ \"112\" }")),
    )
}

#[test]
fn words_that_became_settings_move_there_and_comments_stay() {
    let disk = old();
    disk.edit("samen.yaml", "name: Proef", "# De naam.\nname: Proef # kort");
    let before = disk.tree("");
    let shown = disk.run(&["upgrade", "--dry-run"]);
    assert_eq!((shown.code, disk.tree("")), (0, before.clone()), "{}", shown.stderr);
    assert!(
        shown.stdout.contains("-footer-demo = Een proef.\n") && shown.stdout.contains("+format: 1\n"),
        "{}",
        shown.stdout
    );
    // Nobody can be asked: nothing is written.
    let asked = disk.run(&["upgrade"]);
    assert_eq!((asked.code, disk.tree("")), (2, before), "{}", asked.stderr);
    assert!(asked.stderr.contains("samen upgrade --yes"), "{}", asked.stderr);
    let run = disk.run(&["upgrade", "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(disk.read("data/strings/nl.ftl"), "# Eigen woorden.\nnot-found = Weg\n# Alleen hier.\n\nhome = Thuis\n");
    let settings = disk.read("samen.yaml");
    for line in [
        "# De naam.\nname: Proef # kort\n",
        "footer_note: {en: \"Free.\", nl: \"Een proef. Vrij: zie hieronder.\"}\n",
        "emergency_number: \"112\"\n",
        "format: 1\n",
    ] {
        assert!(settings.contains(line), "{line}{settings}");
    }
    assert_eq!(disk.run(&["check", "--strict"]).code, 0, "{}", disk.run(&["check"]).stderr);
    disk.built();
    assert!(disk.read("public/nl/bread/index.html").contains("Een proef. Vrij: zie hieronder."));
    // Once is enough.
    let again = disk.run(&["upgrade"]);
    assert!(again.code == 0 && again.stdout.is_empty() && again.stderr.contains("nothing to change"), "{again:?}");
}

#[test]
fn with_a_licence_in_the_settings_the_old_words_on_it_go() {
    let disk = old();
    disk.edit("samen.yaml", "languages:", "licence: CC0-1.0\nlanguages:");
    assert_eq!(disk.run(&["upgrade", "--yes"]).code, 0);
    assert!(disk.read("samen.yaml").contains("footer_note: {nl: \"Een proef.\"}\n"), "{}", disk.read("samen.yaml"));
    assert!(!disk.read("data/strings/en.ftl").contains("footer-licence"));
}

#[test]
fn what_a_person_has_to_decide_stays_and_is_told() {
    let disk = old();
    disk.edit("data/strings/nl.ftl", "emergency-number = 112", "emergency-number = 0800-2000");
    disk.edit("samen.yaml", "languages:", "footer_note: Er staat al iets.\nlanguages:");
    let run = disk.run(&["upgrade", "--yes"]);
    assert!(
        run.stderr.contains("`emergency-number` differs") && run.stderr.contains("`footer_note` is there already"),
        "{}",
        run.stderr
    );
    let words = disk.read("data/strings/nl.ftl");
    assert!(words.contains("footer-demo = Een proef.") && words.contains("emergency-number = 0800-2000"), "{words}");
    assert!(disk.read("samen.yaml").contains("footer_note: Er staat al iets.\n"));
}

#[test]
fn files_of_the_theme_that_are_as_the_program_has_them_go() {
    let disk = Disk::of(&site());
    let same = ["themes/hub/templates/home.html", "themes/hub/assets/fonts/noto-sans-latin.woff2"];
    same.iter().for_each(|path| disk.write(path, carried_bytes(path).unwrap()));
    disk.write("themes/hub/templates/footer.html", "<footer></footer>");
    let run = disk.run(&["upgrade", "--yes"]);
    assert!(run.code == 0 && run.stderr.contains("1 files of the theme differ"), "{}", run.stderr);
    assert!(
        same.iter().all(|path| !disk.exists(path) && run.stdout.contains(&format!("--- {path}\n"))),
        "{}",
        run.stdout
    );
    assert!(disk.exists("themes/hub/templates/footer.html"));
    // What was copied to be changed is not taken away, even where it was not changed yet.
    let disk = Disk::of(&site());
    disk.run(&["theme", "copy", "--only", "templates/home.html"]);
    assert_eq!(disk.run(&["upgrade", "--yes"]).code, 0);
    assert!(disk.exists(same[0]) && disk.exists(RECORD));
}

#[test]
fn a_format_that_nobody_knows_is_one_clear_error() {
    for (format, words) in
        [("2", "this program knows 1"), ("0", "a whole number from 1"), ("x", "a whole number from 1")]
    {
        let settings = format!("format: {format}\nnew_key: [of, tomorrow]\n");
        let site = site();
        let text = String::from_utf8(site.files["samen.yaml"].clone()).unwrap();
        let site = site.with("samen.yaml", format!("{settings}{text}"));
        let found = site.check();
        assert_eq!(site.codes(), ["format-unknown"], "{format}");
        assert!(found.items()[0].message.to_string().contains(words), "{found:?}");
        let disk = Disk::of(&site);
        let before = disk.tree("");
        assert_eq!((disk.run(&["upgrade", "--yes"]).code, disk.tree("")), (1, before), "{format}");
    }
    assert_eq!(site().set("format", "1").codes(), Vec::<&str>::new());
}
