// SPDX-License-Identifier: EUPL-1.2
// What is written without a line: a form that only adds (it never asks which version was seen) is
// kept on this device first, sent as soon as there is a line, and stays in sight until the record
// has it. Each has a name of its own, so that it is recorded once however often it is sent, and the
// time at which it was made. What was written in an exercise is seen and sent there, nowhere else.

import { PREFIX, isHere } from "./space.ts";
import { button, say } from "./words.ts";
import { type Answer, answersOf, areAnswers, changed, fieldOf, summary } from "./written.ts";

interface Waiting {
  key: string;
  account: string;
  action: string;
  answers: Answer[];
  at: string;
  /** Why the record did not take it; empty while it only waits for a line. */
  refused: string;
}

/** What came of sending one: `to` is the page that shows it. */
type Outcome =
  | { kind: "taken"; to: string }
  | { kind: "no-line" }
  | { kind: "signed-out" }
  | { kind: "refused"; why: string };

const KEPT = "paraat-waiting ";
const TRY_MS = 20_000;
const PATIENCE_MS = 8_000;

let sending = false;

/** Starts the outbox: forms that may wait, and what waits already. */
export function startOutbox(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("waits" in form.dataset)) return;
    const quick = form.matches(".quick");
    if (quick && !form.reportValidity()) return;
    const one = of(form);
    if (!isHere(one.action)) return;
    try {
      put(one);
    } catch {
      return; // A browser that keeps nothing sends the form as it always did.
    }
    event.preventDefault();
    if (!quick) {
      void sendWhole(form, one);
      return;
    }
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
  const action = form.getAttribute("action") ?? location.pathname;
  const answers = answersOf(form, form.dataset["waits"] ?? "", at);
  return { key: crypto.randomUUID(), account: account(), action, answers, at, refused: "" };
}

function put(one: Waiting): void {
  localStorage.setItem(KEPT + one.key, JSON.stringify(one));
}

/** What waits here, oldest first, and the names of what cannot be read any more. */
function all(): { waiting: Waiting[]; broken: string[] } {
  const waiting: Waiting[] = [];
  const broken: string[] = [];
  for (const key of keys()) {
    const one = read(key);
    if (!one) broken.push(key);
    // Its address says in which space it was written.
    else if (one.account === account() && isHere(one.action)) waiting.push(one);
  }
  return { waiting: waiting.sort((a, b) => a.at.localeCompare(b.at)), broken };
}

function read(key: string): Waiting | null {
  try {
    const one = JSON.parse(localStorage.getItem(key) ?? "") as Waiting;
    const whole = [one.key, one.account, one.action, one.at, one.refused];
    return whole.every((it) => typeof it === "string") && areAnswers(one.answers) ? one : null;
  } catch {
    return null;
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
  } catch {
    return [];
  }
}

function drop(one: Waiting): void {
  localStorage.removeItem(KEPT + one.key);
}

/**
 * Sends a form that fills its page. With a line it goes as any form does: to the page that shows
 * what was recorded, or back to the form with what is wrong. Without one it waits.
 */
async function sendWhole(form: HTMLFormElement, one: Waiting): Promise<void> {
  if (sending) {
    window.setTimeout(() => void sendWhole(form, one), 100);
    return;
  }
  sending = true;
  const outcome = await post(one);
  sending = false;
  if (outcome.kind === "taken") {
    drop(one);
    location.assign(outcome.to);
  } else if (outcome.kind !== "no-line") {
    drop(one);
    form.submit();
  } else if (form.checkValidity()) {
    form.reset();
    draw();
    document.getElementById("outbox")?.scrollIntoView();
  } else {
    drop(one);
    form.reportValidity();
  }
}

/** Sends what waits, oldest first, until the line is gone. */
async function send(show: boolean): Promise<void> {
  if (sending || !account()) return;
  sending = true;
  try {
    let sent = false;
    for (const one of all().waiting.filter((it) => !it.refused)) {
      const outcome = await post(one);
      // A session that ended: it waits until its owner is back.
      if (outcome.kind === "no-line" || outcome.kind === "signed-out") break;
      if (outcome.kind === "taken") {
        drop(one);
        sent = true;
      } else {
        put({ ...one, refused: outcome.why });
      }
    }
    draw();
    if (sent) document.dispatchEvent(new CustomEvent("paraat-sent", { detail: show }));
  } finally {
    sending = false;
  }
}

async function post(one: Waiting): Promise<Outcome> {
  const pairs = one.answers.map(({ name, value }): [string, string] => [name, value]);
  const body = new URLSearchParams([...pairs, ["key", one.key]]);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(one.action, { method: "POST", body, signal });
    if (answer.status >= 500 || answer.status === 429) return { kind: "no-line" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("[data-login]")) return { kind: "signed-out" };
    if (answer.ok && !page.querySelector("#error-summary, [data-problem]")) {
      return { kind: "taken", to: answer.redirected ? answer.url : `${PREFIX}/` };
    }
    const why = page.querySelector("#error-summary li, [role=alert] p, .problem p, main p");
    return { kind: "refused", why: why?.textContent?.trim() || String(answer.status) };
  } catch {
    return { kind: "no-line" };
  }
}

/** Shows what waits above the page, with what can be done about it. */
function draw(): void {
  const { waiting, broken } = all();
  let box = document.getElementById("outbox");
  if (waiting.length === 0 && broken.length === 0) {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("section");
    box.id = "outbox";
    box.className = "outbox";
    box.setAttribute("aria-labelledby", "outbox-title");
    document.querySelector(".frame")?.before(box);
  }
  const title = document.createElement("h2");
  title.id = "outbox-title";
  title.textContent = `${say("waiting")} (${waiting.length})`;
  const list = document.createElement("ul");
  list.append(...waiting.map(line));
  box.replaceChildren(title, list);
  if (broken.length === 0) return;
  const away = button(say("discard"), () => {
    for (const key of broken) localStorage.removeItem(key);
    draw();
  });
  box.append(trouble(say("broken")), away);
}

function trouble(sentence: string): HTMLParagraphElement {
  const why = document.createElement("p");
  why.className = "field-error";
  why.textContent = sentence;
  return why;
}

function line(one: Waiting): HTMLLIElement {
  const item = document.createElement("li");
  const words = document.createElement("p");
  const clock = new Date(one.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  words.textContent = `${clock} ${summary(one.answers) || one.action}`;
  item.append(words);
  if (one.refused) item.append(trouble(one.refused));
  item.append(
    button(say("edit"), () => edit(item, one)),
    button(say("discard"), () => {
      drop(one);
      draw();
    }),
  );
  return item;
}

/** What was written, in boxes in its place; it is sent again with its own time. */
function edit(item: HTMLLIElement, one: Waiting): void {
  const fields = one.answers.filter((it) => it.label).map(fieldOf);
  const save = button(say("send"), () => {
    const answers = changed(one.answers, fields);
    // What was refused stands nowhere under its name, and the name is used up. What only waits
    // keeps its own: if the record took it without our hearing of it, this is refused as another
    // text under a name that is taken, and never recorded beside the first.
    const key = one.refused ? crypto.randomUUID() : one.key;
    drop(one);
    put({ ...one, key, answers, refused: "" });
    draw();
    void send(true);
  });
  item.replaceChildren(...fields.map((it) => it.shown), save);
  fields[0]?.input.focus();
}
