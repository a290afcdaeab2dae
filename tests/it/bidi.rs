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
    assert_eq!(found.items()[5].message, "and 995 more of this kind in this file");
}
