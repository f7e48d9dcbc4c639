// SPDX-License-Identifier: EUPL-1.2
// A page that this device keeps for reading without a line, and that was pushed meanwhile: the
// newer one is kept. Only what is kept already; the worker decides which pages those are.

import type { Pushed } from "./pushed.ts";
import { PREFIX } from "./space.ts";

/** As the worker names them: with the reader behind it. */
const PAGES = `paraat-pages${PREFIX} `;
/** A page is written down at most this often. */
const REST_MS = 5_000;

let newest: Pushed | null = null;
let writing = false;

/** Keeps a page in the place of the older one. */
export async function keepNewer(pushed: Pushed): Promise<void> {
  newest = pushed;
  if (writing || !("caches" in window)) return;
  writing = true;
  for (let next: Pushed | null = pushed; next; next = newest) {
    newest = null;
    try {
      await write(next);
    } catch {
      // A full disk: what was kept stays, and says of when it is.
    }
    await new Promise((done) => window.setTimeout(done, REST_MS));
  }
  writing = false;
}

async function write(pushed: Pushed): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES)) await renew(await caches.open(name), pushed);
  }
}

async function renew(cache: Cache, pushed: Pushed): Promise<void> {
  const kept = await cache.match(location.href);
  if (!kept) return;
  const page = new DOMParser().parseFromString(await kept.text(), "text/html");
  const main = page.getElementById("main");
  const status = page.getElementById("status");
  if (!main || !status) return;
  // Somebody else signed in meanwhile, in another tab: this page is not theirs.
  if (page.body.dataset["account"] !== document.body.dataset["account"]) return;
  const news = main.querySelector("#news");
  main.replaceChildren();
  main.insertAdjacentHTML("beforeend", pushed.html);
  if (news) main.prepend(news);
  status.dataset["snapshot"] = pushed.moment;
  status.textContent = pushed.moment;
  page.body.dataset["cursor"] = pushed.cursor;
  const whole = `<!DOCTYPE html>${page.documentElement.outerHTML}`;
  await cache.put(location.href, new Response(whole, { headers: kept.headers }));
}
