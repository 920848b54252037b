package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gateway.http.Answer;
import io.sluice.gateway.metrics.RequestRates;
import io.sluice.gateway.system.NodeReport;
import io.sluice.gateway.system.PartReport;
import io.sluice.gateway.system.PeerReport;
import io.sluice.gateway.system.SystemReport;
import io.sluice.gateway.system.SystemStatus;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** {@code /admin/v1/system}: the nodes, their build, their rates and what they need. */
public final class SystemResource implements AdminResource {

    private final SystemStatus status;

    public SystemResource(SystemStatus status) {
        this.status = status;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.get("/system", this::show);
    }

    private Future<Answer> show(AdminCall call) {
        call.requireOperator();
        return status.report().map(report -> AdminAnswers.ok(json(report)));
    }

    private static ObjectNode json(SystemReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("build").put("version", report.version()).put("java", report.java());
        ArrayNode nodes = json.putArray("nodes");
        report.nodes().forEach(node -> nodes.add(json(node)));
        ArrayNode peers = json.putArray("peers");
        report.peers().forEach(peer -> peers.add(json(peer)));
        ArrayNode backends = json.putArray("backends");
        for (PartReport part : report.parts()) {
            switch (part.kind()) {
                case BACKEND -> backends.add(json(part).put("leftAlone", part.leftAlone()));
                case CONTROL_STORE -> json.set("controlStore", json(part));
            }
        }
        return json;
    }

    private static ObjectNode json(NodeReport node) {
        RequestRates.Span rate = node.lastMinute();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", node.name())
                .put("startedAt", node.startedAt().toString())
                .put(
                        "uptimeSeconds",
                        Duration.between(node.startedAt(), Instant.now()).toSeconds())
                .put("processors", node.processors())
                .put("heapBytes", node.heapBytes())
                .put("maxHeapBytes", node.maxHeapBytes())
                .put("requestsPerSecond", rate.perSecond())
                .put("failureShare", rate.failureShare())
                .put("meanMillis", rate.meanMillis());
    }

    private static ObjectNode json(PeerReport peer) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("node", peer.node())
                .put("backend", peer.backend())
                .put("inFlight", peer.load())
                .put("health", peer.fault().orElse("up"))
                .put("leftAlone", peer.leftAlone());
    }

    private static ObjectNode json(PartReport part) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", part.name())
                .put("health", part.fault().orElse("up"));
    }
}
