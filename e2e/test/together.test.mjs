// SPDX-License-Identifier: EUPL-1.2
// Two people of one organisation type in one text at once; the plug is pulled between; nobody else
// comes in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const FIELD = "#field-text";
const MOST_MS = 2_000;

let server;
let browser;
let first;
let second;
let form;

before(async () => {
  server = await Server.start();
  server.user("informatie-vr23", "vr23", "editor");
  browser = await launch();
  first = await (await Person.at(browser, server)).logIn("editor-vr23");
  second = await (await Person.at(browser, server)).logIn("informatie-vr23");
  const { stream } = await first.record("/v1/incident/incident/open", { title: "Hoogwater" });
  form = `/incident/part/share?incident=${stream}&team=water&theme=water`;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const live = (page) =>
  page.locator(".together-state", { hasText: "Live" }).first().waitFor({ timeout: 20_000 });

/** Waits until the field of a page holds this. */
const holds = (page, part, timeout = MOST_MS) =>
  page.waitForFunction(
    ([field, part]) => document.querySelector(field).value.includes(part),
    [FIELD, part],
    { timeout },
  );

test("what two type at once is in the text of both", async () => {
  await first.go(form);
  await second.go(form);
  await Promise.all([live(first.page), live(second.page)]);
  await first.page.locator(FIELD).focus();
  await second.page.locator(FIELD).focus();
  await Promise.all([
    first.page.keyboard.type("De kade houdt nog. ", { delay: 15 }),
    second.page.keyboard.type("Pompen staan klaar 🌊. ", { delay: 20 }),
  ]);
  await holds(second.page, "houdt");
  await first.page.waitForFunction(
    (field) => document.querySelector(field).value.length === 42,
    FIELD,
  );
  await second.page.waitForFunction(
    (field) => document.querySelector(field).value.length === 42,
    FIELD,
  );
  const both = [first, second].map((it) => it.page.locator(FIELD).inputValue());
  const [one, other] = await Promise.all(both);
  assert.equal(one, other);
  const letters = (said) => [...said.replace(/\s/g, "")].sort().join("");
  assert.equal(letters(one), letters("De kade houdt nog. Pompen staan klaar 🌊. "));
});

test("each is told who else is there, and that it is a draft", async () => {
  await first.page.locator(".together-others", { hasText: "informatie-vr23" }).waitFor();
  await second.page.locator(".together-others", { hasText: "editor-vr23" }).waitFor();
  assert.match(await text(first.page), /Concept\s+Dit is nog niet vastgelegd/);
});

test("the caret stays between the words where it was", async () => {
  await second.page.locator(FIELD).fill("Eén. Drie.");
  await holds(first.page, "Eén. Drie.");
  const place = (at) =>
    first.page.locator(FIELD).evaluate((it, at) => it.setSelectionRange(at, at), at);
  await first.page.locator(FIELD).focus();
  await place(5);
  await second.page.locator(FIELD).evaluate((it) => it.setSelectionRange(0, 0));
  await second.page.locator(FIELD).focus();
  await second.page.keyboard.type("Nul. ");
  await holds(first.page, "Nul. Eén. Drie.");
  await first.page.keyboard.type("Twee. ");
  await holds(second.page, "Nul. Eén. Twee. Drie.");
  await first.page.keyboard.press("Control+z");
  await holds(second.page, "Nul. Eén. Drie.");
});

test("the page is in order for axe, and on a narrow screen", async () => {
  assert.deepEqual(await violations(first.page), []);
  await first.page.setViewportSize({ width: 320, height: 800 });
  assert.deepEqual(await sideways(first.page), []);
  await first.page.setViewportSize({ width: 1440, height: 900 });
});

test("the plug is pulled: what is older than a second is back, also without a script", async () => {
  await first.page.locator(FIELD).fill("Peil stijgt 4 cm per uur.");
  await holds(second.page, "4 cm per uur");
  await first.page.waitForTimeout(1_000);
  await server.end("SIGKILL");
  await first.page.locator(".together-state", { hasText: "Herverbinden" }).waitFor();
  await first.page.locator(FIELD).focus();
  await first.page.keyboard.press("Control+End");
  await first.page.keyboard.type(" Zonder lijn getypt.");
  await first.page
    .locator(".together-state", { hasText: "deze browser" })
    .waitFor({ timeout: 9_000 });
  await server.run(new URL(server.base).host);
  const plain = await Person.at(browser, server, { javaScriptEnabled: false });
  await plain.logIn("informatie-vr23");
  await plain.go(form);
  const kept = await plain.page.locator(FIELD).inputValue();
  assert.match(kept, /^Peil stijgt 4 cm per uur\./);
  await plain.leave();
  await Promise.all([live(first.page), live(second.page)]);
  await holds(second.page, "Peil stijgt 4 cm per uur. Zonder lijn getypt.", 10_000);
});

test("who records tells the others, and the next draft begins from there", async () => {
  await first.page.getByRole("radio").first().check();
  await send(first.page);
  await second.page.locator(".together-recorded", { hasText: "editor-vr23" }).waitFor();
  assert.match(await second.page.locator(FIELD).inputValue(), /Zonder lijn getypt/);
  await second.go(form);
  await live(second.page);
  assert.match(await second.page.locator(FIELD).inputValue(), /Zonder lijn getypt/);
  assert.equal(await second.page.locator(".together-concept").isVisible(), false);
});

test("another theme is another draft", async () => {
  await second.page.locator(FIELD).fill("Over het water");
  await second.page.getByLabel("Thema").selectOption({ index: 1 });
  await second.page.waitForFunction(
    (field) => document.querySelector(field).value === "",
    FIELD,
  );
  await second.page.locator(FIELD).fill("Over iets anders");
  await second.page.waitForTimeout(800);
  await second.go(form);
  await live(second.page);
  await holds(second.page, "Over het water");
});

/** How the node answers a socket with these headers. */
function knock(person, address, headers) {
  const all = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    ...headers,
  };
  const answer = person.context.request.get(address, { headers: all, maxRedirects: 0 });
  return answer.then((it) => it.status());
}

test("nobody of elsewhere comes in, and no page of elsewhere", async () => {
  const address = form.replace("/incident/part/share", "/drafts/incident/part/share/text");
  const reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
  const out = await Person.at(browser, server);
  assert.equal(await knock(reader, address, {}), 403, "who may not do it");
  assert.equal(await knock(out, address, {}), 303, "who is not signed in goes to the login");
  const elsewhere = { origin: "https://paraat.example" };
  assert.equal(await knock(first, address, elsewhere), 403, "from another site");
  assert.equal(await knock(first, address.replace("/text", "/status"), {}), 404);
  assert.equal(await knock(first, "/drafts/incident/part/share/text", {}), 404);
  const other = await (await Person.at(browser, server)).logIn("editor-jenv");
  await other.go(form);
  const seen = (await other.page.locator(FIELD).count())
    ? await other.page.locator(FIELD).inputValue()
    : "";
  assert.equal(seen, "", "another organisation has a draft of its own");
  for (const one of [reader, out, other]) await one.leave();
});

test("what is no message ends the line and nothing else", async () => {
  const address = form.replace("/incident/part/share", "/drafts/incident/part/share/text");
  const codes = await first.page.evaluate(async (address) => {
    const bad = [
      new Uint8Array([0, 2, 200]),
      new Uint8Array([0, 2, 6, 255, 255, 255, 255, 15, 0]),
      new Uint8Array([1, 1, 65]),
      "text",
      new Uint8Array(300_000),
    ];
    const code = (message) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}${address}`);
        socket.onopen = () => socket.send(message);
        socket.onclose = (event) => resolve(event.code);
      });
    return Promise.all(bad.map(code));
  }, address);
  assert.deepEqual(codes.slice(0, 4), [4400, 4400, 4400, 4400]);
  assert.notEqual(codes[4], 1000);
  await holds(second.page, "Over het water");
  await live(second.page);
});

test("nothing was blocked and nothing broke", () => {
  const gone = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|Failed to load|WebSocket/;
  const troubles = [first, second].flatMap((it) => it.troubles);
  assert.deepEqual(
    troubles.filter((it) => !gone.test(it)),
    [],
  );
});
