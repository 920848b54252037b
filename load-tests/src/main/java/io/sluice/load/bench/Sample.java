package io.sluice.load.bench;

import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Person;
import io.sluice.load.drive.ScimClient;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Users that exist, drawn from those that {@code load fill} made. */
final class Sample {

    private static final int LANES = 16;

    private final List<Known> users;

    record Known(Person person, String id) {}

    private Sample(List<Known> users) {
        this.users = List.copyOf(users);
    }

    Known at(long sequence) {
        return users.get((int) (sequence % users.size()));
    }

    List<String> ids() {
        return users.stream().map(Known::id).toList();
    }

    /**
     * @param filled how many users the tenant was filled with
     * @param size how many to draw
     */
    static Future<Sample> draw(ScimClient client, int filled, int size, long seed) {
        People people = new People();
        SplittableRandom random = new SplittableRandom(seed);
        List<Person> wanted = random.ints(0, filled)
                .distinct()
                .limit(Math.min(size, filled))
                .mapToObj(people::person)
                .toList();
        List<Known> found = new ArrayList<>();
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(look(client, wanted, lane, found));
        }
        return Future.all(lanes)
                .compose(all -> found.isEmpty()
                        ? Future.failedFuture(
                                "There are no users to measure with: run load fill --users " + filled + " first")
                        : Future.succeededFuture(new Sample(found)));
    }

    private static Future<Void> look(ScimClient client, List<Person> wanted, int index, List<Known> found) {
        if (index >= wanted.size()) {
            return Future.succeededFuture();
        }
        Person person = wanted.get(index);
        return client.find("/Users", "userName eq \"" + person.userName() + "\"")
                .compose(answer -> {
                    JsonArray resources = answer.json().getJsonArray("Resources", new JsonArray());
                    if (!resources.isEmpty()) {
                        found.add(new Known(person, ((JsonObject) resources.getValue(0)).getString("id")));
                    }
                    return look(client, wanted, index + LANES, found);
                });
    }
}
