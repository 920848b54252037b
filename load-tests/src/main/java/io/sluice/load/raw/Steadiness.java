package io.sluice.load.raw;

import io.sluice.load.own.Proc;
import io.sluice.load.own.Proc.Busy;
import io.sluice.load.report.Noise;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Watches the machine during a run: the CPU that others used meanwhile and, unless that would take too long, the raw HTTP baseline
 * before and after it.
 */
public final class Steadiness {

    private final Vertx vertx;
    private final DoubleSupplier ownCpuSeconds;
    private final boolean baseline;
    private final List<Double> rates = new ArrayList<>();
    private final Optional<Busy> busyAtStart = Proc.busy();
    private final double ownAtStart;
    private final long start = System.nanoTime();

    /**
     * @param ownCpuSeconds what this process and the gateway have used until now, when all of the gateway is seen
     */
    private Steadiness(Vertx vertx, DoubleSupplier ownCpuSeconds, boolean baseline) {
        this.vertx = vertx;
        this.ownCpuSeconds = ownCpuSeconds;
        this.baseline = baseline;
        this.ownAtStart = ownCpuSeconds.getAsDouble();
    }

    public static Future<Steadiness> begin(Vertx vertx, DoubleSupplier ownCpuSeconds) {
        return begin(vertx, ownCpuSeconds, true);
    }

    /**
     * @param baseline whether to measure it, which takes some twenty seconds in all
     */
    public static Future<Steadiness> begin(Vertx vertx, DoubleSupplier ownCpuSeconds, boolean baseline) {
        Steadiness steadiness = new Steadiness(vertx, ownCpuSeconds, baseline);
        return steadiness.ask().map(steadiness);
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
        return ask().map(done -> noise());
    }

    private Future<List<Double>> ask() {
        return baseline ? new Baseline(vertx).measure().onSuccess(rates::addAll) : Future.succeededFuture(List.of());
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
        return new Noise(rates, others, stolen);
    }
}
