//! What other programs read: feeds, calendars, sitemaps and robots.txt. Pure functions from the site to text.
//! Knows nothing of templates.

mod atom;
mod calendar;
mod catalog;
pub mod content_line;
mod data;
mod due;
mod json;
mod model;
mod prints;
mod security;
mod sitemap;
mod zone;

use crate::lang::{Arg, Direction, Lang, Strings, isolate};
use crate::site::{Entry, FeedFormat, Route, Scope, Site};

pub use catalog::data_index;
pub use data::{DataTable, data, outcome_table};
pub use prints::prints;
pub use security::security_txt;
pub use sitemap::{robots, sitemap, sitemap_index};

/// What feeds and calendars are made from, in one language.
#[derive(Clone, Copy, Debug)]
pub struct FeedContext<'a> {
    /// The site.
    pub site: &'a Site,
    /// Words of the theme.
    pub strings: &'a Strings,
    /// The language.
    pub lang: &'a Lang,
}

/// The entries of `scope`, as they stand at `route`.
#[must_use]
pub fn feed(context: FeedContext<'_>, scope: &Scope, format: FeedFormat, route: &Route) -> String {
    match format {
        FeedFormat::Atom => atom::atom(&model::feed(context, scope, route)),
        FeedFormat::Json => json::json(&model::feed(context, scope, route)),
        FeedFormat::Calendar => match context.site.followed_list(scope) {
            Some(list) => due::due(context, list),
            None => calendar::calendar(context, scope),
        },
    }
}

impl<'a> FeedContext<'a> {
    /// The name of the site.
    fn name(self) -> &'a str {
        let config = &self.site.config;
        config.name.get(self.lang, &config.chain(self.lang)).map_or("", |name| name)
    }

    /// The title of a feed: that of its page and the name of the site.
    fn title(self, page: Option<&str>) -> String {
        let Some(page) = page else { return self.name().to_owned() };
        // A name in other letters would change places with its neighbour where the text runs the other way.
        let [page, name] = match self.lang.direction() {
            Direction::Ltr => [page, self.name()].map(str::to_owned),
            Direction::Rtl => [page, self.name()].map(isolate),
        };
        format!("{page} – {name}")
    }

    /// A title of an entry, marked when the entry is invented or an event that does not take place as told: the notices
    /// on its page do not travel with it.
    fn marked(self, entry: &Entry, title: &str, lang: &Lang) -> String {
        let off = self.site.event_off(entry, lang);
        self.invented(entry, &off.map_or_else(|| title.to_owned(), |off| format!("{}: {title}", off.text)), lang)
    }

    /// A text of an entry, marked when the entry is invented.
    fn invented(self, entry: &Entry, title: &str, lang: &Lang) -> String {
        if !entry.source.meta.flag("illustrative") {
            return title.to_owned();
        }
        self.strings.text(lang, "example-title", &[("title", Arg::from(title))]).value
    }
}
