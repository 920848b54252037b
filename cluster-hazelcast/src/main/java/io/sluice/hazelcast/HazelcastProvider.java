package io.sluice.hazelcast;

import com.hazelcast.config.Config;
import io.sluice.core.bus.ClusterPlace;
import io.sluice.core.bus.ClusterProvider;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** Members of a Hazelcast cluster. */
public final class HazelcastProvider implements ClusterProvider {

    @Override
    public String name() {
        return "hazelcast";
    }

    @Override
    public ClusterManager member(ClusterPlace place) {
        Config config = HazelcastSettings.of(place);
        config.setClassLoader(HazelcastProvider.class.getClassLoader());
        return new HazelcastClusterManager(config);
    }
}
