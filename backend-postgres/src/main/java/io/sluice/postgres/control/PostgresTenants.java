package io.sluice.postgres.control;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.control.Actor;
import io.sluice.core.control.AuditChange;
import io.sluice.core.control.Listing;
import io.sluice.core.control.NewTenant;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.core.control.TenantSettings;
import io.sluice.core.control.TenantStore;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.core.schema.Spelling;
import io.sluice.postgres.sql.Rows;
import io.sluice.postgres.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tenants in PostgreSQL. */
final class PostgresTenants implements TenantStore {

    private static final String INSERT = """
            INSERT INTO tenant AS t (slug, name, backend, extension_urn) VALUES ($1, $2, $3, $4)
            ON CONFLICT (slug) DO NOTHING RETURNING\s""" + TenantRow.COLUMNS;
    private static final String FIND = "SELECT " + TenantRow.COLUMNS + " FROM tenant t WHERE t.slug = $1";
    private static final String LIST =
            "SELECT " + TenantRow.COLUMNS + " FROM tenant t WHERE t.slug > $1 ORDER BY t.slug LIMIT $2";
    private static final String UPDATE = """
            UPDATE tenant t SET name = $2, provisioning_enabled = $3, user_name_mutable = $4, updatable_attributes = $5,
                rate_limit = $6, extension_urn = $7, custom_attributes = $8::text::jsonb,
                audit_retention_days = $9
            WHERE t.slug = $1""";
    private static final String DELETE = "DELETE FROM tenant t WHERE t.slug = $1 RETURNING t.number";

    private final Sql sql;

    PostgresTenants(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Future<Tenant> create(NewTenant wanted, Actor actor) {
        Tuple parameters = Tuple.of(wanted.slug(), wanted.name(), wanted.backend(), Tenant.DEFAULT_EXTENSION_URN);
        return sql.inTransaction(transaction -> transaction
                .send(INSERT, parameters)
                .map(rows -> Rows.first(rows, TenantRow::read)
                        .orElseThrow(() -> ScimException.of(
                                ErrorKind.CONFLICT,
                                "A tenant " + wanted.slug() + " exists already; choose another id.")))
                .compose(made -> ControlEvent.ofTenant(wanted.slug(), "Tenant Created", actor, List.of())
                        .write(transaction)
                        .map(made)));
    }

    @Override
    public Future<Optional<Tenant>> find(String slug) {
        return sql.send(FIND, Tuple.of(slug)).map(rows -> Rows.first(rows, TenantRow::read));
    }

    @Override
    public Future<Listing<Tenant>> list(Optional<String> cursor, int limit) {
        return sql.send(LIST, Tuple.of(cursor.orElse(""), limit + 1)).map(rows -> {
            List<Tenant> found = Rows.all(rows, TenantRow::read);
            if (found.size() <= limit) {
                return new Listing<>(found, Optional.empty());
            }
            List<Tenant> page = found.subList(0, limit);
            return new Listing<>(page, Optional.of(page.getLast().id().slug()));
        });
    }

    @Override
    public Future<Tenant> update(String slug, TenantChange change, Actor actor) {
        return sql.inTransaction(transaction -> locked(transaction, slug).compose(before -> {
            Tenant after = TenantSettings.apply(before, change);
            List<AuditChange> changes = TenantSettings.changes(before, after);
            return changes.isEmpty()
                    ? Future.succeededFuture(after)
                    : store(transaction, after, ControlEvent.ofTenant(slug, "Tenant Updated", actor, changes));
        }));
    }

    @Override
    public Future<Void> delete(String slug, Actor actor) {
        return sql.inTransaction(transaction -> transaction
                .send(DELETE, Tuple.of(slug))
                .compose(rows -> rows.size() == 0
                        ? Future.failedFuture(noTenant(slug))
                        : ControlEvent.ofTenant(slug, "Tenant Deleted", actor, List.of())
                                .write(transaction)));
    }

    @Override
    public Future<Tenant> addAttribute(String slug, CustomAttribute attribute, Actor actor) {
        return sql.inTransaction(transaction -> locked(transaction, slug).compose(tenant -> {
            if (named(tenant, attribute.name()).isPresent()) {
                return Future.failedFuture(ScimException.of(
                        ErrorKind.CONFLICT,
                        "The tenant " + slug + " has an attribute " + attribute.name()
                                + " already, perhaps in another case."));
            }
            List<CustomAttribute> attributes = new ArrayList<>(tenant.customAttributes());
            attributes.add(attribute);
            AuditChange change = new AuditChange("customAttributes", Optional.empty(), json(attribute));
            return store(
                    transaction,
                    TenantSettings.with(tenant, attributes),
                    ControlEvent.ofTenant(slug, "Tenant Attribute Created", actor, List.of(change)));
        }));
    }

    @Override
    public Future<Tenant> removeAttribute(String slug, String name, Actor actor) {
        return sql.inTransaction(transaction -> locked(transaction, slug).compose(tenant -> {
            CustomAttribute gone = named(tenant, name)
                    .orElseThrow(() -> ScimException.of(
                            ErrorKind.NOT_FOUND, "The tenant " + slug + " has no custom attribute " + name + "."));
            List<CustomAttribute> attributes = new ArrayList<>(tenant.customAttributes());
            attributes.remove(gone);
            AuditChange change = new AuditChange("customAttributes", json(gone), Optional.empty());
            return store(
                    transaction,
                    TenantSettings.with(tenant, attributes),
                    ControlEvent.ofTenant(slug, "Tenant Attribute Deleted", actor, List.of(change)));
        }));
    }

    static ScimException noTenant(String slug) {
        return ScimException.of(ErrorKind.NOT_FOUND, "There is no tenant " + slug + ".");
    }

    private static Future<Tenant> locked(Sql transaction, String slug) {
        return transaction
                .send(FIND + " FOR UPDATE", Tuple.of(slug))
                .map(rows -> Rows.first(rows, TenantRow::read).orElseThrow(() -> noTenant(slug)));
    }

    private static Future<Tenant> store(Sql transaction, Tenant tenant, ControlEvent event) {
        Tuple parameters = Tuple.of(
                        tenant.id().slug(), tenant.name(), tenant.provisioningEnabled(), tenant.userNameMutable())
                .addArrayOfString(tenant.updatableAttributes()
                        .map(names -> names.toArray(String[]::new))
                        .orElse(null))
                .addInteger(nullable(tenant.rateLimit()))
                .addString(tenant.extensionUrn())
                .addString(TenantRow.json(tenant.customAttributes()))
                .addInteger(nullable(tenant.auditRetentionDays()));
        return transaction
                .send(UPDATE, parameters)
                .compose(updated -> event.write(transaction))
                .map(tenant);
    }

    private static @Nullable Integer nullable(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Optional<CustomAttribute> named(Tenant tenant, String name) {
        return tenant.customAttributes().stream()
                .filter(attribute -> Spelling.isSame(attribute.name(), name))
                .findFirst();
    }

    private static Optional<String> json(CustomAttribute attribute) {
        return Optional.of(TextNode.valueOf(attribute.name()).toString());
    }
}
