package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.controls.AssertionRequestControl;
import com.unboundid.ldap.sdk.controls.PostReadRequestControl;
import io.sluice.ldap.entry.EntryIds;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a write fail when the entry is not the one that was read: by assertion, else by changing our version attribute. */
final class Guard {

    private final Realm realm;

    Guard(Realm realm) {
        this.realm = realm;
    }

    /** The controls of a write to an entry that was read with its version. */
    List<Control> onVersion(Entry read, String... postRead) {
        List<Control> controls = new ArrayList<>(postRead(postRead));
        if (realm.features().assertion()) {
            String attribute = realm.mapping().version();
            String version = read.getAttributeValue(attribute);
            controls.add(new AssertionRequestControl(
                    version == null
                            ? Filter.createNOTFilter(Filter.createPresenceFilter(attribute))
                            : Filter.createEqualityFilter(attribute, version)));
        }
        return controls;
    }

    /** The controls of a write to whatever has this id at its DN. */
    List<Control> onId(String id, String... postRead) {
        List<Control> controls = new ArrayList<>(postRead(postRead));
        Optional<Filter> filter = EntryIds.filter(id, realm.mapping().id());
        if (realm.features().assertion() && filter.isPresent()) {
            controls.add(new AssertionRequestControl(filter.get()));
        }
        return controls;
    }

    List<Control> postRead(String... attributes) {
        return realm.features().postRead() && attributes.length > 0
                ? List.of(new PostReadRequestControl(attributes))
                : List.of();
    }

    /**
     * Modifications that fail with noSuchAttribute when the version has changed, for servers without the assertion control;
     * they stand in for the replacement of the version.
     */
    List<Modification> swap(Entry read, List<Modification> modifications) {
        String version = read.getAttributeValue(Names.VERSION);
        if (realm.features().assertion() || version == null || !realm.mapping().writesVersion()) {
            return modifications;
        }
        List<Modification> swapped = new ArrayList<>();
        for (Modification modification : modifications) {
            if (modification.getAttributeName().equals(Names.VERSION)) {
                swapped.add(new Modification(ModificationType.DELETE, Names.VERSION, version));
                swapped.add(new Modification(ModificationType.ADD, Names.VERSION, modification.getValues()));
            } else {
                swapped.add(modification);
            }
        }
        return swapped;
    }
}
