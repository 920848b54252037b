package io.sluice.gateway.system;

import io.sluice.gateway.metrics.RequestRates;
import java.time.Instant;

/**
 * One node.
 *
 * @param heapBytes in use at this moment
 * @param lastMinute what it served
 */
public record NodeReport(
        String name,
        Instant startedAt,
        int processors,
        long heapBytes,
        long maxHeapBytes,
        RequestRates.Span lastMinute) {}
