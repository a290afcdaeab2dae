// The way out of the SAMEN hub, in each way it is offered. Where it leads is played by this machine: no request leaves it.
import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { hub, launch } from "./hub.mjs";

const PATHS = ["/nl/hulp/", "/en/meetings/2023-05-11-referral-utrecht/", "/ar/"];

let browser, site;
before(async () => ({ browser, site } = await launch()));
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Two pages of the hub one after the other; the second is left. */
async function reader(path, { script = true, width = 390 } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 900 } });
  const away = [];
  await context.route(
    (url) => url.origin !== site.origin,
    (route) => {
      away.push({ url: route.request().url(), referer: route.request().headers().referer });
      return route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title><p>Elsewhere" });
    },
  );
  const page = await context.newPage();
  await page.goto(`${site.origin}/404.html`);
  await page.goto(site.origin + path);
  return { context, page, away };
}

/** The reader is elsewhere, and Back does not return to the page that was left. */
async function left({ context, page, away }, path) {
  await page.waitForURL((url) => url.origin !== site.origin);
  assert.deepEqual(away.map(({ referer }) => referer), [undefined], "where the reader was is not told");
  assert.equal(await page.title(), "Elsewhere");
  await page.goBack();
  assert.notEqual(decodeURI(new URL(page.url()).pathname), decodeURI(path));
  await context.close();
}

for (const path of PATHS) {
  test(`${path} is left by the button`, async () => {
    const visit = await reader(path);
    await visit.page.click(".exit-button");
    await left(visit, path);
  });

  test(`${path} is left by the first press of Tab, and Enter`, async () => {
    const visit = await reader(path);
    await visit.page.keyboard.press("Tab");
    await visit.page.keyboard.press("Enter");
    await left(visit, path);
  });

  test(`${path} is left by Shift three times, and says how many are to come`, async () => {
    const visit = await reader(path);
    const said = [];
    for (let press = 0; press < 2; press += 1) {
      await visit.page.keyboard.press("Shift");
      said.push(await visit.page.textContent(".exit-status"));
    }
    assert.ok(said.every((words) => words.trim()) && said[0] !== said[1], String(said));
    await visit.page.keyboard.press("Shift");
    await left(visit, path);
  });
}

test("without script the button is a plain link", async () => {
  const visit = await reader("/nl/hulp/", { script: false });
  await visit.page.click(".exit-button");
  await visit.page.waitForURL((url) => url.origin !== site.origin);
  assert.deepEqual(visit.away.map(({ referer }) => referer), [undefined]);
  await visit.context.close();
});

test("writing capitals, waiting and Escape do not leave", async () => {
  const { context, page, away } = await reader("/nl/hulp/");
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("Shift+A");
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("Escape");
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await page.keyboard.press("b");
  await page.keyboard.press("Shift");
  assert.deepEqual(away, []);
  assert.equal(decodeURI(new URL(page.url()).pathname), "/nl/hulp/");
  await context.close();
});

test("the page is blank before the next one arrives, and shows again if it is kept", async () => {
  const { context, page } = await reader("/nl/hulp/");
  const [blank, again] = await page.evaluate(() => {
    const seen = () => [document.body.hidden, document.title];
    // The next page is slow: nothing but this script runs until it is there.
    document.querySelector(".exit-button").click();
    const blank = seen();
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    return [blank, seen()];
  });
  assert.equal(blank[0], true);
  assert.doesNotMatch(blank[1], /SAMEN|Hulp/);
  assert.equal(again[0], false);
  assert.match(again[1], /Hulp/);
  await context.close();
});

test("the button is large, in sight and covers no focused link", async () => {
  for (const width of [320, 390, 820, 1440]) {
    const { context, page } = await reader("/nl/organisaties/", { width });
    const button = await page.locator(".exit-button").boundingBox();
    assert.ok(button.height >= 44 && button.width >= 44, JSON.stringify(button));
    assert.ok(button.y >= 0 && button.y + button.height <= 900, JSON.stringify(button));
    const covered = await page.evaluate(() => {
      const button = document.querySelector(".exit-button");
      const covered = [];
      for (const link of document.querySelectorAll("main a, footer a, main summary")) {
        if (link.closest("details:not([open]) > :not(summary)")) continue;
        link.focus();
        const [a, b] = [link.getBoundingClientRect(), button.getBoundingClientRect()];
        if (a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom) covered.push(link.outerHTML);
      }
      return covered;
    });
    assert.deepEqual(covered, []);
    await context.close();
  }
});

test("the script of the way out is under two kilobytes", () => {
  const assets = join(hub, "assets");
  const [file] = readdirSync(assets).filter((name) => /^exit\..*\.js$/.test(name));
  assert.ok(file, "no exit.js");
  const { size } = statSync(join(assets, file));
  assert.ok(size < 2048, `${size} bytes`);
});
