package io.sluice.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What waits, in which order it goes, and whom a failure concerns; the statements here are answered by hand. */
class BatchersTest {

    private static final Supplier<Predicate<String>> ALL = () -> item -> true;

    private record Sent(List<String> items, Promise<List<String>> promise) {

        void succeed() {
            promise.complete(items.stream().map(item -> item + "!").toList());
        }
    }

    private final List<Sent> sent = new ArrayList<>();

    private Future<List<String>> send(List<String> items) {
        Sent statement = new Sent(items, Promise.promise());
        sent.add(statement);
        return statement.promise().future();
    }

    private static Function<String, Character> firstLetter() {
        return item -> item.charAt(0);
    }

    @Test
    void whoeverFindsAFreeSlotGoesAloneAndOthersGoTogether() {
        Batcher<String, String> batcher = new Batcher<>(this::send, 1, 10, 100);

        Future<String> first = batcher.submit("a");
        Future<String> second = batcher.submit("b");
        batcher.submit("c");
        sent.getFirst().succeed();

        assertThat(sent).extracting(Sent::items).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(first.result()).isEqualTo("a!");
        assertThat(second.isComplete()).isFalse();
    }

    @Test
    void whoeverFindsTheQueueFullIsRefused() {
        Batcher<String, String> batcher = new Batcher<>(this::send, 1, 10, 2);
        batcher.submit("under way");
        batcher.submit("a");
        batcher.submit("b");

        assertThat(batcher.submit("c").failed()).isTrue();
    }

    @Test
    void aBadRowFailsAlone() {
        Batcher<String, String> batcher = new Batcher<>(this::send, 1, 10, 100);
        batcher.submit("under way");
        Future<String> good = batcher.submit("good");
        Future<String> bad = batcher.submit("bad");
        sent.get(0).succeed();

        sent.get(1).promise().fail(failure("23505"));
        sent.get(2).succeed();
        sent.get(3).promise().fail(failure("23505"));

        assertThat(good.succeeded()).isTrue();
        assertThat(bad.failed()).isTrue();
    }

    @Test
    void aStatementThatTheServerGaveUpIsNotRepeatedRowByRow() {
        Batcher<String, String> batcher = new Batcher<>(this::send, 1, 10, 100);
        batcher.submit("under way");
        Future<String> one = batcher.submit("one");
        Future<String> two = batcher.submit("two");
        sent.get(0).succeed();

        sent.get(1).promise().fail(failure("57014"));

        assertThat(sent).hasSize(2);
        assertThat(one.failed()).isTrue();
        assertThat(two.failed()).isTrue();
    }

    @Test
    void thoseOfOneKeyAreInOneStatementAtATime() {
        OrderedBatcher<Character, String, String> batcher =
                new OrderedBatcher<>(this::send, firstLetter(), ALL, 2, 10, 100);

        batcher.submit("a1");
        batcher.submit("a2");
        batcher.submit("b1");
        batcher.submit("a3");
        assertThat(sent).extracting(Sent::items).containsExactly(List.of("a1"), List.of("b1"));
        sent.get(1).succeed();
        assertThat(sent).hasSize(2);
        sent.get(0).succeed();

        assertThat(sent.get(2).items()).containsExactly("a2", "a3");
    }

    @Test
    void whatDoesNotFitBeginsTheNextStatement() {
        Supplier<Predicate<String>> once = () -> {
            Set<String> seen = new HashSet<>();
            return seen::add;
        };
        OrderedBatcher<Character, String, String> batcher =
                new OrderedBatcher<>(this::send, firstLetter(), once, 1, 10, 100);
        batcher.submit("b");
        for (String item : List.of("a1", "a2", "a1", "a3", "c")) {
            batcher.submit(item);
        }

        sent.get(0).succeed();
        sent.get(1).succeed();

        assertThat(sent)
                .extracting(Sent::items)
                .containsExactly(List.of("b"), List.of("a1", "a2", "c"), List.of("a1", "a3"));
    }

    private static PgException failure(String sqlState) {
        return new PgException("failed", "ERROR", sqlState, "");
    }
}
