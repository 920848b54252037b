package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;

/** The one preferred element of a multi-valued attribute (RFC 7643 section 2.4). */
public final class Primary {

    /** The sub-attribute that marks it. */
    public static final String NAME = "primary";

    private Primary() {}

    public static boolean is(JsonNode element) {
        return element.path(NAME).asBoolean(false);
    }

    static long count(Iterable<JsonNode> elements) {
        long count = 0;
        for (JsonNode element : elements) {
            count += is(element) ? 1 : 0;
        }
        return count;
    }
}
