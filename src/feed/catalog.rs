//! The list of all data of a site: for programs as plain JSON, for catalogues as DCAT (W3C, version 3) in JSON-LD.
//! Knows nothing of what is in the data.

use serde_json::{Value, json};

use crate::lang::Lang;
use crate::plan::{DataFormat, Dataset, IndexFormat, data_route, datasets};
use crate::settings::{LICENCES, LocalizedText};
use crate::site::{Route, Site, route};

/// The list of all data in a language.
#[must_use]
pub fn data_index(site: &Site, lang: &Lang, format: IndexFormat) -> String {
    let catalog = DataCatalog { site, lang };
    let value = match format {
        IndexFormat::Json => catalog.plain(),
        IndexFormat::Dcat => catalog.dcat(),
    };
    format!("{value:#}\n")
}

struct DataCatalog<'a> {
    site: &'a Site,
    lang: &'a Lang,
}

impl DataCatalog<'_> {
    fn localized(&self, texts: &LocalizedText) -> Option<String> {
        texts.get(self.lang, &self.site.config.chain(self.lang)).map(ToString::to_string)
    }

    /// What a dataset is called, and what it holds.
    fn words(&self, dataset: &Dataset) -> (Option<String>, Option<String>) {
        match dataset {
            Dataset::Register(type_, kind) => {
                let registers = self.site.types.get(type_).map_or(&[][..], |type_| &type_.registers);
                let register = registers.iter().find(|register| register.kind.name == *kind);
                let say = |texts: fn(&crate::schema::Register) -> &LocalizedText| self.localized(texts(register?));
                (say(|register| &register.label), say(|register| &register.description))
            }
            Dataset::Entries(type_) => {
                let type_ = self.site.types.get(type_);
                let section = type_.and_then(|type_| self.site.find(&type_.folder));
                let description = section.and_then(|section| {
                    let shown = self.site.localized_doc(section, self.lang);
                    shown.doc.meta.text("description").map(ToString::to_string)
                });
                (type_.and_then(|type_| self.localized(&type_.plural)), description)
            }
        }
    }

    fn url(&self, route: &Route) -> String {
        route.permalink(&self.site.config.base_url)
    }

    fn licence(&self) -> Option<&'static str> {
        let id = self.site.config.licence?;
        LICENCES.iter().find(|(known, ..)| *known == id).map(|(.., url)| *url).filter(|url| !url.is_empty())
    }

    fn plain(&self) -> Value {
        let all = datasets(self.site, self.lang);
        json!({
            "name": self.localized(&self.site.config.name),
            "language": self.lang.as_str(),
            "licence": self.licence(),
            "datasets": all.iter().map(|(dataset, list)| self.plain_dataset(dataset, list)).collect::<Vec<_>>(),
        })
    }

    /// A dataset whose page is `list`.
    fn plain_dataset(&self, dataset: &Dataset, list: &Route) -> Value {
        let (title, description) = self.words(dataset);
        json!({
            "title": title,
            "description": description,
            "page": self.url(list),
            "csv": self.url(&data_route(self.site, list, dataset, DataFormat::Csv)),
            "json": self.url(&data_route(self.site, list, dataset, DataFormat::Json)),
        })
    }

    fn dcat(&self) -> Value {
        let home = self.url(&route::home(self.lang, &self.site.config));
        let name = self.localized(&self.site.config.name);
        let all = datasets(self.site, self.lang);
        let mut value = json!({
            "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/" },
            "@id": format!("{home}#catalog"),
            "@type": "dcat:Catalog",
            "dct:title": self.tagged(name.clone()),
            "dct:description": self.tagged(self.localized(&self.site.config.description)),
            "dct:language": self.lang.as_str(),
            "dct:publisher": { "@type": "foaf:Agent", "foaf:name": name },
            "foaf:homepage": { "@id": home },
            "dct:license": self.licence_node(),
            "dcat:dataset": all.iter().map(|(dataset, list)| self.dcat_dataset(dataset, list)).collect::<Vec<_>>(),
        });
        without_nothing(&mut value);
        value
    }

    /// A dataset whose page is `list`.
    fn dcat_dataset(&self, dataset: &Dataset, list: &Route) -> Value {
        let (title, description) = self.words(dataset);
        let file = |format, media| self.distribution(&data_route(self.site, list, dataset, format), media);
        json!({
            "@id": format!("{}#data", self.url(list)),
            "@type": "dcat:Dataset",
            "dct:title": self.tagged(title),
            "dct:description": self.tagged(description),
            "dct:language": self.lang.as_str(),
            "dcat:landingPage": { "@id": self.url(list) },
            "dcat:distribution": [file(DataFormat::Csv, "text/csv"), file(DataFormat::Json, "application/json")],
        })
    }

    fn distribution(&self, file: &Route, media: &str) -> Value {
        json!({
            "@type": "dcat:Distribution",
            "dcat:downloadURL": { "@id": self.url(file) },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
            "dct:license": self.licence_node(),
        })
    }

    /// A text with its language.
    fn tagged(&self, text: Option<String>) -> Option<Value> {
        text.map(|text| json!({ "@value": text, "@language": self.lang.as_str() }))
    }

    fn licence_node(&self) -> Option<Value> {
        self.licence().map(|url| json!({ "@id": url }))
    }
}

/// Leaves out what is not known: in JSON-LD `null` says that there is nothing.
fn without_nothing(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut().for_each(without_nothing);
        }
        Value::Array(items) => items.iter_mut().for_each(without_nothing),
        _ => {}
    }
}
