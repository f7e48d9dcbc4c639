// SPDX-License-Identifier: EUPL-1.2
// A file that is chosen in a form comes in at once, in pieces, while the rest is filled in. A line
// that is cut costs the piece that was under way: it goes on where the node says it came to, also
// when the page was loaded anew and the same file is chosen again. Without this script the form
// sends the file itself.

interface Standing {
  code: string;
  offset: number;
  size: number;
  mediaType: string;
}

/** What the node does not take, in its words. */
class Refused extends Error {}

const LEAST = 64 * 1024;
const MOST = 1024 * 1024;
const PATIENCE_MS = 25_000;
const WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/** Starts bringing files as soon as they are chosen. */
export function startUploads(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "file" && input.dataset["field"]) {
      void bring(input);
    }
  });
}

/** The turn of each input: another choice ends what was under way. */
const turns = new WeakMap<HTMLInputElement, number>();

async function bring(input: HTMLInputElement): Promise<void> {
  const turn = (turns.get(input) ?? 0) + 1;
  turns.set(input, turn);
  const isOver = (): boolean => turns.get(input) !== turn || !input.isConnected;
  const file = input.files?.[0];
  const form = input.form;
  const hidden = codeOf(input);
  hidden?.remove();
  if (!file || !form) return tell(input, "");
  let sendAfterwards = false;
  const hold = (event: Event): void => {
    event.preventDefault();
    sendAfterwards = true;
  };
  form.addEventListener("submit", hold);
  try {
    const done = await bringAll(input, file, isOver);
    if (isOver()) return;
    const code = document.createElement("input");
    code.type = "hidden";
    code.name = input.dataset["field"] ?? "";
    code.value = done.code;
    code.dataset["came"] = "";
    input.before(code);
    // Its code stands in its place: it is not sent once more.
    input.removeAttribute("name");
    tell(input, word(input, "ready", file, 100));
    if (sendAfterwards) {
      form.removeEventListener("submit", hold);
      form.requestSubmit();
    }
  } catch (error) {
    if (isOver()) return;
    const why = error instanceof Refused ? error.message : word(input, "noLine", file, 0);
    tell(input, `${word(input, "failed", file, 0)} ${why}`, true);
    input.value = "";
  } finally {
    form.removeEventListener("submit", hold);
  }
}

/** The field that names the file which came in, when one did. */
function codeOf(input: HTMLInputElement): HTMLElement | null {
  input.name = `${input.dataset["field"] ?? ""}-file`;
  return input.parentElement?.querySelector("input[data-came]") ?? null;
}

async function bringAll(
  input: HTMLInputElement,
  file: File,
  isOver: () => boolean,
): Promise<Standing> {
  const address = input.dataset["address"] ?? "";
  let at = await begun(address, file);
  let piece = LEAST;
  let wait = WAIT_MS;
  while (!at.mediaType && !isOver()) {
    const part = Math.floor((100 * at.offset) / Math.max(1, file.size));
    tell(input, word(input, at.offset + piece >= file.size ? "checked" : "sending", file, part));
    mark(input, part);
    const began = performance.now();
    try {
      at = await sent(address, at, file.slice(at.offset, at.offset + piece));
      wait = WAIT_MS;
      const took = performance.now() - began;
      if (took < 1_000) piece = Math.min(MOST, piece * 2);
      if (took > 5_000) piece = Math.max(LEAST, piece / 2);
    } catch (error) {
      if (error instanceof Refused) throw error;
      tell(input, word(input, "waits", file, part));
      piece = LEAST;
      await new Promise((on) => setTimeout(on, wait));
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
      at = (await stands(address, at.code)) ?? at;
    }
  }
  mark(input, 100);
  return at;
}

/** Goes on with the same file where it was left, else begins. */
async function begun(address: string, file: File): Promise<Standing> {
  const name = `paraat-upload ${address} ${file.name} ${file.size} ${file.lastModified}`;
  const before = remembered(name);
  const there = before ? await stands(address, before) : null;
  if (there && there.size === file.size) return there;
  const body = JSON.stringify({ name: file.name, size: file.size });
  const made = await read(await ask(address, "POST", { "content-type": "application/json" }, body));
  try {
    sessionStorage.setItem(name, made.code);
  } catch {
    // A browser that keeps nothing begins anew after the page was loaded again.
  }
  return made;
}

function remembered(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

async function sent(address: string, at: Standing, piece: Blob): Promise<Standing> {
  const headers = {
    "content-type": "application/offset+octet-stream",
    "upload-offset": String(at.offset),
  };
  const answer = await ask(`${address}/${at.code}`, "PATCH", headers, piece);
  if (answer.status === 409) throw new Error("it goes on elsewhere");
  return read(answer);
}

/** How far a file has come; null when nobody can say now, or when it is not there. */
async function stands(address: string, code: string): Promise<Standing | null> {
  try {
    const answer = await ask(`${address}/${code}`, "GET", {});
    return answer.ok ? ((await answer.json()) as Standing) : null;
  } catch {
    return null;
  }
}

function ask(
  address: string,
  method: string,
  headers: Record<string, string>,
  body?: BodyInit,
): Promise<Response> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return fetch(address, { method, headers, body: body ?? null, signal });
}

/** The standing in an answer. What may go well later is tried again; a refusal is said. */
async function read(answer: Response): Promise<Standing> {
  if (answer.ok) return (await answer.json()) as Standing;
  if (answer.status === 503) throw new Error("later");
  const said = (await answer.json().catch(() => null)) as { detail?: string } | null;
  throw new Refused(said?.detail ?? "");
}

function word(input: HTMLInputElement, name: string, file: File, part: number): string {
  const text = input.dataset[name] ?? "";
  return text.replace("%n", () => file.name).replace("%p", String(part));
}

/** Says below the question how it goes. */
function tell(input: HTMLInputElement, text: string, wrong = false): void {
  const id = `${input.id}-came`;
  let line = document.getElementById(id);
  if (!line) {
    line = document.createElement("p");
    line.id = id;
    line.setAttribute("role", "status");
    input.after(line);
  }
  line.className = wrong ? "field-error" : "help";
  if (line.textContent !== text) line.textContent = text;
}

/** Shows how much of it is in. */
function mark(input: HTMLInputElement, part: number): void {
  let bar = input.parentElement?.querySelector("progress");
  if (!bar) {
    bar = document.createElement("progress");
    bar.max = 100;
    bar.setAttribute("aria-hidden", "true");
    input.after(bar);
  }
  bar.value = part;
}
