//! `samen new <type> <name>`: a first text of an entry, empty or made of a document.

use crate::archives::{paragraph, run, word, word_with};
use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY};

const SITE: &str = r"
//- data/types/meeting.yaml
folder: meetings
path: {nl: bijeenkomsten, en: meetings}
label: Meeting
plural: Meetings
date: date
fields:
  date: {kind: date, required: true}
  room: {kind: text, required: true, label: {nl: Zaal, en: Room}}
outcomes:
  owner: {kind: text}
registers:
  decisions: {path: {nl: besluiten, en: decisions}, label: {nl: Besluiten, en: Decisions}}
";

fn site() -> Disk {
    Disk::new(&format!("{SETTINGS}{SITE}"))
}

fn new(disk: &Disk, args: &[&str]) -> Run {
    disk.run(&[&["new", "--clock", TODAY], args].concat())
}

fn put(disk: &Disk, name: &str, bytes: &[u8]) -> String {
    let path = disk.path(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn an_empty_text_has_what_its_type_needs_and_a_point_for_each_kind() {
    let disk = site();
    let made = new(&disk, &["meeting", "2027-01-10-intake"]);
    assert_eq!((made.code, made.stdout.as_str()), (0, "content/meetings/2027-01-10-intake.nl.md\n"), "{}", made.stderr);
    let text = disk.read("content/meetings/2027-01-10-intake.nl.md");
    let start = "---\ntitle: Intake\ndate: 2027-01-10\n# room: needed (Zaal)\ndraft: true # take this line out when the page may be published\n---\n## Besluiten {.decisions}\n\n- … {#d1}\n\n## ";
    assert!(text.starts_with(start), "{text}");
    // What is to be done is said at once, by the check's own words.
    assert!(made.stderr.contains("`room` is missing"), "{}", made.stderr);
    let filled = text.replace("# room: needed (Zaal)", "room: B12");
    disk.write("content/meetings/2027-01-10-intake.nl.md", &filled);
    let check = disk.run(&["check", "--strict", "--drafts", "--clock", TODAY]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
}

#[test]
fn what_may_be_filled_in_stands_there_as_a_comment() {
    let disk = site();
    let fields = "  mode:\n    kind: choice\n    choices: {online: {nl: Online}, room: {nl: Zaal}}\n    label: {nl: Vorm, en: Form}\n    help: {nl: Hoe., en: How.}\n  note: {kind: text}\n";
    disk.edit("data/types/meeting.yaml", "outcomes:\n", &format!("{fields}outcomes:\n"));
    let made = new(&disk, &["meeting", "intake", "--comments", "en", "--translate", "en"]);
    // The entry is called by its day, which is today's where none is given.
    let file = format!("content/meetings/{TODAY}-intake");
    assert_eq!((made.code, made.stdout), (0, format!("{file}.nl.md\n{file}.en.md\n")), "{}", made.stderr);
    let text = disk.read(&format!("{file}.nl.md"));
    let start = format!(
        "---\ntitle: Intake\ndate: {TODAY}\n# room: needed (Room)\ndraft: true # take this line out when the page may be published\n# mode: (Form. How. online | room)\n# note:\n---\n"
    );
    assert!(text.starts_with(&start), "{text}");
    assert!(disk.read(&format!("{file}.en.md")).contains("translation: {source: nl, hash: \""));
    disk.edit(&format!("{file}.nl.md"), "# room: needed (Room)", "room: B12");
    let check = disk.run(&["check", "--strict", "--drafts", "--clock", TODAY]);
    assert!(!check.stderr.contains("error"), "{}{}", check.stdout, check.stderr);
    // Nothing of that name may be there, in whatever language, case or form.
    disk.write("content/meetings/2027-01-01-dicht/index.en.md", "---\ntitle: E\ndate: 2027-01-01\ndraft: true\n---\n");
    for (name, words) in [
        (format!("{TODAY}-intake"), format!("`{file}.en.md` is there already")),
        ("2027-01-01-dicht".to_owned(), "2027-01-01-dicht/index.en.md` is there already".to_owned()),
    ] {
        let refused = new(&disk, &["meeting", &name]);
        assert!(refused.code == 2 && refused.stderr.contains(&words), "{name}: {}", refused.stderr);
    }
    let twice = new(&disk, &["meeting", "a", "--translate", "en,nl"]);
    assert!(twice.code == 2 && twice.stderr.contains("`nl` is named twice"), "{}", twice.stderr);
}

#[test]
fn a_document_becomes_a_text_with_its_pictures_in_a_folder() {
    let disk = site();
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(r#"<Relationship Id="p" Type="{office}/image" Target="media/image1.png"/>"#);
    let body = [
        paragraph("Titel", None, &run("Overleg: de intake")),
        paragraph("Kop1", None, &run("Besluiten")),
        paragraph("", Some((1, 0)), &run("We doen het samen.")),
        "<w:p><w:r><w:drawing><wp:docPr descr=\"Een kring\"/><a:blip r:embed=\"p\"/></w:drawing></w:r></w:p>"
            .to_owned(),
        paragraph("", None, "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
    ];
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82";
    let file = put(&disk, "notes.docx", &word_with(&body.concat(), &relations, &[("word/media/image1.png", png)]));
    let made = new(&disk, &["meeting", "2027-01-10-intake", "--from", &file, "--language", "en"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let folder = "content/meetings/2027-01-10-intake";
    assert_eq!(made.stdout, format!("{folder}/index.en.md\n{folder}/2027-01-10-intake-1.png\n"));
    let text = disk.read(&format!("{folder}/index.en.md"));
    assert!(text.starts_with("---\ntitle: \"Overleg: de intake\"\ndate: 2027-01-10\n"), "{text}");
    let body = "---\n## Besluiten\n\n- We doen het samen.\n\n![Een kring](2027-01-10-intake-1.png)\n\na+b\n";
    assert!(text.ends_with(body), "{text}");
    assert!(made.stderr.contains("convert-left-out") && made.stderr.contains("equations"), "{}", made.stderr);
    // What was there is never written over.
    for lang in ["nl", "en"] {
        let again = new(&disk, &["meeting", "2027-01-10-intake", "--language", lang]);
        assert_eq!(again.code, 2, "{}", again.stderr);
        assert!(again.stderr.contains("is there already; nothing was written"), "{}", again.stderr);
    }
    assert_eq!(disk.read(&format!("{folder}/index.en.md")), text);
}

#[test]
fn lines_that_look_like_outcomes_are_told_in_one_line() {
    let disk = site();
    let kinds = "outcome_kinds: {decision: {class: decisions, label: {nl: Besluit, en: Decision}, words: {nl: [Besluit]}}}\nregisters:";
    disk.edit("data/types/meeting.yaml", "registers:", kinds);
    disk.write("in.md", "# Overleg\n\nBesluit: we doen het samen.\n\nBesluit: we beginnen.\n");
    let file = disk.path("in.md").to_string_lossy().into_owned();
    let made = new(&disk, &["meeting", "2027-01-10-intake", "--from", &file]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    assert!(made.stderr.contains("some lines look like decisions or actions"), "{}", made.stderr);
    assert!(made.stderr.contains("`samen mark meetings/2027-01-10-intake --dry-run`"), "{}", made.stderr);
    assert!(!made.stderr.contains("outcome-suggestion"), "{}", made.stderr);
    let marked = new(&disk, &["meeting", "2027-01-11-intake", "--from", &file, "--mark"]);
    assert_eq!(marked.code, 0, "{}", marked.stderr);
    let text = disk.read("content/meetings/2027-01-11-intake.nl.md");
    let wanted = "Besluit: we doen het samen. {.decision #d1}\n\nBesluit: we beginnen. {.decision #d2}\n";
    assert!(text.ends_with(wanted), "{text}");
    assert!(!marked.stderr.contains("look like decisions"), "{}", marked.stderr);
}

#[test]
fn a_document_that_is_refused_leaves_nothing_behind() {
    let disk = site();
    let changed = paragraph("", None, &format!("<w:ins>{}</w:ins>", run("nieuw")));
    let file = put(&disk, "notes.docx", &word(&changed));
    let refused = new(&disk, &["meeting", "2027-01-10-intake", "--from", &file]);
    assert_eq!(refused.code, 1, "{}", refused.stderr);
    for words in ["convert-refused", "notes.docx: ", "tracked changes", "--accept-changes"] {
        assert!(refused.stderr.contains(words), "{}", refused.stderr);
    }
    assert!(!disk.path("content/meetings").exists());
    let made = new(&disk, &["meeting", "2027-01-10-intake", "--from", &file, "--accept-changes"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
}

#[test]
fn names_and_types_that_do_not_fit_say_what_to_write() {
    let disk = site();
    for (args, words) in [
        (&["meating", "a"][..], "did you mean `meeting`?"),
        (&["meeting", "Intake Januari.nl.md"], "such as `intake-januari-nl-md`"),
        (&["meeting", "../a"], "cannot be the name of a page"),
        (&["meeting", "index"], "cannot be the name of a page"),
        (&["meeting", "a", "--language", "de"], "de"),
        (&["meeting"], "<NAME>"),
        (&["meeting", "a", "--accept-changes"], "--from"),
    ] {
        let refused = new(&disk, args);
        assert_eq!(refused.code, 2, "{args:?}: {}", refused.stderr);
        assert!(refused.stderr.contains(words), "{args:?}: {}", refused.stderr);
    }
    let gone = new(&disk, &["meeting", "a", "--from", "nowhere.docx"]);
    assert!(gone.code != 0 && gone.stderr.contains("nowhere.docx"), "{}", gone.stderr);
    assert!(!disk.path("content/meetings").exists());
}

#[test]
fn a_page_of_the_web_takes_pictures_of_its_own_folder_only() {
    let disk = site();
    std::fs::create_dir_all(disk.path("in/images")).unwrap();
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82";
    put(&disk, "in/images/image1.png", png);
    put(&disk, "outside.png", png);
    let page = "<h1>Overleg</h1><p>Tekst <img src=\"images/image1.png\" alt=\"Een kring\"><img src=\"../outside.png\" alt=\"x\"><img src=\"https://a.example/x.png\" alt=\"y\"></p>";
    let file = put(&disk, "in/notes.html", page.as_bytes());
    let made = new(&disk, &["meeting", "2027-01-10-intake", "--from", &file]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let text = disk.read("content/meetings/2027-01-10-intake/index.nl.md");
    assert!(text.ends_with("---\nTekst ![Een kring](2027-01-10-intake-1.png)\n"), "{text}");
    assert!(made.stderr.contains("2 × pictures that lie on a website or are not beside the page"), "{}", made.stderr);
}
