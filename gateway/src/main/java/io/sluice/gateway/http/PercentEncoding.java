package io.sluice.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The escapes of a URL (RFC 3986 section 2.1). */
final class PercentEncoding {

    private PercentEncoding() {}

    /**
     * Whether what is escaped is UTF-8: decoders put a replacement character in the place of what is not, and a filter would be about
     * another value than the one that was meant.
     *
     * @param text in which every percent sign begins an escape
     */
    static boolean isUtf8(String text) {
        int at = text.indexOf('%');
        while (at >= 0) {
            int end = at;
            while (end + 2 < text.length() && text.charAt(end) == '%') {
                end += 3;
            }
            if (!isUtf8(text, at, end)) {
                return false;
            }
            at = text.indexOf('%', Math.max(end, at + 1));
        }
        return true;
    }

    /** What follows an escape unescaped is ASCII and cannot end a character that began before. */
    private static boolean isUtf8(String text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 3];
        for (int i = 0; i < bytes.length; i++) {
            int digits = from + 3 * i + 1;
            bytes[i] = (byte)
                    ((Character.digit(text.charAt(digits), 16) << 4) + Character.digit(text.charAt(digits + 1), 16));
        }
        try {
            // A decoder made this way reports what it cannot decode.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
