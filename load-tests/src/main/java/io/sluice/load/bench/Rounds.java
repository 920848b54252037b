package io.sluice.load.bench;

import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.Window;
import io.sluice.load.drive.Work;
import io.sluice.load.own.Consumption;
import io.sluice.load.report.Row;
import io.sluice.load.report.Variation;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How an entry is measured: warmed up, then in some rounds, whose rates show how steady the figure is.
 *
 * @param consumption what the servers have used until now
 */
record Rounds(Vertx vertx, Duration warmUp, int count, Duration each, Supplier<Consumption> consumption) {

    /** Blocks until the last round is over. */
    Row measure(Entry entry) {
        Operation numbered = new Operation(entry);
        if (!warmUp.isZero()) {
            loop(entry, warmUp).run(numbered.work()).await();
        }
        Outcomes sum = new Outcomes();
        List<Double> rates = new ArrayList<>();
        Consumption before = consumption.get();
        for (int round = 0; round < count; round++) {
            Outcomes outcomes = loop(entry, each).run(numbered.work()).await();
            rates.add(outcomes.all().perSecond());
            sum.add(outcomes);
        }
        return Row.of(
                entry.name(), sum.all(), Variation.of(rates), consumption.get().since(before));
    }

    private Loop loop(Entry entry, Duration length) {
        return new Loop(vertx, entry.pace(), Window.of(Duration.ZERO, length));
    }

    /** Goes on counting from round to round, so that nothing is created twice. */
    private static final class Operation {
        private final Entry entry;
        private long sequence;

        Operation(Entry entry) {
            this.entry = entry;
        }

        Work work() {
            return Work.repeating(entry.name(), ignored -> entry.operation().once(sequence++));
        }
    }
}
