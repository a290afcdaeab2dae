#!/usr/bin/env python3
"""Read the PDFs of a built hub with programs that are none of ours: PDF/UA-1 and PDF/A-2a of each, every font embedded
with its letters, and the words of each text in it, in their order; and the pictures for links from other sites.

HUB_FOLDER is the folder that was built.
"""
import collections
import os
import pathlib
import re
import struct
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


def ends_in_cr(file):
    """Whether a stream of the file ends in a carriage return. The validator then takes that for a part of the end of the
    line behind it, and says that the length of the stream is wrong. So every length is checked here: ISO 32000-1, 7.3.8."""
    data, found = file.read_bytes(), False
    streams = list(re.finditer(rb"/Length (\d+)[^>]*?>>\s*?stream\n", data))
    check(len(streams) == data.count(b"endstream"), file, "has streams that were not read")
    for stream in streams:
        end = stream.end() + int(stream[1])
        check(data[end:].startswith(b"\nendstream"), file, "a stream of another length at byte", stream.start())
        found |= data[end - 1 : end] == b"\r"
    return found


def conforms(file):
    odd = "a stream /Length does not match its raw content length"
    for profile in ["ua1", "2a"]:
        report = page.validate_pdf(file, profile=profile)
        said = [failure.message for failure in report.failures]
        if said == [odd] and ends_in_cr(file):
            continue
        check(not said and report.is_compliant, file, profile, said[:3])


def fonts(file):
    lines = subprocess.check_output(["pdffonts", file], text=True).splitlines()[2:]
    check(lines, file, "has no fonts")
    for line in lines:
        check(line.split()[-5:-2] == ["yes", "yes", "yes"], file, "embedded, subset, letters", line)


def words(file, source):
    """Nearly all words of the Markdown stand in the PDF, and one after another as they do there: a word may be broken over
    two lines, and a line of the Markdown may be parted from the next."""
    body = source.read_text(encoding="utf-8").split("---\n", 2)[2]
    body = re.sub(r"\{#[^}]*\}", "", body)
    wanted = letters(body)
    text = subprocess.check_output(["pdftotext", file, "-"], text=True, stderr=subprocess.DEVNULL)
    have = collections.Counter(letters(text))
    lacks = [word for word in wanted if word not in have]
    check(len(wanted) > 20, source, "has few words")
    check(len(lacks) <= len(wanted) / 10, file, f"{len(lacks)} of {len(wanted)} words are missing", lacks[:10])
    read = letters(text)
    follows = set(zip(read, read[1:]))
    pairs = [pair for line in body.splitlines() for pair in zip(letters(line), letters(line)[1:])]
    astray = [pair for pair in pairs if pair not in follows]
    check(len(pairs) > 15, source, "has few words in a row")
    check(len(astray) <= len(pairs) / 5, file, f"{len(astray)} of {len(pairs)} words do not follow one another", astray[:10])


def picture(file):
    """What most sites ask of a picture for a link: PNG, 1200 by 630 pixels, not heavy, and nothing but pixels in it."""
    data = file.read_bytes()
    check(data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) < 200_000, file, len(data), "bytes")
    check(struct.unpack(">II", data[16:24]) == (1200, 630), file, "is not 1200 by 630 pixels")
    chunks, at = [], 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunks.append(kind)
        at += 12 + length
    check(set(chunks) <= {b"IHDR", b"IDAT", b"IEND"}, file, chunks)


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
registers = [file for file in files if file.stem.split("-")[0] in ("decisions", "actions", "recommendations", "questions")]
check(len(registers) == 28, "registers", len(registers))
cards = sorted(HUB.glob("**/card.png"))
check(len(cards) > 50, "pictures for links", len(cards))
for file in cards:
    picture(file)
if problems:
    sys.exit("\n".join(problems))
print(f"{len(files)} prints conform to PDF/UA-1 and PDF/A-2a, {read} hold their words in their order, {len(cards)} pictures for links")
