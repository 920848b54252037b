package io.sluice.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.ldap.audit.ResourceAudit;
import io.sluice.ldap.config.AuditSettings;
import io.sluice.ldap.config.LdapSettings;
import io.sluice.ldap.config.Preset;
import io.sluice.ldap.directory.Directory;
import io.sluice.ldap.directory.Features;
import io.sluice.ldap.directory.Probe;
import io.sluice.ldap.directory.Suffixes;
import io.sluice.ldap.entry.Entries;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.MemberLists;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Replies;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.mapping.Mapping;
import io.sluice.ldap.mapping.Mappings;
import io.sluice.ldap.mapping.SchemaCheck;
import io.sluice.ldap.search.MembershipDirections;
import io.sluice.ldap.search.Search;
import io.sluice.ldap.search.Snapshots;
import io.sluice.ldap.write.Reconciliation;
import io.sluice.ldap.write.Writes;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The backend once it knows its directory. Calls block, except for writes, which answer when they are done. */
final class Session {

    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);

    private final Realm realm;
    private final Entries entries;
    private final MemberLists members;
    private final Replies replies;
    private final Search search;
    private final Writes writes;
    private final Snapshots snapshots = new Snapshots();
    private final ResourceType groupType =
            SchemaRegistry.standard().resourceType(ResourceType.GROUP).orElseThrow();

    private final Reconciliation reconciliation;

    private Session(Realm realm, ResourceAudit audit, Executor executor) {
        this.realm = realm;
        this.entries = new Entries(realm);
        Locations locations = new Locations(realm, entries);
        Resources resources = new Resources(realm);
        this.members = new MemberLists(realm, entries, locations, resources);
        this.replies = new Replies(realm, locations, resources, members);
        this.search = new Search(
                realm,
                entries,
                replies,
                resources,
                snapshots,
                context -> new MembershipDirections(context, locations, members));
        this.writes = new Writes(realm, entries, locations, resources, members, replies, audit, executor);
        this.reconciliation = new Reconciliation(realm, entries, resources, audit);
    }

    /**
     * Asks the server what it can do and checks the mapping against its schema.
     *
     * @throws IllegalStateException with a sentence for the operator when they do not fit
     */
    static Session open(
            LdapSettings settings, Directory directory, ResourceAudit audit, Clock clock, Executor executor) {
        Features features = probe(directory, clock);
        Preset preset = settings.preset() == Preset.AUTO ? features.preset() : settings.preset();
        Mapping mapping = Mappings.load(preset, settings.mode(), settings.mappingFile());
        List<String> complaints = SchemaCheck.complaints(mapping, settings.mode(), features.schema());
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("The mapping does not fit the directory: " + String.join("; ", complaints));
        }
        checkBases(settings, directory, clock);
        Realm realm = new Realm(
                directory,
                features,
                mapping,
                settings.mode(),
                settings.bases(),
                settings.memberPage(),
                settings.duplicateGroups(),
                clock);
        Session session = new Session(realm, audit, executor);
        session.reconcile();
        return session;
    }

    private static Features probe(Directory directory, Clock clock) {
        try {
            return directory.read(clock.instant().plus(PROBE_PATIENCE), Probe::probe);
        } catch (LDAPException e) {
            throw new IllegalStateException("The directory cannot be asked what it can do: " + e.getMessage(), e);
        }
    }

    private static void checkBases(LdapSettings settings, Directory directory, Clock clock) {
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("ldap.users", settings.bases().users());
        templates.put("ldap.groups", settings.bases().groups());
        if (settings.audit().sink() instanceof AuditSettings.Sink.Entries entries) {
            templates.put("ldap.audit.base", entries.base());
        }
        try {
            List<String> complaints = directory.read(
                    clock.instant().plus(PROBE_PATIENCE), connection -> Suffixes.complaints(connection, templates));
            if (!complaints.isEmpty()) {
                throw new IllegalStateException("The bases do not fit the directory: " + String.join("; ", complaints));
            }
        } catch (LDAPException e) {
            throw new IllegalStateException("The directory cannot be asked for its suffixes: " + e.getMessage(), e);
        }
    }

    Realm realm() {
        return realm;
    }

    Writes writes() {
        return writes;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** Gives events to changes that were made and have none; blocks. */
    void reconcile() {
        reconciliation.run();
    }

    BackendReply read(BackendRequest.Read read) {
        return new BackendReply.Stored(
                replies.resource(
                        read.context(),
                        read.type(),
                        entries.require(read.context(), read.type(), read.id()),
                        read.include()),
                false);
    }

    BackendReply readMembers(BackendRequest.ReadMembers read) {
        String dn = entries.find(read.context(), groupType, read.groupId(), "1.1")
                .orElseThrow(() -> Entries.notFound(groupType, read.groupId()))
                .getDN();
        Membership.OfGroup page = members.page(
                read.context(), members.roster(read.context(), dn), Optional.of(read.after()), read.limit());
        return new BackendReply.MemberPage(page);
    }

    BackendReply search(BackendRequest.Search request) {
        return search.find(request.context(), request.query());
    }
}
