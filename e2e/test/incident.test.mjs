// SPDX-License-Identifier: EUPL-1.2
// A crisis in the browser: opened with one field, written by one and read by others at once, by
// keyboard, without script, on paper, in every width and both themes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { follow, send, text } from "../lib/forms.mjs";
import { Keyboard } from "../lib/keys.mjs";
import { Server } from "../lib/server.mjs";

const MOST_PAGES = 12;
const SOON_MS = 1_000;
const WIDTHS = { 1440: 900, 390: 844, 320: 640 };

let server;
let browser;
let own;
let other;
let reader;
let crisis;

before(async () => {
  server = await Server.start();
  browser = await launch();
  own = await (await Person.at(browser, server)).logIn("editor-vr23");
  other = await (await Person.at(browser, server)).logIn("editor-vr24");
  reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
  crisis = await furnish();
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** A crisis of two regions with something of everything in it; answers its streams. */
async function furnish() {
  const post = (person, path, body) => person.record(`/v1/incident/${path}`, body);
  const { stream: incident } = await post(own, "incident/open", { title: "Hoogwater Maas" });
  const joined = await post(other, "incident/open", { title: "Dijk bij Mook" });
  const join = { with: incident };
  await other.record(`/v1/streams/${joined.stream}/join`, join, { "If-Match": '"1"' });
  const about = { incident };
  const long = `Kade bij ${"eenheellangwoordzonderspatie".repeat(4)} houdt.`;
  await post(own, "part/share", { ...about, theme: "water", status: "raised", text: long });
  const mook = { incident: joined.stream, theme: "water", status: "critical", text: "Wijkt." };
  await post(other, "part/share", mook);
  await post(own, "log/write", { ...about, text: "Melding van de brandweer.", team: "rot" });
  await post(other, "log/write", { ...about, text: long, theme: "water", source: "Waterschap" });
  await post(own, "scale/set", { ...about, level: "grip-2", reason: "Effectgebied groeit" });
  await post(other, "scale/set", { ...about, level: "water-2" });
  await post(own, "team/assemble", { ...about, team: "rot", place: "Venlo", reach: "kanaal 4" });
  const evacuated = { ...about, definition: "evacuated", value: "1.240", area: "Borgharen" };
  const fact = await post(own, "fact/state", evacuated);
  await post(other, "fact/state", { ...evacuated, value: "900" });
  await post(other, "dispute/say", { fact: fact.stream, value: "900", reason: "geteld" });
  const level = { ...about, definition: "water-level", value: "43,92", above: "nap" };
  await post(own, "fact/state", level);
  await post(own, "held-fact/hold", { ...about, definition: "dead", value: "2", area: "Itteren" });
  const due = "2026-01-01T10:00:00Z";
  const asked = { ...about, text: "Stuur twee pompen", to: "vr23", due };
  const action = await post(other, "action/give", asked);
  const order = { ...about, text: "Dijkwacht instellen", to: "vr23", team: "rot" };
  await post(own, "action/give", order);
  const stuck = { ...about, text: "Te weinig zandzakken", to: "vr24", wanted: "Tienduizend" };
  const bottleneck = await post(own, "bottleneck/raise", stuck);
  const higher = { ...stuck, to: "jenv", below: bottleneck.stream };
  await post(other, "bottleneck/raise", higher);
  const answer = { ...about, of: bottleneck.stream, text: "Morgen" };
  await post(other, "response/answer", answer);
  const question = await post(other, "question/ask", { ...about, text: "Is de brug open?" });
  const decision = await post(own, "decision/take", {
    ...about,
    text: "Ontruim de wijk",
    options: "Blijven of gaan",
    team: "rot",
  });
  const meeting = await post(own, "meeting/call", { ...about, team: "rot", at: due });
  const key = { ...about, officer: "Informatiemanager", what: "Water stijgt\nKade houdt" };
  await post(own, "synthesis/publish", key);
  await post(own, "report/freeze", { ...about, note: "eerste" });
  const streams = { action, bottleneck, question, decision, meeting, fact };
  const things = Object.entries(streams).map(([kind, it]) => [kind, it.stream]);
  return { incident, joined: joined.stream, things: Object.fromEntries(things) };
}

const at = (page = "") => `/incident/incident/${crisis.incident}${page}`;

const live = (page) =>
  page.waitForFunction(() => document.getElementById("status").innerText === "Live");

/** Sends the form of one line. */
const sendQuick = (page) =>
  Promise.all([page.waitForNavigation(), page.click("form.quick button")]);

/** Sends the line that was typed, and waits until it stands in the log; no page is loaded. */
const sendLine = async (page) => {
  const words = await page.inputValue("#quick-text");
  await page.click("form.quick button");
  await page.locator(".line-text", { hasText: words }).first().waitFor();
};

/** Keys of words that are missing. */
const missing = (page) =>
  page.evaluate(() => [...document.body.innerText.matchAll(/«[^»]*»/g)].map((it) => it[0]));

test("a crisis is opened with one field and leads to its picture", async () => {
  const { page } = other;
  await other.go("/incident");
  await page.fill("#quick-title", "Brand in Gennep");
  await sendQuick(page);
  assert.match(page.url(), /\/incident\/incident\/vr24\./);
  assert.match(await text(page), /Brand in Gennep[^]*geen eigenaar[^]*zegt nog niemand iets over/);
  await page.fill("#quick-text", "Dak ingestort");
  await sendLine(page);
  assert.match(await text(page, "#log"), /Dak ingestort/);
});

test("a line that one writes is read by another organisation within a second", async () => {
  await own.go(at());
  await live(own.page);
  await other.go(at());
  for (const words of ["Eerste bericht", "Tweede bericht", "Derde bericht"]) {
    await own.page.waitForTimeout(2_500);
    await other.page.fill("#quick-text", words);
    const seen = own.page.locator("#log", { hasText: words }).first();
    const begun = Date.now();
    await other.page.click("form.quick button");
    await seen.waitFor({ timeout: 5_000 });
    const took = Date.now() - begun;
    console.log(`seen after ${took} ms`);
    assert.ok(took < SOON_MS, `${took} ms`);
  }
});

test("who is typing a line keeps the text and the cursor while news comes in", async () => {
  const { page } = own;
  await own.go(at());
  await live(page);
  await page.click("#quick-text");
  await page.keyboard.type("Half getypte regel");
  await page.keyboard.press("ArrowLeft");
  await other.record("/v1/incident/log/write", { incident: crisis.incident, text: "Nieuws!" });
  await page.locator("#log", { hasText: "Nieuws!" }).first().waitFor({ timeout: 6_000 });
  assert.equal(await page.inputValue("#quick-text"), "Half getypte regel");
  assert.equal(await page.evaluate(() => document.activeElement.id), "quick-text");
  await page.keyboard.type("X");
  assert.equal(await page.inputValue("#quick-text"), "Half getypte regeXl");
  assert.equal(await page.locator("#change-bar").count(), 0);
  await sendLine(page);
  assert.match(await text(page, "#log"), /Half getypte regeXl/);
});

test("a team is chosen once and stays, through every form", async () => {
  const { page } = own;
  await own.go(at());
  await page.selectOption("#write-as", "rot");
  await Promise.all([page.waitForNavigation(), page.click("form.write-as button")]);
  await page.fill("#quick-text", "Van het ROT");
  await sendLine(page);
  assert.match(page.url(), /team=rot/);
  assert.match(await text(page, "#log"), /VR23 ROT \d+/);
  assert.equal(await page.inputValue("#write-as"), "rot");
  await follow(page, "Gezondheid");
  assert.equal(await page.inputValue("main form.form [name=team]"), "rot");
  assert.equal(await page.inputValue("main [name=theme]"), "health", "the theme that was clicked");
  await page.check("input[name=status][value=raised]");
  await send(page);
  assert.match(page.url(), /team=rot/);
  assert.match(await text(page, "#themes"), /Gezondheid[^]*ROT/);
  await follow(page, "Feiten");
  await follow(page, "Feit vaststellen");
  assert.equal(await page.inputValue("main form.form [name=team]"), "rot");
});

test("what stands in a theme is what the form to change it begins with", async () => {
  const { page } = own;
  await own.go(at());
  const block = page.locator("section.theme", { hasText: "Kade bij" });
  await Promise.all([
    page.waitForNavigation(),
    block.getByRole("link", { name: "Het is anders" }).first().click(),
  ]);
  assert.equal(await page.inputValue("main [name=theme]"), "water");
  assert.match(await page.inputValue("[name=text]"), /^Kade bij/);
});

const PAGES = ["", "/log", "/facts", "/actions", "/bottlenecks", "/decisions", "/questions"];
const MORE = [
  "/reports", "/report", "/pack", "/synthesis", "/past", "?team=rot", "?moment=wrong",
];

/** Looks at a page in all widths and both themes. */
async function look(person, path, languages = ["nl"]) {
  const problems = [];
  const { page } = person;
  person.troubles.length = 0;
  for (const language of languages) {
    await person.go(`/taal?to=${language}&next=/login`);
    for (const theme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: theme });
      const status = await person.go(path);
      if (status !== 200) problems.push(`${path}: ${status}`);
      for (const [width, height] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width: Number(width), height });
        const where = `${path} ${language} ${theme} at ${width}`;
        for (const one of await violations(page)) problems.push(`${where}: ${one}`);
        for (const one of await sideways(page)) problems.push(`${where}: ${one}`);
      }
      for (const word of await missing(page)) problems.push(`${path}: no word ${word}`);
    }
  }
  await person.go("/taal?to=nl&next=/login");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  assert.deepEqual([...problems, ...person.troubles], []);
}

describe("every page of a crisis", () => {
  test("list", () => look(own, "/incident", ["nl", "en"]));
  for (const path of [...PAGES, ...MORE])
    test(`page ${path || "picture"}`, () => look(own, at(path), ["nl", "en"]));
  test("picture of a reader", () => look(reader, at()));
  test("facts of another", () => look(other, at("/facts")));
  test("compared", () =>
    look(own, at("/past?from=2026-01-01T00:00:00Z"), ["nl", "en"]));
  test("an earlier moment", () => look(own, at(`?moment=${new Date().toISOString()}`)));
  for (const kind of ["action", "bottleneck", "question", "decision", "meeting", "fact"])
    test(`page of one ${kind}`, () => look(own, `/incident/${kind}/${crisis.things[kind]}`));
});

/** Every form: who opens it, and where. */
function forms() {
  const { incident, things } = crisis;
  const of = (kind) => `incident=${incident}&of=${things[kind]}`;
  const kinds = [
    "direction/take",
    "direction/offer",
    "direction/lay-down",
    "scale/set",
    "team/assemble",
    "team/stand-down",
    "log/write",
    "part/share",
    "layer/place",
    "layer/move",
    "layer/remove",
    "fact/state",
    "held-fact/hold",
    "action/give",
    "bottleneck/raise",
    "question/ask",
    "decision/take",
    "meeting/call",
    "synthesis/publish",
    "report/freeze",
    "clock/set",
  ];
  const streams = {
    [incident]: ["join", "part", "keep-apart", "enter-phase", "rename", "close"],
    [things.decision]: ["supplement", "check", "revoke"],
    [things.meeting]: ["hold"],
    [things.fact]: ["confirm", "retract"],
    [things.bottleneck]: ["resolve"],
  };
  return [
    [own, "/incident/incident/open"],
    ...kinds.map((it) => [own, `/incident/${it}?incident=${incident}&team=rot`]),
    ...Object.entries(streams).flatMap(([stream, verbs]) =>
      verbs.map((verb) => [own, `/streams/${stream}/${verb}`]),
    ),
    [own, `/incident/response/accept?${of("action")}`],
    [own, `/incident/response/refuse?${of("action")}`],
    [own, `/incident/response/finish?${of("action")}`],
    [own, `/incident/response/answer?${of("question")}`],
    [own, `/incident/response/ask-too?${of("question")}`],
    [other, `/incident/dispute/say?fact=${things.fact}`],
    [other, `/streams/${things.action}/withdraw`],
    [other, `/streams/${things.question}/close`],
  ];
}

describe("every form of a crisis", () => {
  for (const language of ["nl", "en"])
    test(`opens with its labels, ${language}`, async () => {
      const problems = [];
      for (const [person, path] of forms()) {
        const { page } = person;
        await person.go(`/taal?to=${language}&next=/login`);
        const status = await person.go(path);
        if (status !== 200) {
          problems.push(`${path}: ${status}`);
          continue;
        }
        // What is folded is there for whoever opens it.
        await page.evaluate(() =>
          document.querySelectorAll("details.form-later").forEach((it) => (it.open = true)),
        );
        for (const word of await missing(page)) problems.push(`${path}: no word ${word}`);
        const labels = await page.evaluate(() =>
          [...document.querySelectorAll("main form.form .field > label, main legend")].map((it) =>
            it.innerText.trim(),
          ),
        );
        const twice = labels.filter((it, place) => labels.indexOf(it) !== place);
        if (twice.length > 0) problems.push(`${path}: twice ${twice.join(", ")}`);
        if (labels.some((it) => it === "")) problems.push(`${path}: an empty label`);
        for (const width of [1440, 320]) {
          await page.setViewportSize({ width, height: 800 });
          for (const one of await violations(page)) problems.push(`${path} ${width}: ${one}`);
          for (const one of await sideways(page)) problems.push(`${path} ${width}: ${one}`);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      for (const person of [own, other]) await person.go("/taal?to=nl&next=/login");
      assert.deepEqual(problems, []);
    });
});

test("by keyboard alone: open, write, share, state, decide", async () => {
  const somebody = await (await Person.at(browser, server)).logIn("editor-vr24");
  const keyboard = await Keyboard.at(somebody);
  await keyboard.follow("Crisis", { anywhere: true });
  await keyboard.type("Wat is er aan de hand?", "Stroomstoring");
  await keyboard.follow("Crisis openen");
  await keyboard.type("Wat gebeurt er?", "Halve stad zonder stroom");
  await keyboard.follow("Vastleggen");
  await keyboard.follow("Regie nemen");
  await keyboard.follow("Nutsvoorzieningen");
  await keyboard.choose(/^Onbekend/, /^Ernstig/);
  await keyboard.type(/^Wat ziet u/, "Station uitgevallen");
  await keyboard.follow(/^Delen met/);
  await keyboard.follow("Besluiten");
  await keyboard.follow("Besluit vastleggen");
  await keyboard.type(/^Wat is besloten/, "Noodstroom naar het ziekenhuis");
  await keyboard.follow("Besluit vastleggen");
  assert.match(await keyboard.text(), /Noodstroom naar het ziekenhuis/);
  assert.ok(keyboard.pages <= MOST_PAGES, `${keyboard.pages} pages`);
  await keyboard.follow("Totaalbeeld");
  assert.match(await keyboard.text(), /Station uitgevallen[^]*Halve stad zonder stroom/);
  assert.deepEqual(await violations(keyboard.page), []);
  assert.deepEqual(somebody.troubles, []);
  await somebody.leave();
});

test("without script: the whole course of a crisis", async () => {
  const plain = { javaScriptEnabled: false };
  const one = await (await Person.at(browser, server, plain)).logIn("editor-vr23");
  const two = await (await Person.at(browser, server, plain)).logIn("editor-vr24");
  const { page } = one;
  await one.go("/incident");
  await page.fill("#quick-title", "Gaslek");
  await sendQuick(page);
  const here = new URL(page.url()).pathname;
  await page.fill("#quick-text", "Geur bij het station");
  await sendQuick(page);
  assert.match(await text(page, "#log"), /Geur bij het station/);
  const press = (on, name) =>
    Promise.all([on.waitForNavigation(), on.getByRole("button", { name }).first().click()]);
  await press(page, "Regie nemen");
  assert.match(await text(page), /Regie: Veiligheidsregio Limburg-Noord/);
  await follow(page, "Regie aanbieden");
  await page.getByLabel("Aan wie").selectOption("vr24");
  await send(page);

  await two.go(here);
  assert.match(await text(two.page), /Aangeboden aan/);
  await follow(two.page, "Regie aannemen");
  await send(two.page);
  assert.match(await text(two.page), /Regie: Veiligheidsregio Zuid-Limburg/);
  await follow(two.page, "Acties");
  await follow(two.page, "Actie uitzetten");
  await two.page.getByLabel("Wat moet er gebeuren?").fill("Sluit de leiding af");
  await two.page.getByLabel("Wie doet het?").selectOption("vr23");
  await send(two.page);

  await one.go(`${here}/actions`);
  await follow(page, "Aannemen");
  await send(page);
  assert.match(await text(page), /Aangenomen/);
  await one.go(`${here}/past`);
  await press(page, "Toon dit moment");
  await one.go(`${here}/past`);
  await press(page, "Vergelijk");
  assert.match(await text(page, "#between"), /niets|veranderde/);
  await one.go(here);
  await one.go(await page.getByRole("link", { name: "Sluiten", exact: true }).getAttribute("href"));
  await send(page);
  assert.match(await text(page), /Gesloten/);
  await one.leave();
  await two.leave();
});

test("on paper: the picture without what only works on screen", async () => {
  const { page } = own;
  await own.go(at());
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
  await page.emulateMedia({ media: "print" });
  const shown = (of) => page.locator(of).first().isVisible();
  for (const of of ["form.quick", "form.write-as", "details.onwards", "nav.views"])
    assert.equal(await shown(of), false, of);
  for (const of of ["#themes", "#scales", "#log .line-text", "h1"])
    assert.equal(await shown(of), true, of);
  assert.deepEqual(await sideways(page), []);
  const buttons = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main a.button")]
      .filter((it) => it.getClientRects().length > 0)
      .map((it) => it.innerText),
  );
  assert.deepEqual(buttons, []);
  await page.emulateMedia({ media: "screen" });
});

test("nothing was blocked and nothing broke", () => {
  assert.deepEqual([own, other, reader].flatMap((it) => it.troubles), []);
});
