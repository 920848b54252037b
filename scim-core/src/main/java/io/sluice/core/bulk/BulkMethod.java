package io.sluice.core.bulk;

import io.sluice.core.schema.Spelling;
import java.util.Optional;

/** What an operation of a bulk request may do (RFC 7644 section 3.7). */
public enum BulkMethod {
    POST,
    PUT,
    PATCH,
    DELETE;

    /** The method of that name, in any case; empty for those that make no sense here, as GET. */
    static Optional<BulkMethod> named(String name) {
        for (BulkMethod method : values()) {
            if (Spelling.isSame(method.name(), name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
