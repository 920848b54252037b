package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.kit.EventLoop;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.RequiresSlapd;
import io.sluice.ldap.server.Slapd;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGKILL of the directory in the middle of writes: what was acknowledged is there, and nothing is there twice. */
@RequiresSlapd
@ExtendWith(VertxExtension.class)
final class SlapdCrashTest {

    private static final int WORKERS = 8;
    private static final int WRITES_BEFORE_THE_CRASH = 200;

    private final TenantId tenant = new TenantId("crash", 1);
    private final Requests requests = Requests.of(tenant);
    private final Map<BackendRequest, StoredResource> acknowledged = new ConcurrentHashMap<>();
    private final Queue<BackendRequest> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<ErrorKind> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsAppliedTwice(Vertx vertx) throws InterruptedException {
        EventLoop loop = new EventLoop(vertx);
        try (Slapd slapd = Slapd.start()) {
            LdapSetup setup = new LdapSetup(vertx, slapd);
            Backend backend = setup.backend();
            loop.get(backend::start);
            StoredResource group =
                    stored(loop, backend, requests.create(Fixtures.GROUP, Fixtures.group("All", List.of())));

            crashUnderLoad(loop, backend, group, slapd);

            assertThat(failures).allMatch(kind -> kind == ErrorKind.UNAVAILABLE);
            slapd.restart();
            Instant restarted = Instant.now();
            awaitRecovery(loop, backend, group);
            // Surefire keeps what goes to a TestReporter to itself; this is to be read where the build is.
            System.out.printf(
                    "recovery %d ms after slapd answered again, %d writes acknowledged, %d not%n",
                    Duration.between(restarted, Instant.now()).toMillis(), acknowledged.size(), unanswered.size());
            // Another process does not remember what this one sent: the directory itself has to.
            Backend other = new LdapBackendProvider().create(vertx, LdapSetup.settings(slapd));
            loop.get(other::start);
            unanswered.forEach(request -> acknowledged.put(request, stored(loop, other, request)));
            assertEverythingIsThereOnce(loop, other, group);
            loop.get(other::stop);
            loop.get(backend::stop);
        }
    }

    private void crashUnderLoad(EventLoop loop, Backend backend, StoredResource group, Slapd slapd)
            throws InterruptedException {
        CountDownLatch warm = new CountDownLatch(WRITES_BEFORE_THE_CRASH);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WORKERS; i++) {
                workers.execute(() -> work(loop, backend, group, warm));
            }
            warm.await();
            slapd.kill();
        }
    }

    /** Creates users and makes each a member, until the directory is gone. */
    private void work(EventLoop loop, Backend backend, StoredResource group, CountDownLatch warm) {
        while (failures.size() < WORKERS) {
            BackendRequest create = requests.create(Fixtures.USER, Fixtures.user(Fixtures.name("load")));
            if (!attempt(loop, backend, create, warm)) {
                return;
            }
            StoredResource user = acknowledged.get(create);
            BackendRequest add = requests.patch(group, """
                    {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(user.id()));
            if (!attempt(loop, backend, add, warm)) {
                return;
            }
        }
    }

    private boolean attempt(EventLoop loop, Backend backend, BackendRequest request, CountDownLatch warm) {
        try {
            acknowledged.put(request, stored(loop, backend, request));
            warm.countDown();
            return true;
        } catch (ScimException e) {
            failures.add(e.error().kind());
            unanswered.add(request);
            return false;
        }
    }

    private void awaitRecovery(EventLoop loop, Backend backend, StoredResource group) {
        while (true) {
            try {
                stored(loop, backend, requests.read(Fixtures.GROUP, group.id()));
                return;
            } catch (ScimException e) {
                assertThat(e.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                Thread.onSpinWait();
            }
        }
    }

    private void assertEverythingIsThereOnce(EventLoop loop, Backend backend, StoredResource group) {
        BackendReply.Found found = (BackendReply.Found) loop.get(() ->
                backend.execute(requests.search(Fixtures.USER).page(1, 100_000).build()));
        Set<String> created = acknowledged.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof BackendRequest.Create)
                .map(entry -> entry.getValue().id())
                .collect(Collectors.toSet());
        assertThat(found.resources()).extracting(StoredResource::id).containsExactlyInAnyOrderElementsOf(created);

        Set<String> added = new HashSet<>();
        acknowledged.keySet().stream()
                .filter(BackendRequest.Patch.class::isInstance)
                .map(BackendRequest.Patch.class::cast)
                .forEach(patch -> patch.plan()
                        .members()
                        .forEach(change -> added.addAll(((io.sluice.core.resource.MemberChange.Add) change)
                                .members().stream()
                                        .map(member -> member.value())
                                        .toList())));
        assertThat(members(loop, backend, group)).containsExactlyInAnyOrderElementsOf(added);
    }

    private List<String> members(EventLoop loop, Backend backend, StoredResource group) {
        List<String> ids = new ArrayList<>();
        Membership.OfGroup page = (Membership.OfGroup)
                stored(loop, backend, requests.read(Fixtures.GROUP, group.id())).membership();
        page.members().forEach(member -> ids.add(member.value()));
        while (page.next().isPresent()) {
            String next = page.next().get();
            page = ((BackendReply.MemberPage)
                            loop.get(() -> backend.execute(requests.members(group.id(), next, 1_000))))
                    .page();
            page.members().forEach(member -> ids.add(member.value()));
        }
        return ids;
    }

    private static StoredResource stored(EventLoop loop, Backend backend, BackendRequest request) {
        BackendReply reply = loop.get(() -> backend.execute(request));
        if (reply instanceof BackendReply.Failed failed) {
            throw failed.error().asException();
        }
        return ((BackendReply.Stored) reply).resource();
    }
}
