package io.sluice.ldap.mapping;

import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.ldap.config.SchemaMode;
import java.util.ArrayList;
import java.util.List;

/** Compares a mapping with the schema of the server that it is for. */
public final class SchemaCheck {

    private SchemaCheck() {}

    /** One sentence for everything that the server does not know; empty when the mapping fits. */
    public static List<String> complaints(Mapping mapping, SchemaMode mode, Schema schema) {
        List<String> complaints = new ArrayList<>();
        if (mode == SchemaMode.OWN && schema.getObjectClass(Names.OBJECT_CLASS) == null) {
            return List.of(
                    "the server does not have our schema, which mode own needs: load sluice-olc.ldif (OpenLDAP) or "
                            + "sluice.ldif as docs/backends/ldap.md says, or set ldap.mode: none");
        }
        check(mapping.users(), "users", schema, complaints);
        check(mapping.groups(), "groups", schema, complaints);
        List<String> names = new ArrayList<>(List.of(mapping.id().attribute(), mapping.version(), mapping.member()));
        if (mode == SchemaMode.OWN) {
            names.addAll(List.of(Names.RESOURCE, Names.OPERATION, Names.INEXACT, Names.VERSION, Names.DISTINGUISHER));
        }
        names.forEach(name -> checkAttribute(name, "mapping", schema, complaints));
        return complaints;
    }

    private static void check(TypeMapping type, String key, Schema schema, List<String> complaints) {
        for (String objectClass : type.objectClasses()) {
            if (schema.getObjectClass(objectClass) == null) {
                complaints.add(key + ".objectClasses: the server does not know the object class " + objectClass);
            }
        }
        checkAttribute(type.rdn(), key + ".rdn", schema, complaints);
        for (AttributeMapping attribute : type.attributes()) {
            String where = key + ".attributes." + attribute.path().key();
            attribute.names().forEach(name -> checkAttribute(name, where, schema, complaints));
        }
    }

    private static void checkAttribute(String name, String where, Schema schema, List<String> complaints) {
        if (schema.getAttributeType(name) == null) {
            complaints.add(where + ": the server does not know the attribute " + name);
        }
    }
}
