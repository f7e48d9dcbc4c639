// SPDX-License-Identifier: EUPL-1.2
// What there is already of what somebody types is asked for while they type: the same form is sent
// as a question, and what stands below the question on the page that comes is put in its place.
// Without a script, and without a line, a button does it.

const WAIT_MS = 600;

export function startLooks(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".look[data-look]")) {
    const field = document.getElementById(box.dataset["look"] ?? "");
    const form = box.closest("form");
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
      if (form) watch(box, field, form);
    }
  }
}

function watch(
  box: HTMLElement,
  field: HTMLTextAreaElement | HTMLInputElement,
  form: HTMLFormElement,
): void {
  let timer = 0;
  let asked = field.value;
  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (field.value === asked) return;
      asked = field.value;
      void look(form, box.dataset["look"] ?? "").then((found) => {
        // An answer to what was typed before tells nothing of what stands there now.
        if (found && field.value === asked) box.replaceChildren(...found);
      });
    }, WAIT_MS);
  });
}

async function look(form: HTMLFormElement, name: string): Promise<ChildNode[] | null> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.set("look", "1");
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector(`.look[data-look="${CSS.escape(name)}"]`);
    return found ? [...found.childNodes] : null;
  } catch {
    return null;
  }
}
