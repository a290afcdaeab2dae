//! The setting `area`: the countries that a site is about, and what follows from them unless the site says otherwise: the
//! outline of its maps, the zone of its times, the number to call in an emergency and how telephone numbers are dialled.
//! What is known of countries stands in `areas.json` of the theme. Knows nothing of how a map is drawn.

mod phone;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Span as Duration, civil::date};
use serde::Deserialize;

use super::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Span, nearest};
use crate::message;
use crate::settings::Located;
use crate::source::{Digest, Hash, Sources, digestible};

pub use phone::{PhoneRules, dialled};

/// Points of a line around land: latitude and longitude in degrees (WGS 84). A longitude may lie beyond 180 where the land
/// crosses the antimeridian.
pub type Outline = Vec<(f64, f64)>;

/// What is known of the countries of a site.
#[derive(Clone, Debug, Default)]
pub struct Area {
    /// Their codes (ISO 3166-1 alpha-2) in small letters, each once.
    pub countries: Vec<Arc<str>>,
    /// Regions that hold one of them.
    pub regions: Vec<Arc<str>>,
    /// The lines around their land.
    pub outlines: Vec<Outline>,
    /// How numbers of the country are dialled; `None` where the countries differ.
    pub phones: Option<PhoneRules>,
    /// Changes when what is known of the countries changes.
    digest: Hash,
}

digestible!(struct Area { countries, digest } without { regions, outlines, phones });

/// `areas.json`.
#[derive(Deserialize)]
struct AreaFile {
    /// Countries by the names of regions.
    regions: BTreeMap<String, Vec<String>>,
    /// What people write for a code, and the code or region that is meant.
    #[serde(default)]
    meant: BTreeMap<String, String>,
    /// By code.
    areas: BTreeMap<String, Country>,
}

/// What is known of a country.
#[derive(Deserialize)]
struct Country {
    name: String,
    /// Parts into which the rings divide a degree.
    per_degree: i32,
    /// Lines around its land: a point, then the steps to the next; latitude first.
    rings: Vec<Vec<i32>>,
    /// Where all its clocks show the same.
    time_zone: Option<String>,
    /// Where one number is right for all emergencies.
    emergency_number: Option<String>,
    phone: Option<phone::PhoneData>,
}

/// Looks up the countries that the settings name, and fills in what the settings leave open.
pub fn settle(config: &mut Config, sources: &Sources, diagnostics: &mut Diagnostics) {
    let Some(first) = config.area_names.first() else { return };
    let path = format!("themes/{}/areas.json", config.theme.value);
    let wrong = |message: Message| Diagnostic::error(Code::ConfigInvalid, message).at(first.span.clone());
    let file: AreaFile = match sources.get(&path).map(|file| sources.text(&file.path)) {
        Some(Ok(text)) => match serde_json::from_str(&text) {
            Ok(file) => file,
            Err(_) => return diagnostics.push(wrong(message!("areas-unreadable", path = &path))),
        },
        Some(Err(diagnostic)) => return diagnostics.push(*diagnostic),
        None => {
            let help = message!("areas-missing-help");
            return diagnostics.push(wrong(message!("areas-missing", path = &path)).help(help));
        }
    };
    let codes = codes(&config.area_names, &file, diagnostics);
    let countries: Vec<&Country> = codes.iter().filter_map(|code| file.areas.get(&**code)).collect();
    config.area = Area {
        regions: regions(&codes, &file),
        outlines: outlines(&countries),
        phones: phone::rules(&countries),
        digest: digest(&countries),
        countries: codes,
    };
    config.time_zone = config.time_zone.take().or_else(|| common_zone(&countries));
    let emergency = common(&countries, |country| country.emergency_number.as_deref());
    config.foot.emergency_number = config.foot.emergency_number.take().or_else(|| emergency.map(Arc::from));
}

/// The codes of what is named: countries, and those of regions. Each is named once.
fn codes(names: &[Located<Arc<str>>], file: &AreaFile, diagnostics: &mut Diagnostics) -> Vec<Arc<str>> {
    let mut codes: Vec<Arc<str>> = Vec::new();
    for name in names {
        let wanted = name.value.trim().to_lowercase();
        let found: Vec<&String> = match (file.areas.get_key_value(&wanted), file.regions.get(&wanted)) {
            (Some((code, _)), _) => vec![code],
            (None, Some(codes)) => codes.iter().collect(),
            (None, None) => {
                diagnostics.push(unknown(&wanted, &name.value, &name.span, file));
                continue;
            }
        };
        for code in found {
            if !codes.iter().any(|known| **known == **code) {
                codes.push(Arc::from(code.as_str()));
            }
        }
    }
    codes
}

fn regions(codes: &[Arc<str>], file: &AreaFile) -> Vec<Arc<str>> {
    let holds_one = |held: &[String]| codes.iter().any(|code| held.iter().any(|known| **known == **code));
    file.regions.iter().filter(|(_, held)| holds_one(held)).map(|(name, _)| Arc::from(name.as_str())).collect()
}

/// The message for an area that nobody knows: with the code of the country of that name, or of the nearest.
fn unknown(wanted: &str, written: &str, span: &Span, file: &AreaFile) -> Diagnostic {
    let message = message!("area-unknown", name = written);
    let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(span.clone());
    if let Some(meant) = file.meant.get(wanted) {
        return diagnostic.help(message!("did-you-mean", name = &**meant));
    }
    let names: Vec<(String, &str)> =
        file.areas.iter().map(|(code, country)| (country.name.to_lowercase(), code.as_str())).collect();
    let known: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let code_of = |name: &str| names.iter().find(|(known, _)| known == name).map(|(_, code)| *code);
    let regions: Vec<&str> = file.regions.keys().map(String::as_str).collect();
    // Codes of two letters are all near to each other: a name is only looked for among names.
    if let Some(code) = Some(wanted).filter(|name| name.len() > 2).and_then(|name| code_of(nearest(name, &known)?)) {
        return diagnostic.help(message!("area-meant", code = code, name = &*file.areas[code].name));
    }
    if let Some(region) = nearest(wanted, &regions) {
        return diagnostic.help(message!("did-you-mean", name = region));
    }
    diagnostic.help(message!("area-unknown-help", regions = regions.as_slice()))
}

/// What all countries have alike.
fn common<'a>(countries: &[&'a Country], of: impl Fn(&'a Country) -> Option<&'a str>) -> Option<&'a str> {
    let (first, rest) = countries.split_first()?;
    let value = of(first)?;
    rest.iter().all(|country| of(country) == Some(value)).then_some(value)
}

/// The lines of all countries, in one sheet: land beyond the antimeridian stands where it is nearer to the first country.
fn outlines(countries: &[&Country]) -> Vec<Outline> {
    let lines = |country: &Country| country.rings.iter().map(|ring| points(ring, country.per_degree)).collect();
    let mut all: Vec<Outline> = Vec::new();
    let mut at = None;
    for country in countries {
        let mut own: Vec<Outline> = lines(country);
        let Some(middle) = middle(&own) else { continue };
        let turn = ((*at.get_or_insert(middle) - middle) / 360.0).round() * 360.0;
        own.iter_mut().flatten().for_each(|(_, lon)| *lon += turn);
        all.extend(own);
    }
    all
}

/// The longitude half-way between the ends of some lines.
fn middle(lines: &[Outline]) -> Option<f64> {
    let fold = |best: fn(f64, f64) -> f64| lines.iter().flatten().map(|(_, lon)| *lon).reduce(best);
    Some(f64::midpoint(fold(f64::min)?, fold(f64::max)?))
}

fn points(ring: &[i32], per_degree: i32) -> Outline {
    let per_degree = f64::from(per_degree.max(1));
    let (mut lat, mut lon) = (0_i32, 0_i32);
    let mut line = Outline::with_capacity(ring.len() / 2);
    for step in ring.chunks_exact(2) {
        lat = lat.saturating_add(step[0]);
        lon = lon.saturating_add(step[1]);
        line.push((f64::from(lat) / per_degree, f64::from(lon) / per_degree));
    }
    line
}

fn digest(countries: &[&Country]) -> Hash {
    Digest::new("area").list(countries.iter().map(|country| digest_of(country))).finish()
}

/// What pages show of a country; the zone and the number are settings.
fn digest_of(country: &Country) -> Hash {
    let Country { name, per_degree, rings, time_zone: _, emergency_number: _, phone } = country;
    let phone = phone.as_ref().map(phone::PhoneData::parts);
    Digest::new("country").add(name).add(per_degree).add(rings).add(&phone).finish()
}

/// The zone of all countries, where their clocks show the same at every time of the year: that of the first.
fn common_zone(countries: &[&Country]) -> Option<TimeZone> {
    let known = |country: &&Country| TimeZoneDatabase::bundled().get(country.time_zone.as_deref()?).ok();
    let zones: Vec<TimeZone> = countries.iter().map(known).collect::<Option<_>>()?;
    let (first, rest) = zones.split_first()?;
    let months = (0..24).filter_map(|month| date(2026, 1, 1).checked_add(Duration::new().months(month)).ok());
    let times: Vec<_> = months.filter_map(|day| day.to_zoned(TimeZone::UTC).ok()).collect();
    let alike = |zone: &TimeZone| {
        times.iter().all(|time| zone.to_offset(time.timestamp()) == first.to_offset(time.timestamp()))
    };
    rest.iter().all(alike).then(|| first.clone())
}
