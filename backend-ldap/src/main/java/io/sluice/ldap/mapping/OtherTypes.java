package io.sluice.ldap.mapping;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.Optional;

/** How resources are kept that are neither users nor groups: as a document in an entry of our own class. */
final class OtherTypes {

    private static final String OBJECT_CLASS = "scimDocument";

    private OtherTypes() {}

    static TypeMapping mapping(String type) {
        return new TypeMapping(
                List.of(OBJECT_CLASS, Names.OBJECT_CLASS),
                Filter.createANDFilter(
                        Filter.createEqualityFilter("objectClass", OBJECT_CLASS),
                        Filter.createEqualityFilter(Names.RESOURCE_TYPE, type)),
                Names.DISTINGUISHER,
                Optional.empty(),
                PasswordWrite.IGNORE,
                Optional.empty(),
                List.of(new AttributeMapping.Single(
                        DocumentPath.parse("externalId"), "scimExternalId", ValueForm.TEXT, List.of())));
    }
}
