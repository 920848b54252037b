package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.audit.Change;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Entries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Deletes an entry and what points at it. */
final class DeleteWrite {

    private static final int ATTEMPTS = 20;

    private final Workshop workshop;
    private final Sweep sweep;

    DeleteWrite(Workshop workshop, Sweep sweep) {
        this.workshop = workshop;
        this.sweep = sweep;
    }

    BackendReply run(BackendRequest.Delete delete) {
        RequestContext context = delete.context();
        Optional<Entry> sent = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Entry> entry = workshop.entries().find(context, delete.type(), delete.id());
            if (entry.isEmpty()) {
                // After an ambiguous failure this is what we wanted.
                return finish(delete, sent.orElseThrow(() -> Entries.notFound(delete.type(), delete.id())));
            }
            Preconditions.check(delete.precondition(), workshop.resources().version(entry.get()));
            try {
                workshop.audit().intend(List.of(change(delete, entry.get())));
                sweep.forget(context, entry.get().getDN());
                DeleteRequest request = new DeleteRequest(entry.get().getDN());
                request.addControls(controls(delete, entry.get()).toArray(Control[]::new));
                workshop.realm().directory().write(context.deadline(), connection -> connection.delete(request));
                return finish(delete, entry.get());
            } catch (AmbiguousWriteException e) {
                sent = entry;
            } catch (LDAPException e) {
                if (!e.getResultCode().equals(ResultCode.ASSERTION_FAILED)
                        && !e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                    throw LdapFailures.toScim(e);
                }
            }
        }
        throw new ScimException(ScimError.unavailable(
                "Others change the resource all the time; it was not deleted.", Duration.ofSeconds(1)));
    }

    private List<Control> controls(BackendRequest.Delete delete, Entry entry) {
        return switch (delete.precondition()) {
            case Precondition.None ignored -> workshop.guard().onId(delete.id());
            case Precondition.VersionIn ignored -> workshop.guard().onVersion(entry);
        };
    }

    /** Whoever was made a member in between is no member of anything after this. */
    private BackendReply finish(BackendRequest.Delete delete, Entry entry) {
        sweep.forget(delete.context(), entry.getDN());
        workshop.audit().changed(change(delete, entry));
        return new BackendReply.Deleted();
    }

    private Change change(BackendRequest.Delete delete, Entry entry) {
        return Change.delete(
                delete.context(),
                delete.type(),
                delete.id(),
                workshop.replies().document(delete.context(), delete.type(), entry));
    }
}
