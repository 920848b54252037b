package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of signing keys must do; the cases follow one another in time because all keys are shared. */
public abstract class SigningKeyStoreContract extends ControlStoreContract {

    private static final Duration SIGNS = Duration.ofDays(30);
    private static final Duration VERIFIES = Duration.ofDays(32);

    @Test
    void ofManyNodesOneMakesTheKeyAndOldKeysVerifyUntilTheirTime() {
        Instant start = inTheFuture(Duration.ofDays(1_000));
        List<Future<List<SigningKey>>> rotating = get(() -> Future.succeededFuture(IntStream.range(0, 8)
                .mapToObj(i -> keys().rotate(key(start), start, start))
                .toList()));
        get(() -> Future.all(rotating));
        List<SigningKey> first = get(() -> keys().live(start));
        assertThat(first).hasSize(1);
        assertThat(rotating).allSatisfy(result -> assertThat(result.result()).isEqualTo(first));

        Instant later = start.plus(SIGNS).plusSeconds(1);
        SigningKey second = key(later);
        assertThat(get(() -> keys().rotate(second, later, later))).containsExactly(second, first.getFirst());

        Instant muchLater = start.plus(VERIFIES).plusSeconds(1);
        assertThat(get(() -> keys().rotate(key(muchLater), muchLater, muchLater)))
                .containsExactly(second);
        assertThat(get(() -> keys().live(later))).as("the first is gone").containsExactly(second);
    }

    private SigningKeyStore keys() {
        return store().signingKeys();
    }

    private static SigningKey key(Instant now) {
        return new SigningKey(
                UUID.randomUUID().toString(), "ES256", "{\"kty\":\"EC\"}", now, now.plus(SIGNS), now.plus(VERIFIES));
    }
}
