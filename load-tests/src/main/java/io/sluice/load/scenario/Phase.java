package io.sluice.load.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A part of a scenario; the next part begins when every answer of this one is there.
 *
 * @param name a few words
 * @param journeys how many chains of requests it has; a chain's requests follow each other, chains do not wait for chains
 * @param perJourney how many requests a chain has on average; sets the rate at which an open model starts chains
 * @param length the time of day that the requests are spread over, empty: as fast as the pace of the run allows
 * @param start the first request of chain number 0, 1, ...; empty when there is nothing to do for it
 */
public record Phase(
        String name,
        int journeys,
        double perJourney,
        Optional<Duration> length,
        IntFunction<Optional<Exchange>> start) {

    /** Chains that never run out: for as long as the run lasts. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    public Phase(String name, int journeys, double perJourney, IntFunction<Optional<Exchange>> start) {
        this(name, journeys, perJourney, Optional.empty(), start);
    }

    public boolean isEndless() {
        return journeys == ENDLESS;
    }

    public Phase spreadOver(Duration time) {
        return new Phase(name, journeys, perJourney, Optional.of(time), start);
    }
}
