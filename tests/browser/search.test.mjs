// Searching the SAMEN hub in a real browser: what is found, with which keys, and that nothing of it leaves the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { launch, watched } from "./hub.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = { nl: "/nl/zoeken/", en: "/en/search/", ar: "/ar/بحث/", fa: "/fa/جستجو/", ti: "/ti/ምድላይ/", tr: "/tr/arama/", uk: "/uk/пошук/" };

/** What is typed, and an address that is among the first three. */
const TABLE = {
  nl: [
    ["verwijskaart", "/nl/begrippen/verwijskaart/"],
    ["Verwijskaarten", "/nl/begrippen/verwijskaart/"],
    ["verwijska", "/nl/begrippen/verwijskaart/"],
    ["verwijskaart", "/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/#d1"],
    ["METS", "/nl/begrippen/mets/"],
    ["mets", "/nl/materialen/mets/"],
    ["movisie", "/nl/organisaties/movisie/"],
    ["coa", "/nl/organisaties/coa/"],
    ["Veilig Thuis", "/nl/hulp/veilig-thuis/"],
    ["politie", "/nl/hulp/politie/"],
    ["utrecht", "/nl/steden/utrecht/"],
    ["flyer", "/nl/flyers/"],
    ["ambassadeurs", "/nl/migrantenambassadeurs/"],
    ["bemiddelaar", "/nl/begrippen/cultureel-bemiddelaar/"],
    ["شرطة", "/ar/مساعدة/الشرطة/"],
  ],
  en: [
    ["referral card", "/en/glossary/referral-card/"],
    ["METS", "/en/glossary/mets/"],
    ["police", "/en/help/politie/"],
    ["trafficking", "/en/glossary/human-trafficking/"],
    ["privacy", "/en/privacy-and-safety/"],
    ["meetings", "/en/meetings/"],
    ["verwijskaart", "/en/glossary/referral-card/"],
  ],
  ar: [
    ["الشرطة", "/ar/مساعدة/الشرطة/"],
    ["شرطة", "/ar/مساعدة/الشرطة/"],
    ["مُساعَدة", "/ar/مساعدة/"],
    ["METS", "/ar/أنشطة/الدعم-النفسي-الاجتماعي/"],
    ["METS", "/en/glossary/mets/"],
    ["خصوصيه", "/ar/الخصوصية-والأمان/"],
  ],
  fa: [
    ["پلیس", "/fa/کمک/پلیس/"],
    ["كمك", "/fa/کمک/"],
    ["نشست‌ها", "/fa/نشست-ها/"],
    ["نشست ها", "/fa/نشست-ها/"],
    ["حریم خصوصی", "/fa/حریم-خصوصی-و-امنیت/"],
  ],
  ti: [
    ["መርበብ", "/ti/ብሕትናን-ድሕነትን/"],
    ["ፖሊስ", "/ti/ሓገዝ/ፖሊስ/"],
    ["ትምህርቲ", "/ti/topics/training/"],
    ["ትምህርት", "/ti/topics/training/"],
    ["METS", "/ti/ንጥፈታት/ስነ-ኣእምሮኣውን-ማሕበራውን-ደገፍ/"],
  ],
  tr: [
    ["POLİS", "/tr/yardım/politie/"],
    ["YARDIM", "/tr/yardım/"],
    ["elciler", "/tr/göçmen-elçileri/"],
    ["gizlilik", "/tr/gizlilik-ve-güvenlik/"],
  ],
  uk: [
    ["поліція", "/uk/допомога/politie/"],
    ["поліції", "/uk/допомога/politie/"],
    ["ДОПОМОГА", "/uk/допомога/"],
    ["амбасадор", "/uk/амбасадори-мігрантів/"],
  ],
};

let browser, site;
before(async () => ({ browser, site } = await launch()));
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens the search page of a language. */
const open = (lang, options) => watched(browser, site.origin + encodeURI(PAGES[lang]), options);

const links = (page) => page.$$eval(".search-results h3 a", (links) => links.map((link) => decodeURI(link.getAttribute("href"))));

/** Types and waits for what comes of it. */
async function search(page, words) {
  await page.evaluate(() => (document.querySelector(".search [role=status]").textContent = ""));
  await page.fill("#search-field", words);
  await page.waitForFunction(() => {
    const busy = document.querySelector(".search-results").ariaBusy === "true";
    return document.querySelector(".search [role=status]").textContent && !busy;
  });
  return links(page);
}

/** Opens all choices. */
const unfold = (page) => page.$$eval(".search-filters, .search-filters details", (folds) => folds.forEach((fold) => (fold.open = true)));

describe("a word leads to its page, among the first three", () => {
  for (const [lang, rows] of Object.entries(TABLE)) {
    test(`in ${lang}: ${rows.map(([words]) => words).join(", ")}`, async () => {
      const { context, page, trouble } = await open(lang);
      for (const [words, address] of rows) {
        const found = await search(page, words);
        const foreign = !address.startsWith(`/${lang}/`);
        const own = (await page.$$(".search-results ol:first-of-type > li")).length;
        // What is in another language stands behind all that is in the reader's own.
        const first = foreign && found[0].startsWith(`/${lang}/`) ? found.slice(own, own + 3) : found.slice(0, 3);
        assert.ok(first.includes(address), `${words}: ${address} is not among ${found.slice(0, own + 3).join(" ")}`);
      }
      assert.deepEqual(trouble, []);
      await context.close();
    });
  }
});

test("what is typed is nowhere but in the page, and only files of the index are asked for", async () => {
  const { context, page, asked } = await open("nl");
  const before = await page.evaluate(() => [location.href, history.length]);
  const from = asked.length;
  assert.ok((await search(page, "verwijskaart")).length > 3);
  await page.press("#search-field", "Enter");
  assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
  // The pictures of the page itself may still be on their way.
  const requests = asked.slice(from).filter((url) => !url.startsWith(`${site.origin}/assets/`));
  assert.ok(requests.length > 2 && requests.every((url) => /^\/search\/[a-z]+\/(index|parts|words-\d+|results-\d+)\.json$/.test(url.replace(site.origin, ""))), requests.join("\n"));
  assert.ok(asked.every((url) => !url.includes("verwijskaart")), "no word is sent");
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.equal(await page.getAttribute("#search-field", "autocomplete"), "off");
  assert.equal(await page.getAttribute("#search-field", "name"), null);
  await context.close();
});

test("scripts may read files of the site alone, and none may run WebAssembly", async () => {
  const { context, page } = await open("nl");
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.match(policy, /default-src 'none'; script-src 'self';.*connect-src 'self';/);
  assert.doesNotMatch(policy, /unsafe/);
  await context.close();
});

test("with the keyboard alone: type, enter, walk, escape", async () => {
  const { context, page } = await open("nl");
  await page.focus("#search-field");
  await page.keyboard.type("verwijskaart");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".search-results a"));
  const at = () => page.evaluate(() => [...document.querySelectorAll(".search-results a")].indexOf(document.activeElement));
  assert.equal(await at(), 0);
  await page.keyboard.press("ArrowDown");
  assert.equal(await at(), 1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-field");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.value]), ["search-field", ""]);
  assert.deepEqual(await links(page), []);
  assert.ok(await page.isVisible(".search-list"));
  await page.keyboard.type("verwijskaart");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".search-results a"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/nl/begrippen/verwijskaart/");
  await context.close();
});

test("a screen reader hears how many there are, and each result says its language", async () => {
  const { context, page } = await open("ar");
  await search(page, "METS");
  assert.match(await page.textContent(".search [role=status]"), /^النتائج: [1-9]/);
  const foreign = await page.$eval('.search-results a[href^="/en/"]', (link) => [link.lang, link.dir, link.hreflang]);
  assert.deepEqual(foreign, ["en", "ltr", "en"]);
  assert.deepEqual(await page.$$eval(".search-results h2", (heads) => heads.map((head) => head.textContent)), ["العربية", "أيضًا بلغات أخرى"]);
  assert.ok((await page.$$eval(".search-results mark", (marks) => marks.map((mark) => mark.textContent))).every((text) => text === "METS"));
  const groups = await page.$$eval(".search-choices summary", (heads) => heads.map((head) => head.textContent));
  assert.ok(groups.length > 3 && groups.every((name) => /[\u0600-\u06ff]/.test(name)), groups.join(" "));
  assert.equal(await page.getAttribute(".search form", "role"), "search");
  await search(page, "xyzzyq");
  assert.match(await page.textContent(".search [role=status]"), /^لم يُعثر/);
  await context.close();
});

test("a heading with the word has its own address below the result", async () => {
  const { context, page } = await open("nl");
  await search(page, "besluiten");
  const parts = await page.$$eval(".search-parts a", (links) => links.map((link) => link.getAttribute("href")));
  assert.ok(parts.length > 0 && parts.every((address) => /\/#./.test(address)), parts.join(" "));
  await page.click(".search-parts a");
  await page.waitForURL(/\/#./);
  assert.match(await page.evaluate(() => document.querySelector(":target").textContent), /[Bb]esluit/);
  await context.close();
});

test("below the result of a page that is printed stands its print", async () => {
  const { context, page } = await open("nl");
  await search(page, "samen in het kort");
  const prints = await page.$$eval('.search-results a[type="application/pdf"]', (links) => links.map((link) => [link.href, link.closest("li").querySelector("h3 a").href]));
  assert.ok(prints.length > 0);
  for (const [print, entry] of prints) {
    assert.ok(print.startsWith(entry) && print.endsWith("-nl.pdf"), print);
    assert.equal((await page.request.get(print)).status(), 200);
  }
  await context.close();
});

test("results are narrowed by kind and language, with counts", async () => {
  const { context, page } = await open("nl");
  const all = await search(page, "verwijskaart");
  await unfold(page);
  await page.check('.search-filters input[value="outcome:decision"]');
  await page.waitForFunction((count) => document.querySelectorAll(".search-results a").length < count, all.length);
  const decisions = await links(page);
  assert.ok(decisions.length > 0 && decisions.every((address) => /#d\d+$/.test(address)), decisions.join(" "));
  assert.match(await page.textContent('.search-filters label:has([value="outcome:decision"])'), new RegExp(`\\(${decisions.length}\\)`));
  await context.close();
});

test("results are narrowed by topic, city and year, with the keyboard too", async () => {
  const { context, page } = await open("nl");
  const all = await search(page, "verwijzen");
  const groups = await page.$$eval(".search-choices summary", (heads) => heads.map((head) => head.textContent));
  for (const group of ["Onderwerpen", "Steden", "Organisaties", "Jaar"]) assert.ok(groups.includes(group), groups.join(" "));
  await page.click(".search-filters > summary");
  await page.click('.search-choices details[data-group="places"] summary');
  await page.focus('.search-choices input[value="places:rotterdam"]');
  await page.keyboard.press("Space");
  await page.waitForFunction((count) => document.querySelectorAll(".search-results h3").length < count, all.length);
  const some = await links(page);
  const count = await page.textContent('.search-choices label:has([value="places:rotterdam"]) span');
  assert.equal(count, `(${some.length})`);
  assert.equal(await page.evaluate(() => document.activeElement.value), "places:rotterdam");
  await page.keyboard.press("Space");
  await page.waitForFunction((count) => document.querySelectorAll(".search-results h3").length === count, all.length);
  await context.close();
});

for (const [lang, words] of [["nl", "politie"], ["ar", "METS"], ["ti", "መርበብ"]]) {
  for (const scheme of ["light", "dark"]) {
    test(`results in ${lang} pass the automatic part of WCAG 2.2 AA in ${scheme} colours and fit a phone`, async () => {
      const { context, page } = await open(lang, { viewport: { width: 320, height: 900 }, colorScheme: scheme, bypassCSP: true });
      assert.ok((await search(page, words)).length > 0);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), []);
      await context.close();
    });
  }
}

test("without scripts there is no field, and every page is a link", async () => {
  const { context, page } = await open("nl", { javaScriptEnabled: false });
  assert.equal(await page.isVisible("#search-field"), false);
  await page.click('.search-list details:has(a[href="/nl/begrippen/verwijskaart/"]) summary');
  await page.click('.search-list a[href="/nl/begrippen/verwijskaart/"]');
  assert.match(page.url(), /verwijskaart\/$/);
  await context.close();
});

test("odd words break nothing and bring no markup", async () => {
  const { context, page, trouble } = await open("nl");
  for (const words of ["a".repeat(10000), "<img src=x onerror=alert(1)>", "\u202e\u2066 METS", "👩‍👩‍👧 METS", "constructor METS", "__proto__", "METS መርበብ پلیس"]) {
    await search(page, words);
  }
  for (const words of ["   ", "…!?"]) {
    await page.fill("#search-field", words);
    await page.press("#search-field", "Enter");
    assert.deepEqual(await links(page), []);
  }
  assert.equal(await page.$(".search img"), null);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("where the index is broken a plain message stands, and the list", async () => {
  const { context, page } = await open("nl");
  await page.route("**/search/nl/index.json", (route) => route.fulfill({ body: "<p>" }));
  await page.reload();
  await search(page, "verwijskaart");
  assert.match(await page.textContent(".search [role=status]"), /^Zoeken lukt nu niet/);
  assert.ok(await page.isVisible(".search-list"));
  await page.unroute("**/search/nl/index.json");
  await page.route("**/search/en/words-*.json", (route) => route.abort());
  assert.ok((await search(page, "METS")).length > 0, "a broken index of another language takes nothing away");
  await context.close();
});

test("a first result takes little", async () => {
  const { context, page } = await open("nl");
  let bytes = 0;
  page.on("response", async (response) => (bytes += (await response.body()).length));
  await search(page, "verwijskaart");
  assert.ok(bytes > 1000 && bytes < 150000, `${bytes} bytes before compression`);
  await context.close();
});
