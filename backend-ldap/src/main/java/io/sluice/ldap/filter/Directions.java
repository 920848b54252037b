package io.sluice.ldap.filter;

import io.sluice.core.backend.RequestContext;
import java.util.Optional;

/** Looks up in the directory what a filter on memberships needs to know. */
public interface Directions {

    /** Makes directions for one request. */
    @FunctionalInterface
    interface Factory {
        Directions of(RequestContext context);
    }

    /** The DN of the user or group with an id. */
    Optional<String> memberDn(String id);

    /** What selects the members of the group with an id. */
    Pushed membersOf(String groupId);
}
