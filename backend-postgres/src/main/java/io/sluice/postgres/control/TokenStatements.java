package io.sluice.postgres.control;

/** The statements about tokens. {@code $1} is the tenant: its slug where a token is looked for, its number once known. */
final class TokenStatements {

    private static final String OF_TENANT = "(SELECT t.number FROM tenant t WHERE t.slug = $1)";

    /** Makes the connection of the vendor, or locks the one that exists: whoever adds tokens to it takes turns. */
    static final String LOCK_CONNECTION = """
            INSERT INTO connection AS c (tenant, idp) SELECT t.number, $2 FROM tenant t WHERE t.slug = $1
            ON CONFLICT (tenant, idp) DO UPDATE SET idp = excluded.idp RETURNING c.tenant""";

    static final String INSERT = """
            WITH k AS (
                INSERT INTO api_token (tenant, id, idp, slot, name, expires, last_four)
                SELECT $1, $2, $3, s.slot, $4, $5, $6
                FROM generate_series(1, $7::int) AS s (slot)
                WHERE NOT EXISTS (SELECT FROM api_token a WHERE a.tenant = $1 AND a.idp = $3 AND a.slot = s.slot)
                    AND (SELECT count(*) FROM api_token a WHERE a.tenant = $1 AND a.idp = $3) < $7
                ORDER BY s.slot LIMIT 1
                RETURNING *
            ), secret AS (
                INSERT INTO token_secret (hash, tenant, token, expires) SELECT $8, k.tenant, k.id, k.expires FROM k
            )
            SELECT\s""" + TokenRow.COLUMNS + " FROM k";

    static final String LIST = "SELECT " + TokenRow.COLUMNS + """
             FROM tenant t LEFT JOIN api_token k ON k.tenant = t.number
            WHERE t.slug = $1 ORDER BY k.created DESC, k.seq DESC""";

    static final String LOCK = "SELECT " + TokenRow.COLUMNS + " FROM api_token k WHERE k.tenant = " + OF_TENANT
            + " AND k.id = $2 FOR UPDATE";

    static final String SET_STATE = "UPDATE api_token k SET active = $3 WHERE k.tenant = " + OF_TENANT
            + " AND k.id = $2 RETURNING " + TokenRow.COLUMNS;

    static final String DELETE = "DELETE FROM api_token k WHERE k.tenant = " + OF_TENANT + " AND k.id = $2";

    /**
     * The current secret is the one that lives as long as its token; should one before it live as long, either of them is.
     */
    private static final String CURRENT = """
            (SELECT o.hash FROM token_secret o JOIN api_token k ON k.tenant = o.tenant AND k.id = o.token
            WHERE o.tenant = %1$s AND o.token = $2
            ORDER BY o.expires = k.expires DESC, o.expires DESC LIMIT 1)""".formatted(OF_TENANT);

    /** When the secrets before the current one end, those that still work. */
    static final String OVERLAPS = "SELECT s.expires FROM token_secret s WHERE s.token = $2 AND s.tenant = " + OF_TENANT
            + " AND s.expires > clock_timestamp() AND s.hash <> " + CURRENT;

    static final String DROP_SECRETS = "DELETE FROM token_secret s WHERE s.token = $2 AND s.tenant = " + OF_TENANT;

    /** The old secret ends when the overlap does, and never later than it would have. */
    static final String SHORTEN_CURRENT =
            "UPDATE token_secret s SET expires = least(s.expires, clock_timestamp() + make_interval(secs => $3::float8))"
                    + " WHERE s.hash = " + CURRENT;

    static final String DROP_ENDED_SECRETS =
            "DELETE FROM token_secret s WHERE s.token = $2 AND s.expires <= clock_timestamp() AND s.tenant = "
                    + OF_TENANT;

    static final String RENEW = """
            WITH k AS (
                UPDATE api_token a SET expires = $3, last_four = $4 WHERE a.id = $2 AND a.tenant =\s""" + OF_TENANT + """
             RETURNING *
            ), secret AS (
                INSERT INTO token_secret (hash, tenant, token, expires) SELECT $5, k.tenant, k.id, k.expires FROM k
            )
            SELECT\s""" + TokenRow.COLUMNS + " FROM k";

    /** By hash alone: this is where a request's tenant comes from. */
    static final String LOOK_UP = "SELECT s.hash, s.expires AS secret_expires, c.strict, " + TokenRow.COLUMNS + ", "
            + TenantRow.COLUMNS
            + """
             FROM token_secret s
            JOIN api_token k ON k.tenant = s.tenant AND k.id = s.token
            JOIN connection c ON c.tenant = k.tenant AND c.idp = k.idp
            JOIN tenant t ON t.number = k.tenant
            WHERE s.hash = ANY ($1)""";

    static final String NOTE_USE = """
            UPDATE api_token k SET last_used = u.at FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at)
            WHERE k.id = u.id AND (k.last_used IS NULL OR k.last_used < u.at)""";

    private TokenStatements() {}
}
