package io.sluice.core.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.json.StrictJson;
import io.sluice.core.resource.SortKey;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The text of a cursor: where the last resource of a page stands in the order of the list. */
final class CursorText {

    private CursorText() {}

    static String of(SortKey key) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode().add(key.id());
        key.form().ifPresent(form -> {
            switch (form) {
                case ComparisonForm.Text text -> parts.add("text").add(text.value());
                case ComparisonForm.Numeric number ->
                    parts.add("number").add(number.value().toString());
                case ComparisonForm.Bool bool -> parts.add("boolean").add(Boolean.toString(bool.value()));
                case ComparisonForm.Time time ->
                    parts.add("time").add(time.value().toString());
            }
        });
        return parts.toString();
    }

    static SortKey parse(String text) {
        JsonNode parts = StrictJson.parse(Buffer.buffer(text));
        return new SortKey(form(parts), parts.path(0).asText());
    }

    private static Optional<ComparisonForm> form(JsonNode parts) {
        String value = parts.path(2).asText();
        return switch (parts.path(1).asText()) {
            case "text" -> Optional.of(new ComparisonForm.Text(value));
            case "number" -> Optional.of(new ComparisonForm.Numeric(new BigDecimal(value)));
            case "boolean" -> Optional.of(new ComparisonForm.Bool(Boolean.parseBoolean(value)));
            case "time" -> Optional.of(new ComparisonForm.Time(Instant.parse(value)));
            default -> Optional.empty();
        };
    }
}
