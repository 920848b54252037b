package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.Dispatcher;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/** {@code /admin/v1/system}: this node, its build and its backends. */
public final class SystemResource implements AdminResource {

    private final BackendDirectory backends;
    private final Dispatcher dispatcher;
    private final String version;

    public SystemResource(BackendDirectory backends, Dispatcher dispatcher, String version) {
        this.backends = backends;
        this.dispatcher = dispatcher;
        this.version = version;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/system", this::show);
    }

    private Future<Answer> show(AdminCall call) {
        call.requireOperator();
        Map<String, String> states = new TreeMap<>();
        Future<?> all = Future.succeededFuture();
        for (String name : backends.names()) {
            Future<?> asked = backends.health(name)
                    .map(up -> "up")
                    .otherwise(cause -> String.valueOf(cause.getMessage()))
                    .onSuccess(state -> states.put(name, state));
            all = all.compose(before -> asked);
        }
        return all.map(done -> AdminAnswers.ok(json(states)));
    }

    private ObjectNode json(Map<String, String> states) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("build")
                .put("version", version)
                .put("java", Runtime.version().toString());
        ObjectNode node = json.putArray("nodes").addObject();
        node.put("uptimeSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000)
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put(
                        "heapBytes",
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory())
                .put("maxHeapBytes", Runtime.getRuntime().maxMemory());
        var array = json.putArray("backends");
        states.forEach((name, state) ->
                array.addObject().put("name", name).put("health", state).put("leftAlone", dispatcher.isOpen(name)));
        return json;
    }
}
