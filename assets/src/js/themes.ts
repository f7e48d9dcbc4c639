// SPDX-License-Identifier: EUPL-1.2
// The server keeps the theme in a cookie and renders it; this only saves the reload, so that
// nothing typed is disturbed.

import { PREFIX } from "./space.ts";

export function startThemes(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const action = form.getAttribute("action") ?? "";
    if (action !== `${PREFIX}/thema`) return;
    const pressed = event.submitter;
    if (!(pressed instanceof HTMLButtonElement)) return;
    event.preventDefault();
    show(pressed.value);
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    body.set("theme", pressed.value);
    void fetch(action, { method: "POST", body, redirect: "manual" });
  });
}

function show(theme: string): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  for (const one of document.querySelectorAll<HTMLButtonElement>(".themes button")) {
    one.setAttribute("aria-pressed", String(one.value === theme));
  }
}
