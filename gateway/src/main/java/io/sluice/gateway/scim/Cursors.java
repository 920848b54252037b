package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors of RFC 9865: a backend's position, signed together with when it expires and what it belongs to, so that a client can
 * neither make one nor use one for another query. Nothing is kept on the server.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final int HEAD_BYTES = Long.BYTES + MAC_BYTES;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final InstantSource clock;

    public Cursors(CursorKey key, Duration lifetime, InstantSource clock) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * @param binding names the query: tenant, type, filter and sort
     */
    public String issue(String position, String binding) {
        long expires = clock.instant().plus(lifetime).getEpochSecond();
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(HEAD_BYTES + text.length)
                .putLong(expires)
                .put(mac(expires, text, binding))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The position.
     *
     * @throws ScimException INVALID_CURSOR unless it was issued for this query, EXPIRED_CURSOR when that was too long ago
     */
    public String open(String cursor, String binding) {
        byte[] bytes = decoded(cursor);
        if (bytes.length < HEAD_BYTES) {
            throw invalid();
        }
        long expires = ByteBuffer.wrap(bytes).getLong();
        byte[] sent = Arrays.copyOfRange(bytes, Long.BYTES, HEAD_BYTES);
        byte[] position = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
        if (!MessageDigest.isEqual(sent, mac(expires, position, binding))) {
            throw invalid();
        }
        if (clock.instant().isAfter(Instant.ofEpochSecond(expires))) {
            throw ScimException.of(
                    ErrorKind.EXPIRED_CURSOR, "The cursor is too old; begin again with an empty cursor.");
        }
        return new String(position, StandardCharsets.UTF_8);
    }

    private byte[] mac(long expires, byte[] position, String binding) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(expires)
                    .putInt(position.length)
                    .array());
            mac.update(position);
            mac.update(binding.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ScimException invalid() {
        return ScimException.of(
                ErrorKind.INVALID_CURSOR,
                "The cursor was not issued for this query; begin again with an empty cursor.");
    }
}
