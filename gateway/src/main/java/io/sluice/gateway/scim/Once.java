package io.sluice.gateway.scim;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.vertx.core.MultiMap;
import java.util.List;

/** The parameters of RFC 7644 section 3.4.2 and RFC 9865 section 2, of which one alone can be meant. */
final class Once {

    private static final List<String> NAMES = List.of(
            "filter", "sortBy", "sortOrder", "startIndex", "count", "cursor", "attributes", "excludedAttributes");

    private Once() {}

    /**
     * The same parameters.
     *
     * @throws ScimException INVALID_VALUE when one of them is there twice
     */
    static MultiMap check(MultiMap parameters) {
        for (String name : NAMES) {
            if (parameters.getAll(name).size() > 1) {
                throw ScimException.of(
                        ErrorKind.INVALID_VALUE, "The query of the URL has " + name + " more than once; send it once.");
            }
        }
        return parameters;
    }
}
