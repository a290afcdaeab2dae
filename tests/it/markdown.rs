//! The text of a page: every extension of Markdown, links, raw HTML, components, and what is counted.

use crate::fixture::{body, check_body, check_diagnostics, hub};

const LINKED: &str = "//- content/pages/b.nl.md
---
title: B
---
## Kop
//- content/pages/b.en.md
---
title: B
slug: bee
translation: {source: nl}
---
## Heading {#kop}
//- content/pages/c/index.nl.md
---
title: C
---
//- content/pages/c/plan.pdf
%PDF-1.7
//- content/pages/c/photo.svg
<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>
";

/// The text of `pages/a` beside some pages that it may link to.
fn with_links(markdown: &str) -> crate::fixture::Hub {
    hub(&format!("{LINKED}//- content/pages/a.nl.md\n---\ntitle: A\n---\n{markdown}"))
}

#[test]
fn paragraphs_emphasis_and_breaks() {
    assert_eq!(
        body("Een *twee* **drie** `vier`\\\nvijf\nzes"),
        "<p>Een <em>twee</em> <strong>drie</strong> <code>vier</code><br>\nvijf\nzes</p>"
    );
    assert_eq!(body("> Een\n\n***"), "<blockquote>\n<p>Een</p>\n</blockquote>\n<hr>");
}

#[test]
fn lists_tight_loose_and_numbered() {
    assert_eq!(body("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    assert_eq!(body("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    assert_eq!(body("1. a\n\n2. b"), "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>");
}

#[test]
fn text_is_escaped() {
    assert_eq!(body("1 < 2 & \"drie\" \\<script>"), "<p>1 &lt; 2 &amp; &quot;drie&quot; &lt;script&gt;</p>");
    assert_eq!(body("`<script>`"), "<p><code>&lt;script&gt;</code></p>");
}

#[test]
fn tables_align_by_class_and_have_scope() {
    let html = body("| l | m | r | - |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |");
    assert_eq!(
        html,
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel\"><table>
<thead>
<tr><th scope=\"col\" class=\"align-start\">l</th><th scope=\"col\" class=\"align-center\">m</th><th scope=\"col\" class=\"align-end\">r</th><th scope=\"col\">-</th></tr>
</thead>
<tbody>
<tr><td class=\"align-start\">1</td><td class=\"align-center\">2</td><td class=\"align-end\">3</td><td>4</td></tr>
</tbody>
</table></div>"
    );
}

#[test]
fn footnotes_lead_there_and_back_from_every_place() {
    let html = body("Een[^b] twee[^a] drie[^b].\n\n[^a]: Noot *a*.\n\n[^b]: Noot b.");
    assert_eq!(
        html,
        "<p>Een<sup class=\"footnote-ref\"><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup> twee<sup class=\"footnote-ref\"><a id=\"fnref-2\" href=\"#fn-2\" role=\"doc-noteref\">2</a></sup> drie<sup class=\"footnote-ref\"><a id=\"fnref-1-2\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>.</p>
<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Noten\">
<ol>
<li id=\"fn-1\"><p>Noot b.</p>
<p class=\"footnote-back\"><a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst\">↩</a> <a href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst\">↩</a> </p></li>
<li id=\"fn-2\"><p>Noot <em>a</em>.</p>
<p class=\"footnote-back\"><a href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"Terug naar de tekst\">↩</a> </p></li>
</ol>
</section>
"
        .trim_end()
    );
}

#[test]
fn footnotes_without_a_note_or_a_mark_are_told() {
    check_body(
        "Een[^a].
   ^^^^ //~ error[footnote-unknown]: there is no footnote `[^a]`

[^b]: Noot.
^ //~ warning[footnote-unknown]: nothing refers to the footnote `[^b]`
",
    );
}

#[test]
fn alerts_are_callouts_of_the_theme() {
    for (word, kind) in
        [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "important"), ("WARNING", "warning"), ("CAUTION", "caution")]
    {
        let html = body(&format!("> [!{word}]\n> Let *op*."));
        assert_eq!(
            html,
            format!("<div class=\"callout callout-{kind}\" role=\"note\">\n<p>Let <em>op</em>.</p>\n\n</div>"),
            "{word}"
        );
    }
}

#[test]
fn definition_lists() {
    let html = |text: &str| body(text).replace('\n', "");
    assert_eq!(
        html("METS\n: Een *project*\n: Een naam"),
        "<dl><dt>METS</dt><dd>Een <em>project</em></dd><dd>Een naam</dd></dl>"
    );
    assert_eq!(html("METS\n\n: Een *project*"), "<dl><dt>METS</dt><dd><p>Een <em>project</em></p></dd></dl>");
}

#[test]
fn headings_have_ids_that_keep_letters_of_every_script() {
    assert_eq!(body("## Wat is *dit*?"), "<h2 id=\"wat-is-dit\">Wat is <em>dit</em>?</h2>");
    assert_eq!(body("## مرحبا بالعالم"), "<h2 id=\"مرحبا-بالعالم\">مرحبا بالعالم</h2>");
    assert_eq!(body("## ኣብ 2023"), "<h2 id=\"ኣብ-2023\">ኣብ 2023</h2>");
    assert_eq!(body("## Één café"), "<h2 id=\"één-café\">Één café</h2>");
    assert_eq!(body("## ?!"), "<h2 id=\"section\">?!</h2>");
}

fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn ids_are_unique_and_those_that_authors_chose_come_first() {
    let html = body("## Kop\n\n## Kop\n\n## Kop {#kop-2}\n\n### Kop");
    assert_eq!(ids(&html), ["kop", "kop-3", "kop-2", "kop-4"]);
}

#[test]
fn ids_of_headings_differ_from_those_of_notes_and_of_the_theme() {
    let html = body("## fn-1\n\n## fnref 1\n\n## Page main\n\nEen[^a].\n\n[^a]: Noot.");
    let all = ids(&html);
    let unique: std::collections::BTreeSet<&&str> = all.iter().collect();
    assert_eq!(unique.len(), all.len(), "{all:?}");
    assert!(!all.contains(&"page-main"), "{all:?}");
}

#[test]
fn an_id_that_an_author_chose_cannot_be_one_of_the_engine() {
    for id in ["fn-1", "fnref-1", "page-main"] {
        let hub = with_links(&format!("## Kop {{#{id}}}\n\nEen[^a].\n\n[^a]: Noot.\n"));
        assert!(!hub.codes().is_empty(), "two elements have the id `{id}`");
    }
}

#[test]
fn headings_can_have_an_id_and_classes() {
    assert_eq!(body("## Kop {#mijn .een .twee}"), "<h2 id=\"mijn\" class=\"een twee\">Kop</h2>");
}

#[test]
fn an_id_stands_once() {
    check_body(
        "## Een {#x}
^^^^^^^^^^^ //~ also: the other one

## Twee {#x}
^ //~ error[outcome-duplicate]: the id `x` stands twice on this page
",
    );
}

#[test]
fn a_first_level_heading_in_a_text_is_told() {
    check_body("# Kop\n^ //~ warning[body-heading]: a text starts its headings at the second level\n");
}

#[test]
fn task_lists_say_their_state_in_words() {
    assert_eq!(
        body("- [ ] doen\n- [x] klaar"),
        "<ul>\n<li><span class=\"task\" role=\"img\" aria-label=\"open\">☐</span> doen</li>\n<li><span class=\"task\" role=\"img\" aria-label=\"gedaan\">☑</span> klaar</li>\n</ul>"
    );
}

#[test]
fn strikethrough() {
    assert_eq!(body("~~weg~~"), "<p><del>weg</del></p>");
}

#[test]
fn code_runs_from_left_to_right() {
    assert_eq!(
        body("```yaml\na: <b>\n```"),
        "<pre dir=\"ltr\"><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>"
    );
    assert_eq!(body("    vier"), "<pre dir=\"ltr\"><code>vier</code></pre>");
}

#[test]
fn comments_never_reach_the_page() {
    for text in [
        "Een<!-- geheim --> twee",
        "Een <!-- geheim\nover regels --> twee",
        "Een\n\n<!-- geheim -->\n\ntwee",
        "Een\n\n<!--\ngeheim\n\nook *na* een witregel\n::: geheim\n-->\n\ntwee",
        "- Een\n  <!-- geheim -->\n- twee",
        "> Een\n> <!-- geheim -->\n> twee",
        "| Een | <!-- geheim --> |\n|---|---|\n| twee | |",
        "## Een <!-- geheim -->\n\ntwee",
        "Een[^a] twee\n\n[^a]: Noot <!-- geheim -->.",
        "::: callout title=\"Een\"\n<!-- geheim -->\ntwee\n:::",
        "Een twee\n<!--> <!---> <!-- geheim -- geheim -->",
    ] {
        let page = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{text}")).page("nl/a/index.html");
        assert!(page.contains("Een") && page.contains("twee"), "{text}: {page}");
        assert!(!page.contains("geheim") && !page.contains("--"), "{text}: {page}");
    }
}

#[test]
fn a_comment_that_does_not_end_is_refused_and_not_shown() {
    for text in
        ["Een <!-- geheim", "Een <!-- geheim\n\nnog meer --> twee", "<!-- geheim", "- Een <!-- geheim\n- twee -->"]
    {
        let hub = hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{text}\n"));
        assert_eq!(hub.codes(), ["raw-html"], "{text}");
    }
}

#[test]
fn raw_html_is_refused() {
    check_body(
        "Een <b>woord</b>.
    ^^^ //~ error[raw-html]: raw HTML is not published: `<b>`

<script>alert(1)</script>
^^^^^^^^ //~ error[raw-html]: raw HTML is not published: `<script>`

<!DOCTYPE html>
^^^^^^^^^^^^^^^ //~ error[raw-html]: raw HTML is not published: a declaration
",
    );
}

fn allowing(tags: &str, text: &str) -> crate::fixture::Hub {
    hub(&format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{text}")).set("html.allow", tags)
}

#[test]
fn allowed_html_keeps_only_harmless_attributes() {
    let html = |tags: &str, text: &str| allowing(tags, text).body("nl/a/index.html");
    assert_eq!(
        html("[abbr]", "De <abbr title=\"Één &amp; twee\" onclick=\"x()\" class=\"c\" id=\"i\">E</abbr>."),
        "<p>De <abbr title=\"Één &amp; twee\">E</abbr>.</p>"
    );
    assert_eq!(
        html("[span]", "<span lang=\"ar\" dir=\"rtl\" style=\"color:red\">a</span>"),
        "<p><span lang=\"ar\" dir=\"rtl\">a</span></p>"
    );
    assert_eq!(html("[br]", "a<br>b"), "<p>a<br>b</p>");
    assert_eq!(html("[div]", "<div onclick=\"x()\">a</div>"), "<div>a</div>\n".trim_end());
    assert_eq!(html("[a]", "<a href=\"javascript:x()\">a</a>"), "<p><a rel=\"noreferrer\">a</a></p>");
    assert_eq!(html("[kbd]", "<kbd>*a*</kbd>"), "<p><kbd><em>a</em></kbd></p>");
}

#[test]
fn allowed_html_must_be_closed_where_it_is_opened() {
    for text in [
        "een <kbd>twee",
        "een twee</kbd>",
        "een <kbd>twee\n\ndrie</kbd>",
        "een *<kbd>twee* drie</kbd>",
        "een <kbd><abbr>x</kbd></abbr>",
        "- <kbd>a\n- b</kbd>",
    ] {
        let codes = allowing("[kbd, abbr]", text).codes();
        assert!(!codes.is_empty() && codes.iter().all(|code| *code == "raw-html"), "{text}: {codes:?}");
    }
}

#[test]
fn an_unclosed_tag_is_told_at_its_place() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl]
theme: mini
html: {allow: [kbd]}
//- content/_index.nl.md
---
title: Welkom
---
Een <kbd>twee.
    ^^^^^ //~ error[raw-html]: the tag `<kbd>` is not closed
",
    );
}

#[test]
fn a_tag_that_ends_in_another_element_than_it_starts_is_told() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl]
theme: mini
html: {allow: [kbd]}
//- content/_index.nl.md
---
title: Welkom
---
Een <kbd>*twee</kbd>*.
    ^^^^^ //~ error[raw-html]: the tag `<kbd>` is not closed
              ^^^^^^ //~ error[raw-html]: `</kbd>` closes a tag that is not open
",
    );
}

#[test]
fn some_tags_can_never_be_allowed() {
    check_diagnostics(
        "//- samen.yaml
name: Proef
base_url: https://hub.example
languages: [nl]
theme: mini
html: {allow: [abbr, script, marquee]}
                     ^^^^^^ //~ error[config-invalid]: the tag `script` cannot be allowed
                             ^^^^^^^ //~ error[config-invalid]: the tag `marquee` cannot be allowed
//- content/_index.nl.md
---
title: Welkom
---
",
    );
}

#[test]
fn dangerous_links_are_refused() {
    check_body(
        "[a](javascript:alert(1))
^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[link-unsafe]: links with `javascript:` are not allowed

[b](JaVaScRiPt:alert(1))
^ //~ error[link-unsafe]: links with `javascript:` are not allowed

[c](java&#10;script:x)
^ //~ error[link-unsafe]: links with `javascript:` are not allowed

[d](data:text/html,x)
^ //~ error[link-unsafe]: links with `data:` are not allowed

<vbscript:x>
^ //~ error[link-unsafe]: links with `vbscript:` are not allowed

[e]()
^^^^^ //~ error[broken-link]: this link leads nowhere
",
    );
}

#[test]
fn links_to_others_do_not_tell_where_the_reader_came_from() {
    assert_eq!(
        body("[a](https://a.example/?b=c&d \"Titel\")"),
        "<p><a href=\"https://a.example/?b=c&amp;d\" rel=\"noreferrer\" title=\"Titel\">a</a></p>"
    );
    assert_eq!(
        body("<https://a.example>"),
        "<p><a href=\"https://a.example\" rel=\"noreferrer\">https://a.example</a></p>"
    );
    assert_eq!(
        body("<info@a.example> [bel](tel:112)"),
        "<p><a href=\"mailto:info@a.example\">info@a.example</a> <a href=\"tel:112\">bel</a></p>"
    );
}

#[test]
fn images_come_from_this_site() {
    let hub = with_links("![Een foto](c/photo.svg \"Titel\")");
    assert_eq!(
        hub.body("nl/a/index.html"),
        "<p><img src=\"/files/pages/c/photo.svg\" width=\"40\" height=\"30\" alt=\"Een foto\" title=\"Titel\" decoding=\"async\"></p>"
    );
    check_body(
        "![a](https://a.example/x.jpg)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[link-unsafe]: an image of another site tells that site who reads this page

![a](//a.example/x.jpg)
^ //~ error[link-unsafe]: an image of another site

![a](x.jpg)
^ //~ error[broken-link]: there is no image `pages/x.jpg`
",
    );
}

#[test]
fn links_lead_to_the_language_of_the_reader_however_they_are_spelled() {
    for spelling in [
        "b.nl.md",
        "b.en.md",
        "b.md",
        "b",
        "./b.md",
        "../pages/b.nl.md",
        "@/pages/b",
        "@/pages/b.md",
        "@/pages/b.nl.md",
        "<b.md>",
    ] {
        let hub = with_links(&format!("[B]({spelling})\n"));
        assert_eq!(hub.body("nl/a/index.html"), "<p><a href=\"/nl/b/\">B</a></p>", "{spelling}");
        assert_eq!(hub.body("en/a/index.html"), "<p><a href=\"/en/bee/\">B</a></p>", "{spelling}");
        assert!(hub.codes().is_empty(), "{spelling}: {:?}", hub.codes());
    }
    for spelling in ["c", "c/", "c/index.md", "c/index.nl.md", "@/pages/c/index.nl.md"] {
        let hub = with_links(&format!("[C]({spelling})\n"));
        assert_eq!(hub.body("nl/a/index.html"), "<p><a href=\"/nl/c/\">C</a></p>", "{spelling}");
        assert_eq!(hub.body("en/a/index.html"), "<p><a href=\"/en/c/\" hreflang=\"nl\">C</a></p>", "{spelling}");
    }
    assert_eq!(with_links("[H](@/)").body("en/a/index.html"), "<p><a href=\"/en/\">H</a></p>");
}

#[test]
fn links_lead_to_sections() {
    let hub = hub("//- data/types/thing.yaml
folder: things
path: {nl: dingen, en: things}
//- content/things/a.nl.md
---
title: A
---
[1](@/things) [2](.) [3](./) [4](../things/) [5](_index.md)
");
    let links: Vec<String> = (1..=5).map(|n| format!("<a href=\"/nl/dingen/\">{n}</a>")).collect();
    assert_eq!(hub.body("nl/dingen/a/index.html"), format!("<p>{}</p>", links.join(" ")));
}

#[test]
fn links_keep_their_anchor_and_it_must_exist() {
    let hub = with_links("## Hier\n\n[B](b.md#kop) [boven](#hier)\n");
    assert!(hub.body("en/a/index.html").ends_with("<p><a href=\"/en/bee/#kop\">B</a> <a href=\"#hier\">boven</a></p>"));
    check_diagnostics(&format!(
        "{LINKED}//- content/pages/a.nl.md
---
title: A
---
[B](b.md#kopp)
^^^^^^^^^^^^^^ //~ error[broken-anchor]: `content/pages/b.nl.md` has no heading or outcome `#kopp`

[hier](#daar)
^ //~ error[broken-anchor]: `content/pages/a.nl.md` has no heading or outcome `#daar`

[noot](#fn-7)
^ //~ error[broken-anchor]: `content/pages/a.nl.md` has no heading or outcome `#fn-7`
"
    ));
}

#[test]
fn broken_links_are_told_with_what_may_be_meant() {
    check_diagnostics(&format!(
        "{LINKED}//- content/pages/a.nl.md
---
title: A
---
[x](bb.md)
^^^^^^^^^^ //~ error[broken-link]: there is no page or file `pages/bb`

[x](../../secret.md)
^ //~ error[broken-link]: this link leads out of `content/`

[x](c/plan.doc)
^ //~ error[broken-link]: there is no page or file `pages/c/plan.doc`

[x](/nl/nergens/)
^ //~ error[broken-link]: nothing will stand at `/nl/nergens/`

[x](/nl/b/)
^ //~ warning[link-hard-coded]: `/nl/b/` is an address in one language
"
    ));
    let help = with_links("[x](bb.md)").check().items()[0].help.as_ref().map(ToString::to_string);
    assert_eq!(
        help.as_ref().map(ToString::to_string).as_deref(),
        Some("did you mean one of `@/pages/b`, `@/pages/a`, `@/pages/c`?")
    );
}

#[test]
fn links_to_files() {
    assert_eq!(
        with_links("[plan](c/plan.pdf) [weer](@/pages/c/plan.pdf)").body("nl/a/index.html"),
        "<p><a href=\"/files/pages/c/plan.pdf\">plan</a> <a href=\"/files/pages/c/plan.pdf\">weer</a></p>"
    );
    assert_eq!(with_links("[css](/robots.txt)").codes(), Vec::<&str>::new());
}

#[test]
fn a_link_to_a_file_that_is_not_published_is_left_out() {
    check_diagnostics(
        "//- content/pages/a.nl.md
---
title: A
---
[plan](b/plan.pdf)
^^^^^^^^^^^^^^^^^^ //~ warning[unpublished-target]: `pages/b/plan.pdf` is a draft; the link is left out
//- content/pages/b/index.nl.md
---
title: B
draft: true
---
//- content/pages/b/plan.pdf
%PDF-1.7
",
    );
}

#[test]
fn components_are_called_with_three_colons() {
    assert_eq!(
        body("::: callout kind=help title=\"Direct gevaar?\"\nBel **112**.\n:::\nDaarna."),
        "<div class=\"callout callout-help\" role=\"note\">\n<p><strong>Direct gevaar?</strong></p>\n<p>Bel <strong>112</strong>.</p>\n\n</div><p>Daarna.</p>"
    );
    assert_eq!(body("::: times count=3 loud=true\n:::"), "<p>3 times!</p>");
}

#[test]
fn components_can_stand_in_components() {
    let html = body("::: details title=Buiten\n::: callout\nbinnen\n:::\nbuiten\n:::");
    assert_eq!(
        html,
        "<details><summary>Buiten</summary>\n<div class=\"callout callout-note\" role=\"note\">\n<p>binnen</p>\n\n</div><p>buiten</p>\n\n</details>"
    );
}

#[test]
fn a_wrong_component_is_told_at_its_line() {
    check_body(
        "::: calout
^^^^^^^^^^ //~ error[component-invalid]: there is no component `calout`
:::

::: details
^^^^^^^^^^^ //~ error[component-invalid]: the component `details`
:::

::: callout kin=help
^^^^^^^^^^^^^^^^^^^^ //~ error[component-invalid]: the component `callout` has no argument `kin`
:::

::: times count=veel
^^^^^^^^^^^^^^^^^^^^ //~ error[component-invalid]: the component `times`
:::
",
    );
}

#[test]
fn a_component_that_is_not_written_well_is_told() {
    check_body(
        ":::
^^^ //~ error[component-invalid]: this `:::` closes nothing

::: Callout!
^^^^^^^^^^^^ //~ error[component-invalid]: write a component as `::: name key=\"value\"`

::: callout title
^^^^^^^^^^^^^^^^^ //~ error[component-invalid]: an argument is written `key=value`

::: callout title=\"a
^^^^^^^^^^^^^^^^^^^^ //~ error[component-invalid]: a quote is opened and not closed

- a
  ::: callout
  ^^^^^^^^^^^ //~ error[component-invalid]: a `:::` block cannot stand in a list, quote or table

::: callout
^^^^^^^^^^^ //~ error[component-invalid]: this `:::` block is not closed
tekst
",
    );
}

#[test]
fn three_colons_in_code_are_code() {
    assert_eq!(body("```\n::: callout\n:::\n```"), "<pre dir=\"ltr\"><code>::: callout\n:::\n</code></pre>");
    assert_eq!(body("    ::: callout"), "<pre dir=\"ltr\"><code>::: callout</code></pre>");
    assert_eq!(body("`::: callout`"), "<p><code>::: callout</code></p>");
    assert_eq!(
        body("- ```\n  ::: callout\n  ```"),
        "<ul>\n<li><pre dir=\"ltr\"><code>::: callout\n</code></pre>\n</li>\n</ul>"
    );
    assert_eq!(
        body("> ```\n> ::: callout\n> ```"),
        "<blockquote>\n<pre dir=\"ltr\"><code>::: callout\n</code></pre>\n</blockquote>"
    );
}

#[test]
fn code_before_a_component_does_not_hide_it() {
    for code in ["```a``` is code", "    ```\n", "~~~\ncode\n~~~"] {
        let html = body(&format!("{code}\n\n::: callout\ntekst\n:::"));
        assert!(html.contains("callout-note") && !html.contains(":::"), "{code}: {html}");
    }
}

#[test]
fn components_keep_headings_links_and_notes_working() {
    let hub = with_links("::: callout\n## In {#in}\n\n[B](b.md)[^n]\n:::\n\n[^n]: Noot.\n\n[naar in](#in)");
    let html = hub.body("nl/a/index.html");
    assert!(
        html.contains("<h2 id=\"in\">In</h2>")
            && html.contains("<a href=\"/nl/b/\">B</a>")
            && html.contains("id=\"fn-1\""),
        "{html}"
    );
    assert!(hub.codes().is_empty());
}

#[test]
fn the_summary_is_the_first_text_without_markup() {
    let facts = |text: &str| with_links(text).facts("nl/a/index.html", "summary");
    assert_eq!(
        facts("## Kop\n\nEen *twee* [drie](b.md)<!-- x -->[^n].\n\n- punt\n\nVier\nvijf.\n\n[^n]: Noot."),
        ["Een twee drie. Vier vijf."]
    );
    let long = "woord ".repeat(200);
    let summary = facts(&long).remove(0);
    assert!(summary.ends_with("woord…") && summary.chars().count() <= 280, "{summary}");
}

#[test]
fn words_are_counted_across_all_blocks() {
    let words = |text: &str| with_links(text).facts("nl/a/index.html", "words").remove(0);
    assert_eq!(words("Een twee\ndrie."), "3");
    assert_eq!(words("## Een\n\ntwee\n\n- drie\n- vier\n\n> vijf"), "5");
    assert_eq!(words("| een | twee |\n|---|---|\n| drie | vier |"), "4");
    assert_eq!(words("een\n: twee\n\ndrie\n: vier"), "4");
    assert_eq!(words("::: callout\neen\n:::\ntwee\n\n> [!NOTE]\n> drie\n\nvier"), "4");
    assert_eq!(words("een[^n] twee\n\n[^n]: drie vier"), "4");
    assert_eq!(words("```\neen twee\n```\n\ndrie"), "3");
    assert_eq!(words("een\\\ntwee ![drie](c/photo.svg)"), "3");
    assert_eq!(words(""), "0");
}

#[test]
fn the_table_of_contents_has_two_levels() {
    let toc = |text: &str| with_links(text).facts("nl/a/index.html", "toc");
    let text = "## Een\n\n### Een a\n\n#### Diep\n\n### Een b\n\n## Twee *x*";
    let one = "<a href=\"#een\">Een</a> / <a href=\"#een-a\">Een a</a> / <a href=\"#een-b\">Een b</a>";
    assert_eq!(toc(text), [one, "<a href=\"#twee-x\">Twee x</a>"]);
    assert_eq!(toc("### Los\n\n## Kop"), ["<a href=\"#los\">Los</a>", "<a href=\"#kop\">Kop</a>"]);
}

#[test]
fn a_page_can_do_without_a_table_of_contents() {
    let hub = hub("//- content/pages/a.nl.md\n---\ntitle: A\ntoc: false\n---\n## Kop\n");
    assert!(hub.facts("nl/a/index.html", "toc").is_empty());
}
