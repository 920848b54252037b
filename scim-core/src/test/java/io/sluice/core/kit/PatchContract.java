package io.sluice.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.vectors.Vectors;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PATCH of everything but members. */
public abstract class PatchContract extends BackendContract {

    static Stream<Named<JsonNode>> patches() {
        return Vectors.named(PatchContract.class, "patches.json");
    }

    /** A vector has the document {@code before}, the {@code operations}, and {@code after} or the kind of {@code error}. */
    @ParameterizedTest
    @MethodSource("patches")
    void aPatchLeavesTheDocumentThatTheVectorSays(JsonNode vector) {
        String userName = Fixtures.name("patched");
        ObjectNode before = document(vector.path("before"), userName);
        StoredResource user = client().create(Fixtures.USER, before);
        String operations = vector.path("operations")
                .valueStream()
                .map(JsonNode::toString)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();

        if (vector.has("error")) {
            ErrorKind kind = ErrorKind.valueOf(vector.path("error").asText());
            client().refused(kind, client().requests().patch(user, operations));
            assertThat(client().read(user).version()).isEqualTo(user.version());
            assertThat(Documents.of(client().read(user))).isEqualTo(Documents.of(user));
        } else {
            BackendReply.Stored reply = client().patch(user, operations);
            ObjectNode after = document(vector.path("after"), userName);
            assertThat(Documents.of(reply.resource())).isEqualTo(after);
            assertThat(Documents.of(client().read(user))).isEqualTo(after);
            assertThat(reply.changed()).isEqualTo(!after.equals(Documents.of(user)));
        }
    }

    @Test
    void aChangeMakesANewVersion() {
        StoredResource user = client().user(Fixtures.name("v"));

        BackendReply.Stored reply = client().patch(user, replace("displayName", "新しい"));

        assertThat(reply.changed()).isTrue();
        assertThat(reply.resource().version()).isNotEqualTo(user.version());
        assertThat(reply.resource().created()).isEqualTo(user.created());
        assertThat(reply.resource().lastModified()).isAfterOrEqualTo(user.lastModified());
        assertThat(client().read(user).version()).isEqualTo(reply.resource().version());
    }

    @Test
    void noChangeMakesNoNewVersion() {
        StoredResource user = client().user(Fixtures.name("v"));
        StoredResource patched =
                client().patch(user, replace("displayName", "Same")).resource();

        BackendReply.Stored reply = client().patch(user, replace("displayName", "Same"));

        assertThat(reply.changed()).isFalse();
        assertThat(reply.resource().version()).isEqualTo(patched.version());
        assertThat(reply.resource().lastModified()).isEqualTo(patched.lastModified());
    }

    @Test
    void eachVersionIsANewOne() {
        StoredResource user = client().user(Fixtures.name("v"));

        StoredResource there = client().patch(user, replace("title", "Chief")).resource();
        StoredResource back = client().patch(user, "{\"op\": \"remove\", \"path\": \"title\"}")
                .resource();

        assertThat(Documents.of(back)).isEqualTo(Documents.of(user));
        assertThat(back.version()).isNotEqualTo(there.version()).isNotEqualTo(user.version());
    }

    @Test
    void aTakenUserNameIsRefusedAndNothingChanges() {
        String taken = Fixtures.name("taken");
        client().user(taken);
        StoredResource user = client().user(Fixtures.name("free"));

        client().refused(
                        ErrorKind.UNIQUENESS,
                        client().requests()
                                .patch(
                                        user,
                                        replace("title", "Thief") + ","
                                                + replace("userName", taken.toUpperCase(Locale.ROOT))));

        assertThat(client().read(user).version()).isEqualTo(user.version());
        assertThat(Documents.of(client().read(user))).isEqualTo(Documents.of(user));
    }

    @Test
    void aUserNameThatIsGivenUpIsFreeAndTheNewOneIsFound() {
        String name = Fixtures.name("Ügly");
        String better = Fixtures.name("BEAUTIFUL-ß");
        StoredResource user = client().user(name);

        client().patch(user, replace("userName", better));

        assertThat(client().ids(Fixtures.USER, "userName eq \"" + better.toLowerCase(Locale.ROOT) + "\""))
                .containsExactly(user.id());
        assertThat(client().ids(Fixtures.USER, "userName eq \"" + name + "\"")).isEmpty();
        assertThat(client().user(name).id()).isNotEqualTo(user.id());
    }

    @Test
    void aPasswordIsTakenAndNeverInTheDocument() {
        StoredResource user = client().user(Fixtures.name("secretive"));

        BackendReply.Stored reply = client().patch(user, replace("password", "Tr0ub4dor&3-horse"));

        assertThat(reply.resource().attributes().toString()).doesNotContain("Tr0ub4dor", "password");
        assertThat(Documents.of(client().read(user))).isEqualTo(Documents.of(user));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        StoredResource user = client().user(Fixtures.name("gone"));
        client().delete(user);

        client().refused(ErrorKind.NOT_FOUND, client().requests().patch(user, replace("title", "Ghost")));
    }

    @Test
    void aRenamedGroupShowsItsNewNameInItsMembers() {
        StoredResource user = client().user(Fixtures.name("u"));
        StoredResource group = client().group(Fixtures.name("old"), user);
        String renamed = Fixtures.name("Überarbeitet");

        client().patch(group, replace("displayName", renamed));

        assertThat(BackendClient.groupsOf(client().read(user)).groups())
                .singleElement()
                .satisfies(reference -> assertThat(reference.display()).isEqualTo(renamed));
        assertThat(client().memberIds(group)).containsExactly(user.id());
    }

    private static String replace(String path, String value) {
        return """
                {"op": "replace", "path": "%s", "value": "%s"}""".formatted(path, value);
    }

    /** The vector's document with what every user has, in the order of the schema. */
    private static ObjectNode document(JsonNode fields, String userName) {
        ObjectNode document = Fixtures.user(userName);
        fields.properties().forEach(field -> document.set(field.getKey(), field.getValue()));
        return document;
    }
}
