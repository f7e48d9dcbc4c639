-- SPDX-License-Identifier: EUPL-1.2
-- What a file that was handed in would change, as JSON: looking again tries nothing again.
ALTER TABLE file ADD COLUMN report TEXT NOT NULL DEFAULT '';
