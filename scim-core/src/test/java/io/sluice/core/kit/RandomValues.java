package io.sluice.core.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.Returned;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Random values that fit the definition of their attribute. */
record RandomValues(Random random, Texts texts) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TIMES = List.of(
            "2024-02-29T12:00:00Z",
            "2024-02-29T13:00:00+01:00",
            "2024-02-29T12:00:00.000001Z",
            "1969-12-31T23:59:59.999Z",
            "2038-01-19T03:14:08Z");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "1", "1.0", "1.10", "1e2", "100", "-0.5", "9007199254740993", "123456789012345.678901");
    private static final List<Long> INTEGERS = List.of(0L, 1L, -1L, 42L, 4_294_967_296L, 9_007_199_254_740_993L);
    private static final List<String> BINARIES = List.of("QUJD", "qujd", "YWJj", "/+8=", "AA==");
    private static final List<String> REFERENCES = List.of(
            "https://example.com/A", "https://example.com/a", "urn:x:1", "../Users/1", "https://example.com/%20ü");

    static RandomValues of(Random random) {
        return new RandomValues(random, new Texts(random));
    }

    /** Whether a client may send it and read it back, and the kit leaves it to chance. */
    static boolean isWritable(Attribute attribute) {
        return attribute.mutability() != Mutability.READ_ONLY
                && attribute.mutability() != Mutability.WRITE_ONLY
                && attribute.returned() != Returned.NEVER
                && !List.of("schemas", "userName", "members").contains(attribute.name());
    }

    /** Every writable attribute of an object with a chance of one in {@code rarity}. */
    ObjectNode object(List<Attribute> attributes, int rarity) {
        ObjectNode object = JSON.objectNode();
        for (Attribute attribute : attributes) {
            if (isWritable(attribute) && random.nextInt(rarity) == 0) {
                object.set(attribute.name(), value(attribute));
            }
        }
        return object;
    }

    JsonNode value(Attribute attribute) {
        return attribute.multiValued() ? values(attribute) : element(attribute);
    }

    JsonNode element(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> JSON.textNode(texts.any());
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case DECIMAL -> JSON.numberNode(new BigDecimal(texts.one(NUMBERS)));
            case INTEGER -> JSON.numberNode(texts.one(INTEGERS));
            case DATE_TIME -> JSON.textNode(texts.one(TIMES));
            case BINARY -> JSON.textNode(texts.one(BINARIES));
            case REFERENCE -> JSON.textNode(texts.one(REFERENCES));
            case COMPLEX -> complex(attribute);
        };
    }

    /** The text of a JSON value that an attribute of this type can be compared with. */
    String literal(Attribute attribute) {
        JsonNode value = element(attribute);
        return value.isTextual() && attribute.type() != AttributeType.DATE_TIME
                ? JSON.textNode(texts.near(value.textValue())).toString()
                : value.toString();
    }

    private JsonNode complex(Attribute attribute) {
        ObjectNode object = object(attribute.subAttributes(), 2);
        attribute
                .subAttribute("value")
                .filter(RandomValues::isWritable)
                .ifPresent(sub -> object.set("value", element(sub)));
        attribute.subAttributes().stream()
                .filter(sub -> isWritable(sub) && object.isEmpty())
                .forEach(sub -> object.set(sub.name(), value(sub)));
        return object;
    }

    /** One to three elements, at most one of them primary. */
    private JsonNode values(Attribute attribute) {
        ArrayNode array = JSON.arrayNode();
        boolean primary = false;
        for (int i = random.nextInt(3); i >= 0; i--) {
            JsonNode element = element(attribute);
            if (element.path("primary").asBoolean() && primary) {
                ((ObjectNode) element).remove("primary");
            }
            primary |= element.path("primary").asBoolean();
            array.add(element);
        }
        return array;
    }
}
