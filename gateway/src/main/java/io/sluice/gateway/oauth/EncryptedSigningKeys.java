package io.sluice.gateway.oauth;

import io.sluice.core.control.SigningKey;
import io.sluice.core.control.SigningKeyStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing keys that lie encrypted in any store: whoever reads the store, or a backup of it, cannot make tokens. Keys that cannot
 * be decrypted, because the secret was changed, are passed over as if they were gone.
 */
public final class EncryptedSigningKeys implements SigningKeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptedSigningKeys.class);

    /** No key signs as far ahead as this. */
    private static final Duration NEVER = Duration.ofDays(3_650);

    private final SigningKeyStore store;
    private final KeyCipher cipher;

    public EncryptedSigningKeys(SigningKeyStore store, KeyCipher cipher) {
        this.store = store;
        this.cipher = cipher;
    }

    @Override
    public Future<List<SigningKey>> live(Instant now) {
        return store.live(now).map(this::readable);
    }

    @Override
    public Future<List<SigningKey>> rotate(SigningKey candidate, Instant unlessSignsBeyond, Instant now) {
        SigningKey sealed = with(candidate, cipher.encrypt(candidate.privateJwk(), candidate.id()));
        return store.rotate(sealed, unlessSignsBeyond, now).map(this::readable).compose(keys -> {
            if (!keys.isEmpty()) {
                return Future.succeededFuture(keys);
            }
            LOG.warn("No signing key in the store can be decrypted with the configured secrets; a new one is made.");
            return store.rotate(sealed, now.plus(NEVER), now).map(this::readable);
        });
    }

    private List<SigningKey> readable(List<SigningKey> stored) {
        return stored.stream()
                .flatMap(key -> cipher.decrypt(key.privateJwk(), key.id()).map(jwk -> with(key, jwk)).stream())
                .toList();
    }

    private static SigningKey with(SigningKey key, String jwk) {
        return new SigningKey(key.id(), key.algorithm(), jwk, key.createdAt(), key.signsUntil(), key.verifiesUntil());
    }
}
