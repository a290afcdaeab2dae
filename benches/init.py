#!/usr/bin/env python3
"""Makes a site in every language of the theme alone and in ten pairs with the release program: init, new meeting, check, build.

    cargo build --release --locked && python3 benches/init.py [LANGUAGES…]

Prints the seconds of each; ends with 1 when one of them fails or takes longer than LIMIT.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target" / "release" / "samen"
# Seconds for all four commands of one site.
LIMIT = 5.0
FILLED = ["--organisation", "Hub", "--address", "Street 1", "--email", "info@hub.example", "--represented-by", "The board"]


def languages():
    return sorted(file.stem for file in (ROOT / "themes/hub/starters").glob("*.md"))


def pairs(tags):
    """Ten pairs, each of two languages that are far apart in the list."""
    half = len(tags) // 2
    return [f"{tags[at]},{tags[at + half]}" for at in range(min(10, half))]


def run(site, *args):
    done = subprocess.run([PROGRAM, *args], cwd=site, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"samen {' '.join(args)} ended with {done.returncode}\n{done.stderr}")
    return done.returncode == 0


def measure(tags, folder):
    site = folder / "hub"
    started = time.monotonic()
    ok = run(folder, "init", "hub", "--name", "Hub 18", "--languages", tags, *FILLED)
    ok = ok and run(site, "new", "meeting", "2027-01-10-first-talk")
    if ok:
        for file in site.glob("content/meetings/2027-01-10-first-talk.*.md"):
            text = file.read_text(encoding="utf-8")
            text = "".join(line for line in text.splitlines(True) if not line.startswith("draft:"))
            head, body = text.split("---\n", 2)[1:]
            file.write_text(f"---\n{head}---\n1 2 3.\n", encoding="utf-8")
    ok = ok and run(site, "check", "--strict") and run(site, "build", "--strict")
    return ok, time.monotonic() - started


def main():
    tags = sys.argv[1:] or languages() + pairs(languages())
    failed = 0
    for tag in tags:
        folder = pathlib.Path(tempfile.mkdtemp())
        try:
            ok, seconds = measure(tag, folder)
        finally:
            shutil.rmtree(folder)
        failed += not ok or seconds > LIMIT
        print(f"{tag:8} {seconds:5.2f} s{'' if ok else '  failed'}{'  too slow' if seconds > LIMIT else ''}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
