package io.sluice.gateway.system;

import java.util.Optional;

/**
 * A backend's instance on another node, as the reporting node last heard of it.
 *
 * @param load requests in flight there
 * @param fault why it cannot serve, in words; empty when it can
 * @param leftAlone whether it is sent nothing for a while because it did not answer
 */
public record PeerReport(String node, String backend, int load, Optional<String> fault, boolean leftAlone) {

    public boolean isReady() {
        return fault.isEmpty() && !leftAlone;
    }
}
