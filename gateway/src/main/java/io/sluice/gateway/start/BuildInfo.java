package io.sluice.gateway.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Which build this is. */
public final class BuildInfo {

    private BuildInfo() {}

    public static String version() {
        return Optional.ofNullable(BuildInfo.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "sluice")
                .put("version", version())
                .put("java", Runtime.version().toString());
    }
}
