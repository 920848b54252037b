package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every change writes one event with it; what fails or changes nothing writes none. */
public abstract class AuditContract extends BackendContract {

    private static final Actor OKTA = new Actor("credential-π", "okta", "2001:db8::7");

    @Test
    void anEventSaysWhoDidWhatToWhom() {
        Instant before = Instant.now().minus(Duration.ofSeconds(30));
        BackendRequest.Create create = client().requests()
                .by(OKTA)
                .create(Fixtures.USER, Fixtures.user(Fixtures.name("u")).put("displayName", "Ωμέγα"));

        StoredResource user = client().stored(create).resource();

        AuditEvent event = only(events(client(), user));
        assertThat(event.id()).isNotBlank();
        assertThat(event.time()).isBetween(before, Instant.now().plus(Duration.ofSeconds(30)));
        assertThat(event.tenant()).isEqualTo(client().tenant().slug());
        assertThat(event.action()).isEqualTo("User Created");
        assertThat(event.idp()).isEqualTo("okta");
        assertThat(event.actor()).isEqualTo("credential-π");
        assertThat(event.clientAddress()).isEqualTo("2001:db8::7");
        assertThat(event.target()).isEqualTo("User/" + user.id());
        assertThat(event.outcome()).isEqualTo("success");
        assertThat(event.requestId()).isEqualTo(create.context().requestId());
        assertThat(event.changes())
                .contains(new AuditChange("displayName", Optional.empty(), Optional.of("\"Ωμέγα\"")));
    }

    @Test
    void everyChangeOfAResourceIsOneEvent() {
        BackendClient own = newTenant();
        StoredResource user = own.user("u");
        own.patch(user, title("1"));
        own.replace(user, Fixtures.user("u"));
        own.delete(user);

        List<AuditEvent> events = events(own);

        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly("User Created", "User Updated", "User Updated", "User Deleted");
        assertThat(events).extracting(AuditEvent::id).doesNotHaveDuplicates();
        assertThat(events).extracting(AuditEvent::target).containsOnly("User/" + user.id());
    }

    @Test
    void aChangedAttributeIsShownWithOldAndNew() {
        StoredResource user = client().user(Fixtures.name("u"));
        client().patch(user, title("Old"));

        client().patch(user, title("New") + ",{\"op\": \"add\", \"path\": \"active\", \"value\": false}");

        assertThat(events(client(), user).getLast().changes())
                .containsExactlyInAnyOrder(
                        new AuditChange("title", Optional.of("\"Old\""), Optional.of("\"New\"")),
                        new AuditChange("active", Optional.empty(), Optional.of("false")));
    }

    @Test
    void aReplacedAttributeIsShownWithOldAndNew() {
        String name = Fixtures.name("u");
        StoredResource user = client().create(Fixtures.USER, Fixtures.user(name).put("title", "Old"));

        client().replace(user, Fixtures.user(name).put("nickName", "Nick"));

        assertThat(events(client(), user).getLast().changes())
                .containsExactlyInAnyOrder(
                        new AuditChange("title", Optional.of("\"Old\""), Optional.empty()),
                        new AuditChange("nickName", Optional.empty(), Optional.of("\"Nick\"")));
    }

    @Test
    void membersAreShownAsWhoCameAndWhoLeft() {
        List<StoredResource> users = client().users(Fixtures.names("m", 3));
        StoredResource group = client().group(Fixtures.name("g"), users.get(0));
        client().patch(group, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}, {"value": "%s"}]}""".formatted(users.get(0).id(), users.get(1).id()));
        client().patch(group, """
                {"op": "replace", "path": "members", "value": [{"value": "%s"}, {"value": "%s"}]}""".formatted(users.get(1).id(), users.get(2).id()));

        List<AuditEvent> events = events(client(), group);

        assertThat(events)
                .extracting(AuditEvent::action)
                .containsExactly("Group Created", "Group Updated", "Group Updated");
        assertThat(events.get(0).changes()).contains(members(Optional.empty(), Optional.of(users.get(0))));
        assertThat(events.get(1).changes()).containsExactly(members(Optional.empty(), Optional.of(users.get(1))));
        assertThat(events.get(2).changes())
                .containsExactly(members(Optional.of(users.get(0)), Optional.of(users.get(2))));
    }

    @Test
    void whatChangesNothingIsNotAudited() {
        BackendClient own = newTenant();
        StoredResource user = own.user("u");
        StoredResource group = own.group("g", user);
        int before = events(own).size();

        own.patch(user, "{\"op\": \"remove\", \"path\": \"title\"}");
        own.replace(user, Fixtures.user("u"));
        own.patch(group, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(user.id()));

        assertThat(events(own)).hasSize(before);
    }

    @Test
    void whatFailsIsNotAudited() {
        BackendClient own = newTenant();
        StoredResource user = own.user("u");
        StoredResource group = own.group("g");
        int before = events(own).size();

        own.refused(ErrorKind.UNIQUENESS, own.requests().create(Fixtures.USER, Fixtures.user("U")));
        own.refused(
                ErrorKind.NOT_FOUND,
                own.requests().read(Fixtures.USER, UUID.randomUUID().toString()));
        own.refused(
                ErrorKind.PRECONDITION_FAILED, Requests.ifMatch(own.requests().patch(user, title("Never")), "stale"));
        own.refused(ErrorKind.INVALID_VALUE, own.requests().patch(group, """
                {"op": "replace", "path": "displayName", "value": "Never"},
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(UUID.randomUUID())));
        own.refused(ErrorKind.NO_TARGET, own.requests().patch(user, title("Never") + """
                ,{"op": "replace", "path": "emails[value eq \\"x\\"].type", "value": "work"}"""));

        assertThat(events(own)).hasSize(before);
    }

    @Test
    void aPasswordIsNeverInAnEvent() {
        StoredResource user =
                client().create(Fixtures.USER, Fixtures.user(Fixtures.name("u")).put("password", "Tr0ub4dor&3-horse"));
        client().patch(user, "{\"op\": \"replace\", \"path\": \"password\", \"value\": \"Tr0ub4dor&4-horse\"}");
        client().delete(user);

        assertThat(events(client(), user).toString()).doesNotContain("Tr0ub4dor");
    }

    private static AuditChange members(Optional<StoredResource> left, Optional<StoredResource> came) {
        return new AuditChange("members", left.map(AuditContract::ids), came.map(AuditContract::ids));
    }

    private static String ids(StoredResource resource) {
        return "[\"" + resource.id() + "\"]";
    }

    private static AuditEvent only(List<AuditEvent> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static String title(String title) {
        return """
                {"op": "replace", "path": "title", "value": "%s"}""".formatted(title);
    }
}
