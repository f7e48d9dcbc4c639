// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form on this device until it is recorded. A draft goes away when the
// form was sent and the next page shows no trouble, when the reader throws it away or logs out,
// and after a day.

import { PREFIX as SPACE } from "./space.ts";
import { button, say } from "./words.ts";

interface Draft {
  at: number;
  sent: boolean;
  answers: Record<string, string>;
}

type Answer = HTMLInputElement | HTMLTextAreaElement;

const PREFIX = "paraat-draft ";
const KEEP_MS = 24 * 60 * 60 * 1000;
const WAIT_MS = 400;

export function startDrafts(): void {
  try {
    sweep();
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
      watch(form);
    }
    document.addEventListener("submit", (event) => {
      const form = event.target;
      const action = form instanceof HTMLFormElement ? form.getAttribute("action") : null;
      const leaves = action === `${SPACE}/logout`;
      if (leaves) for (const key of [...keys(), ...apart()]) localStorage.removeItem(key);
    });
  } catch {
    // A browser that keeps nothing (private mode, full disk) still has the form itself.
  }
}

/** What is typed together with others and stands here for want of a line. */
function apart(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith("paraat-together "));
}

function keys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function load(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Drops drafts that are old, and those that were sent and taken. */
function sweep(): void {
  const trouble = document.querySelector("[data-problem], [data-login], #error-summary");
  for (const key of keys()) {
    const draft = load(key);
    const old = !draft || Date.now() - draft.at > KEEP_MS;
    if (old || (draft.sent && !trouble)) localStorage.removeItem(key);
  }
}

function answersOf(form: HTMLFormElement): Answer[] {
  const all = form.querySelectorAll<Answer>("textarea, input");
  const together = document.querySelectorAll<HTMLElement>(".together[data-script]");
  const elsewhere = new Set([...together].map((box) => box.dataset["field"]));
  return [...all].filter(
    (answer) =>
      !elsewhere.has(answer.id) &&
      (answer instanceof HTMLTextAreaElement || /^(text|url|email)$/.test(answer.type)),
  );
}

/**
 * What the form is about, and whose it is: the same address serves every activity, and the same
 * browser more than one account. The form's key begins with a mark of the account.
 */
function about(form: HTMLFormElement): string {
  const given = form.querySelectorAll<HTMLInputElement>("input[type=hidden][id^=field-]");
  const key = form.querySelector<HTMLInputElement>("input[type=hidden][name=key]");
  const mark = key?.value.split("-")[0] ?? "";
  return ` ${mark}${[...given].map((one) => ` ${one.value}`).join("")}`;
}

function watch(form: HTMLFormElement): void {
  const key = PREFIX + form.getAttribute("action") + about(form);
  let timer = 0;
  const keep = (sent: boolean): void => {
    window.clearTimeout(timer);
    const typed = answersOf(form).filter((answer) => answer.value !== "");
    if (typed.length === 0) {
      localStorage.removeItem(key);
      return;
    }
    const answers = Object.fromEntries(typed.map((answer) => [answer.name, answer.value]));
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), sent, answers } satisfies Draft));
  };
  const draft = load(key);
  if (draft && differs(form, draft)) offer(form, key, draft);
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => keep(false), WAIT_MS);
  });
  form.addEventListener("submit", () => keep(true));
}

function differs(form: HTMLFormElement, draft: Draft): boolean {
  return answersOf(form).some((answer) => {
    const kept = draft.answers[answer.name];
    return kept !== undefined && kept !== answer.value;
  });
}

function offer(form: HTMLFormElement, key: string, draft: Draft): void {
  const box = document.createElement("div");
  box.className = "draft-offer";
  const sentence = document.createElement("p");
  sentence.textContent = say("draft");
  box.append(
    sentence,
    button(say("restore"), () => {
      for (const answer of answersOf(form)) {
        answer.value = draft.answers[answer.name] ?? answer.value;
      }
      box.remove();
      answersOf(form)[0]?.focus();
    }),
    button(say("discard"), () => {
      localStorage.removeItem(key);
      box.remove();
    }),
  );
  form.prepend(box);
}
