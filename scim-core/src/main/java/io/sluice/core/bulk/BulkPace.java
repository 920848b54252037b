package io.sluice.core.bulk;

import io.sluice.core.error.ScimError;
import java.util.Optional;

/** How fast a bulk request goes and for how long; asked before each operation. */
@FunctionalInterface
public interface BulkPace {

    /** How many operations may be in flight; at least one always may. */
    int window();

    /** Why no further operation may begin; empty while it may. Once it is there it stays. */
    default Optional<ScimError> halt() {
        return Optional.empty();
    }
}
