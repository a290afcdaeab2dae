// All JSON-LD of the built hub against the vocabulary of schema.org, as the package schema-dts declares it:
// types and properties exist, properties fit their types, and values fit their properties.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const hub = process.env.HUB_FOLDER ?? join(here, "..", "public");
const main = createRequire(join(here, "browser", "package.json")).resolve("schema-dts");
const declarations = readFileSync(join(dirname(main), "schema.d.ts"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

const ABSOLUTE = /^https?:\/\/[^\s/]+\/?\S*$/;
const ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/;
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const DATES = ["Date", "DateTime"];

const names = (list) => list.split(/[|,]/).map((name) => name.trim()).filter(Boolean);

/** Properties by interface, with the interfaces it takes over and what each property may hold. */
const bases = new Map();
for (const [, name, above, body] of declarations.matchAll(/^interface (\w+Base) extends ([^{]+)\{([\s\S]*?)^\}/gm)) {
  const own = [...body.matchAll(/"([\w-]+)"\?: SchemaValue<(.+), "[^"]+">;/g)].map(([, key, range]) => [key, names(range)]);
  bases.set(name, { above: names(above), own: new Map(own) });
}
/** The interface of each type. */
const types = new Map();
for (const [, above, type] of declarations.matchAll(/^export interface \w+Leaf extends ([^{]+)\{\s*"@type": "([^"]+)"/gm)) {
  types.set(type, names(above));
}
/** What a name of a range stands for: narrower names, members, texts. */
const aliases = new Map();
for (const [, name, list] of declarations.matchAll(/^export type (\w+) = ([^;{]+);/gm)) aliases.set(name, names(list));

function range(base, property) {
  const found = bases.get(base);
  return found?.own.get(property) ?? found?.above.map((above) => range(above, property)).find(Boolean);
}

/** Whether a type is one of a name of a range. */
function is(type, name, seen = new Set()) {
  if (seen.has(name)) return false;
  seen.add(name);
  if (name === `${type}Leaf`) return true;
  return (aliases.get(name) ?? []).some((narrower) => is(type, narrower, seen));
}

/** Everything that is wrong with a node. */
function wrong(node, path = "") {
  const type = node["@type"];
  if (!types.has(type)) return [`${path}: there is no type ${type}`];
  const found = [];
  for (const [key, value] of Object.entries(node)) {
    const at = `${path}/${type}.${key}`;
    if (key === "@type" || key === "@context") continue;
    if (key === "@id") {
      if (!ABSOLUTE.test(value)) found.push(`${at}: ${value} is not absolute`);
      continue;
    }
    const allowed = types.get(type).map((base) => range(base, key)).find(Boolean);
    if (!allowed) found.push(`${at}: no property of this type`);
    else for (const one of [value].flat()) found.push(...misfit(one, key, allowed, at));
  }
  return found;
}

function misfit(value, key, allowed, at) {
  if (value !== null && typeof value === "object") {
    if (Object.keys(value).length === 1 && value["@id"]) return [];
    const fits = allowed.some((name) => is(value["@type"], name));
    return [...(fits ? [] : [`${at}: ${value["@type"]} is none of ${allowed}`]), ...wrong(value, at)];
  }
  if (typeof value === "number") return allowed.some((name) => ["Number", "Integer"].includes(name)) ? [] : [`${at}: ${value}`];
  if (typeof value !== "string" || !value) return [`${at}: ${JSON.stringify(value)}`];
  if (key === "inLanguage" && !TAG.test(value)) return [`${at}: ${value} is no language`];
  if (allowed.some((name) => (aliases.get(name) ?? []).includes(`"${value}"`))) return [];
  if (allowed.includes("Text")) return [];
  if (allowed.some((name) => DATES.includes(name))) return ISO.test(value) ? [] : [`${at}: ${value} is no date`];
  return ABSOLUTE.test(value) ? [] : [`${at}: ${value} is not absolute`];
}

const nodes = (block) => block["@graph"] ?? [block];

function* pages() {
  for (const file of readdirSync(hub, { recursive: true }).filter((file) => file.endsWith(".html")).sort()) {
    const html = readFileSync(join(hub, file), "utf8");
    const blocks = [...html.matchAll(/<script type="?application\/ld\+json"?>([\s\S]*?)<\/script>/g)];
    yield { file, html, blocks: blocks.map(([, text]) => JSON.parse(text)) };
  }
}

test("the checker knows what fits and what does not", () => {
  const good = { "@type": "Event", "@id": "https://a.example/", name: "A", startDate: "2024-01-10", organizer: { "@type": "NGO", name: "B" },
    eventStatus: "https://schema.org/EventScheduled", location: { "@type": "Place", geo: { "@type": "GeoCoordinates", latitude: 52.1, longitude: 5 } } };
  assert.deepEqual(wrong(good), []);
  assert.deepEqual(wrong({ "@type": "GovernmentOrganization", url: "https://a.example/", areaServed: "Utrecht" }), []);
  for (const bad of [{ "@type": "Meeting" }, { inLanguage: "nl", "@type": "Organization" }, { startDate: "10 January" }, { organizer: { "@type": "Place" } },
    { url: "/nl/" }, { "@id": "nl/" }, { name: "" }, { startDate: 2024 }, { about: { "@type": "Thing", colour: "red" } }, { eventStatus: "EventPlanned" }]) {
    assert.equal(wrong({ ...good, ...bad }).length > 0, true, JSON.stringify(bad));
  }
});

test("all JSON-LD of the hub is in the words of schema.org", () => {
  const found = new Set();
  const used = new Set();
  for (const { file, blocks } of pages()) {
    for (const block of blocks) {
      assert.equal(block["@context"], "https://schema.org", file);
      for (const node of nodes(block)) {
        used.add(node["@type"]);
        for (const fault of wrong(node)) found.add(`${fault} (${file})`);
      }
    }
  }
  assert.deepEqual([...found], []);
  for (const type of ["BreadcrumbList", "DefinedTerm", "DigitalDocument", "Event", "GovernmentOrganization", "NGO", "Organization", "Project", "Service", "WebPage", "WebSite"]) {
    assert.ok(used.has(type), `no page is about a ${type}`);
  }
});

test("pages that search engines should not know say nothing", () => {
  let told = 0;
  for (const { file, html, blocks } of pages()) {
    told += blocks.length;
    assert.ok(blocks.length <= 1, file);
    if (/<meta[^>]*noindex/.test(html)) assert.ok(blocks.length === 0 && !html.includes("dcterms."), file);
  }
  assert.ok(told > 50, `${told} pages say what they are`);
});
