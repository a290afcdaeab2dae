#!/usr/bin/env python3
"""What the SAMEN hub promises its readers: pages that are there, languages that are up to date, examples that say so.

These are promises about content. They fail when an editor breaks one, never when somebody changes the program, and no test
of `cargo test` makes them. HUB_FOLDER is the folder that was built. Standard input is what `samen list --format json`
says of the same hub.
"""
import json
import os
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).parent.parent
HUB = pathlib.Path(os.environ["HUB_FOLDER"])
ENTRIES = {entry["id"]: entry for entry in json.load(sys.stdin)}

LANGUAGES = ["nl", "en", "ar", "fa", "ti", "tr", "uk"]

PAGES = """
index.html 404.html sitemap.xml robots.txt
nl/index.html nl/feed.xml nl/bijeenkomsten/index.html nl/bijeenkomsten/feed.xml nl/projecten/samen/index.html
nl/hulp/index.html nl/flyers/samen/index.html nl/begrippen/index.html nl/onderwerpen/index.html
nl/steden/rotterdam/index.html
en/index.html en/meetings/index.html en/projects/samen/index.html en/help/index.html
""".split()

# What people need first, which no reader of the hub gets in another language than their own.
FIRST = """
activities/knowledge-exchange activities/psychosocial-support activities/training-care-providers
activities/training-cultural-mediators flyers/samen help help/112 help/centrum-seksueel-geweld help/politie
help/slachtofferhulp help/veilig-thuis help/zanzu pages/about-this-hub pages/migrant-ambassadors
pages/privacy-and-safety
""".split()

problems = []


def check(fine, *words):
    if not fine:
        problems.append(": ".join(str(word) for word in words))


def text(file):
    path = HUB / file
    return path.read_text(encoding="utf-8") if path.exists() else ""


def pages():
    """The pages that others lead to, and as much as the facts ask for."""
    for page in PAGES:
        check((HUB / page).exists(), page, "is missing")
    count = lambda folder: sum(1 for path in (HUB / folder).rglob("*") if path.is_file())
    check(count("nl/organisaties") > 22, "every organisation of the facts has a page", count("nl/organisaties"))
    check(count("nl/begrippen") > 12, "the glossary has at least twelve terms", count("nl/begrippen"))
    check(count("nl/materialen") > 8, "there are at least eight resources", count("nl/materialen"))


def languages():
    """Every language has what people need first, up to date, and a word for every term and field."""
    settings = yaml.safe_load((ROOT / "samen.yaml").read_text(encoding="utf-8"))
    tags = [language["tag"] if isinstance(language, dict) else language for language in settings["languages"]]
    check(tags == LANGUAGES, "the languages", tags)
    for id in ["", *FIRST]:
        check(id in ENTRIES, id, "there is no such entry")
        for lang in LANGUAGES:
            state = ENTRIES.get(id, {}).get("languages", {}).get(lang, {}).get("state", "missing")
            check(state in {"source", "reviewed", "draft", "machine"}, f"`{id}` in `{lang}`", state)
    for file in sorted([*ROOT.glob("data/terms/*.yaml"), ROOT / "data/places.yaml"]):
        for id, term in yaml.safe_load(file.read_text(encoding="utf-8"))["terms"].items():
            if "label" in term:
                labels(file.name, id, term["label"])
    for file in sorted(ROOT.glob("data/types/*.yaml")):
        for name, field in yaml.safe_load(file.read_text(encoding="utf-8")).get("fields", {}).items():
            if "label" in field:
                labels(file.name, name, field["label"])


def labels(file, name, label):
    """A text for all languages, or one for each."""
    missing = [lang for lang in LANGUAGES if not isinstance(label, str) and lang not in (label or {})]
    check(not missing, file, f"`{name}` has no label in", ", ".join(missing))


def links():
    """A page leads its reader to pages in their language, or says which other one it is."""
    for path in sorted((HUB / "en").rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        check(re.search(r'<html[^>]* lang="?en"?[ >]', html), path, "its language")
        main = html.partition("<main")[2].partition("</main>")[0]
        foreign = len(re.findall(r'href="?/nl/', main))
        # A machine translation leads to its source, which is named as such.
        check(foreign <= len(re.findall(r'hreflang="?nl"?', main)) + 1, path, "leads to Dutch pages without saying so")


def examples():
    """An invented meeting says so on its page, in feeds and calendar, and stays out of sitemaps."""
    page = text("nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/index.html")
    check("noindex" in page and "Voorbeeld" in page, "the page of an invented meeting")
    feeds = ["nl/feed.xml", "nl/bijeenkomsten/feed.json", "nl/onderwerpen/verwijzen/feed.xml"]
    for file in [*feeds, "nl/bijeenkomsten/calendar.ics"]:
        check("werkbijeenkomst over verwijzen (voorbeeld)" in text(file), file, "an invented meeting")
    check("2023-05-11" not in text("sitemap-nl.xml"), "sitemap-nl.xml", "an invented meeting")


def see_also():
    """A word of the glossary tells who uses it, and what is near it once."""
    page = text("nl/begrippen/overlever/index.html")
    check(page.count("<h2>Zie ook</h2>") == 1, "the glossary", "one list of what is near")
    check("<h2>Komt voor in</h2>" in page, "the glossary", "who uses a word")
    check(re.search(r'href="?/nl/organisaties/dokters-van-de-wereld/', page), "the glossary", "an organisation that uses a word")


for promise in (pages, languages, links, examples, see_also):
    promise()
for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(PAGES)} pages, {len(FIRST) + 1} entries in {len(LANGUAGES)} languages, {len(problems)} promises broken")
sys.exit(1 if problems else 0)
