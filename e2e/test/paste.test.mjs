// SPDX-License-Identifier: EUPL-1.2
// From a pasted chat to a first picture, without JavaScript, and out again as text.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { follow, send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const CHAT = `[23-11-2025, 21:14:05] Jan de Vries: Dijk verzakt bij paal 12
kwel achter de kade
[23-11-2025, 21:20:00] OvD-B 12: Weg dicht, verkeer omgeleid
[23-11-2025, 21:21:00] Jan de Vries: Alles rustig verder`;

let server;
let browser;
let plain;
let address;

before(async () => {
  server = await Server.start();
  browser = await launch();
  plain = await Person.at(browser, server, { javaScriptEnabled: false });
  await plain.logIn("editor-vr23");
  const opened = await plain.record("/v1/incident/incident/open", { title: "Hoogwater Maas" });
  address = `/incident/incident/${opened.stream}`;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** A picture of the page, for who wants to look at it. */
async function shot(page, name) {
  const folder = process.env.PARAAT_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test("a chat becomes lines and a first picture", async () => {
  const { page } = plain;
  await plain.go(address);
  await follow(page, "Tekst plakken");
  await page.getByLabel("Tekst", { exact: true }).fill(CHAT);
  await page.getByLabel("In het logboek van").selectOption("rot");
  await page.getByRole("button", { name: "Bekijken" }).click();
  assert.match(await text(page), /Gelezen als chat\. Berichten: 3\./);
  // A day that was never there: that message is named, and nothing is recorded.
  await page.locator("[name='2.source']").evaluate((it) => it.removeAttribute("maxlength"));
  await page.locator("[name='2.source']").fill("x".repeat(300));
  await page.getByRole("button", { name: "Leg het aangevinkte vast" }).click();
  assert.match(await text(page), /Er is niets vastgelegd/);
  await shot(page, "refused");
  await page.getByRole("button", { name: "Leg alleen vast wat kan" }).click();
  assert.match(await text(page), /2 regels vastgelegd, nog onbevestigd/);
  await page.locator("[name='0.source']").fill("deelnemer 1");
  await page.getByRole("button", { name: "Leg het aangevinkte vast" }).click();
  assert.match(await text(page), /1 regel vastgelegd/);

  await plain.go(`${address}/log`);
  const log = await text(page);
  assert.match(log, /Dijk verzakt bij paal 12/);
  assert.match(log, /Bron: OvD-B 12/);
  assert.doesNotMatch(log, /Vries/);
});

test("a theme with lines is shared by choosing how serious it is", async () => {
  const { page } = plain;
  await plain.go(`${address}/paste`);
  await page.getByLabel("Tekst", { exact: true }).fill("Water\n- 21:14 Dijk zwak.\n- Kwel.");
  await page.getByRole("button", { name: "Bekijken" }).click();
  await page.getByRole("button", { name: "Leg het aangevinkte vast" }).click();
  await shot(page, "after");
  await page.locator("main").getByRole("link", { name: "Water" }).click();
  assert.match(await page.locator("[name=text]").inputValue(), /Dijk zwak\.\n.*Kwel\./);
  const chosen = page.getByLabel("Ernstig");
  if (await chosen.count()) await chosen.check();
  else await page.locator("select[name=status]").selectOption("serious");
  await send(page);
  assert.match(await text(page), /Ernstig/);
});

test("what was pasted is still there when the session ended meanwhile", async () => {
  const { page, context } = plain;
  const endSession = () => context.clearCookies({ name: "paraat" });
  await plain.go(`${address}/paste?team=rot`);
  await page.getByLabel("Tekst", { exact: true }).fill("21:30 Kwel neemt af.\n21:40 Kade droog.");
  await endSession();
  await page.getByRole("button", { name: "Bekijken" }).click();
  await plain.fillLogin("editor-vr23");
  const kept = await page.getByLabel("Tekst", { exact: true }).inputValue();
  assert.equal(kept.replaceAll("\r", ""), "21:30 Kwel neemt af.\n21:40 Kade droog.");
  assert.equal(await page.getByLabel("In het logboek van").inputValue(), "rot");
  await page.getByRole("button", { name: "Bekijken" }).click();

  // The same with a proposal: what was changed in it and what was unticked stays so.
  await page.locator("[name='0.text']").fill("Kwel neemt sterk af.");
  await page.locator("[name='1.take']").uncheck();
  await endSession();
  await page.getByRole("button", { name: "Leg het aangevinkte vast" }).click();
  await plain.fillLogin("editor-vr23");
  assert.equal(await page.locator("[name='0.text']").inputValue(), "Kwel neemt sterk af.");
  assert.equal(await page.locator("[name='1.take']").isChecked(), false);
  await page.getByRole("button", { name: "Leg het aangevinkte vast" }).click();
  assert.match(await text(page), /1 regel vastgelegd/);
});

test("what is copied out is the text of the theme", async () => {
  const { page } = plain;
  await plain.go(`${address}/copy?theme=water`);
  const copied = await page.locator("#copy-text").inputValue();
  assert.match(copied, /\nWater\n- Ernstig\. /);
  const file = await plain.context.request.get(`${address}/copy?theme=water&as=txt`);
  // The first line has the time at which it was made.
  const below = (all) => all.split("\n").slice(1).join("\n");
  assert.equal(below(await file.text()), below(copied));
  const name = file.headers()["content-disposition"];
  assert.match(name, /^attachment; filename="hoogwater-maas-water/);
});

for (const [width, colorScheme] of [
  [1440, "light"],
  [390, "dark"],
  [320, "light"],
]) {
  test(`pages hold at ${width} px, ${colorScheme}`, async () => {
    const person = await Person.at(browser, server, { width, colorScheme });
    await person.logIn("editor-vr23");
    const { page } = person;
    await person.go(`${address}/paste`);
    const held = async (name) => {
      assert.deepEqual(await violations(page), [], name);
      assert.deepEqual(await sideways(page), [], name);
      await shot(page, `${name}-${width}`);
    };
    await held("enter");
    await page.getByLabel("Tekst", { exact: true }).fill(CHAT);
    await page.getByRole("button", { name: "Bekijken" }).click();
    await page.waitForSelector(".pasted-items");
    await held("look");
    await person.go(`${address}/copy`);
    await held("copy");
    assert.deepEqual(person.troubles, []);
    await person.leave();
  });
}
