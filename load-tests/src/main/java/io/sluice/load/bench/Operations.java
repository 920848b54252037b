package io.sluice.load.bench;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import io.sluice.load.drive.Operation;
import io.sluice.load.drive.ScimClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operations that are measured, by the name that the report gives them. */
final class Operations {

    /** Those that change nothing. */
    static final Set<String> READS = Set.of("get", "match", "match-external-id", "match-email", "list", "list-deep");

    private final ScimClient client;
    private final Sample sample;
    private final long run;
    private final int filled;
    private final People people = new People();
    private final Shape createUser = Shape.named("create-user");
    private final String off = Shape.named("deactivate-user").template();
    private final String on = Shape.named("reactivate-user").template();

    /**
     * @param run tells the users that this run creates from those of other runs
     * @param filled how many users the tenant has at least
     */
    Operations(ScimClient client, Sample sample, long run, int filled) {
        this.client = client;
        this.sample = sample;
        this.run = run;
        this.filled = filled;
    }

    Map<String, Operation> all() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put(
                "get",
                sequence ->
                        Check.status(client.get("/Users/" + sample.at(sequence).id()), 200));
        operations.put(
                "match",
                sequence -> Check.found(client.find(
                        "/Users",
                        "userName eq \"" + sample.at(sequence).person().userName() + "\"")));
        operations.put(
                "match-external-id",
                sequence ->
                        Check.found(client.find("/Users", "externalId eq \"" + value(sequence, "externalId") + "\"")));
        operations.put(
                "match-email",
                sequence -> Check.found(client.find("/Users", "emails.value eq \"" + value(sequence, "email") + "\"")));
        operations.put("list", sequence -> Check.status(client.get("/Users?count=100"), 200));
        operations.put(
                "list-deep",
                sequence -> Check.status(client.get("/Users?count=100&startIndex=" + Math.max(1, filled - 150)), 200));
        operations.put("create", this::create);
        operations.put("patch-active", this::patchActive);
        operations.replaceAll((name, operation) -> operation.counted());
        return operations;
    }

    private String value(long sequence, String name) {
        String value = sample.at(sequence).person().values(0).get(name);
        return value == null ? "" : value;
    }

    private io.vertx.core.Future<Void> create(long sequence) {
        Person person = people.person((int) (sequence % 1_000_000));
        Map<String, String> values = new java.util.HashMap<>(person.values(0));
        values.put("userName", "bench." + run + "." + sequence + "@contoso.example");
        values.put("externalId", "bench-" + run + "-" + sequence);
        values.put("email", "bench." + run + "." + sequence + "@contoso.example");
        return Check.status(client.post("/Users", createUser.with(values)), 201);
    }

    private io.vertx.core.Future<Void> patchActive(long sequence) {
        long round = sequence / sample.ids().size();
        return Check.status(client.patch("/Users/" + sample.at(sequence).id(), round % 2 == 0 ? off : on), 200);
    }
}
