package io.sluice.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a JSON value has to be. A plain value means itself, an object means that the value has at least these fields, an array that
 * it has exactly these elements; {@code $absent}, {@code $present}, {@code $string}, {@code $number} and {@code $boolean} mean what
 * they say, and an object with {@code $set}, {@code $contains}, {@code $lacks}, {@code $size}, {@code $matches}, {@code $keys} or
 * {@code $not} a check of that name.
 */
final class JsonExpectation {

    private JsonExpectation() {}

    /** Each pointer with what stands there; a {@code *} in it gathers what all elements of an array have there. */
    static void check(JsonNode document, JsonNode expected) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            check(entry.getKey(), at(document, entry.getKey()), entry.getValue());
        }
    }

    private static JsonNode at(JsonNode document, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            return document.at(pointer);
        }
        ArrayNode gathered = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : document.at(pointer.substring(0, star))) {
            JsonNode found = at(element, pointer.substring(star + 2));
            if (!found.isMissingNode()) {
                gathered.add(found);
            }
        }
        return gathered;
    }

    /** @param where names the value in failures */
    static void check(String where, JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            object(where, actual, expected);
        } else if (expected.isArray()) {
            assertThat(actual.isArray() ? actual.size() : -1)
                    .as("size of %s, which is %s", where, actual)
                    .isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                check(where + "/" + i, actual.get(i), expected.get(i));
            }
        } else if (expected.isTextual() && expected.textValue().startsWith("$")) {
            kind(where, actual, expected.textValue());
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber())
                    .as("%s is a number: %s", where, actual)
                    .isTrue();
            assertThat(actual.decimalValue()).as(where).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }

    private static void kind(String where, JsonNode actual, String kind) {
        boolean holds = switch (kind) {
            case "$absent" -> actual.isMissingNode();
            case "$present" -> !actual.isMissingNode() && !actual.isNull();
            case "$string" -> actual.isTextual();
            case "$number" -> actual.isNumber();
            case "$boolean" -> actual.isBoolean();
            default -> actual.isTextual() && actual.textValue().equals(kind);
        };
        assertThat(holds).as("%s is %s: %s", where, kind.substring(1), actual).isTrue();
    }

    private static void object(String where, JsonNode actual, JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode wanted = field.getValue();
            switch (field.getKey()) {
                case "$set" -> assertThat(list(actual)).as(where).containsExactlyInAnyOrderElementsOf(list(wanted));
                case "$contains" -> wanted.forEach(one -> contains(where, actual, one));
                case "$lacks" -> wanted.forEach(one -> lacks(where, actual, one));
                case "$size" ->
                    assertThat(actual.size()).as("size of %s", where).isEqualTo(wanted.intValue());
                case "$matches" -> assertThat(actual.asText()).as(where).matches(wanted.textValue());
                case "$keys" ->
                    assertThat(actual.fieldNames())
                            .as("fields of %s", where)
                            .toIterable()
                            .containsExactlyInAnyOrderElementsOf(
                                    list(wanted).stream().map(JsonNode::asText).toList());
                case "$not" -> assertThat(actual).as(where).isNotEqualTo(wanted);
                default -> check(where + "/" + field.getKey(), field(actual, field.getKey()), wanted);
            }
        }
    }

    private static JsonNode field(JsonNode actual, String name) {
        return actual.has(name) ? actual.get(name) : MissingNode.getInstance();
    }

    private static void contains(String where, JsonNode actual, JsonNode one) {
        assertThat(actual)
                .as("%s contains %s: %s", where, one, actual)
                .anySatisfy(element -> check(where, element, one));
    }

    private static void lacks(String where, JsonNode actual, JsonNode one) {
        assertThat(actual).as("%s lacks %s: %s", where, one, actual).noneSatisfy(element -> check(where, element, one));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}
