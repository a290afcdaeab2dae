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
