// SPDX-License-Identifier: EUPL-1.2
// What a device keeps for reading without a line never outlives the rights or the account of who
// read it, and what is kept nowhere is not kept here.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launch, Person } from "../lib/browser.mjs";
import { Line } from "../lib/line.mjs";
import { Server } from "../lib/server.mjs";

let server;
let line;
let browser;
let owner;
let person;

before(async () => {
  server = await Server.start();
  line = await Line.to(server);
  browser = await launch();
  owner = await (await Person.at(browser, server)).logIn("editor-vr23");
});

beforeEach(async () => {
  person = await (await Person.at(browser, line)).logIn("editor-vr24");
  person.mayFail = true;
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
});

afterEach(async () => {
  line.delay = 0;
  line.rewrite = (bytes) => bytes;
  line.live();
  await person.leave();
});

after(async () => {
  await browser?.close();
  await line?.close();
  await server?.clear();
});

const opened = (fields) => owner.record("/v1/incident/incident/open", fields);
const page = ({ stream }) => `/incident/incident/${stream}`;
/** Every text that this device keeps of pages; with a path, of that page alone. */
const kept = (path = "") =>
  person.page.evaluate(async (path) => {
    const names = (await caches.keys()).filter((name) => name.startsWith("paraat-pages"));
    const texts = names.map(async (name) => {
      const cache = await caches.open(name);
      const asked = (key) => !path || new URL(key.url).pathname === path;
      const keys = (await cache.keys()).filter(asked);
      return Promise.all(keys.map(async (key) => (await cache.match(key)).text()));
    });
    return (await Promise.all(texts)).flat().join("\n");
  }, path);
/** What stands there without a line; nothing when nothing does. */
async function without(path) {
  line.cut();
  try {
    await person.page.goto(path, { timeout: 15_000 });
    return await person.page.innerText("body");
  } catch {
    return "";
  } finally {
    line.live();
  }
}

test("with its rights a page is there to read without a line", async () => {
  const crisis = page(await opened({ title: "Stroomuitval Noord" }));
  await person.go(crisis);
  assert.match(await without(crisis), /Stroomuitval Noord/);
});

test("whoever left the circle reads nothing of it any more, also without a line", async () => {
  const decider = await (await Person.at(browser, server)).logIn("decider-vr23");
  const circle = await decider.record("/v1/trust/circle/make", { name: "Dijkbewaking" });
  const admit = `/v1/streams/${circle.stream}/admit`;
  await decider.record(admit, { organisation: "vr24" });
  const crisis = page(await opened({ title: "Zwakke dijk", circle: circle.stream }));
  await person.go(crisis);
  await person.go(`${crisis}/log`);
  assert.match(await kept(), /Zwakke dijk/);
  const close = `/v1/streams/${circle.stream}/close`;
  await decider.record(close, { organisation: "vr24", reason: "Gereed" });
  assert.equal(await person.go(crisis), 404);
  assert.doesNotMatch(await kept(), new RegExp(crisis.split("/").at(-1)));
  await person.go("/incident");
  assert.doesNotMatch(await kept(), /Zwakke dijk/, "nor of its other pages");
  assert.doesNotMatch(await without(crisis), /Zwakke dijk/);
});

test("a page that leads to the sign-in is not kept", async () => {
  const crisis = page(await opened({ title: "Sessie voorbij" }));
  await person.go(crisis);
  await person.context.clearCookies();
  await person.go(crisis);
  assert.match(person.page.url(), /login/);
  assert.doesNotMatch(await without(crisis), /Sessie voorbij/);
});

test("another account on the same device finds nothing of the one before", async () => {
  const crisis = page(await opened({ title: "Van de vorige" }));
  await person.go(crisis);
  await person.go("/");
  await person.context.clearCookies();
  await person.logIn("reader-inspectie");
  assert.doesNotMatch(await kept(), /editor-vr24/);
  assert.doesNotMatch(await without(crisis), /editor-vr24/);
});

test("an answer that is late is waited for when the page is of another account", async () => {
  const crisis = page(await opened({ title: "Trage lijn" }));
  await person.go(crisis);
  await person.context.clearCookies();
  await person.logIn("reader-inspectie");
  line.delay = 8_000;
  await person.page.goto(crisis, { timeout: 60_000 });
  assert.equal(await person.page.locator("body").getAttribute("data-account"), "reader-inspectie");
});

test("a line that hangs shows what is kept of the same account", async () => {
  const crisis = page(await opened({ title: "In de tunnel" }));
  await person.go(crisis);
  line.die();
  const begun = Date.now();
  await person.page.goto(crisis, { timeout: 30_000 });
  assert.match(await person.page.innerText("main"), /In de tunnel/);
  assert.ok(Date.now() - begun < 12_000);
});

test("what says that it is sealed is kept nowhere", async () => {
  const crisis = page(await opened({ title: "Verzegeld stuk" }));
  await person.go(crisis);
  assert.match(await kept(crisis), /Verzegeld stuk/);
  line.rewrite = (bytes) =>
    Buffer.from(bytes.toString("latin1").replace("paraat-reader", "paraat-sealed"), "latin1");
  await person.go(crisis);
  // The start page, kept meanwhile, may name a crisis that it does not open.
  assert.equal(await kept(crisis), "");
});
