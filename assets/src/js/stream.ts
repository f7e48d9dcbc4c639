// SPDX-License-Identifier: EUPL-1.2
// One event stream for all tabs of a browser. The tab that holds the lock reads the stream and
// passes on what comes; when it closes, the lock goes to another tab, which goes on from the
// last event that it heard of. The stream says only which topics changed, never what: each page
// asks again under the rights of its own reader.

import { PREFIX } from "./space.ts";

/** How the stream is doing. */
export type StreamState = "live" | "reconnecting" | "lost";

type Message =
  | { kind: "changed"; topics: string[]; cursor: string }
  | { kind: "state"; state: StreamState }
  | { kind: "ask" };

/** What a page wants to hear. */
export interface Listener {
  changed(topics: string[]): void;
  state(state: StreamState): void;
}

/** An exercise has a stream of its own, which the tabs of the real world never hear. */
const NAME = `paraat-events${PREFIX}`;
/** Time without a stream before the page says so and starts to ask by itself. */
const LOST_AFTER_MS = 30_000;
const LONGEST_PAUSE_MS = 60_000;
/** The node says something every ten seconds: a line that is quiet for so long is none. */
export const QUIET_MS = 25_000;
const LISTEN_MS = 5_000;

export class SharedStream {
  private cursor: string;
  private state: StreamState = "reconnecting";
  private leads = false;
  private pause = 2_000;
  private lostTimer = 0;
  private channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;

  constructor(
    private listener: Listener,
    cursor: string,
  ) {
    this.cursor = cursor;
    this.channel?.addEventListener("message", (event) => this.hear(event.data as Message));
    this.setState("reconnecting");
    if (this.channel && navigator.locks) {
      this.channel.postMessage({ kind: "ask" } satisfies Message);
      // The promise never ends: the lock is held until the tab goes away.
      void navigator.locks.request(NAME, () => new Promise<never>(() => this.lead()));
    } else {
      this.lead();
    }
  }

  private lead(): void {
    this.leads = true;
    this.open();
  }

  private open(): void {
    const query = this.cursor ? `?after=${encodeURIComponent(this.cursor)}` : "";
    const source = new EventSource(`${PREFIX}/events${query}`);
    let heard = Date.now();
    const again = (): void => {
      window.clearInterval(listening);
      source.close();
      window.setTimeout(() => this.open(), this.pause * (0.75 + Math.random() / 2));
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    };
    const listening = window.setInterval(() => {
      if (Date.now() - heard <= QUIET_MS) return;
      this.tellState("reconnecting");
      again();
    }, LISTEN_MS);
    const still = (): void => {
      heard = Date.now();
      this.pause = 2_000;
      this.tellState("live");
    };
    source.addEventListener("open", still);
    source.addEventListener("still", still);
    source.addEventListener("changed", (event) => {
      heard = Date.now();
      this.cursor = event.lastEventId || this.cursor;
      const topics = String(event.data).split(/\s+/).filter(Boolean);
      this.channel?.postMessage({
        kind: "changed",
        topics,
        cursor: this.cursor,
      } satisfies Message);
      this.listener.changed(topics);
    });
    source.addEventListener("error", () => {
      this.tellState("reconnecting");
      // The browser tries again by itself, unless the answer was no stream at all.
      if (source.readyState === EventSource.CLOSED) again();
      else heard = Date.now();
    });
  }

  private hear(message: Message): void {
    if (message.kind === "ask") {
      if (this.leads) this.tellState(this.state);
    } else if (message.kind === "state") {
      this.setState(message.state);
    } else {
      this.cursor = message.cursor;
      this.listener.changed(message.topics);
    }
  }

  private tellState(state: StreamState): void {
    this.channel?.postMessage({ kind: "state", state } satisfies Message);
    this.setState(state);
  }

  private setState(state: StreamState): void {
    const known = this.state === "lost" && state === "reconnecting" ? "lost" : state;
    this.state = known;
    this.listener.state(known);
    if (known === "live") {
      window.clearTimeout(this.lostTimer);
      this.lostTimer = 0;
    } else if (!this.lostTimer) {
      this.lostTimer = window.setTimeout(() => {
        this.state = "lost";
        this.listener.state("lost");
      }, LOST_AFTER_MS);
    }
  }
}
