package io.sluice.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JSON object of a schema or resource type together with its place, so that an error names it.
 *
 * @param place such as {@code urn:example:2.0:User emails value}
 */
record Definition(String place, JsonNode json) {

    Definition {
        if (!json.isObject()) {
            throw new IllegalArgumentException(place + ": has to be a JSON object");
        }
    }

    Definition in(String name) {
        return new Definition(place.equals("schema") ? name : place + " " + name, json);
    }

    Optional<String> text(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(key, "a string");
        }
        return Optional.of(value.textValue());
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    String requiredText(String key) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> wrong(key, "a string and is required"));
    }

    boolean flag(String key) {
        JsonNode value = json.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.asBoolean(false);
    }

    <K extends Keyword> K keyword(String key, K[] values, K otherwise) {
        return text(key)
                .map(text -> Keyword.find(values, text).orElseThrow(() -> wrong(key, "one of " + words(values))))
                .orElse(otherwise);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(key)) {
            if (!element.isTextual()) {
                throw wrong(key, "an array of strings");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    List<Definition> children(String key) {
        List<Definition> children = new ArrayList<>();
        for (JsonNode element : array(key)) {
            children.add(new Definition(place, element));
        }
        return children;
    }

    private JsonNode array(String key) {
        JsonNode value = json.path(key);
        if (!value.isMissingNode() && !value.isArray()) {
            throw wrong(key, "an array");
        }
        return value;
    }

    private IllegalArgumentException wrong(String key, String right) {
        return new IllegalArgumentException(place + ": " + key + " has to be " + right);
    }

    private static String words(Keyword[] values) {
        return Arrays.stream(values).map(Keyword::text).collect(Collectors.joining(", "));
    }
}
