//! What stands at a place; `|` is the cursor, and the word is shown in `‹›`.

use super::{SpotKind, spot};

#[track_caller]
fn at(marked: &str) -> String {
    let cursor = marked.find('|').unwrap();
    let text = marked.replacen('|', "", 1);
    let Some(found) = spot(&text, cursor) else { return "nothing".to_owned() };
    let word = &text[found.word.clone()];
    match found.kind {
        SpotKind::Key { above, beside } => format!("key {above:?} ‹{word}› beside {beside:?}"),
        SpotKind::Value { keys } => format!("value {keys:?} ‹{word}›"),
        SpotKind::KeyOrValue { above, .. } => format!("key or value {above:?} ‹{word}›"),
        SpotKind::Class => format!("class ‹{word}›"),
        SpotKind::Attribute => format!("attribute ‹{word}›"),
        SpotKind::AttributeValue { key } => format!("attribute {key} ‹{word}›"),
        SpotKind::Link { picture } => format!("{} ‹{word}›", if picture { "picture" } else { "link" }),
        SpotKind::Component => format!("component ‹{word}›"),
    }
}

#[test]
fn keys_and_values_of_front_matter_are_known_by_their_indentation() {
    assert_eq!(at("---\nti|\ndate: 2024-01-01\n---\n"), r#"key [] ‹ti› beside ["date"]"#);
    assert_eq!(at("---\ntitle: A\n|\n---\n"), r#"key [] ‹› beside ["title"]"#);
    assert_eq!(at("---\ntitle: A\n|"), r#"key [] ‹› beside ["title"]"#);
    assert_eq!(at("---\nci|ty: utrecht\n---\n"), "key [] ‹city› beside []");
    assert_eq!(at("---\ncity: utr|echt # here\n---\n"), r#"value ["city"] ‹utrecht›"#);
    assert_eq!(at("---\ncity: |\n---\n"), r#"value ["city"] ‹›"#);
    assert_eq!(at("---\ncity:|\n---\n"), r#"value ["city"] ‹›"#);
    assert_eq!(at("---\ncity: \"utr|\"\n---\n"), r#"value ["city"] ‹utr›"#);
    assert_eq!(at("---\ntopics: [a, b|c, d]\n---\n"), r#"value ["topics"] ‹bc›"#);
    assert_eq!(at("---\ntopics: [|\n---\n"), r#"value ["topics"] ‹›"#);
    assert_eq!(at("---\ntopics:\n  - a\n  - b|\n---\n"), r#"key or value ["topics"] ‹b›"#);
    assert_eq!(at("---\ntopics:\n- |\nother: x\n---\n"), r#"key or value ["topics"] ‹›"#);
    assert_eq!(at("---\ntranslation: {source: n|l, state: draft}\n---\n"), r#"value ["translation", "source"] ‹nl›"#);
    assert_eq!(at("---\ntranslation: {source: nl, |}\n---\n"), r#"key ["translation"] ‹› beside ["source"]"#);
    assert_eq!(at("---\ntranslation:\n  source: nl\n  st|\n---\n"), r#"key or value ["translation"] ‹st›"#);
    assert_eq!(at("---\nhistory:\n  - date: 2024-01-01\n    note: |\n---\n"), r#"value ["history", "note"] ‹›"#);
    assert_eq!(at("---\nhistory:\n  - {date: |}\n---\n"), r#"value ["history", "date"] ‹›"#);
    assert_eq!(at("---\nlead: |\n---\n").replace('›', ""), r#"value ["lead"] ‹"#);
    assert_eq!(at("---\n# ti|\n---\n"), "nothing");
}

#[test]
fn braces_links_and_components_are_known_in_the_body() {
    assert_eq!(at("---\n---\n## Acties {.act|}\n"), "class ‹act›");
    assert_eq!(at("- [ ] Doen. {#a1 owner=sti|}\n"), "attribute owner ‹sti›");
    assert_eq!(at("- [ ] Doen. {#a1 owner=\"een; sti|\"}\n"), "attribute owner ‹sti›");
    assert_eq!(at("- [ ] Doen. {#a1 owner=| due=2024-01-01}\n"), "attribute owner ‹›");
    assert_eq!(at("- [ ] Doen. {#a1 ow|}\n"), "attribute ‹ow›");
    assert_eq!(at("- [ ] Doen. {#a|1}\n"), "nothing");
    assert_eq!(at("Zie [dit](@/pag|).\n"), "link ‹@/pag›");
    assert_eq!(at("Zie [dit](../a|.md) en [dat](b.md).\n"), "link ‹../a.md›");
    assert_eq!(at("Zie ![een [b] foto](fo|\n"), "picture ‹fo›");
    assert_eq!(at("[naam]: ../pa|ges/a.md\n"), "link ‹../pages/a.md›");
    assert_eq!(at("::: call|\n"), "component ‹call›");
    assert_eq!(at("Gewone | tekst.\n"), "nothing");
}
