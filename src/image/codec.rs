//! Pixels out of files and into files: the only user of the libraries for images. What it makes holds pixels and
//! nothing else, and is the same on every machine: no filter that needs a sine is used, whose last bit differs.

use std::io::Cursor;

use raster::codecs::jpeg::JpegEncoder;
use raster::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use raster::imageops::FilterType;
use raster::metadata::Orientation;
use raster::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use super::{MOST_PIXELS, PictureFormat, PictureVariant};
use crate::diagnostic::Message;
use crate::message;

/// From 1 to 100: what people see no difference at.
const JPEG_QUALITY: u8 = 82;

/// From 0 to 100, on a scale of its own.
const WEBP_QUALITY: f32 = 78.0;

/// What the start of a file says.
pub(super) struct ImageHeader {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Whether parts of it may be seen through.
    pub(super) alpha: bool,
}

/// Pixels.
pub(super) struct PixelBuffer(DynamicImage);

/// Reads the start of a file.
pub(super) fn header(bytes: &[u8], format: PictureFormat) -> Result<ImageHeader, Message> {
    let decoder = decoder(bytes, format)?;
    let (width, height) = decoder.dimensions();
    Ok(ImageHeader { width, height, alpha: decoder.color_type().has_alpha() })
}

/// Reads all pixels and turns them the right way up. The function of the library that is taken is not generic, so that
/// it is compiled there, for speed, and not here; it takes half a gigabyte at most.
pub(super) fn decode(bytes: &[u8], format: PictureFormat, orientation: u8) -> Result<PixelBuffer, Message> {
    let image =
        raster::load_from_memory_with_format(bytes, named(format)).map_err(|_| message!("picture-unreadable"))?;
    let alpha = image.color().has_alpha();
    let mut image: DynamicImage = if alpha { image.into_rgba8().into() } else { image.into_rgb8().into() };
    if let Some(orientation) = Orientation::from_exif(orientation) {
        image.apply_orientation(orientation);
    }
    Ok(PixelBuffer(image))
}

impl PixelBuffer {
    /// The same picture in another size.
    pub(super) fn resized(&self, variant: PictureVariant) -> Self {
        let (width, height) = (variant.width, variant.height);
        if (self.0.width(), self.0.height()) == (width, height) {
            return Self(self.0.clone());
        }
        Self(self.0.resize_exact(width, height, FilterType::CatmullRom))
    }

    /// A file of it.
    pub(super) fn encode(&self, format: PictureFormat) -> Result<Vec<u8>, Message> {
        let (width, height) = (self.0.width(), self.0.height());
        let (pixels, colour) = match &self.0 {
            DynamicImage::ImageRgba8(image) => (image.as_raw(), ExtendedColorType::Rgba8),
            DynamicImage::ImageRgb8(image) => (image.as_raw(), ExtendedColorType::Rgb8),
            _ => return Err(message!("picture-unmade")),
        };
        let mut out = Vec::new();
        match format {
            PictureFormat::Jpeg => JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY)
                .write_image(pixels, width, height, colour)
                .map_err(|_| message!("picture-unmade"))?,
            PictureFormat::Png => PngEncoder::new_with_quality(&mut out, CompressionType::Default, PngFilter::Adaptive)
                .write_image(pixels, width, height, colour)
                .map_err(|_| message!("picture-unmade"))?,
            PictureFormat::WebP => {
                let encoder = match colour {
                    ExtendedColorType::Rgba8 => webp::Encoder::from_rgba(pixels, width, height),
                    _ => webp::Encoder::from_rgb(pixels, width, height),
                };
                let made = encoder.encode_simple(false, WEBP_QUALITY).map_err(|_| message!("picture-unmade"))?;
                out.extend_from_slice(&made);
            }
        }
        Ok(out)
    }
}

fn named(format: PictureFormat) -> ImageFormat {
    match format {
        PictureFormat::Jpeg => ImageFormat::Jpeg,
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::WebP => ImageFormat::WebP,
    }
}

/// A decoder that refuses to take more memory than the largest picture needs.
fn decoder(bytes: &[u8], format: PictureFormat) -> Result<impl ImageDecoder, Message> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), named(format));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 16);
    reader.limits(limits);
    reader.into_decoder().map_err(|_| message!("picture-unreadable"))
}
