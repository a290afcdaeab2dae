// The field in the head of every page of the SAMEN hub: it finds in the page itself, and leads to the page to search without.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { launch, watched } from "./hub.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FIELD = ".site-search input";
const LIST = encodeURI("/nl/zoeken/");

/** A slow mobile line: what a round trip takes, and bytes in a second. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** What is typed on a page, and an address that is among the first three. */
const TABLE = [
  ["/nl/organisaties/", "verwijskaart", "/nl/begrippen/verwijskaart/"],
  ["/nl/acties/", "METS", "/nl/begrippen/mets/"],
  ["/en/", "trafficking", "/en/glossary/human-trafficking/"],
  ["/ar/", "مُساعَدة", "/ar/مساعدة/"],
  ["/fa/", "نشست‌ها", "/fa/نشست-ها/"],
  ["/ti/", "መርበብ", "/ti/ብሕትናን-ድሕነትን/"],
  ["/tr/", "POLİS", "/tr/yardım/politie/"],
  ["/uk/", "поліції", "/uk/допомога/politie/"],
];

let browser, site;
before(async () => ({ browser, site } = await launch()));
after(async () => {
  await browser?.close();
  await site?.close();
});

const open = (path, options) => watched(browser, site.origin + path, options);

/** Types into the field and waits for what comes of it. */
async function type(page, words) {
  await page.click(FIELD);
  await page.waitForSelector(".search-panel", { state: "attached" });
  await page.fill(FIELD, words);
  await page.waitForFunction(() => {
    const panel = document.querySelector(".search-panel");
    return panel.querySelector("[role=status]").textContent && panel.querySelector(".search-results").ariaBusy === "false";
  });
  return page.$$eval(".search-panel h3 a", (links) => links.map((link) => decodeURI(link.getAttribute("href"))));
}

describe("a word leads to its page from the head of any page", () => {
  for (const [path, words, address] of TABLE) {
    test(`${words} on ${path}`, async () => {
      const { context, page, trouble } = await open(path);
      const found = (await type(page, words)).slice(0, 3);
      assert.ok(found.includes(address), `${address} is not among ${found.join(" ")}`);
      assert.deepEqual(trouble, []);
      await context.close();
    });
  }
});

test("nothing is asked for before somebody goes to the field, and no word leaves the page after", async () => {
  const { context, page, asked } = await open("/nl/organisaties/");
  await page.waitForLoadState("networkidle");
  assert.ok(asked.every((url) => !/search|zoeken/.test(url)), asked.join("\n"));
  const before = await page.evaluate(() => [location.href, history.length]);
  const from = asked.length;
  assert.ok((await type(page, "verwijskaart")).length > 3);
  const paths = asked.slice(from).map((url) => url.replace(site.origin, ""));
  const known = /^\/(nl\/zoeken\/|assets\/search\.\w+\.(js|css)|search\/[a-z]+\/(index|parts|words-\d+|results-\d+)\.json)$/;
  assert.deepEqual(paths.filter((path) => !known.test(path)), []);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".search-panel a"));
  assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.deepEqual(await page.$eval(FIELD, (field) => [field.autocomplete, field.name, field.form.role]), ["off", "", "search"]);
  await context.close();
});

test("with the keyboard alone: type, enter, walk, slash, escape", async () => {
  const { context, page } = await open("/nl/organisaties/");
  const at = () => page.evaluate(() => [...document.querySelectorAll(".search-panel .search-results a")].indexOf(document.activeElement));
  const inField = () => page.evaluate((field) => document.activeElement.matches(field), FIELD);
  // Enter may be faster than the script.
  await page.focus(FIELD);
  await page.keyboard.type("verwijskaart");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".search-panel a"));
  assert.equal(await at(), 0);
  await page.keyboard.press("ArrowDown");
  assert.equal(await at(), 1);
  await page.keyboard.press("/");
  assert.ok(await inField(), "from a result, a slash goes to the field");
  assert.equal(await page.inputValue(FIELD), "verwijskaart");
  assert.equal(await page.evaluate(() => getSelection().toString()), "verwijskaart", "the next letter begins a new word");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.ok(await inField());
  assert.equal(await page.inputValue(FIELD), "");
  assert.equal(await page.isVisible(".search-panel h3"), false);
  await page.keyboard.type("METS /");
  assert.equal(await page.inputValue(FIELD), "METS /", "in the field a slash is a letter");
  // Outside, it does nothing: a key that works everywhere would be in the way of people who speak.
  await page.focus(".help-link a");
  await page.keyboard.press("/");
  assert.equal(await inField(), false);
  await context.close();
});

test("what was found closes by a button, and the menu is there again", async () => {
  const { context, page } = await open("/nl/organisaties/");
  await type(page, "politie");
  assert.equal(await page.isVisible(".site-menu summary"), false);
  assert.ok(await page.isVisible(".exit-button"), "the way out stays in sight");
  assert.ok(await page.isVisible(`.search-bar a[href$="${LIST}"]`));
  await page.click(".search-bar button");
  assert.equal(await page.isVisible(".search-panel h3"), false);
  await page.focus(".help-link a");
  assert.ok(await page.isVisible(".site-menu summary"));
  await context.close();
});

test("odd words break nothing and bring no markup", async () => {
  const { context, page, trouble } = await open("/nl/organisaties/");
  for (const words of ["a".repeat(10000), "<img src=x onerror=alert(1)>", "\u202e\u2066 METS", "👩‍👩‍👧 METS", "__proto__", "METS መርበብ پلیس"]) {
    await type(page, words);
  }
  for (const words of ["   ", "…!?", "\u202e\u2066", "👩‍👩‍👧"]) {
    await page.fill(FIELD, words);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector(".search-panel h3"));
  }
  assert.equal(await page.$(".search-panel img"), null);
  assert.deepEqual(trouble, []);
  await context.close();
});

test("without scripts the field leads to the list, and no word into the address", async () => {
  const { context, page } = await open("/nl/organisaties/", { javaScriptEnabled: false });
  await page.fill(FIELD, "verwijskaart");
  await page.press(FIELD, "Enter");
  await page.waitForURL(/zoeken/);
  assert.match(page.url(), /\/nl\/zoeken\/\??$/);
  assert.ok(await page.isVisible('.search-list details:has(a[href="/nl/begrippen/verwijskaart/"])'));
  assert.equal(await page.$(FIELD), null, "the page to search has one field");
  await context.close();
});

for (const [what, files] of [["script", "**/assets/search.*.js"], ["page to search", "**/nl/zoeken/"]]) {
  test(`where the ${what} cannot be had, Enter leads to the list`, async () => {
    const { context, page } = await open("/nl/organisaties/");
    await page.route(files, (route) => route.abort(), { times: 1 });
    await page.fill(FIELD, "verwijskaart");
    await page.press(FIELD, "Enter");
    await page.waitForURL(/\/nl\/zoeken\/$/);
    assert.ok(await page.isVisible(".search-list"));
    await context.close();
  });
}

test("where a file of the index is missing a plain message stands, and the link to the list", async () => {
  const { context, page } = await open("/nl/organisaties/");
  await page.route("**/search/nl/words-*.json", (route) => route.fulfill({ status: 404, body: "" }));
  assert.deepEqual(await type(page, "verwijskaart"), []);
  assert.match(await page.textContent(".search-panel [role=status]"), /^Zoeken lukt nu niet/);
  assert.ok(await page.isVisible(".search-bar a"));
  await context.close();
});

for (const [path, words] of [["/nl/organisaties/", "politie"], ["/ar/", "METS"], ["/ti/", "መርበብ"]]) {
  for (const [scheme, width] of [["light", 320], ["dark", 320], ["light", 1440]]) {
    test(`results on ${path} pass the automatic part of WCAG 2.2 AA in ${scheme} colours at ${width}`, async () => {
      const { context, page } = await open(path, { viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
      assert.ok((await type(page, words)).length > 0);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.$$eval(".search-filters, .search-filters details", (folds) => folds.forEach((fold) => (fold.open = true)));
      await page.evaluate(axe);
      const found = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), []);
      await context.close();
    });
  }
}

test("on a slow line the first result needs no more than one file after the last letter, and less than 150 kB", async () => {
  const { context, page } = await open("/nl/organisaties/");
  await page.waitForLoadState("networkidle");
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", SLOW);
  let bytes = 0;
  line.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.focus(FIELD);
  await page.waitForSelector(".search-panel", { state: "attached" });
  await page.evaluate((name) => {
    const field = document.querySelector(name);
    field.addEventListener("input", () => ([window.last, window.first] = [performance.now(), 0]));
    const look = () => {
      if (!window.first && document.querySelector(".search-panel h3 a")?.textContent.toLowerCase() === field.value) window.first = performance.now();
    };
    new MutationObserver(look).observe(document.querySelector(".search-panel"), { childList: true, subtree: true });
  }, FIELD);
  await page.keyboard.type("verwijskaart", { delay: 90 });
  await page.waitForFunction(() => window.first > 0);
  // Files, not time: how long each takes is a matter of the line and of how busy this machine is.
  const asked = await page.evaluate(() =>
    performance.getEntriesByType("resource").filter((file) => file.startTime > window.last && file.startTime < window.first).map((file) => file.name));
  assert.ok(asked.length <= 1, asked.join("\n"));
  await page.waitForFunction(() => document.querySelector(".search-panel .search-results").ariaBusy === "false");
  assert.ok(bytes > 1000 && bytes < 150000, `${bytes} bytes`);
  await context.close();
});
