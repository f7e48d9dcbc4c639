// SPDX-License-Identifier: EUPL-1.2
// The start page: from what is asked of me to the form where I do it, and up to where I have seen
// what changed. In a browser without JavaScript, so that it works in every one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign, report } from "../lib/agenda.mjs";
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

const panel = (person, id) => text(person.page, `#${id}`);
const seen = (person) =>
  Promise.all([
    person.page.waitForNavigation(),
    person.page.getByRole("button", { name: "Gezien tot nu" }).click(),
  ]);

test("an empty list is one sentence and one link", async () => {
  await lead.go("/");
  assert.match(await panel(lead, "late"), /Niets van uw organisatie is te laat\./);
  // The agenda asks nothing of the inspectorate.
  const reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
  await reader.go("/");
  for (const id of ["late", "due", "waiting"]) {
    assert.equal(await reader.page.locator(`#${id} .empty p`).count(), 1, id);
    assert.equal(await reader.page.locator(`#${id} .empty a`).count(), 1, id);
  }
});

test("who issues the agenda is told how many activities have no lead, in one line", async () => {
  await jenv.go("/");
  const lines = jenv.page.locator("#waiting tbody tr", { hasText: "zonder trekker" });
  assert.equal(await lines.count(), 1);
  const said = await panel(jenv, "waiting");
  const [, count] = /(\d+) activiteiten zonder trekker/.exec(said);
  await follow(jenv.page, /activiteiten zonder trekker/);
  assert.equal(await jenv.page.locator("main tbody tr").count(), Number(count));
});

test("a lead goes from what is asked to the form, and then it is asked no more", async () => {
  const { stream } = await activity(jenv, "1.04");
  await assign(jenv, stream, "vr23");
  await lead.go("/");
  assert.match(await panel(lead, "waiting"), /1\.04 [^]*nog geen voortgang/);
  await follow(lead.page, /^Voortgang melden\s*: 1\.04 /);
  await fillReport(lead.page, { status: "In uitvoering", outlook: "Op schema" });
  await send(lead.page);
  await lead.go("/");
  assert.doesNotMatch(await panel(lead, "waiting"), /nog geen voortgang/);
});

test("a period that is over and an activity that is not done is late", async () => {
  const { stream } = await activity(jenv, "2.01");
  await assign(jenv, stream, "vr23");
  await lead.go("/");
  assert.match(await panel(lead, "late"), /\(1\)[^]*2\.01 [^]*voorbij[^]*2024[^]*te laat/);
  await report(lead, stream, { status: "done", outlook: "" });
  await lead.go("/");
  assert.match(await panel(lead, "late"), /\(0\)/);
});

test("what others recorded since I last looked, and never what I did", async () => {
  const { stream } = await activity(jenv, "1.04");
  await lead.go("/");
  await seen(lead);
  assert.equal(new URL(lead.page.url()).hash, "#changed");
  assert.match(await panel(lead, "changed"), /Veranderd \(0\)[^]*Er is niets veranderd\./);

  await lead.record("/v1/agenda/comment/write", { activity: stream, text: "Van mij." });
  await jenv.record("/v1/agenda/comment/write", { activity: stream, text: "Graag de kust ook." });
  const other = (await activity(jenv, "1.05")).stream;
  await assign(jenv, other, "vr24");
  await lead.go("/");
  const changed = await panel(lead, "changed");
  assert.match(changed, /Veranderd \(2\)/);
  assert.match(changed, /Van uw organisatie[^]*\(1\)[^]*1\.04 [^]*Reactie[^]*bewerker/);
  assert.match(changed, /Verder veranderd \(1\)[^]*1\.05 /);
  assert.match(changed, /Ministerie van Justitie en Veiligheid, bewerker/);

  // A page that stood open does not mark as seen what came after it.
  const late = await lead.tab();
  await late.goto("/");
  await assign(jenv, (await activity(jenv, "1.06")).stream, "vr24");
  await Promise.all([
    late.waitForNavigation(),
    late.getByRole("button", { name: "Gezien tot nu" }).click(),
  ]);
  assert.match(await text(late, "#changed"), /Veranderd \(1\)[^]*1\.06 /);

  // What one account has seen says nothing of another.
  await jenv.go("/");
  assert.match(await panel(jenv, "changed"), /In de laatste 7 dagen\./);
});

test("search finds an activity by its lead, and risicos by risico's", async () => {
  // Search follows the record within a second.
  for (let turn = 0; turn < 20; turn++) {
    await lead.go("/search?q=Limburg-Noord&module=agenda");
    if (/1\.04 /.test(await text(lead.page))) break;
    await lead.page.waitForTimeout(100);
  }
  assert.match(await text(lead.page), /1\.04 [^]*/);
  const found = [];
  for (const word of ["risico's", "risicos", "risico’s"]) {
    await lead.go(`/search?q=${encodeURIComponent(word)}`);
    found.push(/(\d+) resultaten/.exec(await text(lead.page))?.[1]);
  }
  assert.ok(Number(found[0]) > 0 && found.every((it) => it === found[0]), `${found}`);
});
