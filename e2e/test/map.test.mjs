// SPDX-License-Identifier: EUPL-1.2
// The map that moves: over the same data as the drawing, under the same rights, drawn on by mouse
// and by keyboard, on a base map of the node's own or none.

import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { baseMap } from "../lib/pmtiles.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let own;
let other;
let incident;
let map;

const RING = [[6.05, 51.45], [6.2, 51.45], [6.2, 51.6], [6.05, 51.45]];
const AREA = JSON.stringify({ type: "Polygon", coordinates: [RING] });

before(async () => {
  server = await Server.start();
  browser = await launch();
  own = await (await Person.at(browser, server)).logIn("editor-vr23");
  other = await (await Person.at(browser, server)).logIn("editor-vr24");
  const made = await own.record("/v1/incident/incident/open", { title: "Hoogwater Maas" });
  incident = made.stream;
  map = `/incident/incident/${incident}/map`;
  const place = (person, body) => person.record("/v1/incident/layer/place", { incident, ...body });
  await place(own, { kind: "command-post", title: "Commandopost", at: "51.5 6.1", team: "copi" });
  await place(other, { kind: "flooded-area", title: "Uiterwaard", at: AREA });
  await place(own, { kind: "label", title: "Hier sluit de dijk", at: "51.55 6.15" });
  await place(own, { kind: "shelter", title: "Sporthal", area: "Sportlaan 1, Arcen" });
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** Waits until the map moves, with its signs. */
async function open(person, path = map) {
  await person.go(path);
  await person.page.locator("#map-live canvas").waitFor();
  await person.page.locator("#map-live .sign").first().waitFor();
}

const told = (page) => page.locator("#map-live .told").innerText();
async function key(page, name, times = 1) {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(name);
}

/** The places that stand in the form. */
const at = async (page) => {
  await page.waitForURL(/\/incident\/layer\/(place|move)\?/);
  return (await page.inputValue("[name=at]")).trim().split("\n");
};

test("it shows what the drawing shows, says what lacks, and the drawing steps aside", async () => {
  await open(own);
  const { page } = own;
  const signs = await page.locator("#map-live .sign").evaluateAll((all) =>
    all.map((it) => it.getAttribute("aria-label")).sort());
  assert.equal(signs.length, 3);
  const said = /Hier sluit de dijk.*\n.*Commandopost, Commandopost\n.*Uiterwaard/;
  assert.match(signs.join("\n"), said);
  assert.match(await page.locator("#map-live .below").innerText(), /ontbreekt het bestand kaart/);
  assert.equal(await page.locator("#map .shapes").isVisible(), false);
  assert.match(await page.locator("main").innerText(), /Sportlaan 1, Arcen/);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#map .shapes").isVisible(), true);
  assert.equal(await page.locator("#map-live .chart").isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  assert.deepEqual(own.troubles, []);
});

test("axe and narrow screens, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await own.page.emulateMedia({ colorScheme });
    await open(own);
    for (const width of [1440, 390, 320]) {
      await own.page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await violations(own.page), [], `${colorScheme} at ${width}`);
      assert.deepEqual(await sideways(own.page), [], `${colorScheme} at ${width}`);
    }
    await own.page.setViewportSize({ width: 1440, height: 900 });
  }
  await own.page.emulateMedia({ colorScheme: null });
  assert.deepEqual(own.troubles, []);
});

test("a line by keyboard alone ends in the form, and stands on the map after it", async () => {
  await open(own);
  const { page } = own;
  await page.getByRole("button", { name: "Lijn tekenen" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "map-live");
  assert.match(await told(page), /pijltjes bewegen het kruis/);
  await page.keyboard.press("Escape");
  assert.match(await told(page), /Gestopt/);
  await page.getByRole("button", { name: "Lijn tekenen" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  assert.match(await told(page), /Punt gezet: 1, 5\d\.\d{6} 6\.\d{6}/);
  await key(page, "ArrowRight", 4);
  await page.locator("#map-live .told", { hasText: /^Plaats/ }).waitFor();
  await page.keyboard.press("Enter");
  await key(page, "ArrowUp", 60);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await key(page, "ArrowDown", 3);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const places = await at(page);
  assert.equal(places.length, 3);
  assert.equal(await page.inputValue("[name=form]"), "line");
  await page.selectOption("[name=kind]", "closure");
  await page.fill("[name=title]", "Afsluiting A73");
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/map/);
  await page.locator("#map-live .sign", { hasText: "Afsluiting A73" }).waitFor();
  assert.deepEqual(own.troubles, []);
});

test("an area and a text by mouse; too few points are said", async () => {
  await open(other);
  const { page } = other;
  const canvas = page.locator("#map-live canvas");
  const click = (x, y) => canvas.click({ position: { x, y } });
  await page.getByRole("button", { name: "Gebied tekenen" }).click();
  await click(300, 120);
  await click(420, 120);
  await page.getByRole("button", { name: "Klaar, naar het formulier" }).click();
  assert.match(await told(page), /meer punten/);
  await click(420, 260);
  await page.getByRole("button", { name: "Klaar, naar het formulier" }).click();
  assert.equal((await at(page)).length, 3);
  assert.equal(await page.inputValue("[name=form]"), "area");
  await open(other);
  await page.getByRole("button", { name: "Tekst zetten" }).click();
  await click(200, 200);
  assert.equal((await at(page)).length, 1);
  assert.equal(await page.inputValue("[name=kind]"), "label");
  assert.deepEqual(other.troubles, []);
});

test("who keeps an object moves it on the map, and nobody else does", async () => {
  await open(other);
  await other.page.getByText("Verplaatsen op de kaart").click();
  assert.equal(await other.page.getByRole("button", { name: /Commandopost/ }).count(), 0);
  await open(own);
  const { page } = own;
  await page.getByText("Verplaatsen op de kaart").click();
  await page.getByRole("button", { name: /Commandopost/ }).click();
  assert.match(await told(page), /nieuwe plaats van Commandopost/);
  await key(page, "ArrowLeft", 5);
  await page.keyboard.press("Enter");
  const [place] = await at(page);
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/map/);
  const [lat, lon] = place.split(" ").map((it) => Number(it).toFixed(5));
  assert.match(await page.locator("main").innerText(), new RegExp(`${lat}, ${lon}`));
});

test("what another places comes to the map by itself, a layer that is hidden goes", async () => {
  await open(own);
  const place = { incident, kind: "threat", title: "Kwel", at: "51.52 6.12" };
  await other.record("/v1/incident/layer/place", place);
  await own.page.locator("#map-live .sign", { hasText: "Kwel" }).waitFor();
  const hide = own.page.locator(".layers a", { hasText: "Verbergen" }).last();
  await Promise.all([own.page.waitForNavigation(), hide.click()]);
  await own.page.locator("#map-live .sign").first().waitFor();
  assert.equal(await own.page.locator("#map-live .sign", { hasText: "Kwel" }).count(), 0);
  assert.deepEqual(own.troubles, []);
});

test("GeoJSON comes in as a file; what is wrong is named, what was typed stays", async () => {
  const { page } = own;
  await page.goto(`/incident/layer/import?incident=${incident}`);
  const feature = (name, coordinates) => ({
    type: "Feature",
    properties: { name },
    geometry: { type: "Point", coordinates },
  });
  const file = (features) => ({
    name: "lagen.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from(JSON.stringify({ type: "FeatureCollection", features })),
  });
  const good = feature("Zandzakken", [6.11, 51.49]);
  const chooser = "[name=geojson-file]";
  await page.selectOption("[name=kind]", "other");
  await page.fill("[name=source]", "Waterschap");
  await page.setInputFiles(chooser, file([good, feature("In RD", [209000, 383000])]));
  await page.click("main form.form button[type=submit]");
  await page.locator("#error-summary").waitFor();
  assert.match(await page.locator("#error-summary").innerText(), /2 \(In RD\)/);
  assert.match(await page.inputValue("[name=geojson]"), /Zandzakken/);
  assert.equal(await page.inputValue("[name=source]"), "Waterschap");
  assert.deepEqual(await violations(page), []);
  await page.setInputFiles(chooser, file([good]));
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/map/);
  const line = await page.locator("main tr", { hasText: "Zandzakken" }).innerText();
  assert.match(line, /51\.49000, 6\.11000[\s\S]*Waterschap/);
});

test("a region chooses its colour, and it stands on map and picture beside its name", async () => {
  const { page } = own;
  await page.goto(map);
  await page.getByRole("link", { name: "Kleur van uw organisatie kiezen" }).click();
  await page.getByRole("radio", { name: "Blauwgroen" }).check();
  await page.getByRole("radio", { name: "Liggende strepen" }).check();
  assert.deepEqual(await violations(page), []);
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/map/);
  const swatch = ".swatch.colour-teal.pattern-bars";
  const layer = other.page.locator(".layers li", { has: other.page.locator(swatch) }).first();
  await other.go(map);
  assert.match(await layer.innerText(), /Noord/);
  const theme = { incident, theme: "water", status: "raised", text: "Hoog water." };
  await own.record("/v1/incident/part/share", theme);
  await other.go(`/incident/incident/${incident}`);
  assert.equal(await other.page.locator(`#themes ${swatch}`).count(), 1);
  const jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  const rings = "58000000 512000000 3000000 0 0 3000000 -3000000 0";
  const border = { area: "vr23", name: "vr23", year: 2023, source: "Eigen schets", rings };
  await jenv.record("/v1/registers/boundary/import", border);
  const { features } = await other.api("/regions");
  const [{ id, properties }] = features;
  assert.deepEqual([id, properties.colour, properties.pattern], ["vr23", "teal", "bars"]);
  await open(other);
  const below = await other.page.locator("#map-live .below").innerText();
  assert.match(below, /Getekend zijn de grenzen van regio's/);
  await other.page.waitForTimeout(500);
  assert.deepEqual(other.troubles, []);
  await jenv.leave();
});

test("an address is found in the list of the node, or stands in words", async () => {
  const { page } = own;
  const ask = async (text) => {
    await page.getByRole("searchbox", { name: "Adres of plaats zoeken" }).fill(text);
    await page.keyboard.press("Enter");
  };
  await open(own);
  await ask("Markt 1 Venlo");
  await page.locator("#map-live .told", { hasText: "geen lijst van plaatsen" }).waitFor();
  await page.getByRole("link", { name: "met deze plaats in woorden" }).click();
  await page.waitForURL(/layer\/place/);
  assert.equal(await page.inputValue("[name=area]"), "Markt 1 Venlo");
  const list = join(server.data, "plaatsen.csv");
  writeFileSync(list, "naam;plaats\nMarkt 1, Venlo;209500;376000\n");
  await open(own);
  await ask("markt venlo");
  await page.getByRole("button", { name: "Markt 1, Venlo" }).click();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Object hier plaatsen" }).click();
  await page.waitForURL(/layer\/place/);
  assert.match((await at(page))[0], /^51\.\d{6} 6\.\d{6}$/);
  assert.equal(await page.inputValue("[name=area]"), "Markt 1, Venlo");
  await open(own);
  await ask("Nergens 9");
  await page.locator("#map-live .told", { hasText: "Niet gevonden" }).waitFor();
  rmSync(list);
  assert.deepEqual(own.troubles, []);
});

test("a team chooses a set of signs; a drawing that could run is refused by name", async () => {
  const folder = join(server.data, "symbols", "proef");
  mkdirSync(folder, { recursive: true });
  const svg = (inner) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">${inner}</svg>`;
  writeFileSync(join(folder, "set.json"), JSON.stringify({ name: "Proefset", source: "Test" }));
  writeFileSync(join(folder, "command-post.svg"), svg('<path d="M0 0h9v9H0z"/>'));
  writeFileSync(join(folder, "shelter.svg"), svg("<script>alert(1)</script>"));
  const { sets } = await own.api("/symbols");
  assert.deepEqual(sets, [
    {
      id: "proef",
      name: "Proefset",
      source: "Test",
      signs: ["command-post"],
      refused: [{ file: "shelter.svg", why: "element script" }],
    },
  ]);
  await own.go(`/incident/layer/signs?incident=${incident}&team=copi`);
  await own.page.selectOption("[name=set]", { label: "Proefset" });
  assert.deepEqual(await violations(own.page), []);
  await own.page.click("main form.form button[type=submit]");
  await own.page.locator("#map-live .sign .spot img").first().waitFor();
  const image = own.page.locator("main tr", { hasText: "Commandopost" }).locator("img.symbol");
  assert.equal(await image.evaluate((it) => it.naturalWidth), 9);
  const empty = await own.context.request.get("/symbols/proef/shelter.svg");
  assert.doesNotMatch(await empty.text(), /script/);
  assert.equal((await own.context.request.get("/symbols/..%2Fkeys/node.key")).status(), 404);
});

test("a base map of the node is read in pieces, by who is signed in", async () => {
  const file = join(server.data, "kaart.pmtiles");
  writeFileSync(file, baseMap());
  const wanted = [];
  own.page.on("request", (it) => wanted.push(it.url()));
  await open(own);
  assert.match(await own.page.locator("#map-live .below").innerText(), /Proefkaart van deze test/);
  await own.page.waitForTimeout(500);
  assert.deepEqual(own.troubles, []);
  const elsewhere = wanted.filter((it) => !it.startsWith(server.base) && !it.startsWith("blob:"));
  assert.deepEqual(elsewhere, []);
  const get = (headers) => own.context.request.get("/ground/kaart.pmtiles", { headers });
  const answer = await get({ range: "bytes=0-6" });
  assert.equal(answer.status(), 206);
  assert.equal((await answer.body()).toString(), "PMTiles");
  assert.equal((await get({ range: "bytes=9999999-" })).status(), 416);
  assert.equal((await get({})).status(), 416);
  const stranger = await Person.at(browser, server);
  const shut = await stranger.context.request.get("/ground/kaart.pmtiles", {
    headers: { range: "bytes=0-6" },
    maxRedirects: 0,
  });
  assert.notEqual(shut.status(), 206);
  await stranger.leave();
  writeFileSync(file, "no map at all");
  await open(own);
  assert.match(await own.page.locator("#map-live .below").innerText(), /kan niet worden gelezen/);
  rmSync(file);
});

test("without a script, and where nothing can be drawn, the drawing stands", async () => {
  const plain = await Person.at(browser, server, { javaScriptEnabled: false });
  await plain.logIn("editor-vr23");
  await plain.go(map);
  assert.equal(await plain.page.locator("#map .shapes").isVisible(), true);
  await plain.leave();
  await own.page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await own.go(map);
  await own.page.getByText("Deze browser kan de bewegende kaart niet tekenen").waitFor();
  assert.equal(await own.page.locator("#map .shapes").isVisible(), true);
  assert.deepEqual(own.troubles, []);
});

test("in an exercise everything of the map is of that exercise", async () => {
  const person = await (await Person.at(browser, server)).logIn("editor-vr23");
  await person.context.request.post("/oefening", {
    form: { exercise: "hoogwater-maas", order: "start" },
  });
  const wanted = [];
  person.page.on("request", (it) => wanted.push(new URL(it.url()).pathname));
  await person.go("/oefening/hoogwater-maas/incident");
  const link = person.page.locator('main a[href*="/hoogwater-maas/incident/incident/vr"]');
  const path = new URL(await link.first().getAttribute("href"), server.base).pathname;
  await person.go(`${path}/map`);
  await person.page.locator("#map-live canvas").waitFor();
  await person.page.locator("#map-live .below").getByText(/kaart\.pmtiles/).waitFor();
  const outside = wanted.filter((it) => !/^\/(oefening\/|static\/|worker\.js)/.test(it));
  assert.deepEqual(outside, []);
  assert.ok(wanted.some((it) => it.startsWith("/oefening/hoogwater-maas/ogc/")), wanted.join("\n"));
  await person.page.getByRole("button", { name: "Punt zetten" }).click();
  await person.page.locator("#map-live canvas").click({ position: { x: 200, y: 150 } });
  await person.page.waitForURL(/\/oefening\/hoogwater-maas\/incident\/layer\/place\?/);
  assert.deepEqual(person.troubles, []);
  await person.leave();
});
