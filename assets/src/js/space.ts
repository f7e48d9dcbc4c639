// SPDX-License-Identifier: EUPL-1.2
// The space that a page is of, by what its paths start with: nothing in the real world,
// `/oefening/{space}` in an exercise.

export const PREFIX = document.body.dataset["prefix"] ?? "";

/** True for an address within that space. Every address has one space and no other. */
export function isHere(address: string): boolean {
  const path = new URL(address, location.href).pathname;
  return PREFIX === (/^\/oefening\/[^/]+/.exec(path)?.[0] ?? "");
}
