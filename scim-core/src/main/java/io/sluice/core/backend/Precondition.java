package io.sluice.core.backend;

import java.util.Set;

/** The {@code If-Match} of a write, checked in the write itself (RFC 7644 section 3.14, RFC 9110 section 13.1.1). */
public sealed interface Precondition {

    record None() implements Precondition {}

    /** The resource must have one of these versions, else 412. */
    record VersionIn(Set<String> versions) implements Precondition {
        public VersionIn {
            versions = Set.copyOf(versions);
        }
    }

    static Precondition none() {
        return new None();
    }
}
