-- SPDX-License-Identifier: EUPL-1.2
-- Up to where somebody has seen what changed, of one thing or (about is empty) of everything.
ALTER TABLE looked RENAME TO looked_before;
CREATE TABLE looked (
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  about TEXT NOT NULL,
  at INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (account, about)
) STRICT, WITHOUT ROWID;
INSERT INTO looked SELECT account, '', at, position FROM looked_before;
DROP TABLE looked_before;
