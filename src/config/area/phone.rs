//! How a telephone number is dialled: what stands behind `tel:` (RFC 3966). Knows nothing of how it is shown.

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::Country;

/// The largest program that a pattern of a country may become, in bytes.
const LARGEST: usize = 4 << 20;

/// What `areas.json` says of the numbers of a country, out of libphonenumber.
#[derive(Deserialize)]
pub(super) struct PhoneData {
    /// The code of the country (ITU-T E.164).
    code: String,
    /// What is dialled before a number within the country, and not from elsewhere; empty where nothing is.
    trunk: String,
    /// Numbers that are reached from every country, without the trunk: lines of places and mobile telephones. Short numbers
    /// and those that cost nothing or more are not among them.
    reached: String,
}

impl PhoneData {
    /// What tells one from another.
    pub(super) fn parts(&self) -> Vec<&str> {
        vec![&self.code, &self.trunk, &self.reached]
    }
}

/// How numbers of a country are dialled from everywhere.
#[derive(Clone, Debug)]
pub struct PhoneRules {
    code: String,
    trunk: String,
    reached: Regex,
}

/// The rules of the one country that an area has: a number without a code could be of any of several.
pub(super) fn rules(countries: &[&Country]) -> Option<PhoneRules> {
    let [country] = countries else { return None };
    let PhoneData { code, trunk, reached } = country.phone.as_ref()?;
    let whole = format!("^(?:{reached})$");
    let reached = RegexBuilder::new(&whole).unicode(false).size_limit(LARGEST).build().ok()?;
    Some(PhoneRules { code: code.clone(), trunk: trunk.clone(), reached })
}

/// What is dialled for a number, written with or without the code of a country. Only a number that is sure to be one of
/// the country gets its code; a short number, such as one for emergencies, stays as it is.
#[must_use]
pub fn dialled(written: &str, rules: Option<&PhoneRules>) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if let Some(rest) = written.trim().strip_prefix('+') {
        // "+31 (0)88": the zero is dialled only without the country.
        return format!("+{}", digits(&rest.replace("(0)", "")));
    }
    let own = digits(written);
    let national = rules.and_then(|rules| {
        // Where the trunk is the code of the country, it may be left out.
        let bare = own.strip_prefix(&rules.trunk).or_else(|| (rules.trunk == rules.code).then_some(&*own));
        let number = bare?;
        rules.reached.is_match(number).then(|| format!("+{}{number}", rules.code))
    });
    national.unwrap_or(own)
}
