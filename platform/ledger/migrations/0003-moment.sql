-- SPDX-License-Identifier: EUPL-1.2
-- The last entry that was known here at a moment, without reading entries. A moment stands here
-- when everything after its entry became known later: with a clock that is set back, moments that
-- it passes once more go. So both columns only go up.
CREATE TABLE moment (
  known INTEGER PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;

INSERT INTO moment (known, position)
SELECT known, max(position) FROM (
  SELECT coalesce(arrived, recorded) AS known, position,
    min(coalesce(arrived, recorded)) OVER (
      ORDER BY position DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS later
  FROM entry
) WHERE later IS NULL OR known <= later GROUP BY known;

CREATE TRIGGER entry_known AFTER INSERT ON entry BEGIN
  DELETE FROM moment WHERE known > coalesce(NEW.arrived, NEW.recorded);
  INSERT OR REPLACE INTO moment VALUES (coalesce(NEW.arrived, NEW.recorded), NEW.position);
END;
