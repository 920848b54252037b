package io.sluice.core.filter;

import java.math.BigDecimal;

/** The value of a comparison as it was written, before it meets the type of an attribute. */
public sealed interface FilterValue {

    record Text(String value) implements FilterValue {}

    record Numeric(BigDecimal value) implements FilterValue {}

    record Bool(boolean value) implements FilterValue {}

    record Null() implements FilterValue {}

    /** {@link FilterTolerance#UNQUOTED_VALUE}: to be taken for a string. */
    record Unquoted(String value) implements FilterValue {}
}
