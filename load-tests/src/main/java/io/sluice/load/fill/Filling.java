package io.sluice.load.fill;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.load.drive.ScimClient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Sends bulk requests until everybody was created. Belongs to one event loop. */
final class Filling {

    private static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final ScimClient client;
    private final Range range;
    private final LongConsumer progress;
    private final People people = new People();
    private final Shape shape = Shape.named("create-user");
    private final List<String> refusals = new ArrayList<>();
    private int next;
    private long created;
    private long refused;

    record Result(long created, long refused, Optional<String> firstRefusal) {}

    Filling(ScimClient client, Range range, LongConsumer progress) {
        this.client = client;
        this.range = range;
        this.progress = progress;
    }

    Future<Result> run(int inFlight) {
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < inFlight; lane++) {
            lanes.add(drain());
        }
        return Future.all(lanes)
                .map(all -> new Result(created, refused, refusals.stream().findFirst()));
    }

    private Future<Void> drain() {
        if (next >= range.requests()) {
            return Future.succeededFuture();
        }
        int request = next++;
        return client.post("/Bulk", body(request)).compose(answer -> {
            count(request, answer);
            progress.accept(created + refused);
            return drain();
        });
    }

    private String body(int request) {
        JsonArray operations = new JsonArray();
        for (int index = range.begin(request); index < range.end(request); index++) {
            operations.add(new JsonObject()
                    .put("method", "POST")
                    .put("path", "/Users")
                    .put("bulkId", "u" + index)
                    .put("data", new JsonObject(shape.with(people.person(index).values(0)))));
        }
        return new JsonObject()
                .put("schemas", new JsonArray().add(BULK_REQUEST))
                .put("Operations", operations)
                .encode();
    }

    private void count(int request, ScimClient.Answer answer) {
        if (answer.status() != 200) {
            refused += range.end(request) - range.begin(request);
            refusals.add(answer.status() + " " + answer.body());
            return;
        }
        for (Object result : answer.json().getJsonArray("Operations")) {
            JsonObject operation = (JsonObject) result;
            if ("201".equals(operation.getString("status"))) {
                created++;
            } else {
                refused++;
                refusals.add(operation.encode());
            }
        }
    }
}
