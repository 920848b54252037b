package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes {@link Member}s of the normalised elements of {@code members}; the same member twice is one. */
public final class Members {

    /** The attribute that holds them, in a group. */
    public static final String NAME = "members";

    private Members() {}

    /**
     * @throws ScimException INVALID_VALUE for a member without a value or of an impossible type
     */
    public static List<Member> of(JsonNode elements) {
        Map<String, Member> byValue = LinkedHashMap.newLinkedHashMap(elements.size());
        for (JsonNode element : elements) {
            Member member = member(element);
            byValue.putIfAbsent(member.value(), member);
        }
        return List.copyOf(byValue.values());
    }

    private static Member member(JsonNode element) {
        String value = text(element, "value")
                .or(() -> text(element, "$ref").map(Members::lastSegment))
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> invalid("Every member needs a value, the id of a user or group"));
        return new Member(value, text(element, "type").map(Members::type), text(element, "display"));
    }

    private static String type(String sent) {
        for (String known : List.of(ResourceType.USER, ResourceType.GROUP)) {
            if (Spelling.isSame(known, sent)) {
                return known;
            }
        }
        throw invalid("The type of a member must be \"User\" or \"Group\"");
    }

    private static Optional<String> text(JsonNode element, String name) {
        return Optional.ofNullable(element.path(name).textValue());
    }

    private static String lastSegment(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static ScimException invalid(String detail) {
        return ScimException.of(ErrorKind.INVALID_VALUE, detail);
    }
}
