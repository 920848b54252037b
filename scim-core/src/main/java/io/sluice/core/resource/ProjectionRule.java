package io.sluice.core.resource;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import java.util.HashMap;
import java.util.Map;

/** Decides attribute by attribute what an answer shows (RFC 7643 section 7: returned; RFC 7644 section 3.9). */
final class ProjectionRule {

    private ProjectionRule() {}

    /**
     * @param byDefault whether attributes that nobody named are shown: no {@code attributes} were given
     */
    static Map<String, Keep> ofType(ResourceType type, boolean byDefault, NameTree asked, NameTree excluded) {
        Map<String, Keep> keeps = new HashMap<>();
        for (Attribute attribute : type.core().attributes()) {
            keeps.put(
                    attribute.name(),
                    ofAttribute(attribute, byDefault, asked.child(attribute), excluded.child(attribute)));
        }
        for (Attribute attribute : type.common()) {
            keeps.put(
                    attribute.name(),
                    ofAttribute(attribute, byDefault, asked.child(attribute), excluded.child(attribute)));
        }
        for (ResourceType.Extension extension : type.extensions()) {
            Attribute holder =
                    type.document().subAttribute(extension.schema().id()).orElseThrow();
            keeps.put(holder.name(), ofExtension(holder, byDefault, asked.child(holder), excluded.child(holder)));
        }
        return keeps;
    }

    /** An extension is a name space: what is always returned in it is so even if nobody asked for the extension. */
    private static Keep ofExtension(Attribute holder, boolean byDefault, NameTree asked, NameTree excluded) {
        boolean whole = (byDefault || asked.isNamed()) && !excluded.isNamed();
        return parts(holder, whole, asked, excluded);
    }

    private static Keep ofAttribute(Attribute attribute, boolean byDefault, NameTree asked, NameTree excluded) {
        boolean always = attribute.returned() == Returned.ALWAYS;
        if (attribute.returned() == Returned.NEVER || (excluded.isNamed() && !always)) {
            return new Keep.None();
        }
        boolean whole = always || asked.isNamed() || (byDefault && attribute.returned() == Returned.DEFAULT);
        if (!whole && asked.isEmpty()) {
            return new Keep.None();
        }
        return attribute.isComplex() ? parts(attribute, whole, asked, excluded) : new Keep.All();
    }

    private static Keep parts(Attribute attribute, boolean whole, NameTree asked, NameTree excluded) {
        Map<String, Keep> parts = new HashMap<>();
        for (Attribute sub : attribute.subAttributes()) {
            parts.put(sub.name(), ofAttribute(sub, whole, asked.child(sub), excluded.child(sub)));
        }
        Keep uniform = whole ? new Keep.All() : new Keep.None();
        boolean isUniform = parts.values().stream().allMatch(uniform::equals);
        return isUniform ? uniform : new Keep.Parts(Map.copyOf(parts), uniform);
    }
}
