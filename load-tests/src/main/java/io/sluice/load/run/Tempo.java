package io.sluice.load.run;

import io.sluice.load.drive.Pace;
import io.sluice.load.drive.Window;
import io.sluice.load.scenario.Phase;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast a scenario runs.
 *
 * @param perTenant requests/s for each tenant: open model; empty: closed model
 * @param inFlight of the closed model, all tenants together
 * @param compress by how much the time of day runs faster
 * @param warmUp before an endless phase is counted
 * @param endless how long a phase without end lasts
 */
public record Tempo(Optional<Double> perTenant, int inFlight, double compress, Duration warmUp, Duration endless) {

    /** The pace of a phase, for so many tenants together. */
    public Pace pace(Phase phase, int tenants) {
        return perTenant
                .or(() -> spread(phase))
                .<Pace>map(rate -> new Pace.Open(rate * tenants))
                .orElseGet(() -> new Pace.Closed(inFlight));
    }

    /** Requests/s of one tenant that spread a phase over its time of day. */
    public Optional<Double> spread(Phase phase) {
        return phase.length().map(length -> phase.journeys() * phase.perJourney() * compress * 1e9 / length.toNanos());
    }

    Window window(Phase phase) {
        return phase.isEndless() ? Window.of(warmUp, endless) : Window.untilFinished();
    }
}
