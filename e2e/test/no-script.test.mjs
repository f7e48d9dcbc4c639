// SPDX-License-Identifier: EUPL-1.2
// Everything works in a browser without JavaScript.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { fillReport, follow, send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let jenv;
let lead;

before(async () => {
  server = await Server.start();
  browser = await launch();
  const plain = { javaScriptEnabled: false };
  jenv = await (await Person.at(browser, server, plain)).logIn("editor-jenv");
  lead = await (await Person.at(browser, server, plain)).logIn("editor-vr23");
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

test("assign, report, comment, read", async () => {
  await jenv.go("/agenda");
  await follow(jenv.page, /^1\.01 /);
  await follow(jenv.page, "Trekker aanwijzen");
  await jenv.page.getByLabel("Trekker").selectOption("vr23");
  await send(jenv.page);

  await lead.go("/agenda");
  await follow(lead.page, /^1\.01 /);
  await follow(lead.page, "Voortgang melden");
  await fillReport(lead.page, { status: "Vervallen", explanation: "" });
  await send(lead.page);
  assert.match(await text(lead.page), /Schrijf een toelichting/);
  await fillReport(lead.page, {
    status: "In uitvoering",
    outlook: "Op schema",
    explanation: "Zonder script.",
  });
  await send(lead.page);
  assert.match(await text(lead.page, "#progress"), /Op schema[^]*Zonder script\./);

  await follow(jenv.page, "Reageren");
  await jenv.page.getByLabel("Reactie").fill("Gezien.");
  await send(jenv.page);
  assert.match(await text(jenv.page, "#comments"), /Gezien\./);
  assert.match(await text(jenv.page, "#history"), /Voortgang gemeld/);
});

test("the status says that the page is a snapshot", async () => {
  await lead.go("/agenda");
  assert.match(await text(lead.page, "#status"), /^Momentopname \d+ [a-z]+ \d{4}, \d\d\.\d\d uur$/);
});

test("filter, search, switch theme and language, log out", async () => {
  const { page } = lead;
  await lead.go("/agenda/board");
  await page.getByLabel("Pijler").selectOption({ index: 2 });
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: "Filteren" }).click(),
  ]);
  assert.match(page.url(), /[?&]pillar=p2/);
  assert.ok((await page.locator(".board li").count()) < 48);
  await page.getByRole("searchbox", { name: "Zoeken" }).fill("netwerk");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(page.url(), /\/search\?q=netwerk/);
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: "Donkere weergave" }).click(),
  ]);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await follow(page, /^EN/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: "Log out" }).first().click(),
  ]);
  await lead.go("/agenda");
  assert.equal(new URL(page.url()).pathname, "/login");
});

test("a session that ended costs nothing", async () => {
  const { stream } = await activity(jenv, "1.02");
  await assign(jenv, stream, "vr24");
  const here = await Person.at(browser, server, { javaScriptEnabled: false });
  await here.logIn("editor-vr24");
  await here.go(`/agenda/progress/report?activity=${stream}`);
  await fillReport(here.page, {
    status: "Gepland",
    outlook: "Op schema",
    explanation: "Bewaar mij.",
  });
  await here.context.clearCookies({ name: "paraat" });
  await send(here.page);
  await here.fillLogin("editor-vr24");
  assert.equal(await here.page.getByLabel("Toelichting").inputValue(), "Bewaar mij.");
  await send(here.page);
  assert.match(await text(here.page, "#progress"), /Bewaar mij\./);
});
