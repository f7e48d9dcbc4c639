-- SPDX-License-Identifier: EUPL-1.2
-- The truth: entries, and apart from them what may be erased.
CREATE TABLE lane (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  space TEXT NOT NULL,
  organisation TEXT NOT NULL,
  incarnation INTEGER NOT NULL,
  circle TEXT NOT NULL
) STRICT;

CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  lane INTEGER NOT NULL,
  class INTEGER NOT NULL
) STRICT;

CREATE TABLE class (
  id INTEGER PRIMARY KEY,
  definition TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  lane INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  version INTEGER NOT NULL,
  class INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  hash BLOB NOT NULL,
  header BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entry_lane ON entry (lane, number);
CREATE UNIQUE INDEX entry_stream ON entry (stream, version);

-- One signature covers the run of a lane in one commit; it stands at the last entry of the run.
CREATE TABLE run (
  position INTEGER PRIMARY KEY,
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE payload (
  position INTEGER PRIMARY KEY,
  salt BLOB NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- Long streams are not read from their beginning each time. Derived, dropped by a rebuild.
CREATE TABLE snapshot (
  stream INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  state BLOB NOT NULL
) STRICT;

-- A request that comes twice is answered, not done, twice.
CREATE TABLE request (
  account BLOB NOT NULL,
  key TEXT NOT NULL,
  digest BLOB NOT NULL,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;

-- Root keys of organisations that this node trusts, by hand or by its own making.
CREATE TABLE root_key (
  organisation TEXT NOT NULL,
  public BLOB NOT NULL,
  PRIMARY KEY (organisation, public)
) STRICT, WITHOUT ROWID;

-- What the read tables were made from: their declarations and the reference baseline.
CREATE TABLE reading (
  name TEXT PRIMARY KEY,
  digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
