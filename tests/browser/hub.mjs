// The built hub and a browser to read it with, for all tests of this folder.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

export const hub = process.env.HUB_FOLDER ?? join(dirname(fileURLToPath(import.meta.url)), "..", "..", "public");

/** The hub on an address of this machine, and a browser without tasks of its own. */
export async function launch() {
  const site = await serve(hub);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  });
  return { browser, site };
}
