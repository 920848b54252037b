package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The steady traffic of a tenant, every request by itself: of 20 requests 8 match, 4 read, 3 update, 1 creates, 2 change a
 * membership, 1 probes one and 1 lists a page.
 */
final class Mix {

    private static final String KINDS = "mrmumrmagmurmpcrmuml";

    private final Scale scale;
    private final Population population;
    private final World world;
    private final Members members;
    private final Shape createUser = Shape.named("create-user");
    private final Shape updateUser = Shape.named("update-user");
    private final AtomicInteger created = new AtomicInteger();

    Mix(Scale scale, World world) {
        this.scale = scale;
        this.population = new Population(scale);
        this.world = world;
        this.members = new Members(population, world);
    }

    static Scenario scenario(Scale scale, World world) {
        Mix mix = new Mix(scale, world);
        return new Scenario(
                "mixed-tenants",
                Filled.phases(scale, mix.population, world),
                List.of(new Phase("mix", Phase.ENDLESS, 1, mix::request), Totals.phase(world)));
    }

    private Optional<Exchange> request(int number) {
        int index = Math.floorMod(number * 7_919, scale.users());
        int group = Math.floorMod(number * 31, Math.max(1, scale.groups()));
        return switch (KINDS.charAt(number % KINDS.length())) {
            case 'm' -> Optional.of(match(index));
            case 'r' ->
                world.user(index)
                        .map(id -> Exchange.get("read user", "/Users/" + id).holding(Contents.resource("id", id)));
            case 'u' -> world.user(index).map(id -> update(index, id, number));
            case 'c' -> Optional.of(create());
            case 'a' -> regroup("add member", "Add", group);
            case 'g' -> regroup("remove member", "Remove", group);
            case 'p' -> probe(group);
            default -> Optional.of(Exchange.get("list page", "/Users?count=100").holding(Contents.list()));
        };
    }

    private Exchange match(int index) {
        return Exchange.get("match user", Requests.find("/Users", Requests.userNameIs(population.person(index))))
                .holding(Contents.one());
    }

    private Exchange update(int index, String id, int number) {
        Map<String, String> values = population.person(index).values(number);
        return Exchange.patch("update user", "/Users/" + id, updateUser.with(values));
    }

    private Exchange create() {
        int fresh = scale.users() + created.getAndIncrement();
        Person person = population.person(fresh);
        Map<String, String> values = new HashMap<>(person.values(0));
        return Exchange.post("create user", "/Users", createUser.with(values))
                .holding(Contents.resource("userName", person.userName()))
                .then(answer -> {
                    answer.text("id").ifPresent(id -> world.user(fresh, id));
                    return Optional.empty();
                });
    }

    private Optional<Exchange> regroup(String operation, String op, int group) {
        List<String> last = members.of(group, population.groupSize(group) - 1, population.groupSize(group));
        return world.group(group)
                .map(id -> Exchange.patch(operation, "/Groups/" + id, Requests.memberPatch(op, last))
                        .holding(Contents.withoutMembers()));
    }

    private Optional<Exchange> probe(int group) {
        List<String> first = members.of(group, 0, 1);
        return world.group(group).filter(id -> !first.isEmpty()).map(id -> {
            String filter = "id eq \"" + id + "\" and members eq \"" + first.getFirst() + "\"";
            return Exchange.get("probe member", Requests.find("/Groups", filter) + "&attributes=id")
                    .holding(Contents.list());
        });
    }
}
