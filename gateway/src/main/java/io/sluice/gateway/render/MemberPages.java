package io.sluice.gateway.render;

import io.sluice.core.resource.Membership;
import io.vertx.core.Future;

/** Where the members of a large group come from. */
@FunctionalInterface
public interface MemberPages {

    /** The page of that group's members that begins where another one ended. */
    Future<Membership.OfGroup> after(String groupId, String position);
}
