//! Pages and scripts without what browsers do not need; the only user of the libraries for that. Knows nothing of the site.

pub mod nesting;

#[cfg(feature = "minify")]
use std::panic::catch_unwind;
#[cfg(feature = "minify")]
use std::thread;

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

/// Bytes of the stack on which a script is read: the library follows what stands in each other by calling itself. No
/// page of it is taken before it is used.
pub const STACK: usize = 256 << 20;

/// A script, with short names for what is known inside of a function only.
///
/// # Errors
/// What keeps it from being read, and the byte at which it stands.
#[cfg(feature = "minify")]
pub fn script(script: &str) -> Result<String, (String, usize)> {
    nesting::script(script)
        .map_err(|at| ("more stands in or behind each other here than can be followed".to_owned(), at))?;
    thread::scope(|scope| {
        let reading = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || minified(script));
        let failed = || Err(("the library for scripts gave up on it".to_owned(), 0));
        // What the library does not survive is no script to us.
        let read = match reading {
            Ok(reading) => reading.join(),
            // Where no thread can be had, this one reads: the script is not at fault.
            Err(_) => catch_unwind(|| minified(script)),
        };
        read.unwrap_or_else(|_| failed())
    })
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
