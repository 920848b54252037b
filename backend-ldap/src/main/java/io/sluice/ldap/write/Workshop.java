package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.controls.PostReadResponseControl;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.audit.ResourceAudit;
import io.sluice.ldap.entry.Entries;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.MemberLists;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Replies;
import io.sluice.ldap.entry.Resources;
import java.util.Optional;

/** What the writes share. */
record Workshop(
        Realm realm,
        Entries entries,
        Locations locations,
        Resources resources,
        MemberLists members,
        Replies replies,
        Image.Maker images,
        Stamp stamp,
        Guard guard,
        ResourceAudit audit) {

    static Workshop of(
            Realm realm,
            Entries entries,
            Locations locations,
            Resources resources,
            MemberLists members,
            Replies replies,
            ResourceAudit audit) {
        return new Workshop(
                realm,
                entries,
                locations,
                resources,
                members,
                replies,
                new Image.Maker(realm, locations),
                new Stamp(realm, audit::isOpen),
                new Guard(realm),
                audit);
    }

    /** The entry as a write left it: from the post-read control, else read at its DN. */
    Entry after(RequestContext context, ResourceType type, LDAPResult result, String dn) throws LDAPException {
        PostReadResponseControl control = PostReadResponseControl.get(result);
        if (control != null) {
            return control.getEntry();
        }
        Optional<Entry> read = entries.at(context, dn, entries.requested().of(type));
        return read.orElseThrow(() -> Entries.notFound(type, dn));
    }

    BackendReply.Stored stored(
            RequestContext context, ResourceType type, Entry entry, Include include, boolean changed) {
        return new BackendReply.Stored(replies.resource(context, type, entry, include), changed);
    }

    BackendReply.Stored stored(
            RequestContext context, ResourceType type, Entry entry, Membership membership, boolean changed) {
        return new BackendReply.Stored(replies.resource(context, type, entry, membership), changed);
    }
}
