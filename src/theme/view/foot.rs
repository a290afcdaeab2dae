//! What the foot of every page says of the site, in one language. Knows nothing of how that looks.

use serde::Serialize;

use super::{LocalizedTextView, Views};
use crate::config::{FootLink, FootPage};
use crate::lang::Lang;
use crate::schema::{Kind, Type};
use crate::settings::{self, LICENCES};
use crate::site::route;
use crate::site::value::Resolved;
use crate::site::{Entry, Site};

#[derive(Serialize)]
pub(super) struct FootView<'a> {
    footer_note: Option<LocalizedTextView<'a>>,
    /// The licence of the texts.
    licence: Option<TextLicenceView>,
    /// Whether the site also shows what others made, with licences of its own.
    other_licences: bool,
    /// Where the source code lies.
    source_code: Option<&'a str>,
    imprint: Option<String>,
    accessibility: Option<String>,
    /// What the makers say of it: `full`, `partial`, `none` or `untested`.
    accessibility_status: Option<&'static str>,
    privacy: Option<String>,
    contact: Option<String>,
    /// Where a weakness is reported.
    security: Option<String>,
    emergency_number: Option<&'a str>,
}

/// A licence for readers of one language.
#[derive(Serialize)]
pub(super) struct TextLicenceView {
    label: &'static str,
    /// Where it is explained; empty where no licence is given.
    url: String,
    /// Whether all rights are reserved.
    reserved: bool,
}

impl TextLicenceView {
    /// A licence by its SPDX identifier.
    pub(super) fn new(id: &str, lang: &Lang) -> Option<Self> {
        let (_, label, url) = LICENCES.iter().find(|(known, ..)| *known == id)?;
        Some(Self { label, url: settings::deed(url, lang), reserved: url.is_empty() })
    }
}

/// The licence of the text of an entry, where that is the work and says it; else that of the site holds.
pub(super) fn licence_of_entry(views: &Views, entry: &Entry) -> Option<TextLicenceView> {
    if !is_work(&entry.type_) {
        return None;
    }
    views.site.public_fields(entry, &views.lang).find_map(|public| {
        let Resolved::Licence(licence) = public.value else { return None };
        TextLicenceView::new(licence.id, &views.lang)
    })
}

/// Whether pages of a type are works themselves, and not about something that others made.
fn is_work(type_: &Type) -> bool {
    type_.linked.schema_org.as_ref().is_some_and(|schema| schema.work)
}

impl<'a> FootView<'a> {
    /// What is said in the language of `views`. A page that is not published is left out.
    pub(super) fn new(views: &'a Views) -> Self {
        let config = &views.site.config;
        let foot = &config.foot;
        let page = |page| address(views, &foot.pages.get(&page)?.value);
        Self {
            footer_note: views.localized_with_lang(&foot.note),
            licence: config.licence.and_then(|id| TextLicenceView::new(id, &views.lang)),
            other_licences: shows_work_of_others(&views.site),
            source_code: foot.source_code.as_deref(),
            imprint: page(FootPage::Imprint),
            accessibility: page(FootPage::Accessibility),
            accessibility_status: foot.accessibility.map(|status| status.as_str()),
            privacy: page(FootPage::Privacy),
            contact: page(FootPage::Contact),
            security: (views.own_security_txt || views.site.security_txt().is_some())
                .then(|| views.url(&route::security_txt())),
            emergency_number: foot.emergency_number.as_deref(),
        }
    }
}

fn address(views: &Views, link: &FootLink) -> Option<String> {
    match link {
        FootLink::Address(url) => Some(url.to_string()),
        FootLink::Entry(id) => {
            let entry = views.site.find(id)?;
            let page = views.site.localized_doc(entry, &views.lang).page;
            Some(views.url(&views.site.route_in(entry, page)))
        }
    }
}

/// Whether entries of some type say under which licence they are.
fn shows_work_of_others(site: &Site) -> bool {
    let licensed =
        site.types.iter().filter(|type_| type_.fields.iter().any(|field| matches!(field.kind, Kind::Licence)));
    let names: Vec<&str> = licensed.map(|type_| &*type_.name).collect();
    site.entries.iter().any(|entry| !entry.section && names.contains(&&*entry.type_.name))
}
