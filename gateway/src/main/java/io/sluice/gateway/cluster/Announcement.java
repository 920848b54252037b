package io.sluice.gateway.cluster;

import java.time.Instant;
import java.util.Map;

/**
 * What a node says of itself.
 *
 * @param node an id that is made at every start
 * @param name for people: host and process
 * @param sent by the node's own clock
 * @param oldestWire the oldest version of the wire's form that it reads
 * @param newestWire the newest one
 * @param backends the instances that take requests of other nodes, by the name of the backend; empty when it takes none
 */
public record Announcement(
        String node, String name, Instant sent, int oldestWire, int newestWire, Map<String, InstanceState> backends) {
    public Announcement {
        backends = Map.copyOf(backends);
    }
}
