package io.sluice.gateway.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class JwksCacheTest {

    private final MovableClock clock = new MovableClock();
    private KeyServer server;
    private KeySource keys;

    @BeforeEach
    void start(Vertx vertx) {
        server = new KeyServer(vertx, Forge.jwks(Forge.jwk("first", Forge.ec())));
        JwksPolicy policy = JwksPolicy.strict().withLoopback();
        keys = new JwksCache(new JwksFetch(vertx, policy), policy, clock).at(server.uri());
    }

    @Test
    void findsAKeyByItsIdAndAsksOnce() {
        assertThat(find("first")).isPresent();
        assertThat(find("first")).isPresent();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void fetchesOnceForManyWhoAskAtOnce() {
        Promise<HttpServerRequest> asked = Promise.promise();
        server.behave(asked::complete);
        var waiting = IntStream.range(0, 50).mapToObj(i -> keys.key("first")).toList();
        asked.future()
                .onSuccess(request -> request.response()
                        .end(Forge.jwks(Forge.jwk("first", Forge.ec())).encode()));

        assertThat(await(Future.all(waiting)).succeeded()).isTrue();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void fetchesForAnUnknownKeyIdAtMostEveryHalfMinute() {
        find("first");
        IntStream.range(0, 20).forEach(i -> assertThat(find("unknown" + i)).isEmpty());
        assertThat(server.requests()).isEqualTo(1);

        server.answer(Forge.jwks(Forge.jwk("second", Forge.ec())));
        clock.advance(Duration.ofSeconds(31));
        assertThat(find("second")).isPresent();
        assertThat(find("first")).as("a key that was withdrawn").isEmpty();
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void servesStaleKeysForAnHourWhenTheIssuerIsDown() {
        find("first");
        server.behave(request -> request.response().setStatusCode(503).end());
        clock.advance(Duration.ofMinutes(59));
        assertThat(find("first")).isPresent();

        clock.advance(Duration.ofMinutes(2));
        assertThat(failure("first")).isEqualTo(ErrorKind.UNAVAILABLE);
    }

    @Test
    void answersUnavailableAtOnceAfterAFailedAttempt() {
        server.behave(request -> request.response().setStatusCode(500).end());
        assertThat(failure("first")).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure("first")).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(server.requests()).isEqualTo(1);
    }

    private Optional<VerificationKey> find(String keyId) {
        return await(keys.key(keyId));
    }

    private ErrorKind failure(String keyId) {
        try {
            await(keys.key(keyId));
        } catch (CompletionException e) {
            return ((ScimException) e.getCause()).error().kind();
        }
        throw new AssertionError("it did not fail");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
