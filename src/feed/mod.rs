//! What machines read: Atom feeds, sitemaps and robots.txt. Pure functions from the site to text.
//! Knows nothing of templates.

mod atom;
mod data;
mod sitemap;

pub use atom::atom;
pub use data::data;
pub use sitemap::{robots, sitemap, sitemap_index};
