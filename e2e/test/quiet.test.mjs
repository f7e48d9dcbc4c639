// SPDX-License-Identifier: EUPL-1.2
// A line that dies without a word: no page says "Live" for long, what is lost stays lost until
// something is heard again, and a node that was away for some time gets its sockets back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person } from "../lib/browser.mjs";
import { Line } from "../lib/line.mjs";
import { Server } from "../lib/server.mjs";

let server;
let line;
let browser;
let far;
let near;
let start;
let incident;

before(async () => {
  server = await Server.start();
  line = await Line.to(server);
  browser = await launch();
  far = await (await Person.at(browser, line)).logIn("editor-vr23");
  far.mayFail = true;
  near = await (await Person.at(browser, server)).logIn("editor-vr24");
  incident = (await near.record("/v1/incident/incident/open", { title: "Hoogwater" })).stream;
  await far.go(`/incident/incident/${incident}`);
  start = await far.tab();
  await far.go("/", start);
});

after(async () => {
  await browser?.close();
  await line?.close();
  await server?.clear();
});

const status = (page) => page.locator("#status").innerText();
const becomes = (page, word, timeout) =>
  page.waitForFunction(
    (word) => document.getElementById("status").innerText.startsWith(word),
    word,
    { timeout },
  );
const write = (text) => near.record("/v1/incident/log/write", { incident, text });

test("a line that says nothing any more is not called live", async () => {
  const pages = [far.page, start];
  await Promise.all(pages.map((page) => becomes(page, "Live", 10_000)));
  line.die();
  await write("Terwijl niemand het hoorde.");
  const begun = Date.now();
  await Promise.all(pages.map((page) => becomes(page, "Herverbinden", 40_000)));
  console.log(`said after ${Date.now() - begun} ms`);
});

test("what is lost says of when it is, and goes on saying so", async () => {
  await becomes(far.page, "Momentopname", 40_000);
  // The next attempts fail as well.
  for (let round = 0; round < 12; round += 1) {
    await far.page.waitForTimeout(1_000);
    assert.match(await status(far.page), /^Momentopname/);
  }
});

test("when the line is back the page is live again, with what was missed", async () => {
  line.live();
  await Promise.all([far.page, start].map((page) => becomes(page, "Live", 70_000)));
  const missed = far.page.locator(".line-text", { hasText: "Terwijl niemand het hoorde." });
  await missed.waitFor({ timeout: 5_000 });
});

test("after a node was away for a quarter of a minute pages are pushed again", async () => {
  await server.restart(15_000);
  await becomes(far.page, "Live", 60_000);
  await far.page.waitForTimeout(3_000);
  const asked = [];
  far.page.on("request", (request) => asked.push(request.url()));
  await write("Na de herstart.");
  await far.page.locator(".line-text", { hasText: "Na de herstart." }).waitFor({ timeout: 2_000 });
  assert.deepEqual(asked, [], "the page came by itself");
});
