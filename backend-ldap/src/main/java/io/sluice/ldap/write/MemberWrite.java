package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.audit.Change;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Located;
import io.sluice.ldap.entry.Resources;
import io.sluice.ldap.mapping.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Adds and removes members without reading the group, the changes of many requests in one modification. The modification names
 * exactly who comes and who goes, so that a server refuses it when somebody is there already: then every request is looked at
 * by itself, and asks the directory about its own members only.
 */
final class MemberWrite {

    private static final int ATTEMPTS = 20;

    private final Workshop workshop;
    private final UpdateWrite fallback;
    private final DisplayChanges displays;

    MemberWrite(Workshop workshop, UpdateWrite fallback) {
        this.workshop = workshop;
        this.displays = new DisplayChanges(workshop);
        this.fallback = fallback;
    }

    /** The replies in the order of the patches, which are of one group. */
    List<Outcome> run(List<MemberPatch> patches) {
        Map<MemberPatch, Outcome> outcomes = new HashMap<>();
        Map<String, Located> located = locate(patches, outcomes);
        List<MemberPatch> batch = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        for (MemberPatch patch : patches) {
            if (outcomes.containsKey(patch)) {
                continue;
            }
            if (patch.wanted().keySet().stream().anyMatch(touched::contains)) {
                outcomes.putAll(write(batch, located));
                batch.clear();
                touched.clear();
            }
            batch.add(patch);
            touched.addAll(patch.wanted().keySet());
        }
        outcomes.putAll(write(batch, located));
        return patches.stream()
                .map(patch -> java.util.Objects.requireNonNull(outcomes.get(patch)))
                .toList();
    }

    /** What became of one patch. */
    sealed interface Outcome {

        record Replied(BackendReply reply) implements Outcome {}

        record Refused(ScimException reason) implements Outcome {}
    }

    private Map<String, Located> locate(List<MemberPatch> patches, Map<MemberPatch, Outcome> outcomes) {
        Set<String> ids = new HashSet<>();
        patches.forEach(patch -> ids.addAll(patch.wanted().keySet()));
        Map<String, Located> located =
                workshop.locations().byIds(patches.getFirst().request().context(), ids);
        for (MemberPatch patch : patches) {
            patch.added().stream()
                    .filter(id -> !located.containsKey(id))
                    .findFirst()
                    .ifPresent(id -> outcomes.put(patch, new Outcome.Refused(MemberTargets.unknown(id))));
        }
        return located;
    }

    private Map<MemberPatch, Outcome> write(List<MemberPatch> batch, Map<String, Located> located) {
        Map<MemberPatch, Outcome> outcomes = new LinkedHashMap<>();
        if (batch.size() > 1) {
            try {
                if (together(batch, located, outcomes)) {
                    return outcomes;
                }
            } catch (ScimException e) {
                // Each request finds out by itself what is wrong, and with whom.
                outcomes.clear();
            }
        }
        for (MemberPatch patch : batch) {
            try {
                outcomes.put(patch, new Outcome.Replied(alone(patch, located)));
            } catch (ScimException e) {
                outcomes.put(patch, new Outcome.Refused(e));
            }
        }
        return outcomes;
    }

    /** True when the one modification was made. */
    private boolean together(
            List<MemberPatch> batch, Map<String, Located> located, Map<MemberPatch, Outcome> outcomes) {
        MemberPatch first = batch.getFirst();
        Entry group = group(first);
        if (batch.stream()
                .anyMatch(patch -> Resources.carries(group, operation(patch).toString()))) {
            return false;
        }
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        batch.forEach(patch -> wanted.putAll(patch.wanted()));
        try {
            List<Modification> changes = changes(wanted, located);
            changes.addAll(displays.modifications(context(first), group, wanted, batch));
            workshop.audit()
                    .intend(batch.stream()
                            .map(patch -> change(patch, patch.wanted()))
                            .toList());
            Entry after = modify(
                    first,
                    group,
                    changes,
                    batch.stream().map(MemberWrite::operation).toList());
            for (MemberPatch patch : batch) {
                outcomes.put(patch, new Outcome.Replied(changed(patch, after, patch.wanted())));
            }
            return true;
        } catch (LDAPException | AmbiguousWriteException e) {
            return false;
        }
    }

    private BackendReply alone(MemberPatch patch, Map<String, Located> located) {
        Map<String, Boolean> wanted = patch.wanted();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Entry group = group(patch);
            if (Resources.carries(group, operation(patch).toString())) {
                return changedBefore(patch, whole(patch, group));
            }
            List<Modification> changes = changes(wanted, located);
            if (changes.isEmpty()) {
                return workshop.stored(
                        context(patch),
                        type(patch),
                        whole(patch, group),
                        patch.request().include(),
                        false);
            }
            try {
                changes.addAll(displays.modifications(context(patch), group, wanted, List.of(patch)));
                workshop.audit().intend(List.of(change(patch, wanted)));
                return changed(patch, modify(patch, group, changes, List.of(operation(patch))), wanted);
            } catch (AmbiguousWriteException e) {
                // The group is read again: it carries the operation if it was done.
            } catch (LDAPException e) {
                if (e.getResultCode().equals(ResultCode.OBJECT_CLASS_VIOLATION)) {
                    return fallback.run(Edit.of(patch.request()));
                }
                if (!isStale(e)) {
                    throw LdapFailures.toScim(e);
                }
                wanted = missing(patch, group, located);
            }
        }
        throw new ScimException(ScimError.unavailable(
                "Others change the group all the time; nothing was changed by this request.", Duration.ofSeconds(1)));
    }

    private Entry modify(MemberPatch patch, Entry group, List<Modification> changes, List<UUID> operations)
            throws LDAPException, AmbiguousWriteException {
        List<Modification> all = new ArrayList<>(changes);
        all.addAll(workshop.stamp()
                .onMembers(
                        Resources.operations(group),
                        operations,
                        workshop.stamp().now()));
        ModifyRequest request = new ModifyRequest(group.getDN(), all);
        request.addControls(workshop.guard()
                .onId(patch.request().id(), workshop.entries().requested().of(type(patch)))
                .toArray(Control[]::new));
        LDAPResult result =
                workshop.realm().directory().write(context(patch).deadline(), connection -> connection.modify(request));
        return workshop.after(context(patch), type(patch), result, group.getDN());
    }

    private List<Modification> changes(Map<String, Boolean> wanted, Map<String, Located> located) {
        List<Modification> changes = new ArrayList<>();
        add(changes, ModificationType.ADD, dns(wanted, located, true));
        add(changes, ModificationType.DELETE, dns(wanted, located, false));
        return changes;
    }

    private void add(List<Modification> changes, ModificationType type, Collection<String> dns) {
        if (!dns.isEmpty()) {
            changes.add(new Modification(type, workshop.realm().mapping().member(), dns.toArray(String[]::new)));
        }
    }

    /** Who does not exist any more cannot be a member, and need not be removed. */
    private static List<String> dns(Map<String, Boolean> wanted, Map<String, Located> located, boolean member) {
        return wanted.entrySet().stream()
                .filter(entry -> entry.getValue() == member)
                .map(entry -> Optional.ofNullable(located.get(entry.getKey())))
                .flatMap(Optional::stream)
                .map(Located::dn)
                .toList();
    }

    /** What of the patch is not so yet, each member asked for by itself. */
    private Map<String, Boolean> missing(MemberPatch patch, Entry group, Map<String, Located> located) {
        Map<String, Boolean> missing = new LinkedHashMap<>();
        patch.wanted().forEach((id, member) -> {
            Located target = located.get(id);
            if (target != null && isMember(context(patch), group, target) != member) {
                missing.put(id, member);
            }
        });
        return missing;
    }

    private boolean isMember(RequestContext context, Entry group, Located target) {
        Filter filter = Filter.createEqualityFilter(workshop.realm().mapping().member(), target.dn());
        return !workshop.entries()
                .search(context, group.getDN(), SearchScope.BASE, filter, "1.1")
                .isEmpty();
    }

    private BackendReply changed(MemberPatch patch, Entry after, Map<String, Boolean> changes) {
        BackendReply.Stored reply = workshop.stored(
                context(patch), type(patch), after, patch.request().include(), true);
        workshop.audit().changed(change(patch, changes));
        return reply;
    }

    private BackendReply changedBefore(MemberPatch patch, Entry after) {
        BackendReply.Stored reply = workshop.stored(
                context(patch), type(patch), after, patch.request().include(), true);
        workshop.audit().changedBefore(change(patch, patch.wanted()));
        return reply;
    }

    private static Change change(MemberPatch patch, Map<String, Boolean> changes) {
        return Change.update(
                context(patch),
                type(patch),
                patch.request().id(),
                List.of(),
                new Change.Members(ids(changes, false), ids(changes, true)));
    }

    private static List<String> ids(Map<String, Boolean> changes, boolean member) {
        return changes.entrySet().stream()
                .filter(entry -> entry.getValue() == member)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where the group is and which operations it carries: nothing that grows with it. */
    private Entry group(MemberPatch patch) {
        return workshop.entries()
                .find(context(patch), type(patch), patch.request().id(), Names.OPERATION)
                .orElseThrow(() -> io.sluice.ldap.entry.Entries.notFound(
                        type(patch), patch.request().id()));
    }

    private Entry whole(MemberPatch patch, Entry group) {
        return workshop.entries()
                .at(
                        context(patch),
                        group.getDN(),
                        workshop.entries().requested().of(type(patch)))
                .orElse(group);
    }

    /** Active Directory answers 68 and 53 where others answer 20 and 16. */
    private static boolean isStale(LDAPException e) {
        return switch (e.getResultCode().intValue()) {
            case ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE,
                    ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE,
                    ResultCode.ASSERTION_FAILED_INT_VALUE,
                    ResultCode.NO_SUCH_OBJECT_INT_VALUE -> true;
            default -> false;
        };
    }

    private static RequestContext context(MemberPatch patch) {
        return patch.request().context();
    }

    private static ResourceType type(MemberPatch patch) {
        return patch.request().type();
    }

    private static UUID operation(MemberPatch patch) {
        return patch.request().context().operationId();
    }
}
