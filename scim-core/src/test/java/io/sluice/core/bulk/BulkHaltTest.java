package io.sluice.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.json.StrictJson;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bulk request that comes to a halt tells what became of each operation. */
class BulkHaltTest {

    private boolean halted;

    private final BulkPace pace = new BulkPace() {
        @Override
        public int window() {
            return 256;
        }

        @Override
        public Optional<ScimError> halt() {
            return halted
                    ? Optional.of(ScimError.unavailable("Not attempted", Duration.ofSeconds(1)))
                    : Optional.empty();
        }
    };

    @Test
    void whatHasBegunIsWaitedForAndTheRestFails() {
        Stage stage = run(group("a", "b"), group("b", "c"), group("c"), """
                {"method":"DELETE","path":"/Users/1"}""");

        assertThat(stage.wave()).containsExactly("2", "3");
        halted = true;
        assertThat(stage.wave()).containsExactly("1");

        assertThat(results()).hasSize(4);
        assertThat(results().get(0).outcome()).isInstanceOfSatisfying(OperationResult.Failed.class, failed -> {
            assertThat(failed.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failed.error().detail()).isEqualTo("Not attempted");
        });
        assertThat(results().subList(1, 4))
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(OperationResult.Done.class));
    }

    @Test
    void whatWasCreatedWithoutItsLinkIsToldWithItsLocation() {
        Stage stage = run(group("a", "b"), group("b", "a"));
        assertThat(stage.waiting()).hasSize(1);
        stage.wave();
        assertThat(stage.waiting()).hasSize(1);
        halted = true;
        stage.wave();

        List<BulkResult> told = results();
        assertThat(told).hasSize(2);
        assertThat(told)
                .anySatisfy(result -> assertThat(result.outcome())
                        .isInstanceOfSatisfying(OperationResult.Failed.class, failed -> {
                            assertThat(failed.location()).isPresent();
                            assertThat(failed.error().detail()).contains("was created", "Not attempted");
                        }));
        assertThat(told).anySatisfy(result -> assertThat(result.outcome()).isInstanceOf(OperationResult.Done.class));
    }

    @Test
    void nothingBeginsWhenItHaltsBeforeTheFirst() {
        halted = true;
        Stage stage = run(group("a"), group("b"));

        assertThat(stage.seen()).isEmpty();
        assertThat(results()).hasSize(2);
    }

    private Future<List<BulkResult>> running = Future.failedFuture("Nothing runs");

    private Stage run(String... operations) {
        JsonNode body = StrictJson.parse(Buffer.buffer(
                "{\"schemas\":[\"" + BulkReader.URN + "\"],\"Operations\":[" + String.join(",", operations) + "]}"));
        BulkRequest request = BulkReader.read(body, BulkLimits.STANDARD);
        Stage stage = new Stage(request.operations(), Set.of());
        running = BulkRun.run(BulkPlan.of(request), stage::run, pace);
        return stage;
    }

    private List<BulkResult> results() {
        assertThat(running.succeeded()).isTrue();
        return running.result();
    }

    private static String group(String name, String... members) {
        StringBuilder list = new StringBuilder();
        for (String member : members) {
            list.append(list.isEmpty() ? "" : ",").append("{\"value\":\"bulkId:" + member + "\"}");
        }
        return "{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"" + name + "\",\"data\":{\"displayName\":\""
                + name + "\",\"members\":[" + list + "]}}";
    }
}
