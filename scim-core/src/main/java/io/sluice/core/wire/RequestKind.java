package io.sluice.core.wire;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** The kinds of requests, and the numbers that the wire knows them by, which never change. */
enum RequestKind {
    CREATE(0),
    READ(1),
    REPLACE(2),
    PATCH(3),
    DELETE(4),
    SEARCH(5),
    READ_MEMBERS(6),
    PURGE(7);

    private static final RequestKind[] ALL = values();

    private final int number;

    RequestKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static RequestKind of(BackendRequest request) {
        return switch (request) {
            case BackendRequest.Create create -> CREATE;
            case BackendRequest.Read read -> READ;
            case BackendRequest.Replace replace -> REPLACE;
            case BackendRequest.Patch patch -> PATCH;
            case BackendRequest.Delete delete -> DELETE;
            case BackendRequest.Search search -> SEARCH;
            case BackendRequest.ReadMembers members -> READ_MEMBERS;
            case BackendRequest.Purge purge -> PURGE;
        };
    }

    static RequestKind of(int number) {
        for (RequestKind kind : ALL) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new WireException("A request of kind " + number);
    }

    /** The type that the names of a request are bound to. */
    static Optional<ResourceType> type(BackendRequest request) {
        return switch (request) {
            case BackendRequest.Create create -> Optional.of(create.draft().type());
            case BackendRequest.Read read -> Optional.of(read.type());
            case BackendRequest.Replace replace -> Optional.of(replace.draft().type());
            case BackendRequest.Patch patch -> Optional.of(patch.type());
            case BackendRequest.Delete delete -> Optional.of(delete.type());
            case BackendRequest.Search search -> Optional.of(search.query().type());
            case BackendRequest.ReadMembers members -> Optional.empty();
            case BackendRequest.Purge purge -> Optional.empty();
        };
    }
}
