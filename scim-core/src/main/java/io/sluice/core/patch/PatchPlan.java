package io.sluice.core.patch;

import io.sluice.core.resource.MemberChange;
import io.sluice.core.resource.Secret;
import java.util.List;
import java.util.Optional;

/**
 * A PATCH request bound to the schema, members apart: they are set operations and never need the group to be read.
 *
 * @param operations on everything but members and password, in the order sent
 * @param members changes to members, in the order sent; empty for types other than Group
 * @param password a new password, if one was sent
 */
public record PatchPlan(List<PatchOperation> operations, List<MemberChange> members, Optional<Secret> password) {
    public PatchPlan {
        operations = List.copyOf(operations);
        members = List.copyOf(members);
    }
}
