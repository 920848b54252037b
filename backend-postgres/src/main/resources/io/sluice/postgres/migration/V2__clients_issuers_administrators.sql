-- OAuth clients, their secrets, trusted issuers, administrators and the keys that sign our access tokens.

CREATE TABLE oauth_client (
    id text COLLATE "C" PRIMARY KEY,
    tenant int NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    idp text COLLATE "C" NOT NULL,
    name text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_used timestamptz,
    federation_issuer text,
    federation_subject text,
    federation_audience text,
    federation_jwks_uri text,
    FOREIGN KEY (tenant, idp) REFERENCES connection ON DELETE CASCADE
);
CREATE INDEX oauth_client_of ON oauth_client (tenant, seq DESC);

CREATE TABLE oauth_secret (
    id uuid PRIMARY KEY,
    client text COLLATE "C" NOT NULL REFERENCES oauth_client ON DELETE CASCADE,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    last_four text NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires timestamptz NOT NULL
);
CREATE INDEX oauth_secret_of ON oauth_secret (client);

CREATE TABLE jwt_issuer (
    id uuid PRIMARY KEY,
    tenant int NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    idp text COLLATE "C" NOT NULL,
    issuer text COLLATE "C" NOT NULL,
    audience text COLLATE "C" NOT NULL,
    jwks_uri text NOT NULL,
    algorithms text[] NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- A token must never be able to mean two tenants.
    UNIQUE (issuer, audience),
    FOREIGN KEY (tenant, idp) REFERENCES connection ON DELETE CASCADE
);
CREATE INDEX jwt_issuer_of ON jwt_issuer (tenant, seq DESC);

CREATE TABLE administrator (
    name_key text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    operator boolean NOT NULL,
    tenants text[] NOT NULL,
    password text,
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE admin_key (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    id uuid NOT NULL UNIQUE,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    administrator text COLLATE "C" NOT NULL REFERENCES administrator ON DELETE CASCADE,
    name text NOT NULL,
    last_four text NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires timestamptz NOT NULL
);
CREATE INDEX admin_key_of ON admin_key (administrator);

CREATE TABLE signing_key (
    id text COLLATE "C" PRIMARY KEY,
    algorithm text NOT NULL,
    private_jwk text NOT NULL,
    created timestamptz NOT NULL,
    signs_until timestamptz NOT NULL,
    verifies_until timestamptz NOT NULL
);
