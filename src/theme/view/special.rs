//! The pages that the program makes by itself: what they have in common. Knows nothing of what each of them shows.

use super::page::{LanguagePlace, PageView, home_crumb};
use super::{TemplateValues, Views, coverage, data, news, search, types};
use crate::config::Special;
use crate::lang::Lang;

/// Values of such a page, where the site has it.
#[must_use]
pub fn special_values(views: &Views, special: Special) -> Option<TemplateValues> {
    let site = &*views.site;
    let route = site.special_route(special, &views.lang)?;
    let places = |lang: &Lang| site.special_route(special, lang).map(LanguagePlace::everywhere);
    let [title, lead] = special.texts();
    let mut page = PageView::new(views, special.kind(), &views.text(title), &route, &places);
    page.description = Some(views.text(lead));
    page.breadcrumbs = home_crumb(views);
    Some(views.common(match special {
        Special::Coverage => coverage::values(views, page),
        Special::News => news::values(views, page),
        Special::Types => types::values(views, page),
        Special::Data => data::values(views, page, &route),
        Special::Search => search::values(views, page),
    }))
}
