package io.sluice.gateway.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.ControlStore;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.http.Drain;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Whether this node should get requests: its stores answer and it is not about to stop. */
public final class Readiness {

    private static final long PATIENCE_MILLIS = 2_000;

    private final ControlStore control;
    private final BackendDirectory backends;
    private final String standardBackend;
    private final Drain drain;
    private final Phase phase;

    Readiness(ControlStore control, BackendDirectory backends, String standardBackend, Drain drain, Phase phase) {
        this.control = control;
        this.backends = backends;
        this.standardBackend = standardBackend;
        this.drain = drain;
        this.phase = phase;
    }

    /**
     * What was found out.
     *
     * @param faults what is wrong, by part; a part without a fault has an empty one
     * @param isReady a backend that only some tenants use does not take the node out
     */
    public record Report(Map<String, Optional<String>> faults, boolean isReady) {

        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", isReady ? "UP" : "DOWN");
            ObjectNode parts = json.putObject("parts");
            faults.forEach((part, fault) -> parts.put(part, fault.orElse("UP")));
            return json;
        }
    }

    /** Never fails. */
    public Future<Report> check() {
        Map<String, Optional<String>> faults = new LinkedHashMap<>();
        phase.hindrance().ifPresent(hindrance -> faults.put("node", Optional.of(hindrance)));
        if (drain.isDraining()) {
            faults.put("node", Optional.of("stopping"));
        }
        Future<?> all = note(faults, "control", control.health());
        Set<String> names = new TreeSet<>(backends.names());
        names.add(standardBackend);
        for (String name : names) {
            Future<?> next = note(faults, "backend." + name, backends.health(name));
            all = all.compose(done -> next);
        }
        return all.map(done -> new Report(faults, isReady(faults)));
    }

    private boolean isReady(Map<String, Optional<String>> faults) {
        return !faults.containsKey("node") && isUp(faults, "control") && isUp(faults, "backend." + standardBackend);
    }

    private static boolean isUp(Map<String, Optional<String>> faults, String part) {
        return faults.getOrDefault(part, Optional.of("missing")).isEmpty();
    }

    private static Future<?> note(Map<String, Optional<String>> faults, String part, Future<Void> health) {
        faults.put(part, Optional.of("asking"));
        return health.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .<Optional<String>>map(up -> Optional.empty())
                .otherwise(cause -> Optional.of(
                        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()))
                .onSuccess(fault -> faults.put(part, fault));
    }
}
