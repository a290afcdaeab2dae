//! Pages and scripts without what browsers do not need; the only user of the libraries for that. Knows nothing of the site.

pub mod nesting;

#[cfg(feature = "minify")]
use oxc_allocator::Allocator;
#[cfg(feature = "minify")]
use oxc_codegen::{Codegen, CodegenOptions};
#[cfg(feature = "minify")]
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
#[cfg(feature = "minify")]
use oxc_parser::Parser;
#[cfg(feature = "minify")]
use oxc_span::SourceType;

#[cfg(feature = "minify")]
use crate::stack::on_stack;

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

/// Bytes of the stack on which a script is read: the library follows what stands in each other by calling itself.
#[cfg(feature = "minify")]
const STACK: usize = 256 << 20;

/// A script, with short names for what is known inside of a function only.
///
/// # Errors
/// What keeps it from being read, and the byte at which it stands.
#[cfg(feature = "minify")]
pub fn script(script: &str) -> Result<String, (String, usize)> {
    nesting::script(script)
        .map_err(|at| ("more stands in or behind each other here than can be followed".to_owned(), at))?;
    // What the library does not survive is no script to us.
    on_stack(STACK, || minified(script)).unwrap_or_else(|| Err(("the library for scripts gave up on it".to_owned(), 0)))
}

#[cfg(feature = "minify")]
fn minified(script: &str) -> Result<String, (String, usize)> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::unambiguous()).parse();
    if let Some(error) = parsed.errors.first() {
        let at = error.labels.iter().flatten().next().map_or(0, |label| label.offset());
        return Err((error.message.to_string(), at));
    }
    let mut program = parsed.program;
    let options = MinifierOptions { mangle: Some(MangleOptions::default()), compress: Some(CompressOptions::safest()) };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping).build(&program).code)
}

/// Without the minifier a page stays as the template wrote it.
#[cfg(not(feature = "minify"))]
#[must_use]
pub fn html(page: &[u8]) -> Vec<u8> {
    page.to_vec()
}

/// Without the minifier a script stays as it was written.
///
/// # Errors
/// None.
#[cfg(not(feature = "minify"))]
pub fn script(script: &str) -> Result<String, (String, usize)> {
    Ok(script.to_owned())
}
