-- Text that several people of one organisation type in at once, before one of them records it.
CREATE TABLE draft (
  id BLOB PRIMARY KEY,
  space TEXT NOT NULL,
  organisation TEXT NOT NULL,
  form TEXT NOT NULL,
  about TEXT NOT NULL,
  field TEXT NOT NULL,
  born INTEGER NOT NULL,
  base TEXT NOT NULL,
  saved INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_saved ON draft (saved);
-- What was typed in it, as Yjs updates, until they are put together.
CREATE TABLE draft_update (
  draft BLOB NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (draft, number)
) STRICT, WITHOUT ROWID;
