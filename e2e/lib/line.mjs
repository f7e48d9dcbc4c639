// SPDX-License-Identifier: EUPL-1.2
// The line between a browser and a node, with what happens to lines: it goes quiet without a word,
// it is slow, or a node behind it says something else.

import { createServer, connect } from "node:net";

/** A line to a node; `base` is its address for browsers. */
export class Line {
  static async to(server) {
    const line = new Line();
    line.server = server;
    line.open = new Set();
    line.quiet = false;
    line.gone = false;
    line.delay = 0;
    line.rewrite = (bytes) => bytes;
    line.listener = createServer((own) => line.take(own));
    await new Promise((ready) => line.listener.listen(0, "127.0.0.1", ready));
    line.base = `http://127.0.0.1:${line.listener.address().port}`;
    return line;
  }

  password(name) {
    return this.server.password(name);
  }

  take(own) {
    if (this.gone) {
      own.destroy();
      return;
    }
    const { hostname, port } = new URL(this.server.base);
    const other = connect(Number(port), hostname);
    const pair = { own, other, dead: this.quiet };
    this.open.add(pair);
    const end = () => {
      this.open.delete(pair);
      own.destroy();
      other.destroy();
    };
    own.on("error", end).on("close", end);
    other.on("error", end).on("close", () => pair.dead || end());
    own.on("data", (bytes) => pair.dead || other.write(bytes));
    other.on("data", async (bytes) => {
      if (this.delay) await new Promise((go) => setTimeout(go, this.delay));
      if (!pair.dead && !own.destroyed) own.write(this.rewrite(bytes));
    });
  }

  /** From now on nothing comes through, and nobody is told; what was open never speaks again. */
  die() {
    this.quiet = true;
    for (const pair of this.open) pair.dead = true;
  }

  /** From now on there is no line, and everybody knows. */
  cut() {
    this.gone = true;
    for (const { own } of this.open) own.destroy();
  }

  /** New connections go through again. */
  live() {
    this.quiet = false;
    this.gone = false;
  }

  async close() {
    for (const { own, other } of this.open) for (const it of [own, other]) it.destroy();
    await new Promise((done) => this.listener.close(done));
  }
}
