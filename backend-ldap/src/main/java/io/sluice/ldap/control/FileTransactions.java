package io.sluice.ldap.control;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.local.ControlSnapshot;
import io.sluice.core.control.local.ControlState;
import io.sluice.core.control.local.Transactions;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Runs one transaction at a time on a worker thread; what it changed is on the disk before it is over, or undone. */
final class FileTransactions implements Transactions {

    private final Vertx vertx;
    private final ControlState state;
    private final ControlFile file;
    private final FileAuditTrail trail;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<AuditEvent> noted = new ArrayList<>();
    private ControlSnapshot kept = ControlSnapshot.EMPTY;

    FileTransactions(Vertx vertx, ControlState state, ControlFile file, FileAuditTrail trail) {
        this.vertx = vertx;
        this.state = state;
        this.file = file;
        this.trail = trail;
    }

    Future<Void> load() {
        return vertx.executeBlocking(
                        () -> locked(() -> {
                            kept = file.read();
                            state.restore(kept);
                            return kept;
                        }),
                        false)
                .mapEmpty();
    }

    @Override
    public <T> Future<T> run(Supplier<T> action) {
        return vertx.executeBlocking(
                () -> locked(() -> {
                    noted.clear();
                    T result = action.get();
                    keep();
                    return result;
                }),
                false);
    }

    /** Takes an event of the transaction that runs. */
    void note(AuditEvent event) {
        noted.add(event);
    }

    /** The event first: a change without an event would be worse than an event of a change that nobody was told of. */
    private void keep() {
        ControlSnapshot changed = state.snapshot();
        try {
            noted.forEach(trail::write);
            if (!changed.equals(kept)) {
                file.write(changed);
                kept = changed;
            }
        } catch (UncheckedIOException e) {
            state.restore(kept);
            throw new ScimException(ScimError.unavailable(
                    "The control plane's files cannot be written; nothing was changed.", Duration.ofSeconds(5)));
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
