-- SPDX-License-Identifier: EUPL-1.2
-- When an entry of another node came in, by the clock of this one; null for what this node wrote,
-- which was known here the moment it was recorded. "As known at" asks this, not the sender's clock.
ALTER TABLE entry ADD COLUMN arrived INTEGER;
