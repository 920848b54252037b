package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.Listing;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** {@code /admin/v1/tenants}. */
public final class TenantsResource implements AdminResource {

    private static final int MOST = 1_000;

    /** A tenant's administrator who could shorten the retention could remove traces. */
    private static final List<String> OPERATORS_SETTINGS =
            List.of("provisioningEnabled", "rateLimit", "auditRetentionDays");

    private final TenantCommands tenants;

    public TenantsResource(TenantCommands tenants) {
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post("/tenants", this::create)
                .get("/tenants", this::list, "cursor", "limit")
                .get("/tenants/:tenant", call -> tenants.get(call.tenant()).map(found -> answer(call, found)))
                .patch("/tenants/:tenant", this::update)
                .delete("/tenants/:tenant", this::delete, "confirm");
    }

    private Future<Answer> create(AdminCall call) {
        call.requireOperator();
        RequestFields fields = call.fields("id", "name", "backend");
        return tenants.create(
                        fields.text("id"), fields.optionalText("name"), fields.optionalText("backend"), call.actor())
                .map(tenant -> AdminAnswers.created(
                        json(call, tenant),
                        AdminRoutes.ROOT + "/tenants/" + tenant.id().slug()));
    }

    private Future<Answer> list(AdminCall call) {
        return tenants.list(call.query("cursor"), call.limit(100, MOST))
                .map(all -> AdminAnswers.list(visible(call, all), tenant -> json(call, tenant)));
    }

    /** A tenant administrator sees their own tenants, on whichever page they stand. */
    private static Listing<Tenant> visible(AdminCall call, Listing<Tenant> all) {
        AdministratorRole role = call.principal().role();
        return new Listing<>(
                all.items().stream()
                        .filter(tenant -> role.covers(tenant.id().slug()))
                        .toList(),
                all.nextCursor());
    }

    private Future<Answer> update(AdminCall call) {
        RequestFields fields = call.fields(
                "name",
                "provisioningEnabled",
                "userNameMutable",
                "updatableAttributes",
                "rateLimit",
                "auditRetentionDays",
                "extensionUrn");
        if (OPERATORS_SETTINGS.stream().anyMatch(fields::has)) {
            call.requireOperator();
        }
        return tenants.update(call.tenant(), change(fields), call.actor()).map(tenant -> answer(call, tenant));
    }

    private static TenantChange change(RequestFields fields) {
        return new TenantChange(
                fields.optionalText("name"),
                fields.optionalFlag("provisioningEnabled"),
                fields.optionalFlag("userNameMutable"),
                given(fields, "updatableAttributes", name -> new TenantChange.Setting<>(fields.optionalTexts(name))),
                given(fields, "rateLimit", name -> new TenantChange.RateLimit(number(fields, name))),
                given(fields, "auditRetentionDays", name -> new TenantChange.AuditRetentionDays(number(fields, name))),
                fields.optionalText("extensionUrn").map(TenantsResource::urn));
    }

    /** A field that is there sets the setting, also when it is null: that sets it back. */
    private static <T> Optional<T> given(RequestFields fields, String name, Function<String, T> setting) {
        return fields.has(name) ? Optional.of(setting.apply(name)) : Optional.empty();
    }

    private static OptionalInt number(RequestFields fields, String name) {
        return fields.optionalInteger(name).stream().mapToInt(Integer::intValue).findFirst();
    }

    private static String urn(String text) {
        if (!text.matches("urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[A-Za-z0-9._:-]{1,200}")) {
            throw RequestFields.wrong("extensionUrn must be a URN such as " + Tenant.DEFAULT_EXTENSION_URN + ".");
        }
        return text;
    }

    private Future<Answer> delete(AdminCall call) {
        call.requireOperator();
        String tenant = call.tenant();
        if (!call.query("confirm").filter(tenant::equals).isPresent()) {
            throw RequestFields.wrong("Removing a tenant removes all of its data; confirm it with ?confirm=<id>.");
        }
        return tenants.delete(tenant, call.actor(), call.requestId()).map(done -> AdminAnswers.noContent());
    }

    private static Answer answer(AdminCall call, Tenant tenant) {
        return AdminAnswers.ok(json(call, tenant));
    }

    private static ObjectNode json(AdminCall call, Tenant tenant) {
        return TenantJson.write(tenant, call.publicUrl());
    }
}
