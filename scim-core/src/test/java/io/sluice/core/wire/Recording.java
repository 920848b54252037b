package io.sluice.core.wire;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The bytes of every sample as a release wrote them: lines of a name and hexadecimal digits. A recording is never written again;
 * a change of the form gets a version and a recording of its own, which {@link #main} prints.
 */
final class Recording {

    private static final int LOAD = 300;

    private Recording() {}

    static Map<String, Buffer> read(int version) {
        String name = "version-" + version + ".txt";
        try (InputStream stream = Objects.requireNonNull(Recording.class.getResourceAsStream(name), name)) {
            Map<String, Buffer> messages = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(parts ->
                            messages.put(parts[0], Buffer.buffer(HexFormat.of().parseHex(parts[1]))));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this code writes. */
    static Map<String, Buffer> written(int version) {
        Map<String, Buffer> messages = new LinkedHashMap<>();
        RequestEncoder encoder = new RequestEncoder(new TypesSent());
        WireSamples.requests()
                .forEach((name, request) -> messages.put(
                        name, encoder.encode(request, version, request.context().deadline(), type -> false)));
        WireSamples.replies().forEach((name, reply) -> messages.put(name, ReplyEncoder.encode(reply, version, LOAD)));
        messages.put("unknown-type", ReplyEncoder.unknownType(version, LOAD));
        return messages;
    }

    public static void main(String[] version) {
        written(Integer.parseInt(version[0]))
                .forEach((name, message) ->
                        System.out.println(name + " " + HexFormat.of().formatHex(message.getBytes())));
    }
}
