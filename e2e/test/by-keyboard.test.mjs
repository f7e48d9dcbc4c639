// SPDX-License-Identifier: EUPL-1.2
// Six people do what they came for from the start page to the receipt: by keyboard alone, in at
// most twelve pages, without typing an address.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { activity, assign } from "../lib/agenda.mjs";
import { launch, Person, violations } from "../lib/browser.mjs";
import { Keyboard } from "../lib/keys.mjs";
import { Server } from "../lib/server.mjs";

const MOST_PAGES = 12;

let server;
let browser;
let jenv;
let one;
let two;

before(async () => {
  server = await Server.start();
  browser = await launch();
  jenv = await someone("editor-jenv");
  one = (await activity(jenv, "1.02")).stream;
  two = (await activity(jenv, "1.03")).stream;
  await assign(jenv, two, "vr24");
  const joint = await someone("editor-veiligheidsberaad");
  for (const about of [one, two]) {
    const line = { activity: about, stance: "adopted", plan: "Werkplan 2025", paragraph: "3.2" };
    await joint.record("/v1/agenda/joint-plan/propose", line);
  }
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

async function someone(account) {
  return (await Person.at(browser, server)).logIn(account);
}

/** What must hold at the end of each of them. */
async function ends(keyboard, person, receipt) {
  assert.match(await keyboard.text(), receipt);
  assert.ok(keyboard.pages <= MOST_PAGES, `${keyboard.pages} pages`);
  assert.deepEqual(await violations(keyboard.page), []);
  assert.deepEqual(person.troubles, []);
}

test("the policy officer of the ministry gives an activity its lead", async () => {
  const keyboard = await Keyboard.at(jenv);
  await keyboard.follow(/activiteiten .*geen trekker|zonder trekker/i);
  await keyboard.follow(/^1\.01 /);
  await keyboard.follow("Trekker aanwijzen");
  await keyboard.type("Trekker", "Veiligheidsregio Limburg-N");
  await keyboard.follow("Trekker aanwijzen");
  await ends(keyboard, jenv, /Trekker aangewezen: Veiligheidsregio Limburg-Noord/);
});

test("the planner of a region takes over the joint plan, and the board adopts it", async () => {
  const planner = await someone("editor-vr23");
  const keyboard = await Keyboard.at(planner);
  await keyboard.follow(/^Doorvertaling: 48 activiteiten/);
  await keyboard.tick(/1\.02 /);
  await keyboard.tick(/1\.03 /);
  await keyboard.follow(/^Bevestig/);
  await ends(keyboard, planner, /Concept voor het bestuur\s+2/);

  const board = await someone("decider-vr23");
  const hand = await Keyboard.at(board);
  await hand.follow(/^Doorvertaling: 2 concepten/);
  await hand.type("Datum van het besluit", "2026-11-20");
  await hand.type("Wie heeft besloten", "Algemeen bestuur");
  await hand.follow("Vaststellen");
  await ends(hand, board, /Vastgesteld\s+2/);
});

test("the secretary of a ministry declares, and an island answers in English", async () => {
  await assign(jenv, one, "bzk");
  server.user("editor-bzk", "bzk", "editor");
  const secretary = await someone("editor-bzk");
  const keyboard = await Keyboard.at(secretary);
  await keyboard.follow(/^6 verklaringen voor Caribisch Nederland ontbreken/);
  await keyboard.follow(/Geen verklaring.*1\.02.*Saba/);
  await keyboard.follow("Verklaring afgeven");
  await keyboard.choose(/^Pas toe/, /^Leg uit/);
  await keyboard.tick(/Afstand/);
  await keyboard.type(/^(Uitleg|Toelichting)/, "The staff that this takes is too far away.");
  await keyboard.follow("Verklaring afgeven");
  await ends(keyboard, secretary, /Verklaring 1: Leg uit/);

  const office = await someone("editor-saba");
  const island = await Keyboard.at(office);
  assert.equal(await office.page.locator("html").getAttribute("lang"), "en");
  await island.follow(/^1\.02 /);
  await island.follow("Answer declaration");
  // What is answered stands in the form.
  assert.match(await island.text(), /The staff that this takes is too far away\./);
  await island.choose("Agree", /^Contest$/);
  await island.type(/^Explanation/, "We can do this with Sint Eustatius.");
  await island.type(/^Day of the consultation/, "2026-11-20");
  await island.follow("Answer declaration");
  await ends(island, office, /Contests declaration 1/);
});

test("the inspector reads the proof and takes the list along", async () => {
  const inspector = await someone("reader-inspectie");
  const keyboard = await Keyboard.at(inspector);
  await keyboard.follow("Agenda", { anywhere: true });
  await keyboard.follow("Lijst");
  await keyboard.follow(/^1\.03 /);
  assert.match(await keyboard.text(), /Trekker aangewezen: Veiligheidsregio Zuid-Limburg/);
  await keyboard.follow("Hele agenda");
  await keyboard.follow("Lijst");
  await keyboard.to(/^Download/);
  await keyboard.page.keyboard.press("Enter");
  await keyboard.to("Lijst van activiteiten: LibreOffice (.ods)");
  const [file] = await Promise.all([
    keyboard.page.waitForEvent("download"),
    keyboard.page.keyboard.press("Enter"),
  ]);
  assert.match(file.suggestedFilename(), /\.ods$/);
  await ends(keyboard, inspector, /48 resultaten/);
});

test("the secretary of a board takes its report along, as PDF and as ODT", async () => {
  const secretary = await someone("editor-vr24");
  const keyboard = await Keyboard.at(secretary);
  await keyboard.follow("Agenda", { anywhere: true });
  await keyboard.follow("Verslag voor het eigen bestuur");
  assert.match(await keyboard.text(), /1\.03 .*/);
  const begins = { PDF: "%PDF-", ODT: "PK" };
  for (const [form, signature] of Object.entries(begins)) {
    await keyboard.to(`Download als ${form}`);
    const [file] = await Promise.all([
      keyboard.page.waitForEvent("download"),
      keyboard.page.keyboard.press("Enter"),
    ]);
    assert.ok(file.suggestedFilename().endsWith(`.${form.toLowerCase()}`));
    const bytes = await readFile(await file.path());
    assert.equal(bytes.subarray(0, signature.length).toString("latin1"), signature);
    assert.ok(bytes.length > 5_000, `${bytes.length} bytes`);
  }
  await ends(keyboard, secretary, /Activiteiten die wij trekken[^]*Onze doorvertaling/);

  const planner = await someone("editor-vr23");
  const hand = await Keyboard.at(planner);
  await hand.follow("Verslag voor het eigen bestuur");
  await ends(hand, planner, /Onze doorvertaling[^]*Vastgesteld/);
});
