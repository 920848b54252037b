package io.sluice.load.scenario;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** Bulk requests that create resources by their numbers. */
final class Bulk {

    private static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final String operation;
    private final String endpoint;
    private final IntFunction<JsonObject> document;
    private final BiConsumer<Integer, String> created;

    /**
     * @param document the resource of that number
     * @param created told the number and the id of each
     */
    Bulk(String operation, String endpoint, IntFunction<JsonObject> document, BiConsumer<Integer, String> created) {
        this.operation = operation;
        this.endpoint = endpoint;
        this.document = document;
        this.created = created;
    }

    /** Creates the numbers from {@code from} up to {@code to}, without it. */
    Exchange create(int from, int to, Exchange.Next next) {
        JsonArray operations = new JsonArray();
        for (int number = from; number < to; number++) {
            operations.add(new JsonObject()
                    .put("method", "POST")
                    .put("path", endpoint)
                    .put("bulkId", "n" + number)
                    .put("data", document.apply(number)));
        }
        String body = new JsonObject()
                .put("schemas", new JsonArray().add(BULK_REQUEST))
                .put("Operations", operations)
                .encode();
        return Exchange.post(operation, "/Bulk", body)
                .expecting(200)
                .holding(answer -> allCreated(answer, to - from))
                .then(answer -> {
                    results(answer).forEach(this::tell);
                    return next.after(answer);
                });
    }

    private static List<JsonObject> results(Answer answer) {
        return answer.json().map(body -> body.getJsonArray("Operations")).stream()
                .flatMap(JsonArray::stream)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static Optional<String> allCreated(Answer answer, int expected) {
        List<JsonObject> results = results(answer);
        return results.stream()
                .map(result -> result.getString("status"))
                .filter(status -> !"201".equals(status))
                .findFirst()
                .map(status -> "a bulk operation with status " + status + " instead of 201")
                .or(() -> results.size() == expected
                        ? Optional.empty()
                        : Optional.of(results.size() + " bulk results instead of " + expected));
    }

    private void tell(JsonObject result) {
        String location = result.getString("location", "");
        created.accept(
                Integer.valueOf(result.getString("bulkId", "n-1").substring(1)),
                location.substring(location.lastIndexOf('/') + 1));
    }
}
