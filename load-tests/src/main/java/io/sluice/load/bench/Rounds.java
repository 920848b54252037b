package io.sluice.load.bench;

import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.Settling;
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
 * @param warmUp sent again until two agree, five times at most; zero: not warmed up
 * @param consumption what the servers have used until now
 */
record Rounds(Vertx vertx, Duration warmUp, int count, Duration each, Supplier<Consumption> consumption) {

    private static final Settling WARM = new Settling(2, 0.05, 5);
    private static final Duration TURN = Duration.ofSeconds(2);

    /**
     * Sends all in turn until the time is over: what the compilers of the two virtual machines do on the same processors must
     * not be charged to the first rows. Blocks.
     */
    void heat(List<Entry> entries, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (int turn = 0; !entries.isEmpty() && System.nanoTime() < end; turn++) {
            Entry entry = entries.get(turn % entries.size());
            loop(entry, TURN).run(work(entry)).await();
        }
    }

    /** Blocks until the last round is over. */
    Row measure(Entry entry) {
        if (!warmUp.isZero()) {
            WARM.run(() -> loop(entry, warmUp)
                            .run(work(entry))
                            .map(outcomes -> outcomes.all().perSecond()))
                    .await();
        }
        Outcomes sum = new Outcomes();
        List<Double> rates = new ArrayList<>();
        Consumption before = consumption.get();
        for (int round = 0; round < count; round++) {
            Outcomes outcomes = loop(entry, each).run(work(entry)).await();
            rates.add(outcomes.all().perSecond());
            sum.add(outcomes);
        }
        return Row.of(
                entry.name(), sum.all(), Variation.of(rates), consumption.get().since(before));
    }

    private Loop loop(Entry entry, Duration length) {
        return new Loop(vertx, entry.pace(), Window.of(Duration.ZERO, length));
    }

    private static Work work(Entry entry) {
        return Work.repeating(entry.name(), entry.operation());
    }
}
