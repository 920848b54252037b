package io.sluice.core.bulk;

import io.sluice.core.error.ScimError;
import java.util.Optional;

/** What became of one operation. */
public sealed interface OperationResult {

    /**
     * @param status as a single request would have been answered
     * @param version the entity tag of what is stored now, if anything is
     */
    record Done(int status, String id, String location, Optional<String> version) implements OperationResult {}

    /**
     * @param location of the resource, where there is one
     */
    record Failed(ScimError error, Optional<String> location) implements OperationResult {

        static Failed of(ScimError error) {
            return new Failed(error, Optional.empty());
        }
    }
}
