-- Events that come from outside of a transaction may come again: a backend that was interrupted between its change and the event
-- cannot know whether it was written. One id is appended by one transaction at a time, and looked for with the time that it always
-- has, which is an index scan of one instant; a unique index would burden every write.
CREATE FUNCTION audit_append(
    of_tenant text, of_time timestamptz, of_id uuid, action text, idp text, actor text, target text, outcome text,
    request_id text, client_address text, changes text
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_id::text, 0));
    IF NOT EXISTS (SELECT FROM audit_event e WHERE e.tenant = of_tenant AND e.at = of_time AND e.id = of_id) THEN
        INSERT INTO audit_event (tenant, at, id, action, idp, actor, target, outcome, request_id, client_address, changes)
        VALUES (of_tenant, of_time, of_id, $4, $5, $6, $7, $8, $9, $10, $11);
    END IF;
END
$$;
