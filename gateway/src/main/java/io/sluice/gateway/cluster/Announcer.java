package io.sluice.gateway.cluster;

import io.sluice.core.bus.Addresses;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.config.ClusterConfig;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that this node is there, hears who else is, and notices when it does not hear itself. */
public final class Announcer extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final long CLOCKS_APART_MILLIS = 1_000;

    private final ClusterConfig config;
    private final NodeName name;
    private final Peers peers;
    private final Supplier<Map<String, InstanceState>> backends;
    private final Runnable cutOff;
    private final Echo echo;
    private boolean told;
    private long lastTick;

    /**
     * @param backends what this node offers to others at the moment
     * @param cutOff run once, when this node's own announcements have not come back for too long
     */
    public Announcer(
            ClusterConfig config,
            NodeName name,
            Peers peers,
            Supplier<Map<String, InstanceState>> backends,
            Runnable cutOff) {
        this.config = config;
        this.name = name;
        this.peers = peers;
        this.backends = backends;
        this.cutOff = cutOff;
        this.echo = new Echo((int) config.fenceAfter().dividedBy(config.announceEvery()));
    }

    @Override
    public Future<?> start() {
        return vertx.eventBus()
                .<Buffer>consumer(Addresses.NODES, message -> hear(message.body()))
                .completion()
                .onSuccess(ready -> {
                    lastTick = System.nanoTime();
                    vertx.setPeriodic(config.announceEvery().toMillis(), timer -> tick());
                    announce();
                });
    }

    /** After a standstill the timer makes up for what it missed, all at once: those ticks say nothing and are left out. */
    private void tick() {
        long now = System.nanoTime();
        if (now - lastTick < config.announceEvery().toNanos() / 2) {
            return;
        }
        long still = now - lastTick - config.announceEvery().toNanos();
        if (still > config.announceEvery().toNanos()) {
            LOG.warn("This node stood still for {} ms", still / 1_000_000);
            peers.stoodStill(still);
        }
        lastTick = now;
        peers.sweep();
        announce();
    }

    private void announce() {
        if (echo.sent() && !told) {
            told = true;
            LOG.error(
                    "This node has not heard its own announcements for {}: the others have given it up",
                    config.fenceAfter());
            cutOff.run();
        }
        Announcement announcement = new Announcement(
                name.id(), name.text(), Instant.now(), config.oldestWire(), config.newestWire(), backends.get());
        vertx.eventBus().publish(Addresses.NODES, AnnouncementForm.write(announcement));
    }

    private void hear(Buffer message) {
        try {
            Announcement announcement = AnnouncementForm.read(message);
            if (announcement.node().equals(name.id())) {
                echo.heard();
            } else {
                peers.heard(announcement);
                compareClocks(announcement);
            }
        } catch (ScimException e) {
            LOG.warn("An announcement cannot be read: {}", e.getMessage());
        }
    }

    /** Deadlines are times of day: nodes whose clocks are apart refuse each other's requests or work on what nobody waits for. */
    private void compareClocks(Announcement announcement) {
        long apart = Math.abs(Instant.now().toEpochMilli() - announcement.sent().toEpochMilli());
        if (apart > CLOCKS_APART_MILLIS && LOG.isDebugEnabled()) {
            LOG.debug("The clock of {} is {} ms away, or its announcement took as long", announcement.name(), apart);
        }
    }
}
