package io.sluice.gateway.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * Names a node.
 *
 * @param id made at every start, so that a node that comes back is not taken for the one that it was
 * @param text host and process, for people
 */
public record NodeName(String id, String text) {

    public static NodeName ofThisProcess() {
        return new NodeName(
                UUID.randomUUID().toString(),
                host() + "/" + ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
