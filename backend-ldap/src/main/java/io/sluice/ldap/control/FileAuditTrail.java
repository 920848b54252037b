package io.sluice.ldap.control;

import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.AuditQuery;
import io.sluice.core.control.AuditRetention;
import io.sluice.core.control.AuditTrail;
import io.sluice.core.control.Listing;
import io.sluice.ldap.audit.AuditFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;

/** The audit trail in files of one JSON object per line. A query reads them all; events of long ago may be moved away. */
final class FileAuditTrail implements AuditTrail {

    private final Vertx vertx;
    private final Path directory;
    private final long maxBytes;
    private volatile Optional<AuditFile> file = Optional.empty();

    FileAuditTrail(Vertx vertx, Path directory, long maxBytes) {
        this.vertx = vertx;
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    Future<Void> open() {
        return vertx.executeBlocking(
                () -> {
                    file = Optional.of(AuditFile.open(directory, maxBytes));
                    return null;
                },
                false);
    }

    Future<Void> close() {
        return vertx.executeBlocking(
                () -> {
                    file.ifPresent(AuditFile::close);
                    return null;
                },
                false);
    }

    @Override
    public Future<Void> append(AuditEvent event) {
        return vertx.executeBlocking(
                () -> {
                    write(event);
                    return null;
                },
                false);
    }

    /** Blocks until the event is on the disk. */
    void write(AuditEvent event) {
        opened().append(event);
    }

    private AuditFile opened() {
        return file.orElseThrow(() -> new IllegalStateException("The audit trail has not been opened"));
    }

    @Override
    public Future<Long> prune(AuditRetention retention) {
        return vertx.executeBlocking(() -> opened().prune(retention::removes), false);
    }

    @Override
    public Future<Listing<AuditEvent>> query(AuditQuery query) {
        return vertx.executeBlocking(() -> new AuditScan(query).over(AuditFile.files(directory)), false);
    }
}
