package io.sluice.load.scenario;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What came back.
 *
 * @param body empty when there was none
 */
public record Answer(int status, String body) {

    /** Empty for a body that is no JSON object. */
    public Optional<JsonObject> json() {
        try {
            return body.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(body));
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }

    /** The text at that key of the document. */
    public Optional<String> text(String key) {
        return json().map(document -> document.getValue(key)).map(String::valueOf);
    }

    /** The resources of a list. */
    public JsonArray resources() {
        return json().map(document -> document.getJsonArray("Resources")).orElseGet(JsonArray::new);
    }

    /** The first resource of a list. */
    public Optional<JsonObject> first() {
        JsonArray resources = resources();
        return resources.isEmpty() ? Optional.empty() : Optional.of(resources.getJsonObject(0));
    }

    /** {@code totalResults} of a list, or -1. */
    public int total() {
        return json().map(document -> document.getInteger("totalResults", -1)).orElse(-1);
    }
}
