package io.sluice.core.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An operation as a request of its own, with ids in the place of references.
 *
 * @param index of the operation in the bulk request
 * @param version the precondition
 * @param data the body; empty for DELETE
 */
public record ResolvedOperation(
        int index, BulkMethod method, BulkPath path, Optional<String> version, ObjectNode data) {}
