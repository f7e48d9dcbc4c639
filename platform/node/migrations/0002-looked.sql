-- SPDX-License-Identifier: EUPL-1.2
-- Up to where an account has seen what changed, as it said itself.
CREATE TABLE looked (
  account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
