package io.sluice.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.sluice.core.memory.MemoryControlStore;
import io.sluice.gateway.kit.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EncryptedSigningKeysTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OLD = "an old secret of some length";
    private static final String NEW = "a new secret of some length";

    private final SigningKeyStore store = new MemoryControlStore(io.vertx.core.Vertx.vertx(), () -> NOW).signingKeys();

    @Test
    void theStoreNeverSeesAKey() {
        SigningKey made = key("k1");
        assertThat(rotate(OLD, made)).containsExactly(made);
        assertThat(Gateway.await(store.live(NOW)))
                .singleElement()
                .satisfies(stored ->
                        assertThat(stored.privateJwk()).startsWith("v1.").doesNotContain("\"d\"", "jwk of k1"));
    }

    @Test
    void whatTheOldSecretEncryptedIsReadUntilItsTimeIsOver() {
        rotate(OLD, key("k1"));
        assertThat(Gateway.await(keys(NEW, OLD).live(NOW))).containsExactly(key("k1"));
        assertThat(Gateway.await(keys(NEW, OLD).rotate(key("k2"), NOW, NOW))).containsExactly(key("k1"));
        assertThat(Gateway.await(keys(NEW).live(NOW))).isEmpty();
    }

    @Test
    void whoLostTheSecretMakesANewKey() {
        rotate(OLD, key("k1"));
        assertThat(rotate(NEW, key("k2"))).containsExactly(key("k2"));
        assertThat(rotate(NEW, key("k3"))).containsExactly(key("k2"));
    }

    @Test
    void whatWasChangedOrMovedOrNeverEncryptedIsNoKey() {
        KeyCipher cipher = new KeyCipher(List.of(OLD));
        String sealed = cipher.encrypt("text", "k1");
        assertThat(cipher.decrypt(sealed, "k1")).contains("text");
        assertThat(cipher.decrypt(sealed, "k2")).isEmpty();
        assertThat(cipher.decrypt(sealed.substring(0, sealed.length() - 6) + "AAAAA=", "k1"))
                .isEmpty();
        assertThat(cipher.decrypt(sealed + "?", "k1")).isEmpty();
        assertThat(cipher.decrypt("{\"kty\":\"EC\"}", "k1")).isEmpty();
        assertThat(cipher.decrypt("v1..", "k1")).isEmpty();
        assertThat(cipher.encrypt("text", "k1")).isNotEqualTo(sealed);
    }

    private List<SigningKey> rotate(String secret, SigningKey candidate) {
        return Gateway.await(keys(secret).rotate(candidate, NOW.plus(Duration.ofDays(2)), NOW));
    }

    private EncryptedSigningKeys keys(String... secrets) {
        return new EncryptedSigningKeys(store, new KeyCipher(List.of(secrets)));
    }

    private static SigningKey key(String id) {
        return new SigningKey(
                id, "ES256", "jwk of " + id, NOW, NOW.plus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(31)));
    }
}
