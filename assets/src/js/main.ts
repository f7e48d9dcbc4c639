// SPDX-License-Identifier: EUPL-1.2
// Every page works without this file; it adds what is live, what is kept, and a short cut.

import { startDrafts } from "./drafts.ts";
import { startPage } from "./live.ts";
import { startLooks } from "./look.ts";
import { startOutbox } from "./outbox.ts";
import { startThemes } from "./themes.ts";
import { startUploads } from "./upload.ts";

/** Ctrl K goes to the search box, as the box says. */
function startSearchKey(): void {
  document.addEventListener("keydown", (event) => {
    const wanted = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const box = document.querySelector<HTMLInputElement>("#search");
    if (!wanted || event.altKey || event.shiftKey || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** What several people type in at once needs a script that other pages do not load. */
function startTogether(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".together[data-script]")) {
    const script = box.dataset["script"] ?? "";
    void import(script).then((it: { start(box: HTMLElement): void }) => it.start(box));
  }
}

/** So does the map that moves; the build writes the address of its script in this place. */
function startMap(): void {
  const host = document.getElementById("map-live");
  const script = "/static/map.js";
  if (host) void import(script).then((it: { start(host: HTMLElement): void }) => it.start(host));
}

startSearchKey();
startThemes();
startDrafts();
startTogether();
startLooks();
startMap();
startPage();
startOutbox();
startUploads();
if ("serviceWorker" in navigator && document.body.dataset["account"]) {
  void navigator.serviceWorker.register("/worker.js").catch(() => undefined);
}
