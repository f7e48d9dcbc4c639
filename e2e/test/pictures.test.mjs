// SPDX-License-Identifier: EUPL-1.2
// Paper, and pictures for eyes: they are kept in artefacts/, nothing is compared.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { activity, assign, report } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

const FOLDER = fileURLToPath(new URL("../artefacts/", import.meta.url));
const SIZES = [
  ["wide-light", 1440, 900, "light"],
  ["phone-light", 390, 844, "light"],
  ["wide-dark", 1440, 900, "dark"],
];
/** Who leads what, and how it stands: enough to see every sign once. */
const STATES = [
  [
    "1.01",
    "vr23",
    "under-way",
    "on-track",
    "De risicobeelden liggen naast elkaar. In het voorjaar kiezen wij samen.",
  ],
  ["1.02", "vr24", "under-way", "behind", "Het landelijke format komt later dan gedacht."],
  ["1.03", "jenv", "planned", "on-track", ""],
  ["1.04", "vr23", "adjusted", "at-risk", "Wij beginnen met drie regio's in plaats van acht."],
  ["1.05", "vr24", "continuous", "on-track", ""],
  ["CN.01", "saba", "done", "", "Het onderzoek is klaar."],
];

let server;
let browser;
const people = {};

before(async () => {
  mkdirSync(FOLDER, { recursive: true });
  server = await Server.start();
  browser = await launch();
  for (const who of ["jenv", "vr23", "vr24", "saba"]) {
    people[who] = await (await Person.at(browser, server)).logIn(`editor-${who}`);
  }
  people.admin = await (await Person.at(browser, server)).logIn("admin");
  for (const [number, who, status, outlook, explanation] of STATES) {
    const { stream } = await activity(people.jenv, number);
    await assign(people.jenv, stream, who);
    await report(people[who], stream, { status, outlook, explanation });
    if (number === "1.01") people.shown = stream;
  }
  const text = "Wij brengen ons regionale beeld graag in.";
  await people.vr24.record("/v1/agenda/comment/write", { activity: people.shown, text });
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

test("pictures of the screens", async () => {
  const { vr23, admin, shown } = people;
  const screens = [
    ["home", vr23, "/"],
    ["tree", vr23, "/agenda"],
    ["board", vr23, "/agenda/board"],
    ["timeline", vr23, "/agenda/timeline"],
    ["list", vr23, "/agenda/list"],
    ["activity", vr23, `/agenda/activity/${shown}`],
    ["report", vr23, `/agenda/progress/report?activity=${shown}`],
    ["search", vr23, "/search?q=crisisplan"],
    ["registers", vr23, "/registers"],
    ["map", vr23, "/registers/map"],
    ["trust", vr23, "/trust"],
    ["account", vr23, "/account"],
    ["admin", admin, "/admin"],
  ];
  for (const [name, person, path] of screens) {
    for (const [size, width, height, colorScheme] of SIZES) {
      await person.page.emulateMedia({ colorScheme });
      await person.page.setViewportSize({ width, height });
      assert.equal(await person.go(path), 200, path);
      await person.page.waitForLoadState("networkidle", { timeout: 500 }).catch(() => {});
      await person.page.screenshot({ path: `${FOLDER}${name}-${size}.png` });
    }
  }
});

test("on paper stands what stands on the screen", async () => {
  const { vr23 } = people;
  await vr23.page.emulateMedia({ media: null, colorScheme: "dark" });
  for (const [name, path, words] of [
    ["tree", "/agenda", ["Nationale en regionale risicobeelden", "Doorlopend", "Loopt achter"]],
    ["activity", `/agenda/activity/${people.shown}`, ["Op schema", "graag in"]],
    ["timeline", "/agenda/timeline", ["1.01", "2029"]],
  ]) {
    await vr23.go(path);
    const file = `${FOLDER}${name}.pdf`;
    await vr23.page.pdf({ path: file, format: "A4" });
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    for (const word of words)
      assert.ok(text.includes(word), `${name}: ${word}\n${text.slice(0, 800)}`);
    // A sheet ends with a form feed; what stands on none is not a sheet.
    const sheets = text.split("\f").filter((it) => it.trim());
    const marked = sheets.filter((it) => it.trimStart().startsWith("Demo"));
    assert.equal(marked.length, sheets.length, "the mark of the demo is on each sheet");
  }
});
