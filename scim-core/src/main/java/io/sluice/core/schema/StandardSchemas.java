package io.sluice.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What RFC 7643 defines (section 8.7), read once from the resources beside this class. */
final class StandardSchemas {

    private static final List<Attribute> COMMON =
            SchemaReader.read(resource("Common")).attributes();

    private StandardSchemas() {}

    /** The attributes that every resource has (RFC 7643 section 3.1) and no schema lists. */
    static List<Attribute> common() {
        return COMMON;
    }

    static List<Schema> schemas() {
        return Stream.of("User", "Group", "EnterpriseUser", "ServiceProviderConfig", "ResourceType", "Schema")
                .map(name -> SchemaReader.read(resource(name)))
                .toList();
    }

    static JsonNode resource(String name) {
        try (InputStream stream = StandardSchemas.class.getResourceAsStream(name + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + ".json is missing");
            }
            return StrictJson.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
