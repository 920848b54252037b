package io.sluice.gateway.scim;

import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds the endpoint that the segments of a path name. */
final class RouteFinder {

    private static final ScimRoute NOTHING = new ScimRoute.Nothing();
    private static final String SEARCH = ".search";

    private RouteFinder() {}

    static ScimRoute find(List<String> segments, SchemaRegistry registry) {
        return switch (segments.size()) {
            case 0 -> new ScimRoute.Root();
            case 1 -> first(segments.getFirst(), registry);
            case 2 -> second(segments.get(0), segments.get(1), registry);
            default -> NOTHING;
        };
    }

    private static ScimRoute first(String segment, SchemaRegistry registry) {
        return switch (segment) {
            case "ServiceProviderConfig", "ServiceProviderConfigs" -> new ScimRoute.Discovery();
            case "ResourceTypes" -> new ScimRoute.ResourceTypes();
            case "Schemas" -> new ScimRoute.Schemas();
            case "Me" -> new ScimRoute.Me();
            case "Bulk" -> new ScimRoute.Bulk();
            case SEARCH -> new ScimRoute.SearchRoot();
            default ->
                type(segment, registry).<ScimRoute>map(ScimRoute.Resources::new).orElse(NOTHING);
        };
    }

    private static ScimRoute second(String segment, String rest, SchemaRegistry registry) {
        return switch (segment) {
            case "ResourceTypes" -> new ScimRoute.OneResourceType(decoded(rest));
            case "Schemas" -> new ScimRoute.OneSchema(decoded(rest));
            default -> type(segment, registry).map(type -> resource(type, rest)).orElse(NOTHING);
        };
    }

    private static ScimRoute resource(ResourceType type, String rest) {
        if (rest.equals(SEARCH)) {
            return new ScimRoute.Search(type);
        }
        if (rest.isEmpty()) {
            return new ScimRoute.Resources(type);
        }
        return ResourceIds.isId(rest) ? new ScimRoute.Resource(type, rest) : NOTHING;
    }

    /** Endpoints are spelled as RFC 7644 spells them. */
    private static Optional<ResourceType> type(String segment, SchemaRegistry registry) {
        for (ResourceType type : registry.resourceTypes()) {
            String endpoint = type.endpoint();
            if (endpoint.length() == segment.length() + 1 && endpoint.endsWith(segment)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The colons of a URN may be encoded; a text that decodes badly names nothing. */
    private static String decoded(String segment) {
        try {
            return segment.indexOf('%') < 0 ? segment : URLDecoder.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
