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
 * an entry carries the ids of its last operations. What was made gets its event. Where the directory cannot tell, because it has
 * no place for the ids or a change of several steps was interrupted, the event says {@code failure}.
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
            audit.doubtful().forEach(this::decideIfPossible);
        } finally {
            running.unlock();
        }
    }

    /** One that cannot be looked into, such as one of a tenant that is not served any more, keeps no other waiting. */
    private void decideIfPossible(Intent intent) {
        try {
            decide(intent);
        } catch (ScimException e) {
            LOG.warn(
                    "{} {} may be without an audit event and waits until it can be looked into: {}",
                    intent.event().action(),
                    intent.event().target(),
                    e.error().detail());
        }
    }

    /** What the directory tells of an intended change. */
    private sealed interface Finding {

        record Made(String id) implements Finding {}

        record NotMade() implements Finding {}

        /** Something was changed, in part or by somebody else. */
        record Unclear() implements Finding {}
    }

    private void decide(Intent intent) {
        switch (finding(intent)) {
            case Finding.Made made -> {
                LOG.info(
                        "{} {} was done before an interruption and gets its audit event",
                        intent.event().action(),
                        made.id());
                audit.complete(intent, made.id());
                audit.settle(intent.operation());
            }
            case Finding.NotMade ignored -> {
                if (isOver(intent)) {
                    audit.settle(intent.operation());
                }
            }
            case Finding.Unclear ignored -> {
                if (isOver(intent)) {
                    LOG.warn(
                            "Whether {} of {} by {} was done before an interruption is not known; the audit trail has it as a failure",
                            intent.event().action(),
                            intent.event().target(),
                            intent.event().actor());
                    audit.interrupted(intent);
                    audit.settle(intent.operation());
                }
            }
        }
    }

    private boolean isOver(Intent intent) {
        return realm.clock().instant().isAfter(intent.event().time().plus(MAY_STILL_HAPPEN));
    }

    private Finding finding(Intent intent) {
        return switch (intent.kind()) {
            case CREATE -> realm.isOwn() ? created(intent) : new Finding.Unclear();
            case UPDATE -> byId(intent).map(entry -> updated(intent, entry)).orElseGet(Finding.Unclear::new);
            case DELETE -> byId(intent).isEmpty() ? new Finding.Made(intent.id()) : new Finding.NotMade();
        };
    }

    private Finding created(Intent intent) {
        return find(intent, Filter.createEqualityFilter(Names.OPERATION, intent.operation())).stream()
                .findFirst()
                .<Finding>map(entry -> new Finding.Made(resources.id(entry)))
                .orElseGet(Finding.NotMade::new);
    }

    private Finding updated(Intent intent, Entry entry) {
        if (Resources.carries(entry, intent.operation())) {
            return new Finding.Made(intent.id());
        }
        boolean tellsByItsOperations = realm.isOwn() && intent.before().isEmpty();
        return tellsByItsOperations || intent.before().equals(resources.state(entry))
                ? new Finding.NotMade()
                : new Finding.Unclear();
    }

    private Optional<Entry> byId(Intent intent) {
        return EntryIds.filter(intent.id(), realm.mapping().id())
                .flatMap(filter -> find(intent, filter).stream().findFirst());
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
                realm.mapping().id().attribute(),
                realm.mapping().version(),
                realm.mapping().lastModified(),
                Names.OPERATION);
    }

    private DN base(Intent intent) {
        return switch (intent.type()) {
            case ResourceType.USER -> realm.users(intent.tenant());
            case ResourceType.GROUP -> realm.groups(intent.tenant());
            default -> realm.others(intent.tenant());
        };
    }
}
