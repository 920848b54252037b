package io.sluice.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One pass over the bytes of a body before anything decodes them. Jackson decodes overlong forms and encoded surrogates
 * instead of refusing them (RFC 3629 section 3 forbids both), so the check is made here, eight ASCII bytes at a time.
 *
 * @param invalidAt index of the first byte that no UTF-8 has there, or {@link #VALID}
 * @param escapes whether a backslash occurs: without one no text can hold U+0000 or a lone surrogate
 */
record Utf8Scan(int invalidAt, boolean escapes) {

    static final int VALID = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long BACKSLASHES = 0x5c5c_5c5c_5c5c_5c5cL;

    static Utf8Scan of(byte[] bytes) {
        boolean escapes = false;
        int i = 0;
        while (i < bytes.length) {
            if (i + Long.BYTES <= bytes.length && isPlain((long) LONGS.get(bytes, i))) {
                i += Long.BYTES;
                continue;
            }
            escapes |= bytes[i] == '\\';
            int length = sequenceLength(bytes, i);
            if (length == 0) {
                return new Utf8Scan(i, escapes);
            }
            i += length;
        }
        return new Utf8Scan(VALID, escapes);
    }

    /** No byte of the eight is beyond ASCII, none is a backslash. */
    private static boolean isPlain(long eight) {
        long difference = eight ^ BACKSLASHES;
        return ((eight | ((difference - LOW_BITS) & ~difference)) & HIGH_BITS) == 0;
    }

    /** RFC 3629 section 4; 0 when what begins here is no UTF-8. */
    private static int sequenceLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (at + length > bytes.length || !isSecond(first, bytes[at + 1] & 0xff)) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** The second byte is where overlong forms, surrogates and what lies above U+10FFFF show. */
    private static boolean isSecond(int first, int second) {
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        return second >= lowest && second <= highest;
    }
}
