package io.sluice.core.memory;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code duplicateGroups: reject}. */
final class MemoryUniqueGroupsTest extends BackendContract {

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new MemorySetup(
                new MemoryBackend(vertx, InstantSource.system(), BackendSetup.MEMBER_PAGE, true),
                MemoryAuditTrail.of(vertx),
                new AtomicInteger());
    }

    @Test
    void aTakenNameIsRefusedAndFreeAfterwards() {
        BackendClient own = newTenant();
        StoredResource first = own.group("First");
        StoredResource second = own.group("Second");

        own.refused(ErrorKind.UNIQUENESS, own.requests().create(Fixtures.GROUP, Fixtures.group("FIRST", List.of())));
        own.refused(
                ErrorKind.UNIQUENESS,
                own.requests().patch(second, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"FIRST\"}"));
        own.user("First");
        own.delete(first);
        own.patch(second, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"First\"}");
    }
}
