package io.sluice.load.raw;

import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Pace;
import io.sluice.load.drive.Window;
import io.sluice.load.drive.Work;
import io.sluice.load.own.Proc;
import io.sluice.load.own.Proc.Busy;
import io.sluice.load.report.Noise;
import io.sluice.load.report.Variation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Watches the machine during a run: the raw HTTP baseline before and after it, and the CPU that others used meanwhile. */
public final class Steadiness {

    private static final int ROUNDS = 3;
    private static final int IN_FLIGHT = 16;
    private static final int MOST_ROUNDS = 15;
    private static final double STEADY = 0.05;
    private static final Duration ROUND = Duration.ofMillis(700);

    private final Vertx vertx;
    private final DoubleSupplier ownCpuSeconds;
    private final List<Double> rates = new ArrayList<>();
    private final Optional<Busy> busyAtStart = Proc.busy();
    private final double ownAtStart;
    private final long start = System.nanoTime();

    /**
     * @param ownCpuSeconds what this process and the gateway have used until now, when all of the gateway is seen
     */
    private Steadiness(Vertx vertx, DoubleSupplier ownCpuSeconds) {
        this.vertx = vertx;
        this.ownCpuSeconds = ownCpuSeconds;
        this.ownAtStart = ownCpuSeconds.getAsDouble();
    }

    public static Future<Steadiness> begin(Vertx vertx, DoubleSupplier ownCpuSeconds) {
        Steadiness steadiness = new Steadiness(vertx, ownCpuSeconds);
        return steadiness.untilSteady().map(steadiness);
    }

    /** CPU seconds of this process until now. */
    public static double thisProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(0.0);
    }

    /** Ends the watch. */
    public Future<Noise> end() {
        return rounds(ROUNDS).onSuccess(rates::addAll).map(done -> noise());
    }

    private Noise noise() {
        double capacity =
                (System.nanoTime() - start) / 1e9 * Runtime.getRuntime().availableProcessors();
        double own = ownCpuSeconds.getAsDouble() - ownAtStart;
        Optional<Busy> now = Proc.busy();
        double others = busyAtStart
                .flatMap(then -> now.map(later -> Math.max(0, later.work() - then.work() - own) / capacity))
                .orElse(0.0);
        double stolen = busyAtStart
                .flatMap(then -> now.map(later -> (later.stolen() - then.stolen()) / capacity))
                .orElse(0.0);
        return new Noise(Variation.mean(rates), Variation.of(rates), others, stolen);
    }

    /** The compiler is done with the client when its rate no longer grows: that is when the first rounds count. */
    private Future<Void> untilSteady() {
        return RawHttp.start(vertx, IN_FLIGHT)
                .compose(raw -> steady(raw, List.of()).eventually(raw::close))
                .onSuccess(rates::addAll)
                .mapEmpty();
    }

    private Future<List<Double>> steady(RawHttp raw, List<Double> before) {
        List<Double> last = before.subList(Math.max(0, before.size() - ROUNDS), before.size());
        boolean enough = last.size() == ROUNDS && Variation.of(last) < STEADY;
        return enough || before.size() == MOST_ROUNDS
                ? Future.succeededFuture(last)
                : more(raw, before).compose(now -> steady(raw, now));
    }

    private Future<List<Double>> rounds(int count) {
        return RawHttp.start(vertx, IN_FLIGHT).compose(raw -> {
            Future<List<Double>> all = more(raw, List.of()).map(List.of());
            for (int round = 0; round < count; round++) {
                all = all.compose(before -> more(raw, before));
            }
            return all.eventually(raw::close);
        });
    }

    private Future<List<Double>> more(RawHttp raw, List<Double> before) {
        return new Loop(vertx, new Pace.Closed(IN_FLIGHT), Window.of(Duration.ZERO, ROUND))
                .run(Work.repeating("raw http", raw.get()))
                .map(outcomes -> {
                    List<Double> now = new ArrayList<>(before);
                    now.add(outcomes.all().perSecond());
                    return List.copyOf(now);
                });
    }
}
