//! A picture as HTML: its files for browsers to choose from, its size so that nothing jumps, its words.
//! Knows nothing of how pictures are made.

use super::Views;
use super::fill::attribute;
use crate::document::html::escape;
use crate::document::tree::Image;
use crate::image::{Picture, PictureFormat};
use crate::site::route;

/// Writes a picture of the site. The first one of a page is loaded at once, the others when a reader comes near them.
pub(super) fn write(views: &Views, path: &str, image: &Image, first: bool, out: &mut String) {
    let picture = views.site.pictures.get(path);
    let choice = picture.filter(|picture| picture.fallback.is_some());
    if let Some(picture) = choice {
        out.push_str("<picture><source type=\"image/webp\"");
        sizes(views, path, picture, PictureFormat::WebP, out);
        out.push('>');
    }
    out.push_str("<img");
    attribute("src", &views.url(&views.site.file_route(path)), out);
    if let Some((picture, format)) = choice.and_then(|picture| Some((picture, picture.fallback?))) {
        sizes(views, path, picture, format, out);
    }
    if let Some((width, height)) = picture.and_then(shown_size) {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    out.push_str(" alt=\"");
    escape(&image.alt, out);
    out.push('"');
    if !image.title.is_empty() {
        out.push_str(" title=\"");
        escape(&image.title, out);
        out.push('"');
    }
    out.push_str(if first { " decoding=\"async\">" } else { " loading=\"lazy\" decoding=\"async\">" });
    if choice.is_some() {
        out.push_str("</picture>");
    }
}

/// The size of its largest file, or that of a drawing; nothing where nobody knows it.
pub(super) fn shown_size(picture: &Picture) -> Option<(u32, u32)> {
    let size = picture.largest().map_or((picture.width, picture.height), |largest| (largest.width, largest.height));
    (picture.width > 0).then_some(size)
}

/// `srcset` and `sizes` for the files of one format.
fn sizes(views: &Views, path: &str, picture: &Picture, format: PictureFormat, out: &mut String) {
    let variants = picture.variants().into_iter().filter(|variant| variant.format == format);
    let candidate = |variant: crate::image::PictureVariant| {
        format!("{} {}w", views.url(&route::picture(path, &picture.digest, variant)), variant.width)
    };
    let candidates: Vec<String> = variants.map(candidate).collect();
    out.push_str(" srcset=\"");
    escape(&candidates.join(", "), out);
    out.push_str("\" sizes=\"");
    escape(&views.image_sizes, out);
    out.push('"');
}
