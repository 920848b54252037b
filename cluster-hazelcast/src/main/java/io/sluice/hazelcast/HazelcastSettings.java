package io.sluice.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.sluice.core.bus.ClusterPlace;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import java.util.Map;

/** How Hazelcast is told to behave: it keeps who is where, no data of the service. */
final class HazelcastSettings {

    /**
     * A member that is silent for half a minute is dropped, and one that was dropped wrongly is merged again after five seconds:
     * nothing waits for that, because who is asked depends on what nodes say of themselves. It calls nobody outside, and stops when
     * Vert.x says so.
     */
    private static final Map<String, String> PROPERTIES = Map.of(
            "hazelcast.logging.type", "slf4j",
            "hazelcast.phone.home.enabled", "false",
            "hazelcast.shutdownhook.enabled", "false",
            "hazelcast.socket.bind.any", "false",
            "hazelcast.heartbeat.interval.seconds", "1",
            "hazelcast.max.no.heartbeat.seconds", "30",
            "hazelcast.merge.first.run.delay.seconds", "5",
            "hazelcast.merge.next.run.delay.seconds", "5",
            "hazelcast.operation.call.timeout.millis", "5000",
            "hazelcast.wait.seconds.before.join", "1");

    private HazelcastSettings() {}

    static Config of(ClusterPlace place) {
        Config config = ConfigUtil.loadConfig();
        config.setClusterName(place.name());
        PROPERTIES.forEach(config::setProperty);
        // The service has metrics of its own; a line about the machine's memory every few seconds helps nobody.
        config.setProperty("hazelcast.health.monitoring.level", "OFF");
        network(config.getNetworkConfig(), place);
        return config;
    }

    private static void network(NetworkConfig network, ClusterPlace place) {
        network.setPort(place.port()).setPortAutoIncrement(false);
        place.host().ifPresent(host -> {
            network.setPublicAddress(host + ":" + place.port());
            network.getInterfaces().setEnabled(true).addInterface(host);
        });
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(place.service().isEmpty()).setMembers(place.members());
        place.service()
                .ifPresent(name -> join.getKubernetesConfig()
                        .setEnabled(true)
                        .setProperty("service-dns", name)
                        .setProperty("service-port", Integer.toString(place.port())));
    }
}
