package io.sluice.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.control.Credential;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.kit.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Look-ups are counted: what the verifier relies on, and what it asks for. */
final class TokenVerifierTest {

    private static final VerifierSettings PATIENT = new VerifierSettings(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(1), 1_000, Duration.ofSeconds(10));
    private static final VerifierSettings DISTRUSTFUL =
            new VerifierSettings(Duration.ZERO, Duration.ZERO, Duration.ofNanos(1), 1_000, Duration.ofSeconds(10));
    private static final VerifierSettings REFRESHING = new VerifierSettings(
            Duration.ofHours(1), Duration.ZERO, Duration.ofHours(1), 1_000, Duration.ofSeconds(10));

    private static final VerifierSettings HASTY = new VerifierSettings(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(1), 1_000, Duration.ofMillis(50));

    private final Vertx vertx = Vertx.vertx();
    private final Store store = new Store();
    private final String token = TokenText.generate(TokenText.PROVISIONING);

    @AfterEach
    void close() {
        Gateway.await(vertx.close());
    }

    @Test
    void mistypedTokenIsRefusedWithoutALookUp() {
        TokenVerifier verifier = verifier(PATIENT);
        String mistyped = token.substring(0, 10) + (token.charAt(10) == 'A' ? 'B' : 'A') + token.substring(11);
        for (String text : List.of(mistyped, "slc_", "", token + "0", token.substring(1), "slc_" + "ü".repeat(36))) {
            assertThat(Gateway.await(verifier.verify(text))).isEmpty();
        }
        assertThat(store.batches).isEmpty();
    }

    @Test
    void trustedTokenIsLookedUpOnce() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        for (int i = 0; i < 100; i++) {
            assertThat(Gateway.await(verifier.verify(token))).isPresent();
        }
        assertThat(store.batches).hasSize(1);
    }

    @Test
    void unknownTokenIsLookedUpOnce() {
        TokenVerifier verifier = verifier(PATIENT);
        for (int i = 0; i < 100; i++) {
            assertThat(Gateway.await(verifier.verify(token))).isEmpty();
        }
        assertThat(store.batches).hasSize(1);
    }

    @Test
    void tokenWhoseTrustEndedIsLookedUpAgainAndItsRevocationIsSeen() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(DISTRUSTFUL);
        assertThat(Gateway.await(verifier.verify(token))).isPresent();
        store.knows(token, TokenState.INACTIVE);
        assertThat(Gateway.await(verifier.verify(token))).isEmpty();
        store.forgets(token);
        assertThat(Gateway.await(verifier.verify(token))).isEmpty();
        assertThat(store.batches).hasSize(3);
    }

    @Test
    void hotTokenIsRefreshedBehindAnAnswerThatDoesNotWait() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(REFRESHING);
        Gateway.await(verifier.verify(token));
        store.hold();
        for (int i = 0; i < 50; i++) {
            assertThat(verifier.verify(token).succeeded()).isTrue();
        }
        assertThat(store.batches).hasSize(2);
    }

    @Test
    void expiredTokenIsRefusedThoughItIsTrusted() {
        store.knows(token, TokenState.ACTIVE, Instant.now().minusSeconds(1));
        TokenVerifier verifier = verifier(PATIENT);
        assertThat(Gateway.await(verifier.verify(token))).isEmpty();
    }

    @Test
    void whatIsAskedWhileAQuestionIsOutGoesTogether() {
        TokenVerifier verifier = verifier(PATIENT);
        store.hold();
        List<Future<Optional<Principal>>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String other = TokenText.generate(TokenText.PROVISIONING);
            store.knows(other, TokenState.ACTIVE);
            answers.add(verifier.verify(other));
            answers.add(verifier.verify(other));
        }
        store.release();
        answers.forEach(answer -> assertThat(Gateway.await(answer)).isPresent());
        // The first token is asked for twice: a question that was out already may be older than a revocation.
        assertThat(store.batches).extracting(Collection::size).containsExactly(1, 100);
    }

    @Test
    void storeThatFailsMakesTheVerifierUnavailable() {
        store.fail(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Gateway.await(verifier(HASTY).verify(token)))
                .isInstanceOfSatisfying(ScimException.class, e -> {
                    assertThat(e.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
                    assertThat(e.error().retryAfter()).isPresent();
                });
    }

    @Test
    void storeThatHangsMakesTheVerifierUnavailableAfterItsTimeout() {
        store.hold();
        assertThatThrownBy(() -> Gateway.await(verifier(HASTY).verify(token))).isInstanceOf(ScimException.class);
    }

    @Test
    void storeThatFailsForAMomentIsAskedAgain() {
        store.knows(token, TokenState.ACTIVE);
        store.fail(2);

        assertThat(Gateway.await(verifier(PATIENT).verify(token))).isPresent();

        assertThat(store.batches).hasSize(3);
    }

    @Test
    void lastUseIsWrittenOnceForManyUses() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        for (int i = 0; i < 10; i++) {
            Gateway.await(verifier.verify(token));
        }
        Gateway.await(verifier.writeLastUses());
        Gateway.await(verifier.writeLastUses());
        assertThat(store.uses).hasSize(1);
        assertThat(store.uses.getFirst()).containsOnlyKeys("credential");
    }

    @Test
    void nothingIsWrittenForARefusedToken() {
        store.knows(token, TokenState.INACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        Gateway.await(verifier.verify(token));
        Gateway.await(verifier.writeLastUses());
        assertThat(store.uses).isEmpty();
    }

    @Test
    void forgettingAsksTheStoreAgain() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        Gateway.await(verifier.verify(token));
        verifier.forgetAll();
        Gateway.await(verifier.verify(token));
        assertThat(store.batches).hasSize(2);
    }

    @Test
    void forgettingLosesNoLastUse() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        Gateway.await(verifier.verify(token));
        verifier.forgetAll();
        Gateway.await(verifier.writeLastUses());
        assertThat(store.uses).hasSize(1);
    }

    @Test
    void whatChangedInOneTenantIsNotAskedOfTheOthers() {
        store.knows(token, TokenState.ACTIVE);
        TokenVerifier verifier = verifier(PATIENT);
        Gateway.await(verifier.verify(token));
        verifier.forget("another-tenant");
        Gateway.await(verifier.verify(token));
        assertThat(store.batches).hasSize(1);
        verifier.forget(
                store.credentials.values().iterator().next().tenant().id().slug());
        Gateway.await(verifier.verify(token));
        Gateway.await(verifier.verify(token));
        assertThat(store.batches).hasSize(2);
    }

    private TokenVerifier verifier(VerifierSettings settings) {
        return new TokenVerifier(vertx, store, settings);
    }

    /** Counts what it is asked, and answers when it is told to. */
    private static final class Store extends CredentialStoreStub {

        private final Map<TokenHash, Credential> credentials = new HashMap<>();
        private final List<Collection<TokenHash>> batches = new ArrayList<>();
        private final List<Map<String, Instant>> uses = new ArrayList<>();
        private Optional<Promise<Void>> held = Optional.empty();
        private int failures;

        void knows(String text, TokenState state) {
            knows(text, state, Instant.now().plusSeconds(3_600));
        }

        void knows(String text, TokenState state, Instant expiresAt) {
            Tenant tenant = new Tenant(
                    new TenantId("t", 1),
                    "T",
                    "memory",
                    true,
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Tenant.DEFAULT_EXTENSION_URN,
                    List.of(),
                    Instant.EPOCH);
            credentials.put(
                    TokenText.hash(text),
                    new Credential("credential", "entra", "name", state, expiresAt, false, tenant));
        }

        void forgets(String text) {
            credentials.remove(TokenText.hash(text));
        }

        void hold() {
            held = Optional.of(Promise.promise());
        }

        void release() {
            Promise<Void> promise = held.orElseThrow();
            held = Optional.empty();
            promise.complete();
        }

        void fail(int times) {
            failures = times;
        }

        @Override
        public synchronized Future<Map<TokenHash, Credential>> lookUp(Collection<TokenHash> hashes) {
            batches.add(List.copyOf(hashes));
            if (failures > 0) {
                failures--;
                return Future.failedFuture("down");
            }
            Map<TokenHash, Credential> found = new HashMap<>(credentials);
            found.keySet().retainAll(hashes);
            return held.map(promise -> promise.future().map(found)).orElseGet(() -> Future.succeededFuture(found));
        }

        @Override
        public Future<Void> noteUse(Map<String, Instant> lastUse) {
            uses.add(lastUse);
            return Future.succeededFuture();
        }
    }
}
