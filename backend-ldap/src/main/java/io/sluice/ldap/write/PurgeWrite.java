package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapFailures;
import java.util.List;

/** Deletes all users and groups of a tenant. The containers stay: others may keep something in them. */
final class PurgeWrite {

    private final Workshop workshop;

    PurgeWrite(Workshop workshop) {
        this.workshop = workshop;
    }

    BackendReply run(BackendRequest.Purge purge) {
        RequestContext context = purge.context();
        purge(
                context,
                workshop.realm().groups(context.tenant()),
                workshop.realm().mapping().groups().filter());
        purge(
                context,
                workshop.realm().users(context.tenant()),
                workshop.realm().mapping().users().filter());
        purge(
                context,
                workshop.realm().others(context.tenant()),
                Filter.createEqualityFilter("objectClass", "scimDocument"));
        return new BackendReply.Deleted();
    }

    private void purge(RequestContext context, DN base, Filter filter) {
        List<Entry> left = workshop.entries().search(context, base, SearchScope.SUB, filter, "1.1");
        while (!left.isEmpty()) {
            left.forEach(entry -> delete(context, entry.getDN()));
            left = workshop.entries().search(context, base, SearchScope.SUB, filter, "1.1");
        }
    }

    private void delete(RequestContext context, String dn) {
        try {
            workshop.realm()
                    .directory()
                    .write(context.deadline(), connection -> connection.delete(new DeleteRequest(dn)));
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw LdapFailures.toScim(e);
            }
        } catch (AmbiguousWriteException e) {
            // The next search shows whether it was done.
        }
    }
}
