package io.sluice.gateway.cluster;

import io.sluice.core.backend.Capabilities;
import java.util.Optional;

/**
 * One instance of a backend, as its node announces it.
 *
 * @param load requests in flight
 * @param fault why it cannot serve at the moment; empty when it can
 */
public record InstanceState(Capabilities capabilities, int load, Optional<String> fault) {}
