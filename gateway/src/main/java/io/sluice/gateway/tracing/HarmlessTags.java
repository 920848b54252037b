package io.sluice.gateway.tracing;

import io.vertx.core.spi.tracing.TagExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tags that hold no personal data. URLs hold identifiers and filters, and the text of a statement may hold what somebody looks
 * for; only what is listed here is let through, so that what a later version adds stays out.
 */
record HarmlessTags<R>(List<Map.Entry<String, String>> told) implements TagExtractor<R> {

    private static final String METHOD = "http.request.method";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final Set<String> ALLOWED = Set.of(
            METHOD,
            "http.response.status_code",
            "url.scheme",
            "messaging.system",
            "messaging.operation.name",
            "messaging.destination.name",
            "db.system",
            "db.system.name",
            "db.namespace");

    HarmlessTags {
        told = List.copyOf(told);
    }

    static <R> HarmlessTags<R> of(@Nullable R request, TagExtractor<R> all) {
        List<Map.Entry<String, String>> told = new ArrayList<>();
        if (request != null) {
            for (int i = 0; i < all.len(request); i++) {
                String name = all.name(request, i);
                if (ALLOWED.contains(name)) {
                    told.add(Map.entry(name, harmless(name, all.value(request, i))));
                }
            }
        }
        return new HarmlessTags<>(told);
    }

    /** A client may send any word as its method; the name for unknown ones is OpenTelemetry's. */
    private static String harmless(String name, @Nullable String value) {
        String text = value == null ? "" : value;
        return name.equals(METHOD) && !METHODS.contains(text) ? "_OTHER" : text;
    }

    /** What a span is called: HTTP's are called after their method. */
    String operation(String otherwise) {
        return told.stream()
                .filter(tag -> tag.getKey().equals(METHOD))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(otherwise);
    }

    @Override
    public int len(R of) {
        return told.size();
    }

    @Override
    public String name(R of, int index) {
        return told.get(index).getKey();
    }

    @Override
    public String value(R of, int index) {
        return told.get(index).getValue();
    }
}
