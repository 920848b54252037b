package io.sluice.gateway.cluster;

import java.util.Optional;

/**
 * A backend's instance on another node, as this node last heard of it.
 *
 * @param node for people
 * @param load requests in flight there
 * @param fault why it cannot serve; empty when it can
 * @param leftAlone whether this node sends it nothing for a while because it did not answer
 */
public record Sighting(String node, String backend, int load, Optional<String> fault, boolean leftAlone) {}
