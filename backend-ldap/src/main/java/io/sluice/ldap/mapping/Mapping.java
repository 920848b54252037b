package io.sluice.ldap.mapping;

import io.sluice.core.schema.ResourceType;

/**
 * How SCIM resources are kept in one directory.
 *
 * @param id where the server keeps the unique id of an entry
 * @param version the attribute whose value is the version; {@link Names#VERSION} is written by us, others by the server
 * @param member the attribute that lists a group's members as DNs
 */
public record Mapping(
        Id id,
        String version,
        String created,
        String lastModified,
        String member,
        Unmapped unmapped,
        TypeMapping users,
        TypeMapping groups) {

    public record Id(String attribute, IdForm form) {}

    /** Types that came by configuration are kept as documents of our own schema. */
    public TypeMapping of(ResourceType type) {
        if (type.isGroup()) {
            return groups;
        }
        return type.isUser() ? users : OtherTypes.mapping(type.name());
    }

    /** Whether the version is an attribute that every write of ours must change. */
    public boolean writesVersion() {
        return version.equalsIgnoreCase(Names.VERSION);
    }
}
