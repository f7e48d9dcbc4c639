// SPDX-License-Identifier: EUPL-1.2
// A newcomer presses one button on the first page and sees a living picture; one press ends it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

const MINUTE_MS = 60_000;

let server;
let browser;
let newcomer;

before(async () => {
  server = await Server.start();
  browser = await launch();
  newcomer = await Person.at(browser, server);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const main = (page) => page.locator("#main").innerText();

test("from the first page to a living picture within a minute", async () => {
  const begun = Date.now();
  const { page } = newcomer;
  await page.goto("/");
  await page.fill("#field-name", "reader-inspectie");
  await page.fill("#field-password", server.password("reader-inspectie"));
  await page.getByRole("button", { name: "Hoogwater Maas" }).click();
  await page.waitForURL(/\/oefening\/hoogwater-maas\/incident\//);
  assert.match(await page.locator(".bands").innerText(), /OEFENING: Hoogwater Maas/);
  await page.locator("#status[data-state=live]").waitFor();
  const first = await main(page);
  await page.waitForFunction(
    (before) => document.getElementById("main").innerText !== before,
    first,
    { timeout: MINUTE_MS - (Date.now() - begun) },
  );
  console.log(`a picture that changed by itself after ${Date.now() - begun} ms`);
});

test("its page and its band pass axe, wide, narrow and on paper", async () => {
  for (const path of ["/oefening/hoogwater-maas", "/oefening", "/"]) {
    await newcomer.go(path);
    for (const width of [1440, 390, 320]) {
      await newcomer.page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await violations(newcomer.page), [], `${path} at ${width}`);
      assert.deepEqual(await sideways(newcomer.page), [], `${path} at ${width}`);
    }
  }
  await newcomer.page.emulateMedia({ media: "print" });
  await newcomer.go("/oefening/hoogwater-maas/incident");
  assert.match(await newcomer.page.locator(".bands").innerText(), /OEFENING/);
  assert.equal(await newcomer.page.locator(".ways-out").isVisible(), false);
  await newcomer.page.emulateMedia({ media: "screen" });
});

/** Texts of the lines under the crisis that a page is of, in its own space. */
async function lines(person, prefix, crisis) {
  const stream = decodeURIComponent(new URL(crisis).pathname.split("/").at(-1));
  const path = `${prefix}/v1/cards?module=incident&kind=log-line&under=${stream}&pageSize=200`;
  return (await person.api(path)).items.map((item) => item.body.nl);
}

test("what is written in an exercise without a line goes there and nowhere else", async () => {
  const space = "/oefening/hoogwater-maas";
  const officer = await (await Person.at(browser, server)).logIn("editor-vr23");
  officer.mayFail = true;
  const { page } = officer;
  const write = async (text) => {
    await page.fill("#quick-text", text);
    await page.click(".picture-side .quick button");
  };
  const waits = () => page.locator("#outbox li").allInnerTexts();
  await page.goto("/incident");
  await page.fill("#quick-title", "Stroomuitval");
  await page.click(".quick button");
  await page.waitForURL(/incident\/incident/);
  const real = page.url();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${space}/incident`);
  await page.locator("#main a", { hasText: "Ravelsberg" }).first().click();
  await page.waitForURL(/oefening\/hoogwater-maas\/incident\/incident/);
  const played = page.url();
  for (const address of [played, real]) await page.goto(address);
  await server.end("SIGKILL");
  await page.goto(played);
  assert.match(await page.locator(".bands").innerText(), /OEFENING/);
  await write("Regel in de oefening");
  await page.locator("#outbox li").waitFor();
  await page.goto(real);
  assert.doesNotMatch(await main(page), /Ravelsberg/);
  assert.deepEqual(await waits(), []);
  await write("Echte regel");
  await page.locator("#outbox li").waitFor();
  assert.match((await waits()).join(), /^[^,]*Echte regel[^,]*$/);
  await server.run(new URL(server.base).host);
  await page.goto(real);
  await page.locator(".line-text", { hasText: "Echte regel" }).waitFor();
  assert.deepEqual(await lines(officer, "", real), ["Echte regel"]);
  assert.ok(!(await lines(officer, space, played)).includes("Regel in de oefening"));
  await page.goto(played);
  await page.locator("#outbox").waitFor({ state: "detached" });
  const all = await lines(officer, space, played);
  assert.equal(all.filter((text) => text === "Regel in de oefening").length, 1);
  assert.ok(!all.includes("Echte regel"));
  assert.deepEqual(await lines(officer, "", real), ["Echte regel"]);
  // Whoever logs out in the exercise leaves no page of either behind.
  const kept = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes("pages")));
  assert.equal((await kept()).length, 2);
  await page.locator(`form[action="${space}/logout"] button`).click();
  await page.waitForURL(/login/);
  assert.deepEqual(await kept(), []);
  assert.deepEqual(officer.troubles, []);
});

test("wait, jump, and no play: all that look at it go to live", async () => {
  const other = await (await Person.at(browser, server)).logIn("editor-vr24");
  await newcomer.go("/oefening");
  await newcomer.page.getByRole("button", { name: "Wachten" }).click();
  await newcomer.page.locator("#main", { hasText: "Wacht" }).first().waitFor();
  await newcomer.page.getByLabel("Naar minuut").fill("60");
  await newcomer.page.getByRole("button", { name: "Hierheen springen" }).click();
  await newcomer.page.locator("#main", { hasText: "minuut 60 van 120" }).first().waitFor();
  await newcomer.page.getByRole("button", { name: "Verder spelen" }).click();
  await other.go("/oefening/hoogwater-maas/incident");
  await other.page.locator("#status[data-state=live]").waitFor();
  await newcomer.page.locator(".band-exercise button").click();
  await newcomer.page.waitForURL((url) => url.pathname === "/");
  assert.equal(await newcomer.page.locator(".band-exercise").count(), 0);
  await other.page.waitForURL((url) => url.pathname === "/", { timeout: MINUTE_MS });
  assert.doesNotMatch(await main(other.page), /Ravelsberg/);
  assert.deepEqual([...newcomer.troubles, ...other.troubles], []);
});
