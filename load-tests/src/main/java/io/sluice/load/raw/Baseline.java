package io.sluice.load.raw;

import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Pace;
import io.sluice.load.drive.Settling;
import io.sluice.load.drive.Window;
import io.sluice.load.drive.Work;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast the machine is now: the rates of a server that does nothing, in requests/s. Warmed up first and for itself, so that
 * neither its own code nor what ran before it shows in the rates.
 */
record Baseline(Vertx vertx) {

    private static final int IN_FLIGHT = 16;
    private static final int ROUNDS = 3;
    private static final Settling WARM = new Settling(2, 0.03, 10);
    private static final Duration WARMING = Duration.ofSeconds(1);
    /** Long enough for what the kernel and a collector do now and then to be in each of them. */
    private static final Duration MEASURED = Duration.ofSeconds(2);

    /** One rate for each round. */
    Future<List<Double>> measure() {
        return RawHttp.start(vertx, IN_FLIGHT)
                .compose(raw -> WARM.run(() -> rate(raw, WARMING))
                        .compose(warm -> rounds(raw))
                        .eventually(raw::close));
    }

    private Future<List<Double>> rounds(RawHttp raw) {
        Future<List<Double>> all = Future.succeededFuture(List.of());
        for (int round = 0; round < ROUNDS; round++) {
            all = all.compose(before -> rate(raw, MEASURED)
                    .map(rate -> Stream.concat(before.stream(), Stream.of(rate)).toList()));
        }
        return all;
    }

    private Future<Double> rate(RawHttp raw, Duration length) {
        return new Loop(vertx, new Pace.Closed(IN_FLIGHT), Window.of(Duration.ZERO, length))
                .run(Work.repeating("raw http", raw.get()))
                .map(outcomes -> outcomes.all().perSecond());
    }
}
