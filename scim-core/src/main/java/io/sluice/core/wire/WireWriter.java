package io.sluice.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes the few kinds of values that messages are made of. Lengths and counts are variable-length, texts UTF-8. */
final class WireWriter {

    private static final int USUAL_SIZE = 512;

    private final Buffer buffer = Buffer.buffer(USUAL_SIZE);

    Buffer buffer() {
        return buffer;
    }

    WireWriter number8(int value) {
        buffer.appendByte((byte) value);
        return this;
    }

    WireWriter flag(boolean value) {
        return number8(value ? 1 : 0);
    }

    /** Seven bits to a byte, the lowest first; a negative number takes ten bytes. */
    WireWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer.appendByte((byte) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        buffer.appendByte((byte) rest);
        return this;
    }

    WireWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    WireWriter bytes(byte[] value) {
        number(value.length);
        buffer.appendBytes(value);
        return this;
    }

    WireWriter bytes(Buffer value) {
        number(value.length());
        buffer.appendBuffer(value);
        return this;
    }

    WireWriter json(JsonNode value) {
        return bytes(StrictJson.write(value));
    }

    WireWriter uuid(UUID value) {
        buffer.appendLong(value.getMostSignificantBits()).appendLong(value.getLeastSignificantBits());
        return this;
    }

    WireWriter instant(Instant value) {
        buffer.appendLong(value.getEpochSecond()).appendInt(value.getNano());
        return this;
    }

    <T> WireWriter optional(Optional<T> value, Consumer<T> writer) {
        flag(value.isPresent());
        value.ifPresent(writer);
        return this;
    }

    <T> WireWriter each(Collection<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
        return this;
    }
}
