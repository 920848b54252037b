package io.sluice.core.bulk;

import java.util.List;
import java.util.OptionalInt;

/**
 * The order in which a bulk request is run: a graph, so that what does not depend on each other runs together.
 *
 * <ul>
 *   <li>An operation comes after the creates that it refers to, wherever those stand in the request.
 *   <li>Where creates refer to each other in a circle, some are created without the reference and linked afterwards.
 *   <li>Operations on the same resource keep their order, and so do those whose result depends on it: creates of the same
 *       userName, what comes after a DELETE and may take its name, what mentions a resource that is deleted.
 *   <li>Otherwise the steps stand in the order of the request.
 * </ul>
 *
 * @param failOnErrors after this many errors no further operation starts
 * @param operations in the order of the request
 * @param steps each after those that it depends on; every operation has exactly one Execute or Fail
 */
public record BulkPlan(OptionalInt failOnErrors, List<BulkOperation> operations, List<BulkStep> steps) {
    public BulkPlan {
        operations = List.copyOf(operations);
        steps = List.copyOf(steps);
    }

    public static BulkPlan of(BulkRequest request) {
        return new BulkPlan(
                request.failOnErrors(), request.operations(), new BulkPlanner(request.operations()).steps());
    }

    BulkNames names() {
        return new BulkNames(operations);
    }
}
