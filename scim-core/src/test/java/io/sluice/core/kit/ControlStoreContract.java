package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.NewToken;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the contracts of a control store share: one store for the class, a tenant of its own for every case. */
@ExtendWith(VertxExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ControlStoreContract {

    protected static final Actor ADMIN = new Actor("root", "admin", "192.0.2.7");
    protected static final Duration YEAR = Duration.ofDays(365);

    private @Nullable EventLoop loop;
    private @Nullable ControlStore store;

    /** Makes a store that has not been started; the contract starts and stops it. */
    protected abstract ControlStore store(Vertx vertx);

    @BeforeAll
    final void startStore(Vertx vertx) {
        EventLoop started = new EventLoop(vertx);
        ControlStore opened = store(vertx);
        started.get(opened::start);
        loop = started;
        store = opened;
    }

    @AfterAll
    final void stopStore() {
        loop().get(() -> store().stop());
    }

    protected final ControlStore store() {
        return present(store);
    }

    protected final EventLoop loop() {
        return present(loop);
    }

    protected final <T> T get(Supplier<Future<T>> call) {
        return loop().get(call);
    }

    /** Asserts that the call fails with an error of that kind, and returns its text. */
    protected final String refused(ErrorKind kind, Supplier<? extends Future<?>> call) {
        ScimException refusal = catchThrowableOfType(
                ScimException.class, () -> get(() -> call.get().mapEmpty()));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.error().kind()).isEqualTo(kind);
        assertThat(refusal.error().detail()).isNotBlank();
        return refusal.error().detail();
    }

    protected final Tenant newTenant() {
        return get(() -> store().tenants().create(new NewTenant(newSlug(), "Acme Köln", "memory"), ADMIN));
    }

    protected final String newTenantSlug() {
        return newTenant().id().slug();
    }

    protected static String newSlug() {
        return "kit-" + UUID.randomUUID();
    }

    protected static NewToken newToken(String idp) {
        return new NewToken(idp, "Sync of " + idp, newSecret(), inTheFuture(YEAR));
    }

    protected static TokenSecret newSecret() {
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        byte[] digest = ByteBuffer.allocate(32)
                .putLong(a.getMostSignificantBits())
                .putLong(a.getLeastSignificantBits())
                .putLong(b.getMostSignificantBits())
                .putLong(b.getLeastSignificantBits())
                .array();
        return new TokenSecret(TokenHash.of(digest), a.toString().substring(0, 4));
    }

    /** Whole seconds, so that no store's resolution matters. */
    protected static Instant inTheFuture(Duration from) {
        return Instant.now().plus(from).truncatedTo(ChronoUnit.SECONDS);
    }

    /** All events of the tenant, oldest first. */
    protected final List<AuditEvent> events(String tenant) {
        return get(() -> store().audit().query(everything(tenant))).items().reversed();
    }

    protected static AuditQuery everything(String tenant) {
        Optional<String> any = Optional.empty();
        return new AuditQuery(tenant, Optional.empty(), Optional.empty(), any, any, any, any, any, any, 1000);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The store has not been started");
        }
        return value;
    }
}
