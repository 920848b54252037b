package io.sluice.core.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.core.backend.Sort;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a resource stands in a list: what a cursor points to.
 *
 * @param form of the value sorted by; empty without a value and without a sort
 */
record SortPosition(Optional<ComparisonForm> form, String id) {

    static Comparator<SortPosition> order(Optional<Sort> sort) {
        Comparator<SortPosition> ascending = (left, right) -> compare(left.form, right.form);
        Comparator<SortPosition> byForm = sort.map(Sort::ascending).orElse(true) ? ascending : ascending.reversed();
        return byForm.thenComparing(SortPosition::id);
    }

    /** The position as the text of a cursor. */
    String text() {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode().add(id);
        form.ifPresent(value -> {
            switch (value) {
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

    static SortPosition parse(String text) {
        JsonNode parts = StrictJson.parse(Buffer.buffer(text));
        return new SortPosition(form(parts), parts.path(0).asText());
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

    /** Without a value comes last. */
    private static int compare(Optional<ComparisonForm> left, Optional<ComparisonForm> right) {
        return left.isPresent() && right.isPresent()
                ? left.get().compareTo(right.get())
                : Boolean.compare(left.isEmpty(), right.isEmpty());
    }
}
