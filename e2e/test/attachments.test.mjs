// SPDX-License-Identifier: EUPL-1.2
// Photos and documents in the browser: with and without a script, over a line that is cut, on a
// phone, by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { follow, send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const SECRET = "52.0907N 5.1214E";
const WIDTHS = { 1440: 900, 390: 844, 320: 640 };

let server;
let browser;
let officer;
let plain;
let incident;

before(async () => {
  server = await Server.start();
  browser = await launch();
  officer = await (await Person.at(browser, server, { width: 390, height: 844 })).logIn(
    "editor-vr23",
  );
  plain = await (await Person.at(browser, server, { javaScriptEnabled: false })).logIn(
    "editor-vr24",
  );
  const opened = await officer.record("/v1/incident/incident/open", { title: "Hoogwater Maas" });
  incident = opened.stream;
  const line = { incident, text: "Dijk wordt zwak bij paal 7" };
  await officer.record("/v1/incident/log/write", line);
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const at = (page = "") => `/incident/incident/${incident}${page}`;

function segment(marker, body) {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A photo of so many bytes, with where it was taken. */
function photo(name, pixels) {
  const buffer = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from(`Exif\0\0${SECRET}`)),
    segment(0xc0, Buffer.from([8, 0, 2, 0, 3, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(pixels, 0x55),
    Buffer.from([0xff, 0xd9]),
  ]);
  return { name, mimeType: "image/jpeg", buffer };
}

/** What a link of this name fetches. */
async function fetched(person, name) {
  const link = person.page.locator("a[download]", { hasText: name }).first();
  const href = await link.getAttribute("href");
  const answer = await person.context.request.get(href);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-disposition"], /^attachment;/);
  return (await answer.body()).toString("latin1");
}

test("without a script a photo is added to a crisis and fetched by another region", async () => {
  const { page } = plain;
  await plain.go(at());
  await follow(page, "Foto of PDF toevoegen");
  await page.setInputFiles("input[type=file]", photo("dijk.jpg", 20_000));
  await send(page);
  assert.match(await text(page, "#files"), /dijk\.jpg[^]*foto, 20 kB[^]*Weghalen/);
  const bytes = await fetched(plain, "dijk.jpg");
  assert.ok(!bytes.includes(SECRET) && bytes.length > 20_000);
  await officer.go(at());
  assert.ok(!(await fetched(officer, "dijk.jpg")).includes(SECRET));
  assert.doesNotMatch(await text(officer.page, "#files"), /Weghalen/);
});

test("what is no photo is refused at the question, and what was there stays", async () => {
  const { page } = plain;
  await plain.go(at());
  await follow(page, "Foto of PDF toevoegen");
  const virus = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ\x90\0") };
  await page.setInputFiles("input[type=file]", virus);
  await send(page);
  assert.match(await text(page, ".field.wrong"), /geen foto of PDF/);
  await page.setInputFiles("input[type=file]", photo("kade.jpg", 9));
  await send(page);
  assert.match(await text(page, "#files"), /kade\.jpg/);
});

test("a file goes on by itself after the line was cut, and stands at its line", async () => {
  const { page } = officer;
  officer.mayFail = true;
  await officer.go(at("/log"));
  await page.getByText("Maak hier van").first().click();
  await follow(page, "Foto of PDF toevoegen");
  // The first pieces come in, then the line is gone for a while.
  let pieces = 0;
  await page.route("**/v1/uploads/**", (route) => {
    pieces += route.request().method() === "PATCH" ? 1 : 0;
    return pieces === 2 || pieces === 3 ? route.abort("failed") : route.continue();
  });
  await page.setInputFiles("input[type=file]", photo("paal 7.jpg", 3_000_000));
  await page.getByText("De verbinding is weg").waitFor();
  await page.getByText("paal 7.jpg is binnen.").waitFor({ timeout: 30_000 });
  assert.ok(pieces > 4);
  await page.unroute("**/v1/uploads/**");
  await send(page);
  assert.match(page.url(), /\/log$/);
  assert.match(await text(page, ".lines"), /paal 7\.jpg[^]*foto, 3 MB/);
  assert.ok(!(await fetched(officer, "paal 7.jpg")).includes(SECRET));
  officer.mayFail = false;
});

test("who sends early waits for the file; without a line it says to choose again", async () => {
  const { page } = officer;
  await officer.go(at());
  await follow(page, "Foto of PDF toevoegen");
  await page.setInputFiles("input[type=file]", photo("vroeg.jpg", 2_000_000));
  await send(page);
  assert.match(await text(page, "#files"), /vroeg\.jpg/);
  officer.mayFail = true;
  await follow(page, "Foto of PDF toevoegen");
  await officer.context.setOffline(true);
  await page.setInputFiles("input[type=file]", photo("later.jpg", 9));
  await page.getByText("Zonder verbinding wacht een bestand niet").nth(1).waitFor();
  assert.equal(await page.inputValue("input[type=file]"), "");
  await officer.context.setOffline(false);
  officer.mayFail = false;
});

test("one takes away what is one's own, by keyboard", async () => {
  const { page } = plain;
  await plain.go(at());
  const remove = page.getByRole("link", { name: "Weghalen kade.jpg" });
  await remove.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.match(await text(page), /kade\.jpg/);
  await send(page);
  assert.doesNotMatch(await text(page, "#files"), /kade\.jpg/);
});

test("form and lists fit every width, in both themes, and axe finds nothing", async () => {
  const { page } = officer;
  const form = `/incident/attachment/attach?incident=${incident}&of=${incident}`;
  for (const [width, height] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width: Number(width), height });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of [at(), at("/log"), form]) {
        await officer.go(path);
        const place = `${path} at ${width}, ${scheme}`;
        assert.deepEqual(await sideways(page), [], place);
        assert.deepEqual(await violations(page), [], place);
      }
    }
  }
});
