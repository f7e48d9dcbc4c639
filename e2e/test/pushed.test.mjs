// SPDX-License-Identifier: EUPL-1.2
// A picture that is pushed: two organisations, two browsers. What one records stands with the other
// within a second, and who looks is said in words.

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
const picture = (person) => person.go(`/incident/incident/${incident}`);
const live = (person) =>
  person.page.waitForFunction(() => document.getElementById("status").innerText === "Live");
const says = (person, words, timeout) =>
  person.page.locator("main", { hasText: words }).first().waitFor({ timeout });

describe("a picture that two organisations have open", () => {
  test("a line typed in one is in the other within a second, without asking", async () => {
    await picture(own);
    await picture(other);
    await live(own);
    await live(other);
    const asked = [];
    other.page.on("request", (request) => asked.push(request.url()));
    await write(own, "Water op de kade.");
    await says(other, "Water op de kade.", 1_000);
    await write(own, "De kade is afgezet.");
    await says(other, "De kade is afgezet.", 1_000);
    assert.deepEqual(asked, [], "the page came by itself");
  });

  test("who looks is named by organisation and function, and no person", async () => {
    const here = other.page.locator("#here");
    await here.filter({ hasText: "Kijken nu mee:" }).waitFor({ timeout: 5_000 });
    const said = await here.innerText();
    assert.match(said, /Veiligheidsregio[^(]*\(bewerker\) · Veiligheidsregio[^(]*\(bewerker\)/);
    assert.doesNotMatch(said, /editor-vr/);
    assert.deepEqual(await violations(other.page), []);
    await other.page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual(await sideways(other.page), []);
    await other.page.setViewportSize({ width: 1440, height: 900 });
  });

  test("who goes is named no more", async () => {
    await own.go("/");
    await other.page.locator("#here").waitFor({ state: "hidden", timeout: 5_000 });
    await picture(own);
    await live(own);
  });

  test("what is typed in the line of the picture stays while it changes", async () => {
    const field = own.page.locator("form.quick input:not([type=hidden])").first();
    await field.fill("Half getypt");
    await write(other, "Nog een regel van de buren.");
    await says(own, "Nog een regel van de buren.", 2_000);
    assert.equal(await field.inputValue(), "Half getypt");
    assert.ok(await field.evaluate((it) => it === document.activeElement));
    await field.fill("");
  });

  test("a phone that loses its line reads on in the newest that was pushed", async () => {
    await own.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await picture(own);
    await live(own);
    await write(other, "Voor de lijn viel.");
    await says(own, "Voor de lijn viel.", 2_000);
    await own.page.waitForFunction(
      async () => {
        const kept = await caches.match(location.href);
        return (await kept?.text())?.includes("Voor de lijn viel.");
      },
      undefined,
      { timeout: 10_000 },
    );
  });

  test("who signs out in another tab is shown nothing more", async () => {
    await own.page.evaluate(() => fetch("/logout", { method: "POST" }));
    await write(other, "Niet meer voor u.");
    await says(other, "Niet meer voor u.", 2_000);
    await own.page.waitForFunction(() => document.getElementById("status").innerText !== "Live");
    assert.doesNotMatch(await own.page.locator("main").innerText(), /Niet meer voor u/);
  });

  test("nothing was blocked and nothing broke", () => {
    const troubles = [own, other].flatMap((it) => it.troubles);
    const shut = /Failed to load resource|WebSocket connection/;
    assert.deepEqual(
      troubles.filter((it) => !shut.test(it)),
      [],
    );
  });
});
