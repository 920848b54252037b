package io.sluice.core.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;

/** What PUT makes of a stored document (RFC 7644 section 3.5.1). */
public final class DraftRules {

    private DraftRules() {}

    /**
     * The document after a replacement: what the draft does not have is cleared, readOnly values stay, immutable ones must be
     * the same or absent. A result equal to {@code current} means that nothing changes.
     *
     * @param current never modified
     * @throws ScimException MUTABILITY when an immutable value would change
     */
    public static ObjectNode merge(ObjectNode current, ResourceDraft draft) {
        ObjectNode merged = draft.attributes().deepCopy();
        ImmutableRule.keep(draft.type().document(), current, merged);
        ObjectNode completed = Schemas.complete(merged, draft.type());
        ImmutableRule.check(current, completed, draft.type());
        return completed;
    }
}
