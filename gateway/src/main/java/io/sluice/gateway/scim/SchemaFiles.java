package io.sluice.gateway.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ScimException;
import io.sluice.core.json.StrictJson;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.ResourceTypeReader;
import io.sluice.core.schema.Schema;
import io.sluice.core.schema.SchemaReader;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.core.schema.Uniqueness;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads an operator's schemas and resource types: every {@code *.json} of one directory, in the form in which the discovery
 * endpoints show them (RFC 7643 sections 6 and 7). A file with {@code attributes} is a schema, one with {@code endpoint} a
 * resource type; a resource type that exists already gets the extensions that it lacks.
 */
public final class SchemaFiles {

    private static final Set<String> TAKEN =
            Set.of("/Bulk", "/Me", "/ResourceTypes", "/Schemas", "/ServiceProviderConfig", "/ServiceProviderConfigs");

    private SchemaFiles() {}

    /**
     * The registry with what the directory adds.
     *
     * @throws IllegalArgumentException names the file, what is wrong with it and what would be right
     */
    public static SchemaRegistry read(Path directory, SchemaRegistry registry) {
        Map<Path, ObjectNode> files = files(directory);
        SchemaRegistry extended = registry;
        for (Map.Entry<Path, ObjectNode> file : files.entrySet()) {
            if (isSchema(file.getValue())) {
                extended = withSchema(file.getKey(), file.getValue(), extended);
            }
        }
        for (Map.Entry<Path, ObjectNode> file : files.entrySet()) {
            if (!isSchema(file.getValue())) {
                extended = withType(file.getKey(), file.getValue(), extended);
            }
        }
        return extended;
    }

    private static boolean isSchema(ObjectNode json) {
        return json.has("attributes");
    }

    private static SchemaRegistry withSchema(Path file, ObjectNode json, SchemaRegistry registry) {
        try {
            Schema schema = SchemaReader.read(json);
            refuseUnique(schema.attributes(), "");
            return registry.withSchema(schema);
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** What {@code /Schemas} promises is kept; no backend keeps values of attributes apart that it does not know. */
    private static void refuseUnique(List<Attribute> attributes, String path) {
        for (Attribute attribute : attributes) {
            if (attribute.uniqueness() != Uniqueness.NONE) {
                throw new IllegalArgumentException(
                        path + attribute.name() + ": uniqueness has to be none; only userName can be unique");
            }
            refuseUnique(attribute.subAttributes(), attribute.name() + ".");
        }
    }

    /** A name in an extension that every resource has besides would be taken for the other. */
    private static void refuseCommon(Schema extension, ResourceType type) {
        for (Attribute common : type.common()) {
            extension.attribute(common.name()).ifPresent(attribute -> {
                throw new IllegalArgumentException(
                        "the extension " + extension.id() + " has an attribute " + attribute.name()
                                + ", but every resource has one of that name, whatever its case; call it something else");
            });
        }
    }

    private static SchemaRegistry withType(Path file, ObjectNode json, SchemaRegistry registry) {
        try {
            ResourceType type = ResourceTypeReader.read(json, registry);
            type.extensions().forEach(extension -> refuseCommon(extension.schema(), type));
            if (registry.resourceType(type.name()).isPresent()) {
                return extended(type, registry);
            }
            if (TAKEN.contains(type.endpoint())) {
                throw new IllegalArgumentException("the endpoint " + type.endpoint() + " is SCIM's own");
            }
            return registry.withResourceType(type);
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static SchemaRegistry extended(ResourceType type, SchemaRegistry registry) {
        SchemaRegistry extended = registry;
        for (ResourceType.Extension extension : type.extensions()) {
            extended = extended.withExtension(type.name(), extension.schema(), extension.required());
        }
        return extended;
    }

    private static Map<Path, ObjectNode> files(Path directory) {
        Map<Path, ObjectNode> files = new TreeMap<>();
        for (Path file : listed(directory)) {
            try {
                files.put(file, StrictJson.parseObject(Buffer.buffer(Files.readAllBytes(file))));
            } catch (IOException e) {
                throw wrong(file, "it cannot be read: " + e, e);
            } catch (ScimException e) {
                throw wrong(file, e.error().detail(), e);
            }
        }
        return files;
    }

    private static List<Path> listed(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            throw wrong(directory, "it cannot be listed: " + e, e);
        }
    }

    private static IllegalArgumentException wrong(Path file, String reason, Exception cause) {
        return new IllegalArgumentException("scim.schemas: " + file + ": " + reason, cause);
    }
}
