// SPDX-License-Identifier: EUPL-1.2
// Who takes up what: the matrix on a phone and on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const STANCES = ["adopted", "partly", "not-yet"];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let server;
let browser;
let planner;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "paraat-matrix-"));
  server = await Server.start();
  browser = await launch();
  planner = await (await Person.at(browser, server)).logIn("editor-vr23");
  const board = await (await Person.at(browser, server)).logIn("decider-vr23");
  const all = await planner.api("/v1/cards?module=agenda&kind=activity&pageSize=1000");
  for (const [at, stance] of STANCES.entries()) {
    const activity = all.items[at].stream;
    const line = { activity, stance, plan: "Beleidsplan", paragraph: "3.2", reason: "Volgt." };
    await planner.record("/v1/agenda/draft/record", line);
    const adopted = { organisation: "vr23", body: "Algemeen bestuur", decidedOn: "2026-11-20" };
    await board.record("/v1/agenda/translation/adopt", { activity, ...adopted, marks: "" });
  }
});

after(async () => {
  await browser?.close();
  await server?.clear();
  rmSync(folder, { recursive: true, force: true });
});

test("on a phone the matrix counts, and leads to who", async () => {
  const { page } = planner;
  await page.setViewportSize(PHONE);
  await planner.go("/agenda/matrix?stance=partly");
  const lines = page.locator(".grid-counts > li");
  assert.equal(await lines.count(), 1);
  assert.match((await lines.first().innerText()).replaceAll(/\s+/g, " "), /Deels opgenomen 1$/);
  assert.deepEqual([...(await violations(page)), ...(await sideways(page))], []);
  await lines.first().getByRole("link").click();
  await page.waitForURL(/activity=/);
  assert.match(await text(page), /Veiligheidsregio Limburg-Noord/);
  await page.setViewportSize(DESK);
});

test("on paper each sheet of the matrix names its columns, the first also its moment", async () => {
  const { page } = planner;
  await planner.go("/agenda/matrix");
  const path = join(folder, "matrix.pdf");
  await page.pdf({ path, preferCSSPageSize: true });
  const drawn = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  const sheets = drawn.split("\f").filter((sheet) => /^\s*(\d|CN)\.\d\d /m.test(sheet));
  assert.ok(sheets.length > 2, `${sheets.length} sheets`);
  for (const sheet of sheets) assert.match(sheet, /Activiteit/);
  assert.match(sheets[0], /Momentopname/);
});

test("what a board adopted as not yet taken up is on the list of what is missing", async () => {
  await planner.go("/agenda/gaps?organisation=vr23");
  const missing = planner.page.locator("#by-activity details").filter({ hasText: "Limburg-Noord" });
  const all = await planner.page.locator("#by-activity tbody tr").count();
  assert.equal(await missing.count(), all - 2);
});
