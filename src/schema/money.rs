//! Amounts of money: exact decimals with a currency of ISO 4217. Knows nothing of how a language writes them.

use std::cmp::Ordering;
use std::fmt;

use crate::source::digestible;

/// An amount in a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// In the smallest unit of the currency, such as cents: money is counted, so no fraction of a number is lost.
    units: i64,
    currency: Currency,
}

/// A currency of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
    /// Digits behind the decimal sign.
    digits: u8,
}

digestible!(struct Money { units, currency });
digestible!(struct Currency { code, digits });

/// Digits in front of the decimal sign: more than any budget has, and within 64 bits with three more behind it.
const MOST_DIGITS: usize = 15;

/// The currencies in use (ISO 4217:2015 with amendments up to 2026), by the digits behind the decimal sign.
const CODES: [(u8, &[&str]); 3] = [
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF",
        ],
    ),
    (
        2,
        &[
            "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BMD", "BND",
            "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CUP", "CVE",
            "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD",
            "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW",
            "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU",
            "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK",
            "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE",
            "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS",
            "UAH", "USD", "UYU", "UZS", "VED", "VES", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
];

impl Currency {
    /// The currency of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::all().find(|currency| currency.code == code)
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().flat_map(|(digits, codes)| codes.iter().map(|code| Self { code, digits: *digits }))
    }

    /// Its code: `EUR`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.code
    }

    /// Digits behind the decimal sign.
    #[must_use]
    pub const fn digits(self) -> u8 {
        self.digits
    }
}

impl Money {
    /// An amount written with a point and no more digits behind it than the currency has: `1250.50`, `-3`.
    #[must_use]
    pub fn parse(amount: &str, currency: Currency) -> Option<Self> {
        let plain = amount.strip_prefix('-').unwrap_or(amount);
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let pointless = plain.contains('.') && fraction.is_empty();
        let places = usize::from(currency.digits);
        if whole.is_empty() || whole.len() > MOST_DIGITS || fraction.len() > places || pointless {
            return None;
        }
        if !digits(whole) || !digits(fraction) {
            return None;
        }
        let units: i64 = format!("{whole}{fraction:0<places$}").parse().ok()?;
        Some(Self { units: if plain.len() < amount.len() { -units } else { units }, currency })
    }

    /// The amount as digits with a point, with as many behind it as the currency has: `1250.50`.
    #[must_use]
    pub fn amount(self) -> String {
        let places = usize::from(self.currency.digits);
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }
}

/// By currency, then by amount: nobody knows what a currency is worth on the day that the page is read.
impl Ord for Money {
    fn cmp(&self, other: &Self) -> Ordering {
        self.currency.code.cmp(other.currency.code).then(self.units.cmp(&other.units))
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code, self.amount())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Currency, MOST_DIGITS, Money};

    #[test]
    fn every_currency_is_named_once() {
        let mut codes: Vec<&str> = Currency::all().map(Currency::code).collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }

    proptest! {
        #[test]
        fn an_amount_is_kept_to_the_last_digit(whole in 0_i64..=999_999_999_999_999, part in 0_u8..100, below in any::<bool>()) {
            let euro = Currency::parse("EUR").expect("the euro is in use");
            let sign = if below && (whole > 0 || part > 0) { "-" } else { "" };
            let written = format!("{sign}{whole}.{part:02}");
            let read = Money::parse(&written, euro).expect("it has no more digits than there may be");
            prop_assert_eq!(read.amount(), written);
        }

        #[test]
        fn amounts_sort_by_their_size(a in -100_000_i64..100_000, b in -100_000_i64..100_000) {
            let yen = Currency::parse("JPY").expect("the yen is in use");
            let read = |number: i64| Money::parse(&number.to_string(), yen).expect("a whole number is an amount");
            prop_assert_eq!(read(a).cmp(&read(b)), a.cmp(&b));
        }

        #[test]
        fn whatever_is_written_is_read_or_refused(text in "[-.,0-9 ]{0,20}") {
            for currency in Currency::all() {
                let read = Money::parse(&text, currency);
                prop_assert!(read.is_none_or(|money| money.amount().len() <= MOST_DIGITS + 5));
            }
        }
    }
}
