// Makes `areas.json`. How it is run, and why it does what it does, stands in `README.md` beside it.
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, zoneTab, out] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/index.js`));
const topojson = require("topojson-client");
const { numericToAlpha2 } = require("i18n-iso-countries");
const world = require("world-atlas/countries-10m.json");
const phones = require("libphonenumber-js/metadata.max.json").countries;

// What has no code of ISO 3166 belongs to the country that has one for the same land.
const JOINED = { Somaliland: "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", Dhekelia: "CY", Akrotiri: "CY", Baikonur: "KZ" };
// The user-assigned code of the European Union.
const OWN = { Kosovo: "XK" };
// Land that the United Nations count to another country (resolution 68/262): a point in it, whose it is, who has it here.
const MOVED = [{ at: [34.1, 45.3], from: "RU", to: "UA" }];
// Zones of a country that its law does not know.
const NO_ZONES = { UA: ["Europe/Simferopol"] };
// Directive (EU) 2018/1972, Article 109: 112 is free of charge and answered for every kind of emergency.
const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");

const REGIONS = {
  benelux: "BE NL LU",
  baltics: "EE LV LT",
  nordics: "DK FI IS NO SE",
  "european-union": EU.join(" "),
  europe: `${EU.join(" ")} AD AL BA BY CH GB IS LI MC MD ME MK NO RS SM UA VA XK`,
  "horn-of-africa": "DJ ER ET SO",
};

// What people write for a code, and the code that is meant.
const MEANT = { uk: "gb", el: "gr", eu: "european-union" };

// Parts of a country nearer than this to what is kept are kept, in degrees of latitude: Corsica, Kaliningrad and the
// Balearic Islands are, Svalbard, the Azores and the Canary Islands are not.
const NEAR = 2.8;
// So are parts of this share of the largest: the two halves of a country that the sea parts.
const LARGE = 0.3;
// How fine a line is: this share of the diagonal of the smaller of the countries that it bounds.
const FINE = 0.006;
// Islands smaller than this share of the country are left out, but never the largest part.
const SMALL = 0.0006;

const arcs = decode(world);
function decode({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0, y = 0;
    return steady(arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]));
  });
}
// A line that crosses the antimeridian goes on beyond 180 degrees.
function steady(line) {
  let turn = 0;
  return line.map(([x, y], i) => {
    if (i) turn -= Math.round((x - line[i - 1][0]) / 360) * 360;
    return [x + turn, y];
  });
}
const lineOf = (arcs, ring) => steady(ring.flatMap((i, n) => {
  const arc = i < 0 ? [...arcs[~i]].reverse() : arcs[i];
  return n ? arc.slice(1) : arc;
}));
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length];
  return sum + (x * v - u * y) / 2;
}, 0)) * Math.cos((ring[0][1] * Math.PI) / 180);
const box = (ring) => ring.reduce(([a, b, c, d], [x, y]) => [Math.min(a, x), Math.min(b, y), Math.max(c, x), Math.max(d, y)], [1e9, 1e9, -1e9, -1e9]);
const gap = (p, q) => {
  const lat = Math.max(0, p[1] - q[3], q[1] - p[3]);
  const lon = Math.max(0, p[0] - q[2], q[0] - p[2]);
  const narrow = Math.cos((Math.max(Math.min(Math.abs(p[1]), Math.abs(q[1])), 0) * Math.PI) / 180);
  return Math.hypot(lat, lon * narrow);
};
const inside = ([x, y], ring) => ring.reduce((is, [a, b], i) => {
  const [c, d] = ring[(i + 1) % ring.length];
  return b > y !== d > y && x < ((c - a) * (y - b)) / (d - b) + a ? !is : is;
}, false);

// The polygons of each country, as rings of arcs. Lakes are land here: only the first ring of a polygon is a coast.
const countries = {};
for (const geometry of world.objects.countries.geometries) {
  const name = geometry.properties.name;
  const code = numericToAlpha2(geometry.id) ?? OWN[name] ?? JOINED[name];
  // No projection of this kind can show the land around a pole.
  if (!code || code === "AQ") continue;
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  const country = (countries[code] ??= { name, polygons: [] });
  if (!JOINED[name]) country.name = name;
  country.polygons.push(...polygons);
}
for (const { at, from, to } of MOVED) {
  const here = (polygon) => inside(at, lineOf(arcs, polygon[0]));
  const moved = countries[from].polygons.filter(here);
  if (moved.length !== 1) throw new Error(`no land of ${from} at ${at}`);
  countries[from].polygons = countries[from].polygons.filter((polygon) => !here(polygon));
  countries[to].polygons.push(...moved);
}
// Land that was put together has no border in it.
for (const code of [...new Set([...Object.values(JOINED), ...MOVED.map(({ to }) => to)])]) {
  countries[code].polygons = topojson.mergeArcs(world, [{ type: "MultiPolygon", arcs: countries[code].polygons }]).arcs;
}

// The main part of a country and what is near it.
for (const country of Object.values(countries)) {
  let parts = country.polygons.map((polygon) => ({ ring: polygon[0], line: lineOf(arcs, polygon[0]) }));
  parts.forEach((part) => (part.area = area(part.line)));
  parts.sort((a, b) => b.area - a.area);
  const middle = (([a, , c]) => (a + c) / 2)(box(parts[0].line));
  for (const part of parts) {
    const own = (([a, , c]) => (a + c) / 2)(box(part.line));
    part.turn = Math.round((middle - own) / 360) * 360;
    part.box = box(part.line.map(([x, y]) => [x + part.turn, y]));
  }
  const kept = parts.filter((part) => part.area >= LARGE * parts[0].area);
  let rest = parts.filter((part) => !kept.includes(part));
  for (let grown = true; grown; ) {
    const near = rest.filter((part) => kept.some((other) => gap(part.box, other.box) < NEAR));
    kept.push(...near);
    rest = rest.filter((part) => !near.includes(part));
    grown = near.length > 0;
  }
  country.parts = kept;
  const [a, b, c, d] = kept.map((part) => part.box).reduce(([a, b, c, d], [e, f, g, h]) => [Math.min(a, e), Math.min(b, f), Math.max(c, g), Math.max(d, h)]);
  country.diagonal = Math.hypot((c - a) * Math.cos((((b + d) / 2) * Math.PI) / 180), d - b);
  const all = kept.reduce((sum, part) => sum + part.area, 0);
  country.parts = kept.filter((part, i) => i === 0 || part.area > SMALL * all);
}

// A border that two countries share stays one line: it is simplified once.
const finest = new Map();
for (const { parts, diagonal } of Object.values(countries)) {
  for (const { ring } of parts) for (const i of ring) finest.set(i < 0 ? ~i : i, Math.min(finest.get(i < 0 ? ~i : i) ?? 1e9, diagonal));
}
const simple = arcs.map((arc, i) => (finest.has(i) ? simplify(arc, finest.get(i) * FINE) : arc));
// Douglas and Peucker: points that are further than `fine` from the line without them. A ring is parted at its far point.
function simplify(line, fine) {
  const narrow = Math.cos((line[0][1] * Math.PI) / 180);
  const off = ([x, y], [a, b], [c, d]) => {
    const [dx, dy] = [(c - a) * narrow, d - b];
    const length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((x - a) * narrow * dx + (y - b) * dy) / length)) : 0;
    return Math.hypot((x - a) * narrow - t * dx, y - b - t * dy);
  };
  const keep = new Set([0, line.length - 1]);
  const stack = [[0, line.length - 1]];
  while (stack.length) {
    const [from, to] = stack.pop();
    let [best, at] = [fine, -1];
    for (let i = from + 1; i < to; i++) {
      const far = off(line[i], line[from], line[to]);
      if (far > best) [best, at] = [far, i];
    }
    if (at > 0) {
      keep.add(at);
      stack.push([from, at], [at, to]);
    }
  }
  return line.filter((_, i) => keep.has(i));
}

const zones = {};
for (const line of fs.readFileSync(zoneTab, "utf8").split("\n").filter((line) => line && !line.startsWith("#"))) {
  const [codes, , zone] = line.split("\t");
  for (const code of codes.split(",")) if (!NO_ZONES[code]?.includes(zone)) (zones[code] ??= []).push(zone);
}
// Zones whose clocks show the same all year are one.
const clock = (zone) => [1, 4, 7, 10].map((month) => new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).format(Date.UTC(2026, month, 1))).join();
const zoneOf = (code) => (new Set((zones[code] ?? []).map(clock)).size === 1 ? zones[code][0] : undefined);

const areas = {};
for (const code of Object.keys(countries).sort()) {
  const { name, parts, diagonal } = countries[code];
  const per = diagonal < 2 ? 1000 : 100;
  const rings = parts.map(({ ring, turn }) => {
    const points = lineOf(simple, ring).map(([x, y]) => [Math.round(y * per), Math.round((x + turn) * per)]);
    const steps = points.filter(([y, x], i) => i === 0 || y !== points[i - 1][0] || x !== points[i - 1][1]);
    // The first point in parts of a degree, then the steps from point to point.
    return steps.flatMap(([y, x], i) => (i ? [y - steps[i - 1][0], x - steps[i - 1][1]] : [y, x]));
  });
  const country = { name, per_degree: per, rings: rings.filter((ring) => ring.length >= 8) };
  if (zoneOf(code)) country.time_zone = zoneOf(code);
  if (EU.includes(code)) country.emergency_number = "112";
  const phone = phones[code];
  if (phone) {
    // The types "fixed line" and "mobile", or the pattern of all numbers where a country tells none apart.
    const patterns = (phone[11] ?? []).slice(0, 2).filter(Boolean).map(([pattern]) => pattern);
    country.phone = { code: phone[0], trunk: phone[5] || "", reached: (patterns.length ? patterns : [phone[2]]).join("|") };
  }
  areas[code.toLowerCase()] = country;
}
const regions = Object.fromEntries(Object.entries(REGIONS).map(([name, codes]) => [name, codes.toLowerCase().split(" ")]));
const lines = Object.entries(areas).map(([code, country]) => `${JSON.stringify(code)}:${JSON.stringify(country)}`);
fs.writeFileSync(out, `{"regions":${JSON.stringify(regions)},\n"meant":${JSON.stringify(MEANT)},\n"areas":{\n${lines.join(",\n")}\n}}\n`);
