//! A site with a type that has a print, for all tests that need one; it works without the feature `pdf` too.

use std::fs;
use std::path::Path;

use crate::fixture::{Hub, hub};

/// A type with a print, and a layout that shows the title and the text.
const SHEETS: &str = r#"//- data/types/sheet.yaml
folder: sheets
path: {nl: bladen, en: sheets}
label: Sheet
plural: Sheets
template: sheet.html
pdf: {layout: plain, variants: [large]}
fields:
  confidentiality: {kind: confidentiality}
//- themes/mini/templates/sheet.html
{% extends "page.html" %}
{% block main %}{{ super() }}{% if print %}<ul>
<li>pdf: {{ print.pdf.name }} {{ print.pdf.pages }} {{ print.pdf.bytes }} {{ print.pdf.sha256 }}</li>
<li>large: {{ print.large.name }}</li>
<li>preview: {{ print.preview.width }}</li>
<li>zip: <a href="{{ print.zip }}">{{ print.languages | length }}</a></li>
</ul>{% endif %}{% endblock main %}
//- themes/mini/flyers/plain.typ
#import "lib.typ": *
#show: style
#heading(level: 1, data.title)
#content(data.body)
"#;

/// The site of a fixture with what the theme of the hub brings for printing.
pub fn site(fixture: &str) -> Hub {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/hub");
    let mut site = hub(&format!("{SHEETS}{fixture}"));
    for file in ["flyers/lib.typ", "fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf"] {
        let to = format!("themes/mini/{file}");
        site.files.entry(to).or_insert_with(|| fs::read(theme.join(file)).unwrap());
    }
    site
}
