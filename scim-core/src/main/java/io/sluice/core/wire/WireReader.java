package io.sluice.core.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link WireWriter} wrote; every method throws a {@link WireException} when the message ends too early. */
final class WireReader {

    private final Buffer buffer;
    private int position;

    WireReader(Buffer buffer) {
        this.buffer = buffer;
    }

    int number8() {
        return buffer.getByte(take(1)) & 0xFF;
    }

    boolean flag() {
        return number8() != 0;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = number8();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new WireException("A number is too long");
    }

    /** A number that has to fit, such as a length. */
    int small() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new WireException("A number is out of range: " + value);
        }
        return (int) value;
    }

    String text() {
        int length = small();
        int from = take(length);
        return buffer.getString(from, from + length, StandardCharsets.UTF_8.name());
    }

    byte[] bytes() {
        int length = small();
        int from = take(length);
        return buffer.getBytes(from, from + length);
    }

    /** Shares the memory of the message. */
    Buffer slice() {
        int length = small();
        int from = take(length);
        return buffer.slice(from, from + length);
    }

    JsonNode json() {
        return StrictJson.parse(bytes());
    }

    UUID uuid() {
        int from = take(2 * Long.BYTES);
        return new UUID(buffer.getLong(from), buffer.getLong(from + Long.BYTES));
    }

    Instant instant() {
        int from = take(Long.BYTES + Integer.BYTES);
        return Instant.ofEpochSecond(buffer.getLong(from), buffer.getInt(from + Long.BYTES));
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    <T> List<T> each(Supplier<T> reader) {
        int count = small();
        List<T> values = new ArrayList<>(Math.min(count, remaining()));
        for (int i = 0; i < count; i++) {
            values.add(reader.get());
        }
        return values;
    }

    /** What is behind the end is of nobody's version. */
    void end() {
        if (remaining() > 0) {
            throw new WireException(remaining() + " bytes too many");
        }
    }

    private int remaining() {
        return buffer.length() - position;
    }

    private int take(int length) {
        if (length > remaining()) {
            throw new WireException("The message ends too early");
        }
        int from = position;
        position += length;
        return from;
    }
}
