// SPDX-License-Identifier: EUPL-1.2
// Somebody who has no mouse: Tab to what is wanted by its name, Enter to follow or press it. Counts
// the pages that they see, and never types an address.

const MOST_TABS = 400;

/**
 * The keys that give this day in a date box. The box of a browser is in the language of the browser
 * itself, not of the page, and headless Chromium speaks American: month, day, year.
 */
function inDateBox(day) {
  const [year, month, date] = day.split("-");
  return `${month}${date}${year}`;
}

/**
 * Name, kind and place of what has the keyboard. While a page makes way for the next, which may
 * happen after it changed itself once more, nothing has.
 */
async function focused(page) {
  const none = { name: "", tag: "", main: false };
  const said = await page.evaluate(describe).catch((why) => {
    if (/context was destroyed/.test(why.message)) return null;
    throw why;
  });
  if (!said) await page.waitForLoadState("load");
  return said ?? none;
}

function describe() {
  const it = document.activeElement;
  const labelled = (it.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.innerText ?? "")
    .join(" ");
  const said = it.getAttribute("aria-label") || labelled.trim() || it.labels?.[0]?.innerText;
  return {
    name: (said || it.innerText || "").replace(/\s+/g, " ").trim(),
    tag: it.localName,
    main: !!it.closest("main"),
  };
}

export class Keyboard {
  /** A person who is logged in begins at the start page. */
  static async at(person) {
    const keyboard = new Keyboard();
    keyboard.page = person.page;
    await person.go("/");
    keyboard.pages = 1;
    return keyboard;
  }

  /** Tabs to what has this name; in the content of the page unless said otherwise. */
  async to(name, { anywhere = false } = {}) {
    const seen = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.page.keyboard.press("Tab");
      const it = await focused(this.page);
      const fits = name instanceof RegExp ? name.test(it.name) : it.name === name;
      if (fits && (anywhere || it.main)) return it;
      if (it.main) seen.push(it.name);
    }
    throw new Error(`${this.page.url()}: no ${name} among ${[...new Set(seen)].join(" | ")}`);
  }

  /** Follows the link, or presses the button, with this name. */
  async follow(name, options) {
    await this.to(name, options);
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press("Enter")]);
    this.pages += 1;
  }

  /** Ticks a box or chooses one of several: Space does both. */
  async tick(name) {
    await this.to(name);
    await this.page.keyboard.press("Space");
  }

  /** Chooses the first of a group of radio buttons whose name fits, with the arrows. */
  async choose(group, name) {
    await this.to(group);
    for (let steps = 0; steps < 20; steps += 1) {
      const it = await focused(this.page);
      if (name.test(it.name)) {
        await this.page.keyboard.press("Space");
        return;
      }
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`${this.page.url()}: no ${name}`);
  }

  /** Types in the field with this name; in a list, the first letters of a choice. */
  async type(name, words) {
    await this.to(name);
    const kind = await this.page.evaluate(() => document.activeElement.type);
    await this.page.keyboard.type(kind === "date" ? inDateBox(words) : words);
  }

  /** What the page says. */
  text() {
    return this.page.locator("main").innerText();
  }
}
