package io.sluice.core.bus;

import io.vertx.core.spi.cluster.ClusterManager;

/** Found by {@link java.util.ServiceLoader}, and only by nodes that are to join others; makes what keeps track of them. */
public interface ClusterProvider {

    /** Such as {@code hazelcast}, for the log. */
    String name();

    /** Makes a member that joins when Vert.x starts. */
    ClusterManager member(ClusterPlace place);
}
