package io.sluice.gateway.scim;

import io.sluice.gateway.auth.TokenText;
import io.sluice.gateway.config.Config;
import java.security.SecureRandom;

/** What signs cursors; a secret. */
public final class CursorKey {

    private final byte[] bytes;

    private CursorKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The configured one, or one that all nodes with the same administration token share, or one of this process alone. */
    public static CursorKey of(Config config) {
        return config.scim()
                .cursorKey()
                .or(config::adminToken)
                .map(secret -> new CursorKey(TokenText.hash("cursor " + secret).bytes()))
                .orElseGet(CursorKey::random);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static CursorKey random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new CursorKey(random);
    }
}
