// SPDX-License-Identifier: EUPL-1.2
// Whatever somebody types is text, wherever it is shown.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { send } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const EVIL =
  `"><script>document.title="stuk"</script><img src=x onerror='document.title="stuk"'>` +
  `'{{7*7}}\u202egnp`;

let server;
let browser;
let jenv;
let lead;

before(async () => {
  server = await Server.start();
  browser = await launch();
  jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  lead = await (await Person.at(browser, server)).logIn("editor-vr23");
  jenv.mayFail = lead.mayFail = true;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** The page shows no more than text: no script of ours ran, and none was put there. */
async function harmless(page, where) {
  await page.waitForTimeout(50);
  assert.notEqual(await page.title(), "stuk", where);
  const found = await page.evaluate(() => ({
    images: document.querySelectorAll("img").length,
    scripts: document.querySelectorAll("script:not([src])").length,
  }));
  assert.deepEqual(found, { images: 0, scripts: 0 }, where);
}

/** Fills every field of the form that takes text. */
async function fillAll(page) {
  const fields = page
    .locator("main form.form")
    .locator("input[type=text], input[type=url], textarea");
  const shown = fields.filter({ visible: true });
  for (const field of await shown.all()) await field.fill(EVIL);
  return shown.count();
}

test("in every field of every form", async () => {
  const { stream } = await activity(jenv, "1.01");
  await assign(jenv, stream, "vr23");
  const forms = [
    [lead, `/agenda/progress/report?activity=${stream}`],
    [lead, `/agenda/comment/write?activity=${stream}`],
    [jenv, `/streams/${stream}/assign`],
    [jenv, "/agenda/activity/issue"],
    [jenv, "/agenda/ambition/issue"],
    [jenv, "/agenda/edition/issue"],
    [jenv, "/registers/correction/correct"],
    [jenv, "/trust/circle/make"],
    [jenv, "/account"],
    [jenv, "/login"],
  ];
  for (const [person, path] of forms) {
    assert.equal(await person.go(path), 200, path);
    assert.ok((await fillAll(person.page)) > 0, path);
    await send(person.page);
    await harmless(person.page, path);
  }
});

test("where it was recorded", async () => {
  const { stream } = await activity(jenv, "1.02");
  await assign(jenv, stream, "vr23", EVIL);
  const fields = { activity: stream, status: "under-way", outlook: "on-track", explanation: EVIL };
  await lead.record("/v1/agenda/progress/report", fields);
  await lead.record("/v1/agenda/comment/write", { activity: stream, text: EVIL });
  const paths = [
    `/agenda/activity/${stream}`,
    `/agenda/progress/report?activity=${stream}`,
    "/",
    "/agenda/board",
    "/search?q=onerror",
  ];
  for (const path of paths) {
    await lead.go(path);
    await harmless(lead.page, path);
  }
  await lead.go(paths[0]);
  assert.ok((await lead.page.locator("#progress").innerText()).includes("<script>document.title"));
});

test("in an address", async () => {
  const typed = encodeURIComponent(EVIL);
  const names = [
    "text",
    "pillar",
    "ambition",
    "theme",
    "lead",
    "year",
    "status",
    "outlook",
    "reach",
    "moment",
  ];
  const paths = [
    `/search?q=${typed}&module=${typed}&page=${typed}`,
    `/agenda?${names.map((it) => `${it}=${typed}`).join("&")}`,
    `/agenda/timeline?moment=${typed}`,
    `/agenda/progress/report?activity=${typed}&explanation=${typed}`,
    `/login?next=${typed}&held=${typed}`,
    `/login?next=https://elders.example/`,
    `/${typed}`,
    `/streams/${typed}/assign`,
    `/taal?to=${typed}&next=${typed}`,
  ];
  for (const path of paths) {
    await lead.go(path);
    await harmless(lead.page, path);
    assert.ok(lead.page.url().startsWith(server.base), lead.page.url());
  }
});

test("nothing was blocked, because nothing was tried", () => {
  assert.deepEqual([...jenv.troubles, ...lead.troubles], []);
});
