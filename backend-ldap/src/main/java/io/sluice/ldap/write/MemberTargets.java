package io.sluice.ldap.write;

import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.entry.Located;
import io.sluice.ldap.entry.Locations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the DNs of those who are to be members. */
final class MemberTargets {

    private final Locations locations;

    MemberTargets(Locations locations) {
        this.locations = locations;
    }

    /**
     * The DNs of these ids, each once.
     *
     * @throws ScimException INVALID_VALUE naming the first one that does not exist
     */
    List<String> require(RequestContext context, Collection<String> ids) {
        return List.copyOf(
                requireLocated(context, ids).values().stream().map(Located::dn).toList());
    }

    Map<String, Located> requireLocated(RequestContext context, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Located> found = locations.byIds(context, ids);
        Map<String, Located> ordered = new LinkedHashMap<>();
        for (String id : ids) {
            Located located = found.get(id);
            if (located == null) {
                throw unknown(id);
            }
            ordered.put(id, located);
        }
        return ordered;
    }

    static ScimException unknown(String id) {
        return ScimException.of(
                ErrorKind.INVALID_VALUE, "No user or group has the id " + id + ", which was sent as a member.");
    }
}
