package io.sluice.ldap.filter;

import io.sluice.core.schema.AttributePath;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.TypeMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the mapping of an attribute that a filter names. */
final class MappedAttributes {

    private static final String VALUE = ".value";

    private final Map<String, AttributeMapping> byKey = new HashMap<>();
    private final List<AttributeMapping> all;

    MappedAttributes(TypeMapping type) {
        this.all = type.attributes();
        for (AttributeMapping mapping : all) {
            switch (mapping) {
                case AttributeMapping.Single single -> byKey.put(single.path().key(), single);
                case AttributeMapping.Reference reference ->
                    byKey.put(reference.path().key(), reference);
                case AttributeMapping.Values values -> {
                    byKey.put(values.path().key(), values);
                    byKey.put(values.path().key() + VALUE, values);
                }
                case AttributeMapping.Typed ignored -> {
                    // Only found together with the type.
                }
            }
        }
    }

    Optional<AttributeMapping> of(AttributePath path) {
        return Optional.ofNullable(byKey.get(path.text().toLowerCase(Locale.ROOT)));
    }

    /** The LDAP attribute that carries a sub-attribute of the elements of one type. */
    Optional<String> ofType(AttributePath path, String type, String subAttribute) {
        String key = AttributePath.of(path.attribute()).text().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(AttributeMapping.Typed.class::isInstance)
                .map(AttributeMapping.Typed.class::cast)
                .filter(typed -> typed.path().key().equals(key) && typed.type().equalsIgnoreCase(type))
                .map(typed -> Optional.ofNullable(typed.parts().get(subAttribute)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
