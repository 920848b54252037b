package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.RDN;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.entry.AttributeWriter;
import io.sluice.ldap.entry.LdapValues;
import io.sluice.ldap.entry.Located;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.Naming;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.mapping.Names;
import io.sluice.ldap.mapping.TypeMapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry's attributes are to be.
 *
 * @param rdn the name that the document asks for
 * @param attributes values by attribute, without object classes, RDN and members; an empty list for an absent attribute
 * @param exact the exact document, in mode own
 */
record Image(RDN rdn, Map<String, List<String>> attributes, Optional<byte[]> exact) {

    /** Makes images; stateless. */
    static final class Maker {

        private final Realm realm;
        private final Locations locations;

        Maker(Realm realm, Locations locations) {
            this.realm = realm;
            this.locations = locations;
        }

        Image of(RequestContext context, ResourceType type, ObjectNode document) {
            TypeMapping mapping = realm.mapping().of(type);
            AttributeWriter writer =
                    new AttributeWriter(mapping, realm.features().schema());
            List<String> ids = writer.references(document);
            Map<String, Located> referenced = ids.isEmpty() ? Map.of() : locations.byIds(context, ids);
            LdapValues values = writer.write(
                    document, id -> Optional.ofNullable(referenced.get(id)).map(Located::dn));
            RDN rdn = Naming.rdn(mapping, document, context.operationId().toString());
            Map<String, List<String>> attributes = new LinkedHashMap<>(values.attributes());
            List<String> named = attributes.remove(mapping.rdn());
            if (!type.isUser() && !type.isGroup()) {
                requireOwn(type);
                attributes.put(Names.RESOURCE_TYPE, List.of(type.name()));
            }
            if (realm.isOwn()) {
                attributes.put(Names.INEXACT, List.copyOf(inexact(values, rdn, mapping.rdn(), named)));
            }
            return new Image(
                    rdn, attributes, realm.isOwn() ? Optional.of(Resources.bytes(document)) : Optional.empty());
        }

        private void requireOwn(ResourceType type) {
            if (!realm.isOwn()) {
                throw ScimException.of(
                        ErrorKind.NOT_IMPLEMENTED,
                        "The directory has no place for resources of the type " + type.name() + ".");
            }
        }

        /** The value in the RDN may be another than the name: folded or cut. */
        private static Set<String> inexact(
                LdapValues values,
                RDN rdn,
                String rdnAttribute,
                @org.jspecify.annotations.Nullable List<String> named) {
            Set<String> inexact = new HashSet<>(values.inexact());
            if (named == null || !named.equals(List.of(rdn.getAttributeValues()[0]))) {
                inexact.add(rdnAttribute);
            }
            return inexact;
        }
    }
}
