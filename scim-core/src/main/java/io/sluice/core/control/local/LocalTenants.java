package io.sluice.core.control.local;

import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.core.control.TenantId;
import io.sluice.core.control.TenantSettings;
import io.sluice.core.control.TenantStore;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.core.schema.Spelling;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Tenants of a local control plane. */
final class LocalTenants implements TenantStore {

    private final ControlState state;
    private final Transactions transactions;
    private final ControlAudit audit;

    LocalTenants(ControlState state, Transactions transactions, ControlAudit audit) {
        this.state = state;
        this.transactions = transactions;
        this.audit = audit;
    }

    static Tenant require(ControlState state, String slug) {
        return Optional.ofNullable(state.tenants().get(slug))
                .orElseThrow(() -> ScimException.of(ErrorKind.NOT_FOUND, "There is no tenant " + slug + "."));
    }

    @Override
    public Future<Tenant> create(NewTenant wanted, Actor actor) {
        return locked(() -> {
            if (state.tenants().containsKey(wanted.slug())) {
                throw ScimException.of(
                        ErrorKind.CONFLICT, "A tenant " + wanted.slug() + " exists already; choose another id.");
            }
            Tenant tenant = make(wanted);
            state.tenants().put(wanted.slug(), tenant);
            audit.tenant(wanted.slug(), "Tenant Created", actor, List.of());
            return tenant;
        });
    }

    @Override
    public Future<Optional<Tenant>> find(String slug) {
        return locked(() -> Optional.ofNullable(state.tenants().get(slug)));
    }

    @Override
    public Future<Listing<Tenant>> list(Optional<String> cursor, int limit) {
        return locked(() -> {
            var rest = cursor.map(last -> state.tenants().tailMap(last, false)).orElse(state.tenants());
            List<Tenant> page = rest.values().stream().limit(limit).toList();
            boolean more = rest.size() > page.size();
            return new Listing<>(page, more ? Optional.of(page.getLast().id().slug()) : Optional.empty());
        });
    }

    @Override
    public Future<Tenant> update(String slug, TenantChange change, Actor actor) {
        return locked(() -> {
            Tenant before = require(state, slug);
            Tenant after = TenantSettings.apply(before, change);
            List<AuditChange> changes = TenantSettings.changes(before, after);
            if (!changes.isEmpty()) {
                state.tenants().put(slug, after);
                audit.tenant(slug, "Tenant Updated", actor, changes);
            }
            return after;
        });
    }

    @Override
    public Future<Void> delete(String slug, Actor actor) {
        return locked(() -> {
                    Tenant gone = require(state, slug);
                    state.tenants().remove(slug);
                    state.connections()
                            .values()
                            .removeIf(connection -> connection.tenant().equals(slug));
                    state.tokens().values().removeIf(token -> token.tenant().equals(slug));
                    state.clients().values().removeIf(client -> client.tenant().equals(slug));
                    state.issuers().values().removeIf(issuer -> issuer.tenant().equals(slug));
                    audit.tenant(slug, "Tenant Deleted", actor, List.of());
                    return gone;
                })
                .mapEmpty();
    }

    @Override
    public Future<Tenant> addAttribute(String slug, CustomAttribute attribute, Actor actor) {
        return locked(() -> {
            Tenant tenant = require(state, slug);
            if (named(tenant, attribute.name()).isPresent()) {
                throw ScimException.of(
                        ErrorKind.CONFLICT,
                        "The tenant " + slug + " has an attribute " + attribute.name()
                                + " already, perhaps in another case.");
            }
            List<CustomAttribute> attributes = new ArrayList<>(tenant.customAttributes());
            attributes.add(attribute);
            Tenant changed = TenantSettings.with(tenant, attributes);
            state.tenants().put(slug, changed);
            audit.tenant(slug, "Tenant Attribute Created", actor, added(attribute));
            return changed;
        });
    }

    @Override
    public Future<Tenant> removeAttribute(String slug, String name, Actor actor) {
        return locked(() -> {
            Tenant tenant = require(state, slug);
            CustomAttribute gone = named(tenant, name)
                    .orElseThrow(() -> ScimException.of(
                            ErrorKind.NOT_FOUND, "The tenant " + slug + " has no custom attribute " + name + "."));
            List<CustomAttribute> attributes = new ArrayList<>(tenant.customAttributes());
            attributes.remove(gone);
            Tenant changed = TenantSettings.with(tenant, attributes);
            state.tenants().put(slug, changed);
            audit.tenant(slug, "Tenant Attribute Deleted", actor, removed(gone));
            return changed;
        });
    }

    private Tenant make(NewTenant wanted) {
        return new Tenant(
                new TenantId(wanted.slug(), state.nextNumber()),
                wanted.name(),
                wanted.backend(),
                true,
                true,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Tenant.DEFAULT_EXTENSION_URN,
                List.of(),
                audit.clock().instant());
    }

    private static Optional<CustomAttribute> named(Tenant tenant, String name) {
        return tenant.customAttributes().stream()
                .filter(attribute -> Spelling.isSame(attribute.name(), name))
                .findFirst();
    }

    private static List<AuditChange> added(CustomAttribute attribute) {
        return List.of(
                new AuditChange("customAttributes", Optional.empty(), Optional.of(AuditText.text(attribute.name()))));
    }

    private static List<AuditChange> removed(CustomAttribute attribute) {
        return List.of(
                new AuditChange("customAttributes", Optional.of(AuditText.text(attribute.name())), Optional.empty()));
    }

    private <T> Future<T> locked(Supplier<T> action) {
        return transactions.run(action);
    }
}
