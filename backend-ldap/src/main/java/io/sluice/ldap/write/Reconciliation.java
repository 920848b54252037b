package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.Actor;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.audit.Intent;
import io.sluice.ldap.audit.ResourceAudit;
import io.sluice.ldap.entry.Entries;
import io.sluice.ldap.entry.EntryIds;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.mapping.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into changes of which nobody knows whether they were made, or which have no audit event yet: the directory tells, because
 * an entry carries the ids of its last operations. What was made gets its event.
 */
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A server that hung may do what it was asked this long after nobody waits any more. */
    private static final Duration MAY_STILL_HAPPEN = Duration.ofSeconds(60);

    private final Realm realm;
    private final Entries entries;
    private final Resources resources;
    private final ResourceAudit audit;
    private final ReentrantLock running = new ReentrantLock();

    public Reconciliation(Realm realm, Entries entries, Resources resources, ResourceAudit audit) {
        this.realm = realm;
        this.entries = entries;
        this.resources = resources;
        this.audit = audit;
    }

    /** Blocks. What cannot be decided now stays for the next time. */
    public void run() {
        if (!running.tryLock()) {
            return;
        }
        try {
            audit.doubtful().forEach(this::decide);
        } catch (ScimException e) {
            LOG.warn(
                    "Changes without an audit event wait until they can be looked into: {}",
                    e.error().detail());
        } finally {
            running.unlock();
        }
    }

    private void decide(Intent intent) {
        if (!realm.isOwn()) {
            LOG.warn(
                    "Whether {} of {} by {} was done before the interruption is not known, because the directory keeps no "
                            + "operation ids in mode none; the audit trail does not have it",
                    intent.event().action(),
                    intent.type() + "/" + intent.id(),
                    intent.event().actor());
            audit.settle(intent.operation());
            return;
        }
        Optional<String> changed = changed(intent);
        changed.ifPresent(id -> {
            LOG.info(
                    "{} {} was done before an interruption and gets its audit event",
                    intent.event().action(),
                    id);
            audit.complete(intent, id);
        });
        if (changed.isPresent() || isOver(intent)) {
            audit.settle(intent.operation());
        }
    }

    private boolean isOver(Intent intent) {
        return realm.clock().instant().isAfter(intent.event().time().plus(MAY_STILL_HAPPEN));
    }

    /** The id of the resource, if the change was made. */
    private Optional<String> changed(Intent intent) {
        if (intent.kind() == Intent.Kind.DELETE) {
            boolean gone = EntryIds.filter(intent.id(), realm.mapping().id())
                    .map(filter -> find(intent, filter).isEmpty())
                    .orElse(false);
            return gone ? Optional.of(intent.id()) : Optional.empty();
        }
        return find(intent, Filter.createEqualityFilter(Names.OPERATION, intent.operation())).stream()
                .findFirst()
                .map(resources::id);
    }

    private List<Entry> find(Intent intent, Filter filter) {
        RequestContext context = new RequestContext(
                intent.tenant(),
                intent.event().requestId(),
                UUID.fromString(intent.operation()),
                new Actor(
                        intent.event().actor(),
                        intent.event().idp(),
                        intent.event().clientAddress()),
                realm.clock().instant().plus(PATIENCE));
        return entries.search(
                context,
                base(intent),
                SearchScope.SUB,
                filter,
                realm.mapping().id().attribute());
    }

    private DN base(Intent intent) {
        return switch (intent.type()) {
            case ResourceType.USER -> realm.users(intent.tenant());
            case ResourceType.GROUP -> realm.groups(intent.tenant());
            default -> realm.others(intent.tenant());
        };
    }
}
