package io.sluice.core.kit;

import io.sluice.core.backend.Backend;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TenantId;
import io.vertx.core.Future;
import java.util.OptionalInt;

/** What a backend's module provides so that the contract can run against it. One setup serves one contract class. */
public interface BackendSetup {

    /** How many members a first page has where that can be chosen: so few that paging takes few resources to test. */
    int MEMBER_PAGE = 10;

    /** The backend; the contract starts and stops it. */
    Backend backend();

    /** Where the events that this backend writes can be read. */
    AuditTrail audit();

    /** A tenant without resources, never given before. Asked for after the backend was started. */
    Future<TenantId> newTenant();

    /** How many members a first page has; empty when all members always come at once. */
    default OptionalInt memberPage() {
        return OptionalInt.of(MEMBER_PAGE);
    }

    /** Called after the backend was stopped. */
    default Future<Void> close() {
        return Future.succeededFuture();
    }
}
