//! Places on a map that is drawn in the page: no tiles, no request. The projection is the plate carrée, true to scale at
//! the middle of the map, which is right for a country. Knows nothing of how a theme draws it.

use serde::Serialize;

use super::Views;
use super::fields::term_title;
use crate::data::{Taxonomy, Term};
use crate::schema::{Field, Kind, PLACES, Type};
use crate::site::EntryId;
use crate::site::facets::FacetValue;

/// Units of the longer side.
const SIZE: f64 = 1000.0;
/// Free room around what is drawn.
const MARGIN: f64 = 60.0;

#[derive(Serialize)]
pub(super) struct MapView {
    width: u32,
    height: u32,
    /// The line around the land, as the path of an SVG; empty where there is none.
    outline: String,
    places: Vec<PlaceView>,
}

#[derive(Serialize)]
struct PlaceView {
    id: String,
    title: String,
    lang: String,
    dir: &'static str,
    url: String,
    count: usize,
    x: u32,
    y: u32,
}

/// The places of a taxonomy that has coordinates, each with its page.
pub(super) fn of_taxonomy(views: &Views, taxonomy: &Taxonomy) -> Option<MapView> {
    map(views, taxonomy, &|term| term_page(views, taxonomy, term))
}

/// The page of a term, and how many entries it lists.
fn term_page(views: &Views, taxonomy: &Taxonomy, term: &Term) -> Option<(String, usize)> {
    let site = &*views.site;
    let url = views.url(&site.term_route(&taxonomy.id, &term.id, &views.lang)?);
    let key = (taxonomy.id.clone(), term.id.clone());
    let listed = |id: &&EntryId| site.listed(site.entry(**id), &views.lang);
    Some((url, site.terms.get(&key).map_or(0, |ids| ids.iter().filter(listed).count())))
}

/// The places where entries of a type are, each with the part of the list.
pub(super) fn of_type(views: &Views, type_: &Type) -> Option<MapView> {
    let site = &*views.site;
    let is_place = |kind: &Kind| matches!(kind, Kind::Term(taxonomy) if **taxonomy == *PLACES);
    let field = type_.facets.iter().filter_map(|name| type_.field(&name.value)).find(|field| match &field.kind {
        Kind::List(item) => is_place(&item.kind),
        kind => is_place(kind),
    })?;
    map(views, site.data.taxonomies.get(PLACES)?, &|term| part_page(views, type_, field, term))
}

/// The page of a part of the list of a type, and how many entries it lists; nothing for none.
fn part_page(views: &Views, type_: &Type, field: &Field, term: &Term) -> Option<(String, usize)> {
    let site = &*views.site;
    let part = (field.name.clone(), FacetValue::Term(term.id.clone()));
    let count = site.list_part(type_, &part, &views.lang).len();
    (count > 0).then_some((views.url(&site.list_part_route(type_, &part, &views.lang)?), count))
}

/// The page of a term and how many entries stand there; `None` where it is left out.
type MapPlaces<'a> = dyn Fn(&Term) -> Option<(String, usize)> + 'a;

fn map(views: &Views, taxonomy: &Taxonomy, place: &MapPlaces<'_>) -> Option<MapView> {
    let points: Vec<(f64, f64)> =
        taxonomy.terms.values().filter_map(|term| term.at).chain(taxonomy.outline.iter().copied()).collect();
    let frame = MapFrame::around(&points)?;
    let mut places: Vec<PlaceView> = Vec::new();
    for term in taxonomy.terms.values() {
        let (Some((lat, lon)), Some((url, count))) = (term.at, place(term)) else { continue };
        let (title, lang) = term_title(&views.site, term, &views.lang);
        let (x, y) = frame.project(lat, lon);
        places.push(PlaceView {
            id: term.id.to_string(),
            title: title.to_owned(),
            lang: lang.to_string(),
            dir: lang.direction().as_str(),
            url,
            count,
            x,
            y,
        });
    }
    // From north to south, as a reader's eye goes.
    places.sort_by(|a, b| (a.y, a.x, &a.id).cmp(&(b.y, b.x, &b.id)));
    let points = taxonomy.outline.iter().map(|(lat, lon)| frame.project(*lat, *lon));
    let steps: Vec<String> = points.map(|(x, y)| format!("{x} {y}")).collect();
    let outline = if steps.is_empty() { String::new() } else { format!("M{}Z", steps.join("L")) };
    (!places.is_empty()).then(|| MapView { width: frame.width(), height: frame.height(), outline, places })
}

/// How degrees become units of the drawing.
struct MapFrame {
    west: f64,
    north: f64,
    /// Units for a degree of latitude.
    scale: f64,
    /// How much shorter a degree of longitude is here.
    narrow: f64,
    east: f64,
    south: f64,
}

impl MapFrame {
    fn around(points: &[(f64, f64)]) -> Option<Self> {
        let fold = |pick: fn(&(f64, f64)) -> f64, best: fn(f64, f64) -> f64| points.iter().map(pick).reduce(best);
        let (south, north) = (fold(|p| p.0, f64::min)?, fold(|p| p.0, f64::max)?);
        let (west, east) = (fold(|p| p.1, f64::min)?, fold(|p| p.1, f64::max)?);
        let narrow = f64::midpoint(south, north).to_radians().cos();
        let span = (north - south).max((east - west) * narrow).max(0.01);
        Some(Self { west, north, scale: (SIZE - 2.0 * MARGIN) / span, narrow, east, south })
    }

    /// Where a place stands in the drawing.
    fn project(&self, lat: f64, lon: f64) -> (u32, u32) {
        let x = MARGIN + (lon - self.west) * self.narrow * self.scale;
        let y = MARGIN + (self.north - lat) * self.scale;
        (units(x), units(y))
    }

    fn width(&self) -> u32 {
        units(2.0 * MARGIN + (self.east - self.west) * self.narrow * self.scale)
    }

    fn height(&self) -> u32 {
        units(2.0 * MARGIN + (self.north - self.south) * self.scale)
    }
}

/// Whole units: coordinates of a drawing are small and not negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the frame lies between 0 and 1000")]
fn units(value: f64) -> u32 {
    value.round().clamp(0.0, 10.0 * SIZE) as u32
}
