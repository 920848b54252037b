package io.sluice.core.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.DraftReader;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.vectors.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any sequence of operations on any document; both are mixed from the vectors. */
class PatchPropertiesTest {

    private static final List<JsonNode> VECTORS = Vectors.read(PatchPropertiesTest.class, "operations.json")
            .valueStream()
            .filter(vector -> vector.get("type").textValue().equals(ResourceType.USER))
            .toList();

    private static final ResourceType USER = Vectors.type(VECTORS.getFirst());

    @Property
    void patchingLeavesTheDocumentAndTheOperationsAsTheyWere(
            @ForAll("documents") ObjectNode document, @ForAll("operations") List<JsonNode> operations) {
        ObjectNode before = document.deepCopy();
        bind(operations).ifPresent(plan -> {
            String planBefore = plan.toString();
            apply(document, plan);
            assertThat(document).isEqualTo(before);
            assertThat(plan).hasToString(planBefore);
        });
    }

    @Property
    void aPatchedDocumentIsOneThatCouldHaveBeenPosted(
            @ForAll("documents") ObjectNode document, @ForAll("operations") List<JsonNode> operations) {
        bind(operations)
                .flatMap(plan -> apply(document, plan))
                .ifPresent(patched ->
                        assertThat(DraftReader.read(patched, USER).attributes()).isEqualTo(patched));
    }

    @Property
    void theSameReplaceAgainChangesNothing(
            @ForAll("documents") ObjectNode document, @ForAll("replaces") JsonNode operation) {
        bind(List.of(operation))
                .ifPresent(plan -> apply(document, plan)
                        .ifPresent(once -> assertThat(apply(once, plan)).contains(once)));
    }

    @Property
    void theSameAddAgainChangesNothing(@ForAll("documents") ObjectNode document, @ForAll("adds") JsonNode operation) {
        bind(List.of(operation))
                .ifPresent(plan -> apply(document, plan)
                        .ifPresent(once -> assertThat(apply(once, plan)).contains(once)));
    }

    @Property
    void operationsOneByOneGiveTheSameAsTogether(
            @ForAll("documents") ObjectNode document, @ForAll("operations") List<JsonNode> operations) {
        Optional<ObjectNode> together = bind(operations).flatMap(plan -> apply(document, plan));
        Optional<ObjectNode> oneByOne = Optional.of(document);
        for (JsonNode operation : operations) {
            oneByOne = oneByOne.flatMap(current -> bind(List.of(operation)).flatMap(plan -> apply(current, plan)));
        }
        // Together may do what step by step may not: a required value can be gone in between.
        if (oneByOne.isPresent()) {
            assertThat(together).isEqualTo(oneByOne);
        }
    }

    @Provide
    Arbitrary<ObjectNode> documents() {
        List<JsonNode> documents = VECTORS.stream()
                .flatMap(vector -> Stream.of(vector.path("before"), vector.path("after")))
                .filter(JsonNode::isObject)
                .distinct()
                .toList();
        return Arbitraries.of(documents).map(document -> (ObjectNode) document.deepCopy());
    }

    @Provide
    Arbitrary<List<JsonNode>> operations() {
        return operation(any -> true).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<JsonNode> replaces() {
        return operation(operation -> operation.get("op").asText().equals("replace"));
    }

    @Provide
    Arbitrary<JsonNode> adds() {
        return operation(operation -> operation.get("op").asText().equals("add"));
    }

    private static Arbitrary<JsonNode> operation(Predicate<JsonNode> wanted) {
        return Arbitraries.of(VECTORS.stream()
                .filter(vector -> !vector.has("error"))
                .flatMap(vector -> vector.get("patch").valueStream())
                .filter(wanted)
                .toList());
    }

    private static Optional<List<PatchOperation>> bind(List<JsonNode> operations) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(PatchParser.URN);
        body.putArray("Operations").addAll(operations);
        return Optional.of(PatchBinder.bind(PatchParser.parse(body), USER).operations());
    }

    private static Optional<ObjectNode> apply(ObjectNode document, List<PatchOperation> operations) {
        try {
            return Optional.of(PatchApplier.apply(document, operations, USER));
        } catch (ScimException e) {
            return Optional.empty();
        }
    }
}
