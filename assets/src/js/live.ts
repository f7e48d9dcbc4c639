// SPDX-License-Identifier: EUPL-1.2
// Keeps a page up to date: when one of its topics changes it asks for itself again and changes
// only what differs. It never does so under the hands of somebody who is typing.

import htmx from "htmx.org";

import { keepNewer } from "./kept.ts";
import { holdBack, letGo, startReading } from "./reading.ts";
import { PushedPage, type Pushed } from "./pushed.ts";
import { PREFIX, isHere } from "./space.ts";
import { SharedStream, type StreamState } from "./stream.ts";
import { button, say } from "./words.ts";

const POLL_MS = 30_000;
/** So many pages hear of one change at once that they spread their questions. */
const SPREAD_MS = 400;
/** Pages do not ask more often than this, however much changes. */
const REST_MS = 2_000;
const SPEAK_MS = 10_000;
/** What is the reader's own is not pushed with a page: so long after a push it is asked for. */
const OWN_MS = 120_000;

let asked = 0;
let timer = 0;
let polling = 0;
let spoken = 0;
let own = 0;
/** The newest that was pushed while nobody saw the page. */
let unseen: Pushed | null = null;

/** Starts the live part, on pages that name their topics. */
export function startPage(): void {
  const topics = (document.body.dataset["topics"] ?? "").split(/\s+/).filter(Boolean);
  if (topics.length === 0) return;
  if (document.body.dataset["pushed"] && "WebSocket" in window) startPushed(topics);
  else startStream(topics);
  startReading();
  document.addEventListener("paraat-sent", () => refreshSoon());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    const pushed = unseen;
    unseen = null;
    if (pushed) void take(pushed);
    if (document.body.dataset["stale"]) refreshSoon();
  });
}

function startStream(topics: string[]): void {
  const own = new Set(topics);
  new SharedStream(
    {
      changed: (changed) => {
        // "space": the one that the page is of was closed or began afresh.
        if (changed.some((topic) => own.has(topic) || topic === "space")) refreshSoon();
      },
      state: showState,
    },
    document.body.dataset["cursor"] ?? "",
  );
}

/** The page comes by itself; where no socket goes through, the page asks as any other. */
function startPushed(topics: string[]): void {
  new PushedPage(
    {
      page: (pushed) => void take(pushed),
      here: showHere,
      gap: () => refreshSoon(),
      ask: refresh,
      state: showState,
      shut: () => startStream(topics),
    },
    document.body.dataset["cursor"] ?? "",
  );
}

/** Who else looks at this, in words, beside the word for how current the page is. */
function showHere(sentence: string): void {
  const status = document.getElementById("status");
  let here = document.getElementById("here");
  if (!here && status) {
    here = document.createElement("p");
    here.id = "here";
    here.className = "status-here";
    status.after(here);
  }
  if (!here) return;
  here.textContent = sentence;
  here.title = sentence;
  here.hidden = sentence === "";
}

/** Takes in what was pushed: the page that all see alike. What is the reader's own stays above. */
async function take(pushed: Pushed): Promise<void> {
  const main = document.getElementById("main");
  if (!main) return;
  void keepNewer(pushed);
  if (!own) {
    own = window.setTimeout(
      () => {
        own = 0;
        refreshSoon();
      },
      OWN_MS * (1 + Math.random() / 2),
    );
  }
  if (document.hidden) {
    unseen = pushed;
    return;
  }
  if (isBusy()) {
    offer();
    return;
  }
  const fresh = main.cloneNode(false) as HTMLElement;
  const news = main.querySelector("#news");
  if (news) fresh.append(news.cloneNode(true));
  fresh.insertAdjacentHTML("beforeend", pushed.html);
  takeSnapshotWord(pushed.moment);
  await put(main, fresh);
}

function showState(state: StreamState): void {
  const status = document.getElementById("status");
  if (!status || status.dataset["state"] === state) return;
  status.dataset["state"] = state;
  const word = state === "live" ? "live" : state === "reconnecting" ? "reconnecting" : "snapshot";
  status.textContent = say(word);
  window.clearInterval(polling);
  if (state === "lost") polling = window.setInterval(refreshSoon, POLL_MS);
}

function refreshSoon(): void {
  document.body.dataset["stale"] = "true";
  if (timer || document.hidden) return;
  const rest = Math.max(0, asked + REST_MS - Date.now());
  timer = window.setTimeout(() => {
    timer = 0;
    void refresh();
  }, rest + Math.random() * SPREAD_MS);
}

/** False when the page is not there any more for its reader. */
async function refresh(): Promise<boolean> {
  asked = Date.now();
  if (isBusy()) {
    offer();
    return true;
  }
  let text: string;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    // The space of an exercise was closed or began afresh: everybody goes on from there.
    if (PREFIX && answer.redirected && !isHere(answer.url)) {
      location.assign(answer.url);
      return false;
    }
    // A session that ended leads to the login page: that is not this page, so say it is old.
    if (!answer.ok || answer.redirected) {
      showState("lost");
      return false;
    }
    text = await answer.text();
  } catch {
    return true;
  }
  if (isBusy()) offer();
  else await apply(text);
  return true;
}

async function apply(text: string): Promise<void> {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.getElementById("main");
  const main = document.getElementById("main");
  if (!fresh || !main) return;
  takeSnapshotWord(page.getElementById("status")?.dataset["snapshot"]);
  await put(main, fresh);
}

/** Changes what differs, and nothing under the hands of the reader. */
async function put(main: HTMLElement, fresh: HTMLElement): Promise<void> {
  holdBack(main, fresh, (whole) => put(main, whole));
  keepFolds(main, fresh);
  delete document.body.dataset["stale"];
  document.getElementById("change-bar")?.remove();
  if (fresh.isEqualNode(main)) return;
  const restore = keepLines(main);
  await htmx.swap({ text: fresh.outerHTML, target: main, swap: "outerMorph" });
  restore();
  speak();
}

/** What the reader opened or closed stays so. */
function keepFolds(main: HTMLElement, fresh: HTMLElement): void {
  const before = main.querySelectorAll("details");
  const after = fresh.querySelectorAll("details");
  if (before.length !== after.length) return;
  after.forEach((details, index) => {
    details.open = before[index]?.open ?? details.open;
  });
}

/**
 * A form of one line beside a picture stays under the hands of who types in it while the picture
 * around it changes: its text, and the cursor in it.
 */
function keepLines(main: HTMLElement): () => void {
  const fields = main.querySelectorAll<HTMLInputElement>("form.quick input:not([type=hidden])");
  const kept = [...fields].map((field) => ({
    id: field.id,
    value: field.value,
    cursor: field === document.activeElement ? field.selectionStart : null,
  }));
  return () => {
    for (const { id, value, cursor } of kept) {
      const field = document.getElementById(id);
      if (!(field instanceof HTMLInputElement)) continue;
      // What was typed while the page changed is newer than what was kept.
      if (field.value === field.defaultValue && field.value !== value) field.value = value;
      if (cursor === null || document.activeElement === field) continue;
      field.focus({ preventScroll: true });
      field.setSelectionRange(cursor, cursor);
    }
  };
}

function takeSnapshotWord(word: string | undefined): void {
  const status = document.getElementById("status");
  if (!status || !word) return;
  status.dataset["snapshot"] = word;
  if (status.dataset["state"] === "lost") status.textContent = word;
}

/**
 * True while somebody types in a form of the page, or left there what is not sent yet. A form of
 * one line does not count: it is kept (`keepLines`).
 */
function isBusy(): boolean {
  const main = document.getElementById("main");
  if (!main) return true;
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches("input, textarea, select")) {
    if (main.contains(focused) && !focused.closest("form.quick")) return true;
  }
  const answers = main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "form[method=post]:not(.quick) input:not([type=hidden]), form[method=post] textarea",
  );
  for (const answer of answers) {
    if (answer instanceof HTMLInputElement && /radio|checkbox/.test(answer.type)) {
      if (answer.checked !== answer.defaultChecked) return true;
    } else if (answer.value !== answer.defaultValue) {
      return true;
    }
  }
  return false;
}

function offer(): void {
  if (document.getElementById("change-bar")) return;
  letGo();
  const bar = document.createElement("div");
  bar.id = "change-bar";
  bar.className = "change-bar";
  const sentence = document.createElement("p");
  sentence.textContent = say("changed");
  bar.append(
    sentence,
    button(say("refresh"), () => location.reload()),
  );
  document.querySelector(".frame")?.append(bar);
  speak(say("changed"));
}

/** Speaks to those who do not see the page, at most every ten seconds. */
function speak(sentence = say("spoken")): void {
  const region = document.getElementById("live-region");
  if (!region || Date.now() - spoken < SPEAK_MS) return;
  spoken = Date.now();
  region.textContent = "";
  window.setTimeout(() => {
    region.textContent = sentence;
  }, 100);
}
