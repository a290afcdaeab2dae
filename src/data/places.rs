//! Places on a map: what the map shows, and which places lie outside of it. Knows nothing of how a map is drawn.

use super::{Data, Taxonomy, Term};
use crate::config::Outline;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::message;

/// What a map shows, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapBounds {
    /// The least latitude.
    pub south: f64,
    /// The greatest latitude.
    pub north: f64,
    /// The least longitude.
    pub west: f64,
    /// The greatest longitude; beyond 180 where the map crosses the antimeridian.
    pub east: f64,
}

/// How far beyond the land a place may lie, as a share of the longer side: outlines are drawn without small islands.
const BEYOND: f64 = 0.04;

impl MapBounds {
    /// The bounds of some points; `None` without any.
    pub fn around(points: &(impl Iterator<Item = (f64, f64)> + Clone)) -> Option<Self> {
        let fold = |pick: fn((f64, f64)) -> f64, best: fn(f64, f64) -> f64| points.clone().map(pick).reduce(best);
        Some(Self {
            south: fold(|p| p.0, f64::min)?,
            north: fold(|p| p.0, f64::max)?,
            west: fold(|p| p.1, f64::min)?,
            east: fold(|p| p.1, f64::max)?,
        })
    }

    /// The same longitude, counted so that it is nearest to the middle of the map.
    #[must_use]
    pub fn turned(&self, lon: f64) -> f64 {
        let middle = f64::midpoint(self.west, self.east);
        lon + ((middle - lon) / 360.0).round() * 360.0
    }

    /// Whether a place lies on the map, or so near beside it that it may be drawn.
    #[must_use]
    pub fn holds(&self, lat: f64, lon: f64) -> bool {
        let lon = self.turned(lon);
        // A tenth of a degree, some ten kilometres, for the smallest countries.
        let beyond = (BEYOND * (self.north - self.south).max(self.east - self.west)).max(0.1);
        (self.south - beyond..=self.north + beyond).contains(&lat)
            && (self.west - beyond..=self.east + beyond).contains(&lon)
    }
}

impl Taxonomy {
    /// What the map of the terms shows: the land, else all places. `None` where there is nothing to show.
    #[must_use]
    pub fn bounds(&self) -> Option<MapBounds> {
        let land = MapBounds::around(&self.outlines.iter().flatten().copied());
        land.or_else(|| MapBounds::around(&self.terms.values().filter_map(|term| term.at)))
    }
}

impl Data {
    /// Gives taxonomies with places the outlines of the area where they have none of their own, and reports places that
    /// lie outside of them.
    pub fn settle_places(&mut self, area: &[Outline], diagnostics: &mut Diagnostics) {
        for taxonomy in self.taxonomies.values_mut().filter(|it| it.terms.values().any(|term| term.at.is_some())) {
            if taxonomy.outlines.is_empty() {
                taxonomy.outlines = area.to_vec();
            }
            let Some(bounds) = taxonomy.bounds().filter(|_| !taxonomy.outlines.is_empty()) else { continue };
            diagnostics.extend(taxonomy.terms.values().filter_map(|term| outside(term, &bounds)));
        }
    }
}

fn outside(term: &Term, bounds: &MapBounds) -> Option<Diagnostic> {
    let (lat, lon) = term.at.filter(|(lat, lon)| !bounds.holds(*lat, *lon))?;
    let message = message!("place-outside", place = &*term.id, lat = lat.to_string(), lon = lon.to_string());
    let exchanged = lon.abs() <= 90.0 && bounds.holds(lon, lat);
    let help = if exchanged {
        message!("place-exchanged", line = format!("at: [{lon}, {lat}]"))
    } else {
        message!("place-outside-help")
    };
    Some(Diagnostic::warning(Code::PlaceOutside, message).at(term.span.clone()).help(help))
}
