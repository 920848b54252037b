package io.sluice.core.bulk;

import java.util.Optional;

/** The result of an operation as the answer lists it. */
public record BulkResult(Optional<String> bulkId, String methodName, OperationResult outcome) {}
