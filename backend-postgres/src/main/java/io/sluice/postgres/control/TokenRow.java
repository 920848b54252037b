package io.sluice.postgres.control;

import io.sluice.core.control.ProvisioningToken;
import io.sluice.core.control.TokenState;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A row of the table api_token, known as {@code k} in statements. */
final class TokenRow {

    static final String COLUMNS =
            "k.id, k.idp, k.name AS token_name, k.active, k.created AS token_created, k.expires AS token_expires,"
                    + " k.last_four, k.last_used";

    private TokenRow() {}

    static ProvisioningToken read(Row row) {
        return new ProvisioningToken(
                row.getUUID("id").toString(),
                row.getString("idp"),
                row.getString("token_name"),
                state(row),
                row.getOffsetDateTime("token_created").toInstant(),
                row.getOffsetDateTime("token_expires").toInstant(),
                row.getString("last_four"),
                Optional.ofNullable(row.getOffsetDateTime("last_used")).map(OffsetDateTime::toInstant));
    }

    static TokenState state(Row row) {
        return row.getBoolean("active") ? TokenState.ACTIVE : TokenState.INACTIVE;
    }
}
