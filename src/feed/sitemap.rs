//! Sitemaps (sitemaps.org, protocol 0.9) with the other languages of every page, and robots.txt (RFC 9309).

use std::fmt::Write as _;

use crate::lang::Lang;
use crate::plan::{Job, Plan};
use crate::settings::LocalizedText;
use crate::site::{EntryId, Route, Site, route};
use crate::xml::escape;

/// Pages that a sitemap may hold (protocol 0.9).
const MOST: usize = 50_000;

/// The pages of a language that search engines may know.
#[must_use]
pub fn sitemap(site: &Site, plan: &Plan, lang: &Lang) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (route, group) in pages(site, plan, lang).take(MOST) {
        let _ = write!(out, "<url><loc>{}</loc>", escape(&route.permalink(&site.config.base_url)));
        for (lang, route) in &group {
            add_alternate(site, lang.as_str(), route, &mut out);
        }
        if let Some(route) = default_of(site, &group) {
            add_alternate(site, "x-default", &route, &mut out);
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// The page for readers of no language of the site: for home pages the choice of language, else that of the default
/// language, else the first.
fn default_of(site: &Site, group: &AlternateGroup) -> Option<Route> {
    let (lang, route) = group.iter().find(|(lang, _)| *lang == site.config.default_language).or(group.first())?;
    let is_home = *route == route::home(lang, &site.config);
    Some(if is_home && site.config.prefix_default { Route::default() } else { route.clone() })
}

fn add_alternate(site: &Site, lang: &str, route: &Route, out: &mut String) {
    let href = escape(&route.permalink(&site.config.base_url));
    let _ = write!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>");
}

type AlternateGroup = Vec<(Lang, Route)>;

/// First pages of everything, each with its group of translations.
fn pages<'a>(site: &'a Site, plan: &'a Plan, wanted: &'a Lang) -> impl Iterator<Item = (Route, AlternateGroup)> + 'a {
    plan.jobs.iter().filter_map(move |(route, planned)| {
        let group = match &planned.job {
            Job::Entry(id, lang) | Job::Section { entry: id, lang, page: 1 } if lang == wanted => {
                entry_group(site, *id, lang)?
            }
            Job::Taxonomy(taxonomy, lang) if lang == wanted => {
                labelled(site, &site.data.taxonomies.get(taxonomy)?.label, lang, |lang| {
                    site.taxonomy_route(taxonomy, lang)
                })?
            }
            Job::Term { taxonomy, term, lang, page: 1 } if lang == wanted => {
                labelled(site, &site.data.term(taxonomy, term)?.label, lang, |lang| {
                    site.term_route(taxonomy, term, lang)
                })?
            }
            Job::Special(special, lang) if lang == wanted => {
                everywhere(site, |lang| site.special_route(*special, lang))
            }
            Job::Register { type_, kind, part: None, lang, page: 1 } if lang == wanted => {
                let (type_, register) = site.register(type_, kind)?;
                let known = |lang: &Lang| site.register_indexed(type_, register, lang);
                known(lang)
                    .then(|| everywhere(site, |lang| site.register_route(register, lang).filter(|_| known(lang))))?
            }
            // Parts of lists are ways to read what has pages of its own; later pages follow from the first.
            Job::Entry(..)
            | Job::Section { .. }
            | Job::Taxonomy(..)
            | Job::Term { .. }
            | Job::Special(..)
            | Job::Register { .. }
            | Job::Part { .. }
            | Job::NotFound(_)
            | Job::NotFoundRoot
            | Job::Chooser
            | Job::Redirect(..)
            | Job::Data { .. }
            | Job::DataIndex(..)
            | Job::Feed { .. }
            | Job::Sitemap(_)
            | Job::SitemapIndex
            | Job::Robots
            | Job::SecurityTxt
            | Job::Copy(_)
            | Job::Asset(_)
            | Job::Citation { .. }
            | Job::Picture(..)
            | Job::Drawing(_)
            | Job::Headers(_)
            | Job::Index(..)
            | Job::Print { .. }
            | Job::Prints(..) => return None,
        };
        Some((route.clone(), group))
    })
}

fn entry_group(site: &Site, id: EntryId, lang: &Lang) -> Option<AlternateGroup> {
    let entry = site.entry(id);
    if !site.indexed(entry, lang) {
        return None;
    }
    let indexed = site.config.languages.iter().filter(|language| site.indexed(entry, &language.lang));
    Some(indexed.map(|language| (language.lang.clone(), site.route_in(entry, &language.lang))).collect())
}

/// The page of what has a label, in the languages that have it; none where this one lacks it.
fn labelled(
    site: &Site,
    label: &LocalizedText,
    lang: &Lang,
    route: impl Fn(&Lang) -> Option<Route>,
) -> Option<AlternateGroup> {
    label.exact(lang)?;
    Some(everywhere(site, |lang| label.exact(lang).and_then(|_| route(lang))))
}

fn everywhere(site: &Site, route: impl Fn(&Lang) -> Option<Route>) -> AlternateGroup {
    let languages = site.config.languages.iter();
    languages.filter_map(|language| Some((language.lang.clone(), route(&language.lang)?))).collect()
}

/// The sitemaps of all languages.
#[must_use]
pub fn sitemap_index(site: &Site, plan: &Plan) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let sitemaps = plan.jobs.iter().filter(|(_, planned)| matches!(planned.job, Job::Sitemap(_)));
    for (route, _) in sitemaps {
        let _ = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", escape(&route.permalink(&site.config.base_url)));
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// Everything may be read; pages that should stay out say so themselves.
#[must_use]
pub fn robots(site: &Site) -> String {
    let sitemap = Route(std::sync::Arc::from("sitemap.xml")).permalink(&site.config.base_url);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
