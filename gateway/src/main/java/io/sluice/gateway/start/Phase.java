package io.sluice.gateway.start;

import java.util.Optional;

/** Where a node is in its life, as far as it keeps it from serving. */
final class Phase {

    private volatile Optional<String> hindrance = Optional.of("starting");

    /** Why the node does not serve; empty while it does. */
    Optional<String> hindrance() {
        return hindrance;
    }

    void serving() {
        hindrance = Optional.empty();
    }

    void hinder(String why) {
        hindrance = Optional.of(why);
    }
}
