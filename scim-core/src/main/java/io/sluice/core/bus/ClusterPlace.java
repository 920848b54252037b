package io.sluice.core.bus;

import java.util.List;
import java.util.Optional;

/**
 * Where a node finds the others. Nothing is ever announced by multicast.
 *
 * @param name nodes of another name are not joined
 * @param host the address that this node is reached at; empty to choose one of the machine's
 * @param port the port that members talk to each other on
 * @param members of the form {@code host:port}; a few that are usually there are enough
 * @param service a DNS name that resolves to the addresses of all members, as a headless service of Kubernetes does
 */
public record ClusterPlace(
        String name, Optional<String> host, int port, List<String> members, Optional<String> service) {
    public ClusterPlace {
        members = List.copyOf(members);
    }
}
