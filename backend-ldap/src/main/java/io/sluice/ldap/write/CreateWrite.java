package io.sluice.ldap.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.ResourceDraft;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.audit.Change;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.Containers;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Displays;
import io.sluice.ldap.entry.Naming;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.mapping.Names;
import io.sluice.ldap.mapping.TypeMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds an entry. The name is in its DN, so that of any number of racing requests one wins. */
final class CreateWrite {

    private static final int ATTEMPTS = 4;

    private final Workshop workshop;
    private final MemberTargets targets;
    private final Passwords passwords;
    private final Containers containers;
    private final Sweep sweep;
    private final Fidelity fidelity;

    CreateWrite(Workshop workshop, MemberTargets targets, Passwords passwords, Sweep sweep) {
        this.workshop = workshop;
        this.targets = targets;
        this.passwords = passwords;
        this.containers = new Containers(workshop.realm().directory());
        this.sweep = sweep;
        this.fidelity = new Fidelity(workshop.realm());
    }

    BackendReply run(BackendRequest.Create create) {
        RequestContext context = create.context();
        ResourceDraft draft = create.draft();
        fidelity.check(draft.type(), draft.attributes());
        List<String> members = targets.require(
                context, draft.members().stream().map(Member::value).toList());
        Image image = workshop.images().of(context, draft.type(), draft.attributes());
        Instant now = workshop.stamp().now();
        workshop.audit().intend(List.of(change(create, "")));
        Entry made = add(context, draft, image, members, now);
        draft.password().filter(ignored -> passwords.kept()).ifPresent(password -> {
            try {
                passwords.set(context, made.getDN(), password);
            } catch (ScimException e) {
                remove(context, made.getDN());
                throw e;
            }
        });
        Entry entry = draft.password().isPresent() && passwords.kept() ? reread(context, draft.type(), made) : made;
        BackendReply.Stored reply = workshop.stored(context, draft.type(), entry, Include.ALL, true);
        workshop.audit().changed(change(create, reply.resource().id()));
        return reply;
    }

    private static Change change(BackendRequest.Create create, String id) {
        List<String> members =
                create.draft().members().stream().map(Member::value).distinct().toList();
        return Change.create(
                create.context(),
                create.draft().type(),
                id,
                create.draft().attributes(),
                new Change.Members(List.of(), members));
    }

    private Entry add(RequestContext context, ResourceDraft draft, Image image, List<String> members, Instant now) {
        TypeMapping mapping = workshop.realm().mapping().of(draft.type());
        DN base = workshop.realm().base(context.tenant(), draft.type());
        RDN rdn = image.rdn();
        boolean ambiguous = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String dn = new DN(rdn, base).toString();
            try {
                if (attempt == 0) {
                    // Whoever had this name before must not leave memberships behind.
                    sweep.forget(context, dn);
                }
                AddRequest request = request(dn, rdn, mapping, attributes(context, draft, image, members, now));
                request.addControls(workshop.guard()
                        .postRead(workshop.entries().requested().of(draft.type()))
                        .toArray(Control[]::new));
                LDAPResult result =
                        workshop.realm().directory().write(context.deadline(), connection -> connection.add(request));
                return workshop.after(context, draft.type(), result, dn);
            } catch (AmbiguousWriteException e) {
                ambiguous = true;
            } catch (LDAPException e) {
                switch (e.getResultCode().intValue()) {
                    case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> containers.ensure(context.deadline(), base);
                    case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE -> {
                        Optional<Entry> ours = ours(context, draft.type(), dn, ambiguous);
                        if (ours.isPresent()) {
                            return ours.get();
                        }
                        rdn = next(draft.type(), mapping, draft.attributes(), rdn, context);
                    }
                    default -> throw LdapFailures.toScim(e);
                }
            }
        }
        throw LdapFailures.unavailable("The directory did not say whether the entry was made.");
    }

    /** The entry at the DN if this very operation made it. */
    private Optional<Entry> ours(RequestContext context, ResourceType type, String dn, boolean ambiguous) {
        Optional<Entry> existing = workshop.entries()
                .at(context, dn, workshop.entries().requested().of(type));
        return workshop.realm().isOwn()
                ? existing.filter(
                        entry -> Resources.carries(entry, context.operationId().toString()))
                : existing.filter(entry -> ambiguous);
    }

    private RDN next(ResourceType type, TypeMapping mapping, ObjectNode document, RDN taken, RequestContext context) {
        boolean distinguishable = type.isGroup()
                && workshop.realm().isOwn()
                && workshop.realm().duplicateGroups()
                && !taken.isMultiValued();
        if (distinguishable) {
            return Naming.distinguished(mapping, document, context.operationId().toString());
        }
        throw Taken.error(type, document);
    }

    private List<Attribute> attributes(
            RequestContext context, ResourceDraft draft, Image image, List<String> members, Instant now) {
        List<Attribute> attributes = new ArrayList<>(workshop.stamp().onNew(context.operationId(), now));
        image.attributes().forEach((name, values) -> {
            if (!values.isEmpty()) {
                attributes.add(new Attribute(name, values));
            }
        });
        image.exact().ifPresent(document -> attributes.add(new Attribute(Names.RESOURCE, document)));
        if (draft.type().isGroup()) {
            List<String> listed = new ArrayList<>(members);
            if (members.isEmpty()) {
                workshop.realm().mapping().groups().emptyMember().ifPresent(listed::add);
            }
            List<String> displays = workshop.realm().isOwn() ? Displays.values(draft.members()) : List.of();
            if (!displays.isEmpty()) {
                attributes.add(new Attribute(Names.MEMBER_DISPLAY, displays));
            }
            if (!listed.isEmpty()) {
                attributes.add(new Attribute(workshop.realm().mapping().member(), listed));
            }
        }
        return attributes;
    }

    private static AddRequest request(String dn, RDN rdn, TypeMapping mapping, List<Attribute> attributes)
            throws LDAPException {
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(new Attribute("objectClass", mapping.objectClasses()));
        for (int i = 0; i < rdn.getAttributeNames().length; i++) {
            all.add(new Attribute(rdn.getAttributeNames()[i], rdn.getAttributeValues()[i]));
        }
        return new AddRequest(dn, all);
    }

    private Entry reread(RequestContext context, ResourceType type, Entry made) {
        return workshop.entries()
                .at(context, made.getDN(), workshop.entries().requested().of(type))
                .orElse(made);
    }

    private void remove(RequestContext context, String dn) {
        try {
            workshop.realm().directory().write(context.deadline(), connection -> connection.delete(dn));
        } catch (LDAPException | AmbiguousWriteException e) {
            throw LdapFailures.unavailable("The user was made, but the directory did not take the password.");
        }
    }
}
