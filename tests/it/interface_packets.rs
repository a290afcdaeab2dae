//! Words of the interface and labels for translators: what goes out, what comes back, and what is refused.

use crate::disk::{Disk, Run};
use crate::fixture::TODAY;

/// A site in these languages with the theme that the program carries.
fn site(languages: &str, more: &str) -> Disk {
    Disk::new(&format!(
        "//- samen.yaml\nname: {{en: Trial}}\nbase_url: https://hub.example/\nlanguages: {languages}\ntheme: hub\n\
         types: [meeting, organisation]\ntime_zone: UTC\nnews_page: {{en: news}}\ntypes_page: true\n{more}"
    ))
}

fn translate(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["translate", "--clock", TODAY], args].concat())
}

/// The packet with a translation behind every source, made from it.
fn translated(xliff: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for line in xliff.lines().filter(|line| !line.starts_with("<target>")) {
        out.push_str(line);
        out.push('\n');
        if let Some(source) = line.strip_prefix("<source>").and_then(|line| line.strip_suffix("</source>")) {
            out.push_str(&format!("<target>{}</target>\n", change(source)));
        }
    }
    out
}

const HOME: &str = "//- content/_index.md\n---\ntitle: Xcartref\n---\nXgeiriau.\n";

fn welsh() -> Disk {
    site("[cy]", HOME)
}

#[test]
fn a_site_in_a_language_without_words_gets_all_of_them() {
    let disk = welsh();
    assert!(disk.run(&["check"]).stderr.contains("samen translate cy --export cy.xlf --interface"));
    let run = translate(&disk, &["cy", "--export", "-", "--interface"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let xliff = run.stdout;
    for part in ["data/strings/cy.ftl", "data/languages/cy.yaml", "samen.yaml"] {
        assert!(xliff.contains(&format!("original=\"{part}\"")), "{part}");
    }
    assert!(xliff.contains("srcLang=\"en\" trgLang=\"cy\"") && xliff.contains("disp=\"{ $title }\""));
    for form in ["zero", "one", "two", "few", "many", "other"] {
        assert!(xliff.contains(&format!("name=\"list-count:{form}\"")), "{form}");
    }
    assert!(xliff.contains("name=\"types.meeting.fields.date.label\"") && !xliff.contains("name=\"types.flyer."));
    disk.write("cy.xlf", translated(&xliff, |source| format!("X {source}")));
    let run = translate(&disk, &["--import", "cy.xlf"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert_eq!(run.stdout, "data/strings/cy.ftl\ndata/languages/cy.yaml\nsamen.yaml\n");
    let labels = disk.read("data/languages/cy.yaml");
    assert!(labels.contains("label: X Meeting\n") && labels.contains("path: x-meetings\n"), "{labels}");
    assert!(disk.read("samen.yaml").contains("name: {en: Trial, cy: X Trial}"));
    let check = disk.run(&["check", "--strict"]);
    assert_eq!(check.code, 0, "{}", check.stderr);
    assert!(!check.stderr.contains("words-borrowed"), "{}", check.stderr);
    let status = disk.run(&["status"]).stdout;
    assert_eq!(status.matches(" 100 %").count(), 3, "{status}");
    assert_eq!(disk.run(&["build", "-o", "../public"]).code, 0);
    let page = std::fs::read_to_string(disk.around().join("public/cy/index.html")).unwrap();
    assert!(page.contains("X Skip to the content") && !page.contains("lang=\"en\""), "{page}");
}

#[test]
fn a_packet_that_comes_twice_is_taken_once_and_one_with_changes_is_not_lost() {
    let disk = welsh();
    let xliff = translate(&disk, &["cy", "--export", "-", "--interface"]).stdout;
    disk.write("cy.xlf", translated(&xliff, |source| format!("X {source}")));
    translate(&disk, &["--import", "cy.xlf"]);
    let files = ["data/strings/cy.ftl", "data/languages/cy.yaml", "samen.yaml"];
    let before = files.map(|file| disk.read(file));
    let run = translate(&disk, &["--import", "cy.xlf"]);
    assert!(run.code == 0 && run.stdout.is_empty(), "{}{}", run.stdout, run.stderr);
    assert_eq!(files.map(|file| disk.read(file)), before);
    // Nothing is open any more.
    let run = translate(&disk, &["cy", "--export", "-", "--interface"]);
    assert!(run.code == 1 && run.stderr.contains("has all words"), "{}", run.stderr);
    assert_eq!(translate(&disk, &["cy", "--export", "-", "--interface", "--all"]).code, 0);
    // Somebody mended a word meanwhile.
    disk.edit(files[0], "home = X Home page", "# Mine\nhome = Hafan");
    disk.edit(files[1], "label: X Meeting\n", "label: Cyfarfod # mine\n");
    let run = translate(&disk, &["--import", "cy.xlf"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr.matches("has changed since these texts went out").count(), 2, "{}", run.stderr);
    assert!(disk.read(files[0]).contains("home = Hafan"));
    let run = translate(&disk, &["--import", "cy.xlf", "--replace"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(disk.read(files[0]).contains("# Mine\nhome = X Home page\n"));
    assert!(disk.read(files[1]).contains("label: X Meeting # mine\n"));
}

#[test]
fn what_does_not_fit_is_told_with_its_place_and_nothing_is_written() {
    let disk = welsh();
    let xliff = translate(&disk, &["cy", "--export", "-", "--interface"]).stdout;
    let xliff = translated(&xliff, |source| format!("X {source}"));
    let id = xliff.split_once("<unit id=\"home.").unwrap().1.split_once('"').unwrap().0;
    let place = "<ph id=\"1\" canDelete=\"no\" dataRef=\"d1\" disp=\"{ $title }\"/></target>";
    let form = xliff.split_once("name=\"list-count:few\"").unwrap().1.split_once("<target>").unwrap().1;
    let form = format!("<target>{}</target>", form.split_once("</target>").unwrap().0);
    let few = xliff.find("name=\"list-count:few\"").unwrap();
    let cases = [
        (0, place.to_owned(), "</target>", "lacks the mark `1`, which is `{ $title }`"),
        (0, format!("\"home.{id}\""), "\"home.00000000\"", "the source of `home` has changed since"),
        (0, format!("\"home.{id}\""), "\"hom.00000000\"", "has no text `hom.00000000`"),
        (0, "original=\"data/strings/cy.ftl\"".to_owned(), "original=\"data/x.ftl\"", "`data/x.ftl` holds no words"),
        (few, form, "<target></target>", "`list-count` is translated in part: `list-count:few`"),
        (0, "<target>X meetings</target>".to_owned(), "<target>!?</target>", "part of an address"),
        (0, "<target>X Meeting</target>".to_owned(), "<target>X &#x202E;M</target>", "U+202E"),
    ];
    for (from, old, new, said) in cases {
        let at = from + xliff[from..].find(&old).unwrap_or_else(|| panic!("{old}"));
        disk.write("cy.xlf", format!("{}{new}{}", &xliff[..at], &xliff[at + old.len()..]));
        let run = translate(&disk, &["--import", "cy.xlf"]);
        assert_eq!(run.code, 1, "{old}: {}", run.stdout);
        assert!(run.stderr.contains(said) && run.stderr.contains("nothing was written"), "{old}: {}", run.stderr);
        assert!(!disk.around().join("data").exists());
    }
}

#[test]
fn plurals_go_out_in_the_forms_of_the_language() {
    let strings = "//- data/strings/en.ftl\nlist-count = { NUMBER($count) ->\n    [0] Nothing\n    [one] One thing \
                   { \"{\" }x\n   *[other] { $count } things in { list-empty }\n}\n";
    let disk = site("[en, hsb]", &format!("{}{strings}", HOME.replace("_index.md", "_index.en.md")));
    let xliff = translate(&disk, &["hsb", "--export", "-", "--interface"]).stdout;
    let forms: Vec<&str> =
        xliff.split("name=\"list-count:").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(forms, ["0", "one", "two", "few", "other"]);
    // In this language 101 takes the form of 1, so its words may not say the number.
    let one = xliff.split_once("name=\"list-count:one\"").unwrap().1.split_once("</source>").unwrap().0;
    assert!(one.contains("disp=\"{ $count }\""), "{one}");
    disk.write("hsb.xlf", translated(&xliff, |source| format!("X {source} }}")));
    let run = translate(&disk, &["--import", "hsb.xlf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = disk.read("data/strings/hsb.ftl");
    let other = "X { $count } things in { list-empty } {\"}\"}";
    let expected = format!(
        "list-count = {{ NUMBER($count) ->\n    [0] X Nothing {{\"}}\"}}\n    [one] {other}\n    [two] {other}\n    [few] \
         {other}\n   *[other] {other}\n}}\n"
    );
    assert!(text.contains(&expected), "{text}");
    let check = disk.run(&["check"]);
    assert!(!check.stderr.contains("hsb.ftl"), "{}", check.stderr);
}

#[test]
fn words_of_own_declarations_go_out_from_the_language_they_are_in() {
    let type_ = "//- data/types/board.yaml\n# Kept\nextends: meeting\nfolder: boards\npath: {nl: besturen}\nlabel: {nl: \
                 Bestuur} # kept\nplural: {nl: Besturen}\n";
    let disk = site("[nl, cy]", &format!("{}{type_}", HOME.replace("_index.md", "_index.nl.md")));
    let xliff = translate(&disk, &["cy", "--export", "-", "--interface"]).stdout;
    assert!(xliff.contains("original=\"data/types/board.yaml\"") && xliff.contains("name=\"label (nl)\""), "{xliff}");
    disk.write("cy.xlf", translated(&xliff, |source| format!("X {source}")));
    let run = translate(&disk, &["--import", "cy.xlf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = disk.read("data/types/board.yaml");
    assert_eq!(
        text,
        "# Kept\nextends: meeting\nfolder: boards\npath: {nl: besturen, cy: x-besturen}\nlabel: {nl: Bestuur, cy: X \
         Bestuur} # kept\nplural: {nl: Besturen, cy: X Besturen}\n"
    );
    let check = disk.run(&["check"]);
    assert!(!check.stderr.contains("`cy` lacks"), "{}", check.stderr);
}

#[test]
fn words_go_out_with_the_texts_of_entries() {
    let disk = site("[nl, cy]", &HOME.replace("_index.md", "_index.nl.md"));
    let run = translate(&disk, &[".", "cy", "--export", "-", "--interface"]);
    assert!(run.stdout.contains("srcLang=\"nl\"") && run.stdout.contains("content/_index.nl.md"), "{}", run.stderr);
    assert!(run.stdout.contains("<source>Ga naar de inhoud</source>"), "{}", run.stdout);
    disk.write("cy.xlf", translated(&run.stdout, |source| format!("X {source}")));
    let run = translate(&disk, &["--import", "cy.xlf"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("content/_index.cy.md\n") && run.stdout.contains("data/strings/cy.ftl\n"));
}
