package io.sluice.gateway.system;

import io.sluice.gateway.metrics.RequestRates;
import io.vertx.core.Future;
import java.util.List;

/** Looks at the installation from this node. */
public interface SystemStatus {

    /** Never fails: what does not answer is part of the report. */
    Future<SystemReport> report();

    /** Requests of this node in the last hour, minute by minute, oldest first. */
    List<RequestRates.Span> lastHour();
}
