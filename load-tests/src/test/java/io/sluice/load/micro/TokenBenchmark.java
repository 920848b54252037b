package io.sluice.load.micro;

import io.sluice.core.control.Credential;
import io.sluice.core.control.CredentialStore;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantId;
import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenState;
import io.sluice.gateway.auth.Principal;
import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.auth.TokenVerifier;
import io.sluice.gateway.auth.VerifierSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A bearer token that is trusted, one that is refused by its checksum, and one that nobody knows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenBenchmark {

    private static final VerifierSettings PATIENT = new VerifierSettings(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(1), 1_000, Duration.ofSeconds(10));

    private final Vertx vertx = Vertx.vertx();
    private final String token = TokenText.generate(TokenText.PROVISIONING);
    private final String mistyped =
            token.substring(0, 10) + (token.charAt(10) == 'A' ? 'B' : 'A') + token.substring(11);
    private final TokenVerifier verifier = new TokenVerifier(vertx, store(TokenText.hash(token)), PATIENT);

    private static CredentialStore store(TokenHash known) {
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
        Credential credential = new Credential(
                "credential", "entra", "name", TokenState.ACTIVE, Instant.now().plusSeconds(86_400), false, tenant);
        return (CredentialStore) Proxy.newProxyInstance(
                CredentialStore.class.getClassLoader(),
                new Class<?>[] {CredentialStore.class},
                (proxy, method, arguments) -> method.getName().equals("lookUp")
                        ? Future.succeededFuture(Map.of(known, credential))
                        : Future.succeededFuture());
    }

    @Benchmark
    public Future<Optional<Principal>> hit() {
        return verifier.verify(token);
    }

    @Benchmark
    public Future<Optional<Principal>> refusedByChecksum() {
        return verifier.verify(mistyped);
    }

    /** With the look-up in a store that answers at once, and the change to the verifier's thread and back. */
    @Benchmark
    public Optional<Principal> miss() {
        return verifier.verify(TokenText.generate(TokenText.PROVISIONING)).await();
    }

    @TearDown
    public void close() {
        vertx.close().await();
    }
}
