package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.RequestContext;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.Realm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a DN through the groups that name it, for servers that do not do so themselves. Repeating it does no harm. */
final class Sweep {

    private static final int ATTEMPTS = 5;

    /** What else a server answers when a value that is to go is gone, or one that is to come is there. */
    private static final Set<ResultCode> DONE_ALREADY =
            Set.of(ResultCode.NO_SUCH_ATTRIBUTE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, ResultCode.NO_SUCH_OBJECT);

    private final Realm realm;
    private final Locations locations;

    Sweep(Realm realm, Locations locations) {
        this.realm = realm;
        this.locations = locations;
    }

    /** Ends all memberships of a DN. */
    void forget(RequestContext context, String dn) {
        forEachGroup(context, dn, group -> replace(context, group, dn, Optional.empty()));
    }

    /** Moves all memberships from one DN to another. */
    void move(RequestContext context, String from, String to) {
        if (!Locations.normal(from).equals(Locations.normal(to))) {
            forEachGroup(context, from, group -> replace(context, group, from, Optional.of(to)));
        }
    }

    private void forEachGroup(RequestContext context, String dn, java.util.function.Consumer<String> action) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Entry> groups = locations.groupsOf(context, dn, "1.1");
            if (groups.isEmpty()) {
                return;
            }
            groups.forEach(group -> action.accept(group.getDN()));
        }
    }

    private void replace(RequestContext context, String group, String from, Optional<String> to) {
        // Coming first: a group that may not be empty is not empty in between.
        to.ifPresent(dn -> modify(
                context,
                group,
                new Modification(ModificationType.ADD, realm.mapping().member(), dn)));
        modify(
                context,
                group,
                new Modification(ModificationType.DELETE, realm.mapping().member(), from));
    }

    private void modify(RequestContext context, String group, Modification... modifications) {
        try {
            realm.directory()
                    .write(
                            context.deadline(),
                            connection -> connection.modify(new ModifyRequest(group, modifications)));
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.OBJECT_CLASS_VIOLATION)
                    && modifications.length == 1
                    && realm.mapping().groups().emptyMember().isPresent()) {
                modify(context, group, placeholder(), modifications[0]);
            } else if (!DONE_ALREADY.contains(e.getResultCode())) {
                throw LdapFailures.toScim(e);
            }
        } catch (AmbiguousWriteException e) {
            // Whether it was done shows when the groups are looked for again.
        }
    }

    private Modification placeholder() {
        return new Modification(
                ModificationType.ADD,
                realm.mapping().member(),
                realm.mapping().groups().emptyMember().orElse(""));
    }
}
