// SPDX-License-Identifier: EUPL-1.2
// The server writes the words that scripts need onto the status word, in the page's language.

/** Names of the data attributes of `#status`. */
export type WordName =
  | "live"
  | "reconnecting"
  | "snapshot"
  | "changed"
  | "refresh"
  | "spoken"
  | "lines"
  | "waiting"
  | "edit"
  | "send"
  | "broken"
  | "draft"
  | "restore"
  | "discard";

/** The text of a word, empty when the page has no status bar. */
export function say(name: WordName): string {
  return document.getElementById("status")?.dataset[name] ?? "";
}

/** A button with a text and what it does. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
