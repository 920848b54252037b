package io.sluice.gateway.system;

import java.util.Optional;

/**
 * Something that a node needs to work.
 *
 * @param fault what is wrong, in words; empty when it answers
 * @param leftAlone whether it failed so often that it is not asked for a while
 */
public record PartReport(Kind kind, String name, Optional<String> fault, boolean leftAlone) {

    /** What a part is for. */
    public enum Kind {
        CONTROL_STORE,
        BACKEND
    }

    public boolean isReady() {
        return fault.isEmpty() && !leftAlone;
    }
}
