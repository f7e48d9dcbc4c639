// SPDX-License-Identifier: EUPL-1.2
// What one records, others see without asking; and nobody loses what they are typing by it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign, report } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { fillReport, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const SOON_MS = 2_000;

let server;
let browser;
let jenv;
let lead;
let reader;

before(async () => {
  server = await Server.start();
  browser = await launch();
  jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  lead = await (await Person.at(browser, server)).logIn("editor-vr23");
  reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const live = (page) =>
  page.waitForFunction(() => document.getElementById("status").innerText === "Live");

/** Waits until a page says this, at most so long; answers how long it took. */
async function says(page, of, words, most) {
  const begun = Date.now();
  await page.locator(of, { hasText: words }).first().waitFor({ timeout: most });
  return Date.now() - begun;
}

test("a report appears on a board that somebody has open", async () => {
  const { stream } = await activity(jenv, "1.01");
  await assign(jenv, stream, "vr23");
  await reader.go("/agenda/board");
  await live(reader.page);
  await report(lead, stream);
  const took = await says(reader.page, "#status-under-way", "1.01", SOON_MS);
  console.log(`seen after ${took} ms`);
});

test("a page keeps its place and what was folded", async () => {
  const { stream } = await activity(jenv, "1.02");
  await assign(jenv, stream, "vr23");
  const { page } = reader;
  await reader.go("/agenda");
  await live(page);
  await page.locator(".tree details").nth(1).locator("summary").first().click();
  await page.evaluate(() => scrollTo(0, 700));
  const before = await page.evaluate(() => scrollY);
  await report(lead, stream, { outlook: "behind", explanation: "Wacht op besluit." });
  await page.waitForFunction(() => document.body.innerText.includes("Loopt achter"), undefined, {
    timeout: 6_000,
  });
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.equal(await page.locator(".tree details").nth(1).getAttribute("open"), null);
});

test("a page with text in a form is not replaced but offers to be", async () => {
  const { stream } = await activity(jenv, "1.03");
  await assign(jenv, stream, "vr23");
  const { page } = lead;
  // The page of registers with a filter is live and has a field; forms of verbs stand still.
  await lead.go(`/agenda/activity/${stream}`);
  await live(page);
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.method = "post";
    form.innerHTML = "<label>Kladje <textarea name=note></textarea></label>";
    document.querySelector("main").append(form);
  });
  await page.getByLabel("Kladje").fill("Half getypt");
  await report(lead, stream, { explanation: "Van elders." });
  await says(page, "#change-bar", "Er is iets veranderd", 4_000);
  assert.equal(await page.getByLabel("Kladje").inputValue(), "Half getypt");
  assert.doesNotMatch(await text(page), /Van elders/);
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: "Vernieuwen" }).click(),
  ]);
  assert.match(await text(page), /Van elders/);
});

test("what is typed stands on this device until it is recorded", async () => {
  const { stream } = await activity(jenv, "1.04");
  const { stream: another } = await activity(jenv, "1.06");
  await assign(jenv, stream, "vr23");
  const { page } = lead;
  await lead.go(`/agenda/progress/report?activity=${stream}`);
  await fillReport(page, { explanation: "Nog niet af" });
  await page.waitForTimeout(600);
  await lead.go("/agenda");
  await lead.go(`/agenda/progress/report?activity=${another}`);
  assert.equal(await page.locator(".draft-offer").count(), 0, "it is not offered elsewhere");
  await lead.go(`/agenda/progress/report?activity=${stream}`);
  await page.getByRole("button", { name: "Tekst terugzetten" }).click();
  assert.equal(await page.getByLabel("Toelichting").inputValue(), "Nog niet af");
});

test("a node that falls away and comes back", async () => {
  const { stream } = await activity(jenv, "1.05");
  await assign(jenv, stream, "vr23");
  const { page } = reader;
  await reader.go("/agenda/board");
  await live(page);
  await server.end("SIGKILL");
  await page.waitForFunction(() => document.getElementById("status").innerText === "Herverbinden");
  assert.equal(await page.locator(".board li").count(), 48, "the page is still there");
  await server.run(new URL(server.base).host);
  await page.waitForFunction(
    () => document.getElementById("status").innerText === "Live",
    undefined,
    { timeout: 20_000 },
  );
  await report(lead, stream);
  await says(page, "#status-under-way", "1.05", 6_000);
});

test("nothing was blocked and nothing broke", () => {
  const gone = /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|Failed to load resource/;
  const troubles = [jenv, lead, reader].flatMap((it) => it.troubles);
  assert.deepEqual(
    troubles.filter((it) => !gone.test(it)),
    [],
  );
});
