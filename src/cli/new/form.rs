//! The front matter of a new text: what its type needs, and what else it may hold, as comments for an editor. Knows nothing of
//! files.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::config::Config;
use crate::data::Data;
use crate::lang::Lang;
use crate::schema::{CONFIDENTIALITIES, Field, Kind, Type};
use crate::settings::LocalizedText;
use crate::yaml::edit;

/// Values that are listed in a comment; of more a guide or the check tells.
const MOST_VALUES: usize = 12;

/// A form for a type.
pub(super) struct EntryForm<'a> {
    pub(super) type_: &'a Type,
    pub(super) data: &'a Data,
    pub(super) config: &'a Config,
    /// The language of comments.
    pub(super) comments: &'a Lang,
}

impl EntryForm<'_> {
    /// The front matter: the title, the day, what is needed, and the rest as comments.
    pub(super) fn text(&self, title: &str, day: Option<Date>) -> String {
        let mut out = format!("---\ntitle: {}\n", edit::text(title));
        let fields = || self.type_.fields.iter().filter(|field| !field.system && *field.name != *"title");
        let dates = |field: &Field| self.type_.date_field.as_deref() == Some(&*field.name);
        let written = |field: &Field| day.filter(|_| dates(field)).and_then(|day| dated(&field.kind, day));
        for field in fields() {
            if let Some(value) = written(field) {
                let _ = writeln!(out, "{}: {value}", field.name);
            }
        }
        for field in fields().filter(|field| field.required && written(field).is_none()) {
            self.line(field, &mut out);
        }
        out.push_str("draft: true # take this line out when the page may be published\n");
        for field in fields().filter(|field| !field.required && written(field).is_none()) {
            self.line(field, &mut out);
        }
        out.push_str("---\n");
        out
    }

    /// A field that is not filled in: what it is, in one line, and the line to fill in.
    fn line(&self, field: &Field, out: &mut String) {
        let words = [&field.label, &field.help].into_iter().filter_map(|text| self.words(text));
        let mut words: Vec<String> = words.collect();
        words.extend(self.values(field));
        let note = one_line(&words.join(". ").replace("?. ", "? ").replace("!. ", "! "));
        if field.required {
            let _ = writeln!(out, "# {}: needed ({})", field.name, note);
        } else if note.is_empty() {
            let _ = writeln!(out, "# {}:", field.name);
        } else {
            let _ = writeln!(out, "# {}: ({note})", field.name);
        }
    }

    fn words(&self, text: &LocalizedText) -> Option<String> {
        let chain = self.config.language(self.comments).map_or_else(
            || crate::lang::chain_of([self.comments, &self.config.default_language]),
            |language| language.words.clone(),
        );
        let words = text.get(self.comments, &chain)?.trim().trim_end_matches('.').to_owned();
        (!words.is_empty()).then_some(words)
    }

    /// The ids that may stand in a field, where they are few.
    fn values(&self, field: &Field) -> Option<String> {
        let (ids, many): (Vec<&str>, bool) = match &field.kind {
            Kind::Choice(choices) => (choices.iter().map(|(id, _)| &**id).collect(), false),
            Kind::Confidentiality => (CONFIDENTIALITIES.iter().map(|(id, _)| *id).collect(), false),
            Kind::Term(taxonomy) => (self.terms(taxonomy), false),
            Kind::List(item) => match &item.kind {
                Kind::Term(taxonomy) => (self.terms(taxonomy), true),
                Kind::Choice(choices) => (choices.iter().map(|(id, _)| &**id).collect(), true),
                _ => return None,
            },
            _ => return None,
        };
        let fits = (1..=MOST_VALUES).contains(&ids.len());
        let (separator, [open, close]) = if many { (", ", ["[", "]"]) } else { (" | ", ["", ""]) };
        fits.then(|| format!("{open}{}{close}", ids.join(separator)))
    }

    fn terms(&self, taxonomy: &str) -> Vec<&str> {
        let taxonomy = self.data.taxonomies.get(taxonomy);
        taxonomy.map_or_else(Vec::new, |taxonomy| taxonomy.terms.keys().map(|id| &**id).collect())
    }
}

/// A day as the value of a field that dates an entry.
fn dated(kind: &Kind, day: Date) -> Option<String> {
    matches!(kind, Kind::Date).then(|| day.to_string())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
