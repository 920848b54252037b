package io.sluice.ldap.audit;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
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
    public void intend(List<Change> intended) {
        journal.ifPresent(kept -> kept.intend(intended.stream()
                .filter(change -> kept.intent(operation(change.context())).isEmpty())
                .map(Change::intent)
                .toList()));
    }

    /** Whether an operation may have to be looked for in the directory. */
    public boolean isOpen(String operation) {
        return journal.flatMap(kept -> kept.intent(operation)).isPresent();
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
        sink.append(intent.event(id, "success"));
    }

    /** Writes the event of a change that was interrupted, of which nobody can say how much was made. */
    public void interrupted(Intent intent) {
        sink.append(intent.event(intent.id(), "failure"));
    }

    /** The change has been made. */
    public void changed(Change change) {
        sink.append(change.event());
        settle(operation(change.context()));
    }

    /**
     * The change was made before: by an attempt whose reply was lost, or for an earlier request with this operation id, which may
     * have ended before it had its event.
     *
     * @param change what is known of it, where the journal does not know more
     */
    public void changedBefore(Change change) {
        String operation = operation(change.context());
        sink.append(journal.flatMap(kept -> kept.intent(operation))
                .map(intent -> intent.event(change.id(), "success"))
                .orElseGet(change::event));
        settle(operation);
    }

    private static String operation(RequestContext context) {
        return context.operationId().toString();
    }
}
