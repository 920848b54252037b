package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.mapping.Names;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads who is in a group and which groups somebody is in. */
public final class MemberLists {

    private static final String RANGE = "range=";

    private final Realm realm;
    private final Entries entries;
    private final Locations locations;
    private final Resources resources;

    public MemberLists(Realm realm, Entries entries, Locations locations, Resources resources) {
        this.realm = realm;
        this.entries = entries;
        this.locations = locations;
        this.resources = resources;
    }

    /** All members, however many there are. */
    public Roster roster(RequestContext context, String groupDn) {
        NavigableMap<String, String> dns = new TreeMap<>();
        Map<String, String> displays = new HashMap<>();
        String wanted = realm.mapping().member();
        while (true) {
            Optional<Entry> entry = entries.at(context, groupDn, wanted, Names.MEMBER_DISPLAY);
            Optional<Attribute> values = entry.flatMap(this::members);
            values.ifPresent(attribute -> {
                for (String dn : attribute.getValues()) {
                    dns.put(Locations.normal(dn), dn);
                }
            });
            entry.ifPresent(group -> displays.putAll(Displays.of(group)));
            Optional<String> next = values.flatMap(attribute -> nextRange(attribute.getName()));
            if (next.isEmpty()) {
                break;
            }
            wanted = realm.mapping().member() + ";" + next.get();
        }
        realm.mapping().groups().emptyMember().map(Locations::normal).ifPresent(dns::remove);
        return new Roster(dns, displays);
    }

    /**
     * Some of a group's members in the order of their DNs.
     *
     * @param after the {@code next} of the page before
     */
    public Membership.OfGroup page(RequestContext context, Roster roster, Optional<String> after, int limit) {
        NavigableMap<String, String> rest =
                after.map(last -> roster.dns().tailMap(last, false)).orElse(roster.dns());
        List<String> page = rest.values().stream().limit(limit).toList();
        Optional<String> next =
                rest.size() > page.size() ? Optional.of(Locations.normal(page.getLast())) : Optional.empty();
        return new Membership.OfGroup(members(context, page, roster.displays()), next);
    }

    /** The members at these DNs; a DN at which there is nobody is left out. */
    private List<Member> members(RequestContext context, Collection<String> dns, Map<String, String> displays) {
        Map<String, Located> found = locations.byDns(context, dns);
        return dns.stream()
                .map(dn -> Optional.ofNullable(found.get(dn)))
                .flatMap(Optional::stream)
                .map(located -> new Member(
                        located.id(),
                        Optional.of(located.group() ? ResourceType.GROUP : ResourceType.USER),
                        Optional.ofNullable(displays.get(located.id()))))
                .toList();
    }

    /** The groups that have this DN as a direct member, by id. */
    public List<GroupReference> groups(RequestContext context, String dn) {
        String[] attributes = {
            realm.mapping().id().attribute(), realm.mapping().groups().rdn(), Names.RESOURCE
        };
        return locations.groupsOf(context, dn, attributes).stream()
                .map(entry -> new GroupReference(resources.id(entry), resources.groupName(entry)))
                .sorted(Comparator.comparing(GroupReference::value))
                .toList();
    }

    private Optional<Attribute> members(Entry entry) {
        return entry.getAttributes().stream()
                .filter(attribute ->
                        attribute.getBaseName().equalsIgnoreCase(realm.mapping().member()))
                .filter(attribute -> attribute.size() > 0)
                .findFirst();
    }

    /** Active Directory names the part that it returns: {@code member;range=0-1499}, the last one {@code ...-*}. */
    static Optional<String> nextRange(String attributeName) {
        int at = attributeName.toLowerCase(java.util.Locale.ROOT).indexOf(";" + RANGE);
        if (at < 0 || attributeName.endsWith("*")) {
            return Optional.empty();
        }
        String upper = attributeName.substring(attributeName.indexOf('-', at) + 1);
        return Optional.of(RANGE + (Integer.parseInt(upper) + 1) + "-*");
    }
}
