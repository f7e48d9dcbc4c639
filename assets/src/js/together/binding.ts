// SPDX-License-Identifier: EUPL-1.2
// A text field that shows a Yjs text: what is typed in it goes into the text, what others type
// comes out of it, and the caret stays where it was between the words around it.

import * as Y from "yjs";

/** Marks what was typed here. */
const OWN = Symbol("own");

/** True for the first half of a character that takes two places. */
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

export class Binding {
  private undo: Y.UndoManager;
  private composing = false;
  /** What both had before others typed while a character was put together here. */
  private before: string | null = null;
  private shown = "";
  private ends = new AbortController();

  constructor(
    private field: HTMLTextAreaElement,
    private text: Y.Text,
    private typed: () => void,
  ) {
    this.undo = new Y.UndoManager(text, { trackedOrigins: new Set([OWN]) });
    this.show(text.toString());
    text.observe(this.hear);
    const { signal } = this.ends;
    field.addEventListener("input", () => this.send(), { signal });
    field.addEventListener("compositionstart", () => this.compose(), { signal });
    field.addEventListener("compositionend", () => this.composed(), { signal });
    field.addEventListener("beforeinput", (event) => this.undone(event), { signal });
  }

  /** Lets go of the field; what stands there stays. */
  end(): void {
    this.ends.abort();
    this.text.unobserve(this.hear);
    this.undo.destroy();
  }

  private compose(): void {
    this.composing = true;
    this.shown = this.field.value;
  }

  private send(): void {
    if (this.composing) return;
    if (become(this.text, this.field.value)) this.typed();
  }

  /** While a character is put together nothing may change under it; now both come together. */
  private composed(): void {
    this.composing = false;
    if (this.before !== null) {
      const [ours, theirs] = [new Y.Doc(), new Y.Doc()];
      ours.getText().insert(0, this.before);
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(ours));
      become(ours.getText(), this.field.value);
      become(theirs.getText(), this.text.toString());
      Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs));
      this.show(ours.getText().toString());
      this.before = null;
    }
    this.send();
  }

  private hear = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === OWN) return;
    if (this.composing) {
      this.before ??= this.shown;
      return;
    }
    let { selectionStart: from, selectionEnd: to } = this.field;
    let at = 0;
    for (const { retain, insert, delete: gone } of event.delta) {
      if (retain) at += retain;
      if (typeof insert === "string") {
        if (at < from) from += insert.length;
        if (at < to) to += insert.length;
        at += insert.length;
      }
      if (gone) {
        from -= Math.max(0, Math.min(from - at, gone));
        to -= Math.max(0, Math.min(to - at, gone));
      }
    }
    this.show(this.text.toString(), from, to);
  };

  private show(text: string, from?: number, to?: number): void {
    if (this.field.value === text) return;
    const { scrollTop, selectionDirection } = this.field;
    this.field.value = text;
    if (from !== undefined && to !== undefined) {
      this.field.setSelectionRange(from, to, selectionDirection);
    }
    this.field.scrollTop = scrollTop;
  }

  /** A browser takes back what it knows of: that would be the words of others too. */
  private undone(event: InputEvent): void {
    if (event.inputType === "historyUndo") this.undo.undo();
    else if (event.inputType === "historyRedo") this.undo.redo();
    else return;
    event.preventDefault();
    this.typed();
  }
}

/** Changes only what differs, and no half characters. False when nothing does. */
function become(text: Y.Text, is: string): boolean {
  const was = text.toString();
  if (was === is) return false;
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start += 1;
  if (start > 0 && isHigh(is.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  if (end > 0 && isHigh(is.charCodeAt(is.length - end - 1))) end -= 1;
  text.doc?.transact(() => {
    if (was.length > start + end) text.delete(start, was.length - start - end);
    if (is.length > start + end) text.insert(start, is.slice(start, is.length - end));
  }, OWN);
  return true;
}
