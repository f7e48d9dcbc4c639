-- SPDX-License-Identifier: EUPL-1.2
-- Who opened and read what is sealed: when, what of it, and why. Rows are added and grow old.
CREATE TABLE sealed_read (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  account BLOB NOT NULL,
  session BLOB,
  functions TEXT NOT NULL,
  space TEXT NOT NULL,
  stream TEXT NOT NULL,
  compartment TEXT NOT NULL,
  what TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_read_at ON sealed_read (at);
CREATE INDEX sealed_read_of ON sealed_read (organisation, space, id);
CREATE INDEX sealed_read_stream ON sealed_read (stream, space, id);
CREATE TRIGGER sealed_read_stays BEFORE UPDATE ON sealed_read
BEGIN SELECT RAISE(ABORT, 'a reading is never changed'); END;
