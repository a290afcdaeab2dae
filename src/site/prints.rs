//! Which entries are printed, and the files of their prints. Knows nothing of how a print is made.

use std::sync::Arc;

use super::route::{self, Route};
use super::{Entry, EntryId, Site};
use crate::lang::Lang;
use crate::schema::{FieldValue, Printed, Variant};
use crate::settings::Located;

/// A file of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintFile {
    /// The print, in one of its forms.
    Pdf(Variant),
    /// A picture of its first page.
    Preview,
}

/// A file about the prints of an entry in all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintBundle {
    /// All of them in one archive.
    Zip,
    /// What there is, for programs.
    Json,
}

impl PrintBundle {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Zip, Self::Json];
}

impl Site {
    /// How an entry is printed in a language: only where it has a text of its own that is public.
    #[must_use]
    pub fn printed<'a>(&self, entry: &'a Entry, lang: &Lang) -> Option<&'a Printed> {
        let able = cfg!(feature = "pdf") && !entry.section && !self.withheld(entry);
        entry.type_.printed.as_ref().filter(|_| able && entry.docs.contains_key(lang))
    }

    /// The languages in which an entry is printed, in their order.
    #[must_use]
    pub fn printed_in(&self, id: EntryId) -> Vec<Lang> {
        let entry = self.entry(id);
        self.config.tags().into_iter().filter(|lang| self.printed(entry, lang).is_some()).collect()
    }

    /// The layout of an entry: the one that it chooses, else that of its type; and where that is said.
    #[must_use]
    pub fn layout(&self, entry: &Entry, printed: &Printed) -> Located<Arc<str>> {
        let chosen = printed.field.as_ref().and_then(|field| entry.source.meta.fields.get(field));
        match chosen.map(|chosen| (&chosen.value, &chosen.span)) {
            Some((FieldValue::Choice(id), span)) => Located { value: Arc::clone(id), span: span.clone() },
            _ => printed.layout.clone(),
        }
    }

    /// The address of a file of a print: below the page, with a name that tells nothing but what and in which language.
    #[must_use]
    pub fn print_route(&self, entry: &Entry, lang: &Lang, file: PrintFile) -> Route {
        let ending = match file {
            PrintFile::Pdf(Variant::Plain) => ".pdf".to_owned(),
            PrintFile::Pdf(variant) => format!("-{}.pdf", variant.word()),
            PrintFile::Preview => ".webp".to_owned(),
        };
        self.route_in(entry, lang).file(&format!("{}-{lang}{ending}", print_name(entry)))
    }

    /// The address of a file about all prints of an entry: beside its other files, which all languages share.
    #[must_use]
    pub fn bundle_route(&self, entry: &Entry, bundle: PrintBundle) -> Route {
        let ending = match bundle {
            PrintBundle::Zip => "zip",
            PrintBundle::Json => "json",
        };
        route::asset(&format!("content/{}/{}.{ending}", entry.path, print_name(entry)))
    }
}

fn print_name(entry: &Entry) -> String {
    let own = entry.path.as_str().rsplit('/').next().unwrap_or_default();
    format!("{own}-{}", entry.type_.name)
}
