package io.sluice.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that steps keep for later ones, put where <code>${name}</code> stands. */
final class Variables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    private final Map<String, String> values;

    Variables(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /** A copy that does not change this one. */
    Variables within() {
        return new Variables(values);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    String in(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    JsonNode in(JsonNode node) {
        try {
            return JSON.readTree(REFERENCE
                    .matcher(node.toString())
                    .replaceAll(found -> Matcher.quoteReplacement(quoted(value(found.group(1))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        String json = JSON.getNodeFactory().textNode(value).toString();
        return json.substring(1, json.length() - 1);
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("No step has kept " + name);
        }
        return value;
    }
}
