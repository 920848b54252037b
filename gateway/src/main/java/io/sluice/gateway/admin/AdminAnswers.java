package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.Listing;
import io.sluice.core.json.StrictJson;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.http.MediaTypes;
import java.util.function.Function;

/** Answers of the administration API. */
public final class AdminAnswers {

    private AdminAnswers() {}

    public static Answer ok(JsonNode document) {
        return json(200, document);
    }

    public static Answer created(JsonNode document, String location) {
        return json(201, document).with("Location", location);
    }

    public static Answer noContent() {
        return Answer.empty(204);
    }

    /** {@code {"items": [...], "nextCursor": ...}}. */
    public static <T> Answer list(Listing<T> listing, Function<T, ? extends JsonNode> item) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode items = document.putArray("items");
        listing.items().forEach(value -> items.add(item.apply(value)));
        listing.nextCursor()
                .ifPresentOrElse(next -> document.put("nextCursor", next), () -> document.putNull("nextCursor"));
        return ok(document);
    }

    private static Answer json(int status, JsonNode document) {
        return Answer.bytes(status, MediaTypes.JSON, StrictJson.write(document));
    }
}
