package io.sluice.core.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.resource.Member;

/** A member as an element of {@code members}. */
final class MemberForm {

    private MemberForm() {}

    static ObjectNode of(Member member) {
        ObjectNode element = JsonNodeFactory.instance.objectNode().put("value", member.value());
        member.type().ifPresent(type -> element.put("type", type));
        member.display().ifPresent(display -> element.put("display", display));
        return element;
    }
}
