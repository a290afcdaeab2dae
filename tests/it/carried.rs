//! The theme that the program carries: a site needs no folder for it, and changes it file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use samen::diagnostic::Diagnostics;
use samen::source::{Known, Sources, carried, carried_bytes};

use crate::disk::{Disk, tree};
use crate::fixture::{Hub, bare};
use crate::server::Server;

/// A site with no file of a theme, and no line that names one.
const SITE: &str = "//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, en]
//- data/types/page.yaml
folder: pages
path: \"\"
label: Pagina
plural: Pagina's
order: [title]
fields: {}
//- content/_index.nl.md
---
title: Welkom
---
Dag.
//- content/_index.en.md
---
title: Welcome
translation: {source: nl, state: reviewed}
---
Hello.
//- content/pages/bread.nl.md
---
title: Brood
---
Brood van gisteren.
";

const HOME: &str = "themes/hub/templates/home.html";

pub fn site() -> Hub {
    bare(SITE)
}

#[test]
fn every_file_of_the_theme_is_carried_as_it_is() {
    let folder = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub"));
    let folder: BTreeMap<String, Vec<u8>> =
        folder.into_iter().map(|(path, bytes)| (format!("themes/hub/{path}"), bytes)).collect();
    let carried: BTreeMap<String, Vec<u8>> =
        carried().map(|file| (file.path.to_string(), carried_bytes(&file.path).unwrap().to_vec())).collect();
    assert_eq!(carried.keys().collect::<Vec<_>>(), folder.keys().collect::<Vec<_>>());
    assert!(carried == folder, "compile anew: a file of the theme has changed");
}

#[test]
fn a_site_needs_no_theme_of_its_own() {
    let named = site().set("theme", "hub");
    assert_eq!((site().codes(), named.codes()), (vec![], vec![]));
    assert_eq!(site().outputs(), named.outputs());
    let page = site().output("nl/bread/index.html");
    assert!(page.contains("Brood van gisteren.") && page.contains("/assets/hub."), "{page}");
    // The same theme on disk makes the same site.
    let copied = carried().fold(site(), |site, file| site.with(&file.path, carried_bytes(&file.path).unwrap()));
    assert_eq!(site().outputs(), copied.outputs());
}

#[test]
fn a_file_of_the_site_takes_the_place_of_the_carried_one_of_its_path() {
    let own = "{% extends \"page.html\" %}{% block main %}<h1>Eigen</h1>{% endblock main %}";
    let site = site().with(HOME, own);
    assert!(site.output("nl/index.html").contains("<h1>Eigen"));
    assert!(site.output("nl/bread/index.html").contains("Brood van gisteren."), "the others are as they were");
    // What is wrong is shown with the line of the file of the site.
    let site = site.with(HOME, "{{ nergens.nergens }}");
    assert_eq!(site.check().items()[0].at.as_ref().map(|at| &*at.file), Some(HOME));
}

#[test]
fn a_theme_of_another_name_has_nothing_of_the_carried_one() {
    let codes = site().set("theme", "eigen").with("themes/eigen/theme.yaml", "css: []\n").codes();
    assert!(codes.contains(&"theme-missing"), "{codes:?}");
    let said = site().set("theme", "hib").check();
    assert!(
        said.items()[0].help.as_ref().map(ToString::to_string).as_deref().is_some_and(|help| help.contains("`hub`")),
        "{said:?}"
    );
}

#[test]
fn a_carried_file_is_read_like_any_other() {
    let memory = site().sources();
    let disk = Disk::of(&site());
    let disk = Sources::disk(&disk.path(""), "samen.yaml", &Known::new(), &mut Diagnostics::default());
    for sources in [&memory, &disk] {
        for file in ["themes/hub/templates/base.html", "themes/hub/fonts/NotoSans-Regular.ttf"].map(Arc::from) {
            let bytes = carried_bytes(&file).unwrap();
            assert!(sources.get(&file).unwrap().is_carried());
            assert_eq!(&*sources.bytes(&file).unwrap(), bytes);
            let ends = sources.ends(&file, 9, 9).unwrap();
            assert_eq!((ends.head, ends.tail), (bytes[..9].to_vec(), bytes[bytes.len() - 9..].to_vec()));
            assert_eq!(sources.part(&file, 5, 7).unwrap(), bytes[5..12]);
            let mut all = Vec::new();
            sources.reader(&file).unwrap().read_to_end(&mut all).unwrap();
            assert_eq!(all, bytes);
        }
        let text = sources.text(&Arc::from(HOME)).unwrap();
        assert_eq!(sources.shown(HOME).as_deref(), Some(&*text));
        assert!(sources.are_as_listed(|_| true));
        let replaced = sources.with_replaced(BTreeMap::from([(Arc::from(HOME), Arc::from(&b"own"[..]))]), |_| false);
        assert_eq!(&*replaced.text(&Arc::from(HOME)).unwrap(), "own");
        let back = replaced.with_replaced(BTreeMap::new(), |_| false);
        assert!(back.get("samen.yaml").is_none() && back.get(HOME).unwrap().is_carried());
    }
    assert!(Sources::shown_from(Path::new("/nowhere")).shown(HOME).is_some());
}

#[test]
fn a_file_that_is_put_over_a_carried_one_is_seen_and_so_is_its_end() {
    let disk = Disk::of(&site());
    let list = || Sources::disk(&disk.path(""), "samen.yaml", &Known::new(), &mut Diagnostics::default());
    let before = list();
    let heard = BTreeSet::from([HOME.to_owned()]);
    assert!(before.rescan_paths(&heard).is_none());
    disk.write(HOME, "own");
    let (now, changed) = before.rescan_paths(&heard).unwrap();
    assert_eq!((changed, now.get(HOME).unwrap().is_carried()), (vec![Arc::from(HOME)], false));
    assert_eq!(now.get(HOME).unwrap().hash, list().get(HOME).unwrap().hash);
    disk.remove(HOME);
    let now = now.rescan(&disk.path(""), "samen.yaml", &|_| true, &mut Diagnostics::default());
    assert_eq!(now.get(HOME).unwrap().hash, before.get(HOME).unwrap().hash);
}

#[test]
fn the_server_shows_a_file_that_is_put_over_a_carried_one_and_the_carried_one_again() {
    let disk = Disk::of(&site());
    let server = Server::of(&disk);
    server.shows("/nl/", "Dag.");
    disk.write(HOME, "{% extends \"page.html\" %}{% block main %}<h1>Eigen</h1>{% endblock main %}");
    server.shows("/nl/", "<h1>Eigen</h1>");
    fs::remove_dir_all(disk.path("themes")).unwrap();
    server.shows("/nl/", "Dag.");
}

#[test]
fn a_build_keeps_nothing_of_the_carried_theme() {
    let disk = Disk::of(&site());
    disk.built();
    let kept = disk.tree(".samen");
    let names = kept.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("themes/hub/templates/"));
    assert_eq!(names.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<&String>::new());
    // The second build finds nothing to do.
    let again = disk.built();
    assert!(again.stderr.contains(" 0 new, 0 changed, 0 removed,"), "{}", again.stderr);
}

#[test]
fn the_version_names_the_commit_and_the_carried_theme() {
    let disk = Disk::of(&site());
    let said = disk.run(&["--version"]);
    let theme = String::from_utf8(carried_bytes("themes/hub/theme.yaml").unwrap().to_vec()).unwrap();
    let version = theme.lines().find_map(|line| line.strip_prefix("version: ")).unwrap();
    assert_eq!(said.code, 0);
    assert!(said.stdout.starts_with(concat!("samen ", env!("CARGO_PKG_VERSION"), " (commit ")), "{}", said.stdout);
    assert!(said.stdout.ends_with(&format!(", theme hub {version})\n")), "{}", said.stdout);
    assert!(!said.stdout.contains('/'), "no path of a machine: {}", said.stdout);
}
