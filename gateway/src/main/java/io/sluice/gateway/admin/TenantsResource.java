package io.sluice.gateway.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.control.AdministratorRole;
import io.sluice.core.control.Listing;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantChange;
import io.sluice.gateway.control.TenantCommands;
import io.sluice.gateway.http.Answer;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code /admin/v1/tenants}. */
public final class TenantsResource implements AdminResource {

    private static final int MOST = 1_000;

    private final TenantCommands tenants;

    public TenantsResource(TenantCommands tenants) {
        this.tenants = tenants;
    }

    @Override
    public void mountOn(AdminRoutes routes) {
        routes.post("/tenants", this::create)
                .get("/tenants", this::list)
                .get("/tenants/:tenant", call -> tenants.get(call.tenant()).map(found -> answer(call, found)))
                .patch("/tenants/:tenant", this::update)
                .delete("/tenants/:tenant", this::delete);
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
                "name", "provisioningEnabled", "userNameMutable", "updatableAttributes", "rateLimit", "extensionUrn");
        if (fields.has("provisioningEnabled") || fields.has("rateLimit")) {
            call.requireOperator();
        }
        return tenants.update(call.tenant(), change(fields), call.actor()).map(tenant -> answer(call, tenant));
    }

    private static TenantChange change(RequestFields fields) {
        return new TenantChange(
                fields.optionalText("name"),
                fields.optionalFlag("provisioningEnabled"),
                fields.optionalFlag("userNameMutable"),
                fields.has("updatableAttributes")
                        ? Optional.of(new TenantChange.Setting<>(fields.optionalTexts("updatableAttributes")))
                        : Optional.empty(),
                fields.has("rateLimit") ? Optional.of(new TenantChange.RateLimit(rate(fields))) : Optional.empty(),
                fields.optionalText("extensionUrn").map(TenantsResource::urn));
    }

    private static OptionalInt rate(RequestFields fields) {
        Optional<Integer> rate = fields.optionalInteger("rateLimit");
        return rate.isPresent() ? OptionalInt.of(rate.get()) : OptionalInt.empty();
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
