//! `samen import`: small sites of other generators, and what becomes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use samen::diagnostic::Diagnostics;
use samen::import::{Generator, ImportRules, ImportTarget, ImportTree, Imported, Mapping};
use samen::lang::Lang;
use samen::pipeline::{self, Loaded};
use samen::source::Sources;

use crate::disk::{Disk, Run};
use crate::fixture::{SETTINGS, TODAY, bare, hub};

/// A type with a day and topics beside that of pages.
const TYPES: &str = "
//- data/types/report.yaml
folder: reports
path: {nl: verslagen, en: reports}
label: Report
plural: Reports
date: date
fields:
  date: {kind: date}
  topics: {kind: list, of: {kind: term, taxonomy: topics}, label: Topics}
//- data/terms/topics.yaml
label: Topics
terms:
  care: {label: Care}
  law: {label: Law}
";

fn site() -> Disk {
    Disk::new(&format!("{SETTINGS}{TYPES}"))
}

/// Writes a tree in the form of a fixture into a folder beside the site.
fn tree(disk: &Disk, files: &str) -> PathBuf {
    let root = disk.around().join("old");
    for (path, bytes) in bare(files).files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

fn import(disk: &Disk, generator: &str, args: &[&str]) -> Run {
    disk.run(&[&["import", generator, "../old", "--clock", TODAY], args].concat())
}

#[track_caller]
fn imported(disk: &Disk, generator: &str, args: &[&str]) -> Run {
    let run = import(disk, generator, args);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    run
}

/// A drawing.
const DRAWING: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>"#;

const HUGO: &str = r#"
//- hugo.toml
baseURL = "https://old.example/"
defaultContentLanguage = "en"
[languages.en]
[languages.nl]
[languages.fr]
[permalinks]
news = "/:year/:slug/"
//- content/_index.md
---
title: Welcome back
---
Hello.
//- content/about.md
+++
title = "About us"
weight = 3
tags = ["care"]
aliases = ["/who/", "old-about"]
+++
# About us

## Don't panic

See [the news]({{< ref "news/first" >}}), [there](/2024/first-day/#dont) and [nowhere](gone.md).
The [old site](https://old.example/about/) and [another](https://other.example/).

{{< youtube abc123 >}}

{{% notice warning "Mind this" %}}
Not **now**.
{{% /notice %}}

```go
// {{< ref "x" >}} stays [a](gone.md)
```
//- content/about.nl.md
+++
title = "Over ons"
weight = 3
+++
Zie [het nieuws](../news/first.md).
//- content/about.fr.md
---
title: Qui sommes-nous
---
//- content/news/_index.md
---
title: News
---
//- content/news/first.md
---
title: First day
slug: first-day
date: 2024-05-01T10:00:00Z
---
## Don't

![A dot](/img/dot.svg)

![](dot2.png)
//- content/news/later.md
---
title: Later
publishDate: 2030-01-01
---
//- content/news/secret.md
---
title: Secret
password: x
---
"#;

#[test]
fn a_site_of_hugo_comes_with_its_languages_links_and_addresses() {
    let disk = site();
    let old = tree(&disk, HUGO);
    fs::create_dir_all(old.join("static/img")).unwrap();
    fs::write(old.join("static/img/dot.svg"), DRAWING).unwrap();
    let run = imported(&disk, "hugo", &["--publish"]);
    let about = disk.read("content/pages/about.en.md");
    let front = "---\ntitle: About us\nweight: 3\naliases: [\"/about/\", \"/who/\", \"/old-about/\"]\n---\n";
    let body = "## Don't panic {#dont-panic}\n\nSee [the news](@/pages/news/first), [there](@/pages/news/first#dont) and nowhere.\nThe [old site](@/pages/about) and [another](https://other.example/).\n\n`{{< youtube abc123 >}}`\n\n::: callout kind=warning title=\"Mind this\"\nNot **now**.\n:::\n\n```go\n// {{< ref \"x\" >}} stays [a](gone.md)\n```\n";
    assert_eq!(about, format!("{front}{body}"), "{}", run.stdout);
    // What all languages share stands in the source, which was the default language there.
    // It goes on to stand at its old address, `/nl/about/`.
    let dutch = disk.read("content/pages/about.nl.md");
    assert_eq!(dutch, "---\ntitle: Over ons\ntranslation: {source: en}\n---\nZie [het nieuws](@/pages/news/first).\n");
    // The first page has a place of its own, and a picture makes a folder.
    assert!(disk.read("content/pages/home.en.md").contains("Hello."));
    assert!(disk.read("content/pages/news/_index.en.md").starts_with("---\ntitle: News\n"));
    let news = disk.read("content/pages/news/first/index.en.md");
    assert!(
        news.starts_with("---\ntitle: First day\nslug: first-day\naliases: [\"/2024/first-day/\"]\n---\n"),
        "{news}"
    );
    assert!(news.ends_with("\n![A dot](dot.svg)\n"), "{news:?}");
    assert_eq!(disk.read("content/pages/news/first/dot.svg"), DRAWING);
    // What was not public is not.
    assert!(disk.read("content/pages/news/later.en.md").contains("\npublish: 2030-01-01\n"));
    assert!(disk.read("content/pages/news/secret.en.md").contains("\ndraft: true\n"));
    for told in [
        "1 × texts in `fr` were left out",
        "`gone.md` (`content/about.md:11`)",
        "`{{< youtube abc123 >}}` (`content/about.md:14`)",
        "`dot2.png`: there is no such file",
        "a draft, because `password` says so",
    ] {
        assert!(run.stdout.contains(told.trim_start_matches("1 × ")), "{told}\n{}", run.stdout);
    }
    let check = disk.run(&["check", "--clock", TODAY]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
    disk.built();
    assert!(disk.read("public/who/index.html").contains("/en/about/"));
}

#[test]
fn nothing_is_written_over_and_all_is_a_draft_unless_somebody_says_otherwise() {
    let disk = site();
    tree(&disk, "//- a.md\n# A\n\nText with [b](b.md).\n//- b.md\nJust words.\n//- c.nl.md\n---\ntitle: Cee\n---\n");
    let dry = imported(&disk, "folder", &["--dry-run"]);
    assert!(dry.stderr.contains("nothing was written") && !disk.exists("content/pages/a.nl.md"), "{}", dry.stderr);
    let run = imported(&disk, "folder", &[]);
    assert_eq!(run.stdout, dry.stdout, "the same report each time");
    assert_eq!(disk.read("content/pages/a.nl.md"), "---\ntitle: A\ndraft: true\n---\nText with [b](@/pages/b).\n");
    assert_eq!(disk.read("content/pages/b.nl.md"), "---\ntitle: B\ndraft: true\n---\nJust words.\n");
    let again = import(&disk, "folder", &[]);
    assert_eq!(again.code, 1, "{}", again.stderr);
    assert!(again.stderr.contains("`content/pages/a` and 2 more is there already"), "{}", again.stderr);
    let beside = imported(&disk, "folder", &["--into", "page/old"]);
    assert!(disk.exists("content/pages/old/a.nl.md") && disk.exists("import-report-2.md"), "{}", beside.stdout);
}

#[test]
fn a_mapping_says_what_becomes_of_folders_keys_and_words() {
    let disk = site();
    tree(
        &disk,
        "
//- posts/one.md
---
title: One
date: 2024-05-01
tags: [Care, Justice, noise]
author: somebody
layout: wide
---
//- other/two.md
---
title: Two
layout: wide
---
",
    );
    let map = disk.around().join("map.yaml");
    let terms = "terms: {topics: {Justice: law, noise: drop}}\n";
    fs::write(&map, format!("folders: {{posts: report}}\nfields: {{tags: topics, author: drop}}\n{terms}")).unwrap();
    let run = imported(&disk, "folder", &["--map", "../map.yaml", "--publish"]);
    let one = "---\ntitle: One\ndate: 2024-05-01\ntopics: [\"care\", \"law\"]\n---\n";
    assert_eq!(
        disk.read("content/reports/one.nl.md").replace("[care, law]", "[\"care\", \"law\"]"),
        one,
        "{}",
        run.stdout
    );
    // One line for a key, however often it stands there.
    assert!(run.stdout.contains("- 2 × `layout` (`other/two.md:3`"), "{}", run.stdout);
    fs::write(&map, "folders: {posts: reports, other: nothing}\nfolder: x\n").unwrap();
    let wrong = import(&disk, "folder", &["--map", "../map.yaml", "--into", "page/again"]);
    assert_eq!(wrong.code, 2, "{}", wrong.stderr);
    assert!(
        wrong.stderr.contains("no type `nothing`") && wrong.stderr.contains("no setting `folder`"),
        "{}",
        wrong.stderr
    );
}

const JEKYLL: &str = r#"
//- _config.yml
permalink: pretty
baseurl: /base
defaults: []
collections:
  guides: {output: true}
  notes: {output: false}
exclude: [vendor, "*.tmp.md"]
//- _posts/2024-05-01-first.md
---
title: First
categories: [news]
redirect_from: /old-first/
---
See [the second]({% post_url 2024-06-01-second %}), [the guide]({% link _guides/start.md %}),
[about]({{ site.baseurl }}/about/) and [me]({{ '/base/about/' | relative_url }}).
{: .lead}

{% highlight ruby %}
puts [x](y)
{% endhighlight %}

{% include box.html %}
//- _posts/2024-06-01-second.md
---
title: Second
published: false
---
//- _drafts/third.md
---
title: Third
---
//- _guides/start.md
---
title: Start
---
//- _notes/inside.md
---
title: Inside
---
//- vendor/x.md
---
title: X
---
//- about.md
---
title: About
---
<img src="/base/dot.svg" alt="A dot"> <b>bold</b> and <span>plain</span>.
//- dot.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>
"#;

#[test]
fn a_site_of_jekyll_comes_with_its_posts_and_collections() {
    let disk = site();
    tree(&disk, JEKYLL);
    let run = imported(&disk, "jekyll", &["--publish"]);
    let first = disk.read("content/pages/posts/first.nl.md");
    assert!(first.contains("aliases: [\"/news/2024/05/01/first/\", \"/old-first/\"]"), "{first}");
    assert!(first.contains("[the second](@/pages/posts/second), [the guide](@/pages/guides/start),\n[about](@/pages/about) and [me](@/pages/about).\n"), "{first}");
    assert!(first.contains("```ruby\nputs [x](y)\n```\n") && first.contains("`{% include box.html %}`"), "{first}");
    let about = disk.read("content/pages/about/index.nl.md");
    assert!(about.ends_with("![A dot](dot.svg) **bold** and plain.\n"), "{about}");
    for hidden in ["posts/second", "posts/third", "notes/inside"] {
        let text = disk.read(&format!("content/pages/{hidden}.nl.md"));
        assert!(text.contains("\ndraft: true\n"), "{hidden}: {text}");
    }
    assert!(!first.contains("draft") && !disk.exists("content/pages/vendor/x.nl.md"));
    assert!(run.stdout.contains("the settings leave it out (`exclude`) (`vendor/x.md:1`)"), "{}", run.stdout);
}

const DOCUSAURUS: &str = r#"
//- docusaurus.config.js
export default { url: 'https://old.example', baseUrl: '/', i18n: { defaultLocale: 'en', locales: ['en', 'nl'] } };
//- docs/01-intro.mdx
---
id: intro
title: Intro
sidebar_position: 1
---
import Tabs from '@theme/Tabs';

:::danger[Take care]
Read [the rest](./guide/02-more.md#a-b).
:::

<Tabs groupId="x">words</Tabs>
//- docs/guide/02-more.md
# More

## A & b

Back to [intro](/docs/intro). ![](@site/static/img/dot.svg "decorative")
//- docs/guide/_part.md
Part.
//- i18n/nl/docusaurus-plugin-content-docs/current/01-intro.mdx
---
title: Inleiding
---
Lees [de rest](./guide/02-more.md).
//- blog/2024-05-01-hello.md
---
title: Hello
unlisted: true
---
//- static/img/dot.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>
"#;

#[test]
fn a_site_of_docusaurus_comes_without_its_programs() {
    let disk = site();
    tree(&disk, DOCUSAURUS);
    let run = imported(&disk, "docusaurus", &["--publish"]);
    let intro = disk.read("content/pages/docs/intro.en.md");
    assert_eq!(
        intro,
        "---\ntitle: Intro\nweight: 1\naliases: [\"/docs/intro/\"]\n---\n::: callout kind=caution title=\"Take care\"\nRead [the rest](@/pages/docs/guide/more#a-b).\n:::\n\n`<Tabs groupId=\"x\">`words`</Tabs>`\n",
        "{}",
        run.stdout
    );
    let dutch = disk.read("content/pages/docs/intro.nl.md");
    assert!(dutch.contains("translation: {source: en}\n---\nLees [de rest](@/pages/docs/guide/more).\n"), "{dutch}");
    let more = disk.read("content/pages/docs/guide/more/index.en.md");
    assert!(more.contains("## A & b {#a--b}") && more.contains("Back to [intro](@/pages/docs/intro)."), "{more}");
    assert!(
        disk.read("content/pages/blog/hello.en.md").contains("aliases: [\"/blog/2024/05/01/hello/\"]\nnoindex: true\n")
    );
    assert!(run.stdout.contains("its name starts with `_`"), "{}", run.stdout);
}

const MKDOCS: &str = r#"
//- mkdocs.yml
site_name: Old
site_url: https://old.example/manual/
use_directory_urls: false
plugins:
  - search
  - i18n:
      languages:
        - {locale: en, default: true}
        - {locale: nl}
markdown_extensions:
  - x: {emoji: !!python/name:materialx.emoji.twemoji }
//- docs/index.md
# Home
//- docs/setup.md
# Setup

!!! note "Before"
    Read [this](sub/index.md).

    - a point

??? tip "More"
    Hidden.

=== "Unix"
    Words.

[TOC]

[a label][there] and [gone][away].

[there]: setup.md#x
[away]: missing.md
//- docs/setup.nl.md
# Opzet
//- docs/sub/index.md
# Sub
"#;

#[test]
fn a_site_of_mkdocs_comes_with_its_boxes_and_languages() {
    let disk = site();
    tree(&disk, MKDOCS);
    let run = imported(&disk, "mkdocs", &[]);
    let setup = disk.read("content/pages/setup.en.md");
    let body = "::: callout kind=note title=\"Before\"\nRead [this](@/pages/sub).\n\n- a point\n:::\n\n::: details title=\"More\"\nHidden.\n:::\n\n**Unix**\n\nWords.\n\n[a label][there] and gone.\n\n[there]: @/pages/setup#x\n";
    assert_eq!(
        setup,
        format!("---\ntitle: Setup\naliases: [\"/setup.html\"]\ndraft: true\n---\n{body}"),
        "{}",
        run.stdout
    );
    assert!(disk.read("content/pages/setup.nl.md").contains("title: Opzet\naliases: [\"/nl/setup.html\"]\n"));
    assert!(disk.exists("content/pages/sub/_index.en.md") && disk.exists("content/pages/home.en.md"));
}

#[test]
fn bad_input_is_told_and_nothing_is_written() {
    let disk = site();
    let refusal = |generator: &str, words: &str| {
        let run = import(&disk, generator, &[]);
        assert_eq!(run.code, 1, "{generator}: {}", run.stderr);
        assert!(
            run.stdout.is_empty() || run.stderr.contains(words) || run.stdout.contains(words),
            "{words}: {}{}",
            run.stdout,
            run.stderr
        );
        assert!(format!("{}{}", run.stdout, run.stderr).contains(words), "{words}: {}{}", run.stdout, run.stderr);
        assert!(!disk.exists("content/pages") && !disk.exists("import-report.md"));
    };
    refusal("folder", "there is no folder `../old`");
    let old = disk.around().join("old");
    fs::create_dir(&old).unwrap();
    refusal("hugo", "this folder is empty");
    tree(&disk, "//- _config.yml\ntitle: Old\n//- readme.txt\nx\n");
    refusal("hugo", "it looks like one of jekyll");
    refusal("folder", "no text in Markdown");
    tree(&disk, "//- a.md\n---\ntitle: A\nnever closed\n");
    refusal("folder", "the front matter is not closed");
    for dir in [".", "..", "content"] {
        let run = disk.run(&["import", "folder", dir]);
        assert_eq!(run.code, 1, "{dir}: {}", run.stderr);
        assert!(run.stderr.contains("this site"), "{dir}: {}", run.stderr);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_comes() {
    let disk = site();
    let old = tree(
        &disk,
        "
//- good.md
Good.
//- toml.md
+++
title = [
+++
//- Name A.md
One.
//- name-a.md
Two.
//- sub/page.html
<p>x</p>
",
    );
    fs::write(old.join("binary.md"), b"a\0b").unwrap();
    fs::write(old.join("latin.md"), b"line\n\xe9").unwrap();
    fs::write(old.join("huge.md"), vec![b'a'; 3 << 20]).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc", old.join("out")).unwrap();
        std::os::unix::fs::symlink("..", old.join("sub/loop")).unwrap();
    }
    let run = imported(&disk, "folder", &[]);
    for told in [
        "in TOML cannot be read",
        "`toml.md:3`",
        "this is no text, whatever its name says (`binary.md:1`)",
        "not UTF-8: save it again with that encoding (`latin.md:2`)",
        "more than 2 MB",
        "two texts would be `pages/name-a`; this one is `pages/name-a-2` (`name-a.md:1`)",
        "this text is not Markdown",
    ] {
        assert!(run.stdout.contains(told), "{told}\n{}", run.stdout);
    }
    #[cfg(unix)]
    assert!(run.stdout.contains("2 × this is a link, which is not followed"), "{}", run.stdout);
    assert!(disk.read("content/pages/good.nl.md").ends_with("Good.\n"));
    let report = disk.run(&["import", "folder", "../old", "--into", "page/x", "--dry-run", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(json["findings"]["renamed"]["items"][0]["source"], "name-a.md");
    assert_eq!(json["written"], false);
}

/// The blocks of code behind a line of the guide that names a file.
fn example(guide: &str, name: &str) -> String {
    let (_, rest) = guide.split_once(name).unwrap_or_else(|| panic!("the guide shows no `{name}`"));
    let (_, rest) = rest.split_once("\n```").unwrap();
    let (_, code) = rest.split_once('\n').unwrap();
    code.split_once("\n```").unwrap().0.to_owned() + "\n"
}

#[test]
fn the_worked_example_of_the_guide_is_true() {
    let guide = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/import.md")).unwrap();
    let disk = site();
    let old = disk.around().join("old");
    fs::create_dir_all(old.join("content/posts")).unwrap();
    for file in ["hugo.toml", "content/posts/opening.md"] {
        fs::write(old.join(file), example(&guide, &format!("`../old/{file}`:"))).unwrap();
    }
    disk.write("import.yaml", example(&guide, "\n`import.yaml`:"));
    let run = imported(&disk, "hugo", &["--map", "import.yaml"]);
    let made = "content/pages/news/opening.en.md";
    assert_eq!(disk.read(made), example(&guide, &format!("`{made}`:")), "{}", run.stdout);
    for told in ["`/about/`", "`{{< youtube abc >}}`", "`tags`"] {
        assert!(run.stdout.contains(told), "{told}\n{}", run.stdout);
    }
}

/// A site in memory that texts come to.
fn loaded() -> Loaded {
    let hub = hub(&format!("{SETTINGS}{TYPES}"));
    let sources = Sources::memory(hub.files.clone());
    let (loaded, _) = pipeline::load(&sources, &hub.request).finish(Diagnostics::default());
    loaded.unwrap()
}

/// Imports files in memory; none where nothing of them can be taken.
fn taken(loaded: &Loaded, generator: Generator, files: &BTreeMap<String, Vec<u8>>) -> Option<Imported> {
    let site = &loaded.rendering.site;
    let read = |path: &str, _: u64| files.get(path).cloned();
    let sizes = files.iter().map(|(path, bytes)| (path.clone(), bytes.len() as u64)).collect();
    let tree = ImportTree { files: sizes, passed: Vec::new(), read: &read };
    let languages: BTreeSet<Lang> = site.config.tags().into_iter().collect();
    let rules = ImportRules {
        generator,
        config: &site.config,
        types: &site.types,
        data: &site.data,
        into: ImportTarget::parse("page", &site.types).unwrap(),
        mapping: &Mapping::default(),
        languages: &languages,
        publish: true,
        clock: TODAY.parse().unwrap(),
        exists: &|_| false,
        component: &|_| true,
    };
    samen::import::import(&tree, &rules).ok()
}

const GENERATORS: [Generator; 5] =
    [Generator::Hugo, Generator::Jekyll, Generator::Docusaurus, Generator::Mkdocs, Generator::Folder];

/// Pieces of texts that mean something to one generator or another, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n",
        "+++\n",
        "{\n",
        "}\n",
        "title: A\n",
        "title = \"A\"\n",
        "draft: true\n",
        "cascade: {draft: true}\n",
        "date: 2024-01-01\n",
        "\n",
        "\n\n",
        "    ",
        "# A\n",
        "## A {#a}\n",
        "A\n===\n",
        "word ",
        "[a](b.md)",
        "![a](b.png)",
        "[a]: b\n",
        "[a][b]",
        "](",
        "[",
        "]",
        "`",
        "```\n",
        "~~~\n",
        "{{< ref \"a\" >}}",
        "{{% notice %}}\n",
        "{{% /notice %}}\n",
        "{% raw %}",
        "{% link a.md %}",
        "{{ x }}",
        "{{<",
        "{%",
        "{: .a}",
        "!!! note \"A\"\n",
        "=== \"A\"\n",
        ":::note[A]\n",
        ":::\n",
        "<b>",
        "</b>",
        "<a href=\"b\">",
        "</a>",
        "<img src=x>",
        "<table>",
        "</table>",
        "<tr><td>a",
        "<Tabs x={a}>",
        "<details>\n",
        "<summary>a</summary>",
        "</details>\n",
        "<!--",
        "-->",
        "<script>",
        "<br>",
        "> [!INFO] A\n",
        "> a\n",
        "- a\n",
        "1. a\n",
        "| a | b |\n",
        "|--|--|\n",
        "\\",
        "é",
        "\u{202E}",
        "import A from 'b'\n",
        "export a =\n",
        "[[a|b]]",
        "<",
        ">",
        "*",
        "&",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_text_ends_an_import_and_none_is_lost(texts in prop::collection::vec(pieces(), 1..5), which in 0..5_usize) {
        thread_local! { static SITE: Loaded = loaded(); }
        let names = ["content/a.md", "docs/a.md", "_posts/2024-01-01-a.md", "b.nl.md", "content/B.md"];
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (name, text) in names.iter().zip(&texts) {
            files.insert((*name).to_owned(), text.clone().into_bytes());
        }
        let Some(made) = SITE.with(|site| taken(site, GENERATORS[which], &files)) else { return Ok(()) };
        let again = SITE.with(|site| taken(site, GENERATORS[which], &files)).unwrap();
        prop_assert_eq!(&made.files, &again.files);
        prop_assert_eq!(&made.findings, &again.findings);
        if GENERATORS[which] == Generator::Folder {
            for path in files.keys() {
                let is_made = made.files.iter().any(|file| file.source == *path);
                let is_told = made.findings.iter().any(|finding| finding.source == *path);
                prop_assert!(is_made || is_told, "{} is lost", path);
            }
        }
        // What says that it is a draft never comes as a page.
        for file in made.files.iter().filter(|file| file.is_text()) {
            let text = String::from_utf8(files[&file.source].clone()).unwrap();
            if text.starts_with("---\ntitle: A\ndraft: true\n---\n") {
                prop_assert!(String::from_utf8(file.bytes()).unwrap().contains("\ndraft: true\n"));
            }
        }
    }
}

#[test]
fn what_was_kept_from_readers_is_a_draft_whatever_word_was_used_for_it() {
    let site = loaded();
    for line in [
        "Draft: true",
        "draft: perhaps",
        "published: false",
        "private: yes",
        "password: x",
        "access: [members]",
        "visibility: internal",
        "status: private",
        "build: {render: never}",
        "params: {private: true}",
        "cascade: {draft: true}",
        "publishdate: soon",
    ] {
        let text = format!("---\ntitle: A\n{line}\n---\nWords.\n");
        let files = BTreeMap::from([("content/a/_index.md".to_owned(), text.into_bytes())]);
        let made = taken(&site, Generator::Hugo, &files).unwrap();
        let text = String::from_utf8(made.files[0].bytes()).unwrap();
        assert!(text.contains("\ndraft: true\n") && made.public == 0, "{line}\n{text}");
    }
    for line in ["draft: false", "published: true", "private: no", "access: public", "status: published"] {
        let text = format!("---\ntitle: A\n{line}\n---\nWords.\n");
        let files = BTreeMap::from([("content/a.md".to_owned(), text.into_bytes())]);
        let made = taken(&site, Generator::Hugo, &files).unwrap();
        assert!(!String::from_utf8(made.files[0].bytes()).unwrap().contains("draft"), "{line}");
    }
}

#[test]
fn texts_of_signs_that_are_never_closed_are_read_in_time() {
    let site = loaded();
    let started = std::time::Instant::now();
    for sign in [
        "`",
        "[",
        "[](",
        "](<",
        "<",
        "<!--",
        "<a ",
        "<table>",
        "{{",
        "{:",
        ":::note\n",
        "{{< note >}}\n",
        "<details>\n",
        "# a\n",
        "[[",
        "*",
        "{{x}} ",
    ] {
        let files = BTreeMap::from([("content/a.md".to_owned(), sign.repeat(30_000 / sign.len()).into_bytes())]);
        assert!(taken(&site, Generator::Hugo, &files).is_some(), "{sign}");
    }
    let taken = started.elapsed();
    assert!(taken < std::time::Duration::from_secs(40), "{taken:?}");
}
