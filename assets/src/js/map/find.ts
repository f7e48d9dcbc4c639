// SPDX-License-Identifier: EUPL-1.2
// Finds an address or a place in the list of the node. What is not found there can stand in words:
// the form takes it so, and the object then has its line in the table.

import { PREFIX } from "../space.ts";
import { button } from "../words.ts";

interface Found {
  name: string;
  lat: number;
  lon: number;
}

export interface Finder {
  say: (name: string) => string;
  tell: (sentence: string) => void;
  /** Shows where it is. */
  go: (place: Found) => void;
  /** The form that places an object; none for who only reads. */
  form: string | undefined;
}

/** A box to ask in, and what was found. */
export function finder({ say, tell, go, form }: Finder): HTMLElement {
  const box = document.createElement("form");
  box.className = "find";
  const label = document.createElement("label");
  label.htmlFor = "find";
  label.textContent = say("find");
  const field = document.createElement("input");
  field.id = "find";
  field.type = "search";
  field.maxLength = 120;
  field.autocomplete = "off";
  const press = button(say("find-do"), () => undefined);
  press.type = "submit";
  const list = document.createElement("ul");
  box.append(label, field, press, list);
  const link = (words: string, more: Record<string, string>) => {
    const made = document.createElement("a");
    const address = new URL(form ?? "", location.href);
    for (const [name, value] of Object.entries(more)) address.searchParams.set(name, value);
    made.href = address.href;
    made.textContent = words;
    return made;
  };
  const line = (...parts: (Node | string)[]) => {
    const made = document.createElement("li");
    made.append(...parts);
    return made;
  };
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = field.value.trim();
    if (asked) void look(asked);
  });
  async function look(asked: string): Promise<void> {
    const answer = await fetch(`${PREFIX}/places?q=${encodeURIComponent(asked)}`).catch(() => null);
    const there = answer?.status === 200;
    const said = there ? ((await answer.json()) as { places: Found[]; cut: boolean }) : null;
    const some = said?.places ?? [];
    const none = said?.cut ? "find-cut" : "find-none";
    const lines = some.map((it) => {
      const at = `${it.lat.toFixed(6)} ${it.lon.toFixed(6)}`;
      const show = button(it.name, () => go(it));
      return form ? line(show, " ", link(say("find-place"), { at, area: it.name })) : line(show);
    });
    if (some.length > 0) tell(`${say("found")} ${some.length}`);
    else tell(say(answer?.status === 204 ? "find-no-list" : none));
    if (some.length === 0 && form) lines.push(line(link(say("find-words"), { area: asked })));
    list.replaceChildren(...lines);
  }
  return box;
}
