// SPDX-License-Identifier: EUPL-1.2
// A fact that is stated without a line waits in sight, can be changed, and is recorded once with
// the moment at which it was made. With a line its form is as any other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let officer;
let page;
let incident;
let form;

before(async () => {
  server = await Server.start();
  browser = await launch();
  const small = { width: 390, height: 844 };
  officer = await (await Person.at(browser, server, small)).logIn("editor-vr23");
  ({ page } = officer);
  officer.mayFail = true;
  incident = (await officer.record("/v1/incident/incident/open", { title: "Hoogwater" })).stream;
  form = `/incident/fact/state?incident=${incident}`;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await officer.go(form);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const waiting = () => page.locator("#outbox li").count();
const facts = async () =>
  (await officer.api(`/v1/cards?module=incident&kind=fact&under=${incident}`)).items;

async function state(value, area) {
  await page.locator("#field-definition").selectOption("water-level");
  await page.fill("#field-value", value);
  await page.fill("#field-area", area);
  await page.click("form[data-waits] button[type=submit]");
}

test("with a line a fact goes to the page that shows it, and nothing waits", async () => {
  await state("43,10", "Borgharen");
  await page.waitForURL((url) => !url.pathname.includes("/fact/state"));
  assert.match(await page.innerText("main"), /43,1 m/);
  assert.equal(await waiting(), 0);
  assert.equal((await facts()).length, 1);
});

test("what is wrong with it is said in the form, with all that was typed", async () => {
  await officer.go(form);
  await state("hoog", "Venlo");
  await page.locator(".field-error").first().waitFor();
  assert.equal(await page.inputValue("#field-value"), "hoog");
  assert.equal(await page.inputValue("#field-area"), "Venlo");
  assert.equal(await waiting(), 0);
});

test("without a line it waits in sight, and can be changed or thrown away", async () => {
  await officer.go(form);
  await server.end("SIGKILL");
  await page.goto(form);
  await page.click("form[data-waits] button[type=submit]");
  await page.waitForTimeout(500);
  assert.equal(await waiting(), 0, "what is not whole does not wait");
  await state("17,5", "Venlo");
  await page.locator("#outbox li").waitFor();
  assert.match(await page.innerText("#outbox li p"), /Waterstand.* · 17,5 · Venlo/);
  await state("9,1", "Gennep");
  await page.locator("#outbox li").nth(1).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.locator("#outbox li", { hasText: "Gennep" }).getByText("Weggooien").click();
  await page.locator("#outbox li").getByText("Wijzigen").click();
  await page.locator("#outbox li").getByLabel("Waarde").fill("17,9");
  await page.setViewportSize({ width: 320, height: 844 });
  assert.deepEqual(await sideways(page), []);
  assert.deepEqual(await violations(page), []);
  await page.locator("#outbox").getByText("Versturen").click();
  assert.match(await page.innerText("#outbox li p"), /17,9 · Venlo/);
});

test("an entry that is torn is said to be so, and hides no other", async () => {
  await page.evaluate(() => localStorage.setItem("paraat-waiting torn", '{"key":"to'));
  await page.goto(form);
  assert.equal(await waiting(), 1);
  assert.match(await page.innerText("#outbox"), /niet meer te lezen/);
});

test("with the line back it is recorded once, as observed when it was made", async () => {
  const made = await page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((it) => it.startsWith("paraat-waiting "));
    const one = keys.map((key) => localStorage.getItem(key)).find((it) => it.includes("Venlo"));
    return JSON.parse(one).at;
  });
  await server.run(new URL(server.base).host);
  await page.goto(form);
  await page.locator("#outbox li").waitFor({ state: "detached" });
  await page.locator("#outbox").getByText("Weggooien").click();
  await page.locator("#outbox").waitFor({ state: "detached" });
  const all = await facts();
  assert.equal(all.length, 2);
  const venlo = all.find((it) => JSON.stringify(it).includes("Venlo"));
  const history = JSON.stringify(await officer.api(`/v1/streams/${venlo.stream}/history`));
  assert.match(history, /17[.,]9/);
  assert.ok(history.includes(made.slice(0, 19)), `${made} in ${history}`);
  assert.deepEqual(officer.troubles, []);
});
