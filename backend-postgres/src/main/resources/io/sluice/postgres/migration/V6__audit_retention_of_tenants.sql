-- How long audit events are kept, tenant by tenant, and where a chain begins whose oldest blocks were removed.

ALTER TABLE tenant ADD COLUMN audit_retention_days int CHECK (audit_retention_days BETWEEN 1 AND 36500);

-- The last block that was removed: the first that is left follows it, and when none is left the next one does.
CREATE TABLE audit_beginning (
    tenant text COLLATE "C" PRIMARY KEY,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    -- The last of its events.
    seq bigint NOT NULL,
    -- Time of the newest event that was removed.
    newest timestamptz NOT NULL
);

-- Earlier builds removed blocks without a note.
INSERT INTO audit_beginning (tenant, number, hash, seq, newest)
SELECT DISTINCT ON (tenant) tenant, number - 1, previous, seqs[1] - 1, newest
FROM audit_block ORDER BY tenant, number;
DELETE FROM audit_beginning WHERE number = 0;

-- Blocks are removed tenant by tenant.
DROP INDEX audit_block_newest;
