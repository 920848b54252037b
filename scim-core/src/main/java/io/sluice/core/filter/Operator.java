package io.sluice.core.filter;

import io.sluice.core.schema.Spelling;
import java.util.Locale;
import java.util.Optional;

/** Comparison operators of RFC 7644 section 3.4.2.2, table 3, without {@code pr}, which has no value. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    private static final Operator[] ALL = values();

    private final String keyword = name().toLowerCase(Locale.ROOT);

    /** The word that a filter has for it, in lower case. */
    public String keyword() {
        return keyword;
    }

    /** The operator with that keyword in any case. */
    public static Optional<Operator> of(String keyword) {
        for (Operator operator : ALL) {
            if (Spelling.isSame(operator.keyword, keyword)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
