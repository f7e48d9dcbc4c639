// SPDX-License-Identifier: EUPL-1.2
// A text field of a form in which several people of one organisation type at once. Loaded only on
// a page with such a field. Without it, or without a line, the form works as any other.

import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import * as Y from "yjs";

import { Binding } from "./binding.ts";

/** First numbers of a message, as y-protocols has them. */
const SYNC = 0;
const AWARENESS = 1;
const ASK = 0;
const ANSWER = 1;
const UPDATE = 2;

/** Codes with which the node closes a line. */
const NOT_PERMITTED = 4403;
const TOO_LONG = 4413;
const FULL = 4414;

const PREFIX = "paraat-together ";
const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** After so long without a line the page says where the text stands. */
const LOST_AFTER_MS = 5_000;

/** What the node says of the draft. */
interface DraftState {
  born: string;
  kept: boolean;
  recorded: { times: number; by: string } | null;
}

type State = "live" | "reconnecting" | "offline" | "unkept" | "too-long" | "ended";

class Together {
  private field: HTMLTextAreaElement;
  private words: Record<string, string>;
  private by: string[];
  private doc = new Y.Doc();
  private binding: Binding | null = null;
  private socket: WebSocket | null = null;
  private address = "";
  private born = "";
  private synced = false;
  private kept = true;
  private recorded = 0;
  private others = new Map<number, string>();
  private pause = SHORTEST_PAUSE_MS;
  private retry = 0;
  private lost = 0;
  private state: State | "" = "";

  constructor(
    private box: HTMLElement,
    field: HTMLTextAreaElement,
  ) {
    this.field = field;
    this.words = JSON.parse(box.dataset["words"] ?? "{}") as Record<string, string>;
    this.by = (box.dataset["by"] ?? "").split(" ").filter(Boolean);
    field.form?.addEventListener("change", (event) => {
      const asked = event.target;
      if (asked instanceof HTMLElement && this.by.includes(asked.getAttribute("name") ?? ""))
        this.follow();
    });
    field.addEventListener("input", () => {
      if (!this.synced) this.keepHere();
    });
    this.follow();
  }

  /** Goes to the draft that the form is about now. */
  private follow(): void {
    const answers = new FormData(this.field.form ?? undefined);
    const about = this.by.map((name) => [name, String(answers.get(name) ?? "")]);
    const address = `${this.box.dataset["address"]}?${new URLSearchParams(about)}`;
    if (address === this.address) return;
    // What was typed in a draft stays in that draft.
    if (this.binding) {
      if (!this.synced) this.keepHere();
      this.field.value = this.field.defaultValue = "";
    }
    this.address = address;
    this.forget();
    if (this.by.some((name) => this.isMissing(name))) this.show("");
    else this.open();
  }

  /** True while it is not said yet what the form is about. */
  private isMissing(name: string): boolean {
    const asked = this.field.form?.elements.namedItem(name);
    return asked instanceof HTMLSelectElement && asked.required && asked.value === "";
  }

  /** Lets go of the draft; what stands in the field stays there. */
  private forget(): void {
    window.clearTimeout(this.retry);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.binding?.end();
    this.binding = null;
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send(SYNC, UPDATE, update);
    });
    this.born = "";
    this.synced = false;
    this.others.clear();
  }

  private open(): void {
    const { protocol, host } = location;
    const scheme = protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${host}${this.address}`);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.addEventListener("message", (event) => {
      if (socket === this.socket) this.hear(new Uint8Array(event.data as ArrayBuffer));
    });
    socket.addEventListener("close", (event) => {
      if (socket === this.socket) this.closed(event.code);
    });
  }

  private closed(code: number): void {
    this.socket = null;
    this.others.clear();
    this.showOthers();
    this.synced = false;
    this.keepHere();
    if (code === NOT_PERMITTED) {
      this.show("ended");
      return;
    }
    if (code === TOO_LONG || code === FULL) {
      this.show("too-long");
    } else if (this.state !== "offline" && this.state !== "too-long") {
      this.show("reconnecting");
      this.lost ||= window.setTimeout(() => this.show("offline"), LOST_AFTER_MS);
    }
    this.retry = window.setTimeout(() => this.open(), this.pause * (0.75 + Math.random() / 2));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private hear(message: Uint8Array): void {
    const from = createDecoder(message);
    const sort = readVarUint(from);
    if (sort === AWARENESS) {
      this.hearOf(readVarUint8Array(from));
      return;
    }
    if (sort !== SYNC || !this.born) return;
    const step = readVarUint(from);
    const body = readVarUint8Array(from);
    if (step === ASK) {
      this.send(SYNC, ANSWER, Y.encodeStateAsUpdate(this.doc, body));
      return;
    }
    Y.applyUpdate(this.doc, body, this);
    if (step === ANSWER) this.begin();
  }

  /** Who is there, and what the node says of the draft. */
  private hearOf(body: Uint8Array): void {
    const from = createDecoder(body);
    for (let left = readVarUint(from); left > 0; left -= 1) {
      const client = readVarUint(from);
      readVarUint(from);
      const said = JSON.parse(readVarString(from)) as {
        user?: { name?: string };
        draft?: DraftState;
      } | null;
      if (said?.draft) this.hearOfDraft(said.draft);
      else if (said?.user?.name) this.others.set(client, said.user.name);
      else this.others.delete(client);
    }
    this.showOthers();
  }

  private hearOfDraft(draft: DraftState): void {
    if (draft.born !== this.born) {
      // Another life of the draft: what was typed in the one before would be there twice.
      const socket = this.socket;
      if (this.born) {
        this.keepHere();
        this.socket = null;
        this.forget();
        this.socket = socket;
      }
      this.born = draft.born;
      this.recorded = draft.recorded?.times ?? 0;
    }
    this.kept = draft.kept;
    if (this.synced) this.show(draft.kept ? "live" : "unkept");
    else if (this.socket) this.greet();
    if (draft.recorded && draft.recorded.times > this.recorded) {
      this.recorded = draft.recorded.times;
      this.tell(draft.recorded.by);
    }
  }

  /** Says who this is and asks for what is lacking here. */
  private greet(): void {
    const self = createEncoder();
    writeVarUint(self, 1);
    writeVarUint(self, this.doc.clientID);
    writeVarUint(self, Math.floor(Date.now() / 1000));
    writeVarString(self, "{}");
    const out = createEncoder();
    writeVarUint(out, AWARENESS);
    writeVarUint8Array(out, toUint8Array(self));
    this.socket?.send(toUint8Array(out));
    this.send(SYNC, ASK, Y.encodeStateVector(this.doc));
  }

  private send(sort: number, step: number, body: Uint8Array): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    const out = createEncoder();
    writeVarUint(out, sort);
    writeVarUint(out, step);
    writeVarUint8Array(out, body);
    this.socket.send(toUint8Array(out));
  }

  /** Both sides have the same: from here on the field shows the draft. */
  private begin(): void {
    const text = this.doc.getText("text");
    if (!this.binding) {
      const own = this.ownText(text.toString());
      if (own) text.insert(text.length, text.length ? `\n\n${own}` : own);
      this.binding = new Binding(this.field, text, () => this.changed());
      text.observe(() => this.changed());
    }
    this.synced = true;
    this.pause = SHORTEST_PAUSE_MS;
    window.clearTimeout(this.lost);
    this.lost = 0;
    localStorage.removeItem(PREFIX + this.address);
    this.show(this.kept ? "live" : "unkept");
  }

  /** What was typed here and is not in the draft: it comes behind it, and nothing is lost. */
  private ownText(draft: string): string {
    const kept = localStorage.getItem(PREFIX + this.address) ?? "";
    const typed = this.field.value === this.field.defaultValue ? "" : this.field.value;
    const own = (this.box.dataset["own"] ? this.field.value : typed || kept).trim();
    return draft.includes(own) ? "" : own;
  }

  private changed(): void {
    const mark = this.box.querySelector<HTMLElement>(".together-concept");
    if (mark) mark.hidden = false;
    if (!this.synced) this.keepHere();
  }

  /** Without a line the text stands in the browser. */
  private keepHere(): void {
    try {
      localStorage.setItem(PREFIX + this.address, this.field.value);
    } catch {
      // A browser that keeps nothing still has the field itself.
    }
  }

  private show(state: State | ""): void {
    if (this.state === state) return;
    this.state = state;
    this.box.dataset["state"] = state;
    this.say(".together-state", (state && this.words[state]) || "");
  }

  private showOthers(): void {
    const others = [...this.others].filter(([id]) => id !== this.doc.clientID);
    const names = new Set(others.map(([, name]) => name));
    const line = names.size
      ? `${this.words["others"]} ${[...names].sort().join(", ")}`
      : (this.words["alone"] ?? "");
    this.say(".together-others", this.socket ? line : "");
  }

  private tell(by: string): void {
    this.say(".together-recorded", `${this.words["recorded"]} ${by}`);
    const mark = this.box.querySelector<HTMLElement>(".together-concept");
    if (mark) mark.hidden = true;
  }

  private say(of: string, sentence: string): void {
    const place = this.box.querySelector(of);
    if (place && place.textContent !== sentence) place.textContent = sentence;
  }
}

/** Begins, for one field. */
export function start(box: HTMLElement): void {
  const field = document.getElementById(box.dataset["field"] ?? "");
  if (field instanceof HTMLTextAreaElement) new Together(box, field);
}
