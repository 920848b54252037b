package io.sluice.gateway.config;

import io.sluice.core.wire.WireVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How nodes that were started with {@code --cluster} find each other and how long they wait for each other.
 *
 * @param host the address that others reach this node at; empty to choose one of the machine's
 * @param port of the members
 * @param busPort of the event bus; 0 takes a free one
 * @param attempt the longest that the first instance may take before another one is asked
 * @param newestWire the newest version of the messages that this node speaks
 */
public record ClusterConfig(
        String name,
        Optional<String> host,
        int port,
        int busPort,
        List<String> members,
        Optional<String> service,
        Duration announceEvery,
        Duration silentAfter,
        Duration ejectFor,
        Duration attempt,
        Duration fenceAfter,
        int newestWire,
        ClusterTls tls) {

    static final ConfigKey<String> NAME =
            ConfigKey.of("cluster.name", Kind.text(), "sluice", "Nodes join only others of the same cluster name.");
    static final ConfigKey<Optional<String>> HOST = ConfigKey.of(
            "cluster.host",
            Kind.optionalText(),
            "",
            "The address that other nodes reach this one at; without it one of the machine's addresses.");
    static final ConfigKey<Integer> PORT =
            ConfigKey.of("cluster.port", Kind.integer(1, 65_535), "5701", "Port on which members find each other.");
    static final ConfigKey<Integer> BUS_PORT = ConfigKey.of(
            "cluster.busPort",
            Kind.integer(0, 65_535),
            "5702",
            "Port of the event bus between nodes; 0 takes a free one.");
    static final ConfigKey<List<String>> MEMBERS = ConfigKey.of(
            "cluster.members",
            Kind.words(),
            "",
            "Members to join, each host:port; a few that are usually there are enough.");
    static final ConfigKey<Optional<String>> SERVICE = ConfigKey.of(
            "cluster.service",
            Kind.optionalText(),
            "",
            "DNS name that resolves to all members, as a headless service of Kubernetes does; instead of cluster.members.");
    static final ConfigKey<Duration> ANNOUNCE = ConfigKey.of(
            "cluster.announceEvery",
            Kind.duration(Duration.ofMillis(50), Duration.ofSeconds(5)),
            "250ms",
            "How often a node says that it is there.");
    static final ConfigKey<Duration> SILENT = ConfigKey.of(
            "cluster.silentAfter",
            Kind.duration(Duration.ofMillis(200), Duration.ofMinutes(1)),
            "1s",
            "A node not heard for this long is asked no more, and its requests in flight are sent to another.");
    static final ConfigKey<Duration> EJECT = ConfigKey.of(
            "cluster.ejectFor",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "2s",
            "How long an instance that did not answer is left alone.");
    static final ConfigKey<Duration> ATTEMPT = ConfigKey.of(
            "cluster.attemptTimeout",
            Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
            "5s",
            "An instance that is there but has not answered after this long is given up for another one.");
    static final ConfigKey<Duration> FENCE = ConfigKey.of(
            "cluster.fenceAfter",
            Kind.duration(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            "5s",
            "A node that does not hear its own announcements for this long turns unready and exits with 75.");
    static final ConfigKey<Integer> WIRE = ConfigKey.of(
            "cluster.newestWire",
            Kind.integer(WireVersion.OLDEST, WireVersion.NEWEST),
            Integer.toString(WireVersion.NEWEST),
            "Newest version of the messages between nodes that this one speaks; for upgrades in several steps.");

    public ClusterConfig {
        members = List.copyOf(members);
    }

    static ClusterConfig read(Settings settings) {
        return new ClusterConfig(
                settings.get(NAME),
                settings.get(HOST),
                settings.get(PORT),
                settings.get(BUS_PORT),
                settings.get(MEMBERS),
                settings.get(SERVICE),
                settings.get(ANNOUNCE),
                settings.get(SILENT),
                settings.get(EJECT),
                settings.get(ATTEMPT),
                settings.get(FENCE),
                settings.get(WIRE),
                ClusterTls.read(settings));
    }

    /** The oldest version of the messages that this node reads. */
    public int oldestWire() {
        return WireVersion.OLDEST;
    }

    static List<ConfigKey<?>> keys() {
        return List.of(
                NAME,
                HOST,
                PORT,
                BUS_PORT,
                MEMBERS,
                SERVICE,
                ANNOUNCE,
                SILENT,
                EJECT,
                ATTEMPT,
                FENCE,
                WIRE,
                ClusterTls.CERTIFICATE,
                ClusterTls.KEY,
                ClusterTls.AUTHORITY);
    }
}
