package io.sluice.tracing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One message of protobuf, its fields in their order; enough to read what stands in a request of OTLP. */
record Fields(List<Field> all) {

    record Field(int number, ByteBuffer bytes) {}

    static Fields of(ByteBuffer message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = message.duplicate();
        while (in.hasRemaining()) {
            long tag = varint(in);
            int length = switch ((int) (tag & 7)) {
                case 0 -> lengthOfVarint(in);
                case 1 -> Long.BYTES;
                case 2 -> (int) varint(in);
                case 5 -> Integer.BYTES;
                default -> throw new IllegalArgumentException("No such wire type: " + (tag & 7));
            };
            fields.add(new Field((int) (tag >>> 3), in.slice(in.position(), length)));
            in.position(in.position() + length);
        }
        return new Fields(fields);
    }

    private static int lengthOfVarint(ByteBuffer in) {
        ByteBuffer ahead = in.duplicate();
        varint(ahead);
        return ahead.position() - in.position();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<Fields> messages(int number) {
        return all.stream()
                .filter(field -> field.number() == number)
                .map(field -> of(field.bytes()))
                .toList();
    }

    /** Empty when the field is not there. */
    String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    String hex(int number) {
        return HexFormat.of().formatHex(bytes(number));
    }

    /** Of eight bytes, as they stand in the message. */
    long fixed(int number) {
        return ByteBuffer.wrap(bytes(number)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private byte[] bytes(int number) {
        return all.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .map(field -> {
                    byte[] copy = new byte[field.bytes().remaining()];
                    field.bytes().duplicate().get(copy);
                    return copy;
                })
                .orElse(new byte[0]);
    }
}
