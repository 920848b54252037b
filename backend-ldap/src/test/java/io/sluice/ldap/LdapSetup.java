package io.sluice.ldap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.bus.AuditConsumer;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.memory.MemoryAuditTrail;
import io.sluice.ldap.server.DirectoryServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;

/** The backend on some directory, its audit events in the memory of the test. */
final class LdapSetup implements BackendSetup {

    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final DirectoryServer server;
    private final Backend backend;
    private final AuditTrail audit;

    LdapSetup(Vertx vertx, DirectoryServer server) {
        this(vertx, server, settings(server));
    }

    LdapSetup(Vertx vertx, DirectoryServer server, ObjectNode settings) {
        this.server = server;
        this.audit = MemoryAuditTrail.of(vertx);
        LocalCodec.register(vertx);
        AuditConsumer.register(vertx, audit);
        this.backend = new LdapBackendProvider().create(vertx, settings);
    }

    static ObjectNode settings(DirectoryServer server) {
        ObjectNode settings = JsonNodeFactory.instance
                .objectNode()
                .put("servers", server.url())
                .put("bindDn", DirectoryServer.BIND_DN)
                .put("bindPassword", DirectoryServer.BIND_PASSWORD)
                .put("users", "ou=people,ou={tenant}-{number}," + DirectoryServer.SUFFIX)
                .put("groups", "ou=groups,ou={tenant}-{number}," + DirectoryServer.SUFFIX)
                .put("memberPage", MEMBER_PAGE);
        server.trust().ifPresent(trust -> settings.putObject("tls").put("trust", trust.toString()));
        return settings;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public Future<TenantId> newTenant() {
        int number = TENANTS.incrementAndGet();
        return Future.succeededFuture(new TenantId("tenant-" + number, number));
    }

    @Override
    public Future<Void> close() {
        server.close();
        return Future.succeededFuture();
    }
}
