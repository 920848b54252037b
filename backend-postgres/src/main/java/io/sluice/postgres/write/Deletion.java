package io.sluice.postgres.write;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.backend.RequestContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A resource that is about to be deleted.
 *
 * @param expected the versions that it may have, separated by commas; empty for any
 */
record Deletion(RequestContext context, String type, UUID id, Optional<String> expected, WriteEvent event) {

    static Deletion of(BackendRequest.Delete delete, UUID id) {
        String type = delete.type().name();
        return new Deletion(
                delete.context(),
                type,
                id,
                expected(delete.precondition()),
                WriteEvent.of(delete.context(), type, WriteEvent.DELETED, delete.id(), List.of()));
    }

    private static Optional<String> expected(Precondition precondition) {
        return switch (precondition) {
            case Precondition.None none -> Optional.empty();
            case Precondition.VersionIn in ->
                Optional.of(
                        in.versions().stream().filter(Deletion::canBeVersion).collect(Collectors.joining(",")));
        };
    }

    private static boolean canBeVersion(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    int tenant() {
        return context.tenant().number();
    }
}
