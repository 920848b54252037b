package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Entry;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.resource.StoredResource;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes of entries what is answered, asking the directory for what else is needed. */
public final class Replies {

    private final Realm realm;
    private final Locations locations;
    private final Resources resources;
    private final MemberLists members;

    public Replies(Realm realm, Locations locations, Resources resources, MemberLists members) {
        this.realm = realm;
        this.locations = locations;
        this.resources = resources;
        this.members = members;
    }

    public StoredResource resource(RequestContext context, ResourceType type, Entry entry, Include include) {
        return resource(context, type, entry, membership(context, type, entry, include));
    }

    public StoredResource resource(RequestContext context, ResourceType type, Entry entry, Membership membership) {
        return resources.resource(entry, type, ids(context, type, entry), membership);
    }

    /** With all memberships, however many members the first page of an answer has. */
    public StoredResource whole(RequestContext context, ResourceType type, Entry entry) {
        Membership membership = type.isGroup()
                ? members.page(context, members.roster(context, entry.getDN()), Optional.empty(), Integer.MAX_VALUE)
                : new Membership.InGroups(members.groups(context, entry.getDN()));
        return resource(context, type, entry, membership);
    }

    /** The document, which is the caller's to change. */
    public ObjectNode document(RequestContext context, ResourceType type, Entry entry) {
        return resources.document(entry, type, ids(context, type, entry));
    }

    private Function<String, Optional<String>> ids(RequestContext context, ResourceType type, Entry entry) {
        List<String> dns = resources.references(entry, type);
        Map<String, Located> found = dns.isEmpty() ? Map.of() : locations.byDns(context, dns);
        return dn -> Optional.ofNullable(found.get(dn)).map(Located::id);
    }

    private Membership membership(RequestContext context, ResourceType type, Entry entry, Include include) {
        if (type.isUser() && include.groups()) {
            return new Membership.InGroups(members.groups(context, entry.getDN()));
        }
        if (type.isGroup() && include.members()) {
            return members.page(context, members.roster(context, entry.getDN()), Optional.empty(), realm.memberPage());
        }
        return new Membership.None();
    }
}
