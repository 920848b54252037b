package io.sluice.load.drive;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What one run measured, by operation. Belongs to one event loop while it runs. */
public final class Outcomes {

    private final Map<String, Outcome> byOperation = new TreeMap<>();
    private final Outcome all = new Outcome();

    void took(String operation, long nanos) {
        of(operation).took(nanos);
        all.took(nanos);
    }

    void failed(String operation, String reason) {
        of(operation).failed(reason);
        all.failed(operation + ": " + reason);
    }

    void lasted(long nanos) {
        byOperation.values().forEach(outcome -> outcome.lasted(nanos));
        all.lasted(nanos);
    }

    private Outcome of(String operation) {
        return byOperation.computeIfAbsent(operation, name -> new Outcome());
    }

    /** Sorted by the name of the operation. */
    public Map<String, Outcome> byOperation() {
        return Collections.unmodifiableMap(byOperation);
    }

    /** All operations together. */
    public Outcome all() {
        return all;
    }

    /** Adds another run to this one; the lengths add up. */
    public void add(Outcomes other) {
        other.byOperation.forEach((name, outcome) -> of(name).add(outcome));
        all.add(other.all);
    }
}
