// SPDX-License-Identifier: EUPL-1.2
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { launch, Person, sideways, violations } from "../lib/browser.mjs";
import { Server } from "../lib/server.mjs";
let server, browser;
before(async () => { server = await Server.start(); browser = await launch(); });
after(async () => { await browser?.close(); await server?.clear(); });
test("smoke", async () => {
  const person = await Person.at(browser, server);
  await person.logIn("editor-jenv");
  for (const path of ["/", "/registers", "/trust", "/account", "/search?q=brand"]) {
    console.log(path, await person.go(path), await violations(person.page), await sideways(person.page));
  }
  console.log(person.troubles);
});
