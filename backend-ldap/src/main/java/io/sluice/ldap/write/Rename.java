package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.Naming;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.TypeMapping;
import java.util.Optional;

/**
 * Gives an entry another name. The document is written after that, so that an interrupted rename shows: the name in the document
 * is not the one in the DN, and the memberships that were under the old DN are moved then.
 */
final class Rename {

    private final Workshop workshop;
    private final Sweep sweep;

    Rename(Workshop workshop, Sweep sweep) {
        this.workshop = workshop;
        this.sweep = sweep;
    }

    boolean isNeeded(ResourceType type, Entry entry, ObjectNode document) {
        return !Naming.hasName(mapping(type), entry, document);
    }

    /**
     * True: the entry has another version now, as far as anybody knows.
     *
     * @throws LDAPException assertionFailed when the entry has changed
     * @throws io.sluice.core.error.ScimException UNIQUENESS when the name is taken
     */
    boolean run(RequestContext context, ResourceType type, Entry entry, ObjectNode document) throws LDAPException {
        RDN rdn = Naming.rdn(mapping(type), document, "");
        try {
            move(context, entry, rdn);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                throw e;
            }
            Realm realm = workshop.realm();
            if (!type.isGroup() || !realm.isOwn() || !realm.duplicateGroups()) {
                throw Taken.error(type, document);
            }
            move(
                    context,
                    entry,
                    Naming.distinguished(
                            mapping(type), document, workshop.resources().id(entry)));
        }
        return true;
    }

    /** After an ambiguous failure the entry is read again and shows its name; the memberships follow in either case. */
    private void move(RequestContext context, Entry entry, RDN rdn) throws LDAPException {
        ModifyDNRequest request = new ModifyDNRequest(entry.getDN(), rdn.toString(), true);
        request.addControls(workshop.guard().onVersion(entry).toArray(Control[]::new));
        try {
            workshop.realm().directory().write(context.deadline(), connection -> connection.modifyDN(request));
            sweep.move(context, entry.getDN(), new DN(rdn, Locations.parent(entry)).toString());
        } catch (AmbiguousWriteException e) {
            // The caller reads the entry again; an interrupted move of the memberships is repaired then.
        }
    }

    /** Completes a rename that was interrupted, unless somebody else has the old name by now. */
    void repair(RequestContext context, ResourceType type, Entry entry) throws LDAPException {
        Optional<ObjectNode> written = workshop.resources().written(entry);
        if (written.isEmpty() || Naming.hasName(mapping(type), entry, written.get())) {
            return;
        }
        DN former = new DN(Naming.rdn(mapping(type), written.get(), ""), Locations.parent(entry));
        Optional<Entry> other = workshop.entries().at(context, former.toString(), "1.1");
        if (other.isEmpty()) {
            sweep.move(context, former.toString(), entry.getDN());
        }
    }

    private TypeMapping mapping(ResourceType type) {
        return workshop.realm().mapping().of(type);
    }
}
