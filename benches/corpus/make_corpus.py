#!/usr/bin/env python3
"""Make a multilingual knowledge-hub corpus of any size, the same words for every generator.

    make_corpus.py OUT --meetings 200 [--langs nl,en,ar,...] [--for samen|hugo] [--seed 7] [--outcomes 10]

Per meeting there are 0.5 resources and 0.2 stakeholders, each in every language, so
pages = meetings * 1.7 * languages.  The same seed gives the same words for every --for:
only front matter and the names of files differ.  With --outcomes each meeting ends with so many
decisions, actions, recommendations and questions instead of its five actions (samen only).
"""
import argparse, itertools, pathlib, random, textwrap

SCRIPTS = {
    "latin": ("bcdfghjklmnprstvwz", "aeiou"),
    "ar": ("بتثجحخدذرزسشصضطظعغفقكلمنهوي", "اوي"),
    "fa": ("بپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "اوی"),
    "ti": ("ሀለሐመሠረሰሸቀበተኀነአከወዐዘየደገጠጸፀፈፐ", "ዓኣኢኤእኦ"),
    "uk": ("бвгґджзйклмнпрстфхцчшщ", "аеєиіїоуюя"),
}
LANG_SCRIPT = {"ar": "ar", "fa": "fa", "ti": "ti", "uk": "uk"}
TOPICS = ["referral", "training", "mets", "mediators", "policy", "data", "lgbtqi", "housing",
          "healthcare", "police", "language", "funding"]
KINDS = ["actions", "decisions", "actions", "recommendations", "actions", "decisions", "questions"]
OWNERS = 40  # a few organisations take up most of what is agreed
STATES = ["open", "in-progress", "done", "dropped"]
CITIES = ["Amsterdam", "Arnhem", "Den Haag", "Nijmegen", "Rotterdam", "Utrecht"]


def lexicon(lang, rng, n=1500):
    cons, vow = SCRIPTS[LANG_SCRIPT.get(lang, "latin")]
    words = set()
    while len(words) < n:
        words.add("".join(rng.choice(cons) + rng.choice(vow) for _ in range(rng.randint(1, 4))))
    return sorted(words)


class Words:
    def __init__(self, lang, rng):
        self.rng, self.lex = rng, lexicon(lang, rng)
        rng.shuffle(self.lex)
        # Zipf-like, so that search indexes and compressors see natural repetition
        self.weights = list(itertools.accumulate(1 / (rank + 8) ** 0.85 for rank in range(len(self.lex))))

    def w(self, n):
        return " ".join(self.rng.choices(self.lex, cum_weights=self.weights, k=n))

    def sentence(self):
        s = self.w(self.rng.randint(7, 18))
        return s[:1].upper() + s[1:] + "."

    def para(self, n=4):
        return " ".join(self.sentence() for _ in range(n))


def body(kind, wd, rng, link, ids, outcomes=None):
    out = [wd.para(3), ""]
    for h in range(rng.randint(3, 5)):
        out += [f"## {wd.w(3)}", "", wd.para(5), ""]
        if h % 2 == 0:
            out += [f"- **{wd.w(2)}** {wd.sentence()} [{wd.w(2)}]({link(*rng.choice(ids))})" for _ in range(4)] + [""]
        else:
            out += ["| a | b | c |", "|---|---|---|"] + [f"| {wd.w(2)} | {wd.w(3)} | {rng.randint(1, 500)} |" for _ in range(4)] + [""]
        out += [f"> {wd.sentence()}", "", wd.para(4) + f" *{wd.w(2)}* and `{wd.w(1)}`.", ""]
    if outcomes:
        out += [marked(wd, outcomes)]
    elif kind == "meetings":
        out += ["## Actions", ""] + [f"- [{'x' if rng.random() < .5 else ' '}] {wd.sentence()}" for _ in range(5)] + [""]
    return "\n".join(out)


def facts_of_outcomes(rng, count, topics, orgs):
    """The facts of the outcomes of one meeting, the same for all languages: kind, id, and what braces say in the source."""
    found = []
    for kind, number in zip(itertools.cycle(KINDS), range(1, count + 1)):
        facts = f"topic={rng.choice(topics)} city={rng.choice(CITIES).lower().replace(' ', '-')}"
        if kind == "actions":
            facts += f" owner={rng.choice(orgs[:OWNERS])} due={rng.randint(2018, 2028)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
            facts += f" status={rng.choice(STATES)}"
        found.append((kind, f"o{number}", facts))
    return sorted(found, key=lambda it: it[0])


def marked(wd, outcomes):
    """The outcomes as lists below headings that say their kinds; a translation has the ids only."""
    lines = []
    for kind, items in itertools.groupby(outcomes, key=lambda it: it[0]):
        box = "[ ] " if kind == "actions" else ""
        lines += [f"## {wd.w(2)} {{.{kind}}}", ""] + [f"- {box}{wd.sentence()} {{#{id}{facts}}}" for _, id, facts in items] + [""]
    return "\n".join(lines)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("out"); ap.add_argument("--meetings", type=int, default=200)
    ap.add_argument("--langs", default="nl,en,ar,fa,ti,tr,uk,fr")
    ap.add_argument("--for", dest="flavour", default="samen", choices=["samen", "hugo"])
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--outcomes", type=int, default=0, help="outcomes of each meeting, for samen only")
    a = ap.parse_args()
    langs = a.langs.split(",")
    out = pathlib.Path(a.out)
    counts = {"meetings": a.meetings, "resources": a.meetings // 2, "stakeholders": a.meetings // 5}
    ids = [(k, f"{k[:-1]}-{i:05d}") for k, n in counts.items() for i in range(n)]
    # one shared structure per entry (dates, topics, relations); one word stream per language
    meta = {}
    rng = random.Random(a.seed)
    orgs = [i for k, i in ids if k == "stakeholders"]
    for k, i in ids:
        meta[k, i] = dict(date=f"20{rng.randint(18, 24)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
                          topics=rng.sample(TOPICS, 3), city=rng.choice(CITIES),
                          orgs=rng.sample(orgs, min(4, len(orgs))), shape=rng.random())
        if k == "meetings" and a.outcomes:
            # Apart from the stream of the other facts, which stay as they are without outcomes.
            own = random.Random(f"{a.seed}-{i}")
            meta[k, i]["outcomes"] = facts_of_outcomes(own, a.outcomes, meta[k, i]["topics"], orgs)
    for lang in langs:
        default = lang == langs[0]
        suffix = f".{lang}" if a.flavour == "samen" or not default else ""
        wrng = random.Random(f"{a.seed}-{lang}")
        wd = Words(lang, wrng)
        for k in counts:
            d = out / "content" / k; d.mkdir(parents=True, exist_ok=True)
            t = wd.w(2)
            (d / f"_index{suffix}.md").write_text(section_front(t))
        (out / "content" / f"_index{suffix}.md").write_text(section_front(wd.w(2)))
        for k, i in ids:
            m = meta[k, i]
            link = lambda kk, ii: f"../{kk}/{ii}{suffix}.md"
            title, summary = wd.w(5), wd.sentence()
            shown = [(kind, id, f" {facts}" if default else "") for kind, id, facts in m.get("outcomes", [])]
            text = body(k, wd, wrng, link, ids, shown)
            source = None if default else langs[0]
            (out / "content" / k / f"{i}{suffix}.md").write_text(front(a.flavour, title, summary, m, source) + "\n" + text)
    n = len(ids) * len(langs)
    print(f"{n} pages, {len(langs)} languages, {len(ids)} entries for {a.flavour} in {out}")


def yaml_list(xs):
    return "[" + ", ".join(xs) + "]"


def front(flavour, title, summary, m, source):
    """Front matter; `source` is the source language of a translation (samen: shared fields stand in the source only)."""
    if flavour == "samen" and source:
        return textwrap.dedent(f"""\
            ---
            title: "{title}"
            description: "{summary}"
            translation: {{source: {source}, state: reviewed}}
            ---
            """)
    return textwrap.dedent(f"""\
        ---
        title: "{title}"
        description: "{summary}"
        date: {m['date']}
        topics: {yaml_list(m['topics'])}
        city: "{m['city']}"
        participants: {yaml_list(m['orgs'])}
        ---
        """)


def section_front(title):
    return f'---\ntitle: "{title}"\n---\n'


if __name__ == "__main__":
    main()
