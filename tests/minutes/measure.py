#!/usr/bin/env python3
"""Counts what an editor has to do until the outcomes of twelve minutes are captured. See README.md."""

import argparse
import csv
import difflib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DAY = "2027-01-10"
GOALS = {"captured": 0.95, "edits": 1.0, "lines": 3, "owners": 0.90, "dates": 0.90}


def rows(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def changed(text, edits):
    """The text after the edits, each of which must fit at one place."""
    for edit in edits:
        find, replace = (edit[part].replace("{br}", "\n") for part in ("find", "replace"))
        if text.count(find) != 1:
            sys.exit(f"minutes {edit['minutes']}: `{find}` stands {text.count(find)} times")
        text = text.replace(find, replace)
    return text


def lines_changed(before, after):
    """How many lines an editor touched."""
    ops = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in ops if tag != "equal")


def samen(binary, site, *flags):
    command = [binary, "--root", str(site), "--clock", DAY, *flags]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def errors_in(binary, site):
    told = json.loads(samen(binary, site, "check", "--format", "json").stdout)
    return [item for item in told["diagnostics"] if item["severity"] == "error"]


def make_site(folder):
    site = Path(folder) / "site"
    shutil.copytree(HERE / "site", site)
    shutil.copytree(ROOT / "tests/sites/tiny/themes/plain", site / "themes/plain", dirs_exist_ok=True)
    return site


def entry_of(minutes):
    number, lang = re.match(r"(\d+)-.*\.(\w+)\.md", minutes.name).groups()
    return number, lang, f"{DAY}-{minutes.name.split('.')[0]}"


def front_matter(number):
    return f"---\ntitle: Minutes {number}\ndate: {DAY}\nillustrative: true\n---\n"


def words(text):
    return " ".join(text.replace("\u00a0", " ").split()).casefold()


def owners(item):
    """Organisations by the end of their id, roles by theirs, others by their words."""
    def name(owner):
        if isinstance(owner, str):
            return owner
        return owner["id"].rsplit("/", 1)[-1] if "id" in owner else owner["text"]
    return sorted(name(owner) for owner in item.get("owner") or [])


def measure(binary, keep):
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(folder)
        accept, edits, expected = rows("accept.tsv"), rows("edits.tsv"), rows("expected.tsv")
        result = {}
        for minutes in sorted((HERE / "minutes").glob("*.md")):
            number, lang, name = entry_of(minutes)
            before = minutes.read_text(encoding="utf-8")
            mine = lambda table: [row for row in table if row["minutes"] == number]
            accepted = changed(before, mine(accept))
            edited = changed(accepted, mine(edits))
            path = site / "content/meetings" / f"{name}.{lang}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(front_matter(number) + accepted, encoding="utf-8")
            result[number] = {
                "name": minutes.name, "file": path, "entry": name, "edited": edited,
                "lines": lines_changed(before, accepted), "edits": len(mine(accept)) + len(mine(edits)),
                "expected": mine(expected),
            }
        for error in errors_in(binary, site):
            sys.exit(f"not accepted: {json.dumps(error, ensure_ascii=False)}")
        for number, one in result.items():
            one["file"].write_text(front_matter(number) + one["edited"], encoding="utf-8")
        marked = samen(binary, site, "mark", "--yes", "meetings")
        if marked.returncode:
            sys.exit(marked.stderr)
        for error in errors_in(binary, site):
            sys.exit(f"not clean after `samen mark`: {json.dumps(error, ensure_ascii=False)}")
        found = json.loads(samen(binary, site, "outcomes", "--format", "json").stdout)
        count(result, found)
        if keep:
            shutil.copytree(site, keep, dirs_exist_ok=True)
        return result


def count(result, found):
    """Compares what was found with what the minutes say."""
    for one in result.values():
        items = [item for item in found["items"] if item["id"].split("#")[0].endswith(one["entry"])]
        one |= {"captured": 0, "owners": [0, 0], "dates": [0, 0], "missing": [], "more": len(items)}
        for row in one["expected"]:
            fits = [item for item in items if item["kind"] == row["kind"] and words(row["words"]) in words(item["text"])]
            item = fits[0] if fits else {}
            one["captured"] += bool(fits)
            one["more"] -= bool(fits)
            if not fits:
                one["missing"].append(f"{row['kind']}: {row['words']}")
            wanted = sorted(filter(None, row["owner"].split(",")))
            if wanted:
                one["owners"][1] += 1
                one["owners"][0] += owners(item) == wanted
                if fits and owners(item) != wanted:
                    one["missing"].append(f"owner {row['owner']} of: {row['words']} (found {owners(item)})")
            if row["due"]:
                one["dates"][1] += 1
                one["dates"][0] += item.get("due") == row["due"]
                if fits and item.get("due") != row["due"]:
                    one["missing"].append(f"date {row['due']} of: {row['words']} (found {item.get('due')})")


def table(result):
    """The figures of each of the minutes and of all, as Markdown, and whether all goals are met."""
    total = {"outcomes": 0, "captured": 0, "edits": 0, "lines": 0, "owners": [0, 0], "dates": [0, 0], "more": 0}
    print("| minutes | outcomes | captured | not expected | edits | lines before it is accepted | owners | dates |")
    print("|---|---|---|---|---|---|---|---|")
    for one in result.values():
        row = {**one, "outcomes": len(one["expected"])}
        print_row(one["name"], row)
        for key, sum_ in total.items():
            if key == "lines":
                total[key] = max(sum_, row[key])
            elif isinstance(sum_, list):
                total[key] = [a + b for a, b in zip(sum_, row[key])]
            else:
                total[key] += row[key]
    print_row("all (lines: the most)", total)
    return total


def print_row(name, row):
    parts = [f"{row[key][0]} of {row[key][1]}" for key in ("owners", "dates")]
    print(f"| {name} | {row['outcomes']} | {row['captured']} | {row['more']} | {row['edits']} | {row['lines']} | {' | '.join(parts)} |")


def failed(total):
    """Which goals are missed."""
    shares = {
        "captured": total["captured"] / total["outcomes"],
        "owners": total["owners"][0] / total["owners"][1],
        "dates": total["dates"][0] / total["dates"][1],
    }
    each = total["edits"] / total["outcomes"]
    print(f"\nedits per outcome: {each:.2f}; " + "; ".join(f"{key}: {share:.0%}" for key, share in shares.items()))
    missed = [key for key, share in shares.items() if share < GOALS[key]]
    missed += ["edits"] if each > GOALS["edits"] else []
    missed += ["lines"] if total["lines"] > GOALS["lines"] else []
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samen", default=str(ROOT / "target/debug/samen"), help="the program")
    parser.add_argument("--keep", help="keep the site with its marks in this folder")
    flags = parser.parse_args()
    result = measure(flags.samen, flags.keep)
    total = table(result)
    for one in result.values():
        for missing in one["missing"]:
            print(f"{one['name']}: {missing}", file=sys.stderr)
    missed = failed(total)
    sys.exit(f"goals missed: {', '.join(missed)}" if missed else 0)


if __name__ == "__main__":
    main()
