package io.sluice.gateway.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Pieces of JSON in UTF-8. */
final class Utf8 {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private Utf8() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text as a JSON string with its quotes. */
    static Buffer quoted(Buffer out, String text) {
        return out.appendByte((byte) '"').appendBytes(ENCODER.quoteAsUTF8(text)).appendByte((byte) '"');
    }
}
