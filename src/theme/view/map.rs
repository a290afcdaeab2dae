//! Places on a map that is drawn in the page: no tiles, no request. The projection is the plate carrée, true to scale at
//! the middle of the map, which is right for a country. Knows nothing of how a theme draws it.

mod labels;

use serde::Serialize;

use self::labels::{LabelBox, LabelPlace, NamedPlace};
use super::Views;
use super::fields::term_title;
use crate::data::{MapBounds, Taxonomy, Term};
use crate::schema::{Field, Kind, PLACES, Type};
use crate::site::EntryId;
use crate::site::facets::FacetValue;

/// Units of the longer side.
const SIZE: f64 = 1000.0;
/// Free room around what is drawn.
const MARGIN: f64 = 60.0;

#[derive(Serialize)]
pub(super) struct MapView {
    /// The part of the drawing that is seen, names among it.
    left: i32,
    top: i32,
    width: i32,
    height: i32,
    /// The lines around the land, as the path of an SVG; empty where there is none.
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
    x: i32,
    y: i32,
    /// Where its name stands; nothing where there is no room for it.
    label: Option<LabelPlace>,
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
    let frame = MapFrame::new(taxonomy.bounds()?);
    let mut places: Vec<PlaceView> = Vec::new();
    for term in taxonomy.terms.values() {
        // What lies outside was told; drawn, it would make the land small.
        let Some((lat, lon)) = term.at.filter(|(lat, lon)| frame.bounds.holds(*lat, *lon)) else { continue };
        let Some((url, count)) = place(term) else { continue };
        let (title, lang) = term_title(&views.site, term, &views.lang);
        let (x, y) = frame.project(lat, frame.bounds.turned(lon));
        places.push(PlaceView {
            id: term.id.to_string(),
            title: title.to_owned(),
            lang: lang.to_string(),
            dir: lang.direction().as_str(),
            url,
            count,
            x: labels::whole(x),
            y: labels::whole(y),
            label: None,
        });
    }
    if places.is_empty() {
        return None;
    }
    // From north to south, as a reader's eye goes.
    places.sort_by(|a, b| (a.y, a.x, &a.id).cmp(&(b.y, b.x, &b.id)));
    let mut seen = LabelBox { left: 0.0, top: 0.0, right: frame.width(), bottom: frame.height() };
    name_places(&mut places, &mut seen);
    Some(MapView {
        left: labels::whole(seen.left),
        top: labels::whole(seen.top),
        width: labels::whole(seen.right - seen.left),
        height: labels::whole(seen.bottom - seen.top),
        outline: taxonomy.outlines.iter().map(|line| frame.path(line)).collect(),
        places,
    })
}

/// Finds room for the names, for those of places with more entries first. `seen` grows with the names at the edges.
fn name_places(places: &mut [PlaceView], seen: &mut LabelBox) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(places[*at].count));
    let named: Vec<NamedPlace> = order.iter().map(|at| named(&places[*at])).collect();
    let found = labels::place(&named, seen.right, seen.bottom);
    for (at, label) in order.into_iter().zip(found) {
        let Some((label, name)) = label else { continue };
        places[at].label = Some(label);
        seen.left = seen.left.min(name.left);
        seen.right = seen.right.max(name.right);
    }
}

fn named(place: &PlaceView) -> NamedPlace {
    let width = labels::width_of(&format!("{} ({})", place.title, place.count));
    NamedPlace { x: f64::from(place.x), y: f64::from(place.y), width }
}

/// How degrees become units of the drawing.
struct MapFrame {
    bounds: MapBounds,
    /// Units for a degree of latitude.
    scale: f64,
    /// How much shorter a degree of longitude is here.
    narrow: f64,
}

impl MapFrame {
    fn new(bounds: MapBounds) -> Self {
        let MapBounds { south, north, west, east } = bounds;
        let narrow = f64::midpoint(south, north).to_radians().cos();
        let span = (north - south).max((east - west) * narrow).max(0.01);
        Self { bounds, scale: (SIZE - 2.0 * MARGIN) / span, narrow }
    }

    /// Where a place stands in the drawing.
    fn project(&self, lat: f64, lon: f64) -> (f64, f64) {
        let x = MARGIN + (lon - self.bounds.west) * self.narrow * self.scale;
        (x, MARGIN + (self.bounds.north - lat) * self.scale)
    }

    /// A closed line, without steps that nobody sees.
    fn path(&self, line: &[(f64, f64)]) -> String {
        let mut points: Vec<(i32, i32)> = Vec::with_capacity(line.len());
        for (lat, lon) in line {
            let (x, y) = self.project(*lat, *lon);
            points.push((labels::whole(x), labels::whole(y)));
        }
        points.dedup();
        // An island of a point or two is none.
        if points.len() < 3 {
            return String::new();
        }
        let steps: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
        format!("M{}Z", steps.join("L"))
    }

    fn width(&self) -> f64 {
        2.0 * MARGIN + (self.bounds.east - self.bounds.west) * self.narrow * self.scale
    }

    fn height(&self) -> f64 {
        2.0 * MARGIN + (self.bounds.north - self.bounds.south) * self.scale
    }
}
