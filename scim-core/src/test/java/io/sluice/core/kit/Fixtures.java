package io.sluice.core.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Resources to test with: as clients send them, in many scripts. */
public final class Fixtures {

    public static final ResourceType USER =
            SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();
    public static final ResourceType GROUP =
            SchemaRegistry.standard().resourceType(ResourceType.GROUP).orElseThrow();

    private Fixtures() {}

    /** Realistic users: Latin with diacritics, Cyrillic, Greek, Han, Kana, Arabic, Hebrew, emoji, Turkish i, ß, and quotes. */
    public static List<JsonNode> users() {
        List<JsonNode> users = new ArrayList<>();
        Vectors.read(Fixtures.class, "users.json").forEach(users::add);
        return users;
    }

    /** The least that a user needs. */
    public static ObjectNode user(String userName) {
        ObjectNode user = resource(USER);
        return user.put("userName", userName);
    }

    public static ObjectNode group(String displayName, List<StoredResource> members) {
        ObjectNode group = resource(GROUP).put("displayName", displayName);
        members.forEach(member -> group.withArray("members").addObject().put("value", member.id()));
        return group;
    }

    /** That many names that nobody has yet. */
    public static List<String> names(String prefix, int count) {
        String unique = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, count)
                .mapToObj(i -> "%s-%04d".formatted(unique, i))
                .toList();
    }

    public static String name(String prefix) {
        return names(prefix, 1).getFirst();
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.withArray("schemas").add(type.core().id());
        return resource;
    }
}
