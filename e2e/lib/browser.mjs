// SPDX-License-Identifier: EUPL-1.2
// One Chromium for a test file, with as many separate people in it as a test needs.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Debian's Chromium. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.PARAAT_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
  });
}

/** Somebody at a browser. `troubles` gathers what a page must never say. */
export class Person {
  static async at(browser, server, options = {}) {
    const person = new Person();
    const { width = 1440, height = 900, ...rest } = options;
    person.server = server;
    person.context = await browser.newContext({
      viewport: { width, height },
      locale: "nl-NL",
      timezoneId: "Europe/Amsterdam",
      baseURL: server.base,
      ...rest,
    });
    person.context.setDefaultTimeout(10_000);
    person.troubles = [];
    person.page = await person.tab();
    return person;
  }

  /** Another tab of the same browser. */
  async tab() {
    const page = await this.context.newPage();
    page.on("pageerror", (error) => this.troubles.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() !== "error" && !/Content.Security.Policy/i.test(message.text())) return;
      // A page whose node is away tries to open its socket again; the browser reports it each time.
      if (/^WebSocket connection to/.test(message.text()) && this.mayFail) return;
      // A page that says 404 is meant to be loaded here; the browser reports it each time.
      if (/Failed to load resource/.test(message.text())) {
        if (message.location().url === page.url() || this.mayFail) return;
      }
      this.troubles.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
    return page;
  }

  /** Logs in by the form, as a person does. */
  async logIn(name, page = this.page) {
    await page.goto("/login");
    await this.fillLogin(name, page);
    return this;
  }

  async fillLogin(name, page = this.page) {
    await page.fill("#field-name", name);
    await page.fill("#field-password", this.server.password(name));
    await page.click("form[data-login] button[type=submit]");
    await page.waitForURL((url) => url.pathname !== "/login");
  }

  /** Goes there; answers the status. */
  async go(path, page = this.page) {
    const response = await page.goto(path);
    return response?.status() ?? 0;
  }

  /** What the record answers to a program that has this person's session. */
  async api(path) {
    const answer = await this.context.request.get(path);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  /** Records by API what is not the subject of the test. */
  async record(path, body, headers = {}) {
    const answer = await this.context.request.post(path, { data: body, headers });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  async leave() {
    await this.context.close();
  }
}

/** What axe finds on the page as it stands, one line for each place. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap((one) =>
      one.nodes.map((node) => {
        const why = node.any
          .concat(node.all, node.none)
          .map((it) => it.message)
          .join("; ");
        return `${one.id} at ${node.target.join(" ")}: ${why}`;
      }),
    );
  }, RULES);
  return found;
}

/** What sticks out to the side of the window, by name; nothing when nothing does. */
export function sideways(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > wide + 1;
    });
    const name = (it) => `${it.localName}.${it.getAttribute("class") ?? ""}#${it.id}`;
    return ["wider than the window:", ...out.slice(0, 5).map(name)];
  });
}
