#!/usr/bin/env python3
"""Builds at once, and builds that are killed: the next build equals a clean one, and no build says that all is well with a wrong folder.

    cargo build --release
    python3 tests/reliability.py --samen target/release/samen --rounds 200 --kills 500 --aimed 200

A small site of `tests/sites/tiny` with more notes goes to and fro between versions, in which other notes are drafts.
`--rounds`  2 to 4 builds at random offsets, some with `--wait`, one half of them with a change of version in between
`--kills`   builds that are killed (SIGKILL) at random moments
`--aimed`   builds that are killed while they move outputs into place
After every kill no page may lead to a file that is missing, and every file is whole: of the old version or the new one.
All chance comes from `--seed`, which is printed. Python's standard library only.
"""
import argparse, os, pathlib, random, re, shutil, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
NOTES = 40
VERSIONS = 4
CLOCK = "2026-06-15"
SECRET = "zqxgeheim"
LINK = re.compile(rb'(?:href|src)=["\']?(/[^"\'\s>#?]*)')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--samen", type=lambda path: str(pathlib.Path(path).resolve()), default=str(HERE.parent / "target/debug/samen"))
    ap.add_argument("--rounds", type=int, default=10)
    ap.add_argument("--kills", type=int, default=20)
    ap.add_argument("--aimed", type=int, default=20)
    ap.add_argument("--seed", type=int, default=16)
    args = ap.parse_args()
    with tempfile.TemporaryDirectory() as work:
        trial = Trial(args.samen, pathlib.Path(work), random.Random(args.seed))
        for name, count, attempt in (("rounds", args.rounds, trial.round), ("kills", args.kills, trial.kill), ("aimed", args.aimed, trial.aimed_kill)):
            for number in range(count):
                attempt(f"{name} {number}")
        print(f"seed {args.seed}: {args.rounds} rounds of builds at once ({trial.said(trial.codes)}), "
              f"{args.kills} kills ({trial.hits['kills']} hit a build), {args.aimed} aimed ({trial.hits['aimed']} hit the commit), "
              f"{trial.hits['unfinished']} left a commit half done; {len(trial.wrong)} wrong")
        for line in trial.wrong[:40]:
            print(f"  {line}")
        sys.exit(bool(trial.wrong))


class Trial:
    def __init__(self, samen, work, dice):
        self.samen, self.dice, self.wrong = samen, dice, []
        self.codes, self.hits = {}, {"kills": 0, "aimed": 0, "unfinished": 0}
        self.root, self.public = work / "site", work / "site/public"
        shutil.copytree(HERE / "sites/tiny", self.root)
        self.version = None
        self.clean = []
        for version in range(VERSIONS):
            self.write(version)
            started = time.monotonic()
            self.run("--output", str(work / f"clean-{version}"))
            self.took = time.monotonic() - started
            if self.wrong:
                sys.exit(f"the trial itself is wrong: {self.wrong[0]}")
            self.clean.append(files(work / f"clean-{version}"))
            hidden = [name for name, text in self.clean[version].items() if SECRET.encode() in text]
            if bool(hidden) == (version % 2 == 1):
                sys.exit(f"the trial itself is wrong: version {version} has the secret in {hidden}")
            if dead := dead_links(self.clean[version]):
                sys.exit(f"the trial itself is wrong: {dead[:5]}")
        self.run()

    def write(self, version):
        """The sources of a version, each file written beside first. In every other one the note with the secret is a draft."""
        self.version = version
        for number in range(NOTES):
            hidden = version % 2 == 1 if number == 0 else (number + version) % 4 == 0
            words = f"{SECRET} " if number == 0 else ""
            near = (number + version) % NOTES
            for lang in ("nl", "en"):
                lines = [f"title: {words}N{number} {lang}"] + ["draft: true"] * hidden
                lines.append("translation: {source: nl, state: reviewed}" if lang == "en" else "date: 2025-01-01")
                text = "---\n" + "\n".join(lines) + f"\n---\nVersion {version} of note {number}, near {near}.\n"
                path = self.root / f"content/notes/n{number}.{lang}.md"
                beside = self.root / "unfinished"
                beside.write_text(text)
                beside.rename(path)

    def start(self, *flags):
        return subprocess.Popen([self.samen, "build", "--quiet", "--clock", CLOCK, *flags], cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self, *flags):
        child = self.start(*flags)
        _, said = child.communicate()
        if child.returncode != 0:
            self.wrong.append(f"a build alone ended with {child.returncode}: {said.decode()[:2000]}")

    def round(self, name):
        """Builds at random offsets. Where the sources stay as they are, an exit of 0 promises that the folder is right at once."""
        self.write(self.dice.randrange(VERSIONS))
        changes = self.dice.random() < 0.5
        children = []
        for number in range(self.dice.randint(2, 4)):
            children.append(self.start(*(["--wait"] if self.dice.random() < 0.3 else [])))
            time.sleep(self.dice.uniform(0, self.took))
            if changes and number == 0:
                self.write(self.version ^ 1)
        codes = []
        for child in children:
            _, said = child.communicate()
            codes.append(child.returncode)
            self.codes[child.returncode] = self.codes.get(child.returncode, 0) + 1
            if child.returncode not in (0, 3) and not (changes and child.returncode == 1):
                self.wrong.append(f"{name}: ended with {child.returncode}: {said.decode()[:2000]}")
        if 0 in codes and not changes:
            self.compare(f"{name}, right after an exit of 0")
        self.run()
        self.compare(name)

    def kill(self, name):
        before = self.turn()
        child = self.start()
        time.sleep(self.dice.uniform(0, self.took))
        self.end(child, name, "kills", before)

    def aimed_kill(self, name):
        """Waits for the moment in which the list of outputs is marked as unfinished, then a random part of the commit."""
        before = self.turn()
        child = self.start()
        marker = self.public / ".samen-output"
        while child.poll() is None and b"state: unfinished" not in head(marker):
            pass
        pause = time.monotonic() + self.dice.uniform(0, 0.012)
        while time.monotonic() < pause:
            pass
        self.end(child, name, "aimed", before)

    def turn(self):
        before = self.version
        self.write((self.version + self.dice.randint(1, VERSIONS - 1)) % VERSIONS)
        return before

    def end(self, child, name, kind, before):
        child.kill()
        child.communicate()
        self.hits[kind] += child.returncode < 0
        self.hits["unfinished"] += b"state: unfinished" in head(self.public / ".samen-output")
        now = files(self.public)
        for link in dead_links(now):
            self.wrong.append(f"{name}: dead link {link}")
        stand_in = [version.get("404.html") for version in self.clean]
        for file, text in now.items():
            if text not in [self.clean[before].get(file), self.clean[self.version].get(file), *stand_in]:
                self.wrong.append(f"{name}: {file} is neither old nor new")
        self.run()
        self.compare(name)

    def compare(self, name):
        now, wanted = files(self.public), self.clean[self.version]
        differ = sorted(file for file in now.keys() | wanted.keys() if now.get(file) != wanted.get(file))
        if differ:
            self.wrong.append(f"{name}: {len(differ)} files differ from a clean build, such as {differ[:3]}")
        left = [path.name for folder in (self.root / ".samen", self.public, self.root) for path in folder.glob("*stage-*")]
        if left:
            self.wrong.append(f"{name}: stages are left: {left}")

    @staticmethod
    def said(codes):
        return ", ".join(f"{count} ended with {code}" for code, count in sorted(codes.items())) or "none"


def head(path):
    try:
        with open(path, "rb") as file:
            return file.read(200)
    except FileNotFoundError:
        return b""


def files(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            file = pathlib.Path(path, name)
            if not name.startswith(".samen-"):
                found[file.relative_to(folder).as_posix()] = file.read_bytes()
    return found


def dead_links(outputs):
    dead = []
    for file, text in outputs.items():
        if file.endswith(".html"):
            for link in LINK.findall(text):
                target = link.decode()[1:]
                target += "index.html" if target == "" or target.endswith("/") else ""
                if target not in outputs:
                    dead.append(f"{file} -> {target}")
    return dead


if __name__ == "__main__":
    main()
