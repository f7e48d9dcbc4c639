// SPDX-License-Identifier: EUPL-1.2
// Who reads on in the lines of a log is left to read: new lines wait above it behind a button, and
// come in when it is pressed or when the reader is back at the top.

import { button, say } from "./words.ts";

const LISTS = "ol.lines";
const BAR = "lines-bar";

let takeIn: (() => void) | null = null;
/** True when what waits is to come in wherever the reader is. */
let wanted = false;

/** What a line is known by: when it happened and what it says. */
function name(line: Element): string {
  const at = line.querySelector("time")?.getAttribute("datetime") ?? "";
  return `${at}\n${line.querySelector(".line-text")?.textContent ?? ""}`;
}

/** True while the first of the lines is above what the reader sees. */
function isReading(list: Element): boolean {
  const first = list.firstElementChild;
  return first !== null && first.getBoundingClientRect().bottom < 0;
}

/**
 * Takes out of a fresh page the lines that are new above those that somebody reads, and leaves
 * those at the end that the new ones pushed off it. `put` is called with the whole page later.
 */
export function holdBack(
  main: HTMLElement,
  fresh: HTMLElement,
  put: (whole: HTMLElement) => Promise<void>,
): void {
  const [before, after] = [main.querySelector(LISTS), fresh.querySelector(LISTS)];
  const reads = !wanted && before !== null && isReading(before);
  wanted = false;
  const held = reads && after ? newAbove(before, after) : [];
  if (!before || !after || held.length === 0) {
    show(0, null);
    return;
  }
  const whole = fresh.cloneNode(true) as HTMLElement;
  const there = new Set([...after.children].map(name));
  for (const line of held) line.remove();
  const pushedOff = [...before.children].slice(-held.length);
  after.append(...pushedOff.filter((it) => !there.has(name(it))).map((it) => it.cloneNode(true)));
  show(held.length, () => void put(whole));
}

/** The lines at the head of a fresh list that the one before did not have. */
function newAbove(before: Element, after: Element): Element[] {
  const known = new Set([...before.children].map(name));
  const lines = [...after.children];
  const first = lines.findIndex((line) => known.has(name(line)));
  return lines.slice(0, Math.max(0, first));
}

/** Says how many lines wait, with the way to them. */
function show(count: number, act: (() => void) | null): void {
  takeIn = act;
  document.getElementById(BAR)?.remove();
  if (!act) return;
  const bar = document.createElement("div");
  bar.id = BAR;
  bar.className = "change-bar";
  bar.append(button(`${say("lines")} (${count})`, toTop));
  document.querySelector(".frame")?.append(bar);
}

function toTop(): void {
  document.querySelector(LISTS)?.firstElementChild?.scrollIntoView({ block: "center" });
  release();
}

function release(): void {
  const act = takeIn;
  letGo();
  wanted = act !== null;
  act?.();
}

/** Forgets what waits: the whole page is offered anew. */
export function letGo(): void {
  show(0, null);
}

/** Lines that wait come in when their reader is back at the top of the list. */
export function startReading(): void {
  document.addEventListener(
    "scroll",
    () => {
      const list = takeIn ? document.querySelector(LISTS) : null;
      if (list && !isReading(list)) release();
    },
    { passive: true, capture: true },
  );
}
