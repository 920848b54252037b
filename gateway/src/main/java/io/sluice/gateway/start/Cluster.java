package io.sluice.gateway.start;

import io.sluice.core.bus.ClusterPlace;
import io.sluice.core.bus.ClusterProvider;
import io.sluice.core.wire.WireVersion;
import io.sluice.gateway.cluster.ClusterBackends;
import io.sluice.gateway.cluster.LocalFirst;
import io.sluice.gateway.cluster.NodeName;
import io.sluice.gateway.cluster.Offers;
import io.sluice.gateway.cluster.Peers;
import io.sluice.gateway.cluster.Remote;
import io.sluice.gateway.config.ClusterConfig;
import io.sluice.gateway.config.Config;
import io.sluice.gateway.dispatch.BackendCalls;
import io.sluice.gateway.dispatch.BackendDirectory;
import io.sluice.gateway.dispatch.LocalCalls;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.ClusterManager;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;

/** What a node that joins others has beside what every node has. */
record Cluster(NodeName name, Peers peers, Offers offers) {

    static Cluster of(Config config, BackendDirectory local) {
        NodeName name = NodeName.ofThisProcess();
        ClusterConfig cluster = config.cluster();
        int newest = Math.min(cluster.newestWire(), WireVersion.NEWEST);
        Peers peers = new Peers(name.id(), cluster, newest, System::nanoTime, ThreadLocalRandom::current);
        return new Cluster(name, peers, new Offers(local));
    }

    BackendDirectory directory(BackendDirectory local) {
        return new ClusterBackends(local, peers);
    }

    BackendCalls calls(Vertx vertx, Config config, BackendDirectory local) {
        return new LocalFirst(
                local.names(),
                new LocalCalls(vertx, config.dispatch().deadline()),
                new Remote(vertx, peers, config.cluster().attempt()));
    }

    /**
     * Makes what keeps track of the members.
     *
     * @throws StartException when the parts for it are not on the class path
     */
    static ClusterManager member(ClusterConfig config) {
        if (config.tls().isOn() && !config.tls().isComplete()) {
            throw new StartException(
                    "cluster.tls: certificate, key and authority belong together; all three or none have to be given.");
        }
        return ServiceLoader.load(ClusterProvider.class)
                .findFirst()
                .orElseThrow(() -> new StartException(
                        "--cluster: what joins nodes is not there; the folder lib/cluster of the distribution has it."))
                .member(new ClusterPlace(
                        config.name(), config.host(), config.port(), config.members(), config.service()));
    }
}
