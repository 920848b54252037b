package io.sluice.ldap.config;

import java.nio.file.Path;

/** Where audit events go. */
public sealed interface AuditSettings {

    /** To the gateway's own audit trail, over the event bus. */
    record Gateway() implements AuditSettings {}

    /**
     * To files of one JSON object per line.
     *
     * @param maxBytes size at which the next file begins
     */
    record Files(Path directory, long maxBytes) implements AuditSettings {}

    /** To entries below a DN of the directory itself; {@code {tenant}} stands for the tenant. */
    record Entries(String base) implements AuditSettings {}
}
