-- How many resources of each type a tenant has, so that no list counts them. Kept by triggers: whatever writes, of whichever version,
-- is counted in its own transaction, and a snapshot sees the rows and their number of one moment.

-- In parts, so that writers of one tenant do not wait for each other's commit. A part alone means nothing; their sum does.
CREATE TABLE resource_total (
    tenant int NOT NULL,
    type text COLLATE "C" NOT NULL,
    part smallint NOT NULL,
    made bigint NOT NULL DEFAULT 0,
    -- Apart from what was made: as long as it is the same, no resource's place among all has become smaller.
    gone bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, type, part)
) WITH (fillfactor = 50);

-- Once for each statement. The parts are taken in one order and last, after the rows: no two writers wait for each other.
CREATE FUNCTION resources_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO resource_total AS t (tenant, type, part, made)
    SELECT r.tenant, r.type, pg_backend_pid() % 64, count(*) FROM made r GROUP BY r.tenant, r.type ORDER BY r.tenant, r.type
    ON CONFLICT (tenant, type, part) DO UPDATE SET made = t.made + EXCLUDED.made;
    RETURN NULL;
END
$$;

CREATE FUNCTION resources_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO resource_total AS t (tenant, type, part, gone)
    SELECT r.tenant, r.type, pg_backend_pid() % 64, count(*) FROM gone r GROUP BY r.tenant, r.type ORDER BY r.tenant, r.type
    ON CONFLICT (tenant, type, part) DO UPDATE SET gone = t.gone + EXCLUDED.gone;
    RETURN NULL;
END
$$;

-- Nobody writes between the counting and the first trigger.
LOCK TABLE resource IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO resource_total (tenant, type, part, made) SELECT tenant, type, 0, count(*) FROM resource GROUP BY tenant, type;
CREATE TRIGGER resources_made AFTER INSERT ON resource
    REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION resources_made();
CREATE TRIGGER resources_gone AFTER DELETE ON resource
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION resources_gone();
