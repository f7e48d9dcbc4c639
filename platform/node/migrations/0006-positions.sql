-- SPDX-License-Identifier: EUPL-1.2
-- Up to which position of the ledger somebody has seen what changed. A moment cannot be made into
-- one without passing something by, so everybody starts once more with what changed lately.
DROP TABLE looked;
CREATE TABLE looked (
  account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
