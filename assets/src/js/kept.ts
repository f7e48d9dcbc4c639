// SPDX-License-Identifier: EUPL-1.2
// A page that this device keeps for reading without a line, and that was pushed meanwhile: the
// newer one is kept. Only what is kept already; the worker decides which pages those are.

import type { Pushed } from "./pushed.ts";
import { PREFIX } from "./space.ts";

/** As the worker names them. */
const PAGES = `paraat-pages${PREFIX}`;
/** A page is written down at most this often. */
const REST_MS = 5_000;

let newest: Pushed | null = null;

/** Keeps a page in the place of the older one. */
export async function keepNewer(pushed: Pushed): Promise<void> {
  if (!("caches" in window)) return;
  const waits = newest !== null;
  newest = pushed;
  if (waits) return;
  await new Promise((done) => window.setTimeout(done, REST_MS));
  const latest = newest;
  newest = null;
  try {
    await write(latest);
  } catch {
    // A full disk: what was kept stays, and says of when it is.
  }
}

async function write(pushed: Pushed): Promise<void> {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(location.href);
  if (!kept) return;
  const page = new DOMParser().parseFromString(await kept.text(), "text/html");
  const main = page.getElementById("main");
  const status = page.getElementById("status");
  if (!main || !status) return;
  const news = main.querySelector("#news");
  main.innerHTML = pushed.html;
  if (news) main.prepend(news);
  status.dataset["snapshot"] = pushed.moment;
  status.textContent = pushed.moment;
  page.body.dataset["cursor"] = pushed.cursor;
  const whole = `<!DOCTYPE html>${page.documentElement.outerHTML}`;
  await cache.put(location.href, new Response(whole, { headers: kept.headers }));
}
