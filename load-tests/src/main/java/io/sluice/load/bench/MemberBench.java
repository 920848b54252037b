package io.sluice.load.bench;

import io.sluice.load.drive.Operation;
import io.sluice.load.drive.ScimClient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Adds and removes single members of a group of a given size. */
final class MemberBench {

    private static final int MEMBERS_PER_PATCH = 1_000;

    private final ScimClient client;
    private final List<String> spare;
    private final String group;

    private MemberBench(ScimClient client, List<String> spare, String group) {
        this.client = client;
        this.spare = spare;
        this.group = group;
    }

    /** Makes a group with these members; the spare ones come and go. */
    static Future<MemberBench> prepare(ScimClient client, String name, List<String> members, List<String> spare) {
        JsonObject body = new JsonObject()
                .put("schemas", new JsonArray().add("urn:ietf:params:scim:schemas:core:2.0:Group"))
                .put("displayName", name);
        return client.post("/Groups", body.encode()).compose(created -> {
            MemberBench bench = new MemberBench(client, spare, created.json().getString("id"));
            return bench.fill(members, 0).map(bench);
        });
    }

    private Future<Void> fill(List<String> members, int from) {
        if (from >= members.size()) {
            return Future.succeededFuture();
        }
        int to = Math.min(members.size(), from + MEMBERS_PER_PATCH);
        return Check.status(client.patch("/Groups/" + group, patch("add", members.subList(from, to))), 200, 204)
                .compose(done -> fill(members, to));
    }

    /** All spare ones are added one by one, then removed one by one: with fewer in flight than there are, each changes something. */
    Operation addAndRemove() {
        Operation change = sequence -> {
            String member = spare.get((int) (sequence % spare.size()));
            String op = sequence / spare.size() % 2 == 0 ? "add" : "remove";
            return Check.status(client.patch("/Groups/" + group, patch(op, List.of(member))), 200, 204);
        };
        return change.counted();
    }

    private static String patch(String op, List<String> members) {
        List<JsonObject> values = new ArrayList<>();
        members.forEach(id -> values.add(new JsonObject().put("value", id)));
        return new JsonObject()
                .put("schemas", new JsonArray().add("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
                .put(
                        "Operations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("op", op)
                                        .put("path", "members")
                                        .put("value", new JsonArray(values))))
                .encode();
    }
}
