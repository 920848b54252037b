package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimError;
import java.util.Optional;

/** One operation of a bulk request. */
public sealed interface BulkOperation {

    /** Its place in the request, from 0. */
    int index();

    Optional<String> bulkId();

    /** The method as the answer shows it. */
    String methodName();

    /**
     * One that can be tried.
     *
     * @param version the precondition of a PUT, PATCH or DELETE
     * @param data never modified; empty for DELETE
     */
    record Ready(
            int index,
            Optional<String> bulkId,
            BulkMethod method,
            BulkPath path,
            Optional<String> version,
            ObjectNode data)
            implements BulkOperation {

        @Override
        public String methodName() {
            return method.name();
        }

        Ready with(ObjectNode other) {
            return new Ready(index, bulkId, method, path, version, other);
        }
    }

    /** One that is wrong in itself; the others go on without it. */
    record Refused(int index, Optional<String> bulkId, String methodName, ScimError error) implements BulkOperation {}
}
