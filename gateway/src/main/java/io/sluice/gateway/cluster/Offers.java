package io.sluice.gateway.cluster;

import io.sluice.core.backend.BackendLoad;
import io.sluice.core.backend.Capabilities;
import io.sluice.gateway.dispatch.BackendDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What this node offers to others: nothing before its backends run, and nothing once it is about to stop. */
public final class Offers {

    private static final long PATIENCE_MILLIS = 2_000;

    private final BackendDirectory local;
    private final Map<String, BackendLoad> loads = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> faults = new ConcurrentHashMap<>();

    public Offers(BackendDirectory local) {
        this.local = local;
    }

    /** From now on others may send requests for that backend. */
    public void add(String backend, BackendLoad load) {
        loads.put(backend, load);
    }

    /** From now on nobody shall send any. */
    public void withdraw() {
        loads.clear();
    }

    /** Asks the backends whether they can serve, for the announcements that follow. */
    public void examine() {
        loads.keySet()
                .forEach(name -> local.health(name)
                        .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                        .onSuccess(well -> faults.put(name, Optional.empty()))
                        .onFailure(cause -> faults.put(name, Optional.of(String.valueOf(cause.getMessage())))));
    }

    public Map<String, InstanceState> states() {
        Map<String, InstanceState> states = new HashMap<>();
        loads.forEach((name, load) -> {
            Optional<Capabilities> can = local.capabilities(name);
            can.ifPresent(capabilities -> states.put(
                    name,
                    new InstanceState(capabilities, load.inFlight(), faults.getOrDefault(name, Optional.empty()))));
        });
        return states;
    }
}
