// SPDX-License-Identifier: EUPL-1.2
// Lists out and in: what is downloaded, what a file with mistakes is told, what is taken over.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let jenv;
let reader;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "paraat-lists-"));
  server = await Server.start();
  browser = await launch();
  jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
});

after(async () => {
  await browser?.close();
  await server?.clear();
  rmSync(folder, { recursive: true, force: true });
});

/** Follows a link of "Downloaden" by keyboard; answers the name of the file and what is in it. */
async function download(page, of) {
  const fold = page.locator("details.download > summary").first();
  if (!(await page.locator("details.download[open]").count())) {
    await fold.focus();
    await page.keyboard.press("Enter");
  }
  const link = page.locator("details.download").first().getByRole("link", { name: of });
  await link.focus();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Hands a file in, as a person does. */
async function handIn(page, name, bytes) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await page.setInputFiles("#field-file", path);
  await press(page, "Bestand bekijken");
}

function press(page, words) {
  return Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: words, exact: true }).click(),
  ]);
}

/** A screen that only these journeys come by. */
async function screenIsFine(page) {
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual([...(await violations(page)), ...(await sideways(page))], [], page.url());
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The lines of a CSV file of ours as lists of cells. */
function cells(bytes) {
  const plain = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const rows = [[]];
  for (const [, quoted, open, end] of plain.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r]*))(;|\r\n)/g)) {
    rows.at(-1).push(quoted === undefined ? open : quoted.replaceAll('""', '"'));
    if (end !== ";") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The same as an older program writes it: Windows-1252. */
function old(rows) {
  const line = (row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(";");
  const plain = `${rows.map(line).join("\r\n")}\r\n`;
  return Buffer.from(plain.replaceAll("’", "\u0092"), "latin1");
}

test("a list is downloaded with the filters of its page, by keyboard", async () => {
  const { page } = reader;
  await reader.go("/agenda/list?theme=cyber");
  const { name, bytes } = await download(page, "Lijst van activiteiten: Tekst");
  assert.match(name, /^lijst-van-activiteiten-\d{4}-\d\d-\d\d-demo\.csv$/);
  const shown = await page.locator("table tbody tr").count();
  assert.equal(cells(bytes).length - 1, shown);
  const workbook = await download(page, "Lijst van activiteiten: Excel");
  assert.equal(workbook.bytes.subarray(0, 2).toString(), "PK");
  // Who may only read is not asked to import.
  assert.equal(await page.getByText("Importeren").count(), 0);
  await screenIsFine(page);
});

test("a file with mistakes: nothing is taken over before somebody says so", async () => {
  const { page } = jenv;
  await jenv.go("/agenda/list");
  const { bytes } = await download(page, "Lijst van activiteiten: Tekst");
  await page.locator("summary", { hasText: "Importeren" }).click();
  await page.getByRole("link", { name: "Lijst van activiteiten", exact: true }).last().click();
  await page.waitForURL(/import/);
  await screenIsFine(page);
  await press(page, "Bestand bekijken");
  assert.match(await text(page), /Bestand: Kies een bestand/);
  await screenIsFine(page);

  const rows = cells(bytes);
  const column = (name) => rows[0].indexOf(name);
  rows[1][column("Titel in het Nederlands")] = "=1+1 één titel";
  rows[2][column("Eerste jaar")] = "binnenkort";
  rows[3][column("Trekker")] = "Niemand";
  rows.splice(20);
  await handIn(page, "activiteiten oud.csv", old(rows));
  const said = await text(page);
  assert.match(said, /Windows-1252/);
  assert.match(said, /puntkomma/);
  assert.match(said, /activiteiten oud\.csv/);
  const bad = await page.locator("#bad tbody tr").allInnerTexts();
  assert.equal(bad.length, 2);
  assert.match(bad[0], /3\s+Eerste jaar\s+/);
  assert.match(bad[1], /4\s+Trekker\s+De registers kennen geen organisatie met deze naam: Niemand/);
  const figures = await page.locator(".figure-value").allInnerTexts();
  assert.deepEqual(figures.map((it) => Number.parseInt(it, 10)), [16, 0, 1, 2]);
  const was = cells(bytes)[1][column("Titel in het Nederlands")];
  const changes = await page.locator("#changes tbody tr").allInnerTexts();
  assert.equal(changes.length, 1);
  const becomes = `nu “${was}”, wordt “=1+1 één titel”`;
  assert.ok(changes[0].replaceAll(/\s+/g, " ").includes(becomes), changes[0]);
  await screenIsFine(page);
  const card = async () => {
    const all = await jenv.api("/v1/cards?module=agenda&kind=activity&pageSize=1000");
    return all.items.filter((it) => it.title.nl.includes("=1+1 één titel")).length;
  };
  assert.equal(await card(), 0);

  await press(page, "Neem de goede regels over");
  assert.match(await text(page), /1 regel is vastgelegd/);
  assert.match(await text(page), /2 regels zijn niet overgenomen/);
  await screenIsFine(page);
  assert.equal(await card(), 1);
  // The receipt stays where it is, and pressing back and again records nothing twice.
  await page.reload();
  assert.match(await text(page), /1 regel is vastgelegd/);

  await jenv.go("/agenda/list");
  const again = await download(page, "Lijst van activiteiten: Tekst");
  const title = again.bytes.toString("utf8").match(/[^;]*=1\+1 één titel/)[0];
  assert.equal(title, "'=1+1 één titel", "a spreadsheet program would compute it");
  await jenv.go("/import/agenda/activities");
  await handIn(page, "zelfde.csv", again.bytes);
  assert.match(await text(page), /Er is niets veranderd/);
  await screenIsFine(page);
});

test("what is no list gets its sentence, and another account cannot open the file", async () => {
  const { page } = jenv;
  await jenv.go("/import/agenda/activities");
  await handIn(page, "plan.pdf", Buffer.from("%PDF-1.7\n"));
  assert.match(await text(page), /Dit is geen lijst, maar een PDF/);
  await screenIsFine(page);
  const list = await jenv.context.request.get("/agenda?as=csv&list=activities");
  assert.equal(list.status(), 200);
  await jenv.go("/import/agenda/activities");
  await handIn(page, "lijst.csv", await list.body());
  assert.match(await text(page), /Er is niets veranderd/);
  const address = new URL(page.url()).pathname;
  assert.equal(await reader.go(address), 403);
  const vr23 = await (await Person.at(browser, server)).logIn("editor-vr23");
  assert.equal(await vr23.go(address.replace("activities", "progress")), 404);
  await vr23.leave();
  assert.deepEqual(jenv.troubles, []);
});
