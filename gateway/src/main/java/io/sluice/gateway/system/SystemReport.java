package io.sluice.gateway.system;

import java.util.List;

/**
 * The state of the installation at one moment.
 *
 * @param version of the build
 * @param nodes those whose rates are known, the reporting one first
 * @param parts what the reporting node needs
 * @param peers what it has heard of the backends on other nodes; empty for a node alone
 */
public record SystemReport(
        String version, String java, List<NodeReport> nodes, List<PartReport> parts, List<PeerReport> peers) {

    public SystemReport {
        nodes = List.copyOf(nodes);
        parts = List.copyOf(parts);
        peers = List.copyOf(peers);
    }
}
