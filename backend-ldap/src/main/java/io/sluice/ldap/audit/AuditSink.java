package io.sluice.ldap.audit;

import io.sluice.core.control.AuditEvent;

/**
 * Takes the audit events of an LDAP backend. Calls block and come on virtual threads, many at once.
 *
 * <ol>
 *   <li>When {@link #append} returns, the event is durable.
 *   <li>An event with the same id may come twice, after a failure; it counts once.
 * </ol>
 */
public interface AuditSink extends AutoCloseable {

    /**
     * @throws io.sluice.core.error.ScimException UNAVAILABLE when the event cannot be kept
     */
    void append(AuditEvent event);

    @Override
    void close();
}
