// SPDX-License-Identifier: EUPL-1.2
// Everything can be reached and done by keyboard, and the place of the keyboard is always seen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let lead;

before(async () => {
  server = await Server.start();
  browser = await launch();
  const jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  await assign(jenv, (await activity(jenv, "1.01")).stream, "vr23");
  lead = await Person.at(browser, server);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** What has the keyboard: its words, and whether it can be seen. */
function focused(page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    const box = it.getBoundingClientRect();
    // What is higher than the window cannot be seen as a whole; its beginning or end can.
    const high = box.height > innerHeight / 2;
    const seen = high
      ? box.top < innerHeight && box.bottom > 0
      : box.top >= 0 && box.bottom <= innerHeight + 1;
    const middle = high ? Math.max(box.top + 8, 200) : box.y + box.height / 2;
    const at = document.elementFromPoint(box.x + Math.min(box.width, 20) / 2, middle);
    const style = getComputedStyle(it);
    const ringed = [it, ...(it.closest(".search form") ? [it.closest(".search form")] : [])];
    return {
      name: (
        it.getAttribute("aria-label") ||
        it.labels?.[0]?.innerText ||
        it.innerText ||
        ""
      ).trim(),
      tag: it.localName,
      type: it.getAttribute("type"),
      seen: box.width > 0 && seen,
      covered: !!at && !it.contains(at) && !at.contains(it),
      ring: ringed.some((one) => {
        const own = one === it ? style : getComputedStyle(one);
        return own.outlineStyle !== "none" || own.boxShadow !== "none";
      }),
    };
  });
}

/** Presses Tab until this has the keyboard; every stop on the way must be in sight. */
async function tabTo(page, words, most = 90) {
  const stops = [];
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    stops.push(at.name || at.tag);
    assert.ok(at.ring, `${at.tag} "${at.name}" shows that it has the keyboard`);
    assert.ok(at.seen && !at.covered, `${at.tag} "${at.name}" is in sight: ${JSON.stringify(at)}`);
    if (words.test(at.name)) return at;
  }
  throw new Error(`Tab never came to ${words}: ${stops.join(" | ")}`);
}

const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);

test("the first stops lead past the head of the page", async () => {
  await lead.go("/login");
  await tabTo(lead.page, /^Naar de inhoud$/, 1);
  await lead.page.keyboard.press("Enter");
  assert.equal(await lead.page.evaluate(() => document.activeElement.id), "main");
});

test("log in, find an activity, report, all by keyboard", async () => {
  const { page } = lead;
  await lead.go("/login");
  await tabTo(page, /^Accountnaam/);
  await page.keyboard.type("editor-vr23");
  await tabTo(page, /^Wachtwoord/, 1);
  await page.keyboard.type(server.password("editor-vr23"));
  await enter(page);

  await tabTo(page, /^Agenda$/);
  await enter(page);
  await tabTo(page, /^1\.01 /);
  await enter(page);
  await tabTo(page, /^Voortgang melden$/);
  await enter(page);

  await tabTo(page, /^Gepland$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await tabTo(page, /^Ten opzichte van de planning/, 2);
  await page.keyboard.type("Op");
  await tabTo(page, /^Toelichting/, 1);
  await page.keyboard.type("Met het toetsenbord.");
  await tabTo(page, /^Voortgang melden$/, 2);
  await enter(page);
  assert.match(await text(page, "#progress"), /In uitvoering\s+Op schema[^]*Met het toetsenbord\./);
});

test("on a phone's width nothing hides what has the keyboard", async () => {
  const { page } = lead;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "/agenda",
    "/agenda/board",
    "/agenda/timeline",
    "/registers/map",
    "/account",
  ]) {
    await lead.go(path);
    for (let turn = 0; turn < 40; turn++) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (at.tag === "body") break;
      assert.ok(at.seen && !at.covered, `${path}: ${at.tag} "${at.name}" ${JSON.stringify(at)}`);
    }
  }
});
