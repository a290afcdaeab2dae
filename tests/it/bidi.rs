//! Characters that nobody sees, in the sources of a site.

use crate::fixture::{check_diagnostics, hub};

#[test]
fn a_control_that_turns_the_text_is_an_error_wherever_it_stands() {
    check_diagnostics(
        "
//- content/pages/a.nl.md
---
title: A\u{202e}B
        ^ //~ error[bidi-hidden]: the character U+202E turns the order of what follows
---
Tekst \u{2066}los
      ^ //~ error[bidi-hidden]: the character U+2066 isolates a part of this line
en\u{2069} meer
  ^ //~ error[bidi-hidden]: the character U+2069
a\u{e0041}b
 ^ //~ error[bidi-hidden]: the character U+E0041 shows nothing
//- templates/extra.html
{# \u{202d} #}
   ^ //~ error[bidi-hidden]: the character U+202D
",
    );
}

#[test]
fn isolates_that_are_closed_and_the_joiners_of_persian_are_fine() {
    let site =
        "//- content/pages/a.nl.md\n---\ntitle: A\n---\n\u{2068}می\u{200c}شود\u{2069} \u{200f}112\u{200e} \u{61c}\n";
    assert_eq!(hub(site).codes(), Vec::<&str>::new());
}

#[test]
fn letters_pasted_from_a_pdf_are_told() {
    check_diagnostics(
        "
//- content/pages/a.nl.md
---
title: A
---
\u{fe8d}
^ //~ warning[presentation-forms]: (U+FE8D) is the form of a letter on a drawn page
",
    );
}

#[test]
fn a_file_full_of_them_is_told_in_a_few_lines() {
    let many = format!("//- content/pages/a.nl.md\n---\ntitle: A\n---\n{}\n", "x\u{202e}".repeat(1000));
    let found = hub(&many).check();
    assert_eq!(found.items().len(), 6);
    assert_eq!(found.items()[5].message.to_string(), "and 995 more of this kind in this file");
}

#[test]
fn a_telephone_number_in_a_text_from_right_to_left_keeps_its_order() {
    let site = "
//- samen.yaml
name: Proef
base_url: https://hub.example/
languages: [nl, ar]
default_language: nl
theme: mini
//- content/_index.nl.md
---
title: Welkom
---
//- content/pages/a.ar.md
---
title: اتصل 0800-0188
slug: a-0800-0188
description: بين 2022–2024 و +31 6 1234 5678
---
اتصل بالرقم **0800-0188** أو 112 أو [0900 8844](https://x.example/0900-8844) `0800-1`

## رقم 0800-2000
//- content/pages/b.nl.md
---
title: Bel 0800-0188
---
Bel 0800-0188.
";
    let hub = hub(site);
    let page = hub.page("ar/a-0800-0188/index.html");
    for part in [
        "<strong><bdi dir=\"ltr\">0800-0188</bdi></strong> أو 112 أو",
        "href=\"https://x.example/0900-8844\"",
        "><bdi dir=\"ltr\">0900 8844</bdi></a>",
        "<code>0800-1</code>",
        "رقم <bdi dir=\"ltr\">0800-2000</bdi></h2>",
        "<h1>اتصل \u{2066}0800-0188\u{2069}</h1>",
        "content=\"بين \u{2066}2022–2024\u{2069} و \u{2066}+31 6 1234 5678\u{2069}\"",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(hub.body("nl/b/index.html").contains("Bel 0800-0188."), "other texts stay as they are");
}

#[test]
fn a_telephone_number_in_the_title_of_a_block_keeps_its_order() {
    let page = hub("//- samen.yaml\nname: Proef\nbase_url: https://hub.example/\nlanguages: [nl, ar]\ntheme: mini\n\
         //- content/_index.nl.md\n---\ntitle: Welkom\n---\n\
         //- content/pages/a.ar.md\n---\ntitle: ا\nslug: a\n---\n::: details title=\"اتصل 0800-0188\"\nنص\n:::\n")
    .page("ar/a/index.html");
    assert!(page.contains("اتصل \u{2066}0800-0188\u{2069}"), "{page}");
}

#[test]
fn a_style_sheet_that_names_a_side_is_told_what_to_write() {
    check_diagnostics(
        r#"
//- assets/extra.css
/* left: a comment */
.a { margin-left: 1rem; padding: 1px 2px 1px 3px; margin: 1px 2px 1px 2px }
     ^^^^^^^^^^^^^^^^^ //~ warning[css-physical]: `margin-left` names a side
                        ^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[css-physical]: `padding`
.b:not(.left) { text-align: right; border-top-left-radius: 1px; content: "left: 0; right: 0" }
                ^^^^^^^^^^^^^^^^^ //~ warning[css-physical]: `text-align`
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ warning[css-physical]: `border-top-left-radius`
@media (min-width: 1px) { .c { LEFT: 0 !important } .d { inset-inline-start: 0; --left: 1px; float: inline-end } }
                               ^^^^^^^^^^^^^^^^^^ //~ warning[css-physical]: `left`
@page { margin-left: 2cm }
"#,
    );
}
