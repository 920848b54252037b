package io.sluice.ldap.audit;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.control.AuditEvent;
import io.sluice.core.error.ErrorKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes the audit events of resources. The id of an event is that of its operation, so that a repetition counts once. With a
 * journal an intended event is durable before its change is made, and {@link #doubtful} until the change is settled.
 */
public final class ResourceAudit {

    private final AuditSink sink;
    private final Optional<Journal> journal;

    public ResourceAudit(AuditSink sink, Optional<Journal> journal) {
        this.sink = sink;
        this.journal = journal;
    }

    /** To be called before the change is made; durable when it returns. */
    public void intend(List<Change> intended, Instant at) {
        journal.ifPresent(kept -> kept.intend(intended.stream()
                .filter(change -> kept.intent(operation(change.context())).isEmpty())
                .map(change -> change.intent(at))
                .toList()));
    }

    /** The change has its event, changed nothing or was refused. */
    public void settle(String operation) {
        journal.ifPresent(kept -> kept.settle(operation));
    }

    /** To be called when a write failed. */
    public void failed(RequestContext context, ErrorKind kind) {
        journal.ifPresent(kept -> {
            if (kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.INTERNAL) {
                kept.doubt(operation(context));
            } else {
                kept.settle(operation(context));
            }
        });
    }

    /** What was intended by a process that ended, or by a write that failed in doubt. */
    public List<Intent> doubtful() {
        return journal.map(Journal::doubtful).orElse(List.of());
    }

    /** Writes the event of a change that turned out to be made. */
    public void complete(Intent intent, String id) {
        AuditEvent event = intent.event();
        sink.append(new AuditEvent(
                event.id(),
                event.time(),
                event.tenant(),
                event.action(),
                event.idp(),
                event.actor(),
                intent.type() + "/" + id,
                event.outcome(),
                event.requestId(),
                event.clientAddress(),
                event.changes()));
    }

    /** The change has been made. */
    public void changed(Change change, Instant at) {
        String operation = operation(change.context());
        // An event that is written again after an interruption is known by its id and time.
        Instant time = journal.flatMap(kept -> kept.intent(operation))
                .map(intent -> intent.event().time())
                .orElse(at);
        sink.append(change.event(time));
        settle(operation);
    }

    private static String operation(RequestContext context) {
        return context.operationId().toString();
    }
}
