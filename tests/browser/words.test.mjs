// The script of the search page cuts and folds words as the program does: both read the same table. No browser needed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const script = createContext({ document: { querySelectorAll: () => [] } });
runInContext(read("../../themes/hub/assets/search.js"), script);

test("words are cut and folded as in the program", () => {
  for (const line of read("../words.tsv").split("\n").filter((line) => line && !line.startsWith("#"))) {
    const [text, words, others] = line.split("\t");
    assert.equal(script.wordsOf(text).join(" "), words, `the words of ${text}`);
    const forms = script.wordsOf(text).map((word) => (script.otherForm(word) === word ? "-" : script.otherForm(word)));
    assert.equal(forms.join(" "), others, `the other forms of ${text}`);
  }
});

test("a word fits by itself, by its start, or by all but its ending", () => {
  const order = ["kaart", "kaarten", "kaartspel"].map((word) => script.fit(word, "kaart"));
  assert.deepEqual([...order].sort((a, b) => b - a), order);
  assert.ok(script.fit("громада", "громади") > 0 && script.fit("meeting", "meetings") > 0);
  for (const [word, form] of [["громадський", "громади"], ["hulp", "help"], ["karte", "kaart"], ["kaart", "k"]]) {
    assert.equal(script.fit(word, form), 0, `${word} for ${form}`);
  }
});

test("nothing that can be typed breaks it", () => {
  for (const text of ["", " ", "…", "\u202e\u2066", "👩‍👩‍👧", "\ud800", "a".repeat(10000), "مـ".repeat(5000), "ﷺ", "__proto__"]) {
    assert.ok(script.wordsOf(text).every((word) => Number.isInteger(script.shelf(word, 16))), text.slice(0, 9));
  }
});
