package io.sluice.core.filter;

import java.math.BigDecimal;
import java.time.Instant;

/** The value of a comparison after binding: it has the type of the attribute that it is compared with. */
public sealed interface Literal {

    /**
     * A string, reference or binary.
     *
     * @param exact as it was written
     * @param normal the form to compare with: folded by {@link CaseFolding} unless the attribute is caseExact
     */
    record Text(String exact, String normal) implements Literal {}

    /** An integer or decimal. */
    record Numeric(BigDecimal value) implements Literal {}

    record Bool(boolean value) implements Literal {}

    /** A dateTime, with nanoseconds at most. */
    record Time(Instant value) implements Literal {}
}
