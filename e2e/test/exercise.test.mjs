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
