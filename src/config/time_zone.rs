//! The zone of the times on a site, out of the database that the program carries: the same on every machine, whatever
//! zones its system knows. Knows nothing of what the times are of.

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::settings::Settings;

/// Reads `time_zone: Asia/Kathmandu`. One that does not exist is an error, and that of UTC stands in for it.
pub(super) fn read(settings: &mut Settings<'_>) -> Option<TimeZone> {
    let name = settings.string("time_zone")?;
    let zones = TimeZoneDatabase::bundled();
    match zones.get(&name.value) {
        Ok(zone) if !zone.is_unknown() => Some(zone),
        _ => {
            let known: Vec<String> = zones.available().map(|zone| zone.to_string()).collect();
            let message = message!("time-zone-unknown", name = &*name.value);
            let help = message!("time-zone-unknown-help");
            let diagnostic = Diagnostic::error(Code::ConfigInvalid, message).at(name.span).help(help);
            settings.diagnostics().push(diagnostic.suggest(&name.value, known.iter().map(String::as_str)));
            Some(TimeZone::UTC)
        }
    }
}
