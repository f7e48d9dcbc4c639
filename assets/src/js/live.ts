// SPDX-License-Identifier: EUPL-1.2
// Keeps a page up to date: when one of its topics changes it asks for itself again and changes
// only what differs. It never does so under the hands of somebody who is typing.

import htmx from "htmx.org";

import { PREFIX, isHere } from "./space.ts";
import { SharedStream, type StreamState } from "./stream.ts";
import { button, say } from "./words.ts";

const POLL_MS = 30_000;
/** So many pages hear of one change at once that they spread their questions. */
const SPREAD_MS = 400;
/** Pages do not ask more often than this, however much changes. */
const REST_MS = 2_000;
const SPEAK_MS = 10_000;

let asked = 0;
let timer = 0;
let polling = 0;
let spoken = 0;

/** Starts the live part, on pages that name their topics. */
export function startPage(): void {
  const topics = (document.body.dataset["topics"] ?? "").split(/\s+/).filter(Boolean);
  if (topics.length === 0) return;
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
  document.addEventListener("paraat-sent", () => refreshSoon());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && document.body.dataset["stale"]) refreshSoon();
  });
}

function showState(state: StreamState): void {
  const status = document.getElementById("status");
  if (!status) return;
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

async function refresh(): Promise<void> {
  asked = Date.now();
  if (isBusy()) {
    offer();
    return;
  }
  let text: string;
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    // The space of an exercise was closed or began afresh: everybody goes on from there.
    if (PREFIX && answer.redirected && !isHere(answer.url)) {
      location.assign(answer.url);
      return;
    }
    // A session that ended leads to the login page: that is not this page, so say it is old.
    if (!answer.ok || answer.redirected) {
      showState("lost");
      return;
    }
    text = await answer.text();
  } catch {
    return;
  }
  if (isBusy()) offer();
  else await apply(text);
}

async function apply(text: string): Promise<void> {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.getElementById("main");
  const main = document.getElementById("main");
  if (!fresh || !main) return;
  keepFolds(main, fresh);
  delete document.body.dataset["stale"];
  document.getElementById("change-bar")?.remove();
  takeSnapshotWord(page);
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

function takeSnapshotWord(page: Document): void {
  const status = document.getElementById("status");
  const word = page.getElementById("status")?.dataset["snapshot"];
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
