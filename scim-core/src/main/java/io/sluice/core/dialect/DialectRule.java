package io.sluice.core.dialect;

import java.util.Set;

/**
 * A tolerance by name: each rewrites one thing that identity providers send to what the RFCs want in its place. A rule counts as
 * fired only where it made a difference.
 */
public enum DialectRule {
    OP_IN_ANY_CASE("\"Add\", \"Replace\" and \"Remove\" are read as add, replace and remove", Vendor.ENTRA),
    PATCH_WITHOUT_SCHEMAS("a PATCH body may lack schemas", Vendor.ONELOGIN, Vendor.GENERIC),
    EXTRA_FIELDS_IN_PATCH(
            "fields of an operation other than op, path and value, such as name, are ignored", Vendor.ENTRA),
    EMPTY_PATH("a path that is null or empty is no path", Vendor.GENERIC),
    OPERATION_WITHOUT_PATH(
            "add and replace may act on the resource itself, as RFC 7644 allows and the interoperability profile does not",
            Vendor.OKTA,
            Vendor.ENTRA_2020),
    ID_IN_GROUP_PATCH("the id among the attributes of a group's path-less operation is ignored", Vendor.OKTA),
    REMOVE_BY_VALUE("a remove with values removes these values only", Vendor.ENTRA, Vendor.JUMPCLOUD, Vendor.ONELOGIN),
    PATH_AS_KEY(
            "a key such as emails[type eq \"work\"].value is read as the path of its own operation", Vendor.ENTRA_2020),
    DOTTED_KEY("a key such as name.givenName is read as the sub-attribute", Vendor.ENTRA_2020),
    URN_KEY("a key of an extension's URN and an attribute is read as that attribute", Vendor.ENTRA_2020),
    EXTENSION_WITHOUT_URN("an attribute of an extension may come without its URN: department, manager", Vendor.ENTRA),
    STRING_BOOLEAN("\"True\" and \"False\" are read as booleans, in values and in filters", Vendor.ENTRA),
    STRING_NUMBER("a number may come as a string", Vendor.GENERIC),
    NUMBER_FOR_STRING("a number or boolean may stand where a string belongs: employeeNumber 701984", Vendor.ONELOGIN),
    BARE_VALUE("a string may stand for an object with that value: manager, members, emails", Vendor.ENTRA),
    ARRAY_OF_ONE("an array of one may stand for its element: manager", Vendor.ENTRA),
    SINGLE_FOR_MANY("one value may stand where an array belongs", Vendor.SAILPOINT, Vendor.GENERIC),
    EMPTY_STRING("an empty string means that there is no value: middleName \"\"", Vendor.OKTA),
    DISPLAY_NAME_OF_MEMBER("displayName of a member is read as display", Vendor.ENTRA),
    FOREIGN_SCHEMA("unknown URNs in schemas are ignored", Vendor.ENTRA),
    MISSING_SCHEMA("a resource may lack schemas, its core URN in it or that of an extension", Vendor.GENERIC),
    UNKNOWN_ATTRIBUTE(
            "attributes that no schema has are ignored in resources", Vendor.ENTRA, Vendor.OKTA, Vendor.PINGONE),
    SUB_ATTRIBUTE_AFTER_FILTER(
            "emails[type eq \"work\"].value eq \"x\" is read as one filter on the element", Vendor.ENTRA),
    UNQUOTED_VALUE("a value in a filter may lack its quotes: externalId eq jyoung", Vendor.ENTRA),
    UNKNOWN_IN_FILTER(
            "an attribute that no schema has may stand in a filter and has no value there, as RFC 7644 says",
            Vendor.ENTRA),
    BOTH_ATTRIBUTE_LISTS(
            "attributes and excludedAttributes may come together: the second takes away from the first",
            Vendor.GENERIC);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
    private final Set<Vendor> vendors;

    DialectRule(String description, Vendor... vendors) {
        this.description = description;
        this.vendors = Set.of(vendors);
    }

    /** What is tolerated, as the portal shows it. */
    public String description() {
        return description;
    }

    /** Who is known to need it. */
    public Set<Vendor> vendors() {
        return vendors;
    }
}
