// SPDX-License-Identifier: EUPL-1.2
// Reads on without a line: the pages of a crisis that this browser showed last, as they were then.
// With a line nothing comes from here but the files whose names change with their content. A page
// is kept only when the node says for whom (`Paraat-Reader`), and only for them: what another
// account, other rights, a sign-in or a sign-out leaves behind is thrown away, and so is a page
// that is not there any more for its reader. The pages of an exercise are kept apart from the real
// ones: they never come in their place, and never push them out.

/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

const PAGES = "paraat-pages";
const FILES = "paraat-files";
/** Says of a page who reads it, `{account}-{rights}`; a page without it is not kept. */
const READER = "paraat-reader";
/** Most pages that are kept, of the real world and of each exercise. */
const MOST = 40;
/** A line that takes longer than this is no line. */
const PATIENCE_MS = 6_000;

/** Paths whose pages are kept: where somebody without a line must go on reading. */
const KEPT = /^(\/oefening\/[^/]+)?(\/(incident(\/(?!sealed\/).*)?)?)?$/;
/** Who stands before the device changes here. */
const DOORS = /^(\/oefening\/[^/]+)?\/(login|logout)$/;
const SPACE = /^\/oefening\/[^/]+/;

/** Raised whenever all is forgotten: an answer that was under way is not kept any more. */
let forgotten = 0;

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), forgetOthers("")]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && DOORS.test(url.pathname)) {
    event.waitUntil(forget());
    return;
  }
  if (request.method !== "GET") return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  // Also when a page asks for itself again after a change: the newest is kept. Files are not.
  else if (KEPT.test(url.pathname) && !url.searchParams.has("as")) {
    event.respondWith(page(event, PAGES + (SPACE.exec(url.pathname)?.[0] ?? "")));
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

async function drop(which: (name: string) => boolean): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(PAGES));
  await Promise.all(pages.filter(which).map((name) => caches.delete(name)));
}

/** Forgets the pages of all spaces. */
async function forget(): Promise<void> {
  forgotten += 1;
  await drop(() => true);
}

/** Forgets what this reader does not leave: pages of other accounts, and of other rights here. */
async function forgetOthers(reader: string, pages = ""): Promise<void> {
  const account = reader.split("-")[0] ?? "";
  await drop((name) => {
    const [of = "", whose = ""] = name.split(" ");
    if (reader === "") return whose === "";
    return whose.split("-")[0] !== account || (of === pages && whose !== reader);
  });
}

async function page(event: FetchEvent, pages: string): Promise<Response> {
  const { request } = event;
  const answer = ask(request, pages);
  // An answer that comes late still says what may be kept.
  event.waitUntil(answer.then(undefined, () => undefined));
  // A page that asks for itself again is shown already: an older one is no answer to it.
  if (request.mode !== "navigate") return answer;
  try {
    return await Promise.race([answer, late()]);
  } catch {
    return (await kept(request, pages)) ?? answer;
  }
}

async function ask(request: Request, pages: string): Promise<Response> {
  const began = forgotten;
  const answer = await fetch(request);
  const reader = answer.headers.get(READER);
  if (answer.ok && !answer.redirected && reader) {
    if (began !== forgotten) return answer;
    await forgetOthers(reader, pages);
    await keep(`${pages} ${reader}`, request, answer.clone());
  } else if (answer.status < 500 && answer.status !== 429) {
    // Not there for who asks, or not to be kept; a node in trouble says nothing about that.
    await each(pages, (cache) => cache.delete(request));
  }
  return answer;
}

async function keep(name: string, request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  const keys = await cache.keys();
  const old = keys.slice(0, Math.max(0, keys.length - MOST));
  await Promise.all(old.map((key) => cache.delete(key)));
}

async function kept(request: Request, pages: string): Promise<Response | undefined> {
  const found = await each(pages, (cache) => cache.match(request));
  return found.find((it) => it !== undefined);
}

/** Does something with all that is kept of one space. */
async function each<T>(pages: string, act: (cache: Cache) => Promise<T>): Promise<T[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${pages} `));
  return Promise.all(names.map(async (name) => act(await caches.open(name))));
}

function late(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE_MS));
}
