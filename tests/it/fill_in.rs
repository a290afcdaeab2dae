//! What only the makers of a site know: a mark stands in its place until they fill it in, and nothing is published with it.

use crate::fixture::check_diagnostics;

#[test]
fn a_mark_is_an_error_at_its_place_in_texts_front_matter_settings_and_data() {
    check_diagnostics(
        r#"//- samen.yaml
name: Proef
tagline: "About [[fill-in subject: what your hub is about]]"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[fill-in]: to be filled in: what your hub is about
base_url: https://hub.example/
languages: [nl, en, ar]
default_language: nl
theme: mini
//- content/pages/a.nl.md
---
title: "[[fill-in]]"
        ^^^^^^^^^^^ //~ error[fill-in]: to be filled in: what only you know
description: Over [[fill-in organisation]] en [[fill-in place]].
                  ^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[fill-in]
                                              ^^^^^^^^^^^^^^^^^ //~ error[fill-in]
---
[[fill-in organisation: naam van je organisatie]] maakt deze site.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ //~ error[fill-in]: to be filled in: naam van je organisatie

Adres
: **[[fill-in address: straat
    ^ //~ error[fill-in]: to be filled in: straat en plaats
  en plaats]]**
"#,
    );
}

#[test]
fn code_comments_drafts_and_other_brackets_are_left_alone() {
    check_diagnostics(
        r"//- content/pages/a.nl.md
---
title: A
# [[fill-in description: two sentences]]
---
Write `[[fill-in name: …]]`, [[a name]] or \[\[fill-in: x]].

    [[fill-in in a block of code]]

```
[[fill-in name: x]]
```

<!-- [[fill-in name: x]] -->
//- content/pages/b.nl.md
---
title: B
description: Over [[fill-in organisation]].
draft: true
---
[[fill-in organisation: naam]]
",
    );
}
