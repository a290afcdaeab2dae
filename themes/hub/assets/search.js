// Searches in the page to search, and below the head of any page. What is typed stays there: it is not sent, not kept and
// not written into the address; only files of the index are asked for. Without this script there is a list of all pages.
"use strict";

/** Letters that are one for a reader; `fold` of the program has the same (src/lang/text.rs). */
const SAME = { "ı": "i", "\u0640": "", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647", "\u06c1": "\u0647" };

/** The Arabic article, alone and with what is written as one word with it. */
const ARTICLES = ["وال", "بال", "كال", "فال", "ال", "لل"];

/** Words that are looked for, letters of them, results that are shown at once, first of all, and choices of each group. */
const WORDS = 8, LETTERS = 200, SHOWN = 20, FIRST = 3, CHOICES = 12;

/** Milliseconds without a key before the first results are asked for, and before all others are. */
const SOON = 40, CALM = 150;

/** Comes back a little later. */
const pause = (time) => new Promise((done) => setTimeout(done, time));

/** What two spellings of a text have in common. */
function fold(text) {
  const lower = text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  let out = "", strips = false;
  for (const c of lower.normalize("NFKD")) {
    if (/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(c)) continue;
    const mark = /\p{M}/u.test(c);
    if (mark && strips) continue;
    if (!mark) strips = /[a-zı\u0620-\u06ff]/.test(c);
    const digit = /[\u0660-\u0669\u06f0-\u06f9]/.test(c) && String(c.charCodeAt(0) & 15);
    out += digit || (SAME[c] ?? c);
  }
  return out.normalize("NFC");
}

/** The words of a text, folded; `tokens` of the program (src/lang/tokens.rs). */
function wordsOf(text) {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The other form of a word: Ethiopic consonants, Arabic without the article; `other_form` of the program. */
function otherForm(word) {
  if (/^[\u1200-\u135a]/.test(word)) {
    return word.replace(/[\u1200-\u135a]/g, (c) => String.fromCharCode(c.charCodeAt(0) & ~7));
  }
  const article = /^[\u0620-\u064a]/.test(word) && ARTICLES.find((article) => word.startsWith(article));
  return article && word.length - article.length >= 3 ? word.slice(article.length) : word;
}

/** How well a word of the index fits: the same, its start, or all but the ending. */
function fit(word, form) {
  if (word === form) return 1;
  if (form.length > 1 && word.startsWith(form)) return 0.4 + (0.4 * form.length) / word.length;
  const stem = form.slice(0, form.length < 7 ? -1 : -2);
  return form.length > 4 && word.startsWith(stem) && word.length <= stem.length + 3 ? 0.3 : 0;
}

/** A word that is looked for in both its forms, with what each counts. */
function formsOf(word) {
  const other = otherForm(word);
  return other === word ? [[word, 1]] : [[word, 1], [other, 0.6]];
}

/** Whether a word in a text is one that was looked for, in whatever form. */
function isFound(word, forms) {
  const own = [word, otherForm(word)];
  return forms.some(([form]) => own.some((word) => fit(word, form) > 0 || (form.length > 4 && word.endsWith(form))));
}

/** The file of the index that a word is in. */
function shelf(word, of) {
  const [first, second] = [...word].map((c) => c.codePointAt(0));
  return (first * 31 + (second ?? 0)) % of;
}

/** An element with a text. */
function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The language of words that a page has for this script, where it is not that of the page. */
function tongue({ lang, dir } = {}) {
  return lang ? { lang, dir } : {};
}

/** Puts a text into an element, with what was looked for marked; of a long text the part around the first mark. */
function mark(parent, text, forms, most = Infinity) {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu)].filter(([word]) => wordsOf(word).some((word) => isFound(word, forms)));
  let from = 0;
  if (text.length > most) {
    from = Math.max(0, Math.min((found[0]?.index ?? 0) - most / 3, text.length - most));
    from = from ? text.indexOf(" ", from) + 1 : 0;
  }
  const cut = text.length > from + most ? text.lastIndexOf(" ", from + most) : text.length;
  const end = cut > from ? cut : Math.min(text.length, from + most);
  if (from) parent.append("… ");
  let at = from;
  for (const { 0: word, index } of found) {
    if (index < at || index + word.length > end) continue;
    parent.append(text.slice(at, index), element("mark", word));
    at = index + word.length;
  }
  parent.append(text.slice(at, end), end < text.length ? " …" : "");
}

/** What the index of a language has of a word in its forms: for each the share that it counts, and its file. */
async function filesOf(load, language, word) {
  const { words } = await load(`${language}/index.json`);
  const forms = formsOf(word).map(async ([form, share]) => [form, share, await load(`${language}/words-${shelf(form, words)}.json`)]);
  return Promise.all(forms);
}

/** Everything in one language that has the words, with what it scores; only what has most of them. */
async function find(load, language, words) {
  const head = await load(`${language}/index.json`);
  const scores = new Map();
  const one = async (word) => {
    const best = new Map();
    for (const [form, share, entries] of await filesOf(load, language, word)) {
      for (const [known, places] of Object.entries(entries)) {
        const fits = share * fit(known, form);
        if (!fits) continue;
        const rarity = Math.log(1 + (2 * head.count) / places.length);
        for (let at = 0, number = 0; at < places.length; at += 2) {
          number += places[at];
          best.set(number, Math.max(best.get(number) ?? 0, fits * places[at + 1] * rarity));
        }
      }
    }
    return best;
  };
  for (const best of await Promise.all(words.map(one))) {
    for (const [number, score] of best) {
      const known = scores.get(number) ?? { hits: 0, score: 0 };
      scores.set(number, { hits: known.hits + 1, score: known.score + score });
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({ hits }) => hits));
  return [...scores]
    .filter(([, { hits }]) => hits === most)
    .map(([number, { score }]) => ({ language, head, number, score, hits: most, kind: head.kinds[head.kind[number]], thing: head.things[number] }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

/** Results in other languages behind those of the reader's own. What was found there is not told again in another. */
async function findMore(load, found, others, words) {
  const all = [...found];
  const things = new Set(found.map(({ thing }) => thing));
  // A language whose index is broken takes nothing from the others.
  const lists = await Promise.all(others.map((language) => find(load, language, words).catch(() => [])));
  for (const list of lists) {
    const more = list.filter(({ thing, hits }) => !things.has(thing) && hits >= (found[0]?.hits ?? 1));
    all.push(...more);
    more.forEach(({ thing }) => things.add(thing));
  }
  return all;
}

/** By what each result can be chosen: lists of group, id, label and name of the group. */
async function partsOf(load, found) {
  for (const language of new Set(found.map((result) => result.language))) {
    const { groups, parts, of } = await load(`${language}/parts.json`);
    const named = parts.map(([group, id, label]) => ({ group, id: `${group}:${id}`, label, title: groups[group] }));
    for (const result of found.filter((result) => result.language === language)) result.parts = of[result.number].map((at) => named[at]);
  }
}

/** Groups of parts with how many results have each, the most first, and those that are chosen in any case. */
function choices(found, chosen, most) {
  const groups = new Map();
  for (const { parts } of found) {
    for (const { group, id, label, title } of parts ?? []) {
      if (!groups.has(group)) groups.set(group, { title, parts: new Map() });
      const known = groups.get(group).parts;
      known.set(id, { label: known.get(id)?.label ?? label, count: (known.get(id)?.count ?? 0) + 1 });
    }
  }
  const sorted = (parts) => [...parts].sort((a, b) => b[1].count - a[1].count).filter(([id], at) => at < most || chosen.has(id));
  return [...groups].map(([group, { title, parts }]) => ({ group, title, parts: sorted(parts) }));
}

/** Brings a place to search to life, with the field of a form and a list that stands there when nothing is found. */
function searchable(root, form, list, opened = () => undefined) {
  const field = form.querySelector("input[type=search]");
  const status = root.querySelector("[role=status]");
  const filters = root.querySelector(".search-filters");
  const lists = root.querySelector(".search-results");
  const boxes = [...filters.querySelectorAll("input")];
  const languages = boxes.filter((box) => box.name === "language").map((box) => box.value);
  const said = (name, value) => boxes.find((box) => box.name === name && box.value === value)?.dataset;
  const label = (name, value) => said(name, value)?.label ?? "";
  const spoken = tongue(root.dataset);
  for (const [key, value] of Object.entries(spoken)) status.setAttribute(key, value);
  const choice = root.querySelector(".search-parts-choices");
  const chosen = new Map();
  const files = new Map();
  let run = 0, drawn = 0, words = [], found = [], shown = SHOWN, timer;

  const load = (path) => {
    if (!files.has(path)) {
      const asked = fetch(root.dataset.index + path, { cache: "no-cache", credentials: "omit" }).then((response) => {
        if (!response.ok) throw new Error(path);
        return response.json();
      });
      asked.catch(() => files.delete(path));
      files.set(path, asked);
    }
    return files.get(path);
  };

  const item = ({ head, language, kind }, { url, title, date, in: within, example, off, text, headings, print }, forms) => {
    const item = element("li");
    const foreign = language === languages[0] ? {} : { lang: language, dir: head.direction };
    const link = element("a", "", { href: url, ...foreign, ...(foreign.lang && { hreflang: language }) });
    mark(link, title, forms);
    const heading = element("h3");
    heading.append(link);
    const meta = element("ul", "", { class: "meta" });
    const facts = [[label("kind", kind), tongue(said("kind", kind))], [within, foreign], [date, foreign], [foreign.lang && label("language", language), foreign]];
    for (const [fact, attributes] of facts) {
      if (fact) meta.append(element("li", fact, attributes));
    }
    if (off) meta.append(element("li", off, { class: "badge" }));
    if (example) meta.append(element("li", root.dataset.example, { class: "badge", ...spoken }));
    item.append(heading, meta);
    if (text) {
      const excerpt = element("p", "", foreign);
      mark(excerpt, text, forms, 240);
      item.append(excerpt);
    }
    const near = (headings ?? []).filter(([, words]) => wordsOf(words).some((word) => isFound(word, forms)));
    if (near.length) {
      const parts = element("ul", "", { class: "search-parts" });
      for (const [id, words] of near.slice(0, 3)) {
        const part = element("a", "", { href: `${url}#${id}`, ...foreign });
        mark(part, words, forms);
        parts.append(element("li"));
        parts.lastChild.append(part);
      }
      item.append(parts);
    }
    if (print) {
      const line = element("p", "", { class: "search-print" });
      line.append(element("a", root.dataset.print, { href: print, type: "application/pdf", ...spoken }));
      item.append(line);
    }
    return item;
  };

  /** Boxes for the parts that the results are in. What had the focus and what was open stay so. */
  const offer = () => {
    // The page has the names of groups in the language of its reader; those of an index are in the language of that.
    const names = new Map([...list.querySelectorAll("details")].map(({ dataset }) => [dataset.name.replace(/^[a-z]+-/, ""), dataset]));
    const focus = choice.contains(document.activeElement) && document.activeElement.value;
    const open = new Set([...choice.querySelectorAll("details[open]")].map((group) => group.dataset.group));
    choice.replaceChildren();
    for (const { group, title, parts } of choices(found, chosen, CHOICES)) {
      const made = element("details", "", { "data-group": group });
      made.open = open.has(group);
      const known = names.get(group);
      const attributes = known ? tongue(known) : title ? {} : spoken;
      made.append(element("summary", known?.label ?? title ?? root.dataset.year, attributes));
      for (const [id, { label: words, count }] of parts) {
        const box = element("input", "", { type: "checkbox", name: "part", value: id });
        box.checked = chosen.has(id);
        box.addEventListener("change", () => (box.checked ? chosen.set(id, group) : chosen.delete(id)));
        const line = element("label");
        line.append(box, " ", element("bdi", words), " ", element("span", `(${count})`));
        made.append(line);
      }
      choice.append(made);
    }
    if (focus) [...choice.querySelectorAll("input")].find((box) => box.value === focus)?.focus();
  };

  const counts = (visible) => {
    for (const box of boxes) {
      const count = found.filter((result) => result[box.name] === box.value).length;
      box.closest("label").hidden = !count && !box.checked;
      box.closest("label").querySelector("span").textContent = `(${count})`;
    }
    // Where there is one kind only, there is nothing to choose.
    for (const set of filters.querySelectorAll("details[data-fixed]")) set.hidden = set.querySelectorAll("label:not([hidden])").length < 2;
    offer();
    filters.hidden = !found.length;
    status.textContent = `${root.dataset.count} ${visible}`;
  };

  const show = async (most = shown) => {
    const own = ++drawn;
    const wanted = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
    const [kinds, tongues] = [wanted("kind"), wanted("language")];
    const groups = new Set(chosen.values());
    const has = ({ parts }) => [...groups].every((group) => parts?.some((part) => part.group === group && chosen.has(part.id)));
    const fits = (result) => (!kinds.length || kinds.includes(result.kind)) && (!tongues.length || tongues.includes(result.language)) && has(result);
    const visible = found.filter(fits);
    const page = visible.slice(0, most);
    const forms = words.flatMap(formsOf);
    const record = async ({ language, head, number }) => {
      const file = await load(`${language}/results-${Math.floor(number / head.results)}.json`);
      return file[number % head.results];
    };
    const records = await Promise.all(page.map(record));
    if (own !== drawn) return;
    const focused = lists.contains(document.activeElement) ? lists.querySelectorAll("a, button").length : 0;
    lists.replaceChildren();
    for (const foreign of [false, true]) {
      const items = page.flatMap((result, at) => ((result.language !== languages[0]) === foreign ? [item(result, records[at], forms)] : []));
      if (!items.length) continue;
      const made = element("ol");
      made.append(...items);
      lists.append(element("h2", foreign ? root.dataset.others : label("language", languages[0]), foreign ? spoken : {}), made);
    }
    if (most === shown && visible.length > page.length) {
      const more = element("button", root.dataset.more, { type: "button", class: "button", ...spoken });
      more.addEventListener("click", () => {
        shown += SHOWN;
        show().catch(failed);
      });
      lists.append(more);
    }
    opened(true);
    counts(visible.length);
    if (!found.length) status.textContent = root.dataset.none;
    list.hidden = found.length > 0;
    // The button that was pressed is gone: the first of what it brought is next.
    if (focused) lists.querySelectorAll("h3 a")[shown - SHOWN]?.focus();
  };

  const failed = () => {
    run += 1;
    clear(root.dataset.failed);
  };

  const clear = (told) => {
    drawn += 1;
    lists.setAttribute("aria-busy", "false");
    found = [];
    lists.replaceChildren();
    filters.hidden = true;
    list.hidden = false;
    status.textContent = told;
    opened(told !== "");
  };

  const typed = () => [...new Set(wordsOf(field.value.slice(0, LETTERS)))].slice(0, WORDS);

  const search = async (calm = 0) => {
    clearTimeout(timer);
    const own = ++run;
    chosen.clear();
    words = typed();
    shown = SHOWN;
    if (!words.length) return clear("");
    lists.setAttribute("aria-busy", "true");
    const mine = await find(load, languages[0], words);
    if (own !== run) return;
    found = mine;
    // The first results come before the files of all others are asked for; while somebody types, those are not.
    if (found.length) await show(FIRST);
    await pause(calm);
    if (own !== run) return;
    if (found.length) await show();
    const all = await findMore(load, mine, languages.slice(1), words);
    // Without parts to choose there are results all the same.
    await partsOf(load, all).catch(() => undefined);
    if (own !== run) return;
    found = all;
    await show();
    if (own === run) lists.setAttribute("aria-busy", "false");
  };

  const start = (calm) => search(calm).catch(failed);
  const leave = () => {
    field.value = "";
    clearTimeout(timer);
    run += 1;
    clear("");
    field.focus();
  };
  // Whoever goes to the field is about to search.
  const prepare = () => ["index", "parts"].forEach((name) => load(`${languages[0]}/${name}.json`).catch(() => undefined));
  const first = async () => {
    await start();
    lists.querySelector("a")?.focus();
  };
  field.addEventListener("focus", prepare);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    // Two letters tell which file a word is in: it is here before the word is.
    typed().forEach((word) => word.length > 1 && filesOf(load, languages[0], word).catch(() => undefined));
    timer = setTimeout(start, SOON, CALM);
  });
  filters.addEventListener("change", () => {
    shown = SHOWN;
    show().catch(failed);
  });
  const keys = (event) => {
    const stops = [field, ...lists.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Escape") {
      leave();
    } else if (event.key === "/" && alone && event.target !== field) {
      // It works in here alone: a key of its own for the whole page gets in the way of people who speak to their computer.
      field.select();
      field.focus();
    } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
  };
  for (const place of root.contains(form) ? [root] : [root, form]) place.addEventListener("keydown", keys);
  root.hidden = false;
  // Where there is room, the choices lie open.
  filters.open = matchMedia("(min-width: 62rem)").matches;
  prepare();
  // A browser that comes back to the page may have kept the word.
  if (field.value) start();
  return { first, leave };
}

/** The place to search of another page, below the head of this one, for the field in the head. */
function panel(form, page) {
  const head = form.closest("header");
  const root = page.querySelector(".search");
  const all = element("a", "", { href: form.action });
  all.append(...page.querySelector(".search-list h2").cloneNode(true).childNodes);
  const close = element("button", root.dataset.close, { type: "button", class: "button", ...tongue(root.dataset) });
  const bar = element("p", "", { class: "search-bar" });
  const made = element("section", "", { class: "search-panel", "aria-label": form.querySelector("input").placeholder });
  const known = [...document.styleSheets].map((sheet) => sheet.href);
  const styles = [...page.querySelectorAll('link[rel="stylesheet"]')].filter((sheet) => !known.includes(sheet.href));
  document.head.append(...styles.map((sheet) => document.adoptNode(sheet)));
  root.querySelector("form").remove();
  bar.append(all, close);
  made.append(document.adoptNode(root), bar);
  head.after(made);
  const opened = (is) => {
    bar.hidden = !is;
    for (const one of [form, made]) one.classList.toggle("open", is);
  };
  opened(false);
  const here = searchable(root, form, page.querySelector(".search-list"), opened);
  close.addEventListener("click", here.leave);
  return here.first;
}

document.querySelectorAll("main .search").forEach((root) => {
  const form = root.querySelector("form");
  const { first } = searchable(root, form, document.querySelector(".search-list"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    first();
  });
});
