-- Files that accounts bring in pieces; their bytes lie in `blobs/` of their space.
CREATE TABLE upload (
  code TEXT PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  space TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  media TEXT,
  kept INTEGER,
  digest TEXT,
  recorded INTEGER NOT NULL DEFAULT 0,
  touched INTEGER NOT NULL
) STRICT;
CREATE INDEX upload_account ON upload (account, touched);
CREATE INDEX upload_touched ON upload (touched);
