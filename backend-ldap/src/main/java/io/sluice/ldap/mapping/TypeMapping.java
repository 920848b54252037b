package io.sluice.ldap.mapping;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Optional;

/**
 * How the resources of one type are kept as entries.
 *
 * @param filter which entries are resources of this type
 * @param rdn the attribute that names the entries; the server keeps its values unique
 * @param name the SCIM attribute that the RDN is made of; empty when entries are named by the operation that made them
 * @param password how passwords are set
 * @param emptyMember what stands in a group without members when the server does not allow none
 */
public record TypeMapping(
        List<String> objectClasses,
        Filter filter,
        String rdn,
        Optional<DocumentPath> name,
        PasswordWrite password,
        Optional<String> emptyMember,
        List<AttributeMapping> attributes) {

    public TypeMapping {
        objectClasses = List.copyOf(objectClasses);
        attributes = List.copyOf(attributes);
    }
}
