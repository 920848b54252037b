package io.sluice.core.vectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaReader;
import io.sluice.core.schema.SchemaRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Test cases kept as JSON data files beside the package that they are for. */
public final class Vectors {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final SchemaRegistry REGISTRY = SchemaRegistry.standard()
            .withExtension(ResourceType.USER, SchemaReader.read(read(Vectors.class, "CustomUser.json")), false);

    private Vectors() {}

    /** A data file from the folder of that class. */
    public static JsonNode read(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The resource type that the field {@code type} of a vector names, User if it has none. User has the extension of
     * {@code CustomUser.json} beside the enterprise one.
     */
    public static ResourceType type(JsonNode vector) {
        return REGISTRY.resourceType(vector.path("type").asText(ResourceType.USER))
                .orElseThrow();
    }

    /** The elements of a data file that is an array, named by their field {@code name}. */
    public static Stream<Named<JsonNode>> named(Class<?> beside, String file) {
        return read(beside, file)
                .valueStream()
                .map(vector -> Named.of(vector.path("name").asText(), vector));
    }
}
