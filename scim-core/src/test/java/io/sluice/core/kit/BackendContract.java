package io.sluice.core.kit;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Capabilities;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the contracts of a backend share: one backend and one tenant for the class. Cases of a class use different names, so that
 * they do not meet in their tenant; a case that counts takes a tenant of its own.
 */
@ExtendWith(VertxExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContract {

    private record Running(EventLoop loop, BackendSetup setup, Backend backend) {}

    private @Nullable Running running;
    private @Nullable BackendClient client;

    /** How the backend is set up; called once for the class. */
    protected abstract BackendSetup setup(Vertx vertx);

    @BeforeAll
    final void startBackend(Vertx vertx) {
        EventLoop loop = new EventLoop(vertx);
        BackendSetup setup = setup(vertx);
        Backend backend = setup.backend();
        loop.get(backend::start);
        running = new Running(loop, setup, backend);
        client = newTenant();
    }

    @AfterAll
    final void stopBackend() {
        loop().get(() -> running().backend().stop());
        loop().get(() -> running().setup().close());
    }

    /** Acts for the tenant of the class. */
    protected final BackendClient client() {
        return present(client);
    }

    /** Acts for a new tenant. */
    protected final BackendClient newTenant() {
        TenantId tenant = loop().get(() -> setup().newTenant());
        return new BackendClient(loop(), running().backend(), Requests.of(tenant));
    }

    protected final Capabilities capabilities() {
        return running().backend().capabilities();
    }

    /**
     * Whether cases about a capability apply. A backend that declares not to have it must refuse a request that needs it with
     * NOT_IMPLEMENTED; that is asserted here, and the report names the case.
     */
    protected final boolean isCapable(boolean capability, BackendRequest sample, TestInfo test, TestReporter reporter) {
        if (!capability) {
            client().refused(ErrorKind.NOT_IMPLEMENTED, sample);
            reporter.publishEntry("not declared, and refused", test.getDisplayName());
        }
        return capability;
    }

    protected final Backend backend() {
        return running().backend();
    }

    protected final BackendSetup setup() {
        return running().setup();
    }

    protected final EventLoop loop() {
        return running().loop();
    }

    /** The events of the client's tenant, oldest first. */
    protected final List<AuditEvent> events(BackendClient of) {
        return events(of.tenant(), Optional.empty());
    }

    /** The events of one resource, oldest first. */
    protected final List<AuditEvent> events(BackendClient of, StoredResource resource) {
        return events(of.tenant(), Optional.of(resource.type().name() + "/" + resource.id()));
    }

    private List<AuditEvent> events(TenantId tenant, Optional<String> target) {
        Optional<String> any = Optional.empty();
        AuditQuery query = new AuditQuery(
                tenant.slug(), Optional.empty(), Optional.empty(), any, any, any, target, any, any, 1_000);
        return loop().get(() -> setup().audit().query(query)).items().reversed();
    }

    private Running running() {
        return present(running);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The backend has not been started");
        }
        return value;
    }
}
