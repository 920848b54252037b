package io.sluice.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.json.StrictJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The work of a bulk request grows with its operations and references, not faster. */
class BulkGrowthTest {

    private static final int MANY = 5_000;

    private record Work(int steps, int dependencies, int calls, int waves) {}

    @Test
    void chainTakesOneStepOneCallAndOneWaveForEachLink() {
        assertThat(work(200, i -> group(i, i + 1 < 200 ? i + 1 : -1))).isEqualTo(new Work(200, 199, 200, 200));
        assertThat(work(400, i -> group(i, i + 1 < 400 ? i + 1 : -1))).isEqualTo(new Work(400, 399, 400, 400));
    }

    @Test
    void ringIsCreatedAtOnceAndLinkedAtOnce() {
        // All but one are created without the member that comes later in the request, and linked to it.
        assertThat(work(200, i -> group(i, (i + 1) % 200))).isEqualTo(new Work(399, 399, 399, 3));
        assertThat(work(400, i -> group(i, (i + 1) % 400))).isEqualTo(new Work(799, 799, 799, 3));
    }

    @Test
    void operationsThatHandOneResourceOnFollowEachOther() {
        IntFunction<String> change = i -> "{\"method\":\"PATCH\",\"path\":\"/Users/"
                + (i == 0 ? "1" : "bulkId:g" + (i - 1)) + "\",\"bulkId\":\"g" + i + "\",\"data\":{}}";

        assertThat(work(200, change)).isEqualTo(new Work(200, 199, 200, 200));
        // Deep enough for a stack to overflow and for anything quadratic to be noticed.
        assertThat(work(MANY, change)).isEqualTo(new Work(MANY, MANY - 1, MANY, MANY));
    }

    @Test
    void nothingStandsForItselfByManySteps() {
        IntFunction<String> change = i -> "{\"method\":\"PATCH\",\"path\":\"/Users/bulkId:g" + (i + 1) % MANY
                + "\",\"bulkId\":\"g" + i + "\",\"data\":{}}";

        assertThat(work(MANY, change)).isEqualTo(new Work(MANY, 0, 0, 0));
    }

    private static Work work(int count, IntFunction<String> operation) {
        String operations = IntStream.range(0, count).mapToObj(operation).collect(Collectors.joining(","));
        BulkRequest request = BulkReader.read(
                StrictJson.parse(Buffer.buffer(
                        "{\"schemas\":[\"" + BulkReader.URN + "\"],\"Operations\":[" + operations + "]}")),
                new BulkLimits(count, 1 << 30));
        BulkPlan plan = BulkPlan.of(request);
        Stage stage = new Stage(request.operations(), Set.of());
        Future<List<BulkResult>> running = BulkRun.run(plan, stage::run, () -> count);
        int waves = 0;
        while (!stage.waiting().isEmpty()) {
            stage.wave();
            waves++;
        }
        assertThat(running.result()).hasSize(count);
        return new Work(
                plan.steps().size(),
                plan.steps().stream().mapToInt(step -> step.after().size()).sum(),
                stage.seen().size(),
                waves);
    }

    private static String group(int index, int member) {
        return "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"g" + index + "\",\"data\":{\"displayName\":\"x\""
                + (member < 0 ? "" : ",\"members\":[{\"value\":\"bulkId:g" + member + "\"}]") + "}}";
    }
}
