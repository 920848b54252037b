package io.sluice.gateway.scim;

import io.sluice.gateway.auth.Verifier;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Drain;

/**
 * What the SCIM endpoints work with; one for each node.
 *
 * @param cursorKey signs cursors
 * @param bulkBudget what bulk requests may take of the node's memory
 */
public record ScimServices(
        Config config,
        Verifier verifier,
        Dispatcher dispatcher,
        BackendDirectory backends,
        TenantSchemas schemas,
        CursorKey cursorKey,
        Traffic traffic,
        Tally tally,
        BulkBudget bulkBudget,
        Drain drain) {}
