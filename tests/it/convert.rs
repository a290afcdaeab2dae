//! Documents of word processors become Markdown that says the same: what each part becomes, and what is told to be left out.

use samen::convert::{self, ConvertRules, Converted};

use crate::archives::{open_with, paragraph, run, word, word_with};

pub const RULES: ConvertRules<'_> = ConvertRules {
    accept_changes: false,
    drop_comments: false,
    line_breaks: false,
    pictures: "intake",
    beside: &|_| None,
};

pub fn converted(name: &str, bytes: &[u8]) -> Converted {
    convert::read(name, bytes, &RULES).unwrap_or_else(|refused| panic!("{}: {:?}", refused.message, refused.help))
}

#[track_caller]
fn becomes(body: &str, markdown: &str) {
    assert_eq!(converted("notes.docx", &word(body)).markdown, markdown);
}

fn left_out(converted: &Converted) -> Vec<String> {
    converted.left_out.iter().map(|found| convert::told(found).to_string()).collect()
}

#[test]
fn a_document_has_the_title_and_the_headings_that_its_styles_say() {
    let body = [
        paragraph("Titel", None, &run("Intakeoverleg 10 januari")),
        paragraph("Kop1", None, &run("Opening")),
        paragraph("", None, &run("De voorzitter opent.")),
        paragraph("", None, ""),
        paragraph("Kop2", None, "<w:r><w:rPr><w:i/></w:rPr><w:t>Mededelingen</w:t></w:r>"),
        paragraph("Citaat", None, &run("Zo is het.")),
        "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Rondvraag</w:t></w:r></w:p>".to_owned(),
    ];
    let found = converted("a.docx", &word(&body.concat()));
    assert_eq!(found.title.as_deref(), Some("Intakeoverleg 10 januari"));
    let text = "## Opening\n\nDe voorzitter opent.\n\n### *Mededelingen*\n\n> Zo is het.\n\n## Rondvraag\n";
    assert_eq!(found.markdown, text);
    // Who wrote it and what the program calls it stays behind.
    assert!(!format!("{found:?}").contains("Schrijver") && !format!("{found:?}").contains("Document1"));
}

#[test]
fn the_first_heading_is_the_title_where_no_other_is_as_high() {
    let body = |second| [paragraph("Kop1", None, &run("Verslag")), paragraph(second, None, &run("Opening"))].concat();
    let found = converted("a.docx", &word(&body("Kop2")));
    assert_eq!((found.title.as_deref(), &*found.markdown), (Some("Verslag"), "## Opening\n"));
    let found = converted("a.docx", &word(&body("Kop1")));
    assert_eq!((found.title, &*found.markdown), (None, "## Verslag\n\n## Opening\n"));
}

#[test]
fn lists_keep_their_levels_numbers_and_second_paragraphs() {
    let body = [
        paragraph("Lijstalinea", Some((1, 0)), &run("een")),
        paragraph("Lijstalinea", Some((1, 1)), &run("diep")),
        paragraph("Lijstalinea", None, &run("vervolg")),
        paragraph("Lijstalinea", Some((1, 0)), &run("twee")),
        paragraph("", None, &run("Tussen.")),
        paragraph("", Some((2, 0)), &run("eerste")),
        paragraph("", Some((2, 1)), &run("letter")),
        paragraph("", None, &run("Uitleg.")),
        paragraph("", Some((2, 0)), &run("tweede")),
        paragraph("", Some((3, 0)), &run("opnieuw")),
    ];
    becomes(
        &body.concat(),
        "- een\n  - diep\n\n    vervolg\n- twee\n\nTussen.\n\n1. eerste\n   1. letter\n\nUitleg.\n\n2. tweede\n\n1) opnieuw\n",
    );
}

#[test]
fn pages_fields_and_marks_of_the_layout_leave_only_a_space() {
    let body = "<w:p><w:r><w:t>een</w:t></w:r><w:r><w:br w:type=\"page\"/></w:r><w:proofErr w:type=\"spellStart\"/><w:smartTag><w:r><w:t>twee</w:t></w:r></w:smartTag><w:r><w:tab/><w:lastRenderedPageBreak/><w:t>drie\u{ad}voud</w:t></w:r></w:p>";
    becomes(body, "een twee drievoud\n");
    // A paragraph whose end was taken out goes on in the next, once the changes are accepted.
    let removed = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">een </w:t></w:r></w:p><w:p><w:r><w:t>twee</w:t></w:r></w:p>";
    let rules = ConvertRules { accept_changes: true, ..RULES };
    assert!(convert::read("a.docx", &word(removed), &RULES).is_err());
    assert_eq!(convert::read("a.docx", &word(removed), &rules).unwrap().markdown, "een twee\n");
}

#[test]
fn headings_with_numbers_keep_them() {
    let body = [
        paragraph("Kop1", Some((5, 0)), &run("Opening")),
        paragraph("Kop2", Some((5, 1)), &run("Agenda")),
        paragraph("Kop1", Some((5, 0)), &run("Besluiten")),
    ];
    becomes(&body.concat(), "## 1. Opening\n\n### 1.1 Agenda\n\n## 2. Besluiten\n");
}

#[test]
fn looks_that_mean_something_stay_and_others_go() {
    let styled = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let body = [
        styled("<w:b/><w:color w:val=\"FF0000\"/>", "Besluit: "),
        styled("<w:rFonts w:ascii=\"Arial\"/>", "we "),
        styled("<w:i/>", "kiezen"),
        run(" "),
        styled("<w:strike/>", "niet"),
        styled("<w:b w:val=\"0\"/>", " 10 m"),
        styled("<w:vertAlign w:val=\"superscript\"/>", "2"),
        styled("<w:rStyle w:val=\"Zwaar\"/>", " sterk"),
        styled("<w:u w:val=\"single\"/>", " lijn"),
    ];
    becomes(&paragraph("", None, &body.concat()), "**Besluit:** we *kiezen* ~~niet~~ 10 m² **sterk** lijn\n");
    becomes(&paragraph("Besluitkop", None, &run("Besluiten")), "**Besluiten**\n");
}

#[test]
fn stress_stands_where_markdown_reads_it() {
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = [bold("Actie:"), run("Fatima belt "), bold("("), run("en "), bold(" terug ) "), run(".")];
    becomes(&paragraph("", None, &body.concat()), "**Actie**:Fatima belt (en **terug )** .\n");
}

#[test]
fn boxes_of_every_make_become_tasks() {
    let control = |checked: &str| {
        format!(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"{checked}\"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
        )
    };
    let form = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"1\"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let body = [
        paragraph("", None, &(control("0") + &run(" een"))),
        paragraph("", None, &(control("1") + &run(" twee"))),
        paragraph("", None, &(form.to_owned() + &run(" drie"))),
        paragraph("", None, &run("☐ vier")),
        paragraph("", Some((1, 0)), &run("☒ vijf")),
        paragraph("", Some((4, 0)), &run("zes")),
        paragraph("", None, &run("[x] zeven")),
        paragraph("", None, &run("☐ ja ☐ nee")),
    ];
    becomes(
        &body.concat(),
        "- [ ] een\n- [x] twee\n- [x] drie\n- [ ] vier\n- [x] vijf\n- [ ] zes\n- [x] zeven\n\n☐ ja ☐ nee\n",
    );
}

#[test]
fn points_that_were_typed_are_points() {
    let body = [
        paragraph("", None, &run("•\u{a0}een")),
        paragraph("", None, &run("- twee")),
        paragraph("", None, &run("1. drie")),
    ];
    becomes(&body.concat(), "- een\n- twee\n\n1\\. drie\n");
}

fn cell(properties: &str, text: &str) -> String {
    let paragraphs: String = text.split('/').map(|text| paragraph("", None, &run(text))).collect();
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")
}

#[test]
fn tables_keep_their_cells_and_merged_ones_are_taken_apart() {
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let body = [
        row(&[cell("", "Actie"), cell("", "Wie"), cell("", "Wanneer")]),
        row(&[cell("", "Bellen | mailen"), cell("<w:vMerge w:val=\"restart\"/>", "GGD/Pharos"), cell("", "1 mei")]),
        row(&[cell("", "Schrijven."), cell("<w:vMerge/>", ""), cell("", "2 mei")]),
        row(&[cell("<w:gridSpan w:val=\"3\"/>", "Later")]),
    ];
    let found = converted("a.docx", &word(&format!("<w:tbl>{}</w:tbl>", body.concat())));
    let table = "| Actie | Wie | Wanneer |\n| --- | --- | --- |\n| Bellen \\| mailen | GGD; Pharos | 1 mei |\n| Schrijven. | GGD; Pharos | 2 mei |\n| Later | | |\n";
    assert_eq!(found.markdown, table);
    assert!(left_out(&found)[0].starts_with("merged cells"), "{found:?}");
    // A table of one cell draws a box around a text.
    let boxed = format!("<w:tbl>{}</w:tbl>", row(&[cell("", "Alleen/twee")]));
    becomes(&boxed, "Alleen\n\ntwee\n");
}

#[test]
fn links_notes_and_fields_lead_where_they_did() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        r#"<Relationship Id="l" Type="{office}/hyperlink" Target="https://a.example/b_(c)" TargetMode="External"/><Relationship Id="f" Type="{office}/hyperlink" Target="file:///C:/x.docx" TargetMode="External"/><Relationship Id="e" Type="{office}/footnotes" Target="footnotes.xml"/>"#
    );
    let notes = r#"<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Zie het verslag.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            run(result)
        )
    };
    let body = [
        paragraph("Kop1", None, &("<w:bookmarkStart w:id=\"0\" w:name=\"_Ref1\"/>".to_owned() + &run("Bijlage A"))),
        paragraph("Kop1", None, &run("Tekst")),
        paragraph(
            "",
            None,
            &format!(
                "<w:hyperlink r:id=\"l\">{}</w:hyperlink>{}<w:hyperlink r:id=\"f\">{}</w:hyperlink>",
                run("hier"),
                run(" en "),
                run("daar")
            ),
        ),
        paragraph(
            "",
            None,
            &(field("HYPERLINK \"https://b.example/\"", "https://b.example/")
                + &run(", ")
                + &field("REF _Ref1 \\h", "Bijlage A")
                + &field("PAGE", "12")),
        ),
        paragraph(
            "",
            None,
            &format!(
                "<w:hyperlink w:anchor=\"_Ref1\">{}</w:hyperlink>{}<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
                run("Zie"),
                run(" dit")
            ),
        ),
        paragraph("Inhopg1", None, &run("Tekst 3")),
    ];
    let found =
        converted("a.docx", &word_with(&body.concat(), &relations, &[("word/footnotes.xml", notes.as_bytes())]));
    let text = "## Bijlage A\n\n## Tekst\n\n[hier](https://a.example/b\\_%28c%29) en daar\n\n<https://b.example/>, Bijlage A\n\n[Zie](#bijlage-a) dit[^1]\n\n[^1]: Zie het verslag.\n";
    assert_eq!(found.markdown, text);
    assert_eq!(
        left_out(&found),
        [
            "links to files of somebody's computer, or of a kind that no page has (their words are kept): below “Tekst”: “hier en daar”"
        ]
    );
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82";

#[test]
fn pictures_stand_beside_the_text_and_say_what_they_show() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        r#"<Relationship Id="p" Type="{office}/image" Target="media/image1.png"/><Relationship Id="x" Type="{office}/image" Target="media/image2.emf"/><Relationship Id="h" Type="{office}/image" Target="https://a.example/x.png" TargetMode="External"/>"#
    );
    let picture = |id: &str, words: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Afbeelding 1\" descr=\"{words}\"/><a:graphic><a:graphicData><a:blip r:embed=\"{id}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let body = [
        picture("p", "Twaalf mensen"),
        picture("p", ""),
        picture("x", "Grafiek"),
        picture("h", "Ver weg"),
        paragraph("", None, &run("Tekst")),
    ];
    let parts: &[(&str, &[u8])] = &[("word/media/image1.png", PNG), ("word/media/image2.emf", b"\x01\0\0\0 EMF")];
    let found = converted("a.docx", &word_with(&body.concat(), &relations, parts));
    assert_eq!(found.markdown, "![Twaalf mensen](intake-1.png)\n\n![](intake-1.png)\n\nTekst\n");
    assert_eq!(found.pictures.len(), 1);
    assert_eq!((found.pictures[0].name.as_str(), found.pictures[0].bytes.as_slice()), ("intake-1.png", PNG));
    let left = left_out(&found).join("\n");
    for words in ["(EMF)", "outside of the document", "words for the picture `intake-1.png`"] {
        assert!(left.contains(words), "{left}");
    }
}

#[test]
fn what_cannot_be_carried_over_is_told_with_its_place() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(r#"<Relationship Id="k" Type="{office}/header" Target="header1.xml"/>"#);
    let header = r#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Vertrouwelijk</w:t></w:r></w:p></w:hdr>"#;
    let body = [
        paragraph("Titel", None, &run("Verslag")),
        paragraph("Kop1", None, &run("Cijfers")),
        paragraph("", None, &(run("Som: ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")),
        paragraph("", None, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:t>open</w:t></w:r>"),
        paragraph("", None, &("<w:r><w:object><o:OLEObject/></w:object></w:r>".to_owned() + &run("Blad"))),
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In een kader</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>In een kader</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>".to_owned(),
    ];
    let found = converted("a.docx", &word_with(&body.concat(), &relations, &[("word/header1.xml", header.as_bytes())]));
    assert_eq!(found.markdown, "## Cijfers\n\nSom: a+b\n\nopen\n\nBlad\n\nIn een kader\n");
    let left = left_out(&found).join("\n");
    for words in
        ["equations", "hidden words: below “Cijfers”: “open”", "embedded objects", "text boxes", "headers and footers"]
    {
        assert!(left.contains(words), "{words}: {left}");
    }
    assert!(!left.contains("Vertrouwelijk") && !left.contains("geheim"), "{left}");
}

#[test]
fn tracked_changes_and_comments_are_refused_until_somebody_decides() {
    let body = [
        paragraph("Titel", None, &run("Verslag")),
        paragraph("Kop1", None, &run("Besluiten")),
        paragraph(
            "",
            None,
            &format!(
                "{}<w:ins w:id=\"1\" w:author=\"J. Jansen\">{}</w:ins><w:del w:id=\"2\" w:author=\"J. Jansen\"><w:r><w:delText>niet</w:delText></w:r></w:del>{}",
                run("We doen het "),
                run("wel"),
                run(" samen")
            ),
        ),
        paragraph("", None, &(run("Zeker") + "<w:r><w:commentReference w:id=\"0\"/></w:r>")),
    ];
    let bytes = word(&body.concat());
    let refused = convert::read("a.docx", &bytes, &RULES).unwrap_err();
    let said = format!("{} {}", refused.message, refused.help.map(|help| help.to_string()).unwrap_or_default());
    for words in [
        "2 × tracked changes: below “Besluiten”: “We doen het wel samen”",
        "comments: below “Besluiten”: “Zeker”",
        "--accept-changes",
        "--drop-comments",
    ] {
        assert!(said.contains(words), "{said}");
    }
    assert!(!said.contains("Jansen"));
    let rules = ConvertRules { accept_changes: true, drop_comments: true, ..RULES };
    let found = convert::read("a.docx", &bytes, &rules).unwrap();
    assert_eq!(found.markdown, "## Besluiten\n\nWe doen het wel samen\n\nZeker\n");
}

#[test]
fn a_document_of_libreoffice_becomes_the_same_text() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>"#;
    let text = r##"<text:sequence-decls/><text:p text:style-name="P1">Overleg</text:p><text:table-of-content><text:index-body><text:p>Besluiten 1</text:p></text:index-body></text:table-of-content>
<text:h text:outline-level="1"><text:bookmark-start text:name="b1"/>Besluiten<text:bookmark-end text:name="b1"/></text:h>
<text:list text:style-name="L1"><text:list-item><text:p><text:span text:style-name="T1">Een</text:span> ding<text:s text:c="3"/>hier</text:p><text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>twee</text:p><text:p>vervolg</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>eerste</text:p></text:list-item></text:list><text:p>Tussen<text:line-break/>regel</text:p><text:list text:style-name="L2" text:continue-numbering="true"><text:list-item><text:p>tweede</text:p></text:list-item></text:list>
<text:p><text:a xlink:href="https://a.example/">Een link</text:a>, <text:a xlink:href="#b1">terug</text:a><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Noot.</text:p></text:note-body></text:note> <loext:content-control loext:checkbox="true" loext:checked="true"><text:span>☒</text:span></loext:content-control></text:p>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Actie</text:p></table:table-cell><table:table-cell><text:p>Wie</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Bellen</text:p></table:table-cell><table:table-cell table:number-rows-spanned="2"><text:p>GGD</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Mailen</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>
<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>Een kring</svg:desc></draw:frame></text:p>"##;
    let found = converted("a.odt", &open_with(text, styles, &[("Pictures/1.png", PNG)]));
    assert_eq!(found.title.as_deref(), Some("Overleg"));
    assert_eq!(
        found.markdown,
        "## Besluiten\n\n- **Een** ding hier\n  - diep\n- twee\n\n  vervolg\n\n1. eerste\n\nTussen\\\nregel\n\n2. tweede\n\n[Een link](https://a.example/), [terug](#besluiten)[^1] ☒\n\n| Actie | Wie |\n| --- | --- |\n| Bellen | GGD |\n| Mailen | GGD |\n\n![Een kring](intake-1.png)\n\n[^1]: Noot.\n"
    );
}

#[test]
fn changes_and_comments_of_libreoffice_are_refused_too() {
    let text = r#"<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:format-change/></text:changed-region></text:tracked-changes><text:p>Tekst<text:change text:change-id="c1"/> blijft<text:change-start text:change-id="c2"/><office:annotation><dc:creator>J. Jansen</dc:creator><text:p>Echt?</text:p></office:annotation></text:p>"#;
    let bytes = open_with(text, "", &[]);
    let refused = convert::read("a.odt", &bytes, &RULES).unwrap_err();
    assert!(
        refused.message.to_string().contains("tracked changes: “Tekst blijft”")
            && refused.message.to_string().contains("comments"),
        "{refused:?}"
    );
    let rules = ConvertRules { accept_changes: true, drop_comments: true, ..RULES };
    assert_eq!(convert::read("a.odt", &bytes, &rules).unwrap().markdown, "Tekst blijft\n");
}

#[test]
fn changes_and_comments_of_a_page_are_refused_too() {
    let changed =
        "<ins cite='mailto:anna' datetime='2026-11-01T10:00'>wel</ins><del datetime='2026-11-01T10:00'>niet</del>";
    let google = "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>";
    let words = "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Echt?</span></p><p>Vraag Anna</p></div>";
    let office = "<span class=MsoCommentReference><a href='#_msocom_1'>[AB1]</a></span>";
    let list = "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>Echt?</p></div></div>";
    let rules = ConvertRules { accept_changes: true, drop_comments: true, ..RULES };
    for (mark, behind, told, markdown) in [
        (changed, "", "2 × tracked changes: “Tekst wel”", "Tekst wel\n"),
        (google, words, "2 × comments: “Tekst”", "Tekst\n"),
        (office, list, "2 × comments: “Tekst”", "Tekst\n"),
    ] {
        let page = format!("<p>Tekst {mark}</p>{behind}");
        let refused = convert::read("a.html", page.as_bytes(), &RULES).unwrap_err();
        assert!(refused.message.to_string().contains(told), "{refused:?}");
        assert_eq!(convert::read("a.html", page.as_bytes(), &rules).unwrap().markdown, markdown);
    }
    assert_eq!(converted("a.html", b"<p>Tekst <ins>wel</ins> <del>niet</del></p>").markdown, "Tekst wel ~~niet~~\n");
}

#[test]
fn a_page_of_the_web_becomes_the_same_text() {
    let page = r##"<!DOCTYPE html><html><head><title>x</title><style>.c1{font-weight:700}.c2{color:red}</style><script>alert(1)</script></head><body>
<p class="c2 title"><span>Overleg</span></p><h1 id="h.1">Besluiten</h1><p><span class="c1">Besluit:</span><span> we&nbsp;doen het</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<ul class="lst-kix_a-0 start"><li>een</li></ul><ul class="lst-kix_a-1 start"><li>diep</li></ul><ul class="lst-kix_a-0"><li>twee <input type="checkbox"> x</li></ul>
<ol start="3"><li><p>drie</p><p>vervolg</p></li></ol><p><a href="https://www.google.com/url?q=https://a.example/&amp;sa=D">link</a> <a href="#h.1">boven</a></p>
<table><tr><th>Actie</th><th>Wie</th></tr><tr><td>Bellen<br>mailen</td><td>GGD</td></tr></table><pre>a  b
c</pre><p style="display:none">weg</p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Een noot.</span></p></div></body></html>"##;
    let found = converted("a.html", page.as_bytes());
    assert_eq!(found.title.as_deref(), Some("Overleg"));
    assert_eq!(
        found.markdown,
        "## Besluiten\n\n**Besluit:** we doen het[^1]\n\n- een\n  - diep\n- twee ☐ x\n\n3. drie\n\n   vervolg\n\n[link](https://a.example/) [boven](#besluiten)\n\n| Actie | Wie |\n| --- | --- |\n| Bellen mailen | GGD |\n\n```\na  b\nc\n```\n\n---\n\n[^1]: Een noot.\n"
    );
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_names() {
    let page = |head: &str| [head.as_bytes(), b"<p>caf\xe9 \x93ja\x94 \x80 5</p>"].concat();
    let utf16: Vec<u8> = "\u{feff}<p>café “ja” € 5</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        page("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">"),
        page("<META CHARSET='iso-8859-1'/>"),
        page("<?xml version=\"1.0\" encoding=\"Windows-1252\"?>"),
        utf16,
    ] {
        assert_eq!(converted("a.htm", &bytes).markdown.trim(), "café “ja” € 5");
    }
}

#[test]
fn what_word_saves_as_a_page_has_its_lists() {
    let point = |level: u8, sign: &str, text: &str| {
        format!(
            "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span></span><![endif]>{text}</p>"
        )
    };
    let page =
        format!("<html><body>{}{}{}</body></html>", point(1, "·", "een"), point(2, "o", "diep"), point(1, "·", "twee"));
    assert_eq!(converted("a.htm", page.as_bytes()).markdown, "- een\n  - diep\n- twee\n");
}

#[test]
fn a_text_in_markdown_stays_as_it_is_below_its_title() {
    let found =
        converted("a.md", "# Verslag\r\n\r\n## Opening\r\n\r\n* een\r\n\r\n```\r\n# code\r\n```\r\n".as_bytes());
    assert_eq!(
        (found.title.as_deref(), &*found.markdown),
        (Some("Verslag"), "## Opening\n\n* een\n\n```\n# code\n```\n")
    );
    let found = converted("a.txt", "Verslag\n=======\n\nOpening\n-------\n\nTekst\n".as_bytes());
    assert_eq!((found.title.as_deref(), &*found.markdown), (Some("Verslag"), "## Opening\n\n\nTekst\n"));
    let found = converted("a.md", "# Een\n\n# Twee\n\n### Drie\n".as_bytes());
    assert_eq!((found.title, &*found.markdown), (None, "## Een\n\n## Twee\n\n#### Drie\n"));
}
