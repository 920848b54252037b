package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The modifications that make an entry what it is to be. */
final class EntryDifference {

    private final Realm realm;

    EntryDifference(Realm realm) {
        this.realm = realm;
    }

    List<Modification> modifications(Entry entry, Image image, ResourceType type) {
        List<Modification> modifications = new ArrayList<>(objectClasses(entry, type));
        image.attributes().forEach((name, values) -> {
            if (!sameSet(entry.getAttributeValues(name), values)) {
                modifications.add(new Modification(ModificationType.REPLACE, name, values.toArray(String[]::new)));
            }
        });
        image.exact().ifPresent(document -> {
            if (!Arrays.equals(document, entry.getAttributeValueBytes(Names.RESOURCE))) {
                modifications.add(new Modification(ModificationType.REPLACE, Names.RESOURCE, document));
            }
        });
        return modifications;
    }

    /** An entry that was there before us gets our auxiliary class with the first write. */
    private List<Modification> objectClasses(Entry entry, ResourceType type) {
        boolean missing = realm.isOwn()
                && realm.mapping().of(type).objectClasses().contains(Names.OBJECT_CLASS)
                && !entry.hasObjectClass(Names.OBJECT_CLASS);
        return missing ? List.of(new Modification(ModificationType.ADD, "objectClass", Names.OBJECT_CLASS)) : List.of();
    }

    private static boolean sameSet(String @org.jspecify.annotations.Nullable [] current, List<String> wanted) {
        Set<String> values = current == null ? Set.of() : new HashSet<>(Arrays.asList(current));
        return values.equals(new HashSet<>(wanted));
    }
}
