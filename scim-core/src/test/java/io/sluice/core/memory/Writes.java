package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchApplier;
import io.sluice.core.resource.DraftRules;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.schema.ResourceType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Creates, replaces, patches and deletes: everything is computed first and put in place when nothing can fail any more. */
final class Writes {

    private final Replies replies;
    private final ResourceAudit audit;
    private final InstantSource clock;
    private long lastVersion;

    Writes(Replies replies, ResourceAudit audit, InstantSource clock) {
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    BackendReply create(Partition partition, BackendRequest.Create create) {
        ResourceDraft draft = create.draft();
        Instant now = now();
        String id = create.context().operationId().toString();
        Entry entry = new Entry(draft.type(), id, ++lastVersion, now, now, draft.attributes());
        MemberEdit members = edit(partition, entry, List.of(new MemberChange.ReplaceAll(draft.members())));
        partition.checkUnique(entry);
        put(partition, entry, members);
        audit.created(create.context(), entry, members);
        return replies.stored(partition, entry, Include.ALL, true);
    }

    BackendReply replace(Partition partition, BackendRequest.Replace replace) {
        ResourceDraft draft = replace.draft();
        Entry before = require(partition, draft.type(), replace.id(), replace.precondition());
        ObjectNode attributes = DraftRules.merge(before.attributes(), draft);
        MemberEdit members = edit(partition, before, List.of(new MemberChange.ReplaceAll(draft.members())));
        return update(partition, replace.context(), before, attributes, members, replace.include());
    }

    BackendReply patch(Partition partition, BackendRequest.Patch patch) {
        Entry before = require(partition, patch.type(), patch.id(), patch.precondition());
        ObjectNode attributes =
                PatchApplier.apply(before.attributes(), patch.plan().operations(), patch.type());
        MemberEdit members = edit(partition, before, patch.plan().members());
        return update(partition, patch.context(), before, attributes, members, patch.include());
    }

    BackendReply delete(Partition partition, BackendRequest.Delete delete) {
        Entry entry = require(partition, delete.type(), delete.id(), delete.precondition());
        partition.remove(entry);
        audit.deleted(delete.context(), entry, now());
        return new BackendReply.Deleted();
    }

    private BackendReply update(
            Partition partition,
            RequestContext context,
            Entry before,
            ObjectNode attributes,
            MemberEdit members,
            Include include) {
        if (before.attributes().equals(attributes) && !members.changes()) {
            return replies.stored(partition, before, include, false);
        }
        Entry after = before.changed(attributes, ++lastVersion, now());
        partition.checkUnique(after);
        put(partition, after, members);
        audit.updated(context, before, after, members);
        return replies.stored(partition, after, include, true);
    }

    private static void put(Partition partition, Entry entry, MemberEdit members) {
        partition.put(entry);
        if (members.changes()) {
            partition.memberships().replace(entry.id(), members.after());
        }
    }

    private static MemberEdit edit(Partition partition, Entry group, List<MemberChange> changes) {
        MemberEdit edit = new MemberEdit(partition, partition.memberships().of(group.id()));
        changes.forEach(edit::apply);
        return edit;
    }

    private static Entry require(Partition partition, ResourceType type, String id, Precondition precondition) {
        Entry entry = partition.require(type, id);
        switch (precondition) {
            case Precondition.None ignored -> {}
            case Precondition.VersionIn wanted -> requireVersion(entry, wanted);
        }
        return entry;
    }

    private static void requireVersion(Entry entry, Precondition.VersionIn wanted) {
        if (!wanted.versions().contains(entry.versionText())) {
            throw ScimException.of(
                    ErrorKind.PRECONDITION_FAILED,
                    "The resource has changed: its version is " + entry.versionText()
                            + ", which If-Match does not name. Read it again and repeat.");
        }
    }

    /** Microseconds, as databases keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
