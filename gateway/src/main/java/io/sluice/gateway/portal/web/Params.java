package io.sluice.gateway.portal.web;

import io.sluice.core.json.Texts;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a query or of a form in {@code application/x-www-form-urlencoded}; blank values count as absent. */
public record Params(Map<String, List<String>> values) {

    public static final Params NONE = new Params(Map.of());

    private static final int MOST_FIELDS = 200;

    public Params {
        values = Map.copyOf(values);
    }

    /** Reads what a browser sent; a field that is not well-formed, or that no store could hold, is left out. */
    public static Params parse(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(fields, pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return new Params(fields);
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        Optional<String> decoded = decode(value).map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> key = decode(name);
        if (decoded.isPresent() && key.isPresent()) {
            fields.computeIfAbsent(key.get(), ignored -> new ArrayList<>()).add(decoded.get());
        }
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8)).filter(Texts::isStorable);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a box with this name was ticked. */
    public boolean ticked(String name) {
        return values.containsKey(name);
    }

    /** A query string of these fields in the order given, without those that are empty. */
    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** One segment of a path or one value of a query, so that it cannot mean anything else. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
