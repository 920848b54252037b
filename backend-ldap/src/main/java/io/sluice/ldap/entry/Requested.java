package io.sluice.ldap.entry;

import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.Mapping;
import io.sluice.ldap.mapping.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The attributes to ask for when a resource is read: everything that it is made of, never the members of a group. */
public final class Requested {

    private static final List<String> OWN =
            List.of(Names.RESOURCE, Names.VERSION, Names.CREATED, Names.LAST_MODIFIED, Names.OPERATION, Names.INEXACT);

    private final String[] users;
    private final String[] groups;
    private final String[] others;

    public Requested(Mapping mapping, boolean own) {
        this.users =
                names(mapping, mapping.users().attributes(), mapping.users().rdn(), own);
        this.others = names(mapping, List.of(), Names.DISTINGUISHER, own);
        this.groups =
                names(mapping, mapping.groups().attributes(), mapping.groups().rdn(), own);
    }

    public String[] of(ResourceType type) {
        if (type.isGroup()) {
            return groups.clone();
        }
        return type.isUser() ? users.clone() : others.clone();
    }

    private static String[] names(Mapping mapping, List<AttributeMapping> attributes, String rdn, boolean own) {
        Set<String> names = new LinkedHashSet<>(List.of(
                "objectClass",
                rdn,
                mapping.id().attribute(),
                mapping.version(),
                mapping.created(),
                mapping.lastModified()));
        attributes.forEach(attribute -> names.addAll(attribute.names()));
        if (own) {
            names.addAll(OWN);
        }
        return names.toArray(String[]::new);
    }
}
