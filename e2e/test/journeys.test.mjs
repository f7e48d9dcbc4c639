// SPDX-License-Identifier: EUPL-1.2
// What people come to do, from the first click to the last.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { activity, assign, report } from "../lib/agenda.mjs";
import { launch, Person } from "../lib/browser.mjs";
import { fillReport, follow, send, text } from "../lib/forms.mjs";
import { Server } from "../lib/server.mjs";

const LEAD = "Veiligheidsregio Limburg-Noord";

let server;
let browser;
let jenv;
let lead;
let other;

before(async () => {
  server = await Server.start();
  browser = await launch();
  jenv = await (await Person.at(browser, server)).logIn("editor-jenv");
  lead = await (await Person.at(browser, server)).logIn("editor-vr23");
  other = await (await Person.at(browser, server)).logIn("editor-vr24");
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

/** An activity that the region leads. */
async function led(number) {
  const { stream } = await activity(jenv, number);
  await assign(jenv, stream, "vr23");
  return stream;
}

test("a lead is assigned, reports, and the history shows both", async () => {
  const { stream } = await activity(jenv, "1.01");
  const page = `/agenda/activity/${stream}`;
  await lead.go(page);
  assert.match(await text(lead.page), /nog geen trekker/);
  assert.equal(await lead.page.getByRole("link", { name: "Voortgang melden" }).count(), 0);

  await jenv.go("/agenda");
  await follow(jenv.page, /^1\.01 /);
  await follow(jenv.page, "Trekker aanwijzen");
  await jenv.page.getByLabel("Trekker").selectOption({ label: LEAD });
  await send(jenv.page);
  assert.ok(jenv.page.url().endsWith(page), jenv.page.url());
  assert.match(await text(jenv.page, "#history"), new RegExp(`Trekker aangewezen: ${LEAD}`));

  await lead.go(page);
  await follow(lead.page, "Voortgang melden");
  await fillReport(lead.page, {
    status: "In uitvoering",
    outlook: "Risico op vertraging",
    explanation: "Twee regio's doen mee.\nDe rest volgt.",
    evidence: "https://voorbeeld.example/verslag",
  });
  await send(lead.page);
  assert.ok(lead.page.url().endsWith(page), lead.page.url());
  assert.match(await text(lead.page, "#progress"), /In uitvoering\s+Risico op vertraging/);
  const history = await text(lead.page, "#history");
  assert.match(history, /Voortgang gemeld: In uitvoering[^]*Twee regio's doen mee\./);
  assert.match(history, /Voortgang gemeld[^]*Trekker aangewezen[^]*Activiteit uitgegeven/);
});

test("others see the reason in the place of the button, and again at the address", async () => {
  const stream = await led("1.03");
  await other.go(`/agenda/activity/${stream}`);
  const reason = new RegExp(`Alleen ${LEAD} mag dit doen`);
  assert.equal(await other.page.getByRole("link", { name: "Voortgang melden" }).count(), 0);
  assert.match(await text(other.page), reason);
  assert.equal(await other.page.getByRole("link", { name: "Reageren" }).count(), 1);

  // The form says so before it is filled in, and leads back.
  assert.equal(await other.go(`/agenda/progress/report?activity=${stream}`), 403);
  assert.match(await text(other.page), reason);
  assert.equal(await other.page.getByLabel("Toelichting").count(), 0);
  assert.equal(await other.page.locator("main form").count(), 0);
  await follow(other.page, /^1\.03 /);
  assert.ok(other.page.url().endsWith(`/agenda/activity/${stream}`));

  // Whoever lost the function while typing is told by the door, and keeps what was typed.
  const said = { status: "planned", outlook: "on-track", explanation: "Van ons." };
  const form = { activity: stream, ...said };
  const answer = await other.context.request.post("/agenda/progress/report", { form });
  assert.equal(answer.status(), 403);
  const page = await answer.text();
  assert.match(page, reason);
  assert.match(page, /<textarea[^>]*>\s*Van ons\.<\/textarea>/);
  const { items } = await jenv.api(`/v1/cards?module=agenda&kind=progress&under=${stream}`);
  assert.deepEqual(items, []);
});

test("another organisation comments", async () => {
  const { stream } = await activity(jenv, "1.04");
  await other.go(`/agenda/activity/${stream}`);
  await follow(other.page, "Reageren");
  await other.page.getByLabel("Reactie").fill("Wij willen meedoen.");
  await send(other.page);
  await lead.go(`/agenda/activity/${stream}`);
  assert.match(await text(lead.page, "#comments"), /Zuid-Limburg, bewerker\s+Wij willen meedoen\./);
});

test("filters stand in the address, through reload, view and language", async () => {
  const { page } = lead;
  await lead.go("/agenda/list");
  const all = await page.locator("main tbody tr").count();
  assert.equal(all, 48);
  await page.getByLabel("Bereik").selectOption({ label: "Caribisch Nederland" });
  await page.getByLabel("Jaar").selectOption("2024");
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("button", { name: "Filteren" }).click(),
  ]);
  const count = await page.locator("main tbody tr").count();
  assert.ok(count > 0 && count < 48, `${count}`);
  assert.match(page.url(), /[?&]reach=caribbean/);
  await page.reload();
  assert.equal(await page.locator("main tbody tr").count(), count);
  await follow(page, /^EN/);
  assert.match(page.url(), /[?&]reach=caribbean/);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("main tbody tr").count(), count);
  await page.getByRole("navigation").getByRole("link", { name: "Board" }).click();
  await page.waitForURL(/agenda\/board\?.*reach=caribbean/);
  assert.equal(await page.locator(".board li").count(), count);
  await follow(page, /^NL/);
});

test("a page as it was known at an earlier moment", async () => {
  const stream = await led("1.05");
  await report(lead, stream, { explanation: "De eerste stand." });
  const { version } = await latest(stream);
  const headers = { "If-Match": `"${version}"` };
  const body = { activity: stream, status: "done", explanation: "De tweede stand." };
  await lead.record("/v1/agenda/progress/report", body, headers);
  await lead.go(`/agenda/activity/${stream}`);
  assert.match(await text(lead.page, "#progress"), /Afgerond[^]*De tweede stand/);
  // The entries stand newest first: the second is the first report.
  await Promise.all([
    lead.page.waitForNavigation(),
    lead.page.locator("#history li").nth(1).getByRole("link").first().click(),
  ]);
  assert.match(lead.page.url(), /\?moment=/);
  assert.match(await text(lead.page, "#progress"), /In uitvoering[^]*De eerste stand/);
  assert.doesNotMatch(await text(lead.page), /De tweede stand/);
  assert.equal(await lead.page.getByRole("link", { name: "Voortgang melden" }).count(), 0);
  await lead.go("/agenda?moment=morgen");
  assert.equal(await lead.page.getByText("«").count(), 0);
});

/** The report of the lead as it stands. */
async function latest(stream) {
  const { items } = await jenv.api(`/v1/cards?module=agenda&kind=progress&under=${stream}`);
  return items[0];
}

test("a form with a mistake keeps what was typed and leads to what is wrong", async () => {
  const stream = await led("1.06");
  const { page } = lead;
  await lead.go(`/agenda/progress/report?activity=${stream}`);
  await fillReport(page, {
    explanation: "Blijft staan — ook dit: <b>é</b>",
    evidence: "geen adres",
  });
  await send(page);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "error-summary");
  assert.equal(
    await page.getByLabel("Toelichting").inputValue(),
    "Blijft staan — ook dit: <b>é</b>",
  );
  assert.equal(await page.getByLabel("Link naar bewijs").inputValue(), "geen adres");
  const links = page.locator("#error-summary a");
  assert.equal(await links.count(), 2, await text(page, "#error-summary"));
  await links.last().click();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "evidence");
  await fillReport(page, { status: "In uitvoering", outlook: "Op schema", evidence: "" });
  await send(page);
  assert.match(await text(page, "#progress"), /Blijft staan — ook dit: <b>é<\/b>/);
});

test("the second of two editors sees what changed and can go on", async () => {
  const stream = await led("1.07");
  await report(lead, stream);
  const form = `/agenda/progress/report?activity=${stream}`;
  const second = await lead.tab();
  await lead.go(form);
  await lead.go(form, second);
  await fillReport(lead.page, {
    status: "Afgerond",
    outlook: "Op schema",
    explanation: "Eerste hand.",
  });
  await send(lead.page);
  await fillReport(second, { outlook: "Loopt achter", explanation: "Tweede hand." });
  const [answer] = await Promise.all([
    second.waitForResponse((it) => it.request().method() === "POST"),
    send(second),
  ]);
  assert.equal(answer.status(), 409);
  const told = await text(second);
  assert.match(told, /Iemand anders paste dit intussen aan/);
  assert.match(told, /Eerste hand\./);
  assert.equal(await second.getByLabel("Toelichting").inputValue(), "Tweede hand.");
  await send(second);
  assert.match(await text(second, "#progress"), /In uitvoering\s+Loopt achter[^]*Tweede hand\./);
  await second.close();
});

test("a session that ended while typing costs nothing", async () => {
  const stream = await led("1.08");
  const here = await (await Person.at(browser, server)).logIn("editor-vr23");
  await here.go(`/agenda/progress/report?activity=${stream}`);
  await fillReport(here.page, {
    status: "Gepland",
    outlook: "Op schema",
    explanation: "Een lang verhaal.",
  });
  // The same person ends this session from another place.
  await lead.go("/account");
  const rows = lead.page.locator("tbody tr", { hasText: "Sessie beëindigen" });
  const theirs = rows.filter({ hasNotText: "deze sessie" });
  for (let left = await theirs.count(); left > 0; left--) {
    await Promise.all([
      lead.page.waitForNavigation(),
      theirs.first().getByRole("button", { name: "Sessie beëindigen" }).click(),
    ]);
  }
  await send(here.page);
  assert.equal(new URL(here.page.url()).pathname, "/login");
  await here.fillLogin("editor-vr23");
  assert.equal(new URL(here.page.url()).pathname, "/agenda/progress/report");
  assert.equal(await here.page.getByLabel("Toelichting").inputValue(), "Een lang verhaal.");
  assert.ok(await here.page.getByRole("radio", { name: "Gepland" }).isChecked());
  await send(here.page);
  assert.match(await text(here.page, "#progress"), /Gepland[^]*Een lang verhaal\./);
  await here.leave();
});

test("theme and language are kept, and who logs out is out", async () => {
  const here = await (await Person.at(browser, server)).logIn("reader-inspectie");
  await here.page.getByRole("button", { name: "Donkere weergave" }).click();
  await here.page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await here.page.waitForTimeout(300);
  await follow(here.page, /^EN/);
  await here.go("/agenda");
  assert.equal(await here.page.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await here.page.locator("html").getAttribute("lang"), "en");
  await Promise.all([
    here.page.waitForNavigation(),
    here.page.getByRole("button", { name: "Log out" }).first().click(),
  ]);
  await here.go("/agenda");
  assert.equal(new URL(here.page.url()).pathname, "/login");
  assert.equal(await here.page.locator("html").getAttribute("lang"), "en");
  assert.equal(await here.page.locator("html").getAttribute("data-theme"), "dark");
  await here.leave();
});

test("search finds an activity and leads there", async () => {
  await lead.go("/");
  await lead.page.keyboard.press("Control+k");
  await lead.page.keyboard.type("crisisplannen");
  await Promise.all([lead.page.waitForNavigation(), lead.page.keyboard.press("Enter")]);
  await follow(lead.page, /^1\.02 /);
  assert.match(await lead.page.title(), /^1\.02 /);
});

test("nothing was blocked and nothing broke", () => {
  const expected = /status of 40[39]|status of 422/;
  const troubles = [jenv, lead, other].flatMap((it) => it.troubles);
  assert.deepEqual(
    troubles.filter((it) => !expected.test(it)),
    [],
  );
});
