package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.resource.Member;
import io.sluice.ldap.mapping.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What clients sent as the display of members, kept beside the DNs: values of the form {@code <id> <display>}. */
public final class Displays {

    private static final char SEPARATOR = ' ';

    private Displays() {}

    /** How the value of a member begins. */
    public static String prefix(String id) {
        return id + SEPARATOR;
    }

    /** The values of those members that came with a display. */
    public static List<String> values(Collection<Member> members) {
        Map<String, String> values = new HashMap<>();
        members.forEach(member -> member.display()
                .ifPresent(display -> values.putIfAbsent(member.value(), prefix(member.value()) + display)));
        return new ArrayList<>(values.values());
    }

    /** The values on an entry by the id of the member. */
    static Map<String, String> of(Entry entry) {
        Map<String, String> values = new HashMap<>();
        for (String value : raw(entry)) {
            int separator = value.indexOf(SEPARATOR);
            if (separator > 0) {
                values.put(value.substring(0, separator), value.substring(separator + 1));
            }
        }
        return values;
    }

    /** The values on an entry that are those of certain members. */
    public static List<String> of(Entry entry, Collection<String> ids) {
        return raw(entry).stream()
                .filter(value -> ids.stream().anyMatch(id -> value.startsWith(prefix(id))))
                .toList();
    }

    private static List<String> raw(Entry entry) {
        String[] values = entry.getAttributeValues(Names.MEMBER_DISPLAY);
        return values == null ? List.of() : List.of(values);
    }
}
