package io.sluice.gateway.cluster;

import io.sluice.core.wire.Fingerprint;
import io.vertx.core.Promise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** One node's instance of a backend as this node sees it. Safe for use by all event loops. */
final class Instance {

    private static final int MOST_TYPES = 20_000;

    private final String address;
    private final String name;
    private final int version;
    private final Set<Fingerprint> types = ConcurrentHashMap.newKeySet();
    private final Set<Promise<?>> waiting = ConcurrentHashMap.newKeySet();
    private volatile InstanceState state;
    private final AtomicLong heard;
    private volatile long ejectedUntil;

    /**
     * @param version of the wire's form that both sides know
     * @param heard when, in nanoseconds
     */
    Instance(String address, String name, int version, InstanceState state, long heard) {
        this.address = address;
        this.name = name;
        this.version = version;
        this.state = state;
        this.heard = new AtomicLong(heard);
        this.ejectedUntil = heard;
    }

    String address() {
        return address;
    }

    /** Of its node, for the log. */
    String name() {
        return name;
    }

    int version() {
        return version;
    }

    InstanceState state() {
        return state;
    }

    /** What it has in flight by its own account, and what this node has sent since. */
    int load() {
        return Math.max(state.load(), waiting.size());
    }

    void announced(InstanceState announced, long now) {
        state = announced;
        heard.set(now);
    }

    /** This node itself could not hear anything for so long. */
    void forgive(long nanos) {
        heard.addAndGet(nanos);
    }

    void loaded(int load) {
        InstanceState before = state;
        state = new InstanceState(before.capabilities(), load, before.fault());
    }

    boolean isSilent(long now, long longest) {
        return now - heard.get() > longest;
    }

    boolean isEjected(long now) {
        return now - ejectedUntil < 0;
    }

    void eject(long until) {
        ejectedUntil = until;
    }

    boolean hasType(Fingerprint type) {
        return types.contains(type);
    }

    void learned(Fingerprint type) {
        if (types.size() >= MOST_TYPES) {
            types.clear();
        }
        types.add(type);
    }

    /** It will be failed when the instance turns silent. */
    void await(Promise<?> answer) {
        waiting.add(answer);
    }

    void done(Promise<?> answer) {
        waiting.remove(answer);
    }

    void giveUp(String why) {
        waiting.forEach(answer -> answer.tryFail(why));
    }
}
