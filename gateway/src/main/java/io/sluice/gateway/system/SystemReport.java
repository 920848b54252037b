package io.sluice.gateway.system;

import java.util.List;

/**
 * The state of the installation at one moment.
 *
 * @param version of the build
 * @param nodes those that are known of, the reporting one first
 * @param parts what the reporting node needs
 */
public record SystemReport(String version, String java, List<NodeReport> nodes, List<PartReport> parts) {

    public SystemReport {
        nodes = List.copyOf(nodes);
        parts = List.copyOf(parts);
    }
}
