// SPDX-License-Identifier: EUPL-1.2
// What somebody wrote in a form, as it waits on the device: sent as it was, shown in words, and
// open to change.

import { say } from "./words.ts";

/** One answer. Only what somebody saw and may change has a label. */
export interface Answer {
  name: string;
  value: string;
  /** What was asked; empty for what the page filled in itself. */
  label: string;
  /** What it says, when that is another text than is sent. */
  words: string;
  /** How it is asked: the type of an input, `textarea`, or `choice` for what stays as it is. */
  kind: string;
}

/** An answer that is open to change. */
export interface Field {
  name: string;
  input: HTMLInputElement | HTMLTextAreaElement;
  shown: HTMLElement;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isControl(element: Element): element is Control {
  return element.matches("input, textarea, select");
}

/** True for answers as they were kept: a device may hold what an earlier version wrote. */
export function areAnswers(kept: unknown): kept is Answer[] {
  const text = (it: unknown): boolean => typeof it === "string";
  return (
    Array.isArray(kept) &&
    kept.every((it: Partial<Answer>) => [it.name, it.value, it.label, it.words].every(text))
  );
}

/** What stands in a form. A moment of this name that was left empty is `at`. */
export function answersOf(form: HTMLFormElement, moment: string, at: string): Answer[] {
  const data = new FormData(form);
  const controls = [...form.elements].filter(isControl);
  const all = controls.flatMap((control) => answers(control, data));
  const own = (name: string): boolean =>
    [moment, `${moment}-day`, `${moment}-time`].includes(name) && moment !== "";
  const answered = all.filter((it) => it.name !== "key");
  if (!moment || answered.some((it) => own(it.name) && it.value)) return answered;
  const made = { name: moment, value: at, label: "", words: "", kind: "hidden" };
  return [...answered.filter((it) => !own(it.name)), made];
}

function answers(control: Control, data: FormData): Answer[] {
  const { name } = control;
  const label = control.labels?.[0]?.textContent?.trim() ?? "";
  if (!data.has(name)) return [];
  if (control instanceof HTMLSelectElement) {
    return [...control.selectedOptions].map((it) => {
      const words = it.value ? it.text : "";
      return { name, value: it.value, label: "", words, kind: "choice" };
    });
  }
  const { value } = control;
  if (control.type === "hidden") return [{ name, value, label: "", words: "", kind: "hidden" }];
  if (control.type === "radio" || control.type === "checkbox") {
    const ticked = control instanceof HTMLInputElement && control.checked;
    return ticked ? [{ name, value, label: "", words: label, kind: "choice" }] : [];
  }
  return [{ name, value, label: label || say("edit"), words: value, kind: control.type }];
}

/** All of it on one line, as it was shown when it was written. */
export function summary(answers: Answer[]): string {
  const said = answers.map((it) => (it.label ? it.value : it.words));
  return said.filter((it) => it !== "").join(" · ");
}

/** A field for an answer. */
export function fieldOf(answer: Answer): Field {
  const long = answer.kind === "textarea" || answer.kind === "text";
  const input = document.createElement(long ? "textarea" : "input");
  if (input instanceof HTMLInputElement) input.type = answer.kind;
  input.value = answer.value;
  const shown = document.createElement("label");
  shown.append(answer.label, input);
  return { name: answer.name, input, shown };
}

/** The answers with what was changed in the fields. */
export function changed(answers: Answer[], fields: Field[]): Answer[] {
  return answers.map((answer) => {
    const field = answer.label ? fields.find((it) => it.name === answer.name) : undefined;
    if (!field) return answer;
    const typed = field.input.value;
    // What was asked on one line stays on one.
    const value = answer.kind === "text" ? typed.replace(/\s*\n\s*/g, " ") : typed;
    return { ...answer, value };
  });
}
