package io.sluice.ldap.search;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.RDN;
import io.sluice.core.backend.RequestContext;
import io.sluice.ldap.entry.Located;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.MemberLists;
import io.sluice.ldap.filter.Directions;
import io.sluice.ldap.filter.Pushed;
import java.util.List;
import java.util.Optional;

/** Looks memberships up for one request. */
public record MembershipDirections(RequestContext context, Locations locations, MemberLists members)
        implements Directions {

    /** A filter of more alternatives costs more than looking at everybody. */
    private static final int MOST_MEMBERS = 500;

    @Override
    public Optional<String> memberDn(String id) {
        return locate(id).map(Located::dn);
    }

    @Override
    public Pushed membersOf(String groupId) {
        Optional<Located> group = locate(groupId).filter(Located::group);
        if (group.isEmpty()) {
            return new Pushed.Nothing();
        }
        List<Filter> named = members.roster(context, group.get().dn()).dns().values().stream()
                .map(Locations::parse)
                .flatMap(Optional::stream)
                .map(dn -> named(dn.getRDNs()[0]))
                .toList();
        if (named.isEmpty()) {
            return new Pushed.Nothing();
        }
        // Another entry may have the same name elsewhere below the base, so that this is a superset.
        return named.size() > MOST_MEMBERS
                ? new Pushed.Everything()
                : new Pushed.Some(Filter.createORFilter(named), false);
    }

    private Optional<Located> locate(String id) {
        return Optional.ofNullable(locations.byIds(context, List.of(id)).get(id));
    }

    private static Filter named(RDN rdn) {
        return Filter.createEqualityFilter(rdn.getAttributeNames()[0], rdn.getAttributeValues()[0]);
    }
}
