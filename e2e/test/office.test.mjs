// SPDX-License-Identifier: EUPL-1.2
// Accounts and what opens them: made, lent, ended; a second step; keys for programs. And how much
// a first view weighs.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";

import { activity } from "../lib/agenda.mjs";
import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { follow, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

/** Bytes that a first view may be, compressed. */
const FIRST_VIEW = 90_000;

let server;
let browser;
let admin;
let reader;

before(async () => {
  server = await Server.start();
  browser = await launch();
  admin = await (await Person.at(browser, server)).logIn("admin");
  reader = await (await Person.at(browser, server)).logIn("reader-inspectie");
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** Presses a button and waits for the page that follows. */
function press(page, words) {
  return Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: words, exact: true }).first().click(),
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

/** The code of an authenticator app now (RFC 6238, six digits, half a minute). */
function codeOf(secret) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replaceAll(/[^A-Z2-7]/g, "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const turn = Buffer.alloc(8);
  turn.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const sum = createHmac("sha1", key).update(turn).digest();
  const code = sum.readUInt32BE(sum[19] & 15) & 0x7f_ff_ff_ff;
  return String(code % 1_000_000).padStart(6, "0");
}

async function enter(person, name, password, code = "") {
  await person.go("/login");
  await person.page.fill("#field-name", name);
  await person.page.fill("#field-password", password);
  await person.page.fill("#field-code", code);
  await press(person.page, "Inloggen");
}

const path = (page) => new URL(page.url()).pathname;

test("an account is made, may what it was lent, and is closed", async () => {
  const { page } = admin;
  await admin.go("/admin");
  await page.getByLabel("Accountnaam").fill("bewerker-proef");
  await press(page, "Account toevoegen");
  await screenIsFine(page);
  const password = await page.locator("#secret").innerText();

  const made = await Person.at(browser, server);
  await enter(made, "bewerker-proef", password);
  assert.equal(path(made.page), "/");
  const { stream } = await activity(reader, "1.01");
  await made.go(`/agenda/activity/${stream}`);
  assert.equal(await made.page.getByRole("link", { name: "Reageren" }).count(), 0);

  await admin.go("/admin");
  await follow(page, "bewerker-proef");
  await screenIsFine(page);
  await page.getByLabel("Functie", { exact: true }).selectOption({ label: "bewerker" });
  await press(page, "Functie uitlenen");
  await made.page.reload();
  assert.equal(await made.page.getByRole("link", { name: "Reageren" }).count(), 1);

  await press(page, "Functie beëindigen");
  await made.page.reload();
  assert.equal(await made.page.getByRole("link", { name: "Reageren" }).count(), 0);

  await follow(page, "Account sluiten");
  await screenIsFine(page);
  await made.page.reload();
  assert.notEqual(path(made.page), "/login", "asking closes nothing");
  await press(page, "Ja, bewerker-proef sluiten");
  await made.page.reload();
  assert.equal(path(made.page), "/login");
  await enter(made, "bewerker-proef", password);
  assert.equal(path(made.page), "/login");
});

test("a second step is asked for once it is on", async () => {
  const name = "editor-saba";
  const here = await (await Person.at(browser, server)).logIn(name);
  assert.equal(await here.page.locator("html").getAttribute("lang"), "en", "Saba reads English");
  await here.go("/taal?to=nl&next=/account");
  await press(here.page, "Tweede stap aanzetten");
  await screenIsFine(here.page);
  const secret = await here.page.locator("main strong.number").innerText();
  await here.page.getByLabel("Code uit uw app").fill(codeOf(secret));
  await press(here.page, "Tweede stap aanzetten");
  assert.match(await text(here.page), /U logt in met een wachtwoord en een code/);

  const there = await Person.at(browser, server);
  await enter(there, name, server.password(name));
  await there.go("/agenda");
  assert.equal(path(there.page), "/login", "a password alone does not open");
  await enter(there, name, server.password(name), "000000");
  await there.go("/agenda");
  assert.equal(path(there.page), "/login", "nor does a wrong code");
});

test("a key for programs opens what it should until it is withdrawn", async () => {
  const { page } = reader;
  const asks = async (key) => {
    const headers = { Authorization: `Bearer ${key}` };
    return (await fetch(`${server.base}/v1/cards?pageSize=1`, { headers })).status;
  };
  await reader.go("/account");
  await page.getByLabel("Naam van de sleutel").fill("Rapportage");
  await page.getByRole("checkbox", { name: "lezen" }).check();
  await press(page, "Sleutel maken");
  const key = await page.locator("#secret").innerText();
  await screenIsFine(page);
  assert.equal(await asks(key), 200);
  await reader.go("/account");
  assert.ok(!(await page.content()).includes(key), "it is shown once");
  await press(page, "Sleutel intrekken");
  assert.equal(await asks(key), 401);
});

test("who tries passwords has to wait; the owner at a known place does not", async () => {
  const name = "editor-vr24";
  const owner = await (await Person.at(browser, server)).logIn(name);
  const thief = await Person.at(browser, server);
  for (let turn = 0; turn < 7; turn++) await enter(thief, name, `geraden wachtwoord ${turn}`);
  assert.match(await text(thief.page), /Te veel pogingen/);
  await press(owner.page, "Uitloggen");
  await owner.logIn(name);
  assert.equal(path(owner.page), "/");
});

test("a first view is light", async () => {
  for (const address of ["/agenda", "/agenda/board", "/agenda/timeline", "/registers/map"]) {
    const fresh = await Person.at(browser, server, {
      storageState: await reader.context.storageState(),
    });
    await fresh.go(address);
    await fresh.page.waitForFunction(() => document.fonts.status === "loaded");
    const bytes = await fresh.page.evaluate(() => {
      const all = [
        ...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource"),
      ];
      return all.reduce((sum, one) => sum + one.encodedBodySize, 0);
    });
    console.log(`${address}: ${bytes} bytes`);
    assert.ok(bytes > 20_000 && bytes <= FIRST_VIEW, `${address}: ${bytes} bytes`);
    await fresh.leave();
  }
});
