package io.sluice.postgres.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.backend.Total;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.postgres.sql.Values;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended. It carries the total of the first page, so that the pages after it need not count again.
 *
 * @param key the value that is sorted by, as text; empty without a value and without a sort
 */
record Position(UUID id, Optional<String> key, Total total) {

    String text() {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.add(id.toString()).add(total.count()).add(total.exact());
        key.ifPresent(parts::add);
        return parts.toString();
    }

    static Position parse(String text) {
        JsonNode parts = parsed(text);
        Optional<UUID> id = Values.uuid(parts.path(0).asText());
        return new Position(
                id.orElseThrow(Position::unknown),
                Optional.ofNullable(parts.path(3).textValue()),
                new Total(parts.path(1).asLong(), parts.path(2).asBoolean()));
    }

    private static JsonNode parsed(String text) {
        try {
            return StrictJson.parse(Buffer.buffer(text));
        } catch (ScimException e) {
            throw unknown();
        }
    }

    private static ScimException unknown() {
        return ScimException.of(
                ErrorKind.INVALID_CURSOR, "The cursor is not one that this server gave; begin again without one.");
    }
}
