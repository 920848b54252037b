-- The tamper evidence of the audit trail: events are sealed in the background into one chain of blocks for each tenant.

-- Events come in nearly in the order of seq, so that this index is a few pages and costs a write next to nothing.
CREATE INDEX audit_event_seq_range ON audit_event USING brin (seq) WITH (pages_per_range = 32, autosummarize = on);

-- One row: everything up to this seq is sealed.
CREATE TABLE audit_sealed (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    seq bigint NOT NULL
);
INSERT INTO audit_sealed (seq) VALUES (0);

CREATE TABLE audit_block (
    tenant text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    -- The events of the block and their SHA-256, 32 bytes each, in the same order.
    seqs bigint[] NOT NULL,
    hashes bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    newest timestamptz NOT NULL,
    sealed timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant, number)
);
CREATE INDEX audit_block_newest ON audit_block (newest);
