package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Member;
import io.sluice.ldap.entry.Displays;
import io.sluice.ldap.mapping.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the displays of members in step with changes that do not read the group. */
final class DisplayChanges {

    private final Workshop workshop;

    DisplayChanges(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * @param wanted who comes (true) and who goes
     */
    List<Modification> modifications(
            RequestContext context, Entry group, Map<String, Boolean> wanted, List<MemberPatch> patches) {
        if (!workshop.realm().isOwn()) {
            return List.of();
        }
        Map<String, Member> sent = new HashMap<>();
        patches.forEach(patch -> sent.putAll(patch.sent()));
        List<Member> came = ids(wanted, true).stream()
                .map(id -> Optional.ofNullable(sent.get(id)))
                .flatMap(Optional::stream)
                .toList();
        List<Modification> modifications = new ArrayList<>();
        add(modifications, ModificationType.ADD, Displays.values(came));
        add(modifications, ModificationType.DELETE, kept(context, group, ids(wanted, false)));
        return modifications;
    }

    /** The values of these members, if there are any: the filter is judged by the server, so that most often none is sent. */
    private List<String> kept(RequestContext context, Entry group, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Filter> any = ids.stream()
                .map(id -> Filter.createSubInitialFilter(Names.MEMBER_DISPLAY, id))
                .toList();
        return workshop
                .entries()
                .search(context, group.getDN(), SearchScope.BASE, Filter.createORFilter(any), Names.MEMBER_DISPLAY)
                .stream()
                .flatMap(entry -> Displays.of(entry, ids).stream())
                .toList();
    }

    private static void add(List<Modification> modifications, ModificationType type, Collection<String> values) {
        if (!values.isEmpty()) {
            modifications.add(new Modification(type, Names.MEMBER_DISPLAY, values.toArray(String[]::new)));
        }
    }

    private static List<String> ids(Map<String, Boolean> wanted, boolean member) {
        return wanted.entrySet().stream()
                .filter(entry -> entry.getValue() == member)
                .map(Map.Entry::getKey)
                .toList();
    }
}
