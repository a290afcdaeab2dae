//! The files of an index. The script of the theme reads them (`search.js`). Knows nothing of the site.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::parts::SharedTrait;
use super::{Index, IndexRecord};
use crate::lang::Lang;
use crate::site::findable::{IndexFile, RESULTS};

impl Index {
    /// A file as JSON, with a line for each word or result: whoever looks into it can read it.
    #[must_use]
    pub(super) fn write(&self, lang: &Lang, file: IndexFile) -> String {
        match file {
            IndexFile::Head => self.head(lang),
            IndexFile::Parts => self.parts(),
            IndexFile::Words(number) => self.words(number),
            IndexFile::Results(number) => {
                let first = number * RESULTS;
                let records = self.records.iter().skip(first).take(RESULTS);
                let lines: Vec<String> = records.map(|record| result(record).to_string()).collect();
                format!("[\n{}\n]\n", lines.join(",\n"))
            }
        }
    }

    fn head(&self, lang: &Lang) -> String {
        let kinds = self.kinds();
        let kind = |record: &IndexRecord| kinds.iter().position(|kind| **kind == *record.kind);
        let head = json!({
            "language": lang.as_str(),
            "direction": lang.direction().as_str(),
            "count": self.records.len(),
            "words": self.shelves.len(),
            "results": RESULTS,
            "kinds": kinds,
            "kind": self.records.iter().map(kind).collect::<Vec<_>>(),
            "things": self.records.iter().map(|record| record.thing).collect::<Vec<_>>(),
        });
        format!("{head}\n")
    }

    /// Everything by which results can be chosen, and what each of them has of it, by number.
    fn parts(&self) -> String {
        let all: BTreeSet<&SharedTrait> = self.records.iter().flat_map(|record| &record.parts).collect();
        let number: BTreeMap<&SharedTrait, usize> =
            all.iter().enumerate().map(|(number, part)| (*part, number)).collect();
        let of =
            |record: &IndexRecord| record.parts.iter().filter_map(|part| number.get(part).copied()).collect::<Vec<_>>();
        let parts = json!({
            "groups": self.groups,
            "parts": all.iter().map(|part| [&part.group, &part.id, &part.label]).collect::<Vec<_>>(),
            "of": self.records.iter().map(of).collect::<Vec<_>>(),
        });
        format!("{parts}\n")
    }

    /// Each word with its records and their weights, in turn; of a record the distance from the one before.
    fn words(&self, number: usize) -> String {
        let own = self.shelves.get(number).into_iter().flatten();
        let lines: Vec<String> = own
            .map(|(word, postings)| {
                let mut last = 0;
                let pairs = postings.iter().flat_map(|(record, weight)| {
                    let distance = record - last;
                    last = *record;
                    [distance.to_string(), weight.to_string()]
                });
                let pairs: Vec<String> = pairs.collect();
                format!("{}:[{}]", Value::from(word.as_str()), pairs.join(","))
            })
            .collect();
        format!("{{\n{}\n}}\n", lines.join(",\n"))
    }
}

/// The file that a word is in: all words with the same first two letters are in one.
pub(super) fn shelf(word: &str, of: usize) -> usize {
    let mut letters = word.chars().map(|c| c as usize);
    let (first, second) = (letters.next().unwrap_or(0), letters.next().unwrap_or(0));
    (first * 31 + second) % of
}

fn result(record: &IndexRecord) -> Value {
    let mut result = Map::new();
    result.insert("url".to_owned(), json!(record.url));
    result.insert("title".to_owned(), json!(record.title));
    for (name, value) in [("date", &record.date), ("in", &record.within)] {
        result.extend(value.as_ref().map(|value| (name.to_owned(), json!(value))));
    }
    result.extend(record.print.as_ref().map(|print| ("print".to_owned(), json!(print))));
    if record.illustrative {
        result.insert("example".to_owned(), json!(true));
    }
    result.extend(record.off.as_ref().map(|off| ("off".to_owned(), json!(off))));
    result.insert("text".to_owned(), json!(record.text));
    if !record.headings.is_empty() {
        result.insert("headings".to_owned(), json!(record.headings));
    }
    Value::Object(result)
}
