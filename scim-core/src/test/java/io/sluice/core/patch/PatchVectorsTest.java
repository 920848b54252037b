package io.sluice.core.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.dialect.Dialect;
import io.sluice.core.dialect.Firings;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Secret;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.vectors.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the body of a PATCH to the document, as RFC 7644 section 3.5.2 wants it and as IdPs send it. */
class PatchVectorsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Stream<Named<JsonNode>> operations() {
        return Vectors.named(PatchVectorsTest.class, "operations.json");
    }

    static Stream<Named<JsonNode>> recordings() {
        return Vectors.named(PatchVectorsTest.class, "recordings.json");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void standardOperations(JsonNode vector) {
        check(vector, envelope(vector));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void standardOperationsPassTheTolerantDialectUnharmed(JsonNode vector) {
        if (!vector.has("error")) {
            check(vector, Dialect.TOLERANT.rewritePatch(envelope(vector), Vectors.type(vector), new Firings()));
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recordingsOfIdentityProviders(JsonNode vector) {
        check(vector, Dialect.TOLERANT.rewritePatch(envelope(vector), Vectors.type(vector), new Firings()));
    }

    @Test
    void theRemovalOfManyMembersIsOneSetOperation() {
        ObjectNode body = JSON.objectNode();
        body.putArray("schemas").add(PatchParser.URN);
        ObjectNode operation =
                body.putArray("Operations").addObject().put("op", "Remove").put("path", "members");
        ArrayNode members = operation.putArray("value");
        IntStream.range(0, 5_000).forEach(i -> members.addObject().put("value", "user-" + i));
        ResourceType group = Vectors.type(JSON.objectNode().put("type", ResourceType.GROUP));

        PatchPlan plan = bind(Dialect.TOLERANT.rewritePatch(body, group, new Firings()), group);

        assertThat(plan.members())
                .singleElement()
                .isInstanceOfSatisfying(
                        MemberChange.Remove.class,
                        remove -> assertThat(remove.ids()).hasSize(5_000));
    }

    @Test
    void moreOperationsThanOneRequestMayHaveAreRefusedByTheirNumber() {
        ObjectNode body = JSON.objectNode();
        ArrayNode operations = body.putArray("operations");
        IntStream.range(0, PatchParser.MAX_OPERATIONS).forEach(i -> operations.addObject());

        PatchParser.checkSize(body);
        operations.addObject();

        assertThatThrownBy(() -> PatchParser.checkSize(body))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.PAYLOAD_TOO_LARGE))
                .hasMessageContaining("1001");
    }

    private static void check(JsonNode vector, JsonNode body) {
        ResourceType type = Vectors.type(vector);
        ObjectNode before = (ObjectNode) vector.get("before");
        ObjectNode untouched = before.deepCopy();
        if (vector.has("error")) {
            assertThatThrownBy(() -> patch(before, bind(body, type), type))
                    .isInstanceOfSatisfying(
                            ScimException.class,
                            e -> assertThat(e.error().kind().name())
                                    .as(e.error().detail())
                                    .isEqualTo(vector.get("error").textValue()));
        } else {
            PatchPlan plan = bind(body, type);
            assertThat(patch(before, plan, type)).isEqualTo(vector.get("after"));
            assertThat(plan.members().stream().map(PatchVectorsTest::json).toList())
                    .isEqualTo(vector.path("members").valueStream().toList());
            assertThat(plan.password().map(Secret::reveal))
                    .isEqualTo(Optional.ofNullable(vector.path("password").textValue()));
        }
        assertThat(before).isEqualTo(untouched);
    }

    private static PatchPlan bind(JsonNode body, ResourceType type) {
        return PatchBinder.bind(PatchParser.parse(body), type);
    }

    private static ObjectNode patch(ObjectNode before, PatchPlan plan, ResourceType type) {
        return PatchApplier.apply(before, plan.operations(), type);
    }

    private static JsonNode envelope(JsonNode vector) {
        ObjectNode envelope = JSON.objectNode();
        envelope.putArray("schemas").add(PatchParser.URN);
        envelope.set("Operations", vector.get("patch"));
        return envelope;
    }

    private static JsonNode json(MemberChange change) {
        ObjectNode json = JSON.objectNode();
        switch (change) {
            case MemberChange.Add add -> json.set("add", json(add.members()));
            case MemberChange.ReplaceAll all -> json.set("replaceAll", json(all.members()));
            case MemberChange.RemoveMatching matching -> json.put("removeMatching", true);
            case MemberChange.Remove remove -> new TreeSet<>(remove.ids()).forEach(json.putArray("remove")::add);
        }
        return json;
    }

    private static ArrayNode json(List<Member> members) {
        ArrayNode array = JSON.arrayNode();
        for (Member member : members) {
            ObjectNode json = array.addObject().put("value", member.value());
            member.type().ifPresent(type -> json.put("type", type));
            member.display().ifPresent(display -> json.put("display", display));
        }
        return array;
    }
}
