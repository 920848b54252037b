package io.sluice.ldap.entry;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.directory.Suffixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finds entries. Everything stays below the bases of the request's tenant. */
public final class Entries {

    private static final int CHUNK = 100;
    private static final int PAGE = 500;

    private final Realm realm;
    private final Requested requested;

    public Entries(Realm realm) {
        this.realm = realm;
        this.requested = new Requested(realm.mapping(), realm.isOwn());
    }

    public Requested requested() {
        return requested;
    }

    /** The entry of a resource, with everything that it is made of. */
    public Optional<Entry> find(RequestContext context, ResourceType type, String id) {
        return find(context, type, id, requested.of(type));
    }

    public Optional<Entry> find(RequestContext context, ResourceType type, String id, String... attributes) {
        Optional<Filter> byId = EntryIds.filter(id, realm.mapping().id());
        if (byId.isEmpty() || !id.equals(id.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.empty();
        }
        Filter filter =
                Filter.createANDFilter(byId.get(), realm.mapping().of(type).filter());
        return search(context, realm.base(context.tenant(), type), SearchScope.SUB, filter, attributes).stream()
                .findFirst();
    }

    public Entry require(RequestContext context, ResourceType type, String id) {
        return find(context, type, id).orElseThrow(() -> notFound(type, id));
    }

    public static ScimException notFound(ResourceType type, String id) {
        String shown = id.length() <= 64 ? id : id.substring(0, 64) + "...";
        return ScimException.of(ErrorKind.NOT_FOUND, "There is no " + type.name() + " with the id " + shown + ".");
    }

    public Optional<Entry> at(RequestContext context, String dn, String... attributes) {
        return search(context, dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attributes).stream()
                .findFirst();
    }

    /** A base of a tenant that has not been made yet has no entries. */
    public List<Entry> search(RequestContext context, DN base, SearchScope scope, Filter filter, String... attributes) {
        try {
            return realm.directory().read(context.deadline(), connection -> {
                Optional<List<Entry>> found = search(connection, base.toString(), scope, filter, attributes);
                if (found.isEmpty()) {
                    Suffixes.requireAnyAbove(connection, base);
                }
                return found.orElse(List.of());
            });
        } catch (LDAPException e) {
            throw failure(e);
        }
    }

    /** An entry that does not exist has no entries. */
    public List<Entry> search(
            RequestContext context, String base, SearchScope scope, Filter filter, String... attributes) {
        try {
            return realm.directory()
                    .read(context.deadline(), connection -> search(connection, base, scope, filter, attributes))
                    .orElse(List.of());
        } catch (LDAPException e) {
            throw LdapFailures.toScim(e);
        }
    }

    /** The entries of these ids, in any order; those that do not exist are left out. */
    public List<Entry> findAll(RequestContext context, ResourceType type, List<String> ids) {
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += CHUNK) {
            List<Filter> alternatives = ids.subList(i, Math.min(i + CHUNK, ids.size())).stream()
                    .map(id -> EntryIds.filter(id, realm.mapping().id()))
                    .flatMap(Optional::stream)
                    .toList();
            Filter filter = Filter.createANDFilter(
                    Filter.createORFilter(alternatives),
                    realm.mapping().of(type).filter());
            found.addAll(
                    search(context, realm.base(context.tenant(), type), SearchScope.SUB, filter, requested.of(type)));
        }
        return found;
    }

    /**
     * Hands over entries as they arrive, on the thread of the caller.
     *
     * @param consumers makes a consumer for each attempt, which must not ask the directory for anything
     * @return the consumer that saw everything
     */
    public <C extends Consumer<Entry>> C stream(
            RequestContext context, DN base, Filter filter, Supplier<C> consumers, String... attributes) {
        try {
            return realm.directory().read(context.deadline(), connection -> {
                C consumer = consumers.get();
                stream(connection, base, filter, consumer, attributes);
                return consumer;
            });
        } catch (LDAPException e) {
            throw failure(e);
        }
    }

    /** Of a search below a base that configuration gives, which is missing only where configuration is wrong. */
    private static ScimException failure(LDAPException e) {
        return e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                ? LdapFailures.unavailable(String.valueOf(e.getMessage()))
                : LdapFailures.toScim(e);
    }

    private void stream(
            LDAPConnection connection, DN base, Filter filter, Consumer<Entry> consumer, String... attributes)
            throws LDAPException {
        SearchRequest request = new SearchRequest(
                new Listener(consumer),
                base.toString(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                0,
                0,
                false,
                filter,
                attributes);
        try {
            if (!realm.features().paging()) {
                connection.search(request);
                return;
            }
            ASN1OctetString cookie = new ASN1OctetString();
            do {
                // Servers that limit the size of a result let it pass page by page.
                request.setControls(new SimplePagedResultsControl(PAGE, cookie, false));
                cookie = cookie(connection.search(request));
            } while (cookie.getValueLength() > 0);
        } catch (LDAPSearchException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw e;
            }
            Suffixes.requireAnyAbove(connection, base);
        }
    }

    private static ASN1OctetString cookie(SearchResult result) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(result);
        return control == null ? new ASN1OctetString() : control.getCookie();
    }

    private record Listener(Consumer<Entry> consumer) implements SearchResultListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            consumer.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            // Referrals lead to other servers, where we have no business.
        }
    }

    /** Empty when there is no base. */
    private static Optional<List<Entry>> search(
            LDAPConnection connection, String base, SearchScope scope, Filter filter, String... attributes)
            throws LDAPException {
        try {
            SearchRequest request =
                    new SearchRequest(base, scope, DereferencePolicy.NEVER, 0, 0, false, filter, attributes);
            return Optional.of(List.copyOf(connection.search(request).getSearchEntries()));
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
