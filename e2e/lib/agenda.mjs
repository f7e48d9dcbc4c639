// SPDX-License-Identifier: EUPL-1.2
// Activities by number, and what tests do with them before they come to their subject.

/** All cards of a kind of the agenda. */
export async function cards(person, kind) {
  const { items } = await person.api(`/v1/cards?module=agenda&kind=${kind}&pageSize=1000`);
  return items;
}

/** The activity with this number ("1.01"). */
export async function activity(person, number) {
  const found = (await cards(person, "activity")).find((it) => it.title.nl.startsWith(number));
  if (!found) throw new Error(`there is no activity ${number}`);
  return found;
}

/** Makes an organisation lead of an activity. */
export async function assign(jenv, stream, lead, reason = "") {
  const { version } = await jenv.api(`/v1/streams/${stream}`);
  const headers = { "If-Match": `"${version}"` };
  return jenv.record(`/v1/streams/${stream}/assign`, { lead, reason }, headers);
}

/** Reports progress. */
export function report(lead, activity, fields = {}) {
  const body = { activity, status: "under-way", outlook: "on-track", ...fields };
  return lead.record("/v1/agenda/progress/report", body);
}
