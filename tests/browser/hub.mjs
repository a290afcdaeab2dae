// The built hub and a browser to read it with, for all tests of this folder.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const hub = process.env.HUB_FOLDER ?? join(dirname(fileURLToPath(import.meta.url)), "..", "..", "public");

/** The hub on an address of this machine, and a browser without tasks of its own. */
export async function launch(...args) {
  const site = await serve(hub);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", ...args],
  });
  return { browser, site };
}

/** Opens a page on a phone and keeps what went wrong and what was asked for. */
export async function watched(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  const asked = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("request", (request) => asked.push(decodeURI(request.url())));
  await page.goto(address);
  return { context, page, trouble, asked };
}

/** The address of a page in another language, as its switcher gives it. */
export function inLanguage(path, tag) {
  if (tag === "nl") return path;
  const html = readFileSync(`${hub}${path}index.html`, "utf8");
  const links = html.match(/<a [^>]*hreflang="?[a-z-]+[^>]*>/g) ?? [];
  const link = links.find((link) => new RegExp(`hreflang="?${tag}["\\s>]`).test(link));
  assert.ok(link, `${path} has no link to ${tag}`);
  return /href="?([^"\s>]+)/.exec(link)[1];
}
