//! Input that is wrong, hostile or odd: each gives a message at its place, in bounded time, and nothing is published.

use std::cell::Cell;
use std::fs;
use std::sync::Arc;

use samen::diagnostic::{self, Code, Diagnostic, Span, Style};

use crate::disk::Disk;
use crate::fixture::{check_diagnostics, hub};

/// A page with this file as it is.
fn check_page(file: &str) {
    check_diagnostics(&format!("//- content/pages/a.nl.md\n{file}"));
}

#[test]
fn front_matter_must_be_there_and_closed() {
    check_page("Hallo.\n^^^^^^ //~ error[front-matter]: this document does not start with front matter\n");
    check_page("^ //~ error[front-matter]: this document does not start with front matter\n");
    check_page("---\n^^^ //~ error[front-matter]: the front matter is not closed\ntitle: A\n");
    check_page("---\n^^^ //~ error[front-matter]: the front matter is not closed\ntitle: A\n--- niet\n-\n");
    check_page("---\n- a\n^ //~ error[front-matter]: the front matter must be keys and values, found a list\n---\n");
    check_page(
        "---\nHallo\n^^^^^ //~ error[front-matter]: the front matter must be keys and values, found text\n---\n",
    );
    check_page("---\n^^^ //~ error[field-missing]: `title` is missing\n---\n");
}

#[test]
fn a_key_stands_once() {
    check_page(
        "---
title: A
^^^^^ //~ also: first time
weight: 1
title: B
^^^^^ //~ error[duplicate-key]: the key `title` stands twice
---
",
    );
    check_diagnostics(
        "//- data/terms/topics.yaml
label: T
terms:
  a: {label: A}
  ^ //~ also: first time
  b: {label: B}
  a: {label: C}
  ^ //~ error[duplicate-key]: the key `a` stands twice
",
    );
}

#[test]
fn a_quote_that_is_not_closed_is_explained() {
    check_page("---\ntitle: \"Een\n       ^ //~ error[yaml-invalid]: a quote is opened and not closed\n---\n");
}

#[test]
fn brackets_that_are_not_closed_are_told() {
    let found = hub("//- content/pages/a.nl.md\n---\ntitle: A\naliases: [/a, /b\nweight: 1\n---\n").check();
    assert_eq!(found.items().len(), 1);
    assert!(found.items()[0].code == "yaml-invalid" && found.items()[0].at.is_some(), "{found:?}");
}

#[test]
fn anchors_are_refused() {
    check_page(
        "---\ntitle: A\ndraft: &a true\n       ^ //~ error[yaml-invalid]: anchors (`&`) and aliases (`*`) are not accepted\n---\n",
    );
}

#[test]
fn an_anchor_bomb_is_refused_at_its_first_anchor() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        bomb.push_str(&format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(", ")));
    }
    for path in ["samen.yaml", "data/terms/topics.yaml", "data/types/thing.yaml", "content/pages/a.nl.md"] {
        let text = if path.starts_with("content") { format!("---\n{bomb}---\n") } else { bomb.clone() };
        // At the first anchor: nothing behind it was read, let alone unfolded.
        let first = text.find('&').unwrap();
        let found = hub("").with(path, text).check();
        let told =
            found.items().iter().find(|d| d.code == "yaml-invalid").unwrap_or_else(|| panic!("{path}: {found:?}"));
        assert_eq!(told.at.as_ref().unwrap().range.start as usize, first, "{path}");
    }
}

#[test]
fn yaml_that_nests_too_deep_is_refused() {
    let deep = format!("---\ntitle: A\nrelated: {}{}\n---\n", "[".repeat(500), "]".repeat(500));
    assert_eq!(hub("").with("content/pages/a.nl.md", deep).codes(), ["yaml-invalid"]);
}

#[test]
fn keys_of_every_shape_are_told_and_not_lost() {
    for line in ["1: x", "true: x", "? [a]\n: x", "? {a: b}\n: x", ": x", "'': x", "2023-01-01: x", "~: x", "1.5: x"] {
        let codes = hub("").with("content/pages/a.nl.md", format!("---\ntitle: A\n{line}\n---\n")).codes();
        assert!(codes == ["unknown-field"] || codes == ["yaml-invalid"], "{line}: {codes:?}");
    }
}

#[test]
fn addresses_that_collide_are_told_with_both_places() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
slug: zelfde
^^^^ //~ also: the other one
---
//- content/pages/b.nl.md
---
title: B
slug: zelfde
^^^^ //~ error[duplicate-route]: two things want the address `/nl/zelfde/`
---
",
    );
}

#[test]
fn aliases_that_collide_are_told() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
aliases: [/nl/b/, /nl/oud/]
^^^^^^^ //~ error[duplicate-route]: two things want the address `/nl/b/`: an alias and a page
^^^^^^^ //~ also: the other one
---
//- content/pages/b.nl.md
---
^ //~ also: the other one
title: B
aliases: [/nl/oud/]
^^^^^^^ //~ error[duplicate-route]: two things want the address `/nl/oud/`: an alias and an alias
---
//- content/pages/c.nl.md
---
title: C
aliases: [/, /robots.txt, /nl/404.html]
^^^^^^^ //~ error[duplicate-route]: `/`: an alias and the choice of language
^^^^^^^ //~ error[duplicate-route]: `/robots.txt`: an alias and robots.txt
^^^^^^^ //~ error[duplicate-route]: `/nl/404.html`: an alias and a page for what is not found
---
",
    );
}

#[test]
fn an_alias_cannot_stand_where_pages_are() {
    for alias in ["/nl.html/", "/nl/a/index.html/", "/sitemap.xml/deep/"] {
        let codes = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\naliases: [{alias}]\n---\n")).codes();
        assert!(codes.iter().all(|code| *code == "duplicate-route"), "{alias}: {codes:?}");
    }
    assert_eq!(
        hub("//- content/pages/a.nl.md\n---\ntitle: A\naliases: [/sitemap.xml/deep/]\n---\n").codes(),
        ["duplicate-route"]
    );
}

#[test]
fn a_slug_is_one_part_of_an_address() {
    for slug in ["../x", "a/b", "..", ".", "a b", "Een", "a--b", "-a", "a?b", "a#b", "a%2fb", "index.html", "a\\b", ""]
    {
        let codes = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\nslug: '{slug}'\n---\n")).codes();
        let refused = codes == ["route-invalid"] || (slug.is_empty() && codes == ["field-invalid"]);
        assert!(refused, "`{slug}`: {codes:?}");
    }
}

#[test]
fn paths_of_types_and_terms_stay_on_the_site() {
    for path in ["../x", "a/../../b", "A b", "..", "/etc/"] {
        let type_ = hub(&format!("//- data/types/thing.yaml\nfolder: things\npath: '{path}'\n"));
        let term = hub(&format!("//- data/terms/topics.yaml\nlabel: T\npath: '{path}'\nterms: {{a: {{}}}}\n"));
        if path == "/etc/" {
            // Slashes around a path say nothing.
            assert_eq!((type_.codes(), term.codes()), (vec![], vec![]));
        } else {
            assert!(type_.codes().contains(&"route-invalid") && term.codes().contains(&"route-invalid"), "{path}");
        }
    }
    for term in ["'../x'", "'a b'", "'a/b'"] {
        let hub = hub(&format!("//- data/terms/topics.yaml\nlabel: T\npath: topics\nterms: {{{term}: {{}}}}\n"));
        assert!(hub.codes().contains(&"route-invalid"), "{term}: {:?}", hub.codes());
    }
}

#[test]
fn templates_are_found_in_the_theme_only() {
    for template in ["../../content/_index.nl.md", "/etc/passwd", "../theme.yaml"] {
        let hub = hub(&format!("//- data/types/thing.yaml\nfolder: things\ntemplate: {template}\n"));
        assert_eq!(hub.codes(), ["theme-missing"], "{template}");
    }
}

#[test]
fn files_that_are_not_utf8_are_told_where_they_stop_being_it() {
    for path in [
        "content/pages/a.nl.md",
        "samen.yaml",
        "data/types/thing.yaml",
        "data/terms/topics.yaml",
        "data/strings/nl.ftl",
        "templates/404.html",
        "themes/mini/assets/mini.css",
        "themes/mini/theme.yaml",
    ] {
        let found = hub("").with(path, b"\xEF\xBB\xBFab\r\ncaf\xE9 ".to_vec()).check();
        let one =
            found.items().iter().find(|d| d.code == "file-not-utf8").unwrap_or_else(|| panic!("{path}: {found:?}"));
        let span = one.at.as_ref().unwrap();
        assert_eq!((&*span.file, span.range.start), (path, 6), "{path}");
    }
}

#[test]
fn a_line_of_ten_megabytes_is_refused_for_its_size_and_not_read() {
    for text in [
        "woord ".repeat(1_700_000),
        "x".repeat(10_000_000),
        "*a".repeat(5_000_000),
        "[a](b.md) ".repeat(1000) + &"y".repeat(10_000_000),
    ] {
        let site = hub("").with("content/pages/a.nl.md", format!("---\ntitle: A\n---\n{text}\n"));
        let found = site.check();
        assert_eq!(found.items().iter().map(|d| d.code).collect::<Vec<_>>(), ["text-too-large"]);
    }
}

#[test]
fn a_mistake_in_a_long_line_is_shown_in_a_short_one() {
    let site = Disk::new("");
    let long = "woord ".repeat(100_000);
    site.write("content/pages/a.nl.md", format!("---\ntitle: A\n---\n{long}[x](nergens.md) {long}\n"));
    site.write("content/pages/b.nl.md", format!("---\ntitle: \"{long}\n---\n"));
    let run = site.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("[x](nergens.md)") && run.stderr.len() < 4000, "{} bytes", run.stderr.len());
}

#[cfg(unix)]
mod links {
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use crate::disk::Disk;

    #[track_caller]
    fn refused(site: &Disk, words: &str) {
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("error[file-unreadable]") && run.stderr.contains(words), "{}", run.stderr);
        assert!(!site.exists("public/index.html"));
    }

    #[test]
    fn a_link_that_leaves_the_site_is_refused() {
        let site = Disk::new("//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n");
        fs::write(site.around().join("secret.txt"), "geheim").unwrap();
        symlink("../../../../secret.txt", site.path("content/pages/a/plan.txt")).unwrap();
        refused(&site, "content/pages/a/plan.txt");
    }

    #[test]
    fn a_linked_folder_that_leaves_the_site_is_refused() {
        let site = Disk::new("");
        fs::create_dir(site.around().join("secrets")).unwrap();
        fs::write(site.around().join("secrets/a.nl.md"), "---\ntitle: Geheim\n---\n").unwrap();
        symlink(site.around().join("secrets"), site.path("content/pages")).unwrap();
        refused(&site, "this link leads out of the site");
    }

    #[test]
    fn a_link_to_a_source_folder_outside_is_refused_even_at_the_top() {
        let site = Disk::new("");
        fs::create_dir(site.around().join("secrets")).unwrap();
        fs::write(site.around().join("secrets/passwd.txt"), "geheim").unwrap();
        symlink(site.around().join("secrets"), site.path("static")).unwrap();
        refused(&site, "this link leads out of the site");
    }

    #[test]
    fn a_link_in_a_circle_is_refused() {
        let site = Disk::new("//- content/pages/a.nl.md\n---\ntitle: A\n---\n");
        symlink(".", site.path("content/pages/again")).unwrap();
        refused(&site, "this link leads in a circle");
        fs::remove_file(site.path("content/pages/again")).unwrap();
        symlink("self", site.path("content/pages/self")).unwrap();
        refused(&site, "content/pages/self");
    }

    #[test]
    fn a_link_to_nothing_is_refused() {
        let site = Disk::new("");
        symlink("nowhere.md", site.path("content/_index.fr.md")).unwrap();
        refused(&site, "content/_index.fr.md");
    }

    #[test]
    fn a_settings_file_that_leads_out_is_refused() {
        let site = Disk::new("");
        let settings = site.read("samen.yaml");
        fs::write(site.around().join("other.yaml"), settings).unwrap();
        site.remove("samen.yaml");
        symlink("../other.yaml", site.path("samen.yaml")).unwrap();
        refused(&site, "samen.yaml");
    }

    #[test]
    fn a_pipe_among_the_sources_does_not_hold_up_a_build() {
        let site = Disk::new("");
        let pipe = site.path("content/pipe.txt");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if !made.is_ok_and(|status| status.success()) {
            return crate::disk::skipped("a pipe needs `mkfifo`");
        }
        let told = site.built().stderr;
        assert!(told.contains("warning[stray-file]: this is a pipe, a socket or a device"), "{told}");
    }

    #[test]
    fn a_name_that_is_not_utf8_is_refused() {
        let site = Disk::new("");
        let name = std::ffi::OsStr::from_bytes(b"caf\xE9.txt");
        if fs::write(site.path("content").join(name), "x").is_err() {
            return crate::disk::skipped("this file system has only names in UTF-8");
        }
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1);
        assert!(run.stderr.contains("error[file-name]") && run.stderr.contains("is not UTF-8"), "{}", run.stderr);
    }
}

#[test]
fn names_that_break_links_are_refused_with_a_better_one() {
    check_diagnostics(
        "//- content/pages/mijn pagina.nl.md
---
^ //~ error[file-name]: this file name holds a space, which breaks links
title: A
---
//- content/pages/50%.nl.md
---
^ //~ error[file-name]: this file name holds `%`, which breaks links
title: A
---
//- content/pages/a#b.nl.md
---
^ //~ error[file-name]: this file name holds `#`, which breaks links
title: A
---
//- content/pages/b/foto 1.pdf
x
^ //~ error[file-name]: this file name holds a space
",
    );
    let found = hub("").with("content/pages/Mijn pagina.nl.md", "---\ntitle: A\n---\n").check();
    assert_eq!(
        found.items()[0].help.as_ref().map(ToString::to_string).as_deref(),
        Some("rename it to `mijn-pagina.nl.md`, or delete it if it is a copy")
    );
}

#[test]
fn names_that_hide_something_are_refused() {
    for name in [
        "a\u{202E}fdp.jpg",
        "a\u{200B}b.pdf",
        "a\u{FEFF}.pdf",
        "a\nb.pdf",
        "a\u{7}.pdf",
        "a\\b.pdf",
        "a\"b.pdf",
        "a'b.pdf",
        "a?.pdf",
        "a:b.pdf",
        "<a>.pdf",
    ] {
        let codes = hub("").with(&format!("content/{name}"), "x").codes();
        assert_eq!(codes, ["file-name"], "{name:?}");
    }
}

#[test]
fn names_of_static_files_are_checked_too() {
    for name in ["static/a\nb.txt", "static/a\u{202E}b.txt", "themes/mini/static/a\nb.txt", "assets/a\nb.png"] {
        let codes = hub("").with(name, "x").codes();
        assert_eq!(codes, ["file-name"], "{name:?}");
    }
}

#[test]
fn names_in_every_script_are_accepted() {
    for (name, page) in [("مرحبا", "مرحبا"), ("ሰላም", "ሰላም"), ("Één", "één"), ("a+b", "a-b"), ("kick_off", "kick-off")]
    {
        let hub = hub("").with(&format!("content/pages/{name}.nl.md"), "---\ntitle: A\n---\n");
        assert!(hub.names().contains(&format!("nl/{page}/index.html")), "{name}: {:?}", hub.names());
        assert!(hub.codes().is_empty());
    }
}

#[test]
fn a_name_without_any_letter_cannot_be_an_address() {
    for name in ["---", "_", "🙂", "..."] {
        let codes = hub("").with(&format!("content/pages/{name}.nl.md"), "---\ntitle: A\n---\n").codes();
        let refused = ["route-invalid", "file-name", "text-misnamed"];
        assert!(codes.len() == 1 && refused.contains(&codes[0]), "{name}: {codes:?}");
    }
}

#[test]
fn a_name_of_255_bytes_is_accepted() {
    let site = Disk::new("");
    let name = format!("{}.nl.md", "ا".repeat(124));
    assert_eq!(name.len(), 254);
    site.write(&format!("content/pages/{name}"), "---\ntitle: A\n---\n");
    site.write(&format!("content/pages/b/{}.csv", "f".repeat(251)), "x");
    site.write("content/pages/b/index.nl.md", "---\ntitle: B\n---\n");
    site.built();
    assert!(site.exists(&format!("public/nl/{}/index.html", "ا".repeat(124))));
}

#[test]
fn an_address_that_no_file_can_have_is_refused() {
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\n");
    let long = hub.clone().edit("content/pages/a.nl.md", "title: A", &format!("title: A\nslug: {}", "a".repeat(300)));
    assert_eq!(long.codes(), ["route-invalid"]);
    let asset = hub.clone().with(&format!("assets/{}.svg", "a".repeat(250)), "<svg/>");
    assert_eq!(asset.codes(), ["route-invalid"], "the name with its hash");
    let deep = hub.edit("content/pages/a.nl.md", "title: A", &format!("title: A\naliases: ['/{}']", "a/".repeat(2500)));
    assert_eq!(deep.codes(), ["route-invalid"], "a path longer than any system takes");
}

#[test]
fn a_theme_that_does_not_exist_is_told_with_those_that_do() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl, en]
theme: minni
       ^^^^^ //~ error[theme-missing]: there is no theme `minni`
",
    );
    for theme in ["../mini", "/mini", ".", "mini/templates"] {
        let codes = hub("").set("theme", theme).codes();
        assert!(codes == ["config-invalid"] || codes == ["theme-missing"], "{theme}: {codes:?}");
    }
}

#[test]
fn a_theme_must_have_every_template() {
    let found = hub("").without("themes/mini/templates/term.html").without("themes/mini/templates/home.html").check();
    let said: Vec<String> = found.items().iter().map(|d| d.message.to_string()).collect();
    assert_eq!(said, ["the theme has no template `home.html`", "the theme has no template `term.html`"]);
}

#[test]
fn templates_that_go_in_circles_are_refused() {
    let include = hub("")
        .with("templates/404.html", "{% include \"a.html\" %}")
        .with("templates/a.html", "{% include \"404.html\" %}");
    assert_eq!(include.codes(), ["template-invalid"]);
    let extends = hub("")
        .with("templates/404.html", "{% extends \"a.html\" %}")
        .with("templates/a.html", "{% extends \"404.html\" %}");
    assert_eq!(extends.codes(), ["template-invalid"]);
    let own = hub("").with("templates/404.html", "{% extends \"404.html\" %}");
    assert_eq!(own.codes(), ["template-invalid"]);
}

#[test]
fn a_component_that_calls_itself_is_told_and_does_not_break_the_program() {
    for component in [
        "{% component loop_(a: integer = 0) %}<p>{{ <loop_ a={1} /> }}</p>{% endcomponent loop_ %}<h1>{{ <loop_ /> }}</h1>",
        "{% component one() %}{{ <two /> }}{% endcomponent one %}{% component two() %}{{ <one /> }}{% endcomponent two %}<h1>{{ <one /> }}</h1>",
    ] {
        let site = Disk::new("");
        site.write("templates/404.html", component);
        let run = site.run(&["build"]);
        assert_eq!(run.code, 1, "{component}: {}", run.stderr.chars().take(300).collect::<String>());
        assert!(run.stderr.contains("error[template-invalid]"), "{}", run.stderr);
    }
}

#[test]
fn an_empty_site_says_what_to_write() {
    let mut hub = hub("");
    hub.files.retain(|path, _| !path.starts_with("content/"));
    let found = hub.check();
    assert_eq!(found.items().len(), 1);
    assert_eq!(
        (found.items()[0].code.as_str(), &*found.items()[0].message.to_string()),
        ("empty-site", "there is nothing to publish: `content/` holds no documents")
    );
    assert!(found.items()[0].help.as_ref().unwrap().to_string().contains("content/_index.nl.md"));
    hub.files.insert("content/pages/a.nl.md".to_owned(), b"---\ntitle: A\n---\n".to_vec());
    assert_eq!(hub.check().items()[0].message.to_string(), "the site has no home page");
}

#[test]
fn a_home_page_that_is_a_draft_is_no_home_page() {
    let hub = hub("//- content/_index.nl.md\n---\ntitle: W\ndraft: true\n---\n");
    assert_eq!(hub.codes(), ["empty-site"]);
    assert!(hub.drafts().codes().is_empty());
}

#[test]
fn settings_are_checked_at_their_place() {
    check_diagnostics(
        "//- samen.yaml
nmae: Proef
^^^^ //~ error[unknown-key]: there is no setting `nmae` here
^ //~ error[config-invalid]: `name` is missing: the name of the site
base_url: hub.example
          ^^^^^^^^^^^ //~ error[config-invalid]: `hub.example` is not an absolute http or https address
languages:
  - {tag: nl, nam: Nederlands}
              ^^^ //~ error[unknown-key]: there is no setting `nam` here
  - nl
    ^^ //~ error[config-invalid]: the language `nl` is listed twice
  - {tag: Engels}
          ^^^^^^ //~ error[config-invalid]: `Engels` is not a language tag
  - {tag: en, fallback: [fr]}
                         ^^ //~ error[unknown-language]: the language `fr` is not one of this site
default_language: de
                  ^^ //~ error[unknown-language]: the language `de` is not one of this site
theme: mini
feed_limit: many
            ^^^^ //~ error[config-invalid]: `feed_limit` must be a whole number, found text
prefix_default: yes
                ^^^ //~ error[config-invalid]: `prefix_default` must be `true` or `false`, found text
checks:
  broken-lnk: allow
  ^^^^^^^^^^ //~ error[config-invalid]: there is no check `broken-lnk`
  broken-link: ignore
               ^^^^^^ //~ error[config-invalid]: `broken-link` must be `allow`, `warn` or `deny`
  yaml-invalid: allow
  ^^^^^^^^^^^^ //~ error[config-invalid]: `yaml-invalid` is always an error
",
    );
}

#[test]
fn addresses_of_sites_are_absolute_and_plain() {
    for url in [
        "ftp://a.example",
        "https://",
        "//a.example",
        "https://a.example/?q",
        "https://a.example/#x",
        "https://a.example/../b",
        "https://a b",
        "javascript:alert(1)",
        "https://é.example",
        "'https://a.example/%2e%2e/'",
        "''",
    ] {
        let codes = hub("").set("base_url", url).codes();
        assert_eq!(codes, ["config-invalid"], "{url}");
    }
}

#[test]
fn settings_that_are_not_a_map_are_told() {
    for text in ["- a\n", "text\n", "", "~\n", "[\n", "a: [\n"] {
        let found = hub("").with("samen.yaml", text).check();
        assert!(
            found.has_errors()
                && found.items().iter().all(|d| ["yaml-invalid", "config-invalid"].contains(&d.code.as_str())),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn levels_of_checks_can_be_changed() {
    let hub = |level: &str| {
        let text = "//- content/pages/a.nl.md\n---\ntitle: A\n---\n[x](nergens.md) [y](/nl/)\n";
        hub(text).edit(
            "samen.yaml",
            "theme: mini",
            &format!("theme: mini\nchecks: {{broken-link: {level}, link-hard-coded: deny}}"),
        )
    };
    assert_eq!(hub("deny").check().counts(), (2, 0));
    assert_eq!(hub("warn").check().counts(), (1, 1));
    assert_eq!(hub("allow").check().counts(), (1, 0));
}

#[test]
fn left_overs_of_programs_are_not_published() {
    let site = Disk::new("//- content/pages/a/index.nl.md\n---\ntitle: A\n---\n");
    let quiet = [".DS_Store", ".gitkeep", ".#index.nl.md", "._plan.pdf", ".index.nl.md.swp", ".~lock.plan.docx#"];
    let told =
        ["~$agenda.docx", "agenda.docx~", "Thumbs.db", "plan.pdf.bak", "film.mp4.part", "#plan#", "a.crdownload"];
    for name in quiet.iter().chain(&told) {
        site.write(&format!("content/pages/a/{name}"), "x");
    }
    site.write("content/pages/a/.geheim", "x");
    site.write("content/pages/.geheim/a.nl.md", "x");
    let run = site.built();
    assert_eq!(run.stderr.matches("warning[stray-file]").count(), told.len(), "{}", run.stderr);
    assert_eq!(
        run.stderr.matches("warning[hidden-file]").count(),
        2,
        "one for the file, one for the folder: {}",
        run.stderr
    );
    assert!(!site.exists("public/files"));
}

#[test]
fn a_left_over_that_may_hold_a_text_is_an_error() {
    for name in ["over.nl.md~", "#over.nl.md#", "over.nl.md.orig", "over.nl.md.bak", "over.nl.md.tmp", "~$over.nl.md"] {
        let site = Disk::new("");
        site.write(&format!("content/pages/{name}"), "---\ntitle: Over\n---\n");
        let run = site.run(&["build"]);
        assert!(run.code == 1 && run.stderr.contains("error[text-misnamed]"), "{name}: {}", run.stderr);
        assert!(run.stderr.contains("rename it to `over.nl.md`"), "{name}: {}", run.stderr);
    }
}

#[test]
fn well_known_files_are_published_and_no_other_name_with_a_dot() {
    let site = Disk::new("");
    site.write("static/.well-known/change-password", "x");
    site.write("static/.well-known/deep/er.txt", "x");
    site.write("static/.well-known/.env", "x");
    site.write("static/deep/.well-known/a.txt", "x");
    site.write("content/.well-known/a.csv", "x");
    site.write("themes/mini/static/.well-known/a.txt", "x");
    let run = site.built();
    assert_eq!(site.read("public/.well-known/change-password"), "x");
    assert_eq!(site.read("public/.well-known/deep/er.txt"), "x");
    assert_eq!(run.stderr.matches("warning[hidden-file]").count(), 4, "{}", run.stderr);
    for gone in [".well-known/.env", "deep/.well-known", ".well-known/a.txt", "files"] {
        assert!(!site.exists(&format!("public/{gone}")), "{gone}");
    }
}

#[test]
fn the_level_of_left_overs_holds_for_every_command() {
    let site = Disk::new("");
    site.write("content/agenda.docx~", "x");
    site.edit("samen.yaml", "theme: mini", "theme: mini\nchecks: {stray-file: allow}");
    for command in ["build", "check", "list"] {
        let run = site.run(&[command]);
        assert!(run.code == 0 && !run.stderr.contains("stray-file"), "{command}: {}", run.stderr);
    }
}

#[test]
fn coordinates_are_degrees() {
    check_diagnostics(
        "//- data/places.yaml
label: Plaatsen
terms:
  a: {label: A, at: [91, 0]}
                    ^ //~ error[schema-invalid]: `at` is latitude and longitude in degrees
  b: {label: B, at: [x, y]}
                    ^ //~ error[schema-invalid]: `at` is latitude and longitude in degrees
  c: {label: C, at: [52.1, 5.1]}
  d: {label: D}
  ^ //~ warning[place-unplaced]: `d` has no coordinates
",
    );
}

#[test]
fn a_string_file_that_cannot_be_read_is_told() {
    let found = hub("").with("data/strings/nl.ftl", "not-found = { $x\nother = goed\n").check();
    assert!(found.items().iter().any(|d| d.code == "string-invalid" && d.at.is_some()), "{found:?}");
}

fn many_mistakes() -> Disk {
    let site = Disk::new("");
    let mut text = "---\ntitle: A\n---\n".to_owned();
    for n in 0..9_000 {
        text.push_str(&format!("[x](nergens-{n}.md)\n\n"));
    }
    site.write("content/pages/a.nl.md", text);
    for n in 0..1_000 {
        site.write(&format!("content/pages/b{n}.nl.md"), "---\ntitle: B\nonbekend: 1\n---\n");
    }
    site
}

#[test]
fn the_text_of_a_file_is_asked_for_once_however_many_mistakes_it_has() {
    let span = Span { file: Arc::from("a.md"), range: (0..1).into() };
    let items = vec![Diagnostic::error(Code::BrokenLink, "weg").at(span); 10_000];
    let asked = Cell::new(0);
    let text = |_: &str| {
        asked.set(asked.get() + 1);
        Some(Arc::from("x\n".repeat(10_000)))
    };
    assert!(
        diagnostic::human(&items, &text, Style { color: false, width: 80 }, &diagnostic::Catalog::english())
            .contains("9980 more in a.md")
    );
    assert_eq!(diagnostic::json(&items, &text)["errors"], 10_000);
    assert_eq!(diagnostic::github(&items, &text, &diagnostic::Catalog::english()).lines().count(), 10_000);
    assert_eq!(asked.get(), 3, "once for each form");
}

#[test]
fn ten_thousand_mistakes_are_told_briefly() {
    let site = many_mistakes();
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.len() < 100_000, "{} bytes", run.stderr.len());
    assert!(
        run.stderr.contains("10000 errors") && run.stderr.contains("8980 more in content/pages/a.nl.md"),
        "{}",
        &run.stderr[run.stderr.len() - 500..]
    );
}

#[test]
fn machines_are_told_every_one_of_ten_thousand_mistakes() {
    let site = many_mistakes();
    let run = site.run(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["errors"], 10_000);
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 10_000);
}

#[test]
fn messages_cannot_mislead_a_terminal() {
    let site = Disk::new("");
    site.write("content/pages/a.nl.md", "---\ntitle: A\n\"\\e[31mrood\\u202E\": x\n---\n[\u{1b}[2J](nergens.md)\n");
    for format in ["human", "github"] {
        let run = site.run(&["check", "--format", format]);
        assert!(!run.stderr.contains('\u{1b}') && !run.stderr.contains('\u{202E}'), "{format}: {:?}", run.stderr);
        assert!(!run.stdout.contains('\u{1b}') && !run.stdout.contains('\u{202E}'), "{format}: {:?}", run.stdout);
    }
}

#[test]
fn a_message_for_github_stays_on_its_line() {
    let site = Disk::new("//- content/pages/a.nl.md\n---\ntitle: A\n\"x\\n::error::y\": 1\n---\n");
    let run = site.run(&["check", "--format", "github"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(
        run.stdout.starts_with("::error file=content/pages/a.nl.md,line=3,col=1,title=unknown-field::"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_file_where_a_folder_should_be_is_no_disaster() {
    let site = Disk::new("");
    for folder in ["data/terms", "static", "templates", "assets"] {
        let _ = fs::remove_dir_all(site.path(folder));
        site.write(folder, "a file");
    }
    assert!(matches!(site.run(&["build"]).code, 0 | 1));
}

#[test]
fn a_key_that_is_not_known_is_answered_with_each_known_one_once() {
    let found = hub("//- content/pages/a.nl.md\n---\ntitle: A\n---\nTekst.\n")
        .edit("samen.yaml", "name:", "foo: 1\nname:")
        .check();
    let help = found.items().iter().find_map(|item| item.help.as_ref().map(ToString::to_string)).expect("a help");
    let mut keys: Vec<&str> = help.split('`').skip(1).step_by(2).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert!(all > 10 && keys.len() == all, "{help}");
}
