package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.control.AuditChange;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Changes;
import io.sluice.ldap.audit.Change;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an entry, computes what becomes of it and writes that, provided that nobody else wrote in between; else it starts again.
 * After an ambiguous failure the entry itself tells whether the write was done: it carries the ids of its last operations.
 */
final class UpdateWrite {

    private static final int ATTEMPTS = 20;

    private final Workshop workshop;
    private final MemberTargets targets;
    private final Passwords passwords;
    private final Rename rename;
    private final EntryDifference difference;
    private final Fidelity fidelity;

    UpdateWrite(Workshop workshop, MemberTargets targets, Passwords passwords, Rename rename) {
        this.workshop = workshop;
        this.targets = targets;
        this.passwords = passwords;
        this.rename = rename;
        this.difference = new EntryDifference(workshop.realm());
        this.fidelity = new Fidelity(workshop.realm());
    }

    BackendReply run(Edit edit) {
        Progress progress = new Progress();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Entry entry = workshop.entries().require(edit.context(), edit.type(), edit.id());
            if (Resources.carries(entry, edit.context().operationId().toString())) {
                return changedBefore(edit, entry, progress);
            }
            if (!progress.mayHaveChanged(workshop.realm().isOwn())) {
                Preconditions.check(edit.precondition(), workshop.resources().version(entry));
            }
            Optional<BackendReply> done = attempt(edit, entry, progress);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ScimException(ScimError.unavailable(
                "Others change the resource all the time; nothing was changed by this request.",
                Duration.ofSeconds(1)));
    }

    /** Empty when the entry has to be read again. */
    private Optional<BackendReply> attempt(Edit edit, Entry entry, Progress progress) {
        Plan plan = plan(edit, entry, progress);
        if (!plan.changes() && (progress.passwordSet || !setsPassword(edit))) {
            return Optional.of(finished(edit, entry, plan, progress.begun || progress.ambiguous, progress));
        }
        Change intended = change(edit, plan, progress);
        progress.intended = Optional.of(intended);
        workshop.audit()
                .intend(List.of(
                        steps(edit, entry, plan)
                                ? intended.from(workshop.resources().state(entry))
                                : intended));
        if (setsPassword(edit) && !progress.passwordSet) {
            passwords.set(edit.context(), entry.getDN(), edit.password().orElseThrow());
            progress.passwordSet = true;
            progress.begun = true;
            // Setting the password made a new version, which the next write must name.
            return Optional.empty();
        }
        try {
            rename.repair(edit.context(), edit.type(), entry);
            if (rename.isNeeded(edit.type(), entry, plan.after())) {
                progress.begun |= rename.run(edit.context(), edit.type(), entry, plan.after());
                return Optional.empty();
            }
            return write(edit, entry, plan, progress);
        } catch (AmbiguousWriteException e) {
            progress.ambiguous = true;
            return Optional.empty();
        } catch (LDAPException e) {
            retryOrFail(e);
            return Optional.empty();
        }
    }

    private Optional<BackendReply> write(Edit edit, Entry entry, Plan plan, Progress progress)
            throws LDAPException, AmbiguousWriteException {
        Instant now = workshop.stamp().now();
        List<Modification> modifications = new ArrayList<>(difference.modifications(entry, plan.image(), edit.type()));
        modifications.addAll(plan.members()
                .map(members -> members.modifications(
                        workshop.realm().mapping().member(),
                        workshop.realm().mapping().groups().emptyMember(),
                        workshop.realm().isOwn()))
                .orElse(List.of()));
        if (!modifications.isEmpty() || workshop.realm().isOwn()) {
            modifications.addAll(workshop.stamp().onRead(entry, edit.context().operationId(), now));
        }
        if (modifications.isEmpty()) {
            return Optional.of(finished(edit, entry, plan, true, progress));
        }
        ModifyRequest request =
                new ModifyRequest(entry.getDN(), workshop.guard().swap(entry, modifications));
        request.addControls(workshop.guard()
                .onVersion(entry, workshop.entries().requested().of(edit.type()))
                .toArray(Control[]::new));
        LDAPResult result =
                workshop.realm().directory().write(edit.context().deadline(), connection -> connection.modify(request));
        Entry after = workshop.after(edit.context(), edit.type(), result, entry.getDN());
        return Optional.of(finished(edit, after, plan, true, progress));
    }

    private BackendReply finished(Edit edit, Entry entry, Plan plan, boolean changed, Progress progress) {
        BackendReply.Stored reply = workshop.stored(edit.context(), edit.type(), entry, edit.include(), changed);
        if (changed) {
            workshop.audit().changed(change(edit, plan, progress));
        }
        return reply;
    }

    /** The entry carries our operation: the event may have been written then, or not. */
    private BackendReply changedBefore(Edit edit, Entry entry, Progress progress) {
        BackendReply.Stored reply = workshop.stored(edit.context(), edit.type(), entry, edit.include(), true);
        workshop.audit()
                .changedBefore(progress.intended.orElseGet(
                        () -> Change.update(edit.context(), edit.type(), edit.id(), List.of(), Change.Members.NONE)));
        return reply;
    }

    /** Whether an interruption may leave a part of the change that the entry's operations do not tell of. */
    private boolean steps(Edit edit, Entry entry, Plan plan) {
        return !workshop.realm().isOwn() || setsPassword(edit) || rename.isNeeded(edit.type(), entry, plan.after());
    }

    private Change change(Edit edit, Plan plan, Progress progress) {
        List<AuditChange> changes = new ArrayList<>(Changes.between(progress.original, plan.after(), edit.type()));
        if (setsPassword(edit)) {
            changes.add(new AuditChange("password", Optional.empty(), Optional.empty()));
        }
        return Change.update(
                edit.context(),
                edit.type(),
                edit.id(),
                changes,
                plan.members().map(MemberEdit::difference).orElse(Change.Members.NONE));
    }

    private Plan plan(Edit edit, Entry entry, Progress progress) {
        ObjectNode before = workshop.replies().document(edit.context(), edit.type(), entry);
        if (progress.original.isEmpty()) {
            progress.original = before;
        }
        ObjectNode after = edit.document().apply(before);
        fidelity.check(edit.type(), after);
        Optional<MemberEdit> members = edit.members().isEmpty() ? Optional.empty() : Optional.of(members(edit, entry));
        Image image = workshop.images().of(edit.context(), edit.type(), after);
        boolean written = workshop.resources().written(entry).map(after::equals).orElse(before.equals(after));
        return new Plan(before, after, written, members, image);
    }

    private MemberEdit members(Edit edit, Entry entry) {
        MemberEdit members = new MemberEdit(
                edit.context(),
                targets,
                workshop.locations(),
                workshop.members().roster(edit.context(), entry.getDN()));
        edit.members().forEach(members::apply);
        return members;
    }

    private boolean setsPassword(Edit edit) {
        return edit.password().isPresent() && passwords.kept();
    }

    private static void retryOrFail(LDAPException e) {
        switch (e.getResultCode().intValue()) {
            case ResultCode.ASSERTION_FAILED_INT_VALUE,
                    ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE,
                    ResultCode.NO_SUCH_OBJECT_INT_VALUE -> {
                // Somebody else was faster: the entry is read again, and a precondition is judged again.
            }
            default -> throw LdapFailures.toScim(e);
        }
    }

    /**
     * @param written whether the entry says already what it is to say
     */
    private record Plan(
            ObjectNode before, ObjectNode after, boolean written, Optional<MemberEdit> members, Image image) {

        boolean changes() {
            return !written || members.map(MemberEdit::changes).orElse(false);
        }
    }

    /** What has been done so far in one request. */
    private static final class Progress {

        private ObjectNode original = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        private Optional<Change> intended = Optional.empty();
        private boolean begun;
        private boolean passwordSet;
        private boolean ambiguous;

        /** Whether another version than the one that was named may be our own doing, and the entry would not tell. */
        private boolean mayHaveChanged(boolean own) {
            return begun || (ambiguous && !own);
        }
    }
}
