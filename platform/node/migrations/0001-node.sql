-- SPDX-License-Identifier: EUPL-1.2
-- Moments are milliseconds since 1970 (UTC); ids are 16 bytes; codes are kept as blake3 only.

CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id BLOB PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  display TEXT NOT NULL,
  organisation TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE (issuer, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE password (
  account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  salt BLOB NOT NULL,
  memory INTEGER NOT NULL,
  passes INTEGER NOT NULL,
  lanes INTEGER NOT NULL,
  hash BLOB NOT NULL,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Failed attempts. The bucket is a keyed hash of who, from where and what: no name, no address.
CREATE TABLE attempt (
  bucket BLOB PRIMARY KEY,
  failures INTEGER NOT NULL,
  wait_until INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attempt_last ON attempt (last);

CREATE TABLE device (
  hash BLOB PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  made INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX device_account ON device (account, made);

CREATE TABLE totp (
  account BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  secret BLOB NOT NULL,
  confirmed INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE totp_used (
  account BLOB NOT NULL REFERENCES totp (account) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  used INTEGER NOT NULL,
  PRIMARY KEY (account, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash BLOB PRIMARY KEY,
  handle BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  factor TEXT NOT NULL,
  agent TEXT NOT NULL,
  started INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account, started);

CREATE TABLE draft (
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  typed TEXT NOT NULL,
  saved INTEGER NOT NULL,
  PRIMARY KEY (account, path)
) STRICT;

CREATE TABLE held (
  hash BLOB PRIMARY KEY,
  remote BLOB NOT NULL,
  path TEXT NOT NULL,
  typed TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE INDEX held_remote ON held (remote);

CREATE TABLE token (
  id BLOB PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created INTEGER NOT NULL,
  used INTEGER,
  expires INTEGER,
  revoked INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX token_account ON token (account, created);

CREATE TABLE refusal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  account BLOB,
  organisation TEXT,
  verb TEXT NOT NULL,
  stream TEXT NOT NULL,
  reason TEXT NOT NULL,
  times INTEGER NOT NULL,
  counts INTEGER NOT NULL
) STRICT;
CREATE INDEX refusal_minute ON refusal (account, minute);
CREATE INDEX refusal_at ON refusal (at);
-- Only the row that counts what came after the limit may change.
CREATE TRIGGER refusal_stays BEFORE UPDATE ON refusal WHEN OLD.counts = 0
BEGIN SELECT RAISE(ABORT, 'a refusal is never changed'); END;

CREATE TABLE sealed_read (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account BLOB NOT NULL,
  stream TEXT NOT NULL,
  part TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_read_at ON sealed_read (at);
CREATE INDEX sealed_read_stream ON sealed_read (stream);
CREATE TRIGGER sealed_read_stays BEFORE UPDATE ON sealed_read
BEGIN SELECT RAISE(ABORT, 'a reading is never changed'); END;
