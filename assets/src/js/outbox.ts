// SPDX-License-Identifier: EUPL-1.2
// What is written without a line: a form that only adds (it never asks which version was seen) is
// kept on this device first, sent as soon as there is a line, and stays in sight until the record
// has it. Each has a name of its own, so that it is recorded once however often it is sent, and the
// time at which it was made. What was written in an exercise is seen and sent there, nowhere else.

import { isHere } from "./space.ts";
import { button, say } from "./words.ts";

interface Waiting {
  key: string;
  account: string;
  action: string;
  answers: [string, string][];
  at: string;
  /** Why the record did not take it; empty while it only waits for a line. */
  refused: string;
}

const PREFIX = "paraat-waiting ";
const TRY_MS = 20_000;
const PATIENCE_MS = 8_000;

let sending = false;

/** Starts the outbox: forms that may wait, and what waits already. */
export function startOutbox(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("waits" in form.dataset)) return;
    if (!form.reportValidity()) return;
    const one = of(form);
    if (!isHere(one.action)) return;
    try {
      put(one);
    } catch {
      return; // A browser that keeps nothing sends the form as it always did.
    }
    event.preventDefault();
    form.reset();
    draw();
    void send(true);
  });
  window.addEventListener("online", () => void send(false));
  window.setInterval(() => void send(false), TRY_MS);
  draw();
  void send(false);
}

function account(): string {
  return document.body.dataset["account"] ?? "";
}

/** What stands in a form, with a name and the time at which it was made. */
function of(form: HTMLFormElement): Waiting {
  const at = new Date().toISOString();
  const key = `${crypto.randomUUID()}`;
  const answers = [...new FormData(form).entries()]
    .filter(([name]) => name !== "key" && name !== "next")
    .map(([name, value]): [string, string] => [name, String(value)]);
  const moment = form.dataset["waits"] ?? "";
  if (moment && !answers.some(([name, value]) => name.startsWith(moment) && value)) {
    answers.push([moment, at]);
  }
  const action = form.getAttribute("action") ?? location.pathname;
  return { key, account: account(), action, answers, at, refused: "" };
}

function put(one: Waiting): void {
  localStorage.setItem(PREFIX + one.key, JSON.stringify(one));
}

function all(): Waiting[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "null") as Waiting | null)
      .filter((one): one is Waiting => one !== null && one.account === account())
      // Its address says in which space it was written.
      .filter((one) => isHere(one.action))
      .sort((a, b) => a.at.localeCompare(b.at));
  } catch {
    return [];
  }
}

function drop(one: Waiting): void {
  localStorage.removeItem(PREFIX + one.key);
}

/** Sends what waits, oldest first, until the line is gone. */
async function send(show: boolean): Promise<void> {
  if (sending || !account()) return;
  sending = true;
  try {
    let sent = false;
    for (const one of all().filter((it) => !it.refused)) {
      const outcome = await post(one);
      if (outcome === "no-line") break;
      if (outcome === "taken") {
        drop(one);
        sent = true;
      } else {
        put({ ...one, refused: outcome });
      }
    }
    draw();
    if (sent) document.dispatchEvent(new CustomEvent("paraat-sent", { detail: show }));
  } finally {
    sending = false;
  }
}

/** One of them: taken, no line, or why it was not taken. */
async function post(one: Waiting): Promise<string> {
  const body = new URLSearchParams([...one.answers, ["key", one.key]]);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(one.action, { method: "POST", body, signal });
    if (answer.status >= 500 || answer.status === 429) return "no-line";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // A session that ended: it waits until its owner is back.
    if (page.querySelector("[data-login]")) return "no-line";
    if (answer.ok && !page.querySelector("#error-summary, [data-problem]")) return "taken";
    const why = page.querySelector("#error-summary li, [role=alert] p, .problem p, main p");
    return why?.textContent?.trim() || String(answer.status);
  } catch {
    return "no-line";
  }
}

/** Shows what waits above the page, with what can be done about it. */
function draw(): void {
  const waiting = all();
  let box = document.getElementById("outbox");
  if (waiting.length === 0) {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("section");
    box.id = "outbox";
    box.className = "outbox";
    document.querySelector(".frame")?.before(box);
  }
  const title = document.createElement("h2");
  title.textContent = `${say("waiting")} (${waiting.length})`;
  const list = document.createElement("ul");
  list.append(...waiting.map(line));
  box.replaceChildren(title, list);
}

function line(one: Waiting): HTMLLIElement {
  const item = document.createElement("li");
  const text = one.answers.find(([name]) => name === "text" || name === "value");
  const words = document.createElement("p");
  const clock = new Date(one.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  words.textContent = `${clock} ${text?.[1] ?? one.action}`;
  item.append(words);
  if (one.refused) {
    const why = document.createElement("p");
    why.className = "field-error";
    why.textContent = one.refused;
    item.append(why);
  }
  item.append(
    button(say("edit"), () => edit(item, one)),
    button(say("discard"), () => {
      drop(one);
      draw();
    }),
  );
  return item;
}

/** What was written, in a box in its place; it is sent again with its own name and time. */
function edit(item: HTMLLIElement, one: Waiting): void {
  const name = one.answers.some(([field]) => field === "text") ? "text" : "value";
  const box = document.createElement("textarea");
  box.value = one.answers.find(([field]) => field === name)?.[1] ?? "";
  box.setAttribute("aria-label", say("edit"));
  const save = button(say("send"), () => {
    const answers = one.answers.map(([field, value]): [string, string] => [
      field,
      field === name ? box.value : value,
    ]);
    // Another name: the record may have taken the first one without our hearing of it.
    const key = one.refused ? crypto.randomUUID() : one.key;
    drop(one);
    put({ ...one, key, answers, refused: "" });
    draw();
    void send(true);
  });
  item.replaceChildren(box, save);
  box.focus();
}
