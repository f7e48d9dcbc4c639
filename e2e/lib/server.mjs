// SPDX-License-Identifier: EUPL-1.2
// A demo node of our own: the release binary on a free port with a folder that goes away.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_MS = 60_000;

/** The binary that xtask built. */
export function binary() {
  const path = process.env.PARAAT_BIN;
  if (!path || !existsSync(path)) {
    throw new Error("PARAAT_BIN must name the built binary; `cargo xtask test browser` sets it");
  }
  return path;
}

/** A node that runs; `base` is its address without a slash at the end. */
export class Server {
  static async start() {
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), "paraat-e2e-"));
    server.data = join(server.folder, "node");
    await server.run("127.0.0.1:0");
    return server;
  }

  async run(listen) {
    const options = ["serve", "--demo", "--data", this.data, "--listen", listen];
    this.child = spawn(binary(), options, { stdio: ["ignore", "pipe", "pipe"] });
    this.said = "";
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.base = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no start: ${this.said}`)), START_MS);
      const hear = (bytes) => {
        this.said += bytes;
        const ready = /Paraat is ready at (http:\/\/\S+?)\/\s/.exec(this.said);
        if (!ready) return;
        clearTimeout(late);
        resolve(ready[1]);
      };
      this.child.stdout.on("data", hear);
      this.child.stderr.on("data", hear);
      void this.ended.then(() => reject(new Error(`it stopped: ${this.said}`)));
    });
  }

  /** Does a command of the binary on its folder; answers what it says. */
  command(words) {
    return execFileSync(binary(), [...words, "--data", this.data], { encoding: "utf8" });
  }

  /** Makes an account more than the demo has. */
  user(name, organisation, role) {
    const said = this.command(["user", "add", name, "--org", organisation, "--role", role]);
    this.made ??= new Map();
    this.made.set(name, said.trim().split(/\s+/).at(-1));
  }

  /** The password of an account. */
  password(name) {
    const made = this.made?.get(name);
    if (made) return made;
    const lines = readFileSync(join(this.data, "accounts.txt"), "utf8").split("\n");
    const line = lines.find((it) => it.startsWith(`${name}\t`));
    if (!line) throw new Error(`no demo account ${name}`);
    return line.split("\t")[1].trim();
  }

  /** Ends it as a power cut would, when asked to; else as a keeper would. */
  async end(signal = "SIGTERM") {
    this.child.kill(signal);
    await this.ended;
  }

  /** Ends it and starts it again at the same address. */
  async restart(pause = 0) {
    await this.end("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, pause));
    await this.run(new URL(this.base).host);
  }

  /** Ends it and clears its folder. */
  async clear() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
