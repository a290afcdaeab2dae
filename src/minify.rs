//! Pages and scripts without what browsers do not need; the only user of the HTML minifier. Knows nothing of the site.

/// A page. Closing tags stay: readers of the source and simple tools want them.
#[cfg(feature = "minify")]
#[must_use]
pub fn html(page: &[u8]) -> Vec<u8> {
    let mut options = minify_html::Cfg::new();
    options.keep_closing_tags = true;
    options.keep_html_and_head_opening_tags = true;
    options.keep_input_type_text_attr = true;
    minify_html::minify(page, &options)
}

/// A script. It stays as it is where it cannot be read, and where it names the end of its own element.
#[cfg(feature = "minify")]
#[must_use]
pub fn script(script: &str) -> String {
    const AROUND: (&str, &str) = ("<script>", "</script>");
    let options = minify_html::Cfg { keep_closing_tags: true, minify_js: true, ..minify_html::Cfg::new() };
    let made = minify_html::minify(format!("{}{script}{}", AROUND.0, AROUND.1).as_bytes(), &options);
    let made = String::from_utf8(made).ok();
    let inner = made.as_ref().and_then(|made| made.strip_prefix(AROUND.0)?.strip_suffix(AROUND.1));
    let whole = inner.filter(|_| !script.to_ascii_lowercase().contains(AROUND.1));
    whole.unwrap_or(script).to_owned()
}

/// Without the minifier a page stays as the template wrote it.
#[cfg(not(feature = "minify"))]
#[must_use]
pub fn html(page: &[u8]) -> Vec<u8> {
    page.to_vec()
}

/// Without the minifier a script stays as it was written.
#[cfg(not(feature = "minify"))]
#[must_use]
pub fn script(script: &str) -> String {
    script.to_owned()
}
