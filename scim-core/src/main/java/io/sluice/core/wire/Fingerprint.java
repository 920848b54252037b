package io.sluice.core.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names a definition by its content: the first 128 bits of its SHA-256. */
public record Fingerprint(UUID value) {

    static Fingerprint of(byte[] definition) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(definition);
            return new Fingerprint(new UUID(number(hash, 0), number(hash, Long.BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return number;
    }
}
