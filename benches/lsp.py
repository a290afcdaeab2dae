#!/usr/bin/env python3
"""`samen lsp` as an editor feels it: from an edit to its messages, and from a question to its answer.

    cargo build --release && python3 benches/lsp.py --meetings 1000 --edits 50
    python3 benches/lsp.py --site .

Without `--site` the corpus of the other benchmarks is made in `target/bench`. No file of the site is changed: edits are sent as an
editor sends them. Each line of the table is the median, the time that 95 % stay below, and the worst.
"""
import argparse, json, pathlib, queue, re, statistics, subprocess, sys, threading, time
import compare

PATIENCE = 120
STORM = 200  # edits that are sent at once
REST = 0.5  # seconds between two edits, as between two words that somebody types


def main():
    args = arguments()
    root = args.site or corpus(args)
    texts = sorted((root / "content").rglob("*.md"))
    own = [text for text in texts if re.search(r"^date: ", text.read_text(), re.M) and "\ntranslation:" not in text.read_text()]
    file = (own or texts)[len(own or texts) // 2]
    editor = Editor([str(args.samen), "lsp", "--root", str(root)], root)
    start = time.perf_counter()
    editor.open(file)
    editor.told(1, lambda found: True)
    print(f"\n{len(texts):,} texts; first messages after {(time.perf_counter() - start) * 1000:,.0f} ms; `{file.relative_to(root)}`\n")
    print("| what | median | 95 % | worst |\n|---|---|---|---|")
    for name, kind in KINDS.items():
        times = []
        for run in range(args.edits):
            time.sleep(REST)
            times.append(kind(editor, run))
        cut = sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]
        print(f"| {name} | " + " | ".join(f"{value * 1000:,.1f} ms" for value in (statistics.median(times), cut, max(times))) + " |",
              flush=True)
    print(f"| memory | {editor.memory():,.1f} MiB | | |")
    editor.end()


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    path = lambda text: pathlib.Path(text).resolve()
    ap.add_argument("--site", type=path, help="a site that is there already, such as the hub")
    ap.add_argument("--meetings", type=int, default=1000)
    ap.add_argument("--edits", type=int, default=50, help="of each kind (default 50)")
    ap.add_argument("--work", type=path, default=compare.HERE.parent / "target/bench")
    ap.add_argument("--samen", type=path, default=compare.HERE.parent / "target/release/samen")
    return ap.parse_args()


def corpus(args):
    folder = args.work / f"lsp-{args.meetings}"
    site = compare.Samen("samen", str(args.samen), folder / "samen", False)
    compare.prepare(folder, [site], args.meetings)
    return site.root


class Editor:
    """Speaks the protocol over pipes; what the server says is read on a thread of its own, with the time when it came."""

    def __init__(self, command, root):
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.heard, self.number, self.version = queue.Queue(), 0, 0
        threading.Thread(target=self.listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def listen(self):
        while header := self.child.stdout.readline():
            self.child.stdout.readline()
            message = json.loads(self.child.stdout.read(int(header.split(b":")[1])))
            self.heard.put((time.perf_counter(), message))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.child.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.child.stdin.flush()

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.number += 1
        start = time.perf_counter()
        self.send({"id": self.number, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == self.number and "method" not in message, start)

    def until(self, fits, start):
        while True:
            try:
                came, message = self.heard.get(timeout=PATIENCE)
            except queue.Empty:
                sys.exit("the server says nothing more")
            if fits(message):
                return came - start, message

    def told(self, version, fits):
        """Waits until messages of a version of the text are told that fit."""
        def is_it(message):
            params = message.get("params", {})
            return message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == self.uri \
                and params.get("version") == version and fits(params["diagnostics"])
        return self.until(is_it, self.sent)[0]

    def open(self, file):
        self.uri, self.text, self.version = file.as_uri(), file.read_text(), 1
        self.sent = time.perf_counter()
        document = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": self.text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, text):
        self.version += 1
        self.sent = time.perf_counter()
        document = {"uri": self.uri, "version": self.version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        return self.version

    def at(self, text, words):
        """The place behind some words."""
        before = text[:text.index(words) + len(words)]
        line = before.count("\n")
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": len(before.rsplit("\n", 1)[-1])}}

    def memory(self):
        status = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def end(self):
        self.ask("shutdown", None)
        self.tell("exit", {})
        self.child.wait(30)


def prose(editor, run):
    return editor.told(editor.change(editor.text + f"\nSentence number {run} is new.\n"), lambda found: True)


def title(editor, run):
    text = re.sub(r"^title: .*$", f"title: Renamed {run} times", editor.text, count=1, flags=re.M)
    return editor.told(editor.change(text), lambda found: True)


def date(editor, run):
    text = editor.text.replace("\n---\n", f"\nupdated: {run}th of May\n---\n", 1)
    took = editor.told(editor.change(text), lambda found: any(item["code"] == "field-invalid" for item in found))
    prose(editor, run)
    return took


def link(editor, run):
    text = editor.text + f"\nSee [this](nowhere-{run}.md).\n"
    took = editor.told(editor.change(text), lambda found: any(item["code"] == "broken-link" for item in found))
    prose(editor, run)
    return took


def storm(editor, run):
    for step in range(STORM):
        version = editor.change(editor.text + f"\nStep {run} {step}.\n")
    return editor.told(version, lambda found: True)


def offered(line, words):
    def kind(editor, run):
        text = editor.text.replace("\n---\n", f"\n{line}\n---\n", 1)
        editor.change(text)
        took, answer = editor.ask("textDocument/completion", editor.at(text, words))
        assert answer["result"]["items"], answer
        return took
    return kind


def asked(editor, run):
    text = re.sub(r"^related: .*\n", "", editor.text, flags=re.M)
    editor.change(text)
    return editor.ask("textDocument/hover", editor.at(text, "\ntit"))[0]


KINDS = {
    "edit of prose to messages": prose,
    "edit of the title to messages": title,
    "mistake in a field to its message": date,
    "dead link to its message": link,
    f"the last of {STORM} edits to messages": storm,
    "fields offered": offered("d", "\nd"),
    "entries offered": offered("related: [m", "related: [m"),
    "help of a field": asked,
}

if __name__ == "__main__":
    main()
