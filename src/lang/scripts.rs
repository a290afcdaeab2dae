//! The scripts of characters (Unicode property `Script`), for messages on fonts. Knows nothing of fonts.

use icu::properties::props::Script;
use icu::properties::{CodePointMapData, PropertyNamesLong};

/// The long name of the script that a character belongs to; none for what stands in many scripts.
#[must_use]
pub fn script_name(c: char) -> Option<&'static str> {
    let script = CodePointMapData::<Script>::new().get(c);
    let shared = [Script::Common, Script::Inherited, Script::Unknown].contains(&script);
    if shared { None } else { PropertyNamesLong::<Script>::new().get(script) }
}
