// SPDX-License-Identifier: EUPL-1.2
// From a crisis to an alert that was handed over, by two people, and to a message on the page that
// everybody reads.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";

import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";

let server;
let browser;
let writer;
let decider;
let anybody;

before(async () => {
  server = await Server.start();
  browser = await launch();
  writer = await (await Person.at(browser, server)).logIn("editor-vr23");
  decider = await (await Person.at(browser, server)).logIn("decider-vr23");
  anybody = await Person.at(browser, server, { width: 320 });
});

beforeEach(() => {
  for (const person of [writer, decider, anybody]) person.troubles.length = 0;
});

after(async () => {
  await browser?.close();
  await server?.clear();
});

const fine = async (person) => {
  assert.deepEqual(await violations(person.page), []);
  assert.deepEqual(await sideways(person.page), []);
  assert.deepEqual(person.troubles, []);
};
const body = (person) => person.page.innerText("body");
const press = (person, name) => person.page.getByRole("button", { name, exact: true }).click();
const follow = (person, name) => person.page.getByRole("link", { name, exact: true }).click();
const fill = async (person, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = person.page.locator(`main [name="${name}"]`);
    const sort = await field.first().evaluate((it) => it.type);
    if (sort === "radio") await person.page.check(`main [name="${name}"][value="${value}"]`);
    else await (sort === "select-one" ? field.selectOption(value) : field.fill(value));
  }
};

test("a crisis becomes an alert in two languages that two people let go", async () => {
  const begun = Date.now();
  const crisis = await writer.record("/v1/incident/incident/open", { title: "Brand in Arcen" });
  await writer.go(`/communication/alert/draft?incident=${crisis.stream}`);
  await fine(writer);
  await fill(writer, {
    language: "nl",
    title: "Grote brand in Arcen",
    what: "Er komt veel rook vrij",
    todo: "Blijf binnen\nSluit ramen en deuren",
    area: "Arcen en omgeving",
    at: "51.477, 6.18",
    radius: "1500",
    language2: "en",
    title2: "Large fire in Arcen",
    what2: "There is much smoke",
    todo2: "Stay inside",
  });
  await press(writer, "Alarm opstellen");
  await writer.page.waitForURL(/\/communication\/alert\/vr23\./);
  assert.match(await body(writer), /Wacht op opdracht/);
  await fine(writer);
  const page = new URL(writer.page.url()).pathname;
  assert.equal(await writer.page.getByRole("link", { name: "Opdracht geven" }).count(), 0);

  await decider.go(page);
  await follow(decider, "Opdracht geven");
  await fill(decider, { orderedBy: "operational-leader", sender: "control-room" });
  await press(decider, "Opdracht geven");
  await decider.page.waitForURL((url) => url.pathname === page);
  assert.match(await body(decider), /Wacht op een tweede paar ogen/);
  await press(decider, "Nagekeken, akkoord");
  await decider.page.waitForURL((url) => url.pathname === page);
  await press(decider, "Overdragen");
  await decider.page.waitForURL((url) => url.pathname === page);
  const handed = await body(decider);
  assert.match(handed, /Overgedragen, nog niet verzonden/);
  assert.doesNotMatch(handed, /Dat zegt:/, "nobody said that it was sent");
  assert.match(handed, /NL-Alert .*Grote brand in Arcen\. Er komt veel rook vrij\. Blijf binnen\./);
  await fine(decider);
  assert.ok(Date.now() - begun < 180_000);

  await decider.page.getByRole("table", { name: "Ontvangers" }).waitFor();
  const folder = join(server.data, "overdracht");
  const laid = readdirSync(folder).sort();
  assert.deepEqual(laid.map((name) => name.replace(/^.*-1/, "")), [".cap.xml", ".txt"]);

  const feed = await (await anybody.context.request.get("/feeds/alerts.atom")).text();
  const [, file] = /href="(\/feeds\/cap\/[^"]+)"/.exec(feed);
  const answer = await anybody.context.request.get(file);
  assert.equal(answer.headers()["content-type"], "application/cap+xml; charset=utf-8");
  const cap = await answer.text();
  assert.equal(readFileSync(join(folder, laid[0]), "utf8"), cap, "byte by byte");
  assert.match(cap, /<language>nl-NL<\/language>[\s\S]*<language>en-GB<\/language>/);
  assert.match(cap, /<circle>51\.477,6\.18 1\.5<\/circle>/);

  await anybody.go("/public");
  assert.match(await body(anybody), /Blijf binnen\. .*De verzending is nog niet bevestigd\./s);
  await follow(decider, "Verzending bevestigen");
  await fill(decider, { by: "Meldkamer Limburg" });
  await press(decider, "Verzending bevestigen");
  await decider.page.waitForURL((url) => url.pathname === page);
  assert.match(await body(decider), /Dat zegt:\s+Meldkamer Limburg/);
});

test("whoever wrote an alert does not look at it a second time, and is told so", async () => {
  const said = { language: "nl", title: "Gas in Venlo", what: "Er lekt gas", todo: "Ga weg" };
  const place = { area: "Venlo", at: "51.37, 6.17" };
  const alert = { ...said, ...place };
  const { stream } = await decider.record("/v1/communication/alert/draft", alert);
  const page = `/communication/alert/${stream}`;
  await decider.go(`/streams/${stream}/order?next=${page}`);
  await fill(decider, { orderedBy: "operational-leader", sender: "control-room" });
  await press(decider, "Opdracht geven");
  await decider.page.waitForURL((url) => url.pathname === page);
  decider.mayFail = true;
  await press(decider, "Nagekeken, akkoord");
  await decider.page.getByText("U schreef deze tekst zelf. Laat iemand anders kijken.").waitFor();
  await writer.go(page);
  await follow(writer, "Tegenhouden");
  await fill(writer, { reason: "Het is Blerick" });
  await press(writer, "Tegenhouden");
  await writer.page.waitForURL((url) => url.pathname === page);
  assert.match(await body(writer), /Tegengehouden[\s\S]*Het is Blerick/);
});

test("a message is written, translated and published, and everybody reads just that", async () => {
  await writer.go("/communication/message/draft");
  await fill(writer, {
    language: "nl",
    title: "De Maas stijgt",
    what: "Indien het water stijgt wordt de dijk gecontroleerd <script>alert(1)</script>",
    todo: "Blijf weg bij het water",
    authority: "mayor",
    sender: "Burgemeester van Voorbeeldstad",
  });
  await press(writer, "Boodschap schrijven");
  await writer.page.waitForURL(/\/communication\/message\/vr23\./);
  const page = new URL(writer.page.url()).pathname;
  const drafted = await body(writer);
  assert.match(drafted, /Zeg wat het betekent\./);
  assert.match(drafted, /“indien”. Schrijf liever “als”/);
  await fine(writer);
  await anybody.go("/public");
  assert.doesNotMatch(await body(anybody), /De Maas stijgt/, "a draft is nobody else's");

  await follow(writer, "Vertalen");
  const said = { title: "Awa ta subi", what: "Riu ta subi", todo: "Keda leu" };
  await fill(writer, { language: "pap", ...said });
  await press(writer, "Vertalen");
  await writer.page.waitForURL((url) => url.pathname === page);
  await press(writer, "Openbaar maken");
  await writer.page.getByText("Openbaar", { exact: true }).waitFor();

  const shown = async (path) => {
    for (let turn = 0; turn < 40; turn += 1) {
      await anybody.go(path);
      const text = await body(anybody);
      if (/De Maas stijgt|Awa ta subi/.test(text)) return text;
      await new Promise((wake) => setTimeout(wake, 100));
    }
    return body(anybody);
  };
  assert.equal(await writer.page.getByRole("button", { name: "Openbaar maken" }).count(), 0);
  assert.match(await shown("/public"), /Burgemeester van Voorbeeldstad[\s\S]*Blijf weg|Blijf weg/);
  await fine(anybody);
  assert.match(await shown("/public/pap"), /Kiko mi mester hasi\?[\s\S]*Keda leu/);
  await fine(anybody);
  assert.match(await shown("/public/en"), /in this language only: Nederlands[\s\S]*De Maas stijgt/);
  await fine(anybody);
  const answer = await anybody.context.request.get("/public");
  assert.ok((await answer.body()).length < 30_000);
  assert.equal(answer.headers()["set-cookie"], undefined);
  assert.doesNotMatch(await answer.text(), /<script|<img|src=/, "nothing runs, nothing is fetched");

  await follow(writer, "Wat ervan wordt");
  assert.match(await body(writer), /Geluidswagen[\s\S]*Let op! Let op!/);
  await fine(writer);
  await writer.go(page);
  await follow(writer, "Intrekken");
  await fill(writer, { reason: "Het water zakt" });
  await press(writer, "Intrekken");
  await writer.page.waitForURL((url) => url.pathname === page);
  assert.match(await shown("/public/before"), /Dit geldt niet meer\. Het water zakt/);
});

test("a number that nobody called back is a debt until one calls and another attests", async () => {
  const said = { language: "nl", title: "Hulplijn", what: "Bel 0800 1351", authority: "chair" };
  const { stream } = await writer.record("/v1/communication/message/draft", said);
  const page = `/communication/message/${stream}`;
  await writer.go(page);
  assert.match(await body(writer), /08001351\s+Onbekend[\s\S]*Bel terug wat nog niet is getest/);
  await fine(writer);
  await follow(writer, "In het register zetten");
  await fill(writer, { for: "Vragen bij een ramp" });
  await press(writer, "In het register zetten");
  await writer.page.waitForURL((url) => url.pathname === "/communication/contacts");
  await follow(writer, "Teruggebeld");
  await fill(writer, { heard: "De publieksbalie" });
  await press(writer, "Teruggebeld");
  await writer.page.waitForURL((url) => url.pathname === "/communication/contacts");
  assert.match(await body(writer), /Gebeld, nog niet bevestigd/);
  await fine(writer);
  await decider.go("/communication/contacts");
  await press(decider, "Bevestigen als tweede");
  await decider.page.getByText("Getest, geldt tot").waitFor();
  await writer.go(page);
  assert.match(await body(writer), /08001351\s+Getest, geldt tot/);
  assert.doesNotMatch(await body(writer), /Bel terug wat nog niet is getest/);
});

test("who speaks is said by each organisation, and where two differ both see it", async () => {
  const other = await (await Person.at(browser, server)).logIn("editor-vr24");
  const { stream } = await writer.record("/v1/incident/incident/open", { title: "Gifwolk" });
  const page = `/communication/crisis/${stream}`;
  await writer.go(page);
  await follow(writer, "Zeggen wie spreekt");
  await fill(writer, { topic: "advice", authority: "mayor" });
  await press(writer, "Zeggen wie spreekt");
  await writer.page.waitForURL((url) => url.pathname === page);
  assert.doesNotMatch(await body(writer), /Organisaties zien dit verschillend/);
  const chair = { incident: stream, topic: "advice", authority: "chair" };
  await other.record("/v1/communication/voice/assign", chair);
  await writer.go(page);
  assert.match(await body(writer), /Organisaties zien dit verschillend[\s\S]*Burgemeester/);
  await fine(writer);
  const said = { incident: stream, language: "nl", title: "Blijf binnen", what: "Gas" };
  const message = { ...said, authority: "mayor" };
  const drafted = await writer.record("/v1/communication/message/draft", message);
  await other.go(`/communication/message/${drafted.stream}`);
  await follow(other, "Zeggen wat wij ervan vinden");
  await fill(other, { verdict: "objects", text: "Noem het gebied" });
  await press(other, "Zeggen wat wij ervan vinden");
  await other.page.getByText("Noem het gebied").waitFor();
  await fine(other);
  await other.leave();
});

test("the first word is public in one step, in two languages", async () => {
  await writer.go("/communication/message/hold");
  await fill(writer, { hazard: "power", authority: "chair", area: "Noord-Limburg" });
  await press(writer, "Eerste bericht direct openbaar");
  await writer.page.waitForURL(/\/communication\/message\/vr23\./);
  assert.match(await body(writer), /Openbaar/);
  await anybody.page.waitForTimeout(700);
  await anybody.go("/public/en");
  assert.match(await body(anybody), /No power[\s\S]*Call 112 only in danger of life/);
  await fine(anybody);
});

test("a folder of it on a plain web server says the same", async () => {
  const folder = join(server.folder, "www");
  server.command(["export", "public", folder]);
  const plain = createServer((request, response) => {
    const path = join(folder, request.url);
    // A browser asks for an icon of its own accord.
    if (!existsSync(path)) return response.writeHead(204).end();
    const file = statSync(path).isDirectory() ? join(path, "index.html") : path;
    response.setHeader("content-type", file.endsWith(".css") ? "text/css" : "text/html");
    response.end(readFileSync(file));
  });
  await new Promise((ready) => plain.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${plain.address().port}`;
  const there = await Person.at(browser, { base }, { width: 320 });
  // The moment at which a page was made stands in its last line.
  const said = async (person) => (await body(person)).trim().split("\n").slice(0, -1);
  for (const path of ["/public/", "/public/en/", "/public/pap/", "/public/before/"]) {
    await there.go(path);
    await anybody.go(path);
    assert.deepEqual(await said(there), await said(anybody), path);
    await fine(there);
  }
  await there.leave();
  plain.close();
});

test("a rumour is noted, seen again and answered, and what it means stands on top", async () => {
  const { stream } = await writer.record("/v1/incident/incident/open", { title: "Dijk" });
  const page = `/communication/crisis/${stream}`;
  await writer.go(page);
  await follow(writer, "Signaal noteren");
  await fill(writer, { sort: "rumour", claim: "De dijk is door", place: "Buurtapp" });
  await press(writer, "Signaal noteren");
  await writer.page.waitForURL((url) => url.pathname === page);
  assert.match(await body(writer), /Gerucht\s+De dijk is door\s+1×, Buurtapp\s+Nog geen antwoord/);
  await fine(writer);
  await follow(writer, "Weer gezien");
  await fill(writer, { place: "Radio" });
  await press(writer, "Weer gezien");
  await writer.page.waitForURL((url) => url.pathname === page);
  await follow(writer, "Beantwoorden");
  await fill(writer, { verdict: "false", answer: "De dijk houdt", advice: "Laat iemand bellen" });
  await press(writer, "Beantwoorden");
  await writer.page.waitForURL((url) => url.pathname === page);
  const said = await body(writer);
  assert.match(said, /Advies aan wie besluiten\s+Laat iemand bellen/);
  assert.match(said, /2×, Radio\s+Klopt niet\.\s+De dijk houdt/);
  await fine(writer);
});
