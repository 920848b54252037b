package io.sluice.gateway.administrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.ControlStore;
import io.sluice.core.control.NewApiKey;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.memory.MemoryControlStore;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.auth.VerifierSettings;
import io.sluice.gateway.jwt.MovableClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class LoginsTest {

    private static final LoginThrottle.Attempt X = LoginThrottle.Attempt.of("x", "192.0.2.1");

    private static final Actor SELF = new Actor("admin", "admin", "192.0.2.1");
    private final MovableClock clock = MovableClock.atRealTime();

    @TempDir
    private Path directory = Path.of("");

    private Vertx vertx;
    private ControlStore store;
    private PasswordHasher hasher;
    private Logins logins;
    private String password = "";

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        this.vertx = vertx;
        store = new MemoryControlStore(vertx, InstantSource.system());
        hasher = new PasswordHasher(vertx);
        logins = logins();
        Path file = await(first().ensure(directory.resolve("data"))).orElseThrow();
        password = Files.readString(file).strip();
    }

    @Test
    void theFirstPasswordIsInAFileThatOnlyItsOwnerCanRead() throws Exception {
        Path file = directory.resolve("data").resolve(FirstAdministrator.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(await(logins.login("admin", password, "192.0.2.1")))
                .hasValueSatisfying(found -> assertThat(found.role()).isInstanceOf(AdministratorRole.Operator.class));
    }

    @Test
    void thereIsOneFirstAdministratorOnly() {
        assertThat(await(first().ensure(directory.resolve("other")))).isEmpty();
        assertThat(directory.resolve("other")).doesNotExist();
    }

    @Test
    void wrongNameAndWrongPasswordLookAlike() {
        assertThat(await(logins.login("admin", "wrong", "192.0.2.1"))).isEmpty();
        assertThat(await(logins.login("nobody", password, "192.0.2.2"))).isEmpty();
    }

    @Test
    void guessingIsSlowedDownForTheNameFromThatAddressOnly() {
        for (int i = 0; i < 5; i++) {
            await(logins.login("admin", "wrong", "192.0.2.7"));
        }
        assertWaits("admin", "192.0.2.7");
        assertThat(await(logins.login("admin", password, "192.0.2.99")))
                .as("a stranger does not lock the administrator out")
                .isPresent();
        clock.advance(Duration.ofSeconds(2));
        assertThat(await(logins.login("admin", password, "192.0.2.7"))).isPresent();
    }

    @Test
    void guessingIsSlowedDownForAnAddressWithManyNames() {
        for (int i = 0; i < 20; i++) {
            await(logins.login("name" + i, "wrong", "192.0.2.8"));
        }
        assertWaits("admin", "192.0.2.8");
    }

    @Test
    void aWholeNetworkOfIpv6CountsAsOneAddress() {
        for (int i = 0; i < 5; i++) {
            await(logins.login("admin", "wrong", "2001:db8:1:2::" + i));
        }
        assertWaits("admin", "2001:DB8:1:2:ffff::1");
        assertThat(await(logins.login("admin", password, "2001:db8:1:3::1"))).isPresent();
    }

    @Test
    void aNameThatNoStoreCanHoldIsWrongLikeAnyOther() {
        assertThat(await(logins.login("ad\0min", password, "192.0.2.9"))).isEmpty();
    }

    private void assertWaits(String name, String address) {
        assertThatThrownBy(() -> await(logins.login(name, password, address)))
                .isInstanceOfSatisfying(ScimException.class, refused -> {
                    assertThat(refused.error().kind()).isEqualTo(ErrorKind.TOO_MANY_REQUESTS);
                    assertThat(refused.error().retryAfter()).isPresent();
                });
    }

    @Test
    void thePauseDoublesUpToAQuarterOfAnHour() {
        LoginThrottle throttle = new LoginThrottle(clock);
        for (int i = 0; i < 6; i++) {
            throttle.failed(X);
        }
        assertThat(throttle.wait(X)).contains(Duration.ofSeconds(2));
        for (int i = 0; i < 30; i++) {
            throttle.failed(X);
        }
        assertThat(throttle.wait(X)).contains(Duration.ofMinutes(15));
        assertThat(throttle.wait(LoginThrottle.Attempt.of("x", "192.0.2.2"))).isEmpty();
    }

    @Test
    void aPasswordCanBeChangedByWhoKnowsIt() {
        String wanted = "a much longer sentence";
        assertThat(await(logins.changePassword("admin", "wrong", wanted, SELF))).isFalse();
        assertThat(await(logins.changePassword("admin", password, wanted, SELF)))
                .isTrue();
        assertThat(await(logins.login("admin", wanted, "192.0.2.1"))).isPresent();
        assertThat(await(logins.login("admin", password, "192.0.2.1"))).isEmpty();
    }

    @Test
    void aWeakPasswordIsRefused() {
        for (String weak : List.of("short", "aaaaaaaaaaaaaaa", "x".repeat(300))) {
            assertThatThrownBy(() -> await(logins.changePassword("admin", password, weak, SELF)))
                    .isInstanceOf(ScimException.class);
        }
    }

    @Test
    void everyAttemptIsAuditedWithoutAnythingSecret() {
        await(logins.login("admin", password, "192.0.2.1"));
        await(logins.login("admin", "wrong password", "192.0.2.1"));
        await(logins.login("MyP4ssword!", "x", "192.0.2.1"));

        List<AuditEvent> events = await(store.audit().query(system())).items();
        assertThat(events)
                .extracting(AuditEvent::action)
                .contains("Administrator Login", "Administrator Login Refused");
        assertThat(events.toString()).doesNotContain(password, "wrong password", "MyP4ssword!", "argon2");
    }

    @Test
    void anApiKeyStandsForItsAdministratorUntilItExpires() {
        ApiKeyVerifier verifier = new ApiKeyVerifier(
                vertx,
                store.administrators(),
                new VerifierSettings(
                        Duration.ofNanos(1), Duration.ZERO, Duration.ofNanos(1), 10, Duration.ofSeconds(2)),
                clock);
        String text = TokenText.generate(ApiKeyVerifier.PREFIX);
        var key = await(store.administrators()
                .addKey(
                        "admin",
                        new NewApiKey(
                                "ci", TokenText.secret(text), clock.instant().plus(Duration.ofDays(1))),
                        SELF));

        assertThat(await(verifier.verify(text)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("admin"));
        assertThat(await(verifier.verify(TokenText.generate(ApiKeyVerifier.PREFIX))))
                .isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(await(verifier.verify(text))).isEmpty();
        await(store.administrators().removeKey("admin", key.id(), SELF));
    }

    private FirstAdministrator first() {
        return new FirstAdministrator(vertx, store.administrators(), hasher);
    }

    private Logins logins() {
        return new Logins(
                store.administrators(), hasher, new LoginThrottle(clock), new LoginAudit(store.audit(), clock));
    }

    private static AuditQuery system() {
        Optional<String> any = Optional.empty();
        return new AuditQuery(AuditEvent.SYSTEM, Optional.empty(), Optional.empty(), any, any, any, any, any, any, 100);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ScimException known ? known : e;
        }
    }
}
