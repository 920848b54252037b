package io.sluice.postgres.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.core.control.ClientSecret;
import io.sluice.core.control.Federation;
import io.sluice.core.control.OAuthClient;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.control.TokenState;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A row of the table oauth_client, known as {@code o} in statements, with its secrets in one column. */
final class ClientRow {

    static final String COLUMNS = """
            o.id AS client_id, o.idp, o.name AS client_name, o.active, o.created AS client_created, o.last_used,
            o.federation_issuer, o.federation_subject, o.federation_audience, o.federation_jwks_uri,
            (SELECT coalesce(json_agg(json_build_object('id', s.id, 'hash', encode(s.hash, 'hex'), 'lastFour', s.last_four,
                'created', to_char(s.created AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'expires', to_char(s.expires AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY s.seq DESC), '[]')
                FROM oauth_secret s WHERE s.client = o.id)::text AS secrets""";

    private static final JsonMapper JSON = new JsonMapper();

    private ClientRow() {}

    static OAuthClient read(Row row) {
        return new OAuthClient(
                row.getString("client_id"),
                row.getString("idp"),
                row.getString("client_name"),
                row.getBoolean("active") ? TokenState.ACTIVE : TokenState.INACTIVE,
                row.getOffsetDateTime("client_created").toInstant(),
                secrets(row.getString("secrets")),
                federation(row),
                Optional.ofNullable(row.getOffsetDateTime("last_used")).map(OffsetDateTime::toInstant));
    }

    private static Optional<Federation> federation(Row row) {
        return Optional.ofNullable(row.getString("federation_issuer"))
                .map(issuer -> new Federation(
                        issuer,
                        row.getString("federation_subject"),
                        row.getString("federation_audience"),
                        row.getString("federation_jwks_uri")));
    }

    private static List<ClientSecret> secrets(String json) {
        try {
            List<ClientSecret> secrets = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                TokenHash hash =
                        TokenHash.of(HexFormat.of().parseHex(node.path("hash").asText()));
                secrets.add(new ClientSecret(
                        node.path("id").asText(),
                        new TokenSecret(hash, node.path("lastFour").asText()),
                        Instant.parse(node.path("created").asText()),
                        Instant.parse(node.path("expires").asText())));
            }
            return secrets;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The secrets of a client are not what was stored", e);
        }
    }
}
