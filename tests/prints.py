#!/usr/bin/env python3
"""Read the PDFs of a built hub with programs that are none of ours: PDF/UA-1 and PDF/A-2a of each, every font embedded
with its letters, and the words of each text in it.

HUB_FOLDER is the folder that was built.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

import page

ROOT = pathlib.Path(__file__).parent.parent
HUB = pathlib.Path(os.environ["HUB_FOLDER"])
problems = []


def check(fine, *words):
    if not fine:
        problems.append(": ".join(str(word) for word in words))


def letters(text):
    """Words as bags of letters. Programs that read PDFs tell the letters of a ligature in either order, and marks over
    Arabic letters twice."""
    text = re.sub("[\u200e\u200f\u2066-\u2069\u202a-\u202e]", " ", text.replace("\u200c", ""))
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return ["".join(sorted(word)) for word in re.findall(r"\w+", text)]


def conforms(file):
    for profile in ["ua1", "2a"]:
        report = page.validate_pdf(file, profile=profile)
        check(report.is_compliant, file, profile, [failure.message for failure in report.failures][:3])


def fonts(file):
    lines = subprocess.check_output(["pdffonts", file], text=True).splitlines()[2:]
    check(lines, file, "has no fonts")
    for line in lines:
        check(line.split()[-5:-2] == ["yes", "yes", "yes"], file, "embedded, subset, letters", line)


def words(file, source):
    """Nearly all words of the Markdown stand in the PDF: a word may be broken over two lines."""
    body = source.read_text(encoding="utf-8").split("---\n", 2)[2]
    body = re.sub(r"\{#[^}]*\}", "", body)
    wanted = letters(body)
    text = subprocess.check_output(["pdftotext", file, "-"], text=True, stderr=subprocess.DEVNULL)
    have = collections.Counter(letters(text))
    lacks = [word for word in wanted if word not in have]
    check(len(wanted) > 20, source, "has few words")
    check(len(lacks) <= len(wanted) / 10, file, f"{len(lacks)} of {len(wanted)} words are missing", lacks[:10])


files = sorted(HUB.glob("**/*.pdf"))
files = [file for file in files if "files" not in file.relative_to(HUB).parts]
for file in files:
    conforms(file)
    fonts(file)
read = 0
for source in sorted(ROOT.glob("content/flyers/*/index.*.md")):
    name, lang = source.parent.name, source.suffixes[0].lstrip(".")
    for form in ["", "-large", "-press"]:
        for file in HUB.glob(f"{lang}/*/*/{name}-flyer-{lang}{form}.pdf"):
            words(file, source)
            read += 1
check(files and read >= 42, "prints", len(files), "read", read)
if problems:
    sys.exit("\n".join(problems))
print(f"{len(files)} prints conform to PDF/UA-1 and PDF/A-2a, {read} hold their words")
