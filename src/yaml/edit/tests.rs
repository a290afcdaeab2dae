//! Tests of changes to YAML texts.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use super::{YamlStep, YamlText, YamlValue};

fn open(text: &str) -> YamlText {
    YamlText::read(text, &Arc::from("a.yaml")).unwrap_or_else(|error| panic!("{}\n{text}", error.message))
}

/// `a.0.b`
fn path(path: &str) -> Vec<YamlStep> {
    let step = |part: &str| part.parse().map_or_else(|_| YamlStep::from(part), YamlStep::Item);
    path.split('.').filter(|part| !part.is_empty()).map(step).collect()
}

#[track_caller]
fn removed(before: &str, paths: &[&str], after: &str) {
    let mut text = open(before);
    let paths: Vec<_> = paths.iter().map(|one| path(one)).collect();
    text.remove(&paths).unwrap_or_else(|error| panic!("{}\n{before}", error.message));
    assert_eq!(text.into_text(), after);
}

#[track_caller]
fn set(before: &str, at: &str, value: &YamlValue, after: &str) {
    let mut text = open(before);
    text.set(&path(at), value).unwrap_or_else(|error| panic!("{}\n{before}", error.message));
    assert_eq!(text.into_text(), after);
}

#[track_caller]
fn inserted(before: &str, at: &str, index: usize, value: &str, after: &str) {
    let mut text = open(before);
    let value = YamlValue::Text(value.to_owned());
    text.insert_item(&path(at), index, &value).unwrap_or_else(|error| panic!("{}\n{before}", error.message));
    assert_eq!(text.into_text(), after);
}

#[test]
fn a_key_goes_with_its_value_and_the_comment_behind_it() {
    removed("# head\na: 1 # one\n# two\nb: 2\n", &["a"], "# head\n# two\nb: 2\n");
    removed("a: 1\nb:\n  c: 1\n\n  d: 2\n# end\n", &["b"], "a: 1\n# end\n");
    removed("a: 1\nb:\n- x\n- y\nc: 2\n", &["b"], "a: 1\nc: 2\n");
    removed("a: >-\n  one\n\n  # no comment\nb: 2\n", &["a"], "b: 2\n");
    removed("a: one\n  two # three\nb: 2\n", &["a"], "b: 2\n");
    removed("a: \"one\n  two: {\"\nb: 2\n", &["a"], "b: 2\n");
    removed("a: [1, # x\n  2]\nb: 2\n", &["a"], "b: 2\n");
    removed("a: 1\r\nb: 2\r\n", &["a"], "b: 2\r\n");
    removed("\u{feff}---\na: 1\nb: 2", &["b"], "\u{feff}---\na: 1\n");
}

#[test]
fn items_of_lists_go_in_every_style() {
    removed("l: [a, b, c]\n", &["l.0"], "l: [b, c]\n");
    removed("l: [a, b, c]\n", &["l.1", "l.2"], "l: [a]\n");
    removed("l: [a, b, c, ] # x\n", &["l.2"], "l: [a, b, ] # x\n");
    removed("l: [\n  a, # x\n  b\n]\n", &["l.1"], "l: [\n  a, # x\n  \n]\n");
    removed("l: [a, b]\n", &["l.0", "l.1"], "l: []\n");
    removed("l:\n  - a\n  # about b\n  - b\n", &["l.0"], "l:\n  # about b\n  - b\n");
    removed("l:\n  - {tag: nl, name: \"N, l\"} # first\n  - {tag: en}\n", &["l.0"], "l:\n  - {tag: en}\n");
    removed("l:\n- tag: nl\n  name: N\n- tag: en\n", &["l.0.tag"], "l:\n- name: N\n- tag: en\n");
    removed("- - a\n  - b\n- c\n", &["0.0"], "- - b\n- c\n");
}

#[test]
fn what_is_emptied_stays_as_an_empty_list_or_map() {
    removed("a: # words\n  nl: x\n# end\nb: 1\n", &["a.nl"], "a: {} # words\n# end\nb: 1\n");
    removed("a: {nl: x, en: y}\n", &["a.nl", "a.en"], "a: {}\n");
    removed("a:\n- x\n", &["a.0"], "a: []\n");
    removed("a:\n- nl: x\n", &["a.0.nl"], "a:\n- {}\n");
    removed("# only\na: 1\n", &["a"], "# only\n{}\n");
}

#[test]
fn a_value_takes_the_place_of_another_in_its_quotes() {
    let text = |text: &str| YamlValue::Text(text.to_owned());
    set("a: x # y\n", "a", &text("z"), "a: z # y\n");
    set("a: 'x'\n", "a", &text("it's"), "a: 'it''s'\n");
    set("a: \"x\"\n", "a", &text("q\"q"), "a: \"q\\\"q\"\n");
    set("a: x\n", "a", &text("yes"), "a: \"yes\"\n");
    set("a:\nb: 1\n", "a", &text("z"), "a: z\nb: 1\n");
    set("a: ~ # y\n", "a", &text("z"), "a: z # y\n");
    set("{a: 1, b: }\n", "b", &text("z"), "{a: 1, b: z }\n");
    set("a:\n  b: 1\n  c: 2\nd: 3\n", "a", &text("z"), "a: z\nd: 3\n");
    set("l:\n  - a\n  - b\n", "l.1", &YamlValue::Plain("2".to_owned()), "l:\n  - a\n  - 2\n");
    let list = YamlValue::List(vec![text("x"), text("y: z")]);
    set("a: {b: c}\n", "a.b", &list, "a: {b: [x, \"y: z\"]}\n");
}

#[test]
fn a_new_key_stands_behind_the_last_one_in_the_style_of_its_map() {
    let text = |text: &str| YamlValue::Text(text.to_owned());
    set("a: 1 # x\n\n# end\n", "b", &text("z"), "a: 1 # x\nb: z\n\n# end\n");
    set("a:\n    c: 1\nb: 2", "a.d", &text("z"), "a:\n    c: 1\n    d: z\nb: 2");
    set("a: {c: 1}\n", "a.d", &text("z"), "a: {c: 1, d: z}\n");
    set("a: {}\n", "a.d", &text("z"), "a: {d: z}\n");
    set("a: # words\nb: 1\n", "a.d", &text("z"), "a: # words\n  d: z\nb: 1\n");
    set("# nothing\n", "a", &text("z"), "# nothing\na: z\n");
    set("", "a", &text("z"), "a: z\n");
    set("a: |\n  x\n\nb: >\n  y\n", "c", &text("z"), "a: |\n  x\n\nb: >\n  y\nc: z\n");
    set("a: {\n  c: 1,\n  d: 2\n}\n", "a.e", &text("z"), "a: {\n  c: 1,\n  d: 2,\n  e: z\n}\n");
    set("a: 1\r\nb: 2\r\n", "c", &text("z"), "a: 1\r\nb: 2\r\nc: z\r\n");
}

#[test]
fn items_are_put_before_and_behind_others() {
    inserted("l: [a, b]\n", "l", 1, "x", "l: [a, x, b]\n");
    inserted("l: [a, b]\n", "l", 9, "x", "l: [a, b, x]\n");
    inserted("l: []\n", "l", 0, "x", "l: [x]\n");
    inserted("l:\n  - a # one\n  # end\nm: 1\n", "l", 1, "x", "l:\n  - a # one\n  - x\n  # end\nm: 1\n");
    inserted("l:\n- a\n- b\n", "l", 0, "x", "l:\n- x\n- a\n- b\n");
    inserted("- - a\n- b\n", "0", 0, "x", "- - x\n  - a\n- b\n");
    inserted("l:\nm: 1\n", "l", 0, "x", "l:\n  - x\nm: 1\n");
}

#[test]
fn a_key_gets_another_name() {
    let mut text = open("a: {b: 1}\n\"c d\": 2\n");
    text.rename(&path("a.b"), "x").expect("a plain key");
    text.rename(&path("c d"), "y: z").expect("a key in quotes");
    assert_eq!(text.into_text(), "a: {x: 1}\n\"y: z\": 2\n");
}

#[test]
fn what_cannot_be_changed_is_refused_and_stays() {
    for before in ["? a\n: 1\n", "l: [a: 1]\n", "!!map {a: 1}\n"] {
        let Ok(mut text) = YamlText::read(before, &Arc::from("a.yaml")) else { continue };
        let result = text.remove(&[path(if before.starts_with('l') { "l.0.a" } else { "a" })]);
        assert!(result.is_err() || text.get(&path("a")).is_none(), "{before}");
    }
    let mut text = open("a: 1\n");
    assert!(text.remove(&[path("b")]).is_err() && text.remove(&[Vec::new()]).is_err());
    assert!(text.set(&path("a.b"), &YamlValue::Plain("1".to_owned())).is_err());
    assert_eq!(text.into_text(), "a: 1\n");
}

/// A tree with the way in which it is written. Every text and comment is written once, so that it is known what it
/// belongs to.
#[derive(Clone, Debug)]
enum Written {
    Scalar(u8),
    List(bool, Vec<Written>),
    Map(bool, Vec<Written>),
}

fn trees() -> impl Strategy<Value = Written> {
    let leaf = (0..7_u8).prop_map(Written::Scalar);
    leaf.prop_recursive(4, 40, 5, |inner| {
        let items = prop::collection::vec(inner, 0..5);
        prop_oneof![
            (any::<bool>(), items.clone()).prop_map(|(flow, items)| Written::List(flow, items)),
            (any::<bool>(), items).prop_map(|(flow, items)| Written::Map(flow, items)),
        ]
    })
}

/// Writes trees, and counts what it writes.
struct Writer {
    out: String,
    next: usize,
    noise: u64,
}

impl Writer {
    fn token(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn chance(&mut self) -> bool {
        self.noise = self.noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.noise >> 62 == 0
    }

    fn flow(&mut self, tree: &Written) {
        let number = self.token();
        let (open, close, items, is_map) = match tree {
            Written::Scalar(0 | 3) => return self.push(&format!("t{number}")),
            Written::Scalar(1) => return self.push(&format!("'t{number}, ]}}''# x'")),
            Written::Scalar(4) => return self.push("~"),
            Written::Scalar(_) => return self.push(&format!("\"t{number}: \\\" {{\"")),
            Written::List(_, items) => ('[', ']', items, false),
            Written::Map(_, items) => ('{', '}', items, true),
        };
        self.out.push(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.push(", ");
            }
            if is_map {
                self.push(&format!("k{index}: "));
            }
            self.flow(item);
        }
        self.out.push(close);
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Behind `key:` or a dash.
    fn behind(&mut self, tree: &Written, indent: usize) {
        let number = self.token();
        match tree {
            Written::List(true, _) | Written::Map(true, _) => {
                self.push(" ");
                self.flow(tree);
                self.end();
            }
            Written::List(_, items) | Written::Map(_, items) if items.is_empty() => {
                self.push(" ");
                self.flow(tree);
                self.end();
            }
            Written::List(..) | Written::Map(..) => {
                self.end();
                self.block(tree, indent);
            }
            Written::Scalar(2) => {
                let pad = " ".repeat(indent);
                let _ = writeln!(self.out, " |-\n{pad}t{number}\n\n{pad}# of {number}");
            }
            Written::Scalar(3) => {
                let pad = " ".repeat(indent);
                let _ = writeln!(self.out, " t{number} - x\n{pad}and more");
            }
            Written::Scalar(_) => {
                self.push(" ");
                self.flow(tree);
                self.end();
            }
        }
    }

    fn end(&mut self) {
        if self.chance() {
            let number = self.token();
            self.push(&format!(" # behind {number}"));
        }
        self.push("\n");
    }

    fn block(&mut self, tree: &Written, indent: usize) {
        let (items, is_map) = match tree {
            Written::Map(_, items) => (items, true),
            Written::List(_, items) => (items, false),
            Written::Scalar(_) => return,
        };
        let pad = " ".repeat(indent);
        for (index, item) in items.iter().enumerate() {
            if self.chance() {
                let _ = writeln!(self.out, "{pad}# own {}", self.next);
            }
            let opening = if is_map { format!("{pad}k{index}:") } else { format!("{pad}-") };
            self.push(&opening);
            self.behind(item, indent + 2);
        }
    }
}

fn written(tree: &Written, noise: u64) -> String {
    let mut writer = Writer { out: String::new(), next: 0, noise };
    match tree {
        Written::List(false, items) | Written::Map(false, items) if !items.is_empty() => writer.block(tree, 0),
        _ => {
            writer.flow(tree);
            writer.push("\n");
        }
    }
    writer.out
}

/// All paths into a tree.
fn paths(tree: &Written, at: &mut Vec<YamlStep>, all: &mut Vec<Vec<YamlStep>>) {
    let (Written::List(_, items) | Written::Map(_, items)) = tree else { return };
    for (index, item) in items.iter().enumerate() {
        let step = if matches!(tree, Written::Map(..)) { YamlStep::Key(format!("k{index}")) } else { index.into() };
        at.push(step);
        all.push(at.clone());
        paths(item, at, all);
        at.pop();
    }
}

proptest! {
    #[test]
    fn only_what_is_asked_for_changes(tree in trees(), noise in any::<u64>(), choice in any::<prop::sample::Index>()) {
        let text = written(&tree, noise);
        let before = open(&text);
        let mut all = Vec::new();
        paths(&tree, &mut Vec::new(), &mut all);
        prop_assume!(!all.is_empty());
        let path = &all[choice.index(all.len())];

        // The tree that is meant is compared in `change`: an error would say that it was not reached.
        let mut removed = before.clone();
        prop_assert!(removed.remove(std::slice::from_ref(path)).is_ok(), "{path:?}\n{text}");
        let after = removed.into_text();
        let own: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with("# own")).collect();
        let kept = after.lines().filter(|line| line.trim_start().starts_with("# own")).count();
        prop_assert!(kept == own.len() || before.get(path).is_some_and(|node| node.map().is_some() || matches!(node.value, super::Value::List(_))));
        prop_assert!(after.len() <= text.len() + 3);
        // All other lines are as they were; one may hold the key of what was emptied, or begin with another item.
        let mut lines = text.lines();
        let new = after.lines().filter(|line| !lines.clone().any(|old| old == *line) || lines.all(|old| old != *line));
        prop_assert!(new.count() <= 1, "{path:?}\n{text}\n---\n{after}");

        let mut changed = before.clone();
        prop_assert!(changed.set(path, &YamlValue::Text("new: value".to_owned())).is_ok(), "{path:?}\n{text}");
        let mut changed = before.clone();
        prop_assert!(changed.set(path, &YamlValue::Plain("5".to_owned())).is_ok(), "{path:?}\n{text}");
        let parent = &path[..path.len() - 1];
        let mut grown = before;
        let result = match path.last() {
            Some(YamlStep::Item(index)) => grown.insert_item(parent, *index, &YamlValue::Text("new".to_owned())),
            _ => grown.set(&[parent, &["new".into()]].concat(), &YamlValue::Text("new".to_owned())),
        };
        prop_assert!(result.is_ok(), "{path:?}\n{text}");
    }

    #[test]
    fn any_text_is_changed_as_asked_or_stays(text in "[ab:,# \\-\\[\\]{}\"'|>~\n]{0,40}", pick in any::<prop::sample::Index>()) {
        let Ok(before) = YamlText::read(&text, &Arc::from("a.yaml")) else { return Ok(()) };
        let keys: Vec<YamlStep> = match &before.root().value {
            super::Value::Map(entries) => entries.iter().map(|(key, _)| YamlStep::Key(key.name.clone())).collect(),
            super::Value::List(items) => (0..items.len()).map(YamlStep::Item).collect(),
            _ => return Ok(()),
        };
        prop_assume!(!keys.is_empty());
        let path = vec![keys[pick.index(keys.len())].clone()];
        let mut less = before.clone();
        let removed = less.remove(std::slice::from_ref(&path)).map(|()| less);
        let mut other = before;
        let replaced = other.set(&path, &YamlValue::Plain("5".to_owned())).map(|()| other);
        for done in [removed, replaced].into_iter().flatten() {
            prop_assert!(YamlText::read(&done.into_text(), &Arc::from("a.yaml")).is_ok());
        }
    }
}
