package io.sluice.core.json;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;

/** Makes sure that a body is UTF-8, as RFC 8259 section 8.1 demands, before it is decoded. */
final class Encoding {

    private Encoding() {}

    /** The length of the byte order mark, which RFC 8259 allows to ignore and some clients cannot help sending. */
    static int skipMark(byte[] body) {
        boolean marked = body.length >= 3 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    static Utf8Scan check(byte[] body) {
        if (isUtf16Or32(body)) {
            throw refusal("it looks like UTF-16 or UTF-32");
        }
        Utf8Scan scan = Utf8Scan.of(body);
        if (scan.invalidAt() != Utf8Scan.VALID) {
            throw refusal("the byte at offset " + scan.invalidAt() + " is wrong");
        }
        return scan;
    }

    /** Every JSON document begins with an ASCII character, so a zero among the first two bytes gives the others away. */
    private static boolean isUtf16Or32(byte[] body) {
        return body.length >= 2 && (body[0] == 0 || body[1] == 0 || (body[0] & 0xff) >= 0xfe);
    }

    private static ScimException refusal(String reason) {
        return ScimException.of(ErrorKind.INVALID_SYNTAX, "The body is not UTF-8: " + reason + ".");
    }
}
