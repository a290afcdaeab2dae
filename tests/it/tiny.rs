//! The site in `tests/sites/tiny/`: a theme of its own, the smallest that keeps all promises, and what the guide says.

use std::fs;
use std::path::Path;

use crate::fixture::{Hub, bare};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/tiny");

/// The site, in memory.
fn tiny() -> Hub {
    fn add(hub: Hub, folder: &Path) -> Hub {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).fold(hub, |hub, path| {
            let name = path.strip_prefix(ROOT).unwrap().to_str().unwrap().to_owned();
            if name.starts_with('.') {
                hub
            } else if path.is_dir() {
                add(hub, &path)
            } else {
                hub.with(&name, fs::read(&path).unwrap())
            }
        })
    }
    let mut hub = add(bare(""), Path::new(ROOT));
    hub.request.strict = true;
    hub
}

#[test]
fn the_tiny_site_passes_the_strict_check() {
    let found = tiny().check();
    assert!(found.items().is_empty(), "{:#?}", found.items());
    let names = tiny().names();
    for page in [
        "index.html",
        "_headers",
        "nl/notities/bridge/index.html",
        "en/notes/bridge/index.html",
        "nl/kleuren/rood/index.html",
        "en/notes/water/index.html",
        "files/notes/bridge/bridge.svg",
    ] {
        assert!(names.iter().any(|name| name == page), "no `{page}` among {names:#?}");
    }
    let page = tiny().page("en/notes/bridge/index.html");
    assert!(page.contains("width=\"120\" height=\"60\" alt=\"An arch over water\" loading=\"lazy\""), "{page}");
}

#[test]
fn a_site_replaces_one_file_of_its_theme() {
    let own = "{% extends \"plain/page.html\" %}{% block main %}{{ super() }}<p>mine</p>{% endblock main %}";
    let foot = "<footer><p>Gemeente Voorbeeldstad</p></footer>\n";
    let hub = tiny().with("templates/foot.html", foot).with("assets/plain.css", "body { margin: 0 }");
    assert!(hub.page("nl/index.html").contains(foot), "its own foot");
    assert!(!hub.page("nl/index.html").contains("Een site om na te doen.</p>"), "and not that of the theme");
    assert!(hub.outputs().iter().any(|(name, css)| name.ends_with(".css") && &**css == b"body{margin:0}"));
    let page = tiny().with("templates/page.html", own).page("nl/notities/water/index.html");
    assert!(page.contains("<p>Alleen in het Nederlands.</p>") && page.contains("<p>mine</p>"), "{page}");
}

#[test]
fn each_template_of_the_tiny_theme_is_needed() {
    for name in ["page", "section", "taxonomy", "term", "home", "404", "404_root", "chooser", "redirect"] {
        let codes = tiny().without(&format!("themes/plain/templates/{name}.html")).codes();
        assert!(codes.contains(&"theme-missing"), "without `{name}.html`: {codes:?}");
    }
}

#[test]
fn the_guide_explains_every_template_that_a_theme_needs() {
    let guide = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/theme.md")).unwrap();
    let templates = fs::read_dir(Path::new(ROOT).join("themes/plain/templates")).unwrap();
    for name in templates.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(guide.contains(&format!("`{name}`")), "`{name}` is not in docs/theme.md");
    }
    for key in ["css", "csp", "image_sizes", "system_glyphs"] {
        assert!(guide.contains(&format!("`{key}`")), "`{key}` is not in docs/theme.md");
    }
}
