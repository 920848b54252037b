package io.sluice.ldap.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of audit events.
 *
 * @param journal directory in which changes are noted before they are made, so that a crash leaves none without its event
 */
public record AuditSettings(Sink sink, Optional<Path> journal) {

    /** Where audit events go. */
    public sealed interface Sink {

        /** To the gateway's own audit trail, over the event bus. */
        record Gateway() implements Sink {}

        /**
         * To files of one JSON object per line.
         *
         * @param maxBytes size at which the next file begins
         */
        record Files(Path directory, long maxBytes) implements Sink {}

        /** To entries below a DN of the directory itself; {@code {tenant}} stands for the tenant. */
        record Entries(String base) implements Sink {}
    }
}
