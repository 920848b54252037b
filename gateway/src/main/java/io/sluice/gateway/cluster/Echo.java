package io.sluice.gateway.cluster;

/**
 * Whether a node still hears its own announcements. One that was away for longer than the others wait for it comes back as a
 * stranger: its registrations are gone, nobody asks it and nobody answers it, though it finds nothing wrong with itself. Counted are
 * announcements and not time, so that a node that was merely stopped for a while gets the chance to hear the next one.
 */
final class Echo {

    private final int mostUnheard;
    private int unheard;

    Echo(int mostUnheard) {
        this.mostUnheard = mostUnheard;
    }

    /** Another announcement goes out; answers whether the node is cut off. */
    boolean sent() {
        unheard++;
        return unheard > mostUnheard;
    }

    void heard() {
        unheard = 0;
    }
}
