// SPDX-License-Identifier: EUPL-1.2
// Nothing is typed twice: from a line to a fact and a place on the map, what there is already of a
// question, the agenda of a meeting, with how many something is shared. With and without script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { follow, send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let own;
let other;
let incident;

before(async () => {
  server = await Server.start();
  browser = await launch();
  own = await (await Person.at(browser, server)).logIn("editor-vr23");
  other = await (await Person.at(browser, server)).logIn("editor-vr24");
  const opened = await own.record("/v1/incident/incident/open", { title: "Hoogwater Maas" });
  incident = opened.stream;
  const about = { incident };
  await other.record("/v1/incident/log/write", { ...about, text: "Nu 12 gewonden bij de kerk" });
  await other.record("/v1/incident/question/ask", { ...about, text: "Hoeveel pompen staan er?" });
  const fact = { ...about, definition: "injured", value: "12", area: "Arcen" };
  await other.record("/v1/incident/fact/state", fact);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const at = (page = "") => `/incident/incident/${incident}${page}`;

/** Opens what can be made of the first line, and follows one of its links. */
async function onwards(page, name) {
  await page.locator("details.onwards summary").first().click();
  const links = page.locator("details.onwards[open] a", { hasText: name });
  await Promise.all([page.waitForNavigation(), links.first().click()]);
}

test("a line becomes a fact without typing it again", async () => {
  const { page } = own;
  await own.go(at("/log"));
  await onwards(page, "Feit");
  assert.match(await text(page), /Nu 12 gewonden bij de kerk/);
  assert.equal(await page.inputValue("#field-value"), "12");
  // When the line happened is known, so what was folded is in sight.
  assert.equal(await page.locator("details.form-later").getAttribute("open"), "");
  await page.selectOption("#field-definition", "injured");
  await page.fill("#field-area", "Kerk");
  assert.deepEqual(await violations(page), []);
  await send(page);
  await own.go(at("/facts"));
  assert.match(await text(page), /Kerk[^]*12 mensen/);
});

test("a line becomes an object on the map, and what may wait is folded", async () => {
  const { page } = own;
  await own.go(at("/log"));
  await onwards(page, "Object");
  assert.equal(await page.inputValue("#field-title"), "Nu 12 gewonden bij de kerk");
  await page.selectOption("#field-kind", "other");
  await page.fill("#field-area", "Bij de kerk");
  await send(page);
  await own.go(at("/map"));
  assert.match(await text(page), /Nu 12 gewonden bij de kerk/);
  await own.go(`/incident/fact/state?incident=${incident}`);
  const later = page.locator("details.form-later");
  assert.equal(await later.getAttribute("open"), null);
  assert.equal(await page.locator("#field-what").isVisible(), false);
  await later.locator("summary").click();
  assert.equal(await page.locator("#field-what").isVisible(), true);
});

test("while a question is typed, what there is of it appears below", async () => {
  const { page } = own;
  await own.go(at("/questions"));
  await follow(page, "Vraag stellen");
  await page.click("#field-text");
  await page.keyboard.type("Zijn er gewonden in Arcen?");
  const found = page.locator(".look");
  await found.getByText("Dit staat al in het beeld").waitFor();
  assert.match(await found.innerText(), /Gewonden Arcen[^]*12 mensen/);
  assert.equal(await page.inputValue("#field-text"), "Zijn er gewonden in Arcen?");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-text");
  await page.fill("#field-text", "Hoeveel pompen?");
  await found.getByText("Dit vroeg al iemand").waitFor();
  await found.getByRole("link", { name: "Dit vragen wij ook" }).waitFor();
  assert.deepEqual(await violations(page), []);
});

test("without script a button looks, and records nothing", async () => {
  const plain = await Person.at(browser, server, { javaScriptEnabled: false });
  await plain.logIn("editor-vr23");
  const { page } = plain;
  await plain.go(`/incident/question/ask?incident=${incident}`);
  await page.fill("#field-text", "Waar zijn gewonden?");
  const look = page.getByRole("button", { name: "Kijk of het er al staat" });
  await Promise.all([page.waitForNavigation(), look.click()]);
  assert.match(await text(page), /Dit staat al in het beeld/);
  assert.equal(await page.inputValue("#field-text"), "Waar zijn gewonden?");
  await plain.go(at("/questions"));
  assert.doesNotMatch(await text(page), /Waar zijn gewonden/);
  await plain.leave();
});

test("a question is answered by what stands in the picture already", async () => {
  const { page } = own;
  await own.go(at("/questions"));
  await follow(page, "Antwoorden");
  await page.selectOption("#field-seenIn", { label: "Gewonden Arcen : 12 mensen" });
  await send(page);
  await follow(page, "Staat in het beeld");
  assert.match(await text(page), /12 mensen/);
});

test("the button says with how many a part is shared", async () => {
  const { page } = own;
  await own.go(`/incident/part/share?incident=${incident}`);
  const button = page.locator("main form.form button.primary");
  assert.match(await button.innerText(), /^Delen met \d+ organisaties$/);
});

test("a meeting has an agenda of what stands there and leads on to a decision", async () => {
  const { page } = own;
  const stuck = { incident, text: "Geen aggregaat", to: "vr23" };
  await other.record("/v1/incident/bottleneck/raise", stuck);
  const called = { incident, team: "rot", at: "2026-01-01T10:00:00Z" };
  const meeting = await own.record("/v1/incident/meeting/call", called);
  await own.go(`/incident/meeting/${meeting.stream}`);
  assert.match(await text(page), /Beeld[^]*Oordeel[^]*Geen aggregaat[^]*Besluit/);
  for (const [width, height] of [[1440, 900], [320, 640]]) {
    await page.setViewportSize({ width, height });
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await sideways(page), []);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await follow(page, "Besluit vastleggen");
  await page.fill("#field-text", "Aggregaat halen in Venlo");
  await send(page);
  assert.match(page.url(), /\/incident\/meeting\//);
  assert.match(await text(page), /In dit overleg besloten[^]*Aggregaat halen in Venlo/);
});

test("a clock is set and asks for its report", async () => {
  const { page } = own;
  await own.go(at("/questions"));
  await follow(page, "Rapportageklok zetten");
  await page.fill("#field-every", "60");
  await page.fill("#field-forWhom", "Kernteam");
  await send(page);
  assert.match(await text(page, "#clocks"), /elke 60 minuten[^]*Kernteam/);
  await own.go("/");
  assert.match(await text(page), /Uw volgende rapport is aan de beurt, voor Kernteam/);
});

test("nothing was blocked and nothing broke", () => {
  assert.deepEqual([own, other].flatMap((it) => it.troubles), []);
});
