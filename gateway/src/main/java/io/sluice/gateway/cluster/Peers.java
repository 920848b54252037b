package io.sluice.gateway.cluster;

import io.sluice.core.backend.Capabilities;
import io.sluice.core.bus.Addresses;
import io.sluice.core.wire.WireVersion;
import io.sluice.gateway.config.ClusterConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances of backends on other nodes, by what was heard of them. Who is silent for longer than the configuration says is
 * forgotten, and everything that waits for it is told so.
 */
public final class Peers {

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);

    private final String self;
    private final ClusterConfig config;
    private final int newestWire;
    private final LongSupplier nanos;
    private final Supplier<RandomGenerator> random;
    private final Map<String, Map<String, Instance>> instances = new ConcurrentHashMap<>();
    private final Map<String, Capabilities> capabilities = new ConcurrentHashMap<>();
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    /**
     * @param self the id of this node, whose own announcements are not peers'
     * @param newestWire the newest version that this node writes
     * @param random asked at every choice for what the thread may use
     */
    public Peers(
            String self, ClusterConfig config, int newestWire, LongSupplier nanos, Supplier<RandomGenerator> random) {
        this.self = self;
        this.config = config;
        this.newestWire = newestWire;
        this.nanos = nanos;
        this.random = random;
    }

    void heard(Announcement announcement) {
        if (announcement.node().equals(self)) {
            return;
        }
        OptionalInt version = WireVersion.common(announcement.oldestWire(), announcement.newestWire(), newestWire);
        if (version.isEmpty()) {
            if (strangers.add(announcement.node())) {
                LOG.warn(
                        "The node {} reads versions {} to {} of the cluster's messages; this node writes none of them",
                        announcement.name(),
                        announcement.oldestWire(),
                        announcement.newestWire());
            }
            return;
        }
        announcement.backends().forEach((backend, state) -> {
            capabilities.put(backend, state.capabilities());
            of(backend)
                    .computeIfAbsent(
                            announcement.node(), node -> found(announcement, backend, state, version.getAsInt()))
                    .announced(state, nanos.getAsLong());
        });
        instances.forEach((backend, nodes) -> {
            if (!announcement.backends().containsKey(backend) && nodes.remove(announcement.node()) != null) {
                LOG.info("{} on {} takes no more requests", backend, announcement.name());
            }
        });
    }

    /** After a standstill of this node nobody else is to blame for what it did not hear. */
    void stoodStill(long nanos) {
        instances.values().forEach(nodes -> nodes.values().forEach(instance -> instance.forgive(nanos)));
    }

    /** Forgets who has been silent for too long; to be called a few times a second. */
    void sweep() {
        long now = nanos.getAsLong();
        instances.forEach((backend, nodes) -> nodes.values().removeIf(instance -> {
            boolean silent = instance.isSilent(now, config.silentAfter().toNanos());
            if (silent) {
                LOG.warn("{} on {} is silent; its requests go elsewhere", backend, instance.name());
                instance.giveUp("The node fell silent");
            }
            return silent;
        }));
    }

    /**
     * The less loaded of two that were drawn at random. Those that are left alone, or that cannot serve by their own account, are
     * drawn only when there are no others; empty when nobody is there.
     */
    Optional<Instance> pick(String backend, Optional<Instance> not) {
        long now = nanos.getAsLong();
        List<Instance> there = new ArrayList<>();
        for (Instance instance : of(backend).values()) {
            if (!instance.isSilent(now, config.silentAfter().toNanos())
                    && not.filter(other -> other == instance).isEmpty()) {
                there.add(instance);
            }
        }
        return lessLoaded(preferred(
                preferred(there, one -> !one.isEjected(now)),
                one -> one.state().fault().isEmpty()));
    }

    private static List<Instance> preferred(List<Instance> all, Predicate<Instance> condition) {
        List<Instance> those = all.stream().filter(condition).toList();
        return those.isEmpty() ? all : those;
    }

    /** Leaves the instance alone for a while. */
    void eject(Instance instance) {
        instance.eject(nanos.getAsLong() + config.ejectFor().toNanos());
    }

    /** Whether at least one instance can serve. */
    boolean isServed(String backend) {
        long now = nanos.getAsLong();
        return of(backend).values().stream()
                .anyMatch(instance -> instance.state().fault().isEmpty()
                        && !instance.isSilent(now, config.silentAfter().toNanos()));
    }

    /** Who is there now, by node and backend. */
    public List<Sighting> sightings() {
        long now = nanos.getAsLong();
        List<Sighting> all = new ArrayList<>();
        instances.forEach((backend, nodes) -> nodes.values().stream()
                .filter(instance -> !instance.isSilent(now, config.silentAfter().toNanos()))
                .map(instance -> new Sighting(
                        instance.name(),
                        backend,
                        instance.load(),
                        instance.state().fault(),
                        instance.isEjected(now)))
                .forEach(all::add));
        all.sort(Comparator.comparing(Sighting::node).thenComparing(Sighting::backend));
        return all;
    }

    /** What instances of that backend can do, also when none is there at the moment. */
    Optional<Capabilities> capabilities(String backend) {
        return Optional.ofNullable(capabilities.get(backend));
    }

    Set<String> names() {
        return Set.copyOf(capabilities.keySet());
    }

    private Optional<Instance> lessLoaded(List<Instance> live) {
        if (live.isEmpty()) {
            return Optional.empty();
        }
        RandomGenerator dice = random.get();
        int first = dice.nextInt(live.size());
        if (live.size() == 1) {
            return Optional.of(live.get(first));
        }
        int second = (first + 1 + dice.nextInt(live.size() - 1)) % live.size();
        Instance one = live.get(first);
        Instance other = live.get(second);
        return Optional.of(other.load() < one.load() ? other : one);
    }

    private Instance found(Announcement announcement, String backend, InstanceState state, int version) {
        LOG.info("{} on {} takes requests, version {} of the messages", backend, announcement.name(), version);
        return new Instance(
                Addresses.instance(backend, announcement.node()),
                announcement.name(),
                version,
                state,
                nanos.getAsLong());
    }

    private Map<String, Instance> of(String backend) {
        return instances.computeIfAbsent(backend, name -> new ConcurrentHashMap<>());
    }
}
