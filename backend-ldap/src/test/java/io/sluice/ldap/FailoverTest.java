package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two servers in an order; nothing replicates between them here, so that what is found tells who was asked. */
@RequiresSlapd
@ExtendWith(VertxExtension.class)
final class FailoverTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Requests requests = Requests.of(new TenantId("acme", 1));

    @Test
    void theNextServerIsAskedWhileTheFirstIsAwayAndTheFirstAgainWhenItIsBack(Vertx vertx) {
        EventLoop loop = new EventLoop(vertx);
        try (Slapd first = Slapd.start();
                Slapd second = Slapd.start()) {
            Backend backend = backend(vertx, first, second);
            loop.get(backend::start);
            StoredResource onFirst = create(loop, backend, "first");

            first.kill();
            StoredResource onSecond = create(loop, backend, "second");
            assertThat(isFound(loop, backend, onFirst)).isFalse();
            assertThat(isFound(loop, backend, onSecond)).isTrue();

            first.restart();
            awaitFound(loop, backend, onFirst);
            assertThat(isFound(loop, backend, onSecond)).isFalse();
            loop.get(backend::stop);
        }
    }

    private static Backend backend(Vertx vertx, Slapd first, Slapd second) {
        ObjectNode settings = LdapSetup.settings(first);
        settings.putArray("servers").add(first.url()).add(second.url());
        settings.putObject("limits").put("failbackMillis", 10);
        return new LdapSetup(vertx, first, settings).backend();
    }

    /** The first attempts may meet connections that broke with the first server. */
    private StoredResource create(EventLoop loop, Backend backend, String name) {
        BackendRequest create = requests.create(Fixtures.USER, Fixtures.user(Fixtures.name(name)));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return ((BackendReply.Stored) loop.get(() -> backend.execute(create))).resource();
            } catch (ScimException e) {
                assertThat(e.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
    }

    private void awaitFound(EventLoop loop, Backend backend, StoredResource resource) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isFound(loop, backend, resource)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private boolean isFound(EventLoop loop, Backend backend, StoredResource resource) {
        return failure(loop, backend, requests.read(Fixtures.USER, resource.id()))
                .map(kind -> {
                    assertThat(kind).isEqualTo(ErrorKind.NOT_FOUND);
                    return false;
                })
                .orElse(true);
    }

    private static Optional<ErrorKind> failure(EventLoop loop, Backend backend, BackendRequest request) {
        try {
            BackendReply reply = loop.get(() -> backend.execute(request));
            return reply instanceof BackendReply.Failed failed
                    ? Optional.of(failed.error().kind())
                    : Optional.empty();
        } catch (ScimException e) {
            return Optional.of(e.error().kind());
        }
    }
}
