package io.sluice.gateway.admin;

import io.sluice.core.error.ScimException;
import io.vertx.core.MultiMap;
import java.util.List;

/**
 * The parameters that the query of a URL may have. A mistyped one that is passed over would answer another question than the
 * one that was asked: {@code ?outcom=failure} would show every event.
 */
record PermittedQuery(List<String> names) {

    private static final int SHOWN = 64;

    PermittedQuery {
        names = List.copyOf(names);
    }

    /**
     * The same parameters.
     *
     * @throws ScimException BAD_REQUEST when one is not permitted, or is there more than once
     */
    MultiMap check(MultiMap query) {
        for (String name : query.names()) {
            if (!names.contains(name)) {
                throw RequestFields.wrong("The query of the URL has a parameter " + shortened(name)
                        + ", which there is not" + " here; " + choice());
            }
            if (query.getAll(name).size() > 1) {
                throw RequestFields.wrong(
                        "The query of the URL has " + name + " more than once; send it once. Here " + choice());
            }
        }
        return query;
    }

    private String choice() {
        return names.isEmpty() ? "it takes none." : "it takes " + String.join(", ", names) + ".";
    }

    private static String shortened(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    }
}
