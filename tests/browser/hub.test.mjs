// The SAMEN hub in a real browser: what a reader, a keyboard and a screen reader meet.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const hub = process.env.HUB_FOLDER ?? join(here, "..", "..", "public");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  "/",
  "/404.html",
  "/nl/",
  "/en/",
  "/nl/bijeenkomsten/",
  "/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/",
  "/en/meetings/2023-05-11-referral-utrecht/",
  "/nl/organisaties/dokters-van-de-wereld/",
  "/nl/onderwerpen/",
  "/nl/onderwerpen/verwijzen/",
  "/nl/begrippen/",
  "/nl/hulp/",
  "/en/help/",
  "/nl/flyers/samen/",
  "/nl/projecten/samen/", "/en/translations/", "/ar/", encodeURI("/ar/مساعدة/"), encodeURI("/ar/ترجمات/"), "/tr/", encodeURI("/tr/yardım/"),
  "/nl/acties/", "/nl/acties/te-laat/", "/en/actions/topic/referral/", encodeURI("/ar/إجراءات/"), "/nl/organisaties/",
  "/nl/organisaties/steden/utrecht/", "/nl/steden/", "/nl/materialen/", "/nl/open-data/", "/nl/nieuw/", "/nl/zo-werkt-deze-hub/",
  "/fa/", "/ti/", "/uk/", encodeURI("/uk/допомога/"),
  "/nl/zoeken/", encodeURI("/ar/بحث/"),
];

let browser, site;
before(async () => {
  site = await serve(hub);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a page and keeps what went wrong on the way. */
async function open(path, { width = 1440, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: false });
  const page = await context.newPage();
  const trouble = [];
  const foreign = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.origin)) foreign.push(request.url());
  });
  const response = await page.goto(site.origin + path);
  return { context, page, response, trouble, foreign };
}

describe("every page", () => {
  for (const path of PAGES) {
    test(`${path} loads without errors, requests to others, cookies or storage`, async () => {
      const { context, page, response, trouble, foreign } = await open(path);
      assert.equal(response.status(), 200);
      assert.deepEqual(trouble, []);
      assert.deepEqual(foreign, []);
      assert.deepEqual(await context.cookies(), []);
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
      await context.close();
    });

    test(`${path} does not scroll sideways on a narrow phone`, async () => {
      const { context, page } = await open(path, { width: 320 });
      const [scroll, client] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(scroll <= client, `${scroll} > ${client}`);
      await context.close();
    });

    for (const scheme of ["light", "dark"]) {
      test(`${path} passes the automatic part of WCAG 2.2 AA in ${scheme} colours`, async () => {
        const context = await browser.newContext({ viewport: { width: 390, height: 900 }, colorScheme: scheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(site.origin + path);
        await page.evaluate(axe);
        const found = await page.evaluate(() =>
          window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
        );
        assert.deepEqual(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), []);
        await context.close();
      });
    }
  }
});

test("the first key press reaches the skip link, and it leads to the text", async () => {
  const { context, page } = await open("/nl/organisaties/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#page-main");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-main");
  await context.close();
});

test("the language switcher stays on the page", async () => {
  const { context, page } = await open("/nl/organisaties/dokters-van-de-wereld/");
  await page.click("nav.languages summary");
  await page.click('nav.languages a[hreflang="en"], nav.languages a[lang="en"]');
  assert.match(page.url(), /\/en\/organisations\//);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await context.close();
});

test("help is one tap away from a meeting, and the number can be called", async () => {
  const { context, page } = await open("/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/", { width: 390 });
  await page.click(".help-link a");
  assert.match(page.url(), /\/nl\/hulp\/$/);
  assert.ok(await page.isVisible('a[href="tel:112"]'));
  await context.close();
});

test("an outcome has its own address", async () => {
  const { context, page } = await open("/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/#a1");
  assert.match(await page.textContent("#a1"), /\S/);
  assert.ok(await page.evaluate(() => document.querySelector(":target")?.id === "a1"));
  await context.close();
});

test("a register is sorted by its heads, with the keyboard too, and the address stays", async () => {
  const { context, page } = await open("/nl/acties/");
  const due = () => page.$$eval("table.sortable tbody tr td:nth-child(4) time", (times) => times.map((time) => time.dateTime));
  const before = await due();
  await page.focus("table.sortable thead th:nth-child(4) button");
  await page.keyboard.press("Enter");
  assert.deepEqual(await due(), [...before].sort());
  assert.equal(await page.getAttribute("table.sortable thead th:nth-child(4)", "aria-sort"), "ascending");
  await page.keyboard.press("Enter");
  assert.deepEqual(await due(), [...before].sort().reverse());
  assert.equal(new URL(page.url()).search + new URL(page.url()).hash, "");
  await context.close();
});

test("parts of a list are combined in the page, and the address stays", async () => {
  const { context, page } = await open("/nl/organisaties/");
  const shown = () => page.$$eval(".list-items .card", (cards) => cards.filter((card) => !card.hidden).length);
  const all = await shown();
  await page.click('.parts details[data-part="kind"] summary');
  await page.check('.parts input[value="kind:ngo"]');
  const ngos = await shown();
  assert.ok(ngos > 1 && ngos < all, `${ngos} of ${all}`);
  await page.check('.parts input[value="cities:utrecht"]');
  assert.equal(await shown(), 1);
  assert.match(await page.textContent('.parts [role="status"]'), new RegExp(`1 / ${all}`));
  assert.equal(new URL(page.url()).search + new URL(page.url()).hash, "");
  await page.click(".parts-reset");
  assert.equal(await shown(), all);
  await context.close();
});

test("without scripts every part of a list is a link, and every outcome is there", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/nl/acties/`);
  assert.equal(await page.$$eval("table.sortable tbody tr", (rows) => rows.length), 10);
  const response = await page.goto(site.origin + (await page.getAttribute('.parts a[data-value="referral"]', "href")));
  assert.equal(response.status(), 200);
  assert.match(await page.textContent("h1"), /Acties: Verwijzen/);
  await context.close();
});

test("what happened since can be walked both ways", async () => {
  const { context, page } = await open("/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/#a1");
  await page.click("#a1 .chain-followed-by a");
  assert.match(page.url(), /2023-10-05-verwijzen-rotterdam\/#a1$/);
  await page.click("#a1 .chain-follows a");
  assert.match(page.url(), /2023-05-11-verwijzen-utrecht\/#a1$/);
  await context.close();
});

test("a page that does not exist answers in every language", async () => {
  const { context, page, response } = await open("/nl/bestaat-niet/");
  assert.equal(response.status(), 404);
  assert.deepEqual(await page.$$eval("main [lang]", (items) => items.map((item) => item.lang)), ["nl", "en", "ar", "fa", "ti", "tr", "uk"]);
  await context.close();
});

test("the hub that is tested was built", () => {
  assert.ok(existsSync(join(hub, "sitemap.xml")), `no hub in ${hub}`);
});
