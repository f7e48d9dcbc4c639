// SPDX-License-Identifier: EUPL-1.2
// Without a line in an exercise and in the real world, on one device: neither is sent, shown or
// kept as the other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** Texts of the lines under the crisis that a page is of, in its own space. */
async function lines(person, prefix, crisis) {
  const stream = decodeURIComponent(new URL(crisis).pathname.split("/").at(-1));
  const path = `${prefix}/v1/cards?module=incident&kind=log-line&under=${stream}&pageSize=200`;
  return (await person.api(path)).items.map((item) => item.body.nl);
}

test("what is written in an exercise without a line goes there and nowhere else", async () => {
  const space = "/oefening/hoogwater-maas";
  const officer = await Person.at(browser, server);
  officer.mayFail = true;
  const { page } = officer;
  const write = async (text) => {
    await page.fill("#quick-text", text);
    await page.click(".picture-side .quick button");
  };
  const waits = () => page.locator("#outbox li").allInnerTexts();
  await page.goto("/login");
  await page.fill("#field-name", "editor-vr23");
  await page.fill("#field-password", server.password("editor-vr23"));
  await page.getByRole("button", { name: "Hoogwater Maas" }).click();
  await page.waitForURL(/\/oefening\/hoogwater-maas\/incident\//);
  const played = page.url();
  await page.goto("/incident");
  await page.fill("#quick-title", "Stroomuitval");
  await page.click(".quick button");
  await page.waitForURL(/incident\/incident/);
  const real = page.url();
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const address of [played, real]) await page.goto(address);
  await server.end("SIGKILL");
  await page.goto(played);
  assert.match(await page.locator(".bands").innerText(), /OEFENING/);
  await write("Regel in de oefening");
  await page.locator("#outbox li").waitFor();
  await page.goto(real);
  assert.doesNotMatch(await page.innerText("#main"), /Ravelsberg/);
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
