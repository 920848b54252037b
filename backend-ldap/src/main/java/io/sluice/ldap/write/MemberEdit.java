package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.FilterEvaluator;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.audit.Change;
import io.sluice.ldap.entry.Displays;
import io.sluice.ldap.entry.Located;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.Roster;
import io.sluice.ldap.mapping.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Changes to the members of a group whose members have been read. DNs are keyed by their normal form. */
final class MemberEdit {

    private final RequestContext context;
    private final MemberTargets targets;
    private final Locations locations;
    private final NavigableMap<String, String> before;
    private final NavigableMap<String, String> after;
    private final Map<String, String> displays;
    private final Map<String, String> sent = new HashMap<>();

    MemberEdit(RequestContext context, MemberTargets targets, Locations locations, Roster roster) {
        this.context = context;
        this.targets = targets;
        this.locations = locations;
        this.before = roster.dns();
        this.after = new TreeMap<>(roster.dns());
        this.displays = roster.displays();
    }

    void apply(MemberChange change) {
        switch (change) {
            case MemberChange.Add add -> add(add.members());
            case MemberChange.Remove remove ->
                locations.byIds(context, remove.ids()).values().forEach(this::remove);
            case MemberChange.RemoveMatching matching -> removeMatching(matching);
            case MemberChange.ReplaceAll all -> {
                after.clear();
                add(all.members());
            }
        }
    }

    NavigableMap<String, String> after() {
        return after;
    }

    boolean changes() {
        return !before.keySet().equals(after.keySet());
    }

    List<Modification> modifications(String attribute, Optional<String> placeholder, boolean withDisplays) {
        List<String> came = minus(after, before);
        List<String> left = minus(before, after);
        List<Modification> modifications = new ArrayList<>();
        if (!left.isEmpty() && after.isEmpty()) {
            modifications.add(placeholder
                    .map(dn -> new Modification(ModificationType.REPLACE, attribute, dn))
                    .orElseGet(() -> new Modification(ModificationType.REPLACE, attribute)));
        } else {
            add(modifications, ModificationType.ADD, attribute, came);
            add(modifications, ModificationType.DELETE, attribute, left);
        }
        if (withDisplays) {
            displays(modifications, ids(came), ids(left));
        }
        return modifications;
    }

    private void displays(List<Modification> modifications, List<String> came, List<String> left) {
        List<String> gone = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        left.stream().filter(displays::containsKey).forEach(id -> gone.add(Displays.prefix(id) + displays.get(id)));
        // What is there already is of somebody who was a member before.
        came.stream()
                .filter(id -> sent.containsKey(id) && !displays.containsKey(id))
                .forEach(id -> kept.add(Displays.prefix(id) + sent.get(id)));
        add(modifications, ModificationType.DELETE, Names.MEMBER_DISPLAY, gone);
        add(modifications, ModificationType.ADD, Names.MEMBER_DISPLAY, kept);
    }

    private static void add(
            List<Modification> modifications, ModificationType type, String attribute, List<String> values) {
        if (!values.isEmpty()) {
            modifications.add(new Modification(type, attribute, values.toArray(String[]::new)));
        }
    }

    Change.Members difference() {
        return new Change.Members(ids(minus(before, after)), ids(minus(after, before)));
    }

    private List<String> ids(Collection<String> dns) {
        return locations.byDns(context, dns).values().stream()
                .map(Located::id)
                .sorted()
                .toList();
    }

    private void add(List<Member> added) {
        added.forEach(member -> member.display().ifPresent(display -> sent.putIfAbsent(member.value(), display)));
        for (Located located : targets.requireLocated(
                        context, added.stream().map(Member::value).toList())
                .values()) {
            String normal = Locations.normal(located.dn());
            after.put(normal, before.getOrDefault(normal, located.dn()));
        }
    }

    private void remove(Located located) {
        after.remove(Locations.normal(located.dn()));
    }

    private void removeMatching(MemberChange.RemoveMatching matching) {
        Map<String, Located> found = locations.byDns(context, after.values());
        found.values().stream()
                .filter(located -> FilterEvaluator.matchesElement(matching.filter(), element(located)))
                .forEach(this::remove);
    }

    private ObjectNode element(Located located) {
        ObjectNode element = JsonNodeFactory.instance
                .objectNode()
                .put("value", located.id())
                .put("type", located.group() ? ResourceType.GROUP : ResourceType.USER);
        Optional.ofNullable(displays.get(located.id())).ifPresent(display -> element.put("display", display));
        return element;
    }

    private static List<String> minus(Map<String, String> all, Map<String, String> without) {
        return all.entrySet().stream()
                .filter(entry -> !without.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
