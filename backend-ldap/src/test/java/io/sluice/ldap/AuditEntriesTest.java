package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.Backend;
import io.sluice.core.control.TenantId;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.ldap.audit.AuditJson;
import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
final class AuditEntriesTest {

    @Test
    void eventsAreEntriesBelowTheirBase(Vertx vertx) throws LDAPException {
        EventLoop loop = new EventLoop(vertx);
        Requests requests = Requests.of(new TenantId("acme", 1));
        try (InMemoryServer server = InMemoryServer.start()) {
            ObjectNode settings = LdapSetup.settings(server);
            settings.putObject("audit")
                    .put("sink", "ldap")
                    .put("base", "ou=audit,ou={tenant}," + DirectoryServer.SUFFIX);
            Backend backend = new LdapBackendProvider().create(vertx, settings);
            loop.get(backend::start);

            loop.get(() -> backend.execute(requests.create(Fixtures.USER, Fixtures.user("ann"))));

            var events = server.server()
                    .search("ou=audit,ou=acme," + DirectoryServer.SUFFIX, SearchScope.ONE, "(scimAction=User Created)");
            assertThat(events.getSearchEntries())
                    .singleElement()
                    .satisfies(entry -> assertThat(AuditJson.read(entry.getAttributeValue("scimPayload"))
                                    .tenant())
                            .isEqualTo("acme"));
            loop.get(backend::stop);
        }
    }
}
