-- Files that were handed in and wait for a word of who brought them.
CREATE TABLE file (
  hash BLOB PRIMARY KEY,
  account BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  outcome TEXT,
  saved INTEGER NOT NULL,
  expires INTEGER NOT NULL
) STRICT;
CREATE INDEX file_account ON file (account, saved);
