package io.sluice.core.schema;

import java.util.Optional;

/** A value of a schema characteristic, with the word that RFC 7643 section 7 gives it. */
public sealed interface Keyword permits AttributeType, Mutability, Returned, Uniqueness {

    /** The word as JSON has it. */
    String text();

    /** The value with that word, which is compared exactly. */
    static <K extends Keyword> Optional<K> find(K[] values, String text) {
        for (K value : values) {
            if (value.text().equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
