// The SAMEN hub in a real browser: what a reader, a keyboard and a screen reader meet.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { hub, launch } from "./hub.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What `faces.test.mjs` does not open: no templates of their own, languages beside its five, one outcome's part of a list.
const PAGES = [
  "/",
  "/404.html",
  "/tr/",
  encodeURI("/tr/yardım/"),
  "/uk/",
  encodeURI("/uk/допомога/"),
  "/nl/acties/te-laat/",
  "/en/actions/topic/referral/",
  "/nl/organisaties/steden/utrecht/",
  "/nl/toegankelijkheid/",
];

let browser, site;
before(async () => ({ browser, site } = await launch()));
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

test("the first key press reaches the way out, the second the skip link, which leads to the text", async () => {
  const { context, page } = await open("/nl/organisaties/");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Tab");
  assert.match(await focused(), /^https:/);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "#page-main");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-main");
  await context.close();
});

test("the language switcher stays on the page, with the keyboard", async () => {
  const { context, page } = await open("/nl/organisaties/dokters-van-de-wereld/");
  await page.focus("nav.languages summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.lang), "en");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/organisations\//);
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

test("from the home page the flyer is two links away, and so are the outcomes of a city", async () => {
  const { context, page } = await open("/nl/", { width: 390 });
  const follow = async (name) => {
    const link = page.locator("main").getByRole("link", { name }).first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForLoadState();
  };
  await follow("Flyers");
  await follow(/^SAMEN/);
  assert.equal(await page.getAttribute("html", "lang"), "nl");
  assert.match(page.url(), /\/nl\/flyers\/samen\/$/);

  await page.goto(`${site.origin}/nl/acties/`);
  await page.focus('.parts details[data-part="city"] summary');
  await page.keyboard.press("Enter");
  await page.focus('.parts a[data-value="utrecht"]');
  await page.keyboard.press("Enter");
  await page.waitForURL(/utrecht\/$/);
  assert.match(await page.textContent("h1"), /Utrecht/);
  assert.ok((await page.$$("table.sortable tbody tr")).length > 0);
  await context.close();
});

test("a citation and a checksum are copied by a button, with the keyboard too, and a screen reader is told", async () => {
  for (const [path, words] of [["/nl/materialen/mets/", /METS/], ["/nl/flyers/samen/", /^[0-9a-f]{64}$/]]) {
    const { context, page } = await open(path);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    for (const folded of await page.$$(".paper-check summary")) await folded.click();
    await page.focus("button.copy");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("button.copy + [role=status]").textContent === "Gekopieerd");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, words);
    assert.equal(copied, copied.trim());
    await context.close();
  }
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

test("a page with its style and scripts weighs less than 60 kB before compression, its scripts less than 10 kB", () => {
  const pages = readdirSync(hub, { recursive: true }).filter((file) => /(^|\/)index\.html$/.test(file));
  const size = (address) => readFileSync(join(hub, address)).length;
  const weights = pages.map((file) => {
    const html = readFileSync(join(hub, file), "utf8");
    const scripts = [...html.matchAll(/<script [^>]*src=([^\s>]+)/g)].map(([, address]) => size(address));
    const styles = [...html.matchAll(/<link href=([^\s>]+) rel=stylesheet/g)].map(([, address]) => size(address));
    const sum = (sizes) => sizes.reduce((all, one) => all + one, 0);
    const outcomes = html.includes("outcome-facts");
    const map = html.includes("map-place");
    return { file, outcomes, map, styles: styles.length, scripts: sum(scripts), all: Buffer.byteLength(html) + sum(scripts) + sum(styles) };
  });
  assert.ok(pages.length > 1000);
  // The page to search has all pages of the site as links, and a script and styles of its own.
  const searches = /^(nl\/zoeken|en\/search|ar\/بحث|fa\/جستجو|ti\/ምድላይ|tr\/arama|uk\/пошук)\//;
  // Home pages, the front door and maps have styles of their own too.
  const home = /^([^/]+\/)?index\.html$/;
  // Notes with outcomes have a style of their own, the facts of each outcome and the actions of last time.
  const apart = ({ file, outcomes, map }) => outcomes || map || searches.test(file) || home.test(file);
  assert.deepEqual(weights.filter((page) => page.styles !== (apart(page) ? 2 : 1) || page.scripts < 500), []);
  const most = ({ outcomes }) => (outcomes ? 66_000 : 60_000);
  const heavy = weights.filter((page) => !searches.test(page.file) && (page.all >= most(page) || page.scripts >= 10_000));
  assert.deepEqual(heavy, []);
  assert.ok(weights.every(({ all, scripts }) => all < 80_000 && scripts < 20_000));
});

test("nothing moves by itself, and with forced colours the way out and the focus keep their edges", async () => {
  const { context, page } = await open("/nl/");
  const moving = () => page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    return animationName !== "none" || parseFloat(transitionDuration) > 0;
  }).length);
  assert.equal(await moving(), 0);
  await page.emulateMedia({ forcedColors: "active" });
  const edge = (selector) => page.$eval(selector, (element) => {
    const { borderTopStyle, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
    return { border: borderTopStyle !== "none" && parseFloat(borderTopWidth), outline: outlineStyle !== "none" && parseFloat(outlineWidth) };
  });
  assert.ok((await edge(".exit-button")).border >= 1);
  await page.focus(".wordmark a");
  for (const place of [".site-search", ".site-search button", ".help-link a"]) {
    await page.keyboard.press("Tab");
    assert.ok(await page.$eval(place, (element) => element.matches(":focus, :has(input:focus)")), place);
    assert.ok((await edge(place)).outline >= 2, place);
  }
  await context.close();
});

test("the hub that is tested was built", () => {
  assert.ok(existsSync(join(hub, "sitemap.xml")), `no hub in ${hub}`);
});
