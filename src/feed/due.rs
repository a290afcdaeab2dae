//! What is to be done of a register or a part of it, as iCalendar (RFC 5545): a whole day for each, which leaves the day
//! free for other things. Knows nothing of how its lines are written.

use jiff::civil::date;

use super::calendar::CalendarLines;
use super::content_line::escape;
use super::{FeedContext, model};
use crate::site::FeedFormat;
use crate::site::follow::{DueRecord, FollowedList};

/// The calendar of a list.
pub(super) fn due(context: FeedContext<'_>, list: FollowedList<'_>) -> String {
    let (site, lang) = (context.site, context.lang);
    let title = site.followed_title(list, lang);
    let home = site.followed_route(list, lang).unwrap_or_default();
    let all = site.due_records(list, lang);
    let days = || all.iter().map(|due| due.day);
    let (from, to) = days().min().zip(days().max()).unwrap_or((site.clock, site.clock));
    let mut lines = CalendarLines::default();
    lines.start(context, &context.title(title.as_deref()), &home, &home.file(FeedFormat::Calendar.file()));
    lines.zone(context, from, to);
    all.iter().for_each(|due| write(context, due, &mut lines));
    lines.end()
}

fn write(context: FeedContext<'_>, due: &DueRecord<'_>, lines: &mut CalendarLines) {
    let (site, lang, entry) = (context.site, context.lang, due.entry);
    let base = &site.config.base_url;
    let Some((_, outcome)) = site.public_record(due.id, lang) else { return };
    let id = &outcome.source.id;
    let changed = model::modified(site, entry).unwrap_or(date(1970, 1, 1));
    lines.add("BEGIN:VEVENT");
    lines.add(&format!("UID:{}", escape(&format!("{}#{id}@{}", entry.path, base.host()))));
    lines.add(&format!("DTSTAMP:{}T000000Z", changed.strftime("%Y%m%d")));
    lines.add(&format!("DTSTART;VALUE=DATE:{}", due.day.strftime("%Y%m%d")));
    lines.text("SUMMARY", lang, &context.invented(entry, &outcome.text.text, lang));
    lines.text("DESCRIPTION", lang, &model::told_of(context, entry, outcome.source));
    lines.add(&format!("URL:{}#{id}", site.route_in(entry, lang).permalink(base)));
    lines.add("TRANSP:TRANSPARENT");
    lines.add("STATUS:CONFIRMED");
    lines.add("END:VEVENT");
}
