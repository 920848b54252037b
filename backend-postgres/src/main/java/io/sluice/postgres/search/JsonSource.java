package io.sluice.postgres.search;

import io.sluice.core.filter.CaseFolding;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/** Where an attribute's value is found: an expression of type jsonb for the row known as {@code r}, null without a value. */
record JsonSource(ResourceType type) {

    private static final String GROUPS = """
            (SELECT jsonb_agg(jsonb_build_object('value', g.id::text, 'type', 'direct',
                    'display', coalesce(g.search ->> 'displayName', '')) ORDER BY g.id)
                FROM group_member m JOIN resource g ON g.tenant = $1 AND g.type = (SELECT 'Group') AND g.id = m.group_id
                WHERE m.tenant = $1 AND m.member_id = r.id)""";

    String of(AttributePath path) {
        if (path.extension().isPresent()) {
            return "(r.search -> " + Quoted.text(path.extension().get()) + " -> "
                    + Quoted.text(path.attribute().name()) + ")";
        }
        return switch (path.attribute().name()) {
            case "id" -> "to_jsonb(r.id)";
            case "meta" -> meta(path.attribute());
            case "groups" -> type.isUser() ? GROUPS : inDocument(path);
            case "members" -> type.isGroup() ? members(path.attribute()) : inDocument(path);
            default -> inDocument(path);
        };
    }

    private static String inDocument(AttributePath path) {
        return "(r.search -> " + Quoted.text(path.attribute().name()) + ")";
    }

    /** Displays are folded by lower() here, which differs from the literal's folding for a few rare letters only. */
    private static String members(Attribute members) {
        return "(SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('value', m.member_id::text, 'type', "
                + lowerUnlessExact(members, "type", "m.member_type") + ", 'display', "
                + lowerUnlessExact(members, "display", "m.display") + ")) ORDER BY m.member_id)"
                + " FROM group_member m WHERE m.tenant = $1 AND m.group_id = r.id)";
    }

    private static String lowerUnlessExact(Attribute attribute, String sub, String column) {
        return isExact(attribute, sub) ? column : "lower(" + column + ")";
    }

    private static boolean isExact(Attribute attribute, String sub) {
        return attribute.subAttribute(sub).map(Attribute::caseExact).orElse(false);
    }

    private String meta(Attribute meta) {
        String name = isExact(meta, "resourceType") ? type.name() : CaseFolding.fold(type.name());
        String weak = isExact(meta, "version") ? "W/\"" : "w/\"";
        return "jsonb_build_object('resourceType', " + Quoted.text(name)
                + ", 'created', extract(epoch FROM r.created), 'lastModified', extract(epoch FROM r.modified)"
                + ", 'version', " + Quoted.text(weak) + " || r.version || '\"')";
    }

    /** The leaf of a value at that path. */
    static String leaf(String value, Optional<Attribute> subAttribute) {
        return subAttribute
                .map(sub -> "(" + value + " -> " + Quoted.text(sub.name()) + ")")
                .orElse(value);
    }
}
