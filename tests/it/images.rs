//! Pictures: made in a few sizes, without anything but the picture, with words, and refused where they are unsafe.

use raster::codecs::jpeg::JpegEncoder;
use raster::{ExtendedColorType, ImageEncoder, ImageFormat, RgbImage, RgbaImage};
use samen::image::metadata;

use crate::disk::Disk;
use crate::fixture::{Hub, body, check_body, check_diagnostics, hub};

/// A picture with colours that change from left to right and from top to bottom.
fn pixels(width: u32, height: u32) -> RgbImage {
    let part = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
    RgbImage::from_fn(width, height, |x, y| [part(x, width), part(y, height), 90].into())
}

/// A JPEG with parts put in behind its first two bytes.
fn jpeg(width: u32, height: u32, parts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(pixels(width, height).as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    [&bytes[..2], &parts.concat(), &bytes[2..]].concat()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels(width, height).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A part of a JPEG.
fn part(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], data].concat()
}

/// What a camera notes: a tag of one number, and a place with a latitude where that is wanted.
fn exif(orientation: u8, place: bool) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &1_u32.to_be_bytes(), &value].concat()
    };
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend(entry(0x0112, 3, [0, orientation, 0, 0]));
    tiff.extend(entry(if place { 0x8825 } else { 0x0131 }, 4, 38_u32.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend([0, 1]);
    tiff.extend(entry(0x0002, 5, [0; 4]));
    tiff.extend(b"\0\0\0\0Zwartcamera");
    part(0xE1, &[b"Exif\0\0", &tiff[..]].concat())
}

/// Everything that a JPEG of a camera and an office program may hold, a place left out.
fn talkative() -> Vec<Vec<u8>> {
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Zwartnaam</x:xmpmeta>";
    let parts = [
        exif(1, false),
        part(0xE1, xmp),
        part(0xE2, b"ICC_PROFILE\0Zwartkleur"),
        part(0xED, b"Photoshop 3.0\0Zwartcredit"),
        part(0xEC, b"Ducky Zwart"),
        part(0xFE, b"Zwartcomment"),
    ];
    parts.to_vec()
}

const PAGE: &str = "//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n";

fn with(markdown: &str, name: &str, bytes: impl Into<Vec<u8>>) -> Hub {
    hub(&format!("{PAGE}{markdown}\n")).with(&format!("content/pages/a/{name}"), bytes)
}

/// The published files of a picture, without the digest in their names.
fn files(hub: &Hub) -> Vec<String> {
    let named = |name: String| {
        let (stem, rest) = name.strip_prefix("files/pages/a/")?.split_once('.')?;
        Some(match rest.split_once('-') {
            Some((digest, rest)) => {
                assert!(digest.len() == 10 && digest.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
                format!("{stem}-{rest}")
            }
            None => format!("{stem}.{rest}"),
        })
    };
    hub.names().into_iter().filter_map(named).collect()
}

fn decoded(hub: &Hub, ending: &str) -> RgbaImage {
    let outputs = hub.outputs();
    let (_, bytes) = outputs.iter().find(|(name, _)| name.ends_with(ending)).expect("a file with that ending");
    raster::load_from_memory(bytes).unwrap().into_rgba8()
}

/// What a file holds beside the picture.
fn holds(bytes: &[u8]) -> Vec<String> {
    metadata::found(bytes).iter().map(ToString::to_string).collect()
}

#[test]
fn a_picture_is_published_in_a_few_widths_and_never_as_it_is() {
    let photo = with("", "photo.jpg", jpeg(1500, 1000, &[]));
    let widths = ["1440.jpg", "1440.webp", "480.jpg", "480.webp", "960.jpg", "960.webp"];
    assert_eq!(files(&photo), widths.map(|end| format!("photo-{end}")));
    assert_eq!(
        files(&with("", "small.png", png(500, 20))),
        ["small-480.png", "small-480.webp", "small-500.png", "small-500.webp"]
    );
    assert_eq!(files(&with("", "tiny.JPEG", jpeg(3, 3, &[]))), ["tiny-3.jpg", "tiny-3.webp"]);
    let small = decoded(&photo, "-480.jpg");
    assert_eq!((small.width(), small.height()), (480, 320));
}

#[test]
fn a_text_shows_a_picture_in_the_sizes_that_there_are() {
    let hub = with("![Een *brug*](photo.jpg \"Utrecht\")\n\n![Weer](photo.jpg)", "photo.jpg", jpeg(600, 300, &[]));
    let html = hub.body("nl/a/index.html");
    let digest = html.split_once("photo.").unwrap().1.split_once('-').unwrap().0.to_owned();
    let set = |end: &str| {
        let at = |width: u32| format!("/files/pages/a/photo.D-{width}.{end} {width}w");
        format!("srcset=\"{}, {}\" sizes=\"100vw\"", at(480), at(600))
    };
    let expected = |words: &str| {
        format!(
            "<p><picture><source type=\"image/webp\" {}><img src=\"/files/pages/a/photo.D-600.jpg\" {} width=\"600\" \
             height=\"300\" {words} decoding=\"async\"></picture></p>",
            set("webp"),
            set("jpg")
        )
    };
    let first = expected("alt=\"Een brug\" title=\"Utrecht\"");
    let second = expected("alt=\"Weer\" loading=\"lazy\"");
    assert_eq!(html.replace(&digest, "D"), format!("{first}\n{second}"));
    assert_eq!(hub.codes(), Vec::<&str>::new());
}

#[test]
fn nothing_but_the_picture_is_published() {
    let source = jpeg(500, 40, &talkative());
    let names = ["EXIF", "XMP", "a colour profile", "IPTC", "data of a program", "a comment"];
    assert_eq!(holds(&source), names, "the source holds all of it");
    let hub = with("[zie](photo.jpg)", "photo.jpg", source);
    assert_eq!(hub.codes(), Vec::<&str>::new());
    for (name, bytes) in hub.outputs() {
        assert_eq!(holds(&bytes), Vec::<String>::new(), "{name}");
        assert!(!bytes.windows(5).any(|window| window == b"Zwart"), "{name}");
    }
    let link = hub.body("nl/a/index.html");
    assert!(link.contains("-500.jpg\">zie</a>"), "a link leads to the largest size: {link}");
}

#[test]
fn a_png_loses_its_texts_too() {
    let plain = png(20, 20);
    let chunk = [b"\0\0\0\x05tEXtZwart".as_slice(), &[0; 4]].concat();
    let texted = [&plain[..33], &chunk, &plain[33..]].concat();
    assert_eq!(holds(&texted), ["text"]);
    assert_eq!(holds(&plain), Vec::<String>::new());
    let behind = [&plain[..], b"Zwart"].concat();
    assert_eq!(holds(&behind), ["data behind the picture"]);
    let hub = with("", "a.png", behind);
    assert!(hub.outputs().values().all(|bytes| !bytes.windows(5).any(|window| window == b"Zwart")));
}

#[test]
fn a_picture_is_turned_the_right_way_up() {
    let hub = with("![Toren](photo.jpg)", "photo.jpg", jpeg(60, 20, &[exif(6, false)]));
    let turned = decoded(&hub, "-20.jpg");
    assert_eq!((turned.width(), turned.height()), (20, 60));
    // What was at the left and bottom is at the left and top when it is turned to the right.
    let (top, bottom) = (turned.get_pixel(10, 2), turned.get_pixel(10, 57));
    assert!(top[0] < 40 && bottom[0] > 210, "red grows downwards: {top:?} {bottom:?}");
    assert!(hub.body("nl/a/index.html").contains("width=\"20\" height=\"60\""));
}

#[test]
fn a_picture_that_can_be_seen_through_stays_so() {
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbaImage::from_pixel(30, 30, [200, 0, 0, 0].into()).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let hub = with("", "a.png", bytes.into_inner());
    assert_eq!(decoded(&hub, "-30.png").get_pixel(9, 9)[3], 0);
    assert_eq!(decoded(&hub, "-30.webp").get_pixel(9, 9)[3], 0);
}

/// The code and the message of the one thing that is wrong, which stands at the file.
#[track_caller]
fn refused(name: &str, bytes: impl Into<Vec<u8>>) -> String {
    let hub = with("", name, bytes);
    let diagnostics = hub.check();
    assert_eq!(diagnostics.items().len(), 1, "{:#?}", diagnostics.items());
    let one = &diagnostics.items()[0];
    assert_eq!(&*one.at.as_ref().unwrap().file, format!("content/pages/a/{name}"));
    format!("{}: {}", one.code, one.message)
}

#[test]
fn a_picture_that_tells_where_it_was_taken_is_an_error() {
    let message = "image-location: this picture tells where it was taken";
    assert_eq!(refused("a.jpg", jpeg(20, 20, &[exif(1, true)])), message);
    let xmp = part(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"52,5N\"/>");
    assert_eq!(refused("a.jpg", jpeg(20, 20, &[xmp])), message);
}

#[test]
fn broken_pictures_and_those_with_a_wrong_name_are_errors() {
    assert_eq!(
        refused("a.png", jpeg(20, 20, &[])),
        "image-invalid: this picture cannot be published: it is a JPEG with the name of a PNG"
    );
    assert!(refused("a.jpg", "jpeg").contains("it is no JPEG, whatever its name says"));
    assert!(refused("a.png", &png(20, 20)[..30]).starts_with("image-invalid"), "cut off in its head");
    assert!(refused("b.png", &png(200, 200)[..200]).starts_with("image-invalid"), "cut off in its pixels");
    let cut = jpeg(200, 200, &[]);
    assert!(refused("a.jpg", &cut[..cut.len() / 2]).ends_with("its end is missing"));
    let mut spoilt = png(200, 200);
    spoilt[60] ^= 0xFF;
    assert!(refused("b.png", spoilt).starts_with("image-invalid"), "only the pixels are wrong");
    for name in ["a.gif", "a.heic", "a.avif", "a.tiff"] {
        assert!(refused(name, "x").contains("are not published"), "{name}");
    }
}

#[test]
fn a_small_file_cannot_unfold_to_a_huge_picture() {
    // The size in the head of a PNG, with the sum that belongs to it, is believed before a pixel is read.
    let huge = [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x3A\x98\0\0\x3A\x98\x08\x02\0\0\0".as_slice(),
        &[0x51, 0x76, 0x5E, 0xF2],
        &png(1, 1)[33..],
    ]
    .concat();
    let said = refused("a.png", huge);
    assert!(said.contains("15000 × 15000 pixels"), "{said}");
    assert!(refused("b.png", png(16_001, 1)).contains("16001 × 1 pixels; at most 16000 on a side"));
}

#[test]
fn a_drawing_is_published_with_what_draws_and_nothing_else() {
    let source = "<?xml version=\"1.0\"?><!-- Zwart --><svg xmlns=\"http://www.w3.org/2000/svg\" \
                  xmlns:i=\"http://www.inkscape.org/\" viewBox=\"0 0 30 20\" i:who=\"Zwart\"><metadata>Zwart</metadata>\
                  <title>Een &amp; twee</title><style>a{fill:url(#g)}</style><i:view>Zwart</i:view>\
                  <path d=\"M0 0\" id=\"g\"/></svg>";
    let hub = with("![Lijn](a.svg)", "a.svg", source);
    assert_eq!(
        hub.output("files/pages/a/a.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 30 20\">\
         <title>Een &amp; twee</title><style>a{fill:url(#g)}</style><path d=\"M0 0\" id=\"g\"></path></svg>\n"
    );
    let shown = "<p><img src=\"/files/pages/a/a.svg\" width=\"30\" height=\"20\" alt=\"Lijn\" decoding=\"async\"></p>";
    assert_eq!(hub.body("nl/a/index.html"), shown);
}

#[test]
fn a_drawing_that_runs_or_fetches_something_is_an_error() {
    for (inside, why) in [
        ("<script>x</script>", "it holds `<script>`"),
        ("<foreignObject/>", "it holds `<foreignObject>`"),
        ("<image href=\"x.png\"/>", "it holds `<image>`"),
        ("<g onclick=\"x()\"/>", "it holds a script in the attribute `onclick`"),
        ("<use href=\"https://evil.example/x.svg#a\"/>", "it refers to something outside itself"),
        ("<a xlink:href=\"javascript:x()\"/>", "it refers to something outside itself"),
        ("<g style=\"fill:url( 'https://evil.example/x')\"/>", "a style of it refers to something outside itself"),
        ("<style>@import 'x.css';</style>", "it holds `@import` in a style"),
        ("<style>a{fill:u\\72l(x)}</style>", "it holds `\\` in a style"),
        ("<set attributeName=\"xlink:href\" to=\"#a\"/>", "it changes where its links lead"),
        ("<style>@im<!-- -->port 'x.css';</style>", "it holds `@import` in a style"),
        ("<style>@im<?x?>port 'x.css';</style>", "it holds `@import` in a style"),
        ("<style>@im<![CDATA[port 'x.css';]]></style>", "it holds `@import` in a style"),
        ("<style>@im<g/>port 'x.css';</style>", "it holds an element in a style"),
        ("<style>a{fill:u/**/rl(x)}b{fill:url(x)}</style>", "it holds `rl(` in a style"),
        ("<style>@font-face{src:url(#a)}</style>", "it holds `@font-face` in a style"),
        ("<g fill=\"image-set('x.png' 1x)\"/>", "it holds `image-set(` in a style"),
        ("<g filter=\"url(x.svg#a)\"/>", "a style of it refers to something outside itself"),
        ("<a href=\"#a\" ping=\"https://evil.example/\"/>", "it refers to something outside itself"),
        ("<g xml:base=\"https://evil.example/\"/>", "it refers to something outside itself"),
        ("<embed src=\"x\"/>", "it holds `<embed>`, which is not known to be safe"),
        ("<feImage href=\"#a\"/>", "it holds `<feImage>`"),
        ("<animate attributeName=\"style\"/>", "something else that does not draw"),
        ("<animate attributeName=\"fill\" values=\"red;url(//evil.example/)\"/>", "refers to something outside itself"),
        ("<g>", "it is not well-formed XML"),
    ] {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>"
        );
        let said = refused("a.svg", svg);
        assert!(said.starts_with("image-invalid") && said.contains(why), "{inside}: {said}");
    }
    let entities = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>";
    assert!(refused("a.svg", entities).contains("not well-formed"));
}

#[test]
fn a_drawing_keeps_what_draws_of_what_programs_write() {
    let source = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:k=\"http://www.inkscape.org/\" viewBox=\"0 0 3 2\" \
                  enable-background=\"new 0 0 3 2\"><style type=\"text/css\">/* x */.a{fill:#f00;-k-x:1}\n\
                  @media print { .a { fill : #000 } }</style>\
                  <g class=\"a\" aria-roledescription=\"plan\" style=\"-k-label:'x';stroke:url(#g)\" data-name=\"C:\\\\x {1}\" k:href=\"x\" d=\"M0 0\"/></svg>";
    assert_eq!(
        with("![Lijn](a.svg)", "a.svg", source).output("files/pages/a/a.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 3 2\">\
         <style type=\"text/css\">.a{fill:#f00}@media print{.a{fill:#000}}</style>\
         <g class=\"a\" aria-roledescription=\"plan\" style=\"stroke:url(#g)\" d=\"M0 0\"></g></svg>\n"
    );
}

#[test]
fn a_picture_has_words_or_is_marked_as_decorative() {
    check_diagnostics(
        "//- content/pages/p.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
//- content/pages/a.nl.md
---
title: A
---
Zie ![](p.svg)
    ^^^^^^^^^^ //~ error[image-alt]: this picture has no words for those who do not see it

![Een lijn](p.svg \"decorative\")
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[image-alt]: this picture has words and is marked as decorative
",
    );
    let hub = with("![](a.svg \"decorative\")", "a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert_eq!(hub.body("nl/a/index.html"), "<p><img src=\"/files/pages/a/a.svg\" alt=\"\" decoding=\"async\"></p>");
    check_body("![x](https://a.example/b.png)\n^ //~ error[link-unsafe]: an image of another site\n");
    assert_eq!(body("a"), "<p>a</p>");
}

const STORY: &str = "
//- data/types/story.yaml
folder: stories
fields:
  photo: {kind: group, translated: true, fields: {image: {kind: image, required: true}, alt: {kind: text, required: true}}}
//- content/stories/a/index.nl.md
---
title: A
photo: {image: p.png, alt: Een brug}
---
";

#[test]
fn a_picture_of_a_field_is_shown_with_its_words() {
    let hub = hub(STORY).with("content/stories/a/p.png", png(40, 30)).edit(
        "themes/mini/templates/page.html",
        "<article>",
        "{{ page.fields.photo.value.image.picture }}<article>",
    );
    let page = hub.page("nl/stories/a/index.html");
    let shown = "-40.png 40w\" sizes=\"100vw\" width=\"40\" height=\"30\" alt=\"Een brug\" loading=\"lazy\"";
    assert!(page.contains(shown), "{page}");
}

#[test]
fn a_picture_of_a_field_needs_words_in_each_language() {
    check_diagnostics(
        &format!(
            "{STORY}//- content/stories/a/p.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
//- content/stories/a/index.en.md
---
^ //~ error[image-alt]: `photo` of the source has a picture, which has no words in this language
title: A
translation: {{source: nl}}
---
//- content/stories/b.nl.md
---
title: B
photo: {{image: a/p.svg}}
       ^ //~ error[field-missing]: `alt` is missing in `photo`
---
"
        )
        .replace("p.png, alt: Een brug}\n", "p.svg, alt: Een brug}\n^^^^^ //~ also: the picture\n"),
    );
    for lonely in ["photo: {kind: image}", "photo: {kind: list, of: {kind: image}}"] {
        check_diagnostics(&format!(
            "//- data/types/story.yaml\nfolder: stories\nfields:\n  {lonely}\n  ^^^^^ //~ error[schema-invalid]: a picture stands in a `group`\n"
        ));
    }
}

#[test]
fn pictures_in_static_folders_are_audited() {
    let hub = hub("").with("static/logo.jpg", jpeg(9, 9, &talkative()));
    let found = hub.check();
    let said: Vec<String> = found.items().iter().map(|one| one.message.to_string()).collect();
    assert_eq!(hub.codes(), ["audit-metadata"; 6]);
    assert!(said.iter().any(|said| said == "`/logo.jpg`: this picture holds EXIF"), "{said:?}");
    assert_eq!(hub.with("static/logo.jpg", jpeg(9, 9, &[])).codes(), Vec::<&str>::new());
}

#[test]
fn the_same_picture_gives_the_same_bytes_and_is_made_once() {
    let photo = with("![Brug](photo.jpg)", "photo.jpg", jpeg(700, 500, &talkative()));
    assert_eq!(photo.outputs(), photo.outputs());
    let disk = Disk::of(&photo);
    disk.built();
    let first = disk.public();
    let memory = photo.outputs();
    let pictures = |name: &&String| name.starts_with("files/");
    assert_eq!(first.keys().filter(pictures).count(), 4);
    assert!(memory.iter().filter(|(name, _)| pictures(name)).all(|(name, bytes)| first[name] == **bytes));
    // A clean build reads what was made: it is marked here, and the mark is found again.
    let shelf = disk.path(".samen/images");
    let kept: Vec<_> = std::fs::read_dir(&shelf).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(kept.len(), 5, "{kept:?}");
    let marked = kept.iter().find(|path| path.to_str().unwrap().ends_with("-480.jpg")).unwrap();
    let mark = b"marked".to_vec();
    std::fs::write(marked, [samen::source::Hash::of(&mark).0.as_slice(), &mark].concat()).unwrap();
    std::fs::remove_dir_all(disk.path("public")).unwrap();
    disk.built();
    let again = disk.public();
    assert_eq!(again.values().filter(|bytes| **bytes == mark).count(), 1);
    // What is damaged is made again.
    std::fs::write(marked, "damaged").unwrap();
    std::fs::remove_dir_all(disk.path("public")).unwrap();
    disk.built();
    assert_eq!(disk.public(), first);
    // What nobody uses any more is forgotten.
    disk.write("content/pages/a/photo.jpg", jpeg(700, 501, &[]));
    disk.built();
    let digest = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap()[..10].to_owned();
    assert!(std::fs::read_dir(&shelf).unwrap().all(|entry| digest(&entry.unwrap().path()) != digest(marked)));
    assert!(disk.public().keys().filter(pictures).all(|name| !first.contains_key(name)), "the names are new");
}

#[test]
fn many_threads_give_the_bytes_of_one() {
    let names = ["a", "b", "c", "d", "e", "f"];
    let hub = names
        .iter()
        .zip(500..)
        .fold(hub(PAGE), |hub, (name, width)| hub.with(&format!("content/pages/a/{name}.jpg"), jpeg(width, 300, &[])));
    let of = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| hub.outputs())
    };
    assert_eq!(of(1), of(8));
}

#[test]
fn files_that_lie_about_their_length_are_read_to_their_end_only() {
    let mut webp = std::io::Cursor::new(Vec::new());
    pixels(9, 9).write_to(&mut webp, ImageFormat::WebP).unwrap();
    for whole in [jpeg(9, 9, &[exif(6, true)]), png(9, 9), webp.into_inner()] {
        for at in 0..whole.len() {
            let mut wrong = whole.clone();
            wrong[at] = 0xFF;
            let all = [holds(&wrong).len(), holds(&whole[..at]).len()];
            assert!(all.iter().all(|count| *count <= 8), "byte {at}");
            let _ = metadata::tells_place(&wrong);
        }
    }
}
