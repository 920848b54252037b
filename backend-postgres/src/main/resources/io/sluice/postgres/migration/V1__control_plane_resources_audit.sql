-- Texts that are compared or ordered are COLLATE "C": by code point, whatever the database's own collation is.

CREATE TABLE tenant (
    number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text COLLATE "C" NOT NULL UNIQUE,
    name text NOT NULL,
    backend text NOT NULL,
    provisioning_enabled boolean NOT NULL DEFAULT true,
    user_name_mutable boolean NOT NULL DEFAULT true,
    updatable_attributes text[],
    rate_limit int CHECK (rate_limit >= 25),
    extension_urn text NOT NULL,
    custom_attributes jsonb NOT NULL DEFAULT '[]',
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE connection (
    tenant int NOT NULL REFERENCES tenant ON DELETE CASCADE,
    idp text COLLATE "C" NOT NULL,
    strict boolean NOT NULL DEFAULT false,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant, idp)
);

CREATE TABLE api_token (
    tenant int NOT NULL,
    id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    idp text COLLATE "C" NOT NULL,
    -- A token takes the lowest free slot of its connection: the limit holds by constraint, not by counting alone.
    slot smallint NOT NULL CHECK (slot >= 1),
    name text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires timestamptz NOT NULL,
    last_four text NOT NULL,
    last_used timestamptz,
    PRIMARY KEY (tenant, id),
    UNIQUE (id),
    UNIQUE (tenant, idp, slot),
    FOREIGN KEY (tenant, idp) REFERENCES connection ON DELETE CASCADE
);

-- The current secret of a token, and those before it while their overlap lasts.
CREATE TABLE token_secret (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    tenant int NOT NULL,
    token uuid NOT NULL,
    expires timestamptz NOT NULL,
    FOREIGN KEY (tenant, token) REFERENCES api_token ON DELETE CASCADE
);
CREATE INDEX token_secret_of ON token_secret (tenant, token);

-- Resources of every type; a resource type that is added later needs no table of its own.
CREATE TABLE resource (
    tenant int NOT NULL,
    type text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    -- userName in its comparison form; unique within the tenant.
    name_key text COLLATE "C",
    external_id text COLLATE "C",
    -- displayName in its comparison form.
    display_key text COLLATE "C",
    -- displayName of a group as it was sent, for the groups of a user.
    label text,
    -- emails.value in comparison form.
    emails text[] COLLATE "C",
    created timestamptz NOT NULL,
    modified timestamptz NOT NULL,
    version bigint NOT NULL,
    -- The last write: its repetition is recognised by this.
    operation uuid NOT NULL,
    -- The document as it is sent: a JSON object in UTF-8 without id, meta, groups and members.
    doc bytea NOT NULL,
    -- The document in comparison form, for filters on any attribute.
    search jsonb NOT NULL,
    PRIMARY KEY (tenant, type, id)
) WITH (fillfactor = 85);

CREATE UNIQUE INDEX resource_name ON resource (tenant, type, name_key);
CREATE INDEX resource_external_id ON resource (tenant, type, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX resource_display ON resource (tenant, type, display_key, id);
CREATE INDEX resource_modified ON resource (tenant, type, modified, id);
-- A short pending list: every look-up reads it from end to end.
CREATE INDEX resource_emails ON resource USING gin (emails) WITH (gin_pending_list_limit = 256);

CREATE TABLE group_member (
    tenant int NOT NULL,
    group_id uuid NOT NULL,
    member_id uuid NOT NULL,
    member_type text COLLATE "C" NOT NULL,
    -- Always Group; here because a foreign key names every column of the key that it refers to.
    group_type text COLLATE "C" NOT NULL DEFAULT 'Group' CHECK (group_type = 'Group'),
    display text,
    PRIMARY KEY (tenant, group_id, member_id),
    FOREIGN KEY (tenant, group_type, group_id) REFERENCES resource (tenant, type, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant, member_type, member_id) REFERENCES resource (tenant, type, id) ON DELETE CASCADE
);
CREATE INDEX group_member_reverse ON group_member (tenant, member_id, group_id);

CREATE SEQUENCE audit_event_seq;

-- By slug, not by number: the trail outlives the tenant.
CREATE TABLE audit_event (
    tenant text COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    seq bigint NOT NULL DEFAULT nextval('audit_event_seq'),
    id uuid NOT NULL,
    action text NOT NULL,
    idp text NOT NULL,
    actor text NOT NULL,
    target text COLLATE "C" NOT NULL,
    outcome text NOT NULL,
    request_id text NOT NULL,
    client_address text NOT NULL,
    -- [{"attribute":...,"old":...,"new":...}] as JSON text; nothing looks inside.
    changes text NOT NULL DEFAULT '[]'
) PARTITION BY RANGE (at);
CREATE INDEX audit_event_newest ON audit_event (tenant, at DESC, seq DESC);
CREATE INDEX audit_event_target ON audit_event (tenant, target, at DESC);
CREATE TABLE audit_event_other PARTITION OF audit_event DEFAULT;

-- One partition for each month, so that old months can be dropped whole.
CREATE FUNCTION audit_partitions(ahead int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    month timestamp;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('sluice audit partitions'));
    FOR n IN 0..ahead LOOP
        month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n);
        IF to_regclass('audit_event_' || to_char(month, 'YYYY_MM')) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF audit_event FOR VALUES FROM (%L) TO (%L)',
                'audit_event_' || to_char(month, 'YYYY_MM'),
                month AT TIME ZONE 'UTC',
                (month + interval '1 month') AT TIME ZONE 'UTC');
        END IF;
    END LOOP;
END
$$;

-- What the audit trail says of a deleted resource: each attribute with its old value, sub-attributes apart.
CREATE FUNCTION audit_changes_of_deleted(doc bytea) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN (
    SELECT coalesce(json_agg(json_build_object(
        'attribute',
        CASE WHEN inner_key IS NULL THEN key WHEN key LIKE 'urn:%' THEN key || ':' || inner_key ELSE key || '.' || inner_key END,
        'old',
        coalesce(inner_value, value)::text))::text, '[]')
    FROM json_each(convert_from(doc, 'UTF8')::json)
    LEFT JOIN LATERAL (
        SELECT i.key AS inner_key, i.value AS inner_value
        FROM json_each(CASE WHEN json_typeof(value) = 'object' THEN value ELSE '{}' END) AS i
    ) AS parts ON true
    WHERE key <> 'schemas');
