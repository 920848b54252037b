package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.bus.AuditConsumer;
import io.sluice.core.bus.LocalCodec;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.memory.MemoryAuditTrail;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The process ends after the directory made a change and before the audit trail has its event. */
@ExtendWith(VertxExtension.class)
final class InterruptedAuditTest {

    @TempDir
    Path directory;

    private final Requests requests = Requests.of(new TenantId("acme", 1));
    private EventLoop loop;

    @Test
    void whatWasChangedGetsItsEventOnceWhenTheNextProcessStarts(Vertx vertx) throws IOException {
        loop = new EventLoop(vertx);
        LocalCodec.register(vertx);
        AuditTrail trail = MemoryAuditTrail.of(vertx);
        try (InMemoryServer server = InMemoryServer.start()) {
            Backend first = backend(vertx, server, directory.resolve("first"));
            loop.get(first::start);
            MessageConsumer<AuditEvent> consumer = AuditConsumer.register(vertx, trail);
            StoredResource patched = stored(first, create("patched"));
            StoredResource renamed = stored(first, create("renamed"));
            StoredResource deleted = stored(first, create("deleted"));
            StoredResource group = stored(first, requests.create(Fixtures.GROUP, Fixtures.group("Group", List.of())));
            String taken = Fixtures.name("taken");
            stored(first, requests.create(Fixtures.USER, Fixtures.user(taken)));
            loop.get(consumer::unregister);
            int before = events(trail).size();

            // Each is done, and nobody takes its event.
            unavailable(first, create("created"));
            unavailable(first, requests.patch(patched, "{\"op\": \"add\", \"path\": \"title\", \"value\": \"Dr\"}"));
            unavailable(first, requests.patch(renamed, """
                    {"op": "replace", "path": "userName", "value": "%s"}""".formatted(Fixtures.name("new"))));
            unavailable(first, requests.patch(group, """
                    {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(patched.id())));
            unavailable(first, requests.delete(deleted));
            assertThat(failure(first, requests.create(Fixtures.USER, Fixtures.user(taken))))
                    .isEqualTo(ErrorKind.UNIQUENESS);

            // What a killed process leaves behind.
            Files.createDirectories(directory.resolve("second"));
            Files.copy(directory.resolve("first/journal.ndjson"), directory.resolve("second/journal.ndjson"));
            AuditConsumer.register(vertx, trail);
            Backend second = backend(vertx, server, directory.resolve("second"));
            loop.get(second::start);

            List<AuditEvent> late = new ArrayList<>(events(trail));
            late = late.subList(0, late.size() - before);
            assertThat(late)
                    .extracting(AuditEvent::action)
                    .containsExactlyInAnyOrder(
                            "User Created", "User Updated", "User Updated", "Group Updated", "User Deleted");
            assertThat(late)
                    .extracting(AuditEvent::target)
                    .contains(
                            "User/" + patched.id(),
                            "User/" + renamed.id(),
                            "Group/" + group.id(),
                            "User/" + deleted.id())
                    .allMatch(target -> target.length() > "Group/".length());
            loop.get(second::stop);

            // Nothing is left to do for a third.
            Backend third = backend(vertx, server, directory.resolve("second"));
            loop.get(third::start);
            assertThat(events(trail)).hasSize(before + 5);
            loop.get(third::stop);
            loop.get(first::stop);
        }
    }

    @Test
    void oneProcessAtATimeUsesAJournal(Vertx vertx) {
        loop = new EventLoop(vertx);
        try (InMemoryServer server = InMemoryServer.start()) {
            Backend first = backend(vertx, server, directory);

            org.assertj.core.api.Assertions.assertThatThrownBy(() -> backend(vertx, server, directory))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ldap.audit.journal");
            loop.get(first::stop);
        }
    }

    private static Backend backend(Vertx vertx, InMemoryServer server, Path journal) {
        ObjectNode settings = LdapSetup.settings(server);
        settings.putObject("audit").put("journal", journal.toString());
        return new LdapBackendProvider().create(vertx, settings);
    }

    private BackendRequest create(String name) {
        return requests.create(Fixtures.USER, Fixtures.user(Fixtures.name(name)));
    }

    private StoredResource stored(Backend backend, BackendRequest request) {
        return ((BackendReply.Stored) loop.get(() -> backend.execute(request))).resource();
    }

    private void unavailable(Backend backend, BackendRequest request) {
        assertThat(failure(backend, request)).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    private ErrorKind failure(Backend backend, BackendRequest request) {
        try {
            BackendReply reply = loop.get(() -> backend.execute(request));
            throw new AssertionError("succeeded: " + reply);
        } catch (ScimException e) {
            return e.error().kind();
        }
    }

    private List<AuditEvent> events(AuditTrail trail) {
        Optional<String> any = Optional.empty();
        return loop.get(() -> trail.query(new AuditQuery(
                        "acme", Optional.empty(), Optional.empty(), any, any, any, any, any, any, 1_000)))
                .items();
    }
}
