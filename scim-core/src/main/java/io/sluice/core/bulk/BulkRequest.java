package io.sluice.core.bulk;

import java.util.List;
import java.util.OptionalInt;

/**
 * A bulk request as it was sent.
 *
 * @param failOnErrors after this many errors no further operation starts; 0 and 1 both mean after the first one
 */
public record BulkRequest(OptionalInt failOnErrors, List<BulkOperation> operations) {
    public BulkRequest {
        operations = List.copyOf(operations);
    }
}
