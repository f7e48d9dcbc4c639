// SPDX-License-Identifier: EUPL-1.2
// New lines wait while someone reads further down the log, and a moment of the past stands still.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let reader;
let writer;
let page;
let incident;

before(async () => {
  server = await Server.start();
  browser = await launch();
  reader = await (await Person.at(browser, server)).logIn("editor-vr23");
  writer = await (await Person.at(browser, server)).logIn("editor-vr24");
  ({ page } = reader);
  incident = (await writer.record("/v1/incident/incident/open", { title: "Hoogwater" })).stream;
  for (let line = 1; line <= 110; line += 1) await write(`Regel ${line}.`);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const write = (text) => writer.record("/v1/incident/log/write", { incident, text });
const live = () =>
  page.waitForFunction(() => document.getElementById("status").innerText === "Live");
const first = () => page.locator("ol.lines .line-text").first().innerText();
const line = (text) => page.locator("ol.lines li", { hasText: text }).first();
const top = (text) => line(text).evaluate((it) => Math.round(it.getBoundingClientRect().top));
const bar = () => page.locator("#lines-bar button");

test("who is at the top of the log sees a new line at once", async () => {
  await reader.go(`/incident/incident/${incident}/log`);
  await live();
  await write("Bovenaan gelezen.");
  await line("Bovenaan gelezen.").waitFor({ timeout: 2_000 });
  assert.equal(await bar().count(), 0);
});

test("who reads further down is left to read, also at the end of the page", async () => {
  await line("Regel 12.").scrollIntoViewIfNeeded();
  const before = await top("Regel 12.");
  for (const text of ["Eerste.", "Tweede.", "Derde."]) await write(text);
  await bar().filter({ hasText: "Nieuwe regels (3)" }).waitFor({ timeout: 3_000 });
  assert.equal(await first(), "Bovenaan gelezen.");
  assert.equal(await top("Regel 12."), before);
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.deepEqual(await sideways(page), []);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("the button takes them in and leads to them", async () => {
  await bar().click();
  await page.waitForFunction(
    () => document.querySelector("ol.lines .line-text").textContent === "Derde.",
  );
  assert.equal(await bar().count(), 0);
  assert.ok((await top("Derde.")) >= 0);
});

test("back at the top they come in by themselves", async () => {
  await line("Regel 30.").scrollIntoViewIfNeeded();
  await write("Vierde.");
  await bar().waitFor({ timeout: 3_000 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(
    () => document.querySelector("ol.lines .line-text").textContent === "Vierde.",
  );
  assert.equal(await bar().count(), 0);
});

test("the slider leads to a moment with an address, which nothing changes any more", async () => {
  await reader.go(`/incident/incident/${incident}/past`);
  const slider = page.locator("#slider-step");
  await slider.focus();
  await page.keyboard.press("Home");
  assert.equal(await slider.inputValue(), "0");
  await Promise.all([page.waitForNavigation(), page.getByText("Toon dit moment").click()]);
  const address = page.url();
  assert.match(address, /[?&]moment=20\d\d-/);
  assert.doesNotMatch(address, /step=|began=/);
  assert.equal(await page.locator("body").getAttribute("data-pushed"), null);
  assert.equal(await page.locator("#news").count(), 0);
  assert.doesNotMatch(await page.innerText("main"), /Regel 1\./);
  await write("Na de blik terug.");
  await page.waitForTimeout(3_000);
  assert.equal(page.url(), address);
  assert.doesNotMatch(await page.innerText("main"), /Na de blik terug/);
});

test("a day and time that is typed leads there as well, and the last step is now", async () => {
  await reader.go(`/incident/incident/${incident}/past`);
  assert.deepEqual(await violations(page), []);
  await page.fill("#moment-typed", "2026-01-05T14:30");
  await Promise.all([page.waitForNavigation(), page.getByText("Toon dit tijdstip").click()]);
  assert.match(decodeURIComponent(page.url()), /\?moment=2026-01-05T13:30:00Z$/);
  await reader.go(`/incident/incident/${incident}/past`);
  await page.locator("#slider-step").focus();
  await page.keyboard.press("End");
  await Promise.all([page.waitForNavigation(), page.getByText("Toon dit moment").click()]);
  assert.equal(page.url(), `${server.base}/incident/incident/${incident}`);
});
