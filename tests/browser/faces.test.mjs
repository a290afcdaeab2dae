// Every kind of page of the SAMEN hub, in five languages, three widths and two schemes of colour.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { after, before, test } from "node:test";
import { inLanguage, launch } from "./hub.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [390, 820, 1440];
/** The narrowest phone, and what a wide screen is at 400 %. */
const NARROW = 320;
const SCHEMES = ["light", "dark"];
const LANGUAGES = ["nl", "en", "ar", "fa", "ti"];

/** Bytes of text, style and script of a page as servers send them, in gzip. */
const LIMIT = 20 * 1024;

/** One page of each template, in the language of its source. The others are found by its own switcher. */
const TEMPLATES = {
  home: "/nl/",
  meetings: "/nl/bijeenkomsten/",
  meeting: "/nl/bijeenkomsten/2023-05-11-verwijzen-utrecht/",
  register: "/nl/acties/",
  organisations: "/nl/organisaties/",
  organisation: "/nl/organisaties/dokters-van-de-wereld/",
  library: "/nl/materialen/",
  topics: "/nl/onderwerpen/",
  topic: "/nl/onderwerpen/verwijzen/",
  cities: "/nl/steden/",
  project: "/nl/projecten/samen/",
  flyer: "/nl/flyers/samen/",
  glossary: "/nl/begrippen/",
  help: "/nl/hulp/",
  safety: "/nl/privacy-en-veiligheid/",
  data: "/nl/open-data/",
  news: "/nl/nieuw/",
  types: "/nl/zo-werkt-deze-hub/",
  translations: "/nl/vertalingen/",
};

/** Fonts of the scripts that a language is written with; names of other languages have small files of their own. */
const FONTS = { nl: /latin|names/, en: /latin|names/, ar: /latin|arabic|names/, fa: /latin|arabic|names/, ti: /latin|ethiopic|names/ };
/** Pages that show words of all languages. */
const MIXED = ["flyer", "translations", "types", "data", "glossary"];

let browser, site;
before(async () => ({ browser, site } = await launch()));
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const [template, source] of Object.entries(TEMPLATES)) {
  for (const tag of LANGUAGES) {
    test(`${template} in ${tag} is accessible at each width, in each scheme`, async () => {
      const path = inLanguage(source, tag);
      const context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      await page.goto(site.origin + path);
      await page.evaluate(axe);
      for (const width of [NARROW, ...WIDTHS]) {
        await page.setViewportSize({ width, height: 900 });
        const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(scroll <= client, `${path} scrolls sideways at ${width}`);
        for (const colorScheme of width === NARROW ? [] : SCHEMES) {
          await page.emulateMedia({ colorScheme });
          const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly, resultTypes: ["violations"] }), RULES);
          assert.deepEqual(violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), [], `${path} at ${width} in ${colorScheme}`);
        }
      }
      await context.close();
    });

    test(`${template} in ${tag} is light, still, private and whole without script`, async () => {
      const path = inLanguage(source, tag);
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const trouble = [];
      const requests = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
      page.on("pageerror", (error) => trouble.push(String(error)));
      const sizes = [];
      page.on("response", (response) => {
        requests.push(response.url());
        if (["document", "stylesheet", "script"].includes(response.request().resourceType())) sizes.push(response.body().then((body) => gzipSync(body).length));
      });
      await page.addInitScript(() => {
        window.shifted = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifted += entry.value))).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(site.origin + path, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      assert.deepEqual(trouble, []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(site.origin)), []);
      const fonts = requests.filter((url) => url.endsWith(".woff2"));
      if (!MIXED.includes(template)) assert.deepEqual(fonts.filter((url) => !FONTS[tag].test(url.split("/").pop())), [], "a font of another script");
      assert.deepEqual(await context.cookies(), []);
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      ]);
      assert.deepEqual(kept, [0, 0, 0, 0]);
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      assert.ok(bytes < LIMIT, `${path} weighs ${bytes} bytes`);
      assert.ok((await page.evaluate(() => window.shifted)) < 0.05, "the page moves while it loads");
      const words = (page) => page.evaluate(() => document.querySelector("main").textContent.replace(/\s+/g, " ").length);
      const scripted = await words(page);
      await context.close();

      const plain = await browser.newContext({ javaScriptEnabled: false });
      const bare = await plain.newPage();
      await bare.goto(site.origin + path);
      assert.ok((await words(bare)) >= scripted * 0.95, "text is missing without script");
      await plain.close();
    });
  }
}
