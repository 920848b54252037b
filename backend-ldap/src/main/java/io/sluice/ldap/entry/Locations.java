package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.RequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates between ids and DNs, many at a time. */
public final class Locations {

    /** How many alternatives a filter has at most: 100 cost little more than one. */
    private static final int CHUNK = 100;

    private final Realm realm;
    private final Entries entries;

    public Locations(Realm realm, Entries entries) {
        this.realm = realm;
        this.entries = entries;
    }

    /** The users and groups with these ids, by id; those that do not exist are left out. */
    public Map<String, Located> byIds(RequestContext context, Collection<String> ids) {
        Map<String, Located> found = new HashMap<>();
        for (List<String> chunk : chunks(new LinkedHashSet<>(ids))) {
            List<Filter> alternatives = chunk.stream()
                    .filter(id -> id.equals(id.toLowerCase(java.util.Locale.ROOT)))
                    .map(id -> EntryIds.filter(id, realm.mapping().id()))
                    .flatMap(Optional::stream)
                    .toList();
            if (!alternatives.isEmpty()) {
                Filter filter =
                        alternatives.size() == 1 ? alternatives.getFirst() : Filter.createORFilter(alternatives);
                for (DN base : bases(context)) {
                    for (Entry entry : entries.search(context, base, SearchScope.SUB, filter, attributes())) {
                        locate(entry).ifPresent(located -> found.put(located.id(), located));
                    }
                }
            }
        }
        return found;
    }

    /** What is at these DNs, by DN as given; those below other bases or at no entry are left out. */
    public Map<String, Located> byDns(RequestContext context, Collection<String> dns) {
        Map<DN, String> given = new LinkedHashMap<>();
        Map<DN, List<Filter>> byParent = new LinkedHashMap<>();
        List<DN> bases = bases(context);
        for (String text : dns) {
            parse(text)
                    .filter(dn -> bases.stream().anyMatch(base -> isBelow(dn, base)))
                    .ifPresent(dn -> {
                        given.put(dn, text);
                        byParent.computeIfAbsent(dn.getParent(), ignored -> new ArrayList<>())
                                .add(named(dn.getRDNs()[0]));
                    });
        }
        Map<String, Located> found = new HashMap<>();
        byParent.forEach((parent, filters) -> {
            for (List<Filter> chunk : chunks(filters)) {
                for (Entry entry :
                        entries.search(context, parent, SearchScope.ONE, Filter.createORFilter(chunk), attributes())) {
                    parse(entry.getDN())
                            .map(given::get)
                            .ifPresent(text -> locate(entry).ifPresent(located -> found.put(text, located)));
                }
            }
        });
        return found;
    }

    /** The DNs of the groups that have this DN as a direct member. */
    public List<Entry> groupsOf(RequestContext context, String dn, String... attributes) {
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter(realm.mapping().member(), dn),
                realm.mapping().groups().filter());
        return entries.search(context, realm.groups(context.tenant()), SearchScope.SUB, filter, attributes);
    }

    private Optional<Located> locate(Entry entry) {
        boolean group = matches(realm.mapping().groups().filter(), entry);
        return EntryIds.id(entry, realm.mapping().id()).map(id -> new Located(id, entry.getDN(), group));
    }

    private static boolean matches(Filter filter, Entry entry) {
        try {
            return filter.matchesEntry(entry);
        } catch (LDAPException e) {
            return false;
        }
    }

    private List<DN> bases(RequestContext context) {
        DN users = realm.users(context.tenant());
        DN groups = realm.groups(context.tenant());
        if (isBelow(users, groups)) {
            return List.of(groups);
        }
        return isBelow(groups, users) ? List.of(users) : List.of(users, groups);
    }

    private String[] attributes() {
        return new String[] {"objectClass", realm.mapping().id().attribute()};
    }

    private static Filter named(RDN rdn) {
        List<Filter> parts = new ArrayList<>();
        String[] names = rdn.getAttributeNames();
        String[] values = rdn.getAttributeValues();
        for (int i = 0; i < names.length; i++) {
            parts.add(Filter.createEqualityFilter(names[i], values[i]));
        }
        return parts.size() == 1 ? parts.getFirst() : Filter.createANDFilter(parts);
    }

    private static boolean isBelow(DN dn, DN base) {
        return dn.isDescendantOf(base, true);
    }

    public static Optional<DN> parse(String text) {
        try {
            DN dn = new DN(text);
            return dn.getParent() == null ? Optional.empty() : Optional.of(dn);
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }

    /** The DN above an entry. */
    public static DN parent(Entry entry) {
        return parse(entry.getDN())
                .map(DN::getParent)
                .orElseThrow(() -> new IllegalStateException("The entry " + entry.getDN() + " is below nothing"));
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < list.size(); i += CHUNK) {
            chunks.add(list.subList(i, Math.min(i + CHUNK, list.size())));
        }
        return chunks;
    }

    /** Both forms of a set of DNs that are compared with each other must be normal. */
    public static String normal(String dn) {
        return parse(dn).map(DN::toNormalizedString).orElse(dn);
    }
}
