// SPDX-License-Identifier: EUPL-1.2
// Reads on without a line: the pages of a crisis that this browser showed last, as they were then.
// With a line nothing comes from here but the files whose names change with their content. Whoever
// logs out leaves no page behind. The pages of an exercise are kept apart from the real ones: they
// never come in their place, and never push them out.

/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

const PAGES = "paraat-pages";
const FILES = "paraat-files";
/** Most pages that are kept, of the real world and of each exercise. */
const MOST = 40;
/** A line that takes longer than this is no line. */
const PATIENCE_MS = 6_000;

/** Paths whose pages are kept: where somebody without a line must go on reading. */
const KEPT = /^(\/oefening\/[^/]+)?(\/(incident(\/(?!sealed\/).*)?)?)?$/;
const LOGOUT = /^(\/oefening\/[^/]+)?\/logout$/;
const SPACE = /^\/oefening\/[^/]+/;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && LOGOUT.test(url.pathname)) {
    event.waitUntil(forget());
    return;
  }
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  // Also when a page asks for itself again after a change: the newest is kept. Files are not.
  else if (KEPT.test(url.pathname) && !url.searchParams.has("as")) {
    event.respondWith(page(request, PAGES + (SPACE.exec(url.pathname)?.[0] ?? "")));
  }
});

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** Forgets the pages of all spaces. */
async function forget(): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  await Promise.all(pages.map((name) => caches.delete(name)));
}

async function page(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const answer = await Promise.race([fetch(request), late()]);
    // What is sealed is kept on no device.
    const sealed = answer.headers.has("paraat-sealed");
    if (answer.ok && !answer.redirected && !sealed) {
      await cache.put(request, answer.clone());
      const keys = await cache.keys();
      const old = keys.slice(0, Math.max(0, keys.length - MOST));
      await Promise.all(old.map((key) => cache.delete(key)));
    }
    return answer;
  } catch (trouble) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw trouble;
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE_MS));
}
