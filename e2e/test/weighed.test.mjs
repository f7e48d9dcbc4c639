// SPDX-License-Identifier: EUPL-1.2
// Comply or explain between a lead and the governor's office of Saba, co-leads, means: by forms
// and links, as people do it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign, report } from "../lib/agenda.mjs";
import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let stream;
const people = {};

before(async () => {
  server = await Server.start();
  browser = await launch();
  for (const who of ["jenv", "vr23", "vr24", "saba"]) {
    people[who] = await (await Person.at(browser, server)).logIn(`editor-${who}`);
  }
  ({ stream } = await activity(people.jenv, "1.02"));
  await assign(people.jenv, stream, "vr23");
  await report(people.vr23, stream);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const text = (page) => page.locator("main").innerText();
const send = (page) =>
  Promise.all([page.waitForNavigation(), page.click("main form.form button[type=submit]")]);
const follow = (page, name) =>
  Promise.all([
    page.waitForNavigation(),
    page.getByRole("link", { name, exact: typeof name === "string" }).first().click(),
  ]);

/** Axe and width, on a screen and on a phone. */
async function isFine(person) {
  for (const width of [1440, 390, 320]) {
    await person.page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await violations(person.page), [], `${person.page.url()} at ${width}`);
    assert.deepEqual(await sideways(person.page), [], `${person.page.url()} at ${width}`);
  }
  await person.page.setViewportSize({ width: 1440, height: 900 });
  assert.deepEqual(person.troubles, []);
}

test("a lead explains, Saba contests in English, the lead declares anew, Saba agrees", async () => {
  const lead = people.vr23;
  const saba = people.saba;
  await lead.go("/agenda");
  await follow(lead.page, "Caribisch Nederland");
  await isFine(lead);
  await follow(lead.page, /Geen verklaring.*1\.02.*Saba/);
  await follow(lead.page, "Verklaring afgeven");
  await isFine(lead);
  await lead.page.check("input[value=explain]");
  await send(lead.page);
  assert.match(await text(lead.page), /Kies ten minste één reden/);
  await lead.page.check("input[value=distance]");
  await lead.page.fill("[name=text]", "The format needs a large staff.");
  await send(lead.page);
  assert.match(await text(lead.page), /Verklaring 1: Leg uit[\s\S]*Redenen: Afstand/);

  assert.equal(await saba.go("/agenda/caribbean?island=saba&state=waiting"), 200);
  assert.equal(await saba.page.locator("html").getAttribute("lang"), "en");
  await isFine(saba);
  await follow(saba.page, /^Waits for island/);
  await follow(saba.page, "Answer declaration");
  await saba.page.check("input[value=contest]");
  await saba.page.fill("[name=text]", "We can do this with Sint Eustatius.");
  await saba.page.fill("[name=consulted]", "2024-06-10");
  await isFine(saba);
  await send(saba.page);
  assert.match(await text(saba.page), /Contests declaration 1[\s\S]*Consulted on 10 Jun 2024/);
  await isFine(saba);

  await lead.go(`/agenda/caribbean/${stream}/saba`);
  assert.match(await text(lead.page), /Eiland: niet eens/);
  await follow(lead.page, "Verklaring afgeven");
  await lead.page.check("input[value=something-else]");
  await lead.page.fill("[name=need]", "One plan for two islands.");
  await send(lead.page);
  assert.match(await text(lead.page), /Wacht op eiland/);

  await saba.page.reload();
  await follow(saba.page, "Answer declaration");
  await saba.page.check("input[value=agree]");
  await saba.page.fill("[name=consulted]", "2024-06-12");
  await send(saba.page);
  assert.match(await text(saba.page), /Island agrees/);
  assert.match(await text(saba.page), /1[\s\S]*Contests declaration 1[\s\S]*Declaration 2/);
});

test("a ministry announces a law, and drops it", async () => {
  const { jenv } = people;
  await jenv.go("/agenda/caribbean");
  await follow(jenv.page, "Beleid, wet of investering melden");
  await isFine(jenv);
  await jenv.page.check("input[value=law]");
  await jenv.page.fill("[name=titleNl]", "Wet op de noodvoorraad");
  await jenv.page.fill("[name=titleEn]", "Emergency stocks act");
  await jenv.page.fill("[name=descriptionNl]", "Elke regio houdt een voorraad aan.");
  await jenv.page.fill("[name=expectedYear]", "2028");
  await send(jenv.page);
  assert.match(await text(jenv.page), /Wet op de noodvoorraad[\s\S]*Geen verklaring/);
  await isFine(jenv);
  await people.saba.go("/agenda/caribbean?sort=law");
  assert.match(await text(people.saba.page), /Emergency stocks act/);
  await follow(jenv.page, "Laten vervallen");
  await jenv.page.fill("[name=reason]", "Het plan ging niet door.");
  await send(jenv.page);
  assert.match(await text(jenv.page), /Dit voorstel is vervallen/);
  await people.saba.page.reload();
  assert.doesNotMatch(await text(people.saba.page), /Emergency stocks act/);
});

test("a co-lead states otherwise, and that is said in words", async () => {
  const { jenv, vr24 } = people;
  await jenv.go(`/agenda/activity/${stream}`);
  await follow(jenv.page, "Medetrekker aanwijzen");
  await jenv.page.selectOption("[name=organisation]", "vr24");
  await isFine(jenv);
  await send(jenv.page);
  await vr24.go(`/agenda/activity/${stream}`);
  await follow(vr24.page, "Stand melden als medetrekker");
  await vr24.page.check("input[value=under-way]");
  await vr24.page.selectOption("[name=outlook]", "at-risk");
  await vr24.page.fill("[name=explanation]", "Wij missen mensen.");
  await send(vr24.page);
  const differ = /Oordeel van de trekker: op schema; medetrekker .*: risico op vertraging/;
  assert.match(await text(vr24.page), differ);
  await isFine(vr24);
  await vr24.go("/agenda/list");
  assert.match(await text(vr24.page), differ);
  await isFine(vr24);
  await jenv.page.reload();
  await follow(jenv.page, "Medetrekker ontheffen");
  await jenv.page.fill("[name=reason]", "De taak is klaar.");
  await send(jenv.page);
  assert.match(await text(jenv.page), /Was medetrekker/);
});

test("the two ministries that the document names carry CN.06 together", async () => {
  const { jenv } = people;
  const found = await activity(jenv, "CN.06");
  await jenv.go(`/agenda/activity/${found.stream}`);
  assert.match(await text(jenv.page), /Medetrekker\s+Ministerie van Justitie en Veiligheid/);
});

test("extra means are declared, found in the list, and arranged", async () => {
  const { vr23 } = people;
  await vr23.go(`/agenda/activity/${stream}`);
  await follow(vr23.page, "Middelen melden");
  await vr23.page.check("input[value=extra]");
  await vr23.page.fill("[name=amount]", "250000");
  await isFine(vr23);
  await send(vr23.page);
  assert.match(await text(vr23.page), /Schrijf waarvoor de extra middelen nodig zijn/);
  await vr23.page.fill("[name=explanation]", "Twee planners erbij.");
  await send(vr23.page);
  assert.match(await text(vr23.page), /€\s250\.000/);
  await vr23.go("/agenda/list?means=extra");
  assert.match(await text(vr23.page), /1 resultaat/);
  await vr23.go(`/agenda/activity/${stream}`);
  await follow(vr23.page, "Extra middelen zijn geregeld");
  await vr23.page.fill("[name=how]", "Uit de begroting.");
  await send(vr23.page);
  assert.match(await text(vr23.page), /Extra geregeld/);
});
