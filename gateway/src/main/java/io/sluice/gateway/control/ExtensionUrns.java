package io.sluice.gateway.control;

import io.sluice.core.schema.SchemaRegistry;
import java.util.Locale;

/** Which URNs custom attributes may live under: none that the protocol uses itself (RFC 7643 section 10.3), in any case. */
final class ExtensionUrns {

    private static final String MESSAGES = "urn:ietf:params:scim:api:";

    private ExtensionUrns() {}

    static boolean isTaken(String urn) {
        String wanted = urn.toLowerCase(Locale.ROOT);
        return wanted.startsWith(MESSAGES)
                || SchemaRegistry.standard().schemas().stream()
                        .map(schema -> schema.id().toLowerCase(Locale.ROOT))
                        .anyMatch(taken -> wanted.equals(taken) || wanted.startsWith(taken + ":"));
    }
}
