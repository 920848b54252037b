package io.sluice.core.control;

import java.nio.ByteBuffer;

/** The SHA-256 of a credential's text: all that is ever stored or looked up. */
public record TokenHash(long first, long second, long third, long fourth) {

    /**
     * @throws IllegalArgumentException unless the digest has 32 bytes
     */
    public static TokenHash of(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("A SHA-256 has 32 bytes, not " + digest.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new TokenHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }
}
