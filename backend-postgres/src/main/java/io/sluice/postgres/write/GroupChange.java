package io.sluice.postgres.write;

import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import io.sluice.postgres.document.StoredForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A change of a group: members, attributes or both.
 *
 * @param expected the versions that it may have; empty for any
 * @param form the new document, when attributes change
 * @param event with the changes of attributes; those of members are known when they have been made
 */
record GroupChange(
        RequestContext context,
        UUID id,
        Optional<Set<String>> expected,
        MemberSet members,
        Optional<StoredForm> form,
        WriteEvent event) {

    static GroupChange ofMembers(
            RequestContext context, String id, UUID key, Precondition precondition, MemberSet members) {
        WriteEvent event = WriteEvent.of(context, "Group", WriteEvent.UPDATED, id, List.of());
        return new GroupChange(context, key, versions(precondition), members, Optional.empty(), event);
    }

    private static Optional<Set<String>> versions(Precondition precondition) {
        return switch (precondition) {
            case Precondition.None none -> Optional.empty();
            case Precondition.VersionIn in -> Optional.of(in.versions());
        };
    }
}
