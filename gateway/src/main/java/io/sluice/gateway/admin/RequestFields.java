package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a request's JSON object, read strictly: a name nobody knows is a mistake that somebody wants to hear of. */
public final class RequestFields {

    private final ObjectNode object;

    private RequestFields(ObjectNode object) {
        this.object = object;
    }

    /**
     * @throws ScimException when the body is no JSON object or has an unknown field
     */
    static RequestFields read(Buffer body, String... known) {
        ObjectNode object = body.length() == 0 ? JsonNodeFactory.instance.objectNode() : StrictJson.parseObject(body);
        List<String> names = List.of(known);
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw wrong("The body has a field that is unknown here; known: " + String.join(", ", names) + ".");
            }
        });
        return new RequestFields(object);
    }

    /** Whether the field stands there, be it null. */
    public boolean has(String name) {
        return object.has(name);
    }

    public boolean isNull(String name) {
        return object.path(name).isNull();
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name + " is needed: a text that is not empty."));
    }

    public Optional<String> optionalText(String name) {
        return value(name).map(node -> {
            if (!node.isTextual()
                    || node.textValue().isBlank()
                    || node.textValue().length() > 1024) {
                throw wrong(name + " must be a text that is not empty, at most 1024 characters.");
            }
            return node.textValue();
        });
    }

    public Optional<Boolean> optionalFlag(String name) {
        return value(name).map(node -> {
            if (!node.isBoolean()) {
                throw wrong(name + " must be true or false.");
            }
            return node.booleanValue();
        });
    }

    public Optional<Integer> optionalInteger(String name) {
        return value(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw wrong(name + " must be a whole number.");
            }
            return node.intValue();
        });
    }

    public Optional<List<String>> optionalTexts(String name) {
        return value(name).map(node -> {
            List<String> texts = new ArrayList<>();
            if (!node.isArray()) {
                throw wrong(name + " must be an array of texts.");
            }
            for (JsonNode item : node) {
                if (!item.isTextual() || item.textValue().isBlank()) {
                    throw wrong(name + " must be an array of texts.");
                }
                texts.add(item.textValue());
            }
            return texts;
        });
    }

    public static ScimException wrong(String detail) {
        return ScimException.of(ErrorKind.BAD_REQUEST, detail);
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }
}
