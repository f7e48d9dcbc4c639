// SPDX-License-Identifier: EUPL-1.2
// Without a line: what was read stays there to read, and what is written waits in sight until the
// record has it, once, with the time at which it was made.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let officer;
let page;
let crisis;

before(async () => {
  server = await Server.start();
  browser = await launch();
  officer = await (await Person.at(browser, server, { width: 390, height: 844 })).logIn(
    "editor-vr23",
  );
  ({ page } = officer);
  officer.mayFail = true;
  await page.goto("/incident");
  await page.fill("#quick-title", "Stroomuitval");
  await page.click(".quick button");
  await page.waitForURL(/incident\/incident/);
  crisis = page.url();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const waiting = () => page.locator("#outbox li").count();

async function write(text) {
  await page.fill("#quick-text", text);
  await page.click(".picture-side .quick button");
}

async function lines() {
  const stream = decodeURIComponent(crisis.split("/").at(-1));
  const answer = await officer.context.request.get(
    `/v1/cards?module=incident&kind=log-line&under=${stream}`,
  );
  return (await answer.json()).items.map((item) => item.body.nl);
}

test("with a line a text goes at once, and nothing waits", async () => {
  await write("Straat zonder stroom");
  await page.locator(".line-text", { hasText: "Straat zonder stroom" }).waitFor();
  // The page is pushed, often before the answer to what was sent is there.
  await page.locator("#outbox").waitFor({ state: "detached" });
  assert.deepEqual(await lines(), ["Straat zonder stroom"]);
});

test("without a line the page reads on, and what is written waits in sight", async () => {
  await server.end("SIGKILL");
  await page.goto(crisis);
  assert.match(await page.innerText("main"), /Straat zonder stroom/);
  for (const text of ["Aggregaat gevraagt", "Weg ermee"]) await write(text);
  await page.locator("#outbox li").nth(1).waitFor();
  assert.match(await page.innerText("#outbox"), /Wacht op verbinding \(2\)/);
  await page.locator("#outbox li", { hasText: "Weg ermee" }).getByText("Weggooien").click();
  assert.equal(await waiting(), 1);
  await page.locator("#outbox li").getByText("Wijzigen").click();
  await page.fill("#outbox textarea", "Aggregaat gevraagd");
  await page.locator("#outbox").getByText("Versturen").click();
  await page.goto(crisis);
  assert.match(await page.innerText("#outbox"), /Aggregaat gevraagd/);
});

test("when the line is back it is recorded once, with its own time", async () => {
  const made = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((it) => it.startsWith("paraat-waiting "));
    return JSON.parse(localStorage.getItem(key)).at;
  });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await server.run(new URL(server.base).host);
  await page.goto(crisis);
  await page.locator("#outbox").waitFor({ state: "detached" });
  await page.locator(".line-text", { hasText: "Aggregaat gevraagd" }).waitFor();
  assert.deepEqual((await lines()).sort(), ["Aggregaat gevraagd", "Straat zonder stroom"]);
  const happened = await page
    .locator(".lines li", { hasText: "Aggregaat gevraagd" })
    .locator("time")
    .first()
    .getAttribute("datetime");
  assert.ok(Math.abs(Date.parse(happened) - Date.parse(made)) < 1000, `${happened} ${made}`);
  assert.deepEqual(officer.troubles, []);
});
