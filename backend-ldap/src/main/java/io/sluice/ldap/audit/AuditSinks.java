package io.sluice.ldap.audit;

import io.sluice.ldap.config.AuditSettings;
import io.sluice.ldap.directory.Directory;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Opens the sink that the settings choose. */
public final class AuditSinks {

    private AuditSinks() {}

    public static AuditSink open(AuditSettings settings, Vertx vertx, Directory directory, Clock clock) {
        return switch (settings.sink()) {
            case AuditSettings.Sink.Gateway ignored -> new GatewayAuditSink(vertx);
            case AuditSettings.Sink.Files files -> AuditFile.open(files.directory(), files.maxBytes());
            case AuditSettings.Sink.Entries entries -> new DirectoryAuditSink(directory, entries.base(), clock);
        };
    }
}
