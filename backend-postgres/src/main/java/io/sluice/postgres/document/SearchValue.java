package io.sluice.postgres.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.filter.ComparisonForm;
import java.math.BigDecimal;
import java.time.Instant;

/** A comparison form as JSON: times are numbers, seconds since 1970, so that they compare as numbers do. */
public final class SearchValue {

    private static final int NANO_DIGITS = 9;

    private SearchValue() {}

    public static JsonNode of(ComparisonForm form) {
        return switch (form) {
            case ComparisonForm.Text text -> TextNode.valueOf(text.value());
            case ComparisonForm.Numeric numeric -> DecimalNode.valueOf(numeric.value());
            case ComparisonForm.Bool bool -> BooleanNode.valueOf(bool.value());
            case ComparisonForm.Time time -> DecimalNode.valueOf(seconds(time.value()));
        };
    }

    public static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS));
    }
}
