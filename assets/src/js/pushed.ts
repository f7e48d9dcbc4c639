// SPDX-License-Identifier: EUPL-1.2
// A socket that brings the page itself whenever it has changed. Every push is whole and has a
// number: the newest is enough, and a page that sees a gap asks once for itself.

import { PREFIX } from "./space.ts";
import { QUIET_MS, type StreamState } from "./stream.ts";

/** A page that was pushed. */
export interface Pushed {
  cursor: string;
  /** The moment of it, as the page says it when it is old. */
  moment: string;
  html: string;
}

/** What a page wants to hear. */
export interface PushListener {
  page(pushed: Pushed): void;
  here(sentence: string): void;
  gap(): void;
  /** Asks for the page; false when it is not there any more for its reader. */
  ask(): Promise<boolean>;
  state(state: StreamState): void;
  /** No socket goes through here. */
  shut(): void;
}

/** The node says: ask for the page, then come again. */
const ASK = 4409;
/** Time without a socket before the page says so and asks by itself. */
const LOST_AFTER_MS = 30_000;
/** So often in a row the first socket does not open before the page gives up on them. */
const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** It is looked at so often whether the line still says something. */
const LISTEN_MS = 5_000;
/** Who does something says so at most this often. */
const SIGN_MS = 60_000;

export class PushedPage {
  private number = 0;
  private tries = 0;
  private everOpened = false;
  private pause = FIRST_PAUSE_MS;
  private state: StreamState | "" = "";
  private lostTimer = 0;
  private heard = 0;
  private signed = Date.now();
  private socket: WebSocket | null = null;

  constructor(
    private listener: PushListener,
    private cursor: string,
  ) {
    this.away();
    this.open();
    for (const name of ["pointerdown", "keydown", "scroll"]) {
      window.addEventListener(name, () => this.sign(), { passive: true });
    }
    window.addEventListener("offline", () => this.leave());
    // A line that died says nothing, not even that it died: an open socket is no sign of life.
    window.setInterval(() => {
      if (Date.now() - this.heard > QUIET_MS) this.leave();
    }, LISTEN_MS);
  }

  private open(): void {
    const at = (location.pathname.slice(PREFIX.length) || "/") + location.search;
    const query = new URLSearchParams({ at, after: this.cursor });
    const address = new URL(`${PREFIX}/pushed?${query.toString()}`, location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.socket = socket;
    this.number = 0;
    this.heard = Date.now();
    let opened = false;
    socket.addEventListener("message", (event) => {
      if (this.socket !== socket) return;
      opened = true;
      this.everOpened = true;
      this.heard = Date.now();
      this.hear(String(event.data));
    });
    socket.addEventListener("close", (event) => {
      if (this.socket === socket) this.closed(event.code, opened);
    });
  }

  private closed(code: number, opened: boolean): void {
    this.socket = null;
    this.away();
    this.tries = opened ? 0 : this.tries + 1;
    if (code === ASK) void this.askAndOpen();
    // Where one went through once, one will again: all pages that asked for themselves instead
    // would be more than a node that has just started can bear.
    else if (this.tries >= TRIES && !this.everOpened) this.giveUp();
    else this.later();
  }

  /** Leaves a socket that says nothing: its own end may take minutes to be heard. */
  private leave(): void {
    const { socket } = this;
    if (!socket) return;
    this.closed(0, socket.readyState === WebSocket.OPEN);
    socket.close();
  }

  private hear(message: string): void {
    this.back();
    const [kind = "", first = "", cursor = "", moment = ""] = message.split("\n", 4);
    if (kind === "here") {
      this.listener.here(message.slice(kind.length + 1));
      return;
    }
    if (kind !== "page" && kind !== "at") return;
    const number = Number(first);
    if (this.number > 0 && number > this.number + 1) this.listener.gap();
    this.number = number;
    if (kind !== "page") return;
    this.cursor = cursor;
    const head = kind.length + first.length + cursor.length + moment.length + 4;
    this.listener.page({ cursor, moment, html: message.slice(head) });
  }

  private async askAndOpen(): Promise<void> {
    if (await this.listener.ask()) this.later();
  }

  private later(): void {
    window.setTimeout(() => this.open(), this.pause * (0.5 + Math.random()));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }

  private giveUp(): void {
    window.clearTimeout(this.lostTimer);
    this.listener.here("");
    this.listener.shut();
  }

  private say(state: StreamState): void {
    this.state = state;
    this.listener.state(state);
  }

  private away(): void {
    // What is lost stays so until something is heard again.
    if (this.state === "lost") return;
    this.say("reconnecting");
    if (this.lostTimer) return;
    this.lostTimer = window.setTimeout(() => {
      this.lostTimer = 0;
      this.listener.here("");
      this.say("lost");
    }, LOST_AFTER_MS);
  }

  private back(): void {
    window.clearTimeout(this.lostTimer);
    this.lostTimer = 0;
    this.pause = FIRST_PAUSE_MS;
    this.say("live");
  }

  private sign(): void {
    if (Date.now() - this.signed < SIGN_MS || this.socket?.readyState !== WebSocket.OPEN) return;
    this.signed = Date.now();
    this.socket.send(".");
  }
}
