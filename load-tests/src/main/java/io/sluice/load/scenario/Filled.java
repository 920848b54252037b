package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Shape;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Fills a tenant by bulk requests: all users, then all groups with their members. */
public final class Filled {

    /** Members that a group is created with; more follow by PATCH. */
    private static final int MEMBERS_AT_ONCE = 1_000;

    private static final int GROUPS_PER_BULK = 20;

    private Filled() {}

    /** The phases, in order; they may be run by any engine. */
    public static List<Phase> phases(Scale scale, Population population, World world) {
        return List.of(users(scale, population, world), groups(scale, population, world));
    }

    private static Phase users(Scale scale, Population population, World world) {
        Shape shape = Shape.named("create-user");
        Bulk bulk = new Bulk(
                "bulk of " + scale.bulk() + " users",
                "/Users",
                number -> new JsonObject(Requests.shaped(shape, population.person(number), 0)),
                world::user);
        int requests = (scale.users() + scale.bulk() - 1) / scale.bulk();
        return new Phase("fill users", requests, 1, request -> {
            int from = request * scale.bulk();
            return Optional.of(bulk.create(from, Math.min(scale.users(), from + scale.bulk()), Exchange.Next.NOTHING));
        });
    }

    private static Phase groups(Scale scale, Population population, World world) {
        Members members = new Members(population, world);
        Bulk bulk = new Bulk(
                "bulk of groups",
                "/Groups",
                group -> new JsonObject()
                        .put("schemas", new JsonArray().add(Requests.GROUP))
                        .put("externalId", population.groupExternalId(group))
                        .put("displayName", population.groupName(group))
                        .put("members", values(members.of(group, 0, first(population, group)))),
                world::group);
        int requests = (scale.groups() + GROUPS_PER_BULK - 1) / GROUPS_PER_BULK;
        return new Phase("fill groups", requests, 1, request -> {
            int from = request * GROUPS_PER_BULK;
            int to = Math.min(scale.groups(), from + GROUPS_PER_BULK);
            return Optional.of(
                    bulk.create(from, to, answer -> more(population, members, world, from, to, MEMBERS_AT_ONCE)));
        });
    }

    /** The members that the large groups of this request still lack, from this position on. */
    private static Optional<Exchange> more(
            Population population, Members members, World world, int group, int to, int position) {
        int current = group;
        int at = position;
        while (current < to && at >= population.groupSize(current)) {
            current++;
            at = MEMBERS_AT_ONCE;
        }
        if (current == to) {
            return Optional.empty();
        }
        int next = current;
        int end = Math.min(population.groupSize(next), at + MEMBERS_AT_ONCE);
        String body = Requests.memberPatch("add", members.of(next, at, end));
        return world.group(next)
                .map(id -> Exchange.patch("add 1,000 members", "/Groups/" + id, body)
                        .then(answer -> more(population, members, world, next, to, end)));
    }

    private static int first(Population population, int group) {
        return Math.min(MEMBERS_AT_ONCE, population.groupSize(group));
    }

    static JsonArray values(List<String> ids) {
        JsonArray values = new JsonArray();
        ids.forEach(id -> values.add(new JsonObject().put("value", id)));
        return values;
    }
}
