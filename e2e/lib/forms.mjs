// SPDX-License-Identifier: EUPL-1.2
// Forms as people use them: by the words on the page.

/** Presses the button of the form and waits for what follows. */
export async function send(page) {
  await Promise.all([page.waitForNavigation(), page.click("main form.form button[type=submit]")]);
}

/** Follows a link by its words and waits for the page. */
export async function follow(page, words) {
  await Promise.all([
    page.waitForNavigation(),
    page.getByRole("link", { name: words }).first().click(),
  ]);
}

/** Fills in the form of a report. */
export async function fillReport(page, { status, outlook, explanation, evidence }) {
  if (status) await page.getByRole("radio", { name: status }).check();
  if (outlook)
    await page.getByLabel("Ten opzichte van de planning").selectOption({ label: outlook });
  if (explanation !== undefined) await page.getByLabel("Toelichting").fill(explanation);
  if (evidence !== undefined) await page.getByLabel("Link naar bewijs").fill(evidence);
}

/** The text of the whole page, as it is read. */
export const text = (page, of = "main") => page.locator(of).innerText();
