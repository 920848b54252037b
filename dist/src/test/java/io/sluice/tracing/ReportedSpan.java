package io.sluice.tracing;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as OTLP carries it (opentelemetry/proto/trace/v1/trace.proto); ids in hex, the parent's empty at the root.
 *
 * @param node which one reported it
 * @param began in nanoseconds since 1970
 */
record ReportedSpan(
        String node,
        String trace,
        String id,
        String parent,
        String name,
        long began,
        long ended,
        Map<String, String> attributes) {

    static List<ReportedSpan> in(byte[] request) {
        return Fields.of(ByteBuffer.wrap(request)).messages(1).stream()
                .flatMap(reported -> of(reported).stream())
                .toList();
    }

    private static List<ReportedSpan> of(Fields reported) {
        String node = attributes(reported.messages(1).getFirst(), 1).getOrDefault("service.instance.id", "");
        return reported.messages(2).stream()
                .flatMap(scope -> scope.messages(2).stream())
                .map(span -> of(node, span))
                .toList();
    }

    private static ReportedSpan of(String node, Fields span) {
        return new ReportedSpan(
                node,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.fixed(7),
                span.fixed(8),
                attributes(span, 9));
    }

    private static Map<String, String> attributes(Fields of, int number) {
        return of.messages(number).stream()
                .collect(Collectors.toMap(
                        pair -> pair.text(1),
                        pair -> pair.messages(2).getFirst().text(1)));
    }

    boolean isStatement() {
        return attributes.containsKey("db.system");
    }

    boolean isOnTheBus() {
        return attributes.containsKey("messaging.system");
    }
}
