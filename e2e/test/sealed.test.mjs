// SPDX-License-Identifier: EUPL-1.2
// What is sealed: who was let in says why before reading, nothing of it is kept on the device, and
// its pages work by keyboard, on a phone and without a script.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

const WORDS = ["zilverreiger", "sterrenwacht"];

let server;
let browser;
let sis;
let crisis;
let record;

before(async () => {
  server = await Server.start();
  browser = await launch();
  sis = await (await Person.at(browser, server)).logIn("sis-vr23");
  const { stream } = await sis.record("/v1/incident/incident/open", { title: "Hoogwater" });
  crisis = `/incident/incident/${stream}`;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** Everything that this browser keeps: pages and files, and what forms left behind. */
function kept(page) {
  return page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        texts.push(request.url, await (await cache.match(request)).text());
      }
    }
    return texts.join("\n");
  });
}

test("sealing and reading: the question why comes first, and holds", async () => {
  const { page } = sis;
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto(`${crisis}/sealed`);
  await page.getByRole("link", { name: "Verzegelen" }).click();
  await page.getByLabel("Namen van personen").check();
  await page.fill("#field-text", WORDS[0]);
  // Longer than a draft of an ordinary form takes to be kept.
  await page.waitForTimeout(1_000);
  assert.doesNotMatch(await kept(page), new RegExp(WORDS[0]));
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/sealed$/);
  await page.getByRole("link", { name: "Verzegeld: namen van personen" }).click();
  await page.waitForURL(/\/sealed\/vr23/);
  assert.doesNotMatch(await page.innerText("main"), new RegExp(WORDS[0]));
  assert.match(await page.innerText("main"), /60 minuten/);
  assert.deepEqual(await violations(page), []);
  await page.click("main form.form button[type=submit]");
  assert.match(await page.innerText("#error-summary"), /Kies waarom u dit leest/);
  await page.getByLabel("Naasten informeren").check();
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/incident\/sealed\//);
  record = new URL(page.url()).pathname;
  assert.match(await page.innerText("main"), new RegExp(WORDS[0]));
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Aanvullen" }).click();
  await page.fill("#field-text", WORDS[1]);
  await page.waitForTimeout(1_000);
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/incident\/sealed\//);
  assert.match(await page.innerText("main"), new RegExp(WORDS[1]));
});

test("nothing of it is kept on the device", async () => {
  const { page } = sis;
  for (const path of [record, "/", crisis, `${crisis}/sealed`, `${crisis}/log`, record]) {
    await page.goto(path);
  }
  const all = await kept(page);
  // The pages of the crisis are kept, so that this asks something.
  assert.match(all, new RegExp(crisis.split("/").at(-1)));
  for (const word of WORDS) assert.doesNotMatch(all, new RegExp(word));
  assert.doesNotMatch(all, /\/incident\/sealed\//);
  await sis.context.setOffline(true);
  sis.mayFail = true;
  await page.goto(crisis);
  await assert.rejects(page.goto(record));
  await sis.context.setOffline(false);
  sis.mayFail = false;
});

test("who was not let in finds neither the page nor the way to it", async () => {
  const editor = await (await Person.at(browser, server)).logIn("editor-vr23");
  assert.equal(await editor.go(`${crisis}/sealed`), 404);
  assert.equal(await editor.go(record), 404);
  await editor.page.goto(crisis);
  assert.equal(await editor.page.getByRole("link", { name: "Verzegeld" }).count(), 0);
  assert.deepEqual(editor.troubles, []);
  await editor.leave();
});

test("on a phone, in the dark and without a script it works the same", async () => {
  const options = { width: 320, height: 720, colorScheme: "dark", javaScriptEnabled: false };
  const phone = await (await Person.at(browser, server, options)).logIn("sis-vr23");
  const { page } = phone;
  await page.goto(record);
  await page.getByLabel("Iets anders").check();
  await page.fill("#field-note", "Vraag van het loket");
  await page.click("main form.form button[type=submit]");
  await page.waitForURL(/\/incident\/sealed\//);
  assert.match(await page.innerText("main"), new RegExp(WORDS[1]));
  await phone.leave();
  const narrow = await (await Person.at(browser, server, { width: 320, height: 720 })).logIn(
    "sis-vr23",
  );
  for (const path of [`${crisis}/sealed`, record]) {
    await narrow.page.goto(path);
    assert.deepEqual(await violations(narrow.page), [], path);
    const wide = await narrow.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(wide, 0, path);
  }
  await narrow.leave();
});

test("who checks sees who read it, and nothing of what was read", async () => {
  const auditor = await (await Person.at(browser, server, { width: 390, height: 844 })).logIn(
    "auditor-vr23",
  );
  const { page } = auditor;
  await page.getByRole("link", { name: "Gelezen verzegelde dossiers" }).first().click();
  const said = await page.innerText("main");
  for (const word of ["sis-vr23", "Naasten informeren", "Vraag van het loket"]) {
    assert.match(said, new RegExp(word));
  }
  for (const word of WORDS) assert.doesNotMatch(said, new RegExp(word));
  assert.deepEqual(await violations(page), []);
  assert.equal(await auditor.go(record), 404);
  await auditor.leave();
});
