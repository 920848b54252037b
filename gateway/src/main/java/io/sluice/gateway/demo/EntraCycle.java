package io.sluice.gateway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Person;
import io.sluice.gateway.demo.data.Shape;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * What Entra ID sends, in its order: Test Connection, an initial cycle of users and groups, then an incremental cycle. A user
 * that the match query finds is linked and updated, so that the cycle can be repeated.
 */
final class EntraCycle {

    private static final int MEMBERS_PER_GROUP = 20;
    private static final int CHANGED_EVERY = 20;

    private final ScimSession scim;
    private final Ledger ledger;
    private final Workers workers;
    private final Function<Phase, ProgressBar> bars;
    private final People people = new People();
    private final Map<Integer, String> userIds = new ConcurrentHashMap<>();
    private final Map<Integer, String> groupIds = new ConcurrentHashMap<>();

    private final Shape createUser = Shape.named("create-user");
    private final Shape setManager = Shape.named("set-manager");
    private final Shape updateUser = Shape.named("update-user");
    private final Shape deactivateUser = Shape.named("deactivate-user");
    private final Shape reactivateUser = Shape.named("reactivate-user");
    private final Shape createGroup = Shape.named("create-group");
    private final Shape addMember = Shape.named("add-member");
    private final Shape removeMember = Shape.named("remove-member");

    /** A part of the run that has its own progress bar. */
    record Phase(String label, int pieces) {}

    EntraCycle(ScimSession scim, Ledger ledger, Workers workers, Function<Phase, ProgressBar> bars) {
        this.scim = scim;
        this.ledger = ledger;
        this.workers = workers;
        this.bars = bars;
    }

    void testConnection() {
        String stranger = UUID.randomUUID().toString();
        scim.expect(
                Step.TEST_CONNECTION,
                scim.firstMatch(Step.TEST_CONNECTION, "/Users", "userName eq \"" + stranger + "\"")
                        .isEmpty(),
                "a user that does not exist was found");
        scim.expect(
                Step.TEST_CONNECTION,
                scim.firstMatch(Step.TEST_CONNECTION, "/Groups", "displayName eq \"" + stranger + "\"")
                        .isEmpty(),
                "a group that does not exist was found");
        scim.get(Step.TEST_CONNECTION, "/Schemas");
    }

    void initial(int users, int groups) {
        each("initial cycle: users", users, this::provision);
        each("initial cycle: managers", users, this::link);
        each("initial cycle: groups", groups, group -> provisionGroup(group, users));
    }

    void incremental(int users, int groups) {
        each("incremental cycle: changes", users / CHANGED_EVERY, piece -> change(piece * CHANGED_EVERY));
        each("incremental cycle: leavers", Math.min(users, 1), piece -> leave(users - 1));
        each("incremental cycle: groups", groups, group -> shrink(group, users));
    }

    private void each(String label, int pieces, IntConsumer work) {
        workers.each(pieces, bars.apply(new Phase(label, pieces)), work);
    }

    private void provision(int index) {
        Person person = people.person(index);
        String filter = "userName eq \"" + person.userName() + "\"";
        var known = scim.firstMatch(Step.MATCH_USER, "/Users", filter);
        if (known.isPresent()) {
            String id = known.get().path("id").asText();
            userIds.put(index, id);
            scim.patch(Step.UPDATE_USER, "/Users/" + id, updateUser.with(person.values(0)));
            scim.patch(Step.UPDATE_USER, "/Users/" + id, reactivateUser.template());
            return;
        }
        JsonNode created = scim.post(Step.CREATE_USER, "/Users", createUser.with(person.values(0)));
        String id = created.path("id").asText();
        ledger.created(id, person.userName());
        userIds.put(index, id);
        scim.expect(
                Step.CREATE_USER,
                created.path("displayName").asText().equals(person.givenName() + " " + person.familyName()),
                "a displayName that was not sent: " + created.path("displayName"));
    }

    private void link(int index) {
        String id = userIds.get(index);
        String manager = userIds.get(index / 10);
        if (id != null && manager != null && !id.equals(manager)) {
            scim.patch(Step.SET_MANAGER, "/Users/" + id, setManager.with(Map.of("manager", manager)));
        }
    }

    private void provisionGroup(int group, int users) {
        String name = "Team %03d \"Röntgen\" 部".formatted(group);
        String filter = "displayName eq \"" + name.replace("\"", "\\\"") + "\"";
        String id = scim.firstMatch(Step.MATCH_GROUP, "/Groups", filter)
                .orElseGet(() -> scim.post(
                        Step.CREATE_GROUP,
                        "/Groups",
                        createGroup.with(Map.of("externalId", "grp-%05d".formatted(group), "displayName", name))))
                .path("id")
                .asText();
        groupIds.put(group, id);
        for (int i = 0; i < Math.min(MEMBERS_PER_GROUP, users); i++) {
            String member = userIds.get(member(group, i, users));
            if (member != null) {
                scim.patch(Step.ADD_MEMBER, "/Groups/" + id, addMember.with(Map.of("member", member)));
            }
        }
    }

    private static int member(int group, int i, int users) {
        return Math.floorMod(group * MEMBERS_PER_GROUP + i, users);
    }

    private void change(int index) {
        String id = userIds.get(index);
        if (id == null) {
            return;
        }
        Person person = people.person(index);
        Map<String, String> values = person.values(1);
        scim.get(Step.READ_USER, "/Users/" + id);
        scim.patch(Step.UPDATE_USER, "/Users/" + id, updateUser.with(values));
        JsonNode after = scim.get(Step.CHECK, "/Users/" + id);
        scim.expect(
                Step.CHECK,
                after.path("title").asText().equals(values.get("title"))
                        && after.at("/emails/0/value").asText().equals(values.get("email"))
                        && after.at("/addresses/0/locality").asText().equals(values.get("city")),
                "a change that was acknowledged is not there: " + after);
    }

    /** The last user is deactivated, must still be found, and is then removed as Entra does 30 days later. */
    private void leave(int index) {
        String id = userIds.get(index);
        if (id == null) {
            return;
        }
        Person person = people.person(index);
        scim.patch(Step.DEACTIVATE_USER, "/Users/" + id, deactivateUser.template());
        var found = scim.firstMatch(Step.CHECK, "/Users", "userName eq \"" + person.userName() + "\"");
        scim.expect(
                Step.CHECK,
                found.isPresent()
                        && found.get().path("active").isBoolean()
                        && !found.get().path("active").asBoolean(),
                "a deactivated user is not found as inactive");
        ledger.deleting(id, person.userName());
        scim.delete(Step.DELETE_USER, "/Users/" + id);
        scim.expect(
                Step.CHECK,
                scim.firstMatch(
                                Step.CHECK,
                                "/Users",
                                "externalId eq \"" + person.values(0).get("externalId") + "\"")
                        .isEmpty(),
                "a deleted user is still found");
        userIds.remove(index);
    }

    private void shrink(int group, int users) {
        String groupId = groupIds.get(group);
        String member = userIds.get(member(group, 0, users));
        if (groupId == null || member == null) {
            return;
        }
        scim.patch(Step.REMOVE_MEMBER, "/Groups/" + groupId, removeMember.with(Map.of("member", member)));
        String probe = "id eq \"" + groupId + "\" and members eq \"" + member + "\"";
        scim.expect(
                Step.CHECK,
                scim.firstMatch(Step.CHECK, "/Groups", probe).isEmpty(),
                "a member that was removed is still there");
    }
}
