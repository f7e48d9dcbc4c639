// SPDX-License-Identifier: EUPL-1.2
// The small script for a build without Node: keeps the main part up to date, nothing else.
const status = document.getElementById("status");
const own = (document.body.dataset.topics || "").split(" ").filter(Boolean);

// The space that the page is of: an exercise has a stream of its own.
const prefix = document.body.dataset.prefix || "";

const busy = () => {
  const main = document.getElementById("main");
  const answers = main.querySelectorAll("form[method=post] input, form[method=post] textarea");
  const typed = [...answers].some((it) => it.value !== it.defaultValue);
  return typed || (main.contains(document.activeElement) && document.activeElement !== main);
};

const refresh = async () => {
  if (busy()) return;
  const answer = await fetch(location.href, { cache: "no-store" });
  // The space of an exercise was closed or began afresh: everybody goes on from there.
  if (prefix && answer.redirected && !new URL(answer.url).pathname.startsWith(prefix + "/")) {
    location.assign(answer.url);
    return;
  }
  if (!answer.ok || answer.redirected || busy()) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("main");
  if (fresh) document.getElementById("main").replaceWith(fresh);
};

const say = (state, word) => {
  status.dataset.state = state;
  status.textContent = status.dataset[word];
};

if (own.length && status) {
  const after = encodeURIComponent(document.body.dataset.cursor || "");
  const source = new EventSource(prefix + "/events?after=" + after);
  source.addEventListener("open", () => say("live", "live"));
  source.addEventListener("error", () => {
    const closed = source.readyState === EventSource.CLOSED;
    say("reconnecting", closed ? "snapshot" : "reconnecting");
  });
  source.addEventListener("changed", (event) => {
    const topics = event.data.split(" ");
    const wanted = topics.some((topic) => topic === "space" || own.includes(topic));
    if (wanted) refresh().catch(() => {});
  });
}
