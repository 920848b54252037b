package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sluice.core.error.ScimError;
import java.util.List;

/** Something that is done for an operation. */
public sealed interface BulkStep {

    BulkOperation operation();

    /** The steps, by their place in the plan, that must be over before this one begins; all are smaller than its own. */
    List<Integer> after();

    /** Runs the operation; its references are to be resolved before. */
    record Execute(BulkOperation.Ready operation, List<Integer> after) implements BulkStep {
        public Execute {
            after = List.copyOf(after);
        }
    }

    /** Adds to what the operation created the references that would have closed a circle. */
    record Link(BulkOperation.Ready operation, ArrayNode additions, List<Integer> after) implements BulkStep {
        public Link {
            after = List.copyOf(after);
        }
    }

    /** The operation cannot be run. */
    record Fail(BulkOperation operation, ScimError error, List<Integer> after) implements BulkStep {
        public Fail {
            after = List.copyOf(after);
        }
    }
}
