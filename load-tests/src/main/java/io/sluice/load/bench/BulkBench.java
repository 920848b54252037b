package io.sluice.load.bench;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.load.drive.Operation;
import io.sluice.load.drive.ScimClient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Bulk requests that create users who are in no other request. */
final class BulkBench {

    private static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final ScimClient client;
    private final String run;
    private final People people = new People();
    private final Shape shape = Shape.named("create-user");
    private int rows;

    BulkBench(ScimClient client, long run) {
        this.client = client;
        this.run = Long.toString(run, Character.MAX_RADIX);
    }

    /** Each call makes a row of its own: two of the same size never send the same names. */
    Operation creating(int users) {
        String row = run + '.' + rows++;
        Operation creating = sequence -> client.post("/Bulk", body(users, row + '.' + sequence))
                .compose(answer -> {
                    int created = answer.body().toString().split("\"status\":\"201\"", -1).length - 1;
                    return answer.status() == 200 && created == users
                            ? Future.succeededFuture()
                            : Future.failedFuture("status " + answer.status() + " or not every user created");
                });
        return creating.counted();
    }

    private String body(int users, String request) {
        JsonArray operations = new JsonArray();
        for (int number = 0; number < users; number++) {
            Person person = people.person(number);
            Map<String, String> values = new HashMap<>(person.values(0));
            String unique = request + "." + number;
            values.put("userName", "bulk." + unique + "@contoso.example");
            values.put("externalId", "bulk-" + unique);
            values.put("email", "bulk." + unique + "@contoso.example");
            operations.add(new JsonObject()
                    .put("method", "POST")
                    .put("path", "/Users")
                    .put("bulkId", "n" + number)
                    .put("data", new JsonObject(shape.with(values))));
        }
        return new JsonObject()
                .put("schemas", new JsonArray().add(BULK_REQUEST))
                .put("Operations", operations)
                .encode();
    }
}
