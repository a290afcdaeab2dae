//! What there is of the prints of an entry: all of them in one archive, and a list for programs that link to them.
//! Knows nothing of how a print is made.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::lang::Lang;
use crate::print::zip;
use crate::schema::{PrintSettings, PrintVariant};
use crate::site::{EntryId, PrintBundle, PrintFile, Site, Subject};
use crate::theme::view::Prints;

/// A file about the prints of an entry in all languages.
#[must_use]
pub fn prints(site: &Site, prints: &Prints, id: EntryId, bundle: PrintBundle) -> Arc<[u8]> {
    let entry = site.entry(id);
    match bundle {
        PrintBundle::Zip => {
            let own = prints.of(&Subject::Entry(id));
            let paper = own.iter().filter(|(_, variant, _)| *variant != PrintVariant::Card);
            let files = paper.map(|(lang, variant, made)| {
                let route = site.print_route(entry, lang, PrintFile::Pdf(*variant));
                (route.0.rsplit('/').next().unwrap_or_default().to_owned(), &*made.print.pdf)
            });
            Arc::from(zip::zip(&files.collect::<Vec<_>>()))
        }
        PrintBundle::Json => {
            let languages = site.printed_in(id).into_iter();
            let list: Vec<Value> = languages.filter_map(|lang| in_language(site, prints, id, &lang)).collect();
            let zip = site.bundle_route(entry, PrintBundle::Zip).permalink(&site.config.base_url);
            let updated = site.updated(entry).map(|day| day.to_string());
            Arc::from(format!("{:#}\n", json!({ "updated": updated, "all": zip, "languages": list })).into_bytes())
        }
    }
}

fn in_language(site: &Site, prints: &Prints, id: EntryId, lang: &Lang) -> Option<Value> {
    let (entry, base) = (site.entry(id), &site.config.base_url);
    let printed = site.printed(entry, lang)?;
    let subject = Subject::Entry(id);
    let files = PrintSettings::all(printed).filter_map(|variant| {
        let made = prints.get(&subject, lang, variant)?;
        let url = site.print_route(entry, lang, PrintFile::Pdf(variant)).permalink(base);
        let (bytes, pages) = (made.print.pdf.len(), made.print.pages);
        Some(json!({ "form": variant.word(), "url": url, "bytes": bytes, "pages": pages, "sha256": made.sha256 }))
    });
    Some(json!({
        "lang": lang.as_str(),
        "dir": lang.direction().as_str(),
        "title": site.localized_doc(entry, lang).doc.meta.title(),
        "page": site.route_in(entry, lang).permalink(base),
        "preview": site.print_route(entry, lang, PrintFile::Preview).permalink(base),
        "files": files.collect::<Vec<_>>(),
    }))
}
