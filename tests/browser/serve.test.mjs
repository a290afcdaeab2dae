// `samen serve` in a real browser: a page changes by itself when its file is saved, and the box with errors comes and goes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const samen = process.env.SAMEN ?? join(root, "target", "debug", "samen");
const site = mkdtempSync(join(tmpdir(), "samen-serve-"));
const PAGE = "content/help/politie.nl.md";
let browser, server, address;

before(async () => {
  for (const part of ["samen.yaml", "content", "data", "themes", "static", "templates", "assets"]) {
    if (existsSync(join(root, part))) cpSync(join(root, part), join(site, part), { recursive: true });
  }
  server = spawn(samen, ["serve", "--root", site, "-p", "0", "--clock", "2026-11-23"], { stdio: ["ignore", "ignore", "pipe"] });
  address = await new Promise((found, lost) => {
    let said = "";
    server.stderr.on("data", (text) => {
      said += text;
      const line = /(http:\S+) shows the site/.exec(said);
      if (line) found(line[1]);
    });
    server.on("exit", () => lost(new Error(said)));
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
after(async () => {
  await browser?.close();
  server?.kill("SIGINT");
  rmSync(site, { recursive: true, force: true });
});

const edit = (file, from, to) => {
  const text = readFileSync(join(site, file), "utf8");
  assert.ok(text.includes(from), `${file} holds ${from}`);
  writeFileSync(join(site, file), text.replace(from, to));
};

test("a page changes when its file is saved, keeps its place, and shows what is wrong", async () => {
  const page = await (await browser.newContext({ viewport: { width: 800, height: 300 } })).newPage();
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  await page.goto(`${address}nl/`);
  await page.evaluate(() => { window.same = true; });

  // Another page changes: this one stays.
  const before = readFileSync(join(site, PAGE), "utf8");
  writeFileSync(join(site, PAGE), `${before}\nEen nieuwe zin voor de politie.\n`);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => window.same), true);

  await page.goto(`${address}nl/hulp/politie/`);
  assert.ok((await page.textContent("main")).includes("Een nieuwe zin voor de politie."));
  await page.evaluate(() => scrollTo(0, 120));
  // A browser keeps the place of a page with a delay.
  await page.waitForTimeout(1000);
  edit(PAGE, "Een nieuwe zin voor de politie.", "Een betere zin voor de politie.");
  await page.waitForFunction(() => document.body.textContent.includes("Een betere zin"), null, { timeout: 30000 });
  await page.waitForFunction(() => scrollY === 120, null, { timeout: 5000 });

  edit(PAGE, "Een betere zin", "Een [kapotte](@/does/not/exist) zin");
  const box = page.locator("samen-problems");
  await box.waitFor({ state: "attached", timeout: 30000 });
  assert.match(await box.locator(".box").textContent(), /1 error/);
  assert.match(await box.locator(".box").textContent(), /politie\.nl\.md:\d+:\d+/);
  assert.equal(await box.locator(".box").evaluate((one) => getComputedStyle(one).position), "fixed");
  assert.ok((await page.textContent("main")).includes("Een betere zin"));
  edit(PAGE, "Een [kapotte](@/does/not/exist) zin", "Een hele zin");
  await page.waitForFunction(() => document.body.textContent.includes("Een hele zin"), null, { timeout: 30000 });
  assert.equal(await page.locator("samen-problems").count(), 0);

  // A style sheet is swapped in place.
  await page.evaluate(() => { window.same = true; });
  const sheet = await page.getAttribute("link[rel=stylesheet]", "href");
  const css = join(site, "themes/hub/assets/hub.css");
  writeFileSync(css, `${readFileSync(css, "utf8")}\nbody { outline: 3px solid rgb(1, 2, 3); }\n`);
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === "rgb(1, 2, 3)", null, { timeout: 30000 });
  assert.notEqual(await page.getAttribute("link[rel=stylesheet]", "href"), sheet);
  assert.equal(await page.evaluate(() => window.same), true);
  assert.deepEqual(trouble, []);
});

test("what cannot be printed is told on its page, and the page is there", async () => {
  const flyer = "content/flyers/help-card/index.nl.md";
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${address}nl/flyers/hulpkaart/`);
  const pdf = await page.locator("a[href$='help-card-flyer-nl.pdf']").first().getAttribute("href");
  const answer = await page.request.get(new URL(pdf, address).href);
  assert.equal(answer.headers()["content-type"], "application/pdf");
  assert.ok((await answer.text()).startsWith("%PDF-1.7"));

  const before = readFileSync(join(site, flyer), "utf8");
  // No font of the theme has an Egyptian bird.
  writeFileSync(join(site, flyer), before.replace("title: Hulpkaart", "title: Hulpkaart \u{13171}"));
  const box = page.locator("samen-problems");
  await box.waitFor({ state: "attached", timeout: 30000 });
  await page.waitForFunction(() => document.querySelector("samen-problems")?.shadowRoot.textContent.includes("NotoSansEgyptianHieroglyphs"), null, { timeout: 30000 });
  assert.equal(await page.locator("a[href$='help-card-flyer-nl.pdf']").count(), 0);
  writeFileSync(join(site, flyer), before);
  await page.waitForFunction(() => document.querySelector("a[href$='help-card-flyer-nl.pdf']"), null, { timeout: 30000 });
  assert.equal(await page.locator("samen-problems").count(), 0);
});
