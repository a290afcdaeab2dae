//! Pages that the program makes by itself where a site gives them a path: all that differs between them but what they
//! show. Knows nothing of what that is.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message};
use crate::lang::Lang;
use crate::message;
use crate::settings::{self, LocalizedText, Located, Settings};
use crate::source::digestible;
use crate::yaml::{Node, Value};

/// A page that the program makes by itself, one in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Special {
    /// How far the translations of each language are.
    Coverage,
    /// The newest entries.
    News,
    /// The content types: how the hub works.
    Types,
    /// What is given away as data.
    Data,
    /// The field to search with, and a list of all pages.
    Search,
}

digestible!(
    enum Special {
        Coverage,
        News,
        Types,
        Data,
        Search,
    }
);

impl Special {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Coverage, Self::News, Self::Types, Self::Data, Self::Search];

    /// The setting that gives it a path.
    #[must_use]
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Coverage => "translations_page",
            Self::News => "news_page",
            Self::Types => "types_page",
            Self::Data => "data_page",
            Self::Search => "search_page",
        }
    }

    /// What themes call it where they give it an address.
    #[must_use]
    pub const fn page(self) -> &'static str {
        match self {
            Self::Coverage => "translations",
            Self::News => "news",
            Self::Types => "types",
            Self::Data => "data",
            Self::Search => "search",
        }
    }

    /// What templates call this kind of page.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::News => "news",
            Self::Types => "types",
            Self::Data => "data",
            Self::Search => "search",
        }
    }

    /// The template that makes it.
    #[must_use]
    pub const fn template(self) -> &'static str {
        match self {
            Self::Coverage => "translations.html",
            Self::News => "new.html",
            Self::Types => "types.html",
            Self::Data => "data.html",
            Self::Search => "search.html",
        }
    }

    /// The texts of the theme with its title and its description.
    #[must_use]
    pub const fn texts(self) -> [&'static str; 2] {
        match self {
            Self::Coverage => ["coverage", "coverage-lead"],
            Self::News => ["news", "news-lead"],
            Self::Types => ["types", "types-lead"],
            Self::Data => ["data", "data-lead"],
            Self::Search => ["search", "search-lead"],
        }
    }

    /// What it is, in a message.
    #[must_use]
    pub const fn describe(self) -> Message {
        match self {
            Self::Coverage => message!("page-on-translations"),
            Self::News => message!("page-on-news"),
            Self::Types => message!("page-on-types"),
            Self::Data => message!("page-on-data"),
            Self::Search => message!("page-to-search"),
        }
    }
}

/// The paths of those that a site has; empty where it leaves the path to the theme with `true`.
pub(super) fn read(settings: &mut Settings<'_>, languages: &[Lang]) -> BTreeMap<Special, Located<LocalizedText>> {
    let mut paths = BTreeMap::new();
    for special in Special::ALL {
        let Some(node) = settings.node(special.setting()) else { continue };
        let of_theme = node.value == Value::Bool(true);
        if node.value == Value::Bool(false) {
            continue;
        }
        let value = if of_theme { LocalizedText::default() } else { settings.addresses(special.setting(), languages) };
        if of_theme || !value.is_empty() {
            paths.insert(special, Located { value, span: node.span.clone() });
        }
    }
    paths
}

/// Names those that leave their path to the theme; one that the theme has no path for is told, and not made.
pub(super) fn name(
    paths: &mut BTreeMap<Special, Located<LocalizedText>>,
    pages: &Node,
    languages: &[Lang],
    diagnostics: &mut Diagnostics,
) {
    for (special, path) in paths.iter_mut().filter(|(_, path)| path.value.is_empty()) {
        if let Some(of_theme) = pages.get(special.page()) {
            path.value = settings::addresses(of_theme, languages, diagnostics);
        }
        if path.value.is_empty() {
            let message = message!("page-without-address", page = special.describe());
            let help = message!("page-without-address-help", setting = special.setting());
            diagnostics.push(Diagnostic::error(Code::ConfigInvalid, message).at(path.span.clone()).help(help));
        }
    }
    paths.retain(|_, path| !path.value.is_empty());
}
