package io.sluice.load.drive;

/** When the next request goes. */
public sealed interface Pace {

    /** As soon as another one was answered: finds the ceiling, but hides what a stalled server does to those who wait. */
    record Closed(int inFlight) implements Pace {

        @Override
        public String toString() {
            return "closed, " + inFlight + " in flight";
        }
    }

    /**
     * At a fixed rate whether or not earlier ones were answered; latency is measured from the moment at which each was due,
     * so that a server that stalls cannot hide it (no coordinated omission).
     */
    record Open(double perSecond) implements Pace {

        @Override
        public String toString() {
            return "open, " + Math.round(perSecond * 10) / 10.0 + " requests/s";
        }
    }
}
