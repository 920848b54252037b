package io.sluice.load.run;

import io.sluice.load.drive.Loop;
import io.sluice.load.drive.Outcomes;
import io.sluice.load.drive.Pace;
import io.sluice.load.drive.Turns;
import io.sluice.load.drive.Window;
import io.sluice.load.scenario.Flow;
import io.sluice.load.scenario.Phase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The same scenario for some tenants at once; each phase begins when the one before was answered everywhere. */
public final class Run {

    private static final Pace PREPARING = new Pace.Closed(8);

    private final Vertx vertx;
    private final List<Tenancy> tenancies;
    private final Tempo tempo;
    private final BiConsumer<String, Outcomes> told;

    /**
     * @param told after each phase: its name and what it measured
     */
    public Run(Vertx vertx, List<Tenancy> tenancies, Tempo tempo, BiConsumer<String, Outcomes> told) {
        this.vertx = vertx;
        this.tenancies = List.copyOf(tenancies);
        this.tempo = tempo;
        this.told = told;
    }

    /** Brings every tenant into the state that the scenario begins with. Fails when a request failed. */
    public Future<Void> prepare() {
        return phases(
                        tenancy -> tenancy.scenario().preparation(),
                        phase -> new Loop(vertx, PREPARING, Window.untilFinished()))
                .compose(outcomes -> outcomes.all().failureCount() == 0
                        ? Future.succeededFuture()
                        : Future.failedFuture("The tenant could not be prepared: "
                                + outcomes.all().failures()));
    }

    /** What all phases measured. */
    public Future<Outcomes> measure() {
        return phases(
                tenancy -> tenancy.scenario().phases(),
                phase -> new Loop(vertx, tempo.pace(phase, tenancies.size()), tempo.window(phase)));
    }

    private Future<Outcomes> phases(Function<Tenancy, List<Phase>> part, Function<Phase, Loop> loop) {
        Outcomes sum = new Outcomes();
        List<Phase> first = part.apply(tenancies.getFirst());
        Future<Void> done = Future.succeededFuture();
        for (int number = 0; number < first.size(); number++) {
            int current = number;
            done = done.compose(before -> loop.apply(first.get(current))
                    .run(new Turns(tenancies.stream()
                            .map(tenancy -> new Flow(
                                    tenancy.client(), part.apply(tenancy).get(current)))
                            .toList()))
                    .onSuccess(outcomes -> {
                        told.accept(first.get(current).name(), outcomes);
                        sum.add(outcomes);
                    })
                    .mapEmpty());
        }
        return done.map(sum);
    }
}
