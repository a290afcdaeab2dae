//! Text as HTML. Knows nothing of what the text is.

/// Appends text with `&`, `<`, `>` and `"` escaped, fit for text and quoted attributes.
pub fn escape(text: &str, out: &mut String) {
    // Writing to a String cannot fail; the library is generic over writers.
    let _ = pulldown_cmark_escape::escape_html(out, text);
}
