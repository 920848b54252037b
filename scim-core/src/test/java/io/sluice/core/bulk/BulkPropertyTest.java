package io.sluice.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for any bulk request. References go to operations 0 to 9, of which a request has some. */
class BulkPropertyTest {

    @Property
    void everyPlanIsATopologicalOrderAndNothingIsLost(@ForAll("requests") List<BulkOperation> operations) {
        List<BulkStep> steps = plan(operations, OptionalInt.empty()).steps();

        Map<Integer, Integer> runAt = new HashMap<>();
        for (int place = 0; place < steps.size(); place++) {
            int here = place;
            assertThat(steps.get(place).after()).allMatch(earlier -> earlier >= 0 && earlier < here);
            if (!(steps.get(place) instanceof BulkStep.Link)) {
                assertThat(runAt.put(steps.get(place).operation().index(), place))
                        .isNull();
            }
        }
        assertThat(runAt).hasSameSizeAs(operations);
        BulkNames names = new BulkNames(operations);
        for (BulkStep step : steps) {
            for (String bulkId : step instanceof BulkStep.Fail ? Set.<String>of() : mentioned(step)) {
                names.creator(bulkId)
                        .ifPresent(creator -> assertThat(step.after()).contains(runAt.get(creator)));
            }
        }
    }

    @Property
    void everyReferenceArrivesWithTheCreateOrItsLink(@ForAll("requests") List<BulkOperation> operations) {
        List<BulkStep> steps = plan(operations, OptionalInt.empty()).steps();

        Map<Integer, Set<String>> arriving = new HashMap<>();
        for (BulkStep step : steps) {
            arriving.computeIfAbsent(step.operation().index(), ignored -> new TreeSet<>())
                    .addAll(mentioned(step));
        }
        for (BulkOperation operation : operations) {
            assertThat(arriving.get(operation.index()))
                    .isEqualTo(new TreeSet<>(mentioned((BulkOperation.Ready) operation)));
        }
    }

    @Property
    void everyOperationHasAResultHoweverTheyComeBack(
            @ForAll("requests") List<BulkOperation> operations,
            @ForAll("failing") Set<String> failing,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int window) {
        Random random = new Random(seed);
        Stage stage = new Stage(operations, failing);
        Future<List<BulkResult>> running = BulkRun.run(plan(operations, OptionalInt.empty()), stage::run, () -> window);
        while (!stage.waiting().isEmpty()) {
            assertThat(stage.waiting()).hasSizeLessThanOrEqualTo(window);
            stage.answer(stage.waiting().get(random.nextInt(stage.waiting().size())));
        }

        assertThat(running.result())
                .extracting(BulkResult::bulkId)
                .containsExactlyElementsOf(
                        operations.stream().map(BulkOperation::bulkId).toList());
        assertThat(stage.seen().values())
                .allSatisfy(sent -> assertThat(sent.path() + " " + sent.data()).doesNotContain("bulkId:"));
    }

    @Property
    void withALimitOfErrorsThoseRunThatWouldRunOneAfterTheOther(
            @ForAll("requests") List<BulkOperation> operations,
            @ForAll("failing") Set<String> failing,
            @ForAll @IntRange(max = 4) int limit,
            @ForAll long seed) {
        BulkPlan plan = plan(operations, OptionalInt.of(limit));
        Random random = new Random(seed);
        Stage together = new Stage(operations, failing);
        Future<List<BulkResult>> results = BulkRun.run(plan, together::run, () -> 256);
        while (!together.waiting().isEmpty()) {
            together.answer(
                    together.waiting().get(random.nextInt(together.waiting().size())));
        }
        Stage single = new Stage(operations, failing);
        Future<List<BulkResult>> expected = BulkRun.run(plan, single::run, () -> 1);
        while (!single.waiting().isEmpty()) {
            single.wave();
        }

        assertThat(together.seen().keySet()).isEqualTo(single.seen().keySet());
        assertThat(results.result()).isEqualTo(expected.result());
    }

    @Property(tries = 20)
    void anyNumberOfOperationsThatCompleteAtOnceTakesNoStack(@ForAll @IntRange(min = 5_000, max = 20_000) int count) {
        List<BulkOperation> operations = IntStream.range(0, count)
                .<BulkOperation>mapToObj(i -> ready(i, BulkMethod.POST, "/Users", data("userName", "user" + i)))
                .toList();

        Future<List<BulkResult>> results = BulkRun.run(
                plan(operations, OptionalInt.empty()),
                operation -> Future.succeededFuture(
                        new OperationResult.Done(201, "id-" + operation.index(), "/Users/id", Optional.empty())),
                () -> 256);

        assertThat(results.result()).hasSize(count);
    }

    @Provide
    Arbitrary<Set<String>> failing() {
        return Arbitraries.integers()
                .between(0, 9)
                .set()
                .ofMaxSize(3)
                .map(set -> set.stream().map(String::valueOf).collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<List<BulkOperation>> requests() {
        Arbitrary<BulkMethod> methods = Arbitraries.frequency(
                Tuple.of(6, BulkMethod.POST),
                Tuple.of(1, BulkMethod.PUT),
                Tuple.of(1, BulkMethod.PATCH),
                Tuple.of(1, BulkMethod.DELETE));
        Arbitrary<String> references = Arbitraries.integers().between(0, 9).map(i -> "bulkId:" + i);
        Arbitrary<ObjectNode> data = Combinators.combine(
                        references.list().ofMaxSize(3),
                        references.optional(0.2),
                        references.optional(0.1),
                        Arbitraries.of("u", "v", "w"))
                .as(BulkPropertyTest::data);
        Arbitrary<String> targets = Arbitraries.oneOf(references, Arbitraries.of("x", "y"));
        return Combinators.combine(methods, targets, data)
                .as(Sketch::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(BulkPropertyTest::operations);
    }

    private record Sketch(BulkMethod method, String target, ObjectNode data) {}

    private static List<BulkOperation> operations(List<Sketch> sketches) {
        List<BulkOperation> operations = new ArrayList<>();
        for (Sketch sketch : sketches) {
            operations.add(
                    switch (sketch.method()) {
                        case POST -> ready(operations.size(), BulkMethod.POST, "/Groups", sketch.data());
                        case PUT, PATCH ->
                            ready(operations.size(), sketch.method(), "/Groups/" + sketch.target(), sketch.data());
                        case DELETE ->
                            ready(
                                    operations.size(),
                                    BulkMethod.DELETE,
                                    "/Groups/" + sketch.target(),
                                    JsonNodeFactory.instance.objectNode());
                    });
        }
        return operations;
    }

    private static ObjectNode data(
            List<String> members, Optional<String> manager, Optional<String> externalId, String userName) {
        ObjectNode data = data("userName", userName);
        if (!members.isEmpty()) {
            data.putArray("members");
            members.forEach(member -> data.withArray("members").addObject().put("value", member));
        }
        manager.ifPresent(
                boss -> data.putObject("urn:x:User").putObject("manager").put("value", boss));
        externalId.ifPresent(id -> data.put("externalId", id));
        return data;
    }

    private static ObjectNode data(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static BulkOperation.Ready ready(int index, BulkMethod method, String path, ObjectNode data) {
        return new BulkOperation.Ready(
                index,
                Optional.of(Integer.toString(index)),
                method,
                BulkPath.parse(path).orElseThrow(),
                Optional.empty(),
                data);
    }

    private static BulkPlan plan(List<BulkOperation> operations, OptionalInt failOnErrors) {
        return BulkPlan.of(new BulkRequest(failOnErrors, operations));
    }

    private static Set<String> mentioned(BulkStep step) {
        return switch (step) {
            case BulkStep.Execute execute -> mentioned(execute.operation());
            case BulkStep.Link link -> References.in(link.additions());
            case BulkStep.Fail fail -> mentioned((BulkOperation.Ready) fail.operation());
        };
    }

    private static Set<String> mentioned(BulkOperation.Ready operation) {
        Set<String> mentioned = References.in(operation.data());
        operation
                .path()
                .target()
                .filter(target -> target.startsWith("bulkId:"))
                .ifPresent(target -> mentioned.add(target.substring(7)));
        return mentioned;
    }
}
