package io.sluice.load.cluster;

/** What requests meet while something happens and for a while afterwards. */
record Observation(Verdict verdict, Load load) {

    /**
     * @param afterwards in milliseconds
     */
    void during(String what, long afterwards, Runnable event) {
        int done = load.done();
        int failures = load.failures().size();
        int refusals = load.later();
        load.forgetLongest();
        event.run();
        Pause.millis(afterwards);
        verdict.requests(what, load, done, failures, refusals);
    }
}
