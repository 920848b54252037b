package io.sluice.load.scenario;

import io.sluice.gateway.demo.data.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The single chains of requests that Okta sends. */
final class Okta {

    private static final int PAGE = 100;

    private final Population population;
    private final World world;
    private final Members members;

    Okta(Population population, World world) {
        this.population = population;
        this.world = world;
        this.members = new Members(population, world);
    }

    /** Reads everybody in pages of 100, one page after the other. */
    Optional<Exchange> importUsers(int ignored) {
        return Optional.of(page(1));
    }

    private Exchange page(int startIndex) {
        return Exchange.get("import page", "/Users?startIndex=" + startIndex + "&count=" + PAGE)
                .holding(answer -> answer.json()
                                .map(body -> body.getInteger("startIndex", -1) == startIndex
                                        && body.getInteger("itemsPerPage", -1)
                                                == answer.resources().size())
                                .orElse(false)
                        ? Optional.empty()
                        : Optional.of("not the page that was asked for"))
                .then(answer -> {
                    world.imported(answer.resources().size());
                    return startIndex + PAGE > answer.total() ? Optional.empty() : Optional.of(page(startIndex + PAGE));
                });
    }

    /** Matched by name with paging, then created with the empty group list, a password and a locale. */
    Optional<Exchange> assign(int index) {
        Person person = population.person(index);
        return Optional.of(Exchange.get(
                        "match user", Requests.find("/Users", Requests.userNameIs(person)) + "&startIndex=1&count=100")
                .holding(Contents.list())
                .then(answer -> answer.first()
                        .map(found -> {
                            world.user(index, found.getString("id"));
                            return Optional.<Exchange>empty();
                        })
                        .orElseGet(() -> Optional.of(create(index, person)))));
    }

    private Exchange create(int index, Person person) {
        return Exchange.post("create user", "/Users", user(person).encode())
                .holding(Contents.resource("userName", person.userName()))
                .then(answer -> {
                    answer.text("id").ifPresent(id -> world.user(index, id));
                    return Optional.empty();
                });
    }

    private static JsonObject user(Person person) {
        Map<String, String> values = person.values(0);
        return new JsonObject()
                .put("schemas", new JsonArray().add("urn:ietf:params:scim:schemas:core:2.0:User"))
                .put("userName", person.userName())
                .put(
                        "name",
                        new JsonObject().put("givenName", person.givenName()).put("familyName", person.familyName()))
                .put(
                        "emails",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("primary", true)
                                        .put("value", values.get("email"))
                                        .put("type", "work")))
                .put("displayName", values.get("displayName"))
                .put("locale", "en-US")
                .put("externalId", values.get("externalId"))
                .put("groups", new JsonArray())
                .put("password", "Made-up-" + person.index() + "-" + values.get("employeeNumber"))
                .put("active", true);
    }

    /** An update is the whole document: read, changed, put back with its id, its meta and an empty middle name. */
    Optional<Exchange> update(int index, int cycle) {
        String title = population.person(index).values(cycle).getOrDefault("title", "");
        return world.user(index)
                .map(id -> Exchange.get("read user", "/Users/" + id)
                        .holding(Contents.resource("id", id))
                        .then(answer -> answer.json().map(document -> {
                            document.put("title", title);
                            document.getJsonObject("name", new JsonObject()).put("middleName", "");
                            return Exchange.put("replace user", "/Users/" + id, document.encode())
                                    .holding(Contents.resource("title", title));
                        })));
    }

    /** Applications of Okta's gallery deactivate by a PATCH without a path. */
    Optional<Exchange> deactivate(int index) {
        String body = Requests.patch(
                new JsonObject().put("op", "replace").put("value", new JsonObject().put("active", false)));
        return world.user(index)
                .map(id -> Exchange.patch("deactivate user", "/Users/" + id, body)
                        .holding(Contents.emptyOr("active", "false")));
    }

    /** A group is created empty; each push puts the whole member list, the second time with one change. */
    Optional<Exchange> push(int group) {
        String name = population.groupName(group);
        String body = new JsonObject()
                .put("schemas", new JsonArray().add(Requests.GROUP))
                .put("displayName", name)
                .put("members", new JsonArray())
                .encode();
        List<String> all = members.all(group);
        return Optional.of(Exchange.post("create group", "/Groups", body)
                .holding(Contents.resource("displayName", name))
                .then(answer -> answer.text("id").map(id -> {
                    world.group(group, id);
                    return put(id, name, all)
                            .then(pushed -> Optional.of(put(id, name, all.subList(all.isEmpty() ? 0 : 1, all.size()))
                                    .then(again -> Optional.of(check(id, all.size() - 1)))));
                })));
    }

    private static Exchange put(String id, String name, List<String> ids) {
        return Exchange.put(
                        "push group",
                        "/Groups/" + id,
                        new JsonObject()
                                .put("schemas", new JsonArray().add(Requests.GROUP))
                                .put("id", id)
                                .put("displayName", name)
                                .put("members", Filled.values(ids))
                                .encode())
                .expecting(200, 204)
                .holding(Contents.emptyOr("id", id));
    }

    private static Exchange check(String id, int size) {
        return Exchange.get("read group", "/Groups/" + id)
                .holding(answer -> answer.json()
                                        .map(body -> body.getJsonArray("members", new JsonArray()))
                                        .map(JsonArray::size)
                                        .orElse(-1)
                                == size
                        ? Optional.empty()
                        : Optional.of("not the members that were pushed"));
    }
}
