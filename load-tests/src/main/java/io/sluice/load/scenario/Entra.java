package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The single chains of requests that Microsoft Entra ID sends, without the flag aadOptscim062020. */
final class Entra {

    private static final int MEMBERS_PER_OPERATION = 50;

    private final Population population;
    private final World world;
    private final Members members;
    private final Shape createUser = Shape.named("create-user");
    private final Shape updateUser = Shape.named("update-user");
    private final Shape setManager = Shape.named("set-manager");
    private final Shape createGroup = Shape.named("create-group");
    private final String deactivate = Shape.named("deactivate-user").template();

    Entra(Population population, World world) {
        this.population = population;
        this.world = world;
        this.members = new Members(population, world);
    }

    /** Test Connection: strangers are not found, and the schemas are read. */
    Optional<Exchange> testConnection(int ignored) {
        String stranger = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
        Exchange schemas = Exchange.get("test connection", "/Schemas");
        Exchange group = Exchange.get(
                        "test connection",
                        Requests.find("/Groups", "displayName eq " + Requests.quoted(stranger))
                                + "&excludedAttributes=members")
                .holding(Contents.emptyList())
                .then(answer -> Optional.of(schemas));
        return Optional.of(
                Exchange.get("test connection", Requests.find("/Users", "userName eq " + Requests.quoted(stranger)))
                        .holding(Contents.emptyList())
                        .then(answer -> Optional.of(group)));
    }

    /** A user that is not found is created, one that is found is linked and updated. */
    Optional<Exchange> provision(int index) {
        Person person = population.person(index);
        return Optional.of(Exchange.get("match user", Requests.find("/Users", Requests.userNameIs(person)))
                .holding(Contents.list())
                .then(answer -> Optional.of(
                        answer.first().map(found -> link(index, found)).orElseGet(() -> create(index, person)))));
    }

    private Exchange create(int index, Person person) {
        return Exchange.post("create user", "/Users", Requests.shaped(createUser, person, 0))
                .holding(Contents.resource("userName", person.userName()))
                .then(answer -> {
                    answer.text("id").ifPresent(id -> world.user(index, id));
                    return Optional.empty();
                });
    }

    private Exchange link(int index, JsonObject found) {
        String id = found.getString("id");
        world.user(index, id);
        return update(index, id, 0);
    }

    private Exchange update(int index, String id, int cycle) {
        String title = population.person(index).values(cycle).getOrDefault("title", "");
        return Exchange.patch(
                        "update user", "/Users/" + id, Requests.shaped(updateUser, population.person(index), cycle))
                .holding(Contents.emptyOr("title", title));
    }

    /** Managers are set once everybody is there: one for ten. */
    Optional<Exchange> manager(int index) {
        Optional<String> manager = world.user(index / 10);
        return world.user(index)
                .filter(id -> !manager.equals(Optional.of(id)))
                .flatMap(id -> manager.map(boss ->
                        Exchange.patch("set manager", "/Users/" + id, setManager.with(Map.of("manager", boss)))));
    }

    /** A group that is not found is created; then its members are added, several in one operation. */
    Optional<Exchange> provisionGroup(int group) {
        String filter = "displayName eq " + Requests.quoted(population.groupName(group));
        return Optional.of(Exchange.get("match group", Requests.find("/Groups", filter) + "&excludedAttributes=members")
                .holding(Contents.list())
                .then(answer -> Optional.of(answer.first()
                        .map(found -> add(group, found.getString("id"), 0))
                        .orElseGet(() -> createGroup(group)))));
    }

    private Exchange createGroup(int group) {
        return Exchange.post("create group", "/Groups", Requests.createGroup(createGroup, population, group))
                .holding(Contents.resource("displayName", population.groupName(group)))
                .then(answer -> answer.text("id").map(id -> add(group, id, 0)));
    }

    private Exchange add(int group, String id, int from) {
        world.group(group, id);
        int to = Math.min(population.groupSize(group), from + MEMBERS_PER_OPERATION);
        return Exchange.patch("add members", "/Groups/" + id, Requests.memberPatch("Add", members.of(group, from, to)))
                .holding(Contents.withoutMembers())
                .then(answer -> to < population.groupSize(group) ? Optional.of(add(group, id, to)) : Optional.empty());
    }

    /** How many requests {@link #provisionGroup} has on average when the groups are new. */
    double requestsPerGroup(Scale scale) {
        double patches = 0;
        for (int group = 0; group < scale.groups(); group++) {
            patches += Math.ceil(population.groupSize(group) / (double) MEMBERS_PER_OPERATION);
        }
        return 2 + patches / Math.max(1, scale.groups());
    }

    /** A changed user: found, updated, and read back. */
    Optional<Exchange> change(int index, int cycle) {
        Map<String, String> values = population.person(index).values(cycle);
        return world.user(index)
                .map(id -> Exchange.get(
                                "match user", Requests.find("/Users", Requests.userNameIs(population.person(index))))
                        .holding(Contents.one())
                        .then(found -> Optional.of(update(index, id, cycle)
                                .then(done -> Optional.of(Exchange.get("read user", "/Users/" + id)
                                        .holding(Contents.resource("title", values.getOrDefault("title", ""))))))));
    }

    /** A leaver: deactivated, and found as inactive. */
    Optional<Exchange> leave(int index) {
        Exchange check = Exchange.get(
                        "match user", Requests.find("/Users", Requests.userNameIs(population.person(index))))
                .holding(Contents.oneInactive());
        return world.user(index)
                .map(id -> Exchange.patch("deactivate user", "/Users/" + id, deactivate)
                        .holding(Contents.emptyOr("active", "false"))
                        .then(answer -> Optional.of(check)));
    }

    /** A membership that ends and comes back: the probe finds it, after the removal it does not, after the addition it does. */
    Optional<Exchange> regroup(int group) {
        List<String> first = members.of(group, 0, 1);
        return world.group(group).filter(id -> !first.isEmpty()).map(id -> {
            String path = "/Groups/" + id;
            String probe = Requests.find("/Groups", "id eq \"" + id + "\" and members eq \"" + first.getFirst() + "\"")
                    + "&attributes=id";
            Exchange added = Exchange.patch("add members", path, Requests.memberPatch("Add", first))
                    .holding(Contents.withoutMembers())
                    .then(done ->
                            Optional.of(Exchange.get("probe member", probe).holding(Contents.one())));
            Exchange gone = Exchange.get("probe member", probe)
                    .holding(Contents.emptyList())
                    .then(done -> Optional.of(added));
            return Exchange.get("probe member", probe)
                    .holding(Contents.one())
                    .then(found ->
                            Optional.of(Exchange.patch("remove member", path, Requests.memberPatch("Remove", first))
                                    .holding(Contents.withoutMembers())
                                    .then(done -> Optional.of(gone))));
        });
    }
}
