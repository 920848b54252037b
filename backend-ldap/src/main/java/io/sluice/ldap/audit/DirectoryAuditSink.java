package io.sluice.ldap.audit;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.control.TenantId;
import io.sluice.ldap.config.BaseTemplates;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.Containers;
import io.sluice.ldap.directory.Directory;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Audit events as entries of the class scimAuditEvent. Their DN is made of their id, so that none is written twice. */
public final class DirectoryAuditSink implements AuditSink {

    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Directory directory;
    private final Containers containers;
    private final String base;
    private final Clock clock;

    DirectoryAuditSink(Directory directory, String base, Clock clock) {
        this.directory = directory;
        this.containers = new Containers(directory);
        this.base = base;
        this.clock = clock;
    }

    @Override
    public void append(AuditEvent event) {
        DN container = BaseTemplates.resolve(base, new TenantId(event.tenant(), 0));
        Instant deadline = clock.instant().plus(PATIENCE);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                directory.write(deadline, connection -> connection.add(request(event, container)));
                return;
            } catch (AmbiguousWriteException e) {
                // Adding it again shows whether it is there.
            } catch (LDAPException e) {
                if (e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                    return;
                }
                if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                    throw LdapFailures.toScim(e);
                }
                containers.ensure(deadline, container);
            }
        }
    }

    @Override
    public void close() {
        // The directory is not ours.
    }

    private static AddRequest request(AuditEvent event, DN container) {
        return new AddRequest(
                new DN(new RDN("scimId", event.id()), container),
                new Attribute("objectClass", "top", "scimAuditEvent"),
                new Attribute("scimId", event.id()),
                new Attribute("scimTime", Timestamps.withMillis(event.time())),
                new Attribute("scimAction", event.action()),
                new Attribute("scimTarget", event.target()),
                new Attribute("scimActor", event.idp() + "/" + event.actor()),
                new Attribute("scimPayload", AuditJson.write(event)));
    }
}
