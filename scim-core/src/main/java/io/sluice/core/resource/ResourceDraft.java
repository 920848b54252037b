package io.sluice.core.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.Optional;

/**
 * A resource as a client wants it stored by POST or PUT, validated and normalised: names as the schema spells them, types
 * right, readOnly attributes dropped, no nulls, no empty arrays, {@code schemas} complete.
 *
 * @param attributes never modified after it was made; no id, meta, groups, members or password
 * @param members the members of a group in the order sent, without duplicates; empty for other types
 * @param password write-only; never stored in a document, logged or audited. A backend that keeps no passwords ignores it.
 */
public record ResourceDraft(ResourceType type, ObjectNode attributes, List<Member> members, Optional<Secret> password) {
    public ResourceDraft {
        members = List.copyOf(members);
    }
}
