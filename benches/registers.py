#!/usr/bin/env python3
"""What registers cost: the same site of many outcomes built with them and without, in turns; time of the processor and of the clock.

    cargo build --release && python3 benches/registers.py --meetings 2000 --outcomes 10 --runs 3

share = (with - without) / with, of the medians. Without: the same files, but the type has no `registers:`.
Needs the standard library of Python only.
"""
import argparse, pathlib, shutil, statistics, subprocess, sys
import compare

MARK = "# What follows is left out"


def main():
    args = arguments()
    samen = compare.find_samen(args.samen)
    folder = args.work / f"registers-{args.meetings}-{args.outcomes}-{args.langs.replace(',', '-')}"
    shutil.rmtree(folder, ignore_errors=True)
    sites = {name: prepare(folder / name, samen, args, name == "with") for name in ("without", "with")}
    figures = {name: [] for name in sites}
    for run in range(args.runs):
        for name in list(sites)[:: 1 if run % 2 == 0 else -1]:
            compare.remove(sites[name].made)
            figures[name].append(compare.timed(sites[name].command, folder / f"{name}.log"))
    outputs = {name: compare.survey(site.output) for name, site in sites.items()}
    print(f"{args.meetings:,} meetings with {args.outcomes} outcomes each, {args.langs}; {args.runs} runs, least / median\n")
    print_table(figures, outputs)


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    path = lambda text: pathlib.Path(text).resolve()
    ap.add_argument("--meetings", type=int, default=2000)
    ap.add_argument("--outcomes", type=int, default=10, help="outcomes of each meeting (default 10)")
    ap.add_argument("--langs", default=compare.LANGS, help="languages with a text of every meeting, of those of the site")
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--work", type=path, default=compare.HERE.parent / "target/bench", help="folder for sites and outputs")
    ap.add_argument("--samen", type=path, default=compare.HERE.parent / "target/release/samen")
    return ap.parse_args()


def prepare(root, samen, args, registers):
    subprocess.run([sys.executable, compare.CORPUS / "make_corpus.py", root, "--meetings", str(args.meetings), "--langs", args.langs,
                    "--outcomes", str(args.outcomes)], check=True)
    site = compare.Samen(root.name, samen, root, registers=False)
    site.prepare()
    declared = (compare.HERE / "outcomes.yaml").read_text()
    with (root / "data/types/meeting.yaml").open("a") as declaration:
        declaration.write(declared if registers else declared.split(MARK)[0])
    return site


def print_table(figures, outputs):
    print("| clean build | without registers | with | share of the registers |\n|---|---|---|---|")
    for key, label, unit, digits in [("cpu", "processor", "s", 2), ("seconds", "clock", "s", 2), ("mib", "memory", "MiB", 0)]:
        values = {name: [run[key] for run in runs] for name, runs in figures.items()}
        cells = [f"{min(them):.{digits}f} / {statistics.median(them):.{digits}f} {unit}" for them in values.values()]
        less, more = (statistics.median(values[name]) for name in ("without", "with"))
        print(f"| {label} | {cells[0]} | {cells[1]} | {(more - less) / more:.1%} |")
    less, more = outputs["without"], outputs["with"]
    for key, label in [("html", "pages"), ("files", "files"), ("bytes", "bytes")]:
        print(f"| {label} | {less[key]:,} | {more[key]:,} | {(more[key] - less[key]) / more[key]:.1%} |")


if __name__ == "__main__":
    main()
