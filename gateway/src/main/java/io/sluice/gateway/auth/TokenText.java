package io.sluice.gateway.auth;

import io.sluice.core.control.TokenHash;
import io.sluice.core.control.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The text of an opaque credential: a prefix that secret scanners recognise, 30 random base62 digits (178 bits) and 6 digits
 * of checksum, so that a mistyped one is refused without asking anybody.
 */
public final class TokenText {

    /** Of provisioning tokens. */
    public static final String PROVISIONING = "slc_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_DIGITS = 30;
    private static final int CHECK_DIGITS = 6;

    private TokenText() {}

    /** A new text that nobody has seen. */
    public static String generate(String prefix) {
        StringBuilder text = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            text.append(Base62.digit(RANDOM.nextInt(Base62.RADIX)));
        }
        return text.append(checksum(text)).toString();
    }

    /** Whether the text has the prefix, the length, the alphabet and the checksum of one that was generated. */
    public static boolean isWellFormed(String prefix, String text) {
        int body = prefix.length() + RANDOM_DIGITS;
        if (text.length() != body + CHECK_DIGITS || !text.startsWith(prefix)) {
            return false;
        }
        for (int i = prefix.length(); i < text.length(); i++) {
            if (!Base62.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.regionMatches(body, checksum(text.subSequence(0, body)), 0, CHECK_DIGITS);
    }

    /** What is stored and looked up in place of the text. */
    public static TokenHash hash(String text) {
        try {
            return TokenHash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What a store keeps of the text. */
    public static TokenSecret secret(String text) {
        return new TokenSecret(hash(text), text.substring(text.length() - 4));
    }

    private static String checksum(CharSequence text) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < text.length(); i++) {
            crc.update(text.charAt(i));
        }
        return Base62.encode(crc.getValue(), CHECK_DIGITS);
    }
}
