-- SPDX-License-Identifier: EUPL-1.2
-- What was done to accounts. The author is empty for who works on the machine itself.
CREATE TABLE account_act (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  organisation TEXT NOT NULL,
  account BLOB NOT NULL,
  author BLOB,
  act TEXT NOT NULL
) STRICT;
CREATE INDEX account_act_of ON account_act (organisation, id);
CREATE INDEX account_act_at ON account_act (at);
CREATE TRIGGER account_act_stays BEFORE UPDATE ON account_act
BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;

-- Nothing ever wrote into these: what is typed stands in the browser, sealed parts do not exist.
DROP TABLE draft;
DROP TABLE sealed_read;
