package io.sluice.ldap.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document as LDAP attributes.
 *
 * @param attributes values by attribute; an empty list means that the attribute is absent
 * @param inexact the attributes that do not carry exactly what the document says
 */
public record LdapValues(Map<String, List<String>> attributes, Set<String> inexact) {

    public LdapValues {
        attributes = Map.copyOf(attributes);
        inexact = Set.copyOf(inexact);
    }
}
