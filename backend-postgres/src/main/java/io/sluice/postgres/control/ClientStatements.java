package io.sluice.postgres.control;

/** The statements about OAuth clients. {@code $1} is the client's id unless it says otherwise. */
final class ClientStatements {

    /** {@code $2} is the tenant's number. */
    static final String INSERT = "INSERT INTO oauth_client (id, tenant, idp, name) VALUES ($1, $2, $3, $4)";

    static final String INSERT_SECRET =
            "INSERT INTO oauth_secret (client, id, hash, last_four, expires) VALUES ($1, $2, $3, $4, $5)";

    static final String FIND = "SELECT " + ClientRow.COLUMNS + " FROM oauth_client o WHERE o.id = $1";

    /** {@code $1} is the tenant's slug. A tenant without clients gives one row without a client. */
    static final String LIST = "SELECT " + ClientRow.COLUMNS + """
             FROM tenant t LEFT JOIN oauth_client o ON o.tenant = t.number
            WHERE t.slug = $1 ORDER BY o.created DESC, o.seq DESC""";

    /** {@code $2} is the tenant's slug. */
    static final String LOCK = """
            SELECT o.id FROM oauth_client o JOIN tenant t ON t.number = o.tenant
            WHERE o.id = $1 AND t.slug = $2 FOR UPDATE OF o""";

    static final String SET_STATE = "UPDATE oauth_client SET active = $2 WHERE id = $1";

    static final String DELETE_SECRET = "DELETE FROM oauth_secret WHERE client = $1 AND id = $2";

    static final String SET_FEDERATION = """
            UPDATE oauth_client SET federation_issuer = $2, federation_subject = $3, federation_audience = $4,
                federation_jwks_uri = $5 WHERE id = $1""";

    static final String DELETE = "DELETE FROM oauth_client WHERE id = $1";

    /** {@code $1} is an array of ids: this is where a request's tenant comes from. */
    static final String LOOK_UP = "SELECT " + ClientRow.COLUMNS + ", c.strict, " + TenantRow.COLUMNS + """
             FROM oauth_client o JOIN connection c ON c.tenant = o.tenant AND c.idp = o.idp
            JOIN tenant t ON t.number = o.tenant WHERE o.id = ANY ($1)""";

    static final String NOTE_USE = """
            UPDATE oauth_client o SET last_used = u.at FROM unnest($1::text[], $2::timestamptz[]) AS u (id, at)
            WHERE o.id = u.id AND (o.last_used IS NULL OR o.last_used < u.at)""";

    private ClientStatements() {}
}
