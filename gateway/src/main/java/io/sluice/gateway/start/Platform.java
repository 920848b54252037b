package io.sluice.gateway.start;

import io.sluice.core.bus.LocalCodec;
import io.sluice.gateway.config.ClusterConfig;
import io.sluice.gateway.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

/** Makes the Vert.x that a node runs on: alone, or joined with others. */
final class Platform {

    private static final int CONNECT_MILLIS = 1_000;
    private static final long PING_MILLIS = 2_000;

    private Platform() {}

    /** Fails with a StartException when the cluster's settings are wrong. */
    static Future<Vertx> start(Config config, Telemetry telemetry, boolean clustered) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(config.http().eventLoops())
                .setPreferNativeTransport(true)
                .setMetricsOptions(telemetry.metrics().options());
        if (clustered) {
            options.setEventBusOptions(bus(config.cluster()));
        }
        VertxBuilder builder = telemetry
                .tracing()
                .into(Vertx.builder()
                        .with(options)
                        .withMetrics(telemetry.metrics().factory()));
        Future<Vertx> made = clustered
                ? builder.withClusterManager(Cluster.member(config.cluster())).buildClustered()
                : Future.succeededFuture(builder.build());
        return made.onSuccess(LocalCodec::register);
    }

    /**
     * A connection on which nothing comes back is closed after some seconds, so that what was sent to a node that hangs is dropped
     * and not done when nobody waits for it any more.
     */
    private static EventBusOptions bus(ClusterConfig config) {
        EventBusOptions options = new EventBusOptions()
                .setPort(config.busPort())
                .setConnectTimeout(CONNECT_MILLIS)
                .setClusterPingInterval(PING_MILLIS)
                .setClusterPingReplyInterval(PING_MILLIS);
        config.host().ifPresent(host -> options.setHost(host).setClusterPublicHost(host));
        if (config.tls().isComplete()) {
            options.setSsl(true)
                    .setTrustAll(false)
                    .setClientAuth(ClientAuth.REQUIRED)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .addCertPath(
                                    config.tls().certificate().orElseThrow().toString())
                            .addKeyPath(config.tls().key().orElseThrow().toString()))
                    .setTrustOptions(new PemTrustOptions()
                            .addCertPath(config.tls().authority().orElseThrow().toString()));
        }
        return options;
    }
}
