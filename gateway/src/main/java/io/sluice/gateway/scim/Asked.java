package io.sluice.gateway.scim;

import io.sluice.core.dialect.DialectRule;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Projection;
import io.sluice.core.schema.ResourceType;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** Which attributes a request asks for (RFC 7644 section 3.9). */
record Asked(Optional<List<String>> attributes, Optional<List<String>> excluded) {

    static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty());

    static Asked of(MultiMap parameters) {
        Optional<List<String>> attributes = names(parameters, "attributes");
        Optional<List<String>> excluded = names(parameters, "excludedAttributes");
        return attributes.isEmpty() && excluded.isEmpty() ? NOTHING : new Asked(attributes, excluded);
    }

    /**
     * RFC 7644 gives the two lists a meaning each and none together.
     *
     * @throws ScimException INVALID_VALUE when both were sent and the caller's dialect does not know what to make of that
     */
    Asked check(Caller caller) {
        boolean both = attributes.isPresent() && excluded.isPresent();
        if (both && !caller.dialect().tolerates(DialectRule.BOTH_ATTRIBUTE_LISTS, caller.firings())) {
            throw ScimException.of(
                    ErrorKind.INVALID_VALUE, "attributes and excludedAttributes exclude each other: send one of them.");
        }
        return this;
    }

    boolean isAnything() {
        return attributes.isPresent() || excluded.isPresent();
    }

    Projection projection(ResourceType type) {
        return Projection.of(attributes, excluded, type);
    }

    private static Optional<List<String>> names(MultiMap parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(Projection::names).filter(names -> !names.isEmpty());
    }
}
