package io.sluice.postgres.embedded;

import io.sluice.core.control.EmbeddedServer;
import java.util.concurrent.atomic.AtomicBoolean;

/** A started server; closing it twice does nothing more. */
final class RunningPostgres implements EmbeddedServer.Running {

    private final String uri;
    private final Postmaster postmaster;
    private final DataLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    RunningPostgres(String uri, Postmaster postmaster, DataLock lock) {
        this.uri = uri;
        this.postmaster = postmaster;
        this.lock = lock;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                postmaster.stopLeftover(step -> {});
            } finally {
                lock.close();
            }
        }
    }
}
