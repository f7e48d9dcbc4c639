// SPDX-License-Identifier: EUPL-1.2
// Every screen, in both themes and three widths: axe finds nothing, nothing sticks out to the
// side, nothing is blocked or breaks, and no word is missing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { activity, assign, report } from "../lib/agenda.mjs";
import { Server } from "../lib/server.mjs";

const WIDTHS = [1440, 390, 320];
const HEIGHTS = { 1440: 900, 390: 844, 320: 640 };
/** The address of nothing. */
const NOBODY = `vr23.${"0".repeat(32)}`;

let server;
let browser;
let addresses;
const people = {};

before(async () => {
  server = await Server.start();
  browser = await launch();
  const accounts = { jenv: "editor-jenv", lead: "editor-vr23", reader: "reader-inspectie" };
  for (const [who, account] of Object.entries({ ...accounts, admin: "admin" })) {
    people[who] = await Person.at(browser, server);
    await people[who].logIn(account);
    people[who].mayFail = true;
  }
  people.nobody = await Person.at(browser, server);
  people.nobody.mayFail = true;
  addresses = await furnish();
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** Something of everything, so that no screen is shown empty. */
async function furnish() {
  const { jenv, lead } = people;
  const one = (await activity(jenv, "1.01")).stream;
  const two = (await activity(jenv, "1.02")).stream;
  await assign(jenv, one, "vr23");
  await assign(jenv, two, "vr23");
  await report(lead, one, {
    explanation: "De regio’s zijn om tafel.",
    evidence: "https://voorbeeld.example/stuk",
  });
  await report(lead, two, {
    outlook: "behind",
    explanation: `Wacht op ${"een heel lang woord".repeat(3)}.`,
  });
  const said = { activity: one, text: "Wij doen mee.\nVanaf het najaar." };
  await jenv.record("/v1/agenda/comment/write", said);
  const free = (await activity(jenv, "1.04")).stream;
  await assign(jenv, (await activity(jenv, "1.05")).stream, "vr23");
  return { one, two, free, then: new Date().toISOString() };
}

/** Borders that nobody has: squares for two regions and an island. */
async function importBorders() {
  const square = (lon, lat, side) => `${lon} ${lat} ${side} 0 0 ${side} -${side} 0`;
  const borders = {
    vr23: square(58_000_000, 512_000_000, 3_000_000),
    vr24: square(58_000_000, 509_000_000, 3_000_000),
    saba: square(-632_600_000, 176_100_000, 300_000),
  };
  for (const [area, rings] of Object.entries(borders)) {
    const said = { area, name: area, year: 2023, source: "Eigen schets", rings };
    await people.jenv.record("/v1/registers/boundary/import", said);
  }
}

/** What a page says that it should not: keys of words that are missing. */
function missingWords(page) {
  return page.evaluate(() => {
    const text = `${document.title} ${document.body.innerText}`;
    return [...text.matchAll(/«[^»]*»/g)].map((it) => it[0]);
  });
}

async function look(person, problems, name) {
  for (const width of WIDTHS) {
    await person.page.setViewportSize({ width, height: HEIGHTS[width] });
    const where = `${name} at ${width}`;
    for (const one of await violations(person.page)) problems.push(`${where}: ${one}`);
    for (const one of await sideways(person.page)) problems.push(`${where}: ${one}`);
  }
  for (const word of await missingWords(person.page)) problems.push(`${name}: no word ${word}`);
}

/** Opens a screen in both themes; `step` brings it about after it was opened. */
async function screen(who, path, { status = 200, step, languages = ["nl"] } = {}) {
  const person = people[who];
  person.troubles.length = 0;
  const problems = [];
  for (const language of languages) {
    await person.go(`/taal?to=${language}&next=/login`);
    for (const theme of ["light", "dark"]) {
      await person.page.emulateMedia({ colorScheme: theme });
      await person.page.setViewportSize({ width: 1440, height: 900 });
      const answered = await person.go(path);
      if (answered !== status) problems.push(`${path}: ${answered}, not ${status}`);
      if (step) await step(person.page);
      await look(person, problems, `${path} ${language} ${theme}`);
    }
  }
  await person.go("/taal?to=nl&next=/login");
  assert.deepEqual([...problems, ...person.troubles], []);
}

const BOTH = { languages: ["nl", "en"] };
const send = (page) =>
  Promise.all([page.waitForNavigation(), page.click("main form.form button[type=submit]")]);

describe("screens", () => {
  test("login", () => screen("nobody", "/login", BOTH));
  test("login refused", () =>
    screen("nobody", "/login", {
      step: async (page) => {
        await page.fill("#field-name", "niemand");
        await page.fill("#field-password", "dit is het niet");
        await send(page);
      },
    }));
  test("home", () => screen("lead", "/", BOTH));
  for (const who of ["jenv", "reader", "admin"]) test(`home of ${who}`, () => screen(who, "/"));
  for (const list of ["late", "due", "waiting", "own", "other", "held"])
    test(`list ${list}`, () => screen("lead", `/?list=${list}`, BOTH));
  test("tree", () => screen("lead", "/agenda", BOTH));
  test("board", () => screen("lead", "/agenda/board", BOTH));
  test("timeline", () => screen("lead", "/agenda/timeline", BOTH));
  test("list", () => screen("lead", "/agenda/list", BOTH));
  test("filtered", () => screen("lead", "/agenda/list?lead=vr23&text=crisisplannen"));
  test("nothing found", () => screen("lead", "/agenda?text=qqqq"));
  test("activity of the lead", () => screen("lead", `/agenda/activity/${addresses.one}`, BOTH));
  test("activity of others", () => screen("reader", `/agenda/activity/${addresses.two}`));
  test("activity then", () =>
    screen("lead", `/agenda/activity/${addresses.one}?moment=${addresses.then}`, BOTH));
  test("agenda at no moment", () => screen("lead", "/agenda?moment=straks"));
  test("report form", () =>
    screen("lead", `/agenda/progress/report?activity=${addresses.one}`, BOTH));
  test("422: report form with errors", () =>
    screen("lead", `/agenda/progress/report?activity=${addresses.one}`, {
      step: async (page) => {
        await page.check("input[name=status][value=dropped]");
        await page.fill("[name=explanation]", "x".repeat(4001));
        await page.fill("[name=evidence]", "geen adres");
        await send(page);
      },
    }));
  test("report form refused by the rule", () =>
    screen("lead", `/agenda/progress/report?activity=${addresses.two}`, {
      step: async (page) => {
        await page.selectOption("[name=outlook]", "at-risk");
        await page.fill("[name=explanation]", "");
        await send(page);
      },
    }));
  test("403: report form not permitted", () =>
    screen("reader", `/agenda/progress/report?activity=${addresses.one}`, {
      status: 403,
      ...BOTH,
    }));
  test("409: report form without a lead", () =>
    screen("jenv", `/agenda/progress/report?activity=${addresses.free}`, {
      status: 409,
      ...BOTH,
    }));
  test("assign form", () => screen("jenv", `/streams/${addresses.one}/assign`, BOTH));
  test("comment form", () =>
    screen("jenv", `/agenda/comment/write?activity=${addresses.one}`, BOTH));
  test("comment form empty", () =>
    screen("jenv", `/agenda/comment/write?activity=${addresses.one}`, { step: send }));
  test("search", () => screen("lead", "/search?q=crisisplan", BOTH));
  test("search without a word", () => screen("lead", "/search"));
  test("search without a find", () => screen("lead", "/search?q=qqqq"));
  test("registers", () => screen("lead", "/registers", BOTH));
  test("organisations", () => screen("lead", "/registers/organisations", BOTH));
  test("map", () => screen("lead", "/registers/map", BOTH));
  test("map with borders", async () => {
    await importBorders();
    await screen("lead", "/registers/map", BOTH);
  });
  test("boundary form", () => screen("lead", "/registers/boundary/import", BOTH));
  test("organisation", () =>
    screen("lead", "/registers/organisations", {
      step: async (page) => {
        await page.goto(await page.getAttribute("main tbody a", "href"));
      },
    }));
  test("themes", () => screen("lead", "/registers/list/themes"));
  test("correction form", () => screen("lead", "/registers/correction/correct", BOTH));
  test("circles", () => screen("lead", "/trust", BOTH));
  test("circle form", () => screen("jenv", "/trust/circle/make", BOTH));
  test("403: circle form without the function", () =>
    screen("lead", "/trust/circle/make", { status: 403 }));
  test("keys", () => screen("lead", "/trust/keys"));
  test("report for one's own board", () => screen("lead", "/agenda/report", BOTH));
  test("about", () => screen("nobody", "/about", BOTH));
  test("account", () => screen("lead", "/account", BOTH));
  test("admin", () => screen("admin", "/admin", BOTH));
  test("the office of others is not there", () => screen("lead", "/admin", { status: 404 }));
  test("404", () => screen("lead", "/bestaat-niet", { status: 404, ...BOTH }));
  test("404 of a stream", () => screen("lead", `/streams/${NOBODY}`, { status: 404 }));
  test("400", () => screen("lead", "/agenda?text=%FF%FE", { status: 400 }));
});
