package io.sluice.gateway.start;

import io.sluice.core.control.ControlStore;
import io.sluice.gateway.control.AuditQueries;
import io.sluice.gateway.control.ResourceQueries;
import io.sluice.gateway.scim.Cursors;
import io.sluice.gateway.scim.ScimServices;
import io.sluice.gateway.system.SystemStatus;
import java.time.InstantSource;

/** What administrators look up, for whichever interface shows it. */
public record Queries(ResourceQueries resources, AuditQueries audit, SystemStatus system) {

    static Queries of(ScimServices scim, ControlStore store, SystemStatus system) {
        Cursors cursors = new Cursors(scim.cursorKey(), scim.config().scim().cursorLifetime(), InstantSource.system());
        return new Queries(new ResourceQueries(scim.dispatcher(), cursors), new AuditQueries(store.audit()), system);
    }
}
