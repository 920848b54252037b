package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.TypeMapping;
import io.sluice.ldap.mapping.Unmapped;
import java.util.Optional;

/** In mode none, refuses what the directory has no place for, where the mapping says so. */
final class Fidelity {

    private final Realm realm;

    Fidelity(Realm realm) {
        this.realm = realm;
    }

    void check(ResourceType type, ObjectNode document) {
        if (realm.isOwn()) {
            return;
        }
        TypeMapping mapping = realm.mapping().of(type);
        refuseHiddenDeactivation(mapping, document);
        if (realm.mapping().unmapped() == Unmapped.REJECT) {
            document.properties().forEach(field -> checkField(mapping, field.getKey(), field.getValue()));
        }
    }

    /** A user who cannot be switched off must not look as if they were. */
    private static void refuseHiddenDeactivation(TypeMapping mapping, ObjectNode document) {
        JsonNode active = document.path("active");
        if (active.isBoolean() && !active.booleanValue() && !isMapped(mapping, Optional.empty(), "active", "")) {
            throw refusal("active");
        }
    }

    private static void checkField(TypeMapping mapping, String name, JsonNode value) {
        if (name.equals("schemas") || name.equals("active")) {
            return;
        }
        if (name.startsWith("urn:")) {
            value.properties()
                    .forEach(field -> checkAttribute(mapping, Optional.of(name), field.getKey(), field.getValue()));
        } else {
            checkAttribute(mapping, Optional.empty(), name, value);
        }
    }

    private static void checkAttribute(TypeMapping mapping, Optional<String> urn, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().stream()
                    .filter(sub ->
                            !sub.getKey().equals("displayName") && !sub.getKey().equals("$ref"))
                    .filter(sub -> !isMapped(mapping, urn, name, sub.getKey()))
                    .findFirst()
                    .ifPresent(sub -> {
                        throw refusal(name + "." + sub.getKey());
                    });
        } else if (value.isArray()) {
            value.forEach(element -> checkElement(mapping, urn, name, element));
        } else if (!isMapped(mapping, urn, name, "")) {
            throw refusal(name);
        }
    }

    private static void checkElement(TypeMapping mapping, Optional<String> urn, String name, JsonNode element) {
        String type = element.path("type").asText();
        boolean kept = mapping.attributes().stream()
                .filter(candidate -> candidate.path().attribute().equalsIgnoreCase(name)
                        && candidate.path().extension().equals(urn))
                .anyMatch(candidate -> !(candidate instanceof AttributeMapping.Typed typed)
                        || typed.type().equalsIgnoreCase(type));
        if (!kept) {
            throw refusal(type.isEmpty() ? name : name + "[type eq \"" + type + "\"]");
        }
    }

    private static boolean isMapped(TypeMapping mapping, Optional<String> urn, String name, String sub) {
        return mapping.attributes().stream()
                .map(AttributeMapping::path)
                .anyMatch(path -> path.extension().equals(urn)
                        && path.attribute().equalsIgnoreCase(name)
                        && path.subAttribute().orElse("").equalsIgnoreCase(sub));
    }

    private static ScimException refusal(String name) {
        return ScimException.of(
                ErrorKind.INVALID_VALUE,
                "The directory has no attribute for " + name
                        + ": leave it out, map it, or set onUnmapped: drop in the mapping.");
    }
}
