#!/usr/bin/env python3
"""Read the feeds and calendars of a built hub with parsers that are none of ours, and compare what they say.

Then do the same for the calendars of a small site in other time zones.

HUB_FOLDER is the folder that was built, SAMEN the program that built it. Standard input is what `samen list --format json` says of the same hub.
"""
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import zoneinfo

import feedparser
import icalendar

HUB = pathlib.Path(os.environ["HUB_FOLDER"])
ENTRIES = {entry["id"]: entry for entry in json.load(sys.stdin)}
LANGUAGES = sorted(path.parent.name for path in HUB.glob("*/index.html") if (path.parent / "404.html").exists())
PLACES = (pathlib.Path(__file__).parent.parent / "data/places.yaml").read_text(encoding="utf-8")
ARABIC = re.compile("[\u0600-\u06ff]")
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

problems = []


def check(fine, *words):
    if not fine:
        problems.append(": ".join(str(word) for word in words))


def output(url):
    """The file that stands at an address of the hub."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(url).path).lstrip("/")
    return HUB / path / "index.html" if not path or path.endswith("/") else HUB / path


def read_atom(file):
    feed = feedparser.parse(file.read_bytes())
    check(not feed.bozo, file, feed.get("bozo_exception"))
    check(feed.version == "atom10", file, feed.version)
    check(feed.feed.title.strip() and feed.feed.id and feed.feed.updated_parsed and feed.feed.author, file, "its head")
    links = {link.rel: link.href for link in feed.feed.links}
    check(output(links["self"]) == file, file, "names itself", links["self"])
    check(output(links["alternate"]) == file.parent / "index.html", file, "names its page", links["alternate"])
    for entry in feed.entries:
        check(entry.title.strip() and entry.id and entry.updated_parsed, file, "an entry", entry)
        check(output(entry.link).exists(), file, "leads to nothing", entry.link)
    return feed


# RFC 3339, as JSON Feed wants its dates.
STAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
TOP = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
ITEM = {"id", "url", "title", "summary", "content_text", "date_published", "date_modified", "tags"}


def read_json(file):
    feed = json.loads(file.read_text(encoding="utf-8"))
    check(feed["version"] == "https://jsonfeed.org/version/1.1", file, feed["version"])
    check(set(feed) <= TOP and feed["title"].strip() and feed["language"], file, "its head")
    check(all(author["name"] for author in feed["authors"]), file, "its authors")
    check(output(feed["feed_url"]) == file, file, "names itself", feed["feed_url"])
    check(output(feed["home_page_url"]) == file.parent / "index.html", file, "names its page")
    for item in feed["items"]:
        check(set(item) <= ITEM and isinstance(item["content_text"], str), file, "an item", item)
        check(all(isinstance(item[key], str) and item[key].strip() for key in ("id", "url", "title")), file, item)
        check(all(STAMP.fullmatch(item[key]) for key in item if key.startswith("date_")), file, "dates", item)
        check(all(isinstance(tag, str) and tag for tag in item.get("tags", [])), file, "tags", item)
    return feed


def feeds():
    """Every feed is well formed, and its two forms say the same."""
    files = sorted(HUB.rglob("feed.xml"))
    check({file.with_suffix(".json") for file in files} == set(HUB.rglob("feed.json")), "feeds in one form only")
    for file in files:
        atom, other = read_atom(file), read_json(file.with_suffix(".json"))
        check(atom.feed.title == other["title"] and atom.feed.language == other["language"], file, "its head")
        check(file.is_relative_to(HUB / other["language"]), file, "is in", other["language"])
        ids = [entry.id for entry in atom.entries]
        check(len(set(ids)) == len(ids), file, "ids that are not unique")
        one = [(entry.id, entry.link, entry.title, [tag.label for tag in entry.get("tags", [])]) for entry in atom.entries]
        two = [(item["id"], item["url"], item["title"], item.get("tags", [])) for item in other["items"]]
        check(one == two, file, "its forms differ")
    check(len(files) > len(LANGUAGES) * 3, "there are feeds of the site, of types and of terms", len(files))
    return len(files)


def expected_events():
    """What happened or will: the meetings that have a day."""
    return {id: entry for id, entry in ENTRIES.items() if entry["type"] == "meeting" and entry["date"]}


def read_calendar(file, lang, expected):
    raw = file.read_bytes()
    lines = raw.split(b"\r\n")
    check(lines.pop() == b"" and not any(b"\r" in line or b"\n" in line for line in lines), file, "line ends")
    check(max(map(len, lines)) <= 75, file, "a line is too long")
    for line in lines:
        line.decode("utf-8")  # a split character would raise
    calendar = icalendar.Calendar.from_ical(raw)
    check(not calendar.errors, file, calendar.errors)
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    check(zones == ["Europe/Amsterdam"], file, zones)
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    offset = lambda month: datetime.datetime(2024, month, 1, 12, tzinfo=zone).utcoffset()
    check(offset(1) == datetime.timedelta(hours=1) and offset(7) == datetime.timedelta(hours=2), file, "its zone")
    events = calendar.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    check(sorted(uid.rpartition("@")[0] for uid in uids) == sorted(expected), file, "its events", uids)
    check(len(set(uids)) == len(uids), file, "ids that are not unique")
    for event in events:
        check(not event.errors and str(event["SUMMARY"]).strip(), file, "an event", event.errors)
        check(event["DTSTAMP"] and int(event["SEQUENCE"]) >= 0 and event["STATUS"] == "CONFIRMED", file, "an event")
        check(output(str(event["URL"])).exists(), file, "leads to nothing", event["URL"])
        entry = ENTRIES[str(event["UID"]).rpartition("@")[0]]
        start = event.decoded("DTSTART")
        day = start.date() if isinstance(start, datetime.datetime) else start
        if isinstance(start, datetime.datetime):
            summer = 3 < start.month < 10
            check(start.utcoffset() == datetime.timedelta(hours=2 if summer else 1), file, "its zone", start)
            check("DTEND" not in event or event.decoded("DTEND") > start, file, "its end", event["UID"])
        check(day.isoformat() == entry["date"], file, "the day", day, entry["date"])
        shown = event["SUMMARY"].params["LANGUAGE"]
        check(shown == lang or lang not in entry["languages"], file, "a borrowed title", shown)
        title = entry["languages"][shown]["title"]
        check(str(event["SUMMARY"]).translate(ISOLATES).startswith(title), file, "the title", event["SUMMARY"])
    check(any(isinstance(event.decoded("DTSTART"), datetime.datetime) for event in events), file, "no event has a time")
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    check(again == calendar, file, "is another when written again")
    return calendar


def calendars():
    """Each language has the same events, and what is not Latin comes back as it went in."""
    expected = expected_events()
    section = ENTRIES["meetings"]["languages"]
    for lang in LANGUAGES:
        file = output(section[lang]["url"]).parent / "calendar.ics"
        calendar = read_calendar(file, lang, expected)
        name = str(calendar["X-WR-CALNAME"]).translate(ISOLATES)
        check(name.startswith(section[lang]["title"]), file, "its name", name)
        if lang == "ar":
            places = [str(event["LOCATION"]) for event in calendar.walk("VEVENT") if "LOCATION" in event]
            check(places and all(ARABIC.search(place) and f"ar: {place}," in PLACES for place in places), file, places)
            check(ARABIC.search(name), file, "its name", name)
    return len(expected)


def due_calendars():
    """What is to be done, in registers and their parts: whole days that leave the day free."""
    own = {output(ENTRIES["meetings"]["languages"][lang]["url"]).parent / "calendar.ics" for lang in LANGUAGES}
    files = sorted(set(HUB.rglob("*.ics")) - own)
    for file in files:
        raw = file.read_bytes()
        check(max(map(len, raw.split(b"\r\n"))) <= 75, file, "a line is too long")
        calendar = icalendar.Calendar.from_ical(raw)
        check(not calendar.errors and str(calendar["X-WR-CALNAME"]).strip(), file, calendar.errors)
        check(output(str(calendar["SOURCE"])) == file and calendar.walk("VTIMEZONE"), file, "its head")
        events = calendar.walk("VEVENT")
        check(len({str(event["UID"]) for event in events}) == len(events), file, "ids that are not unique")
        for event in events:
            day = event.decoded("DTSTART")
            check(not isinstance(day, datetime.datetime) and event["TRANSP"] == "TRANSPARENT", file, "an event", day)
            check(str(event["SUMMARY"]).strip() and output(str(event["URL"])).exists(), file, "an event", event["URL"])
    return len(files)


# With summer time in the north and in the south, without it, with it until 2019, in Ramadan, at an odd hour, by no rule.
ZONES = """
Europe/Amsterdam Australia/Sydney UTC Africa/Mogadishu Asia/Kathmandu America/Sao_Paulo Africa/Casablanca Asia/Tehran
America/Nuuk
""".split()
EVENTS = """folder: events
path: events
label: Event
plural: Events
calendar: {start: start}
fields: {start: {kind: datetime}}
"""


def zones():
    """The hours of a calendar are those of its zone in the database of Python."""
    times = [datetime.datetime(year, month, 15, 9, 30) for year in range(2016, 2028) for month in range(1, 13)]
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        shutil.copytree(pathlib.Path(__file__).parent / "sites/tiny", site)
        settings = (site / "samen.yaml").read_text(encoding="utf-8")
        (site / "data/types/event.yaml").write_text(EVENTS, encoding="utf-8")
        (site / "content/events").mkdir()
        for time in times:
            page = site / f"content/events/{time:%Y-%m}.nl.md"
            page.write_text(f"---\ntitle: Event\nstart: {time.isoformat()}\n---\n", encoding="utf-8")
        for name in ZONES:
            (site / "samen.yaml").write_text(f"{settings}\ntime_zone: {name}\n", encoding="utf-8")
            subprocess.run([os.environ["SAMEN"], "build", "--quiet", "--root", site, "--output", site / "public"], check=True)
            for file in (site / "public").rglob("*.ics"):
                calendar = icalendar.Calendar.from_ical(file.read_bytes())
                [zone] = calendar.walk("VTIMEZONE")
                check(str(zone["TZID"]) == name, name, zone["TZID"])
                told, known = zone.to_tz(), zoneinfo.ZoneInfo(name)
                starts = {event["DTSTART"].dt.replace(tzinfo=None) for event in calendar.walk("VEVENT")}
                check(starts == set(times), name, "its events")
                for time in sorted(starts):
                    one, two = time.replace(tzinfo=told).utcoffset(), time.replace(tzinfo=known).utcoffset()
                    check(one == two, name, time, one, two)
    return len(ZONES)


count, events, others, due = feeds(), calendars(), zones(), due_calendars()
for problem in problems:
    print(problem, file=sys.stderr)
print(f"{count} feeds in two forms, {len(LANGUAGES)} calendars of {events} events, {due} of what is due, {others} zones, {len(problems)} problems")
sys.exit(1 if problems else 0)
