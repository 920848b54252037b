package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.ldap.server.DirectoryServer;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant without containers has no resources; bases that cannot be in the directory are an error, never an empty list. */
@ExtendWith(VertxExtension.class)
final class SuffixTest {

    private final InMemoryServer server = InMemoryServer.start();
    private final Requests requests = Requests.of(new TenantId("acme", 1));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSuffixThatTheDirectoryDoesNotHaveIsRefusedAtTheStart(Vertx vertx) {
        ObjectNode settings = LdapSetup.settings(server).put("groups", "ou=groups,ou={tenant},dc=exampel,dc=com");
        EventLoop loop = new EventLoop(vertx);
        Backend backend = new LdapBackendProvider().create(vertx, settings);

        assertThatThrownBy(() -> loop.get(backend::start))
                .rootCause()
                .hasMessageContaining("ldap.groups: the directory has no dc=exampel,dc=com and nothing above it")
                .hasMessageContaining(DirectoryServer.SUFFIX)
                .hasMessageNotContaining("ldap.users");
    }

    @Test
    void aSuffixMayBeginWithTheTenant(Vertx vertx) {
        ObjectNode settings = LdapSetup.settings(server)
                .put("users", "ou=people,dc={tenant},dc=com")
                .put("groups", "ou=groups,dc={tenant},dc=com");
        EventLoop loop = new EventLoop(vertx);
        Backend backend = started(loop, vertx, settings);

        assertThat(found(loop, backend, Requests.of(new TenantId("example", 1))))
                .isEmpty();
        assertUnavailable(loop, backend, searches(requests).getFirst());
    }

    @Test
    void aTenantWithoutContainersHasNoResources(Vertx vertx) {
        EventLoop loop = new EventLoop(vertx);

        assertThat(found(loop, started(loop, vertx, LdapSetup.settings(server)), requests))
                .isEmpty();
    }

    @Test
    void aSuffixThatIsGoneIsAnErrorForEveryRequest(Vertx vertx) throws LDAPException {
        EventLoop loop = new EventLoop(vertx);
        Backend backend = started(loop, vertx, LdapSetup.settings(server));
        server.server().deleteSubtree(DirectoryServer.SUFFIX);

        searches(requests).forEach(request -> assertUnavailable(loop, backend, request));
        assertUnavailable(loop, backend, requests.read(Fixtures.USER, "0b7a4c1e-0000-4000-8000-000000000001"));
        assertUnavailable(loop, backend, requests.create(Fixtures.USER, Fixtures.user("somebody")));
    }

    private static Backend started(EventLoop loop, Vertx vertx, ObjectNode settings) {
        Backend backend = new LdapBackendProvider().create(vertx, settings);
        loop.get(backend::start);
        return backend;
    }

    /** Filters that are looked up by name, and none. */
    private static List<BackendRequest> searches(Requests requests) {
        return List.of(
                requests.search(Fixtures.USER).build(),
                requests.search(Fixtures.USER).filter("userName eq \"a\"").build(),
                requests.search(Fixtures.GROUP).build());
    }

    private static List<?> found(EventLoop loop, Backend backend, Requests requests) {
        return searches(requests).stream()
                .flatMap(search -> ((BackendReply.Found) loop.get(() -> backend.execute(search))).resources().stream())
                .toList();
    }

    private static void assertUnavailable(EventLoop loop, Backend backend, BackendRequest request) {
        ScimException failure =
                catchThrowableOfType(ScimException.class, () -> loop.get(() -> backend.execute(request)));
        assertThat(failure.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().detail()).contains("and none above it");
    }
}
