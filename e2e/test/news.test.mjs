// SPDX-License-Identifier: EUPL-1.2
// What is new for who comes back to a crisis: what others recorded since, first on the page, until
// the reader says to have seen it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let own;
let other;
let incident;

before(async () => {
  server = await Server.start();
  browser = await launch();
  own = await (await Person.at(browser, server)).logIn("editor-vr23");
  other = await (await Person.at(browser, server)).logIn("editor-vr24");
  incident = (await own.record("/v1/incident/incident/open", { title: "Hoogwater" })).stream;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const write = (person, line) => person.record("/v1/incident/log/write", { incident, text: line });
const picture = () => own.go(`/incident/incident/${incident}`);

describe("who comes back to a crisis", () => {
  test("sees nothing new of what they wrote themselves", async () => {
    await write(own, "Zelf geschreven.");
    await picture();
    assert.equal(await own.page.locator("#news").count(), 0);
  });

  test("sees first what others wrote, and no more once it was seen", async () => {
    for (let line = 1; line <= 8; line += 1) await write(other, `Regel ${line} van de buren.`);
    await picture();
    const news = own.page.locator("#news");
    assert.match(await news.innerText(), /Nieuw in de laatste 12 uur: 8/);
    assert.equal(await news.locator("li").count(), 4);
    const top = async (place) => (await own.page.locator(place).boundingBox()).y;
    assert.ok((await top("#news")) < (await top("h1")), "it stands first");
    assert.deepEqual(await violations(own.page), []);
    await own.page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await sideways(own.page), []);
    await own.page.setViewportSize({ width: 1440, height: 900 });

    await news.getByRole("link", { name: "Nog 4 bekijken" }).click();
    assert.equal(await own.page.locator("#news li").count(), 8);
    await own.page.locator("#news").getByRole("button", { name: "Gezien tot nu" }).click();
    await own.page.waitForURL(`**/incident/incident/${incident}`);
    assert.equal(await own.page.locator("#news").count(), 0);

    await write(other, "Daarna nog een.");
    await picture();
    assert.match(await own.page.locator("#news").innerText(), /Nieuw sinds .* uur: 1/);
    assert.match(await own.page.locator("#news").innerText(), /Daarna nog een/);
  });

  test("has nothing new in the past", async () => {
    const moment = new Date(Date.now() - 1_000).toISOString();
    await own.go(`/incident/incident/${incident}?moment=${moment}`);
    assert.equal(await own.page.locator("#news").count(), 0);
  });
});
