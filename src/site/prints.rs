//! What is printed, and the files of prints. Knows nothing of how a print is made.

use std::sync::Arc;

use super::route::{self, Route};
use super::{Entry, EntryId, Site};
use crate::lang::Lang;
use crate::schema::{FieldValue, PrintSettings, PrintVariant, Register, Type};
use crate::settings::Located;

/// What is printed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An entry.
    Entry(EntryId),
    /// A register of a type: the outcomes of a kind, by its name, over all its entries.
    Register(Arc<str>, Arc<str>),
}

/// A file of a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrintFile {
    /// The print, in one of its forms.
    Pdf(PrintVariant),
    /// A picture of its first page.
    Preview,
    /// A picture that other sites show with a link to the page.
    Card,
}

impl PrintFile {
    /// The form of the print that it is a file of.
    #[must_use]
    pub const fn variant(self) -> PrintVariant {
        match self {
            Self::Pdf(variant) => variant,
            Self::Preview => PrintVariant::Plain,
            Self::Card => PrintVariant::Card,
        }
    }
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
    pub fn printed<'a>(&self, entry: &'a Entry, lang: &Lang) -> Option<&'a PrintSettings> {
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
    pub fn layout(&self, entry: &Entry, printed: &PrintSettings) -> Located<Arc<str>> {
        let chosen = printed.field.as_ref().and_then(|field| entry.source.meta.source_fields().get(field));
        match chosen.map(|chosen| (&chosen.value, &chosen.span)) {
            Some((FieldValue::Choice(id), span)) => Located { value: Arc::clone(id), span: span.clone() },
            _ => printed.layout.clone(),
        }
    }

    /// The address of a file of a print: below the page, with a name that tells nothing but what and in which language.
    #[must_use]
    pub fn print_route(&self, entry: &Entry, lang: &Lang, file: PrintFile) -> Route {
        let ending = match file {
            PrintFile::Pdf(PrintVariant::Plain) => ".pdf".to_owned(),
            PrintFile::Pdf(variant) => format!("-{}.pdf", variant.word()),
            PrintFile::Preview => ".webp".to_owned(),
            PrintFile::Card => return self.route_in(entry, lang).file("card.png"),
        };
        self.route_in(entry, lang).file(&format!("{}-{lang}{ending}", print_name(entry)))
    }

    /// A register by the name of its type.
    #[must_use]
    pub fn register(&self, type_: &str, kind: &str) -> Option<(&Type, &Register)> {
        let type_ = self.types.get(type_)?;
        Some((type_, type_.registers.iter().find(|register| *register.kind.name == *kind)?))
    }

    /// The address of the print of a register, if it is printed in the language: only where it holds something.
    #[must_use]
    pub fn register_print_route(&self, type_: &Type, register: &Register, lang: &Lang) -> Option<Route> {
        register.layout.as_ref().filter(|_| cfg!(feature = "pdf"))?;
        let filled = !self.register_list(type_, &register.kind.name, None, lang).is_empty();
        let list = self.register_route(register, lang).filter(|_| filled)?;
        Some(list.file(&format!("{}-{lang}.pdf", register.kind.class)))
    }

    /// Whether an entry has a picture of its own for links from other sites. One that should not draw attention has
    /// none, nor has one whose text is borrowed; the home page always has one, which stands for all others.
    #[must_use]
    pub fn has_card(&self, entry: &Entry, lang: &Lang) -> bool {
        if self.config.cards.is_none() || !cfg!(feature = "pdf") {
            return false;
        }
        let quiet = entry.source.meta.flag("sensitive") || self.withheld(entry);
        let own = entry.type_.card && !entry.section && !quiet && entry.docs.contains_key(lang);
        own || entry.path.as_str().is_empty()
    }

    /// The picture that other sites show with a link to the page of an entry.
    #[must_use]
    pub fn card(&self, entry: &Entry, lang: &Lang) -> Option<Route> {
        let shown = if self.has_card(entry, lang) { entry } else { self.find("")? };
        self.has_card(shown, lang).then(|| self.print_route(shown, lang, PrintFile::Card))
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
